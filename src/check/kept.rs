//! A run laid aside: what a host asks for after the verdict is told without verifying and walking once more.

use crate::delivery::Delivery;
use crate::payload::json::Span;
use crate::payload::reading::Reading;
#[cfg(feature = "details")]
use crate::report::Report;
use crate::report::{Event, Problem, StageResult};
use crate::signature::attempt::Match;
use crate::signature::verified::Verified;

use super::{Captures, Check, Found, Run, Verdict, Walked};

/// What a report says beside the verdict where nothing is wrong and nothing is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The published key that the delivery names.
    pub key_id: Option<String>,
    /// The events in order.
    pub events: Vec<Event>,
    /// A key for a replay store.
    pub replay_key: Option<String>,
    /// Each stage and how it ended.
    pub stages: Vec<StageResult>,
}

/// A run without the bytes that it was about. To be used with the very delivery and [`Check`] that it came from.
pub struct Kept {
    verified: Option<Option<(usize, Match)>>,
    /// Whether the payload is known to be JSON.
    read: bool,
    events: Vec<Found>,
    walks: Vec<Walked>,
    failure: Option<Problem>,
    errors: bool,
    details: bool,
}

impl Kept {
    fn of(run: Run<'_, '_>) -> Self {
        let Run { verified, fresh: _, text, events, walks, failure, errors, details } = run;
        let verified = verified.map(Verified::lay_aside);
        Self { verified, read: text.is_some(), events, walks, failure, errors, details }
    }
}

impl Check {
    /// As [`judge_with_captures`](Self::judge_with_captures), with what later questions are answered from.
    pub fn judge_keeping<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Verdict, Captures<'d>, Kept) {
        let reading = self.reading(delivery);
        let mut run = self.run(delivery, &reading, now);
        let verdict = self.verdict(&run, delivery);
        let events = self.captured(&mut run);
        let kept = Kept::of(run);
        (verdict, self.captures(events, reading, delivery), kept)
    }

    /// The part of a report that has no sentences; `None` where there are problems or drift to tell of.
    pub fn brief(&self, kept: Kept, delivery: &Delivery<'_>) -> (Option<Brief>, Kept) {
        self.resume(kept, delivery, |run, _| {
            if run.failure.is_some() || run.errors || run.details {
                return None;
            }
            let unknown = run.events.iter().any(|found| self.is_unknown(found));
            (!unknown && !self.lacks_events(run)).then(|| Brief {
                key_id: self.key_id(run, delivery),
                stages: self.stages(run, &|_| false),
                replay_key: run.verified.as_ref().and_then(|verified| verified.replay_key(&self.provider)),
                events: self.events(run, delivery),
            })
        })
    }

    /// The whole report.
    #[cfg(feature = "details")]
    pub fn report_kept(&self, kept: Kept, delivery: &Delivery<'_>) -> (Report, Kept) {
        self.resume(kept, delivery, |run, reading| self.written(run, reading, delivery))
    }

    /// As [`integers`](Self::integers).
    pub fn integers_kept(&self, kept: Kept, delivery: &Delivery<'_>) -> (Vec<Span>, Kept) {
        self.resume(kept, delivery, |run, _| self.declared(run))
    }

    fn resume<T>(
        &self,
        kept: Kept,
        delivery: &Delivery<'_>,
        look: impl FnOnce(&Run<'_, '_>, &Reading<'_>) -> T,
    ) -> (T, Kept) {
        let reading = self.reading(delivery);
        let Kept { verified, read, events, walks, failure, errors, details } = kept;
        let text = match &reading {
            Reading::Body => Some(delivery.body),
            Reading::Made(text) => Some(&text[..]),
            Reading::Nothing | Reading::Unreadable(..) => None,
        };
        let run = Run {
            verified: verified.map(|matched| Verified::take_up(matched, delivery, &self.plan.schemes)),
            fresh: None,
            text: text.filter(|_| read),
            events,
            walks,
            failure,
            errors,
            details,
        };
        let told = look(&run, &reading);
        (told, Kept::of(run))
    }
}
