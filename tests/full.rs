//! The other engine: what only it can, the bounds it keeps, and that it agrees with the walk.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used)]

use hookproof::Code;
use hookproof::report::Severity;
use hookproof::schema::{CompileOptions, Engine, Findings, Mode, Schema, UnknownKeywords, Walk};

const OPTIONS: CompileOptions<'static> = CompileOptions {
    assert_formats: true,
    documents: &[],
    unknown_keywords: UnknownKeywords::Refuse,
    engine: Engine::Full,
};

fn compile(schema: &str) -> Schema {
    Schema::compile(schema, &OPTIONS).unwrap_or_else(|error| panic!("{schema}: {error}"))
}

/// Code, pointer, offset, length and schema pointer of each error.
fn problems(schema: &Schema, text: &str, mode: Mode) -> Vec<String> {
    let walk = Walk { mode, ..Walk::new(text.as_bytes()) };
    let mut findings = Findings::new(64);
    schema.inspect(&walk, &mut findings).unwrap();
    assert_eq!(schema.check(&walk).unwrap().errors, findings.problems.iter().any(|p| p.severity == Severity::Error));
    let row = |problem: &hookproof::report::Problem| {
        let (offset, length) = (problem.offset.unwrap(), problem.length.unwrap());
        let (pointer, rule) = (problem.pointer.as_deref(), problem.schema_pointer.as_deref());
        format!("{} {} {offset}+{length} {}", problem.code, pointer.unwrap_or("-"), rule.unwrap_or("-"))
    };
    findings.problems.iter().filter(|problem| problem.severity == Severity::Error).map(row).collect()
}

