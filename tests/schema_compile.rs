//! Which schemas are refused and where, what older drafts mean, and that compiling and walking stay within bounds.

#![allow(clippy::unwrap_used)]

use hookproof::code::Code;
use hookproof::schema::{CompileOptions, Findings, Mode, Schema, UnknownKeywords, Walk};

fn strictly(schema: &Schema, text: &str) -> bool {
    let walk = Walk { mode: Mode::Strict, ..Walk::new(text.as_bytes()) };
    !schema.check(&walk).unwrap().errors
}

#[test]
fn refuses_what_it_cannot_do() {
    // schema, the error
    let cases = [
        ("", "the schema is not JSON: line 1: the schema holds no JSON value"),
        ("{\n\"a\" 1}", "the schema is not JSON: line 2: found a digit, expected `:` after the member name"),
        ("[]", "expected a schema"),
        (r#"{"a":1}"#, "at /a: the keyword `a` is not implemented"),
        (
            r#"{"properties":{"a/b":{"minLenght":1}}}"#,
            "at /properties/a~1b/minLenght: the keyword `minLenght` is not implemented",
        ),
        (r#"{"$defs":{"unused":{"tpye":"string"}}}"#, "at /$defs/unused/tpye: the keyword `tpye` is not implemented"),
        (r#"{"type":"text"}"#, "at /type: found something that is not the name of a JSON type"),
        (
            r#"{"items":{"minLength":-1}}"#,
            "at /items/minLength: found something else, expected a whole number from 0 on",
        ),
        (r#"{"maxItems":1.5}"#, "at /maxItems: found something else, expected a whole number from 0 on"),
        (r#"{"minimum":"1"}"#, "at /minimum: found something else, expected a number"),
        (r#"{"multipleOf":0}"#, "at /multipleOf: found a number that is not above 0, expected one that is"),
        (r#"{"required":"a"}"#, "at /required: found something else, expected an array of names"),
        (
            r#"{"properties":{"a":1}}"#,
            "at /properties: found something else, expected a schema (an object, `true` or `false`)",
        ),
        (r#"{"anyOf":[]}"#, "at /anyOf: found something else, expected an array of schemas"),
        (
            r#"{"pattern":"(?=a)"}"#,
            "at /pattern: the pattern `(?=a)` cannot be used: a look-ahead assertion cannot be matched in linear time; the entry `hookproof/full` has it",
        ),
        (r#"{"format":"colour"}"#, "at /format: the format `colour` is not implemented"),
        (r##"{"$ref":"#/$defs/x"}"##, "at /$ref: found a reference to `#/$defs/x`, where no schema stands"),
        (
            r#"{"$ref":"other.json"}"#,
            "at /$ref: found a reference to `other.json`, which is not among the documents handed in",
        ),
        (r##"{"$ref":"#"}"##, "the schema applies itself to the same value without end"),
        (
            r##"{"$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}},"$ref":"#/$defs/a"}"##,
            "the schema applies itself to the same value without end",
        ),
        (r#"{"then":true}"#, "at /then: found `then` without `if`, so that it says nothing"),
        (r#"{"minContains":1}"#, "at /minContains: found `minContains` without `contains`, so that it says nothing"),
        (r#"{"a":1,"a":2}"#, "at /a: found a member that stands twice in its object"),
        (
            r#"{"$schema":"http://json-schema.org/draft-04/schema#"}"#,
            "at /$schema: found `http://json-schema.org/draft-04/schema#`, which is neither draft 6, 7, 2019-09 or 2020-12 nor among the documents handed in; `hookproof/full` has draft 4",
        ),
        (
            r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","dependencies":{}}"#,
            "at /dependencies: the keyword `dependencies` is not implemented; the entry `hookproof/full` has it",
        ),
        (
            r#"{"$schema":"http://json-schema.org/draft-07/schema#","unevaluatedProperties":false}"#,
            "at /unevaluatedProperties: the keyword `unevaluatedProperties` is not implemented",
        ),
        (
            r##"{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{}},"$ref":"#/definitions/a","minLength":1}"##,
            "at /minLength: draft 7 ignores keywords beside `$ref`; put both into an `allOf`",
        ),
        (
            r#"{"type":"string","x-tolerant":{"enum":"drift"}}"#,
            "at /x-tolerant: found `enum`, which this schema object does not have",
        ),
        (r#"{"minimum":1,"x-tolerant":{"minimum":"drift"}}"#, "at /x-tolerant: `minimum` can only be `warning`"),
        (
            r#"{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}"#,
            "at /$defs/b/$anchor: found the anchor `x`, which another schema has already",
        ),
    ];
    let options = CompileOptions { assert_formats: true, ..CompileOptions::default() };
    for (schema, expected) in cases {
        let error = Schema::compile(schema, &options).expect_err(schema).to_string();
        let error = error.strip_prefix("at /$defs/a: ").or(error.strip_prefix("at /$defs/b: ")).unwrap_or(&error);
        assert_eq!(error, expected, "{schema}");
    }
    // Notes of other tools are no rules; with `Annotate` nothing unknown is.
    assert!(Schema::compile(r#"{"x-note":1}"#, &options).is_ok());
    let annotate = CompileOptions { unknown_keywords: UnknownKeywords::Annotate, ..options };
    assert!(Schema::compile(r#"{"a":1}"#, &annotate).is_ok());
    assert!(Schema::compile(r#"{"format":"colour"}"#, &CompileOptions::default()).is_ok());
}

#[test]
fn older_drafts_mean_what_they_meant() {
    let seven = r#""$schema":"http://json-schema.org/draft-07/schema#""#;
    // schema without its first brace, values that fit, values that do not
    let cases: &[(&str, &[&str], &[&str])] = &[
        (r##""definitions":{"n":{"type":"number"}},"items":{"$ref":"#/definitions/n"}}"##, &["[1]"], &["[\"x\"]"]),
        (
            r#""items":[{"type":"number"},{"type":"string"}],"additionalItems":false}"#,
            &["[1,\"x\"]", "[1]"],
            &["[1,\"x\",2]", "[\"x\"]"],
        ),
        (r#""items":[{"type":"number"}],"additionalItems":{"type":"null"}}"#, &["[1,null]"], &["[1,2]"]),
        (r#""items":{"type":"number"},"additionalItems":false}"#, &["[1,2]"], &["[\"x\"]"]),
        (
            r#""dependencies":{"a":["b"],"c":{"required":["d"]}}}"#,
            &["{\"a\":1,\"b\":1}", "{\"c\":1,\"d\":1}"],
            &["{\"a\":1}", "{\"c\":1}"],
        ),
        (r##""definitions":{"a":{"$id":"#node","type":"null"}},"not":{"$ref":"#node"}}"##, &["1"], &["null"]),
        (r#""contains":{"const":1}}"#, &["[1]"], &["[]"]),
    ];
    for (schema, good, bad) in cases {
        let with_draft = Schema::compile(&format!("{{{seven},{schema}"), &CompileOptions::default()).unwrap();
        let without = Schema::compile(&format!("{{{schema}"), &CompileOptions::default()).unwrap();
        for compiled in [with_draft, without] {
            for text in *good {
                assert!(strictly(&compiled, text), "{schema} on {text}");
            }
            for text in *bad {
                assert!(!strictly(&compiled, text), "{schema} on {text}");
            }
        }
    }
}

#[test]
fn documents_are_taken_from_what_is_handed_in() {
    let documents = [
        ("https://example.com/schemas/order.json", r##"{"properties":{"total":{"$ref":"money.json#/$defs/amount"}}}"##),
        ("https://example.com/schemas/money.json", r#"{"$defs":{"amount":{"type":"integer","minimum":0}}}"#),
    ];
    let options = CompileOptions { documents: &documents, ..CompileOptions::default() };
    let schema = Schema::compile(r#"{"$ref":"https://example.com/schemas/order.json"}"#, &options).unwrap();
    let mut findings = Findings::new(4);
    schema.inspect(&Walk::new(br#"{"total":-1}"#), &mut findings).unwrap();
    let pointer = findings.problems[0].schema_pointer.as_deref();
    assert_eq!(pointer, Some("https://example.com/schemas/money.json#/$defs/amount/minimum"));
}

#[test]
fn work_is_bounded() {
    // Each level reads its value again twice, so that the work doubles with every level.
    let doubling = r##"{"type":"object","anyOf":[{"required":["no"]},{"properties":{"a":{"$ref":"#"}},"required":["a"]},
        {"properties":{"a":{"$ref":"#"}},"minProperties":9}]}"##;
    let schema = Schema::compile(doubling, &CompileOptions::default()).unwrap();
    let text = format!("{}1{}", "{\"a\":".repeat(60), "}".repeat(60));
    let walk = Walk { steps: 100_000, ..Walk::new(text.as_bytes()) };
    let error = schema.check(&walk).unwrap_err();
    assert_eq!(error.code, Code::LimitSteps);
    assert_eq!(schema.inspect(&walk, &mut Findings::new(4)).unwrap_err(), error);
    // The expression's size counts as much as the text's.
    let schema = Schema::compile(r#"{"pattern":"^(a{1,99}b?){1,40}$"}"#, &CompileOptions::default()).unwrap();
    let text = format!("\"{}c\"", "a".repeat(100_000));
    assert_eq!(
        schema.check(&Walk { steps: 1_000_000, ..Walk::new(text.as_bytes()) }).unwrap_err().code,
        Code::LimitSteps
    );
}

#[test]
fn deep_payloads_and_long_chains_need_no_deep_stack() {
    let chain: Vec<String> =
        (0..20_000).map(|n| format!(r##""d{n}":{{"type":"array","$ref":"#/$defs/d{}"}}"##, n + 1)).collect();
    let schema = format!(r##"{{"$ref":"#/$defs/d0","$defs":{{{},"d20000":{{}}}}}}"##, chain.join(","));
    let compiled = Schema::compile(&schema, &CompileOptions::default()).unwrap();
    assert_eq!(compiled.check(&Walk::new(b"[]")).unwrap_err().code, Code::LimitSteps);
    let recursive = [
        r##"{"anyOf":[{"type":"string"},{"items":{"$ref":"#"}}]}"##,
        r##"{"allOf":[{"items":{"$ref":"#"}},{"not":{"minItems":2}}],"unevaluatedItems":false}"##,
        r##"{"type":"array","anyOf":[{"type":"string"},{"items":{"oneOf":[{"$ref":"#"},{"type":"null"}]}}],"maxItems":0}"##,
        r##"{"$dynamicAnchor":"x","prefixItems":[{"$dynamicRef":"#x"}],"contains":true}"##,
    ];
    let text = format!("{}{}", "[".repeat(500), "]".repeat(500));
    for schema in recursive {
        let compiled = Schema::compile(schema, &CompileOptions::default()).unwrap();
        let walk = Walk { depth: 512, ..Walk::new(text.as_bytes()) };
        // Whether it fits the budget or not: there is an answer.
        let checked = compiled.check(&walk).map(|verdict| verdict.end);
        let inspected = compiled.inspect(&walk, &mut Findings::new(4));
        assert_eq!(checked, inspected, "{schema}");
    }
}

#[test]
fn no_schema_makes_the_compiler_panic() {
    let seed = r##"{"$id":"http://a/b","type":["string","null"],"properties":{"a":{"$ref":"#/$defs/x"},"b":{"pattern":"^[a-z]{2,}$"}},
        "items":[{"minimum":1.5e3}],"anyOf":[{"const":{"k":[1]}},{"enum":[1,"2"]}],"unevaluatedItems":{"$dynamicRef":"#m"},
        "dependencies":{"a":["b"]},"$defs":{"x":{"format":"int64","$anchor":"y","$dynamicAnchor":"m"}},"x-tolerant":{"type":"drift"}}"##;
    let pieces = [
        "\"$ref\":\"#\",",
        "\"$id\":\"#z\",",
        "{",
        "}",
        "[",
        "]",
        "1",
        "null",
        "\"\"",
        "\"#/$defs/x\"",
        "true,",
        "-",
        "(",
        "\\\\",
        "{0}",
        "%",
    ];
    let mut state = 0x5EED_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % bound as u64) as usize
    };
    let mut compiled = 0;
    for round in 0..20_000 {
        let mut text = seed.to_owned();
        for _ in 0..=below(3) {
            let tokens: Vec<(usize, &str)> = text.match_indices(['"', '{', '[', ':', ',', ']', '}']).collect();
            let at = tokens[below(tokens.len())].0;
            let end = at + below(text.len() - at + 1).min(12);
            match below(3) {
                0 if text.is_char_boundary(end) => text.replace_range(at..end, ""),
                1 => text.insert_str(at, pieces[below(pieces.len())]),
                _ => {
                    let other = tokens[below(tokens.len())].0;
                    let part: String = text[other..].chars().take(10).collect();
                    text.insert_str(at, &part);
                }
            }
        }
        let unknown_keywords = if round % 2 == 0 { UnknownKeywords::Annotate } else { UnknownKeywords::Refuse };
        let options = CompileOptions { unknown_keywords, assert_formats: round % 3 == 0, ..CompileOptions::default() };
        if let Ok(schema) = Schema::compile(&text, &options) {
            compiled += 1;
            for value in [r#"{"a":1,"b":"xy","k":[]}"#, "[1500,[],\"2\"]", "\"x\"", "null", "1.0"] {
                let walk = Walk::new(value.as_bytes());
                let checked = schema.check(&walk).map(|verdict| verdict.end);
                assert_eq!(schema.inspect(&walk, &mut Findings::new(9)), checked, "{text} on {value}");
            }
        }
    }
    assert!(compiled > 100, "{compiled}");
}
