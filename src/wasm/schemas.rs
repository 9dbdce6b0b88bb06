//! Schemas apart from deliveries, for the package: a text in, yes or no out, the problems on request.

use wasm_bindgen::prelude::*;

#[cfg(feature = "details")]
use super::ENGINE;
use super::answer::{Answer, answer};
use super::{STATE, State, free, tagged};
#[cfg(feature = "details")]
use crate::code::Code;
#[cfg(feature = "details")]
use crate::data::{self, Map, members, words};
#[cfg(feature = "details")]
use crate::error::UsageError;
use crate::host;
use crate::schema::Validator;
#[cfg(feature = "details")]
use crate::schema::{CompileOptions, Schema, UnknownKeywords};

/// The options of `compileSchema`; schemas are JSON text.
#[cfg(feature = "details")]
struct SchemaOptions {
    schema: String,
    documents: Map<String>,
    assert_formats: bool,
    unknown_keywords: UnknownKeywords,
}

#[cfg(feature = "details")]
members!(SchemaOptions {
    schema: "schema",
    documents: "documents" or Map::new(),
    assert_formats: "assertFormats" or false,
    unknown_keywords: "unknownKeywords" or UnknownKeywords::default(),
});

#[cfg(feature = "details")]
words!(UnknownKeywords { Refuse: "refuse", Annotate: "annotate" });

/// The text that lies in the input area, once it was validated.
#[derive(Clone, Copy)]
pub struct Text {
    slot: usize,
    bytes: usize,
    readable: bool,
}

/// Compiles a schema.
#[cfg(feature = "details")]
#[wasm_bindgen(js_name = compileSchema)]
pub fn compile_schema(options: &str) -> Answer<usize> {
    let schema = compiled(options);
    answer(schema.map(|schema| STATE.with_borrow_mut(|state| state.keep(Validator::new(schema)))))
}

#[cfg(feature = "details")]
fn compiled(options: &str) -> Result<Schema, UsageError> {
    let options: SchemaOptions = data::read(options)
        .map_err(|error| UsageError::new(Code::UsageOption, say!("the options cannot be read: {error}")))?;
    let documents: Vec<(&str, &str)> =
        options.documents.iter().map(|(uri, text)| (uri.as_str(), text.as_str())).collect();
    let SchemaOptions { assert_formats, unknown_keywords, .. } = options;
    let compile = CompileOptions { assert_formats, documents: &documents, unknown_keywords, engine: ENGINE };
    Schema::compile(&options.schema, &compile)
        .map_err(|error| UsageError::new(Code::UsageSchema, say!("the schema is not right: {error}")))
}

/// The schema to which a verifier holds events of a type.
#[wasm_bindgen(js_name = eventSchema)]
pub fn event_schema(verifier: usize, event: &str) -> Answer<usize> {
    STATE.with_borrow_mut(|state| {
        let slot = state.verifiers.get(verifier).and_then(Option::as_ref).expect("the handle names a verifier");
        let validator = slot.verifier.schema(event);
        answer(validator.map(|validator| state.keep(validator)))
    })
}

/// Frees a schema.
#[wasm_bindgen(js_name = releaseSchema)]
pub fn release_schema(handle: usize) {
    STATE.with_borrow_mut(|state| {
        if let Some(slot) = state.schemas.get_mut(handle) {
            *slot = None;
        }
        if state.text.is_some_and(|text| text.slot == handle) {
            state.text = None;
        }
    });
}

/// Holds the text in the input area to a schema. Bit 0: it fits; bit 1: it is JSON; bit 2: there is more to tell.
#[wasm_bindgen]
pub fn validate(handle: usize, bytes: usize) -> u32 {
    STATE.with_borrow_mut(|state| {
        let text = Text { slot: handle, bytes, readable: false };
        let verdict = state.read(text, |validator, text| validator.check(text));
        state.forget();
        state.text = Some(Text { readable: verdict.is_ok(), ..text });
        match verdict {
            Ok(verdict) => u32::from(!verdict.errors) | 2 | u32::from(verdict.errors || verdict.details) << 2,
            Err(_) => 4,
        }
    })
}

/// Everything that the last validation finds.
#[cfg(feature = "details")]
#[wasm_bindgen]
pub fn validation() -> JsValue {
    STATE.with_borrow(|state| {
        let Some(text) = state.text else { return JsValue::NULL };
        super::plain(&state.read(text, Validator::validate)).unwrap_or(JsValue::NULL)
    })
}

/// The validated text with every number that its schema calls int64 written as a string that starts with `tag`.
#[wasm_bindgen(js_name = taggedText)]
pub fn tagged_text(tag: &str) -> Option<String> {
    STATE.with_borrow(|state| {
        let text = state.text.filter(|text| text.readable)?;
        state.read(text, |validator, bytes| {
            let text = std::str::from_utf8(bytes).ok()?;
            Some(tagged(text, &validator.integers(bytes), tag))
        })
    })
}

impl State {
    fn keep(&mut self, validator: Validator) -> usize {
        let handle = free(&mut self.schemas);
        self.schemas[handle] = Some(validator);
        handle
    }

    /// Reads the text in the input area. A handle or length that is not one means a broken host binding.
    fn read<T>(&self, text: Text, look: impl FnOnce(&Validator, &[u8]) -> T) -> T {
        let validator = self.schemas.get(text.slot).and_then(Option::as_ref).expect("the handle names a schema");
        look(validator, &self.input[host::ROOM..][..text.bytes])
    }
}