#[test]
fn every_draft_and_pattern() {
    let four = r#""$schema":"http://json-schema.org/draft-04/schema#""#;
    let six = r#""$schema":"http://json-schema.org/draft-06/schema#""#;
    let seven = r#""$schema":"http://json-schema.org/draft-07/schema#""#;
    let nineteen = r#""$schema":"https://json-schema.org/draft/2019-09/schema""#;
    // schema, payload, its problems
    let cases: &[(String, &str, &[&str])] = &[
        (format!(r#"{{{four},"type":"integer"}}"#), "1.0", &["schema.type  0+3 /type"]),
        (format!(r#"{{{four},"minimum":5,"exclusiveMinimum":true}}"#), "5", &["schema.range  0+1 /exclusiveMinimum"]),
        (
            format!(
                r##"{{{four},"id":"http://h.example/a","definitions":{{"d":{{"id":"b","type":"null"}}}},"allOf":[{{"$ref":"b"}}]}}"##
            ),
            "1",
            &["schema.type  0+1 /definitions/d/type"],
        ),
        (
            format!(r#"{{{six},"propertyNames":{{"maxLength":1}}}}"#),
            r#"{"ab":1}"#,
            &["schema.length /ab 1+4 /propertyNames/maxLength"],
        ),
        (
            format!(r#"{{{seven},"if":{{"required":["a"]}},"then":{{"required":["b"]}}}}"#),
            r#" {"a":1}"#,
            &["schema.required  1+1 /then/required"],
        ),
        (
            format!(
                r##"{{{nineteen},"$recursiveAnchor":true,"type":"object","additionalProperties":{{"$recursiveRef":"#"}}}}"##
            ),
            r#"{"a":{"b":[]}}"#,
            &["schema.type /a/b 10+1 /type"],
        ),
        (r#"{"pattern":"^(?!x)(a+)\\1$"}"#.to_owned(), r#""aaa""#, &["schema.pattern  0+5 /pattern"]),
        (r#"{"pattern":"^(?!x)(a+)\\1$"}"#.to_owned(), r#""aaaa""#, &[]),
        (r#"{"contentEncoding":"base64"}"#.to_owned(), r#""?""#, &[]),
    ];
    for (schema, text, expected) in cases {
        assert_eq!(problems(&compile(schema), text, Mode::Strict), *expected, "{schema} on {text}");
    }
}

#[test]
fn numbers_are_exact_whatever_their_length() {
    let big = "4912661846655238145";
    let huge = "123456789012345678901234567890123456789012345678901234567890";
    for (schema, text, fits) in [
        (format!(r#"{{"const":{big}}}"#), big.to_owned(), true),
        (format!(r#"{{"const":{big}}}"#), "4912661846655238144".to_owned(), false),
        (format!(r#"{{"enum":[{huge}]}}"#), format!("{huge}.0"), true),
        (format!(r#"{{"enum":[{huge}]}}"#), format!("{huge}.1"), false),
        (format!(r#"{{"maximum":{huge}.4}}"#), format!("{huge}.5"), false),
        (r#"{"multipleOf":0.1}"#.to_owned(), format!("{huge}.3"), true),
        (r#"{"type":"integer"}"#.to_owned(), "1e400".to_owned(), true),
        (r#"{"type":"integer"}"#.to_owned(), "1e-400".to_owned(), false),
        (r#"{"uniqueItems":true}"#.to_owned(), format!("[{huge},{huge}e0]"), false),
        (r#"{"uniqueItems":true}"#.to_owned(), "[9007199254740992,9007199254740993]".to_owned(), true),
        (r#"{"format":"int64"}"#.to_owned(), "9223372036854775808".to_owned(), false),
    ] {
        assert_eq!(problems(&compile(&schema), &text, Mode::Strict).is_empty(), fits, "{schema} on {text}");
    }
    let text = format!(r#"{{"id":{big},"no":1.5,"a":[{big}]}}"#);
    let schema = compile(
        r##"{"properties":{"id":{"format":"int64"},"no":{"format":"int64"},"a":{"items":{"$ref":"#/properties/id"}}}}"##,
    );
    let mut findings = Findings::new(8);
    schema.inspect(&Walk::new(text.as_bytes()), &mut findings).unwrap();
    let integers: Vec<&str> = findings.integers.iter().map(|span| &text[span.start..span.end]).collect();
    assert_eq!(integers, [big, big]);
    assert!(findings.problems.iter().any(|problem| problem.code == Code::PayloadUnsafeInteger));
}

#[test]
fn other_documents_and_resources_have_their_own_pointers() {
    let documents = [("https://h.example/other", r#"{"$defs":{"s":{"type":"string","x-tolerant":{"type":"drift"}}}}"#)];
    let options = CompileOptions { documents: &documents, ..OPTIONS };
    let schema = r##"{"properties":{"a":{"$ref":"https://h.example/other#/$defs/s"},"b":{"$ref":"urn:b"}},
        "$defs":{"b":{"$id":"urn:b","properties":{"c":false}}}}"##;
    let schema = Schema::compile(schema, &options).unwrap();
    let text = r#"{"a":1,"b":{"c":2}}"#;
    assert_eq!(
        problems(&schema, text, Mode::Strict),
        ["schema.type /a 5+1 https://h.example/other#/$defs/s/type", "schema.false /b/c 16+1 /$defs/b/properties/c"]
    );
    assert_eq!(problems(&schema, text, Mode::Tolerant), ["schema.false /b/c 16+1 /$defs/b/properties/c"]);
}

#[test]
fn what_cannot_be_compiled_is_said_with_its_place() {
    // schema, part of the error
    for (schema, part) in [
        ("{", "the schema is not JSON"),
        (r#"{"a":1,"a":2}"#, "at /a: found a member that stands twice"),
        (
            r#"{"properties":{"p":{"minLenght":1}}}"#,
            "at /properties/p/minLenght: the keyword `minLenght` is in no draft",
        ),
        (r#"{"additionalItems":false}"#, "at /additionalItems: the keyword `additionalItems` is not in draft 2020-12"),
        (
            r##"{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{}},"$ref":"#/definitions/a","minLength":1}"##,
            "at /minLength: draft 7 ignores keywords beside `$ref`",
        ),
        (r#"{"properties":{"p":{"type":"strin"}}}"#, "at /properties/p/type: "),
        (r#"{"properties":{"p":{"pattern":"("}}}"#, "at /properties/p/pattern: the pattern"),
        (r#"{"format":"colour"}"#, "the format \"colour\" is not implemented"),
        (r#"{"properties":{"p":{"$ref":"https://h.example/x"}}}"#, "at /properties/p/$ref: the reference leads to"),
        (r##"{"properties":{"p":{"$ref":"#/$defs/x"}}}"##, "at /properties/p/$ref: the reference leads to"),
        (r#"{"minimum":1,"x-tolerant":{"minimum":"drift"}}"#, "at /x-tolerant: `minimum` can only be `warning`"),
    ] {
        let error = Schema::compile(schema, &OPTIONS).expect_err(schema).to_string();
        assert!(error.contains(part), "{schema}: {error}");
    }
    let annotate = CompileOptions { unknown_keywords: UnknownKeywords::Annotate, ..OPTIONS };
    assert!(Schema::compile(r#"{"minLenght":1}"#, &annotate).is_ok());
}

#[test]
fn members_of_an_object_that_knows_none_are_drift_in_any_depth() {
    let schema = compile(r#"{"items":{"additionalProperties":false}}"#);
    let text = r#"[{"a":null},{"b":1,"c":2}]"#;
    assert_eq!(problems(&schema, text, Mode::Tolerant), [""; 0]);
    let at = |name: &str, offset: usize| format!("schema.unknown_field {name} {offset}+3 /items/additionalProperties");
    assert_eq!(problems(&schema, text, Mode::Strict), [at("/0/a", 2), at("/1/b", 13), at("/1/c", 19)]);
    let mut findings = Findings::new(8);
    schema.inspect(&Walk { mode: Mode::Tolerant, ..Walk::new(text.as_bytes()) }, &mut findings).unwrap();
    assert_eq!(findings.drift().unwrap().unknown_fields, ["/0/a", "/1/b", "/1/c"]);
}

#[test]
fn steps_bound_what_is_read_again() {
    let limited = |schema: &str, text: &str, steps: u64| {
        let schema = compile(schema);
        let walk = Walk { steps, ..Walk::new(text.as_bytes()) };
        let mut findings = Findings::new(8);
        let checked = schema.check(&walk).map_err(|error| error.code);
        let inspected = schema.inspect(&walk, &mut findings).map_err(|error| error.code);
        assert_eq!(checked.map(|verdict| verdict.end), inspected, "check and inspection disagree");
        inspected.err()
    };
    let doubling = r##"{"$defs":{"a":{"anyOf":[{"items":{"$ref":"#/$defs/a"}},{"items":{"$ref":"#/$defs/a"},"maxItems":9}]}},
        "allOf":[{"$ref":"#/$defs/a"},{"not":{"items":{"items":{"const":1}}}}]}"##;
    let nested = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    assert_eq!(limited(doubling, &nested, 10), Some(Code::LimitSteps));
    let backtracking = r#"{"pattern":"^(?=(a|a)+$)(a|a)+\\1b$"}"#;
    assert_eq!(limited(backtracking, &format!("\"{}\"", "a".repeat(60)), Walk::STEPS), Some(Code::LimitSteps));
}

#[test]
fn hostile_payloads_and_schemas_end() {
    let endless = [
        r##"{"allOf":[{"$ref":"#"}]}"##,
        r##"{"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/a"}]}},"propertyNames":{"$ref":"#/$defs/a"}}"##,
    ];
    for schema in endless {
        if let Ok(schema) = Schema::compile(schema, &OPTIONS) {
            problems(&schema, r#"{"":1,"a":[]}"#, Mode::Strict);
        }
    }
    let deep = compile(r##"{"properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"},"additionalProperties":false}"##);
    let text = format!("{}1{}", "[".repeat(500), "]".repeat(500));
    let walk = Walk { depth: 512, ..Walk::new(text.as_bytes()) };
    assert!(!deep.check(&walk).unwrap().errors);
    for number in ["1e999999999", "-1e-999999999", &"9".repeat(100_000), &format!("0.{}1", "0".repeat(100_000))] {
        for schema in [r#"{"multipleOf":0.01}"#, r#"{"maximum":1e300}"#, r#"{"const":1e5}"#, r#"{"type":"integer"}"#] {
            problems(&compile(schema), number, Mode::Strict);
        }
    }
    let surrogates = compile(r#"{"maxLength":1,"pattern":"."}"#);
    assert!(problems(&surrogates, r#""\ud800""#, Mode::Strict).is_empty());
}
