//! What a run has found, put together for the report.

use super::{Check, Found, Run};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::payload::event::{Place, Told};
use crate::payload::reading::Reading;
use crate::report::{Drift, Event, Outcome, Problem, Severity, Stage, StageResult};
use crate::schema::{Findings, Mode};
use crate::sort::sort_by;

/// What there is to tell about a delivery.
#[derive(Default)]
pub struct Details {
    pub events: Vec<Event>,
    pub problems: Vec<Problem>,
    pub omitted: u32,
    pub drift: Option<Drift>,
}

impl Details {
    pub fn code(&self) -> Code {
        let error = self.problems.iter().find(|problem| problem.severity == Severity::Error);
        error.map_or(Code::Ok, |problem| problem.code)
    }
}

impl Check {
    pub(super) fn findings(&self, run: &Run<'_, '_>, reading: &Reading<'_>, delivery: &Delivery<'_>) -> Details {
        if let Some(problem) = &run.failure {
            return Details { problems: vec![problem.clone()], ..Details::default() };
        }
        let mut details = Details::default();
        let mut findings = Findings::new(self.limits.problems);
        let text = run.text.unwrap_or_default();
        if self.lacks_events(run) {
            let message = "the array holds no event, expected at least one";
            findings.push(self.event_problem(Code::EventMissing, message.to_owned(), true));
        }
        for found in &run.events {
            let place = Place { text, start: found.start, headers: &delivery.headers, url: delivery.url };
            let told = if found.here { self.plan.events.tell(&place) } else { Told::default() };
            if self.plan.events.lists() && found.known.is_none() {
                match findings.takes(self.unknown_severity(self.plan.events.closed), Stage::Event) {
                    true => findings.push(self.unknown_event(found, told.kind.is_some(), text)),
                    false => findings.omit(1),
                }
            }
            details.events.push(Event { kind: told.kind, id: told.id, pointer: found.pointer.clone() });
        }
        if run.errors || run.details {
            for walked in &run.walks {
                self.inspect(walked, text, &mut findings);
            }
        }
        details.drift = findings.drift();
        details.omitted = findings.omitted;
        details.problems = findings.problems;
        let place = |problem: &Problem| (problem.stage, problem.offset);
        sort_by(&mut details.problems, &mut |left, right| place(left).cmp(&place(right)));
        // An item that was walked as a part of the whole and by itself tells some things twice.
        details.problems.dedup();
        if matches!(reading, Reading::Made(_)) {
            for problem in &mut details.problems {
                (problem.line, problem.column, problem.offset, problem.length) = (None, None, None, None);
            }
        }
        details
    }

    fn unknown_event(&self, found: &Found, named: bool, body: &[u8]) -> Problem {
        let closed = self.plan.events.closed;
        let known = || {
            let mut kinds: Vec<_> = self.plan.events.known.iter().map(|event| event.kind.as_str()).collect();
            kinds.dedup();
            kinds.join(", ")
        };
        let (code, message) = match named {
            true => (Code::EventUnknown, "the event type is none that the definition knows".to_owned()),
            false if self.plan.events.kind.is_empty() => {
                (Code::EventUnknown, "the payload has the shape of no known event".to_owned())
            }
            false => (Code::EventMissing, "the payload names no event type".to_owned()),
        };
        let mut problem = self.event_problem(code, message, closed);
        if closed {
            problem = problem.with_hint(say!("the sender's events are {}", known()));
        }
        problem = problem.at(body, found.start, 1);
        problem.pointer = Some(found.pointer.clone());
        problem
    }

    fn event_problem(&self, code: Code, message: String, closed: bool) -> Problem {
        let mut problem = Problem::new(code, Stage::Event, message);
        problem.severity = self.unknown_severity(closed);
        problem
    }

    fn unknown_severity(&self, closed: bool) -> Severity {
        match (self.mode, closed) {
            (Mode::Strict, _) | (Mode::Tolerant, true) => Severity::Error,
            (Mode::Observe, true) => Severity::Warning,
            (Mode::Tolerant | Mode::Observe, false) => Severity::Note,
        }
    }

    pub(super) fn stages(&self, run: &Run<'_, '_>, details: &Details) -> Vec<StageResult> {
        let stopped = run.failure.as_ref().map(|problem| problem.stage);
        let result = |stage| {
            let ran = match stage {
                Stage::Limits => true,
                Stage::Event => run.text.is_some() || !details.events.is_empty(),
                Stage::Signature => self.authenticate,
                Stage::Freshness => Self::timed(run),
                Stage::Schema => Self::validated(run),
            };
            let failed = |problem: &Problem| problem.stage == stage && problem.severity == Severity::Error;
            match stopped {
                Some(last) if stage > last => Outcome::Skipped,
                _ if details.problems.iter().any(failed) => Outcome::Failed,
                _ if ran => Outcome::Passed,
                _ => Outcome::Skipped,
            }
        };
        Stage::ALL.map(|name| StageResult { name, result: result(name) }).to_vec()
    }
}
