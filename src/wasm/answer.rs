//! How a call answers: the build with words throws what was misused, the other has no answer, and the host asks the first.

#[cfg(feature = "details")]
use serde::Serialize;
#[cfg(feature = "details")]
use serde_wasm_bindgen::Serializer;
#[cfg(feature = "details")]
use wasm_bindgen::prelude::*;

use crate::error::UsageError;

/// What a call that can be misused gives.
#[cfg(feature = "details")]
pub type Answer<T> = Result<T, JsValue>;

/// What a call that can be misused gives; nothing where it was.
#[cfg(not(feature = "details"))]
pub type Answer<T> = Option<T>;

/// The answer to a call.
#[cfg(feature = "details")]
pub fn answer<T>(result: Result<T, UsageError>) -> Answer<T> {
    result.map_err(|error| usage(&error))
}

/// The answer to a call.
#[cfg(not(feature = "details"))]
pub fn answer<T>(result: Result<T, UsageError>) -> Answer<T> {
    result.ok()
}

/// As plain JavaScript data.
#[cfg(feature = "details")]
pub fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(Into::into)
}

/// The error that is thrown for a misuse.
#[cfg(feature = "details")]
pub fn usage(error: &UsageError) -> JsValue {
    plain(error).unwrap_or(JsValue::NULL)
}
