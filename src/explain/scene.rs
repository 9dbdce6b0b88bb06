//! What is explained, and the steps that may undo what happened to it.

use std::borrow::Cow;

use super::{Evidence, Tried};
use crate::code::Code;
use crate::delivery::{Delivery, Headers};
use crate::error::UsageError;
use crate::limits::Limits;
use crate::provider::compile;
use crate::provider::definition::{EventsDefinition, ProviderDefinition};
use crate::provider::plan::Inputs;
use crate::sender::definition::Promise;
use crate::signature::attempt::Match;
use crate::signature::key::Secret;
use crate::signature::plan::SchemePlan;
use crate::signature::source::{Place, Source};

/// The signatures that are computed at most.
pub const MOST_MACS: u32 = 4096;
/// The bytes that are hashed for them at most: in WebAssembly this and all the writing of bodies take less than 50 ms.
pub const MOST_BYTES: u32 = 8 << 20;

/// A delivery and what its verifier was given.
pub struct Scene<'s> {
    /// The sender's schemes; nothing else of it.
    pub definition: ProviderDefinition,
    pub inputs: &'s Inputs,
    pub limits: &'s Limits,
    pub delivery: &'s Delivery<'s>,
    pub others: &'s [Secret],
    /// The schemes with the secrets that can be used as they were given.
    pub plans: Vec<SchemePlan>,
    /// The schemes without any key: where their values stand.
    pub shapes: Vec<SchemePlan>,
}

/// Why a step would help.
pub struct Reason {
    pub code: Code,
    pub evidence: Evidence,
    /// Whether it comes with the reason before it, rather than in its place.
    pub together: bool,
}

/// Something to undo, with every reason that leads to the same.
pub struct Step {
    pub reasons: Vec<Reason>,
    pub change: Change,
}

/// What a step changes.
pub enum Change {
    Body(Vec<u8>),
    Url(String),
    Headers(Headers<'static>),
    Plans(Vec<SchemePlan>),
}

/// How a trial ended.
pub enum Outcome<'p> {
    /// A scheme passes.
    Passed(&'p SchemePlan, Match),
    /// None does; what each says.
    Failed(Vec<Code>),
    /// It would have gone over the budget.
    Skipped,
}

impl Reason {
    pub fn new(code: Code, evidence: Evidence) -> Self {
        Self { code, evidence, together: false }
    }
}

impl Step {
    pub fn new(code: Code, evidence: Evidence, change: Change) -> Self {
        Self { reasons: vec![Reason::new(code, evidence)], change }
    }
}

impl<'s> Scene<'s> {
    /// # Errors
    /// A `usage.*` error that is not about a secret.
    pub fn new(
        definition: ProviderDefinition,
        inputs: &'s Inputs,
        limits: &'s Limits,
        delivery: &'s Delivery<'s>,
        others: &'s [Secret],
    ) -> Result<Self, UsageError> {
        let nothing = EventsDefinition { known: Vec::new(), ..definition.events };
        let definition = ProviderDefinition {
            events: nothing,
            schemas: crate::data::Map::new(),
            sender: Promise::default(),
            ..definition
        };
        let shapes = compile::scheme_plans(&definition, &with_secrets(inputs, &[]))?;
        let mut scene = Self { definition, inputs, limits, delivery, others, plans: Vec::new(), shapes };
        scene.plans = match scene.compile(&scene.definition, &inputs.secrets) {
            Ok(plans) => plans,
            // One that cannot be used must not hide the others.
            Err(_) => {
                let usable = |secret: &&Secret| scene.compile(&scene.definition, std::slice::from_ref(*secret)).is_ok();
                let usable: Vec<Secret> = inputs.secrets.iter().filter(usable).cloned().collect();
                match usable.is_empty() {
                    true => Vec::new(),
                    false => scene.compile(&scene.definition, &usable).unwrap_or_default(),
                }
            }
        };
        Ok(scene)
    }

    /// The schemes of a definition with these secrets.
    ///
    /// # Errors
    /// A `usage.*` error when none can be used.
    pub fn compile(&self, definition: &ProviderDefinition, secrets: &[Secret]) -> Result<Vec<SchemePlan>, UsageError> {
        compile::scheme_plans(definition, &with_secrets(self.inputs, secrets))
    }

    /// The schemes that are in use.
    pub fn schemes(&self) -> impl Iterator<Item = &crate::provider::definition::SchemeDefinition> {
        let chosen = &self.inputs.schemes;
        self.definition.schemes.iter().filter(move |scheme| chosen.is_empty() || chosen.contains(&scheme.id))
    }

    /// Whether what a scheme reads of the delivery has to do with the URL.
    pub fn reads_url(&self) -> bool {
        self.shapes.iter().any(|plan| sources(plan).any(Source::of_url) || matches!(plan.signature, Place::Query(_)))
    }

