//! Captured values: what the walk records is what a search finds, and recording changes no verdict.

#![allow(clippy::unwrap_used)]

mod support;

use hookproof::payload::pointer::{self, PointerSet};
use hookproof::schema::{CompileOptions, Findings, Schema, Walk};
use hookproof::{Delivery, Verifier};
use proptest::prelude::*;

/// Each sends the first pass over a value another way.
const SCHEMAS: [&str; 14] = [
    "true",
    r#"{"properties":{"a":{"type":"integer"},"b":{"items":{"format":"int64"}}}}"#,
    r#"{"properties":{"a":true,"b":true,"c/d":true,"e~":true},"additionalProperties":false}"#,
    r##"{"$ref":"#/$defs/x","$defs":{"x":{"properties":{"a":{"$ref":"#/$defs/x"}},"required":["b"]}}}"##,
    r#"{"allOf":[{"properties":{"a":{"properties":{"b":{"format":"int64"}}}}},{"properties":{"b":true}}]}"#,
    r#"{"anyOf":[{"type":"object","properties":{"a":{"minLength":1}}},{"type":"array","items":{"type":"object"}}]}"#,
    r#"{"oneOf":[{"required":["a"]},{"required":["b"]}],"properties":{"a":{"anyOf":[{"format":"int64"},{"type":"string"}]}}}"#,
    r#"{"patternProperties":{"^a":{"properties":{"b":true}},"b":{"type":"array"}},"propertyNames":{"maxLength":3}}"#,
    r#"{"not":{"properties":{"a":{"const":1}}},"dependentSchemas":{"a":{"properties":{"b":{"type":"array"}}}}}"#,
    r#"{"if":{"properties":{"a":{"type":"object"}}},"then":{"required":["b"]},"else":{"properties":{"b":{"type":"object"}}}}"#,
    r#"{"properties":{"a":true},"unevaluatedProperties":{"type":"object"},"unevaluatedItems":{"properties":{"a":true}}}"#,
    r#"{"prefixItems":[{"properties":{"a":true}}],"contains":{"required":["a"]},"uniqueItems":true}"#,
    r#"{"enum":[{"a":1},[1],"x"],"properties":{"a":{"enum":[1,[2]]}}}"#,
    r#"{"properties":{"a":{"properties":{"a":{"properties":{"b":{"items":{"properties":{"a":{"format":"int64"}}}}}}}}}}"#,
];

const POINTERS: [&str; 16] = [
    "",
    "/a",
    "/a/a",
    "/a/b",
    "/a/b/0",
    "/b",
    "/b/0",
    "/b/1/a",
    "/b/0/b",
    "/c~1d",
    "/e~0",
    "/0",
    "/1",
    "/1/a",
    "/",
    "/a/a/b/1/a",
];

/// Member names as they may be written; some are the same name.
const NAMES: [&str; 8] = ["a", "b", "a", "\\u0061", "c/d", "c\\/d", "e~", ""];

fn value() -> impl Strategy<Value = String> {
    let scalar = prop::sample::select(vec!["1", "-2.5", "9007199254740993", "\"x\"", "\"\\u0061\"", "null", "true"]);
    let scalar = scalar.prop_map(str::to_owned);
    scalar.prop_recursive(4, 24, 4, |inner| {
        let member = (prop::sample::select(NAMES.to_vec()), prop::sample::select(vec!["", " "]), inner.clone());
        let members = prop::collection::vec(member, 0..5).prop_map(|members| {
            let members: Vec<String> =
                members.into_iter().map(|(name, blank, value)| format!("\"{name}\"{blank}:{blank}{value}")).collect();
            format!("{{{}}}", members.join(","))
        });
        let items = prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(" , ")));
        prop_oneof![3 => members, 1 => items]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn the_walk_records_what_a_search_finds(text in value(), schema in prop::sample::select(SCHEMAS.to_vec())) {
        let options = CompileOptions { assert_formats: true, ..CompileOptions::default() };
        let schema = Schema::compile(schema, &options).unwrap();
        let text = format!(" {text} ");
        let walk = Walk { start: 1, ..Walk::new(text.as_bytes()) };
        let set = PointerSet::new(&POINTERS).unwrap();
        let (verdict, captured) = schema.capture(&walk, &set).unwrap();
        prop_assert_eq!(verdict, schema.check(&walk).unwrap());
        for (pointer, span) in POINTERS.iter().zip(&captured.spans) {
            prop_assert_eq!(*span, pointer::find_one(text.as_bytes(), 1, pointer), "{}", pointer);
        }
        let mut findings = Findings::new(0);
        schema.inspect(&walk, &mut findings).unwrap();
        prop_assert_eq!(captured.integers, findings.integers);
    }
}

