//! The pipeline: limits, signature, freshness, event, schema. The one place that knows every stage.

mod captures;
mod decide;
#[cfg(feature = "details")]
mod findings;
#[cfg(target_arch = "wasm32")]
mod kept;
mod walk;

use std::borrow::Cow;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::payload::form;
use crate::payload::json::Span;
use crate::payload::reading::{self, Reading};
use crate::provider::plan::Plan;
#[cfg(feature = "details")]
use crate::report::Report;
use crate::report::{Authenticated, Problem, Stage};
use crate::schema::{Captured, Mode, Schema};
use crate::signature::verified::{self, Fresh, Verified};
use crate::sort::sort_by;

pub use captures::Captures;
#[cfg(target_arch = "wasm32")]
pub use kept::{Brief, Kept};

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
    /// The verified payload, once it is known to be JSON.
    text: Option<&'d [u8]>,
    events: Vec<Found>,
    walks: Vec<Walked>,
    /// What ended the run before the schema stage.
    failure: Option<Problem>,
    /// Whether a schema found an error.
    errors: bool,
    /// Whether there is anything to tell about the payload.
    details: bool,
}

/// An event in the body.
struct Found {
    start: usize,
    pointer: String,
    /// Whether there is one: an item that the sender's form promises may be missing.
    here: bool,
    /// Place among the known events.
    known: Option<usize>,
    captured: Captured,
}

/// A value that was held to a schema.
struct Walked {
    start: usize,
    pointer: String,
    /// Place of the schema; `None` for the one that accepts everything.
    schema: Option<usize>,
}

impl Check {
    /// The verdict alone: nothing is collected when the delivery is right.
    pub fn judge(&self, delivery: &Delivery<'_>, now: i64) -> Verdict {
        let reading = self.reading(delivery);
        self.verdict(&self.run(delivery, &reading, now), delivery)
    }

    fn verdict(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Verdict {
        Verdict {
            code: self.code(run, delivery),
            authenticated: run.verified.as_ref().map_or(Authenticated::None, Verified::authenticated),
            scheme: run.verified.as_ref().and_then(Verified::scheme),
            secret: run.verified.as_ref().and_then(Verified::secret),
            readable: run.text.is_some() && run.failure.is_none(),
        }
    }

    /// The whole report.
    #[cfg(feature = "details")]
    pub fn report(&self, delivery: &Delivery<'_>, now: i64) -> Report {
        let reading = self.reading(delivery);
        self.written(&self.run(delivery, &reading, now), &reading, delivery)
    }

    #[cfg(feature = "details")]
    fn written(&self, run: &Run<'_, '_>, reading: &Reading<'_>, delivery: &Delivery<'_>) -> Report {
        let details = self.findings(run, reading, delivery);
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
            key_id: self.key_id(run, delivery),
            stages: self.stages(run, &|stage| details.failed(stage)),
            replay_key: verified.and_then(|verified| verified.replay_key(&self.provider)),
            events: details.events,
            problems: details.problems,
            problems_omitted: details.omitted,
            drift: details.drift,
        }
    }

    fn run<'d, 'p>(&'p self, delivery: &'d Delivery<'_>, reading: &'d Reading<'_>, now: i64) -> Run<'d, 'p> {
        let mut run = Run {
            verified: None,
            fresh: None,
            text: None,
            events: Vec::new(),
            walks: Vec::new(),
            failure: None,
            errors: false,
            details: false,
        };
        if let Err(problem) = self.advance(&mut run, delivery, reading, now) {
            run.failure = Some(problem);
        }
        run
    }

    fn advance<'d, 'p>(
        &'p self,
        run: &mut Run<'d, 'p>,
        delivery: &'d Delivery<'_>,
        reading: &'d Reading<'_>,
        now: i64,
    ) -> Result<(), Problem> {
        self.limits(delivery)?;
        let verified = match self.authenticate {
            true => verified::authenticate(&self.plan.schemes, delivery, &self.limits)?,
            false => Verified::unauthenticated(delivery),
        };
        let fresh = run.verified.insert(verified).fresh(now)?;
        let body = run.fresh.insert(fresh).body();
        match reading {
            Reading::Body => self.read(run, body, delivery).map_err(|error| {
                Problem::new(error.code, Stage::Event, error.message).at(body, error.offset, error.length)
            }),
            Reading::Made(text) => {
                self.read(run, text, delivery).map_err(|error| Problem::new(error.code, Stage::Event, error.message))
            }
            Reading::Nothing => {
                self.tell_without_payload(run, delivery);
                Ok(())
            }
            Reading::Unreadable(code, message) => Err(Problem::new(*code, Stage::Event, *message)),
        }
    }

