//! Schemas by texts, each with the whole list of its problems; the package runs the same rows (`tests/js/schema.test.mjs`).

mod support;

use base64ct::{Base64, Encoding as _};
use hookproof::schema::{CompileOptions, Engine, Schema, SchemaError, UnknownKeywords, Validator};
use serde::Deserialize;
use serde_json::{Value, json};
use support::read;

#[derive(Deserialize)]
struct File {
    validate: Vec<Row>,
    refuse: Vec<Refused>,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    schema: Value,
    options: Options,
    texts: Vec<Text>,
}

#[derive(Deserialize)]
struct Refused {
    name: String,
    schema: Value,
    options: Options,
    says: String,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[derive(Default)]
struct Options {
    formats: String,
    documents: std::collections::BTreeMap<String, Value>,
    unknown_keywords: UnknownKeywords,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Text {
    text: Option<String>,
    base64: Option<String>,
    ok: bool,
    problems: Value,
    problems_omitted: u32,
}

fn file() -> File {
    serde_json::from_str(&read("tests/vectors/schemas.json")).unwrap()
}

/// A schema that is a string is its JSON text.
fn text_of(schema: &Value) -> String {
    schema.as_str().map_or_else(|| schema.to_string(), str::to_owned)
}

fn compile(schema: &Value, options: &Options, engine: Engine) -> Result<Schema, SchemaError> {
    let documents: Vec<_> = options.documents.iter().map(|(uri, schema)| (uri.as_str(), text_of(schema))).collect();
    let documents: Vec<_> = documents.iter().map(|(uri, text)| (*uri, text.as_str())).collect();
    let options = CompileOptions {
        assert_formats: options.formats == "assert",
        documents: &documents,
        unknown_keywords: options.unknown_keywords,
        engine,
    };
    Schema::compile(&text_of(schema), &options)
}

#[test]
fn each_text_has_exactly_these_problems() {
    hold(Engine::Walk);
}

#[cfg(feature = "full")]
#[test]
fn the_other_engine_finds_the_same() {
    hold(Engine::Full);
}

fn hold(engine: Engine) {
    for Row { name, schema, options, texts } in file().validate {
        let schema = compile(&schema, &options, engine).unwrap_or_else(|error| panic!("{name}: {error}"));
        let validator = Validator::new(schema);
        for Text { text, base64, ok, problems, problems_omitted } in texts {
            let bytes = match (&text, &base64) {
                (Some(text), None) => text.clone().into_bytes(),
                (None, Some(base64)) => Base64::decode_vec(base64).unwrap(),
                _ => panic!("{name}: one of text and base64"),
            };
            let shown = String::from_utf8_lossy(&bytes);
            let found = serde_json::to_value(validator.validate(&bytes)).unwrap();
            let expected = json!({ "ok": ok, "problems": problems, "problemsOmitted": problems_omitted });
            assert_eq!(found, expected, "{name}: {shown}");
            let checked = validator.check(&bytes).is_ok_and(|verdict| !verdict.errors);
            assert_eq!(checked, ok, "{name}: {shown}");
        }
    }
}

#[test]
fn each_schema_is_refused_with_its_place() {
    for Refused { name, schema, options, says } in file().refuse {
        let error = compile(&schema, &options, Engine::Walk).expect_err(&name);
        assert_eq!(error.to_string(), says, "{name}");
    }
}

#[test]
fn integers_called_int64_are_found_however_they_are_written() {
    let schema = r#"{"properties":{"id":{"format":"int64"},"ids":{"items":{"anyOf":[{"type":"integer","format":"int64"},true]}}}}"#;
    let validator = Validator::new(Schema::compile(schema, &CompileOptions::default()).unwrap());
    let found = |text: &str| -> Vec<String> {
        validator.integers(text.as_bytes()).iter().map(|span| text[span.start..span.end].to_owned()).collect()
    };
    assert_eq!(found(r#"{"id":4912661846655238145}"#), ["4912661846655238145"]);
    assert_eq!(
        found(r#" {"n":1,"ids":[1, -0, 2.50, 3.0, 1e2, 1e-2, "5"],"id":12.0} "#),
        ["1", "-0", "3.0", "1e2", "12.0"]
    );
    assert_eq!(found(r#"{"id":1"#), [""; 0]);
}
