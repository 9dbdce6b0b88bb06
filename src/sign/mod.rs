//! Rightly signed deliveries, made by putting each value where verification reads it.

mod draft;
mod fault;
mod url;

pub use fault::{FAULTS, Fault, faulty};

use crate::code::Code;
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::provider::compile;
use crate::provider::definition::ProviderDefinition;
use crate::provider::plan::Inputs;
use crate::signature::condition::Test;
use crate::signature::encoding::Encoding;
use crate::signature::plan::{KeySet, PreparedKey, SchemePlan};
use crate::signature::source::{Place, Received};
use crate::signature::timestamp::Unit;
use crate::signature::verified;
use draft::Work;

/// What is to be signed.
#[derive(Clone, Debug, Default)]
pub struct Draft<'a> {
    /// The request method; the sender's own unless given.
    pub method: Option<&'a str>,
    /// The URL as registered with the sender; `https://example.com/webhook` unless given.
    pub url: Option<&'a str>,
    /// Header lines to send along.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body. Where the signature stands in it, or a value that is signed, it is added there.
    pub body: &'a [u8],
    /// The event type, put where the sender names it.
    pub event: Option<&'a str>,
    /// The event id, put where the sender has one. One that is signed, and stands in neither headers nor body, is derived
    /// from the body and the time.
    pub id: Option<&'a str>,
    /// The time of signing in milliseconds since the Unix epoch.
    pub now: i64,
}

/// A signed delivery.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedDelivery {
    /// The request method.
    pub method: String,
    /// The URL.
    pub url: String,
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
        Delivery { method: Some(&self.method), url: Some(&self.url), headers, body: &self.body }
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

/// Signs a draft by the first scheme that the secrets are for and that the draft fits: a sender may have one scheme for
/// JSON and one for forms.
///
/// # Errors
/// `usage.sign` when it cannot be: only a published key is at hand, or a value cannot be put where it belongs; another
/// `usage.*` error of the definition, a parameter or a secret.
pub fn sign(definition: &ProviderDefinition, inputs: &Inputs, draft: &Draft<'_>) -> Result<SignedDelivery, UsageError> {
    let plans = compile::scheme_plans(definition, inputs)?;
    let chosen = !inputs.schemes.is_empty();
    let mut refusal = None;
    for plan in &plans {
        let Some((set, key)) = signing_key(plan) else { continue };
        let mut work = Work::new(definition, draft);
        let signed = Signer { plan, set, key, chosen }.run(&mut work, definition, draft).and_then(|()| {
            let signed = work.finish(definition, plan.id.clone());
            accepted(&plans, &signed, draft.now).map(|()| signed)
        });
        match signed {
            Ok(signed) => return Ok(signed),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    let found = match inputs.secrets.is_empty() {
        true => "no secret was given",
        false => "only published keys were given, which verify and do not sign",
    };
    let message = format!("{found}, expected a secret or a private key of provider `{}`", definition.id);
    Err(refusal.unwrap_or_else(|| refuse(message)))
}

/// Holds what was signed against verification, since nothing signed wrongly may be handed out: a draft may have headers
/// that contradict the scheme, or a body that cannot be read where it would have to be.
fn accepted(plans: &[SchemePlan], signed: &SignedDelivery, now: i64) -> Result<(), UsageError> {
    let delivery = signed.delivery();
    let verified = verified::authenticate(plans, &delivery, &limits());
    match verified.and_then(|verified| verified.fresh(now).map(drop)) {
        Ok(()) => Ok(()),
        Err(problem) => Err(refuse(format!("the delivery would be refused: {}", problem.message))),
    }
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
    /// Whether the caller wants this scheme, so that the draft is made to fit it.
    chosen: bool,
}

impl Signer<'_> {
    fn run(&self, work: &mut Work, definition: &ProviderDefinition, draft: &Draft<'_>) -> Result<(), UsageError> {
        let plan = self.plan;
        if plan.content.has(&Place::AllFields) && work.is_braced() {
            return Err(refuse(format!("scheme `{}` signs a form, and the body is JSON", plan.id)));
        }
        if let Some(event) = draft.event {
            work.name(definition, &definition.events.kind, event, "event type")?;
        }
        if let (Some(id), None) = (draft.id, &plan.id_source) {
            work.name(definition, &definition.events.id, id, "event id")?;
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
            let own = work.text(&source.place).filter(|id| !id.is_empty());
            let id = draft.id.map(|id| id.as_bytes().to_vec()).or(own);
            let id = id.unwrap_or_else(|| work.derived_id(definition, draft.now).into_bytes());
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
            if made && work.text(place).is_none() {
                let text = work.derived_id(definition, now);
                work.put(place, text.as_bytes(), false)?;
            }
        }
        Ok(())
    }

    fn satisfy(&self, work: &mut Work, condition: &crate::signature::condition::Condition) -> Result<(), UsageError> {
        let holds = work.with(|received| condition.holds(received).unwrap_or(false));
        if holds {
            return Ok(());
        }
        let place = &condition.source.place;
        if !self.chosen && work.text(place).is_some() {
            return Err(refuse(format!("by {} scheme `{}` is not meant", place.name(), self.plan.id)));
        }
        match &condition.test {
            // What is put there later.
            Test::Present if *place == self.plan.signature => Ok(()),
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
