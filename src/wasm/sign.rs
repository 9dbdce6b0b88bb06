//! Signing, for the package: a draft in, a delivery out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::answer::usage;
use super::options::{ProviderOption, SecretOption};
use super::senders::{bytes, parse};
use crate::data::{Map, members};
use crate::sign::{Draft, Fault, SignedDelivery};
use crate::verifier::Verifier;

/// What is to be signed; the body crosses apart.
struct Request {
    provider: ProviderOption,
    secret: SecretOption,
    parameters: Map<String>,
    scheme: Option<String>,
    method: Option<String>,
    url: Option<String>,
    headers: Vec<(String, String)>,
    event: Option<String>,
    id: Option<String>,
    fault: Option<String>,
    now: i64,
}

members!(Request {
    provider: "provider",
    secret: "secret",
    parameters: "parameters" or Map::new(),
    scheme: "scheme",
    method: "method",
    url: "url",
    headers: "headers" or Vec::new(),
    event: "event",
    id: "id",
    fault: "fault",
    now: "now",
});

/// The signed delivery, as it crosses.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signed<'s> {
    method: &'s str,
    url: &'s str,
    headers: Vec<(&'s str, String)>,
    body: Bytes<'s>,
    scheme: &'s str,
    secret: Option<Wrong<'s>>,
}

/// A secret as it was given: text or bytes.
#[derive(Serialize)]
#[serde(untagged)]
enum Wrong<'s> {
    Text(&'s str),
    Bytes(Bytes<'s>),
}

/// Bytes that become a `Uint8Array`.
struct Bytes<'b>(&'b [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// Signs a delivery.
#[wasm_bindgen]
pub fn sign(request: &str, body: &[u8]) -> Result<JsValue, JsValue> {
    let request: Request = parse("request", request)?;
    let mut builder = Verifier::builder(request.provider.provider().map_err(|error| usage(&error))?);
    builder = builder.secret(request.secret.secret());
    for (name, value) in request.parameters {
        builder = builder.parameter(name, value);
    }
    if let Some(scheme) = request.scheme {
        builder = builder.scheme(scheme);
    }
    let draft = Draft {
        method: request.method.as_deref(),
        url: request.url.as_deref(),
        headers: request.headers.iter().map(|(name, value)| (name.clone(), bytes(value))).collect(),
        body,
        event: request.event.as_deref(),
        id: request.id.as_deref(),
        now: request.now,
    };
    let signed = match &request.fault {
        Some(fault) => Fault::parse(fault).and_then(|fault| builder.sign_faulty(&draft, &fault)),
        None => builder.sign(&draft),
    };
    let signed = signed.map_err(|error| usage(&error))?;
    let SignedDelivery { method, url, headers, body, scheme, secret } = &signed;
    let signed = Signed {
        method,
        url,
        headers: headers.iter().map(|(name, value)| (name.as_str(), characters(value))).collect(),
        body: Bytes(body),
        scheme,
        secret: secret.as_ref().map(|secret| match std::str::from_utf8(secret) {
            Ok(text) => Wrong::Text(text),
            Err(_) => Wrong::Bytes(Bytes(secret)),
        }),
    };
    signed.serialize(&Serializer::new().serialize_missing_as_null(true)).map_err(Into::into)
}

/// A header's bytes as characters U+0000 to U+00FF, as hosts hand them out.
fn characters(value: &[u8]) -> String {
    value.iter().map(|&byte| char::from(byte)).collect()
}