    fn limits(&self, delivery: &Delivery<'_>) -> Result<(), Problem> {
        if let Some(method) = delivery.method
            && !self.methods.iter().any(|known| known.eq_ignore_ascii_case(method))
        {
            let message =
                say!("the method is not one that this sender delivers with, expected {}", self.methods.join(" or "));
            return Err(Problem::new(Code::DeliveryMethod, Stage::Limits, message)
                .with_hint("answer liveness checks and handshakes with `handshake` before verifying"));
        }
        if delivery.headers.len() > self.limits.headers as usize {
            let found = delivery.headers.len();
            let message = say!("the delivery has {found} header lines, expected at most {}", self.limits.headers);
            return Err(Problem::new(Code::LimitHeaders, Stage::Limits, message));
        }
        if let Some(what) = self.crowded(delivery) {
            let message = say!("{what} has more parameters than expected, at most {}", self.limits.parameters);
            return Err(Problem::new(Code::LimitParameters, Stage::Limits, message));
        }
        if delivery.body.len() > self.limits.body_bytes as usize {
            // How much larger does not matter, and a host need not have handed in all of it.
            let message = say!("the body is larger than {} bytes", self.limits.body_bytes);
            return Err(Problem::new(Code::LimitBody, Stage::Limits, message));
        }
        Ok(())
    }

    /// What of the delivery has too many parameters, where something reads them.
    fn crowded(&self, delivery: &Delivery<'_>) -> Option<&'static str> {
        let most = self.limits.parameters;
        let body = self.plan.reads_form && delivery.body.len() <= self.limits.body_bytes as usize;
        if body && form::is_crowded(delivery.body, most) && !form::is_braced(delivery.body) {
            return Some("the form");
        }
        let url = delivery.url.filter(|_| self.plan.reads_query);
        url.is_some_and(|url| form::is_crowded(form::query(url), most)).then_some("the query")
    }

    /// What the payload is, before anything is verified; only a run whose freshness stage has passed looks at it.
    fn reading<'d>(&self, delivery: &Delivery<'d>) -> Reading<'d> {
        match delivery.body.len() > self.limits.body_bytes as usize || self.crowded(delivery).is_some() {
            true => Reading::Body,
            false => reading::read(&self.plan.body, delivery.body, delivery.url),
        }
    }

    /// The payload of a delivery that was found readable.
    #[cfg(target_arch = "wasm32")]
    pub fn payload<'d>(&self, delivery: &Delivery<'d>) -> Option<Cow<'d, [u8]>> {
        match self.reading(delivery) {
            Reading::Body => Some(Cow::Borrowed(delivery.body)),
            Reading::Made(text) => Some(text),
            Reading::Nothing | Reading::Unreadable(..) => None,
        }
    }

    /// Whether payloads are always the body as it stands.
    #[cfg(target_arch = "wasm32")]
    pub fn plain(&self) -> bool {
        self.plan.body == [reading::BodyKind::Json]
    }

    fn key_id(&self, run: &Run<'_, '_>, delivery: &Delivery<'_>) -> Option<String> {
        if run.failure.as_ref().is_some_and(|problem| problem.stage == Stage::Limits) {
            return None;
        }
        let schemes = match run.verified.as_ref().and_then(Verified::scheme) {
            Some(place) => std::slice::from_ref(&self.plan.schemes[place]),
            None => &self.plan.schemes,
        };
        schemes.iter().find_map(|scheme| scheme.key_name(delivery, &self.limits))
    }

    /// Where the values lie that the schemas call int64; empty unless the body was verified and is JSON.
    pub fn integers(&self, delivery: &Delivery<'_>, now: i64) -> Vec<Span> {
        let reading = self.reading(delivery);
        let run = self.run(delivery, &reading, now);
        self.declared(&run)
    }

    fn declared(&self, run: &Run<'_, '_>) -> Vec<Span> {
        let mut integers = Vec::new();
        if let (None, Some(text)) = (&run.failure, run.text) {
            for walked in &run.walks {
                integers.extend(self.schema(walked).integers(&self.walk(walked, "", text)));
            }
        }
        sort_by(&mut integers, &mut |left, right| left.start.cmp(&right.start));
        integers.dedup();
        integers
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