#[test]
fn every_vector_is_judged_alike_with_captures() {
    let mut compared = 0;
    for vector in support::vectors() {
        let Ok(plain) = vector.verifier() else { continue };
        let body = vector.body();
        // Of a form the payload is a text that is made of it.
        if !body.trim_ascii_start().starts_with(b"{") && !body.trim_ascii_start().starts_with(b"[") {
            continue;
        }
        let delivery = vector.delivery(&body);
        let report = plain.verify(&delivery, vector.now);
        let mut pointers: Vec<String> = vec![String::new(), "/0".to_owned(), "/none".to_owned()];
        if let Ok(value) = serde_json::from_slice::<serde_json::Value>(&body) {
            let event =
                if report.events.first().is_some_and(|event| event.pointer.is_empty()) { &value } else { &value[0] };
            places(event, String::new(), &mut pointers);
        }
        pointers.truncate(60);
        let mut capturing = vector.clone();
        capturing.options.captures = pointers;
        let verifier = capturing.verifier().unwrap();
        let (with, captures) = verifier.verify_with_captures(&delivery, vector.now);
        assert_eq!(with, report, "{}", vector.title());
        assert_eq!(verifier.judge_with_captures(&delivery, vector.now).0, plain.judge(&delivery, vector.now));
        let found: Vec<_> = captures.iter().collect();
        assert!(report.events.is_empty() || !found.is_empty(), "{}", vector.title());
        for (event, pointer, text) in found {
            let whole = format!("{event}{pointer}");
            let span = pointer::find_one(&body, 0, &whole);
            let expected = span.map(|span| std::str::from_utf8(&body[span.start..span.end]).unwrap());
            assert_eq!(text, expected, "{}: {whole}", vector.title());
            compared += 1;
        }
    }
    assert!(compared > 5_000, "only {compared} values were compared");
}

fn places(value: &serde_json::Value, pointer: String, all: &mut Vec<String>) {
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        serde_json::Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, format!("{pointer}/{}", escaped(name)), all));
        }
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| places(value, format!("{pointer}/{at}"), all));
        }
        _ => {}
    }
    if !all.contains(&pointer) {
        all.push(pointer);
    }
}

#[test]
fn by_pointers_into_the_body() {
    let verifier = |captures: &[&str]| {
        let builder = Verifier::builder("edna-pulse").without_authentication().schema("", "true");
        captures.iter().fold(builder, |builder, pointer| builder.capture(*pointer)).build()
    };
    let body = br#"{"requestId":"r","n":9007199254740993,"n":[1,{"a/b":"\u0041"}]}"#;
    let delivery = Delivery { body, ..Delivery::default() };
    let verifier_of = verifier(&["/n/1/a~1b", "/n", "/n", "/none"]).unwrap();
    assert_eq!(verifier_of.captures(), ["/n/1/a~1b", "/n", "/none"]);
    let (_, captures) = verifier_of.verify_with_captures(&delivery, 0);
    assert_eq!(captures.get("/n"), Some(r#"[1,{"a/b":"\u0041"}]"#));
    assert_eq!(captures.get("/n/1/a~1b"), Some(r#""\u0041""#));
    assert_eq!((captures.get("/none"), captures.get("/requestId")), (None, None));

    let broken = Delivery { body: br#"{"n":1,"#, ..Delivery::default() };
    assert_eq!(verifier_of.verify_with_captures(&broken, 0).1.iter().count(), 0);
    let forged = Verifier::builder("edna-pulse").secret("s").capture("/n").build().unwrap();
    assert_eq!(forged.verify_with_captures(&delivery, 0).1.iter().count(), 0);

    let error = verifier(&["n"]).unwrap_err().to_string();
    assert!(error.contains("captures: `n` is not a JSON Pointer: it does not begin with `/`"), "{error}");
    let many: Vec<String> = (0..65).map(|n| format!("/{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(verifier(&many).unwrap_err().to_string().contains("there are 65 pointers to capture, expected at most 64"));
}
