//! What a Rust user would compile to WebAssembly to hold a body to a schema: bytes in, verdict out.

use jsonschema::Validator;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

/// A compiled schema.
#[wasm_bindgen]
pub struct Schema(Validator);

#[wasm_bindgen]
impl Schema {
    /// Compiles a schema of draft 2020-12.
    #[wasm_bindgen(constructor)]
    pub fn new(schema: &str) -> Result<Schema, String> {
        let schema: Value = serde_json::from_str(schema).map_err(|error| error.to_string())?;
        jsonschema::draft202012::new(&schema).map(Schema).map_err(|error| error.to_string())
    }

    /// Whether a body is JSON that fits.
    pub fn fits(&self, body: &[u8]) -> bool {
        serde_json::from_slice(body).is_ok_and(|body| self.0.is_valid(&body))
    }
}
