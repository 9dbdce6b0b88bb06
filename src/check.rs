//! The pipeline: limits, signature, freshness, event, schema. The one file that knows every stage.

mod captures;

use std::borrow::Cow;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::payload::document::{self, Items};
use crate::payload::event::Told;
use crate::payload::json::{self, Span, SyntaxError};
use crate::provider::compile::Plan;
use crate::report::{Authenticated, Event, Outcome, Problem, Report, Severity, Stage, StageResult};
use crate::schema::{Captured, Findings, Mode, Schema, Walk};
use crate::signature::verified::{self, Fresh, Verified};
use crate::sort::sort_by;

pub use captures::Captures;

/// Everything that a check needs beside the delivery and the time.
pub struct Check {
    /// Id of the provider, for reports and replay keys.
    pub provider: String,
    /// Methods that deliveries come with.
    pub methods: Vec<String>,
    /// The names of the secrets in reports.
    pub secret_names: Vec<String>,
    /// Whether the signature stage runs.
    pub authenticate: bool,
    /// How strictly payloads are held to their schemas.
    pub mode: Mode,
    /// The budget of one delivery.
    pub limits: Limits,
    /// The stages' plans.
    pub plan: Plan,
    /// Accepts whatever is JSON: for events that no schema describes.
    pub any: Schema,
}

/// A verdict without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// `ok`, or the code that decided.
    pub code: Code,
    /// What is proved.
    pub authenticated: Authenticated,
    /// Place of the scheme that passed.
    pub scheme: Option<usize>,
    /// Place of the secret that matched.
    pub secret: Option<usize>,
    /// Whether the body was verified and is JSON, so that values of it may be shown.
    pub readable: bool,
}

/// How far one delivery came.
struct Run<'d, 'p> {
    verified: Option<Verified<'d, 'p>>,
    fresh: Option<Fresh<'d>>,
    events: Vec<Found<'d>>,
    /// What ended the run before the schema stage.
    failure: Option<Problem>,
    /// Whether a schema found an error.
    errors: bool,
    /// Whether there is anything to tell about the payload.
    details: bool,
}

/// An event in the body.
struct Found<'d> {
    start: usize,
    pointer: String,
    told: Told<'d>,
    captured: Captured,
}

impl Check {
    /// The verdict alone: nothing is collected when the delivery is right.
    pub fn judge(&self, delivery: &Delivery<'_>, now: i64) -> Verdict {
        self.verdict(&self.run(delivery, now), delivery)
    }

