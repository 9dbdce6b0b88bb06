//! What a run comes to without words: the code that decides, the events, how each stage ended.

use super::{Check, Found, Run};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::payload::event::{Place, Told};
use crate::report::{Event, Outcome, Severity, Stage, StageResult};
use crate::schema::{FirstError, Mode};

impl Check {
    /// The code of the first error, by stage and then by its place in the text; `ok` where there is none.
    pub(super) fn code(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Code {
        if let Some(problem) = &run.failure {
            return problem.code;
        }
        let mut first = FirstError::default();
        if self.lacks_events(run) && self.unknown_severity(true) == Severity::Error {
            first.note(Stage::Event, None, Code::EventMissing);
        }
        if self.unknown_severity(self.plan.events.closed) == Severity::Error {
            for found in run.events.iter().filter(|found| self.is_unknown(found)) {
                let named = self.told(run, found, delivery).kind.is_some();
                first.note(Stage::Event, Some(found.start), self.unknown_code(named));
            }
        }
        if run.errors {
            let text = run.text.unwrap_or_default();
            for walked in &run.walks {
                self.schema(walked).note_errors(&self.walk(walked, "", text), &mut first);
            }
        }
        first.code()
    }

    /// Whether an event is none of those that the definition lists.
    pub(super) fn is_unknown(&self, found: &Found) -> bool {
        self.plan.events.lists() && found.known.is_none()
    }

    /// What an event is, with its type and id.
    pub(super) fn told(&self, run: &Run<'_, '_>, found: &Found, delivery: &Delivery<'_>) -> Told {
        let text = run.text.unwrap_or_default();
        let place = Place { text, start: found.start, headers: &delivery.headers, url: delivery.url };
        if found.here { self.plan.events.tell(&place) } else { Told::default() }
    }

    /// The events of a run that nothing has ended, in order.
    pub(super) fn events(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Vec<Event> {
        let event = |found: &Found| {
            let Told { kind, id, .. } = self.told(run, found, delivery);
            Event { kind, id, pointer: found.pointer.clone() }
        };
        run.events.iter().map(event).collect()
    }

    /// The code for an event that the definition does not know; `named` says whether the delivery names its type.
    pub(super) fn unknown_code(&self, named: bool) -> Code {
        match named || self.plan.events.kind.is_empty() {
            true => Code::EventUnknown,
            false => Code::EventMissing,
        }
    }

    pub(super) fn unknown_severity(&self, closed: bool) -> Severity {
        match (self.mode, closed) {
            (Mode::Strict, _) | (Mode::Tolerant, true) => Severity::Error,
            (Mode::Observe, true) => Severity::Warning,
            (Mode::Tolerant | Mode::Observe, false) => Severity::Note,
        }
    }

    /// Each stage and how it ended; `failed` says in which there are errors.
    pub(super) fn stages(&self, run: &Run<'_, '_>, failed: &dyn Fn(Stage) -> bool) -> Vec<StageResult> {
        let stopped = run.failure.as_ref().map(|problem| problem.stage);
        let result = |stage| {
            let ran = match stage {
                Stage::Limits => true,
                Stage::Event => run.text.is_some() || run.failure.is_none() && !run.events.is_empty(),
                Stage::Signature => self.authenticate,
                Stage::Freshness => Self::timed(run),
                Stage::Schema => Self::validated(run),
            };
            match stopped {
                Some(last) if stage > last => Outcome::Skipped,
                _ if failed(stage) => Outcome::Failed,
                _ if ran => Outcome::Passed,
                _ => Outcome::Skipped,
            }
        };
        Stage::ALL.map(|name| StageResult { name, result: result(name) }).to_vec()
    }
}
