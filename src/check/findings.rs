//! What a run has found, put together for the report.

use super::{Check, Found, Run};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::payload::reading::Reading;
use crate::report::{Drift, Event, Problem, Severity, Stage};
use crate::schema::Findings;
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
    /// Whether there are errors of a stage.
    pub fn failed(&self, stage: Stage) -> bool {
        self.problems.iter().any(|problem| problem.stage == stage && problem.severity == Severity::Error)
    }

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
        details.events = self.events(run, delivery);
        for (found, event) in run.events.iter().zip(&details.events) {
            if self.is_unknown(found) {
                match findings.takes(self.unknown_severity(self.plan.events.closed), Stage::Event, Some(found.start)) {
                    true => findings.push(self.unknown_event(found, event.kind.is_some(), text)),
                    false => findings.omit(1),
                }
            }
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
        let message = match named {
            true => "the event type is none that the definition knows",
            false if self.plan.events.kind.is_empty() => "the payload has the shape of no known event",
            false => "the payload names no event type",
        };
        let mut problem = self.event_problem(self.unknown_code(named), message.to_owned(), closed);
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
}