    fn verdict(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Verdict {
        let code = match &run.failure {
            Some(problem) => problem.code,
            None if run.errors || run.events.iter().any(|found| found.told.known.is_none()) => {
                self.findings(run, delivery).code()
            }
            None if run.events.is_empty() => self.findings(run, delivery).code(),
            None => Code::Ok,
        };
        Verdict {
            code,
            authenticated: run.verified.as_ref().map_or(Authenticated::None, Verified::authenticated),
            scheme: run.verified.as_ref().and_then(Verified::scheme),
            secret: run.verified.as_ref().and_then(Verified::secret),
            readable: run.fresh.is_some() && run.failure.is_none(),
        }
    }

    /// The whole report.
    pub fn report(&self, delivery: &Delivery<'_>, now: i64) -> Report {
        self.written(&self.run(delivery, now), delivery)
    }

    fn written(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Report {
        let details = self.findings(run, delivery);
        let code = details.code();
        let verified = run.verified.as_ref();
        Report {
            ok: code == Code::Ok,
            code,
            status: code.status().unwrap_or(500),
            provider: self.provider.clone(),
            scheme: verified.and_then(Verified::scheme).map(|place| self.plan.schemes[place].id.clone()),
            secret_id: verified.and_then(Verified::secret).map(|place| self.secret_names[place].clone()),
            authenticated: verified.map_or(Authenticated::None, Verified::authenticated),
            stages: self.stages(run, &details),
            replay_key: verified.and_then(|verified| verified.replay_key(&self.provider)),
            events: details.events,
            problems: details.problems,
            problems_omitted: details.omitted,
            drift: details.drift,
        }
    }

    fn run<'d, 'p>(&'p self, delivery: &'d Delivery<'_>, now: i64) -> Run<'d, 'p> {
        let mut run =
            Run { verified: None, fresh: None, events: Vec::new(), failure: None, errors: false, details: false };
        if let Err(problem) = self.advance(&mut run, delivery, now) {
            run.failure = Some(problem);
        }
        run
    }

    fn advance<'d, 'p>(&'p self, run: &mut Run<'d, 'p>, delivery: &'d Delivery<'_>, now: i64) -> Result<(), Problem> {
        self.limits(delivery)?;
        let verified = match self.authenticate {
            true => verified::authenticate(&self.plan.schemes, delivery, &self.limits)?,
            false => Verified::unauthenticated(delivery),
        };
        let fresh = run.verified.insert(verified).fresh(now)?;
        let body = run.fresh.insert(fresh).body();
        self.read(run, body, delivery).map_err(|error| {
            run.events.clear();
            Problem::new(error.code, Stage::Event, error.message).at(body, error.offset, error.length)
        })
    }

    fn limits(&self, delivery: &Delivery<'_>) -> Result<(), Problem> {
        if let Some(method) = delivery.method
            && !self.methods.iter().any(|known| known.eq_ignore_ascii_case(method))
        {
            let message =
                format!("the method is not one that this sender delivers with, expected {}", self.methods.join(" or "));
            return Err(Problem::new(Code::DeliveryMethod, Stage::Limits, message)
                .with_hint("answer liveness checks and handshakes with `handshake` before verifying"));
        }
        if delivery.headers.len() > self.limits.headers as usize {
            let found = delivery.headers.len();
            let message = format!("the delivery has {found} header lines, expected at most {}", self.limits.headers);
            return Err(Problem::new(Code::LimitHeaders, Stage::Limits, message));
        }
        if delivery.body.len() > self.limits.body_bytes as usize {
            // How much larger does not matter, and a host need not have handed in all of it.
            let message = format!("the body is larger than {} bytes", self.limits.body_bytes);
            return Err(Problem::new(Code::LimitBody, Stage::Limits, message));
        }
        Ok(())
    }

    fn read<'d>(&self, run: &mut Run<'d, '_>, body: &'d [u8], delivery: &'d Delivery<'_>) -> Result<(), SyntaxError> {
        let start = json::skip_whitespace(body, 0);
        if self.plan.events.many && body.get(start) == Some(&b'[') {
            return self.read_array(run, body, start, delivery);
        }
        let end = self.read_event(run, body, start, None, delivery)?;
        document::end(body, end)
    }

    fn read_array<'d>(
        &self,
        run: &mut Run<'d, '_>,
        body: &'d [u8],
        start: usize,
        delivery: &'d Delivery<'_>,
    ) -> Result<(), SyntaxError> {
        if self.limits.depth == 0 {
            let message = "found an array or object nested deeper than the limit allows".to_owned();
            return Err(SyntaxError { code: Code::LimitDepth, offset: start, length: 1, message });
        }
        let mut items = Items::new(body, start);
        while let Some(item) = items.next_item()? {
            if run.events.len() >= self.limits.events as usize {
                let message = format!("found more than {} events in one delivery", self.limits.events);
                return Err(SyntaxError { code: Code::LimitEvents, offset: item, length: 1, message });
            }
            let end = self.read_event(run, body, item, Some(run.events.len()), delivery)?;
            items.end_item(end);
        }
        document::end(body, items.at())
    }

