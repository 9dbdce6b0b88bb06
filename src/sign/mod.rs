//! Rightly signed deliveries, made by putting each value where verification reads it.

mod draft;
mod fault;
mod url;

pub use fault::{FAULTS, Fault, faulty};

use crate::code::Code;
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::provider::compile::{self, Inputs};
use crate::provider::definition::ProviderDefinition;
use crate::signature::condition::Test;
use crate::signature::encoding::Encoding;
use crate::signature::plan::{KeySet, PreparedKey, SchemePlan};
use crate::signature::source::{Place, Received, Source};
use crate::signature::timestamp::Unit;
use draft::Work;

/// What is to be signed.
#[derive(Clone, Debug, Default)]
pub struct Draft<'a> {
    /// The request method; the sender's own unless given.
    pub method: Option<&'a str>,
    /// The URL as registered with the sender; where it is signed and not given, `https://example.com/webhook`.
    pub url: Option<&'a str>,
    /// Header lines to send along.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body. Where the signature stands in it, or a value that is signed, it is added there.
    pub body: &'a [u8],
    /// The event type, put where the sender names it.
    pub event: Option<&'a str>,
    /// The event id, where the sender signs one; derived from the body and the time unless given.
    pub id: Option<&'a str>,
    /// The time of signing in milliseconds since the Unix epoch.
    pub now: i64,
}

/// A signed delivery.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedDelivery {
    /// The request method.
    pub method: String,
    /// The URL, where one is known.
    pub url: Option<String>,
    /// The header lines.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body.
    pub body: Vec<u8>,
    /// Id of the scheme it is signed by.
    pub scheme: String,
    /// Of a fault that lies in the secret: what a receiver has in its place, and fails with.
    pub secret: Option<Vec<u8>>,
}

impl SignedDelivery {
    /// The delivery, as it is verified.
    pub fn delivery(&self) -> Delivery<'_> {
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        Delivery { method: Some(&self.method), url: self.url.as_deref(), headers, body: &self.body }
    }
}

/// Headers may hold a token.
impl std::fmt::Debug for SignedDelivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedDelivery").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}

/// Where the sender sends to when nobody says.
const URL: &str = "https://example.com/webhook";

/// Signs a draft by the first scheme that the secrets are for.
///
/// # Errors
/// `usage.sign` when it cannot be: only a published key is at hand, or a value cannot be put where it belongs; another
/// `usage.*` error of the definition, a parameter or a secret.
pub fn sign(definition: &ProviderDefinition, inputs: &Inputs, draft: &Draft<'_>) -> Result<SignedDelivery, UsageError> {
    let plans = compile::scheme_plans(definition, inputs)?;
    let signer = plans.iter().find_map(|plan| signing_key(plan).map(|(set, key)| Signer { plan, set, key }));
    let Some(signer) = signer else {
        let found = match inputs.secrets.is_empty() {
            true => "no secret was given",
            false => "only published keys were given, which verify and do not sign",
        };
        return Err(refuse(format!("{found}, expected a secret or a private key of provider `{}`", definition.id)));
    };
    let mut work = Work::new(definition, draft);
    signer.run(&mut work, definition, draft)?;
    Ok(work.finish(signer.plan.id.clone()))
}

fn refuse(message: String) -> UsageError {
    UsageError::new(Code::UsageSign, message)
}

fn signing_key(plan: &SchemePlan) -> Option<(&KeySet, &PreparedKey)> {
    let mut keys = plan.keys.iter().flat_map(|set| set.keys.iter().map(move |key| (set, key)));
    keys.find(|(_, key)| key.key.sign(&[]).is_some())
}

struct Signer<'p> {
    plan: &'p SchemePlan,
    set: &'p KeySet,
    key: &'p PreparedKey,
}

