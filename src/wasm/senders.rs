//! What senders promise, for the package: arguments in, plain data out.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::options::ProviderOption;
use super::{plain, usage};
use crate::code::Code;
use crate::error::UsageError;
use crate::sender::{self, Promise};
use crate::verifier::Provider;

/// A request that may be a handshake; members that no handshake reads yet are passed over.
#[derive(Deserialize)]
struct Request {
    provider: ProviderOption,
    method: String,
}

/// What the sender would refuse about an endpoint's URL.
#[wasm_bindgen(js_name = checkEndpoint)]
pub fn check_endpoint(provider: JsValue, url: &str) -> Result<JsValue, JsValue> {
    plain(&sender::check_endpoint(&promise(provider)?, url))
}

/// When a delivery is attempted.
#[wasm_bindgen(js_name = retrySchedule)]
pub fn retry_schedule(provider: JsValue, first_attempt_ms: f64) -> Result<JsValue, JsValue> {
    plain(&sender::retry_schedule(&promise(provider)?, first_attempt_ms as i64))
}

/// Which endpoints get an event.
#[wasm_bindgen]
pub fn route(provider: JsValue, setup: &str, query: &str) -> Result<JsValue, JsValue> {
    let targets = sender::route(&promise(provider)?, &parse("setup", setup)?, &parse("query", query)?);
    plain(&targets.map_err(|error| usage(&error))?)
}

/// What the sender would refuse about a setup.
#[wasm_bindgen(js_name = checkSetup)]
pub fn check_setup(provider: JsValue, setup: &str) -> Result<JsValue, JsValue> {
    plain(&sender::check_setup(&promise(provider)?, &parse("setup", setup)?))
}

/// The answer to a request that is no delivery.
#[wasm_bindgen]
pub fn handshake(request: JsValue) -> Result<JsValue, JsValue> {
    let Request { provider, method } = read("request", request)?;
    plain(&sender::answer(&promise_of(provider)?, &method))
}

fn promise(provider: JsValue) -> Result<Promise, JsValue> {
    promise_of(read("provider", provider)?)
}

fn promise_of(option: ProviderOption) -> Result<Promise, JsValue> {
    let definition = option.provider().and_then(Provider::load);
    Ok(definition.map_err(|error| usage(&error))?.sender)
}

/// Text, because only then unknown members are refused: objects of JavaScript are asked for the known ones.
fn parse<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, JsValue> {
    serde_json::from_str(text).map_err(|error| misuse(what, &error))
}

fn read<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| misuse(what, &error))
}

fn misuse(what: &str, error: &dyn std::fmt::Display) -> JsValue {
    usage(&UsageError::new(Code::UsageSetup, format!("the {what} cannot be read: {error}")))
}
