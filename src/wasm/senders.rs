//! What senders promise, for the package: arguments in, plain data out.

use wasm_bindgen::prelude::*;

use super::options::ProviderOption;
use super::{plain, usage};
use crate::code::Code;
use crate::data::{self, Misfit, Node, Read};
use crate::error::UsageError;
use crate::sender::{self, Promise};
use crate::verifier::Provider;

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

/// A request that may be a handshake; members that no handshake reads yet are passed over.
struct Request {
    provider: ProviderOption,
    method: String,
}

impl Read for Request {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let (provider, _) = node.tagged("provider")?;
        let (method, _) = node.tagged("method")?;
        Ok(Self { provider: Read::read(provider)?, method: Read::read(method)? })
    }
}

/// The answer to a request that is no delivery. No handshake reads the body yet, so that it is left where it is.
#[wasm_bindgen]
pub fn handshake(request: &str, _body: &JsValue) -> Result<JsValue, JsValue> {
    let Request { provider, method } = parse("request", request)?;
    plain(&sender::answer(&promise_of(provider)?, &method))
}

fn promise(provider: &str) -> Result<Promise, JsValue> {
    promise_of(parse("provider", provider)?)
}

fn promise_of(option: ProviderOption) -> Result<Promise, JsValue> {
    let definition = option.provider().and_then(Provider::load);
    Ok(definition.map_err(|error| usage(&error))?.sender)
}

fn parse<T: Read>(what: &str, text: &str) -> Result<T, JsValue> {
    data::read(text)
        .map_err(|error| usage(&UsageError::new(Code::UsageSetup, format!("the {what} cannot be read: {error}"))))
}
