//! Requests that are no deliveries, such as liveness checks and challenges, and the answer that the sender waits for.

use std::borrow::Cow;

use serde::Serialize;

use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::payload::{form, json};
use crate::provider::compile;
use crate::provider::definition::ProviderDefinition;
use crate::provider::plan::{Inputs, wrong};
use crate::report::Problem;
use crate::sender::handshake::Handshake;
use crate::signature::algorithm::Key;
use crate::signature::condition::Condition;
use crate::signature::source::{Place, Received, Source};
use crate::signature::template::Template;

/// The answer to a handshake.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header lines, name and value.
    pub headers: Vec<(String, String)>,
    /// The body; empty where the sender asks for none.
    pub body: String,
    /// A secret that the sender has handed over in this request, to be kept and passed in `secrets` from now on; absent
    /// for all other requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub store: Option<String>,
}

/// What is answered may be a secret.
impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer").field("status", &self.status).finish_non_exhaustive()
    }
}

/// The place of the secret by which a request is signed like a delivery, if it is; asked only for handshakes that must be.
pub type Verify<'v> = dyn Fn() -> Result<Option<usize>, UsageError> + 'v;

/// The answer of the first handshake that the request is; `None` where it is none, but perhaps a delivery.
///
/// A liveness check carries no key and is answered without one, so its answer has no effect and tells nothing. What is
/// answered with a MAC is bounded by the definition, so that nobody gets a delivery signed here.
///
/// # Errors
/// A `usage.*` error when the definition, a parameter or a secret that the answer needs is not right.
pub fn answer(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    request: &Delivery<'_>,
    verify: &Verify<'_>,
) -> Result<Option<Answer>, UsageError> {
    let limits = Limits::default();
    if request.body.len() > limits.body_bytes as usize || request.headers.len() > limits.headers as usize {
        return Ok(None);
    }
    if request.url.is_some_and(|url| form::is_crowded(form::query(url), limits.parameters)) {
        return Ok(None);
    }
    for handshake in &definition.sender.handshakes {
        // Method names are case-sensitive (RFC 9110 section 9.1).
        if request.method != Some(&handshake.when.method) {
            continue;
        }
        let Some(plan) = Plan::compile(handshake, definition, inputs)? else { continue };
        // A key is taken over only while there is none: such a request is not signed.
        if plan.store.is_some() && !inputs.secrets.is_empty() || plan.of_body() && !is_json(request.body) {
            continue;
        }
        // What cannot be read is no handshake; as a delivery it is told what is wrong with it.
        let received = Received::new(request, &limits);
        if !plan.fits(&received).unwrap_or(false) {
            continue;
        }
        let secret = match handshake.verify {
            true => verify()?,
            false => Some(0),
        };
        let Some(secret) = secret else { continue };
        let key = match plan.macs() {
            Some(algorithm) => {
                Some(compile::answer_key(definition, handshake.scheme.as_deref(), algorithm, inputs, secret)?)
            }
            None => None,
        };
        if let Ok(Some(answer)) = plan.answer(handshake.respond.status, &received, key.as_deref()) {
            return Ok(Some(answer));
        }
    }
    Ok(None)
}

fn is_json(body: &[u8]) -> bool {
    let end = json::value_end(body, json::skip_whitespace(body, 0), Limits::default().depth);
    end.is_ok_and(|end| json::skip_whitespace(body, end) == body.len())
}

/// A handshake, compiled.
struct Plan {
    when: Vec<Condition>,
    headers: Vec<(String, Template)>,
    body: Template,
    store: Option<Source>,
}

impl Plan {
    /// `None` when it needs a parameter that the host has not handed in.
    fn compile(
        handshake: &Handshake,
        definition: &ProviderDefinition,
        inputs: &Inputs,
    ) -> Result<Option<Self>, UsageError> {
        let parameters = compile::optional_parameters(definition, inputs)?;
        let texts = handshake.respond.headers.iter().map(|(_, value)| value).chain([&handshake.respond.body]);
        let texts = texts
            .chain(handshake.when.all.iter().flat_map(|when| [Some(&when.source), when.equals.as_ref()]).flatten());
        if texts.map(String::as_str).any(|text| compile::lacks(text, &parameters)) {
            return Ok(None);
        }
        let parameter = |name: &str| parameters.get(name).cloned().flatten();
        let wrong = |error: String| wrong(&format!("handshake `{}`", handshake.when.method), error);
        let template = |text: &str| Template::parse(text, &parameter).map_err(wrong);
        let when = handshake.when.all.iter().map(|when| Condition::compile(when, &parameter).map_err(wrong));
        let headers = handshake.respond.headers.iter().map(|(name, value)| Ok((name.clone(), template(value)?)));
        Ok(Some(Self {
            when: when.collect::<Result<_, _>>()?,
            headers: headers.collect::<Result<_, UsageError>>()?,
            body: template(&handshake.respond.body)?,
            store: handshake.store.as_ref().map(|text| Source::parse(text, &parameter)).transpose().map_err(wrong)?,
        }))
    }

    fn fits(&self, received: &Received<'_>) -> Result<bool, Problem> {
        for condition in &self.when {
            if !condition.holds(received)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a condition speaks of the body.
    fn of_body(&self) -> bool {
        self.when.iter().any(|condition| matches!(condition.source.place, Place::Pointer(_)))
    }

    fn macs(&self) -> Option<&'static str> {
        self.headers.iter().map(|(_, value)| value).chain([&self.body]).find_map(Template::macs)
    }

    /// `None` when the answer could not be sent: a header with a line break in it, a body that is no text.
    fn answer(&self, status: u16, received: &Received<'_>, key: Option<&dyn Key>) -> Result<Option<Answer>, Problem> {
        let text = |template: &Template| Ok(String::from_utf8(template.fill(received, key)?.concat()).ok());
        let mut headers = Vec::new();
        for (name, value) in &self.headers {
            match text(value)? {
                // Hosts take no other characters in a header.
                Some(value) if value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) => {
                    headers.push((name.clone(), value));
                }
                _ => return Ok(None),
            }
        }
        let Some(body) = text(&self.body)? else { return Ok(None) };
        let store = match &self.store {
            Some(source) => received.text(&source.place)?.map(Cow::into_owned),
            None => None,
        };
        let store = store.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(Some(Answer { status, headers, body, store }))
    }
}