impl Signer<'_> {
    fn run(&self, work: &mut Work, definition: &ProviderDefinition, draft: &Draft<'_>) -> Result<(), UsageError> {
        let plan = self.plan;
        if work.url.is_none() && self.needs_url() {
            work.url = Some(URL.to_owned());
        }
        if let Some(event) = draft.event {
            work.name_event(definition, event)?;
        }
        for condition in &plan.when {
            self.satisfy(work, condition)?;
        }
        if let Some(timestamp) = &plan.timestamp {
            let text = timestamp.window.unit.write(draft.now);
            work.timestamp = Some(text.clone());
            work.put(&timestamp.source.place, &text, timestamp.window.unit != Unit::Iso8601)?;
        }
        if let Some(source) = &plan.id_source {
            let id = draft.id.map_or_else(|| work.derived_id(definition, draft.now), str::to_owned).into_bytes();
            work.id = Some(id.clone());
            work.put(&source.place, &id, false)?;
        }
        self.make_up(work, definition, draft.now)?;
        for check in &plan.checks {
            if check.unless_empty && work.body.is_empty() {
                continue;
            }
            let text = self.fill(work, &check.equals)?;
            work.put(&check.source.place, &text, false)?;
        }
        match plan.token_leeway {
            Some(_) => self.put_token(work, draft.now),
            None => self.put_signature(work),
        }
    }

    /// Puts a value wherever one is signed that the draft does not have, such as a sender's random token.
    fn make_up(&self, work: &mut Work, definition: &ProviderDefinition, now: i64) -> Result<(), UsageError> {
        for source in self.plan.content.sources().filter(|source| !source.optional) {
            let place = &source.place;
            let made = matches!(place, Place::Header(_) | Place::Query(_) | Place::Field(_) | Place::Pointer(_));
            if made && work.with(|received| matches!(received.text(place), Ok(None))) {
                let text = work.derived_id(definition, now);
                work.put(place, text.as_bytes(), false)?;
            }
        }
        Ok(())
    }

    fn needs_url(&self) -> bool {
        let checks =
            self.plan.checks.iter().flat_map(|check| std::iter::once(&check.source).chain(check.equals.sources()));
        let conditions = self.plan.when.iter().map(|condition| &condition.source);
        self.plan.content.sources().chain(checks).chain(conditions).any(Source::of_url)
            || matches!(self.plan.signature, Place::Query(_))
    }

    fn satisfy(&self, work: &mut Work, condition: &crate::signature::condition::Condition) -> Result<(), UsageError> {
        let holds = work.with(|received| condition.holds(received).unwrap_or(false));
        if holds {
            return Ok(());
        }
        let place = &condition.source.place;
        match &condition.test {
            Test::Equals(text) => {
                let text = self.fill(work, text)?;
                work.put(place, &text, false)
            }
            Test::StartsWith(text) => work.put(place, text, false),
            Test::Present => work.put(place, b"1", false),
            Test::Absent => work.remove(place),
        }
    }

    fn fill(&self, work: &Work, template: &crate::signature::template::Template) -> Result<Vec<u8>, UsageError> {
        let filled = work.with(|received| {
            let received = Received { secret: self.key.text.as_deref(), ..*received };
            template.fill(&received, None).map(|pieces| pieces.concat())
        });
        filled.map_err(|problem| refuse(problem.message))
    }

    fn put_signature(&self, work: &mut Work) -> Result<(), UsageError> {
        let plan = self.plan;
        let content = self.fill(work, &plan.content)?;
        let signature = self.key.key.sign(&[&content]).unwrap_or_default();
        let value = plan.layout.join(&work.parts, &plan.encoding.encode(&signature));
        match (&plan.signature, plan.every) {
            (Place::Pointer(pattern), true) => work.put_everywhere(pattern, &value),
            (place, _) => work.put(place, &value, false),
        }
    }

    fn put_token(&self, work: &mut Work, now: i64) -> Result<(), UsageError> {
        work.put(&Place::Claim("/iat".to_owned()), now.div_euclid(1000).to_string().as_bytes(), true)?;
        let mut header = format!(r#"{{"alg":"{}","typ":"JWT"}}"#, self.set.name).into_bytes();
        let named = self.plan.key_id.as_ref().filter(|key_id| key_id.in_token());
        if let (Some(_), Some(name)) = (named, &self.key.name) {
            let mut text = String::new();
            crate::payload::form::quote(name, &mut text);
            header = crate::payload::edit::set(&header, "/kid", &text).unwrap_or(header);
        }
        let encode = |part: &[u8]| Encoding::Base64Url.encode(part);
        let content = [encode(&header), encode(&work.claims)].join(&b'.');
        let signature = self.key.key.sign(&[&content]).unwrap_or_default();
        let token = [content, encode(&signature)].join(&b'.');
        let value = self.plan.layout.join(&work.parts, &token);
        work.put(&self.plan.signature, &value, false)
    }
}

/// What is made here is as large as the caller wants.
fn limits() -> Limits {
    Limits { header_bytes: u32::MAX, body_bytes: u32::MAX, ..Limits::default() }
}
