//! What senders promise, for the package: arguments in, plain data out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::answer::{plain, usage};
use super::options::{Options, ProviderOption, SecretOption};
use crate::code::Code;
use crate::data::{self, Map, Read, members};
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::sender::{self, Promise};
use crate::signature::key::Secret;
use crate::verifier::{Provider, Verifier, VerifierBuilder};

/// What the sender would refuse about an endpoint's URL.
#[wasm_bindgen(js_name = checkEndpoint)]
pub fn check_endpoint(provider: &str, url: &str) -> Result<JsValue, JsValue> {
    plain(&sender::check_endpoint(&promise(provider)?, url))
}

/// When a delivery is attempted.
#[wasm_bindgen(js_name = retrySchedule)]
pub fn retry_schedule(provider: &str, first_attempt_ms: f64) -> Result<JsValue, JsValue> {
    plain(&sender::retry_schedule(&promise(provider)?, first_attempt_ms as i64))
}

/// Which endpoints get an event.
#[wasm_bindgen]
pub fn route(provider: &str, setup: &str, query: &str) -> Result<JsValue, JsValue> {
    let targets = sender::route(&promise(provider)?, &parse("setup", setup)?, &parse("query", query)?);
    plain(&targets.map_err(|error| usage(&error))?)
}

/// What the sender would refuse about a setup.
#[wasm_bindgen(js_name = checkSetup)]
pub fn check_setup(provider: &str, setup: &str) -> Result<JsValue, JsValue> {
    plain(&sender::check_setup(&promise(provider)?, &parse("setup", setup)?))
}

/// A request that may be a handshake or anybody's delivery, with whose secrets are at hand; the body crosses apart.
struct Request {
    senders: Vec<Sender>,
    method: Option<String>,
    url: String,
    headers: Vec<(String, String)>,
    now: i64,
}

members!(Request {
    senders: "senders" or Vec::new(),
    method: "method",
    url: "url" or String::new(),
    headers: "headers" or Vec::new(),
    now: "now" or 0,
});

/// A sender with its secrets.
struct Sender {
    provider: ProviderOption,
    secrets: Vec<SecretOption>,
    parameters: Map<String>,
}

members!(Sender {
    provider: "provider",
    secrets: "secrets" or Vec::new(),
    parameters: "parameters" or Map::new(),
});

/// The answer to a request that is no delivery.
#[wasm_bindgen]
pub fn handshake(request: &str, body: &[u8]) -> Result<JsValue, JsValue> {
    ask(request, body, |builders, delivery, now| match builders {
        [builder] => plain(&builder.handshake(delivery, now).map_err(|error| usage(&error))?),
        _ => Ok(JsValue::NULL),
    })
}

/// The senders that a request may be from.
#[wasm_bindgen]
pub fn detect(request: &str, body: &[u8]) -> Result<JsValue, JsValue> {
    ask(request, body, |builders, delivery, now| {
        plain(&crate::detect::detect(delivery, builders, now).map_err(|error| usage(&error))?)
    })
}

/// Why a delivery does not verify; `options` are those of the verifier.
#[wasm_bindgen]
pub fn explain(options: &str, request: &str, body: &[u8]) -> Result<JsValue, JsValue> {
    question(options, request, body, |builder, delivery, now, others| {
        plain(&builder.explain(delivery, now, others).map_err(|error| usage(&error))?)
    })
}

/// What of a delivery was signed, for tools that show it.
#[wasm_bindgen]
pub fn inspect(options: &str, request: &str, body: &[u8]) -> Result<JsValue, JsValue> {
    question(options, request, body, |builder, delivery, now, others| {
        let inspection = builder.inspect(delivery, now, others).map_err(|error| usage(&error))?;
        let serializer = Serializer::new().serialize_missing_as_null(true);
        inspection.serialize(&serializer).map_err(Into::into)
    })
}

fn question(
    options: &str,
    request: &str,
    body: &[u8],
    answer: impl FnOnce(&VerifierBuilder, &Delivery<'_>, i64, &[Secret]) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    let options: Options = parse("options", options)?;
    let builder = options.builder().map_err(|error| usage(&error))?;
    let request: Request = parse("request", request)?;
    let others = request.senders.into_iter().flat_map(|sender| sender.secrets).map(SecretOption::secret);
    let others: Vec<_> = others.collect();
    let url = (!request.url.is_empty()).then_some(request.url.as_str());
    let headers = request.headers.iter().map(|(name, value)| (name.as_str(), bytes(value))).collect();
    let delivery = Delivery { method: request.method.as_deref(), url, headers, body };
    answer(&builder, &delivery, request.now, &others)
}

fn ask(
    text: &str,
    body: &[u8],
    answer: impl FnOnce(&[VerifierBuilder], &Delivery<'_>, i64) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    let request: Request = parse("request", text)?;
    let mut builders = Vec::new();
    for sender in request.senders {
        let mut builder = Verifier::builder(sender.provider.provider().map_err(|error| usage(&error))?);
        for secret in sender.secrets {
            builder = builder.secret(secret.secret());
        }
        for (name, value) in sender.parameters {
            builder = builder.parameter(name, value);
        }
        builders.push(builder);
    }
    let url = (!request.url.is_empty()).then_some(request.url.as_str());
    let headers = request.headers.iter().map(|(name, value)| (name.as_str(), bytes(value))).collect();
    answer(&builders, &Delivery { method: request.method.as_deref(), url, headers, body }, request.now)
}

/// Hosts hand out the bytes of a header as characters U+0000 to U+00FF, so these are the bytes that were received.
pub fn bytes(value: &str) -> Vec<u8> {
    let units: Option<Vec<u8>> = value.chars().map(|unit| u8::try_from(u32::from(unit)).ok()).collect();
    units.unwrap_or_else(|| value.as_bytes().to_vec())
}

fn promise(provider: &str) -> Result<Promise, JsValue> {
    promise_of(parse("provider", provider)?)
}

fn promise_of(option: ProviderOption) -> Result<Promise, JsValue> {
    let definition = option.provider().and_then(Provider::load);
    Ok(definition.map_err(|error| usage(&error))?.sender)
}

/// Reads what crossed as JSON text.
pub fn parse<T: Read>(what: &str, text: &str) -> Result<T, JsValue> {
    data::read(text)
        .map_err(|error| usage(&UsageError::new(Code::UsageSetup, format!("the {what} cannot be read: {error}"))))
}