    /// Whether it has to do with the body.
    pub fn reads_body(&self) -> bool {
        let of_body = |place: &Place| {
            let all = matches!(place, Place::Body | Place::AllFields);
            all || matches!(place, Place::Field(_) | Place::Pointer(_) | Place::Raw(_))
        };
        self.shapes.iter().any(|plan| of_body(&plan.signature) || sources(plan).any(|source| of_body(&source.place)))
    }

    /// Tries the delivery with these steps taken.
    pub fn attempt<'p>(&'p self, steps: &[&'p Step], tried: &mut Tried) -> Outcome<'p> {
        let mut delivery = self.delivery.clone();
        let mut plans = &self.plans;
        for step in steps {
            match &step.change {
                Change::Body(body) => delivery.body = body,
                Change::Url(url) => delivery.url = Some(url),
                Change::Headers(headers) => delivery.headers = headers.clone(),
                Change::Plans(changed) => plans = changed,
            }
        }
        attempt(plans, &delivery, self.limits, tried)
    }

    /// The header lines with this one said to have another value, or added.
    pub fn headers_with(&self, name: &str, value: &[u8]) -> Headers<'static> {
        let others = self.delivery.headers.lines().filter(|(line, _)| !line.eq_ignore_ascii_case(name));
        let own = |(name, value): (&str, &[u8])| (Cow::Owned(name.to_owned()), Cow::Owned(value.to_vec()));
        let lines: Vec<(Cow<'static, str>, Cow<'static, [u8]>)> = others.chain([(name, value)]).map(own).collect();
        lines.into_iter().collect()
    }
}

/// What schemes are made of, with these secrets.
fn with_secrets(inputs: &Inputs, secrets: &[Secret]) -> Inputs {
    Inputs {
        secrets: secrets.to_vec(),
        parameters: inputs.parameters.clone(),
        tolerance_seconds: inputs.tolerance_seconds,
        schemes: inputs.schemes.clone(),
        ..Inputs::default()
    }
}

fn sources(plan: &SchemePlan) -> impl Iterator<Item = &Source> {
    let checks = plan.checks.iter().flat_map(|check| std::iter::once(&check.source).chain(check.equals.sources()));
    let conditions = plan.when.iter().map(|condition| &condition.source);
    let timestamp = plan.timestamp.as_ref().map(|timestamp| &timestamp.source);
    plan.content.sources().chain(checks).chain(conditions).chain(timestamp).chain(&plan.id_source)
}

fn attempt<'p>(plans: &'p [SchemePlan], delivery: &Delivery<'_>, limits: &Limits, tried: &mut Tried) -> Outcome<'p> {
    let mut codes = Vec::new();
    let mut signed = false;
    for plan in plans {
        let token = plan.is_token();
        // As in verification: a token must not outweigh a signature that does not match.
        if token && signed {
            continue;
        }
        let (macs, bytes) = cost(plan, delivery);
        let (macs, bytes) = (tried.macs.saturating_add(macs), tried.bytes.saturating_add(bytes));
        if macs > MOST_MACS || bytes > MOST_BYTES {
            tried.exhausted = true;
            return Outcome::Skipped;
        }
        let result = plan.authenticate(delivery, limits);
        let reached = match &result {
            Ok(found) => found.is_some(),
            Err(problem) => !unread(problem.code),
        };
        if reached {
            (tried.macs, tried.bytes) = (macs, bytes);
        }
        match result {
            Ok(Some(found)) => return Outcome::Passed(plan, found),
            Ok(None) => {}
            Err(problem) => {
                signed |= !token && problem.code != Code::SignatureMissing;
                codes.push(problem.code);
            }
        }
    }
    Outcome::Failed(codes)
}

/// Whether a problem is found before anything is computed.
fn unread(code: Code) -> bool {
    use Code::{LimitCandidates, LimitHeaderBytes, SignatureMalformed, SignatureMissing, SignatureUnsupported};
    matches!(code, SignatureMissing | SignatureMalformed | SignatureUnsupported | LimitCandidates | LimitHeaderBytes)
}

/// The most that a scheme can compute for a delivery.
fn cost(plan: &SchemePlan, delivery: &Delivery<'_>) -> (u32, u32) {
    let keys = plan.keys.iter().map(|set| set.keys.len()).max().unwrap_or_default();
    let of_url = plan.content.sources().any(Source::of_url);
    let macs = keys * if of_url { plan.urls.len().max(1) } else { 1 };
    let length = |source: &Source| match &source.place {
        Place::Url | Place::Query(_) | Place::AllQuery => delivery.url.map_or(0, str::len),
        Place::Body | Place::AllFields | Place::Pointer(_) | Place::Raw(_) | Place::Field(_) => delivery.body.len(),
        Place::Header(name) => delivery.headers.value(name).map_or(0, |value| value.len()),
        _ => 64,
    };
    let content: usize = plan.content.sources().map(length).sum();
    let checks: usize = plan.checks.iter().flat_map(|check| check.equals.sources()).map(length).sum();
    let bytes = macs * (content + 128) + checks;
    (u32::try_from(macs).unwrap_or(u32::MAX), u32::try_from(bytes).unwrap_or(u32::MAX))
}