    /// Walks one event; a second look at duplicates keeps to the rule that the last one counts.
    fn read_event<'d>(
        &self,
        run: &mut Run<'d, '_>,
        body: &'d [u8],
        start: usize,
        item: Option<usize>,
        delivery: &'d Delivery<'_>,
    ) -> Result<usize, SyntaxError> {
        let depth = self.limits.depth - u32::from(item.is_some()).min(self.limits.depth);
        let walk = Walk { text: body, start, prefix: "", mode: self.mode, depth, steps: self.limits.steps.into() };
        let mut told = self.plan.events.tell(body, start, &delivery.headers, true);
        let mut captured = Captured::default();
        let captures = &self.plan.captures;
        let mut verdict = captures.walk(self.schema(&told), &walk, &mut captured)?;
        if verdict.details || verdict.errors {
            let again = self.plan.events.tell(body, start, &delivery.headers, false);
            if again.known != told.known {
                verdict = captures.walk(self.schema(&again), &walk, &mut captured)?;
            }
            told = again;
        }
        run.errors |= verdict.errors;
        run.details |= verdict.details;
        let pointer = item.map_or_else(String::new, |place| format!("/{place}"));
        run.events.push(Found { start, pointer, told, captured });
        Ok(verdict.end)
    }

    fn schema(&self, told: &Told<'_>) -> &Schema {
        self.schema_place(told).map_or(&self.any, |place| &self.plan.schemas[place])
    }

    fn schema_place(&self, told: &Told<'_>) -> Option<usize> {
        let events = &self.plan.events;
        told.known.and_then(|known| events.known[known].schema).or(events.fallback)
    }

    fn findings(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Details {
        if let Some(problem) = &run.failure {
            return Details { problems: vec![problem.clone()], ..Details::default() };
        }
        let mut details = Details::default();
        let mut findings = Findings::new(self.limits.problems);
        if run.events.is_empty() {
            let message = "the array holds no event, expected at least one";
            findings.push(self.event_problem(Code::EventMissing, message.to_owned(), true));
        }
        for found in &run.events {
            details.events.push(Event {
                kind: found.told.kind.as_deref().map(str::to_owned),
                id: found.told.id.as_deref().map(str::to_owned),
                pointer: found.pointer.clone(),
            });
            if found.told.known.is_none() {
                match findings.takes(self.unknown_severity(self.plan.events.closed), Stage::Event) {
                    true => findings.push(self.unknown_event(found, delivery.body)),
                    false => findings.omit(1),
                }
            }
            if run.errors || run.details {
                self.inspect(found, delivery.body, &mut findings);
            }
        }
        details.drift = findings.drift();
        details.omitted = findings.omitted;
        details.problems = findings.problems;
        let place = |problem: &Problem| (problem.stage, problem.offset);
        sort_by(&mut details.problems, &mut |left, right| place(left).cmp(&place(right)));
        details
    }

    fn inspect(&self, found: &Found<'_>, body: &[u8], findings: &mut Findings) {
        let depth = self.limits.depth - u32::from(!found.pointer.is_empty()).min(self.limits.depth);
        let walk = Walk {
            text: body,
            start: found.start,
            prefix: &found.pointer,
            mode: self.mode,
            depth,
            steps: self.limits.steps.into(),
        };
        // The text was walked before: it is JSON.
        let _ = self.schema(&found.told).inspect(&walk, findings);
    }

    fn unknown_event(&self, found: &Found<'_>, body: &[u8]) -> Problem {
        let closed = self.plan.events.closed;
        let known = || {
            let mut kinds: Vec<_> = self.plan.events.known.iter().map(|event| event.kind.as_str()).collect();
            kinds.dedup();
            kinds.join(", ")
        };
        let (code, message) = match &found.told.kind {
            Some(_) => (Code::EventUnknown, "the event type is none that the definition knows".to_owned()),
            None if self.plan.events.kind.is_empty() => {
                (Code::EventUnknown, "the payload has the shape of no known event".to_owned())
            }
            None => (Code::EventMissing, "the payload names no event type".to_owned()),
        };
        let mut problem = self.event_problem(code, message, closed);
        if closed {
            problem = problem.with_hint(format!("the sender's events are {}", known()));
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

    fn stages(&self, run: &Run<'_, '_>, details: &Details) -> Vec<StageResult> {
        let stopped = run.failure.as_ref().map(|problem| problem.stage);
        let result = |stage| {
            let ran = match stage {
                Stage::Limits | Stage::Event => true,
                Stage::Signature => self.authenticate,
                Stage::Freshness => run.verified.as_ref().is_some_and(Verified::has_timestamp),
                Stage::Schema => run.events.iter().any(|found| self.schema_place(&found.told).is_some()),
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

    /// Where the values lie that the schemas call int64; empty unless the body was verified and is JSON.
    pub fn integers(&self, delivery: &Delivery<'_>, now: i64) -> Vec<Span> {
        let run = self.run(delivery, now);
        let mut findings = Findings::new(0);
        if run.failure.is_none() {
            for found in &run.events {
                self.inspect(found, delivery.body, &mut findings);
            }
        }
        findings.integers
    }

    /// The header names that some stage reads, in lower case, each once.
    pub fn headers(&self) -> Vec<Cow<'static, str>> {
        let schemes = self.plan.schemes.iter().flat_map(|scheme| scheme.headers());
        let mut names: Vec<Cow<'static, str>> = Vec::new();
        for name in schemes.chain(self.plan.events.headers()) {
            let name = Cow::Owned(name.to_ascii_lowercase());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// What there is to tell about a delivery.
#[derive(Default)]
struct Details {
    events: Vec<Event>,
    problems: Vec<Problem>,
    omitted: u32,
    drift: Option<crate::report::Drift>,
}

impl Details {
    fn code(&self) -> Code {
        let error = self.problems.iter().find(|problem| problem.severity == Severity::Error);
        error.map_or(Code::Ok, |problem| problem.code)
    }
}
