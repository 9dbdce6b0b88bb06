//! Misuse that the builder refuses: each with its code, and a message that says what to do.

mod support;

use hookproof::signature::algorithm;
use hookproof::verifier::Provider;
use hookproof::{Secret, UsageError, Verifier, provider};
use serde_json::{Value, json};
use support::read;

#[test]
fn each_misuse_is_refused_with_its_code() {
    let file: Value = serde_json::from_str(&read("tests/vectors/usage.json")).unwrap();
    for case in file["build"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        // Refused only by builds that leave this algorithm out.
        if case["unless"].as_str().is_some_and(|algorithm| algorithm::find(algorithm).is_some()) {
            assert!(build(&case["options"]).is_ok(), "{name}");
            continue;
        }
        let error = build(&case["options"]).map(drop).expect_err(name);
        assert_eq!(error.code.as_str(), case["expect"]["code"], "{name}: {error}");
        let says = case["expect"]["says"].as_str().unwrap();
        assert!(error.message.contains(says), "{name}: {error}, expected it to say `{says}`");
        assert!(!error.message.contains("topsecret"), "{name}: {error}");
    }
}

fn build(options: &Value) -> Result<Verifier, UsageError> {
    let mut builder = Verifier::builder(provider(&options["provider"])?);
    for secret in options["secrets"].as_array().unwrap() {
        builder = builder.secret(match secret {
            Value::String(text) => Secret::text(text.as_str()),
            named => Secret::text(named["value"].as_str().unwrap()).with_id(named["id"].as_str().unwrap()),
        });
    }
    for (name, value) in members(&options["parameters"]) {
        builder = builder.parameter(name, value.as_str().unwrap());
    }
    for (event, schema) in members(&options["schemas"]) {
        builder = builder.schema(event, schema.to_string());
    }
    for scheme in options["schemes"].as_array().into_iter().flatten() {
        builder = builder.scheme(scheme.as_str().unwrap());
    }
    if options["limits"].is_object() {
        builder = builder.limits(serde_json::from_value(options["limits"].clone()).unwrap());
    }
    if options["authentication"] == "none" {
        builder = builder.without_authentication();
    }
    builder.build()
}

/// A built-in provider, or one with some fields of the definition or of its first scheme set anew.
fn provider(option: &Value) -> Result<Provider, UsageError> {
    if let Some(id) = option.as_str() {
        return Ok(id.into());
    }
    let id = option["extends"].as_str().unwrap();
    let (_, text) = provider::catalog::CATALOG.iter().find(|(known, _)| *known == id).unwrap();
    let mut definition: Value = serde_json::from_str(text).unwrap();
    for (name, value) in members(&option["set"]) {
        definition[name] = value.clone();
    }
    for (name, value) in members(&option["scheme"]) {
        definition["schemes"] = json!([definition["schemes"][0]]);
        definition["schemes"][0][name] = value.clone();
    }
    provider::parse(&definition.to_string()).map(Provider::from)
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

#[test]
fn a_verifier_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Verifier>();
    shared::<hookproof::VerifierBuilder>();
    shared::<hookproof::Report>();
}
