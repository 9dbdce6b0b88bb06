//! What is reported for broken rules: code, place, words and hints, mode by mode.

#![allow(clippy::unwrap_used)]

use hookproof::report::{Drift, Problem, Severity};
use hookproof::schema::{CompileOptions, Engine, Findings, Mode, Schema, Walk};

fn compile(schema: &str, engine: Engine) -> Schema {
    let options = CompileOptions { assert_formats: true, engine, ..CompileOptions::default() };
    Schema::compile(schema, &options).unwrap_or_else(|error| panic!("{schema}: {error}"))
}

/// What the other engine says in other words: it writes exponents with their sign, and does not count what it finds.
#[cfg(feature = "full")]
const DEVIATIONS: [&str; 2] = ["exclusiveMaximum", "maxContains"];

#[track_caller]
fn inspect(schema: &str, text: &str, mode: Mode) -> (Vec<Problem>, Option<Drift>) {
    let found = inspect_by(Engine::Walk, schema, text, mode);
    #[cfg(feature = "full")]
    if !DEVIATIONS.iter().any(|keyword| schema.contains(keyword)) {
        assert_eq!(found, inspect_by(Engine::Full, schema, text, mode), "{schema} on {text}: the engines disagree");
    }
    found
}

#[track_caller]
fn inspect_by(engine: Engine, schema: &str, text: &str, mode: Mode) -> (Vec<Problem>, Option<Drift>) {
    let schema = compile(schema, engine);
    let walk = Walk { mode, ..Walk::new(text.as_bytes()) };
    let mut findings = Findings::new(64);
    let end = schema.inspect(&walk, &mut findings).unwrap_or_else(|error| panic!("{text}: {error}"));
    let verdict = schema.check(&walk).unwrap();
    let errors = findings.problems.iter().any(|problem| problem.severity == Severity::Error);
    let lesser = findings.problems.iter().any(|problem| problem.severity != Severity::Error);
    assert_eq!(verdict.end, end);
    assert_eq!(verdict.errors, errors, "{text}: check and inspection disagree: {:?}", findings.problems);
    assert!(!lesser && findings.drift().is_none() || verdict.details, "{text}: details are missing");
    (findings.problems.clone(), findings.drift())
}

/// One row of expected problems: code, severity, pointer, line, column, length, schema pointer, message.
fn row(problem: &Problem) -> String {
    format!(
        "{} {} {} {}:{}+{} {} | {}{}",
        problem.code,
        serde_json::to_string(&problem.severity).unwrap().trim_matches('"'),
        problem.pointer.as_deref().unwrap_or("-"),
        problem.line.unwrap(),
        problem.column.unwrap(),
        problem.length.unwrap(),
        problem.schema_pointer.as_deref().unwrap_or("-"),
        problem.message,
        problem.hint.as_ref().map(|hint| format!(" | {hint}")).unwrap_or_default(),
    )
}

#[track_caller]
fn reports(schema: &str, text: &str, mode: Mode, expected: &[&str]) {
    let (problems, _) = inspect(schema, text, mode);
    let rows: Vec<String> = problems.iter().map(row).collect();
    assert_eq!(rows, expected, "{schema} on {text}");
}

#[test]
fn each_keyword_says_where_and_what() {
    // schema, payload, the one problem
    let cases = [
        (
            r#"{"type":["integer","null"]}"#,
            "\n \"x\"",
            r#"schema.type error  2:2+3 /type | found string, expected integer or null"#,
        ),
        (r#"{"type":"integer"}"#, "1.5", "schema.type error  1:1+3 /type | found number, expected integer"),
        (r#"{"type":"object"}"#, "[1,2]", "schema.type error  1:1+1 /type | found array, expected object"),
        (
            r#"{"properties":{"a":false}}"#,
            r#"{"a":{}}"#,
            "schema.false error /a 1:6+1 /properties/a | found object, expected nothing at this place",
        ),
        (
            r#"{"enum":["a","b",3,null]}"#,
            r#""c""#,
            "schema.enum error  1:1+3 /enum | found a value that is not listed, expected one of `a`, `b`, `3`, `null`",
        ),
        (
            r#"{"const":{"a":1}}"#,
            r#"{"a":2}"#,
            "schema.const error  1:1+1 /const | found another value, expected `{\"a\":1}`",
        ),
        (
            r#"{"minimum":10}"#,
            "9.99",
            "schema.range error  1:1+4 /minimum | found a smaller number, expected at least 10",
        ),
        (
            r#"{"maximum":9007199254740990}"#,
            "9007199254740991",
            "schema.range error  1:1+16 /maximum | found a larger number, expected at most 9007199254740990",
        ),
        (
            r#"{"exclusiveMinimum":0}"#,
            "0.0",
            "schema.range error  1:1+3 /exclusiveMinimum | found a number that is too small, expected more than 0",
        ),
        (
            r#"{"exclusiveMaximum":1e2}"#,
            "100",
            "schema.range error  1:1+3 /exclusiveMaximum | found a number that is too large, expected less than 1e2",
        ),
        (
            r#"{"multipleOf":0.01}"#,
            "19.995",
            "schema.multiple_of error  1:1+6 /multipleOf | found a number that is no multiple, expected a multiple of 0.01",
        ),
        (
            r#"{"minLength":2}"#,
            r#""\ud83d\ude00""#,
            "schema.length error  1:1+14 /minLength | found 1 character, expected at least 2",
        ),
        (
            r#"{"maxLength":3}"#,
            "\"Эдна\"",
            "schema.length error  1:1+10 /maxLength | found 4 characters, expected at most 3",
        ),
        (
            r#"{"pattern":"^[0-9]+$"}"#,
            r#""12a""#,
            "schema.pattern error  1:1+5 /pattern | found a text that does not match, expected the pattern `^[0-9]+$`",
        ),
        (
            r#"{"format":"date-time"}"#,
            r#""2024-08-05T08: 24: 14Z""#,
            "schema.format error  1:1+24 /format | found a text that is not a date-time (RFC 3339), expected a minute from 00 to 59 at character 15 | blanks stand in the text; without them it is a date-time (RFC 3339)",
        ),
        (
            r#"{"format":"uri"}"#,
            r#""google.ru""#,
            "schema.format error  1:1+11 /format | found a text of another form, expected an absolute URI | the scheme is missing, such as `https://`",
        ),
        (
            r#"{"format":"int32"}"#,
            "2147483648",
            "schema.format error  1:1+10 /format | found a number outside of the format, expected one that fits `int32`",
        ),
        (r#"{"required":["id"]}"#, r#"[{}]"#, ""),
        (
            r#"{"required":["receivedAt"]}"#,
            "{\"recievedAt\":1}",
            "schema.required error  1:1+1 /required | found no member `receivedAt`, expected it | the member `recievedAt` is there instead",
        ),
        (
            r#"{"minProperties":2}"#,
            r#"{"a":1}"#,
            "schema.properties error  1:1+1 /minProperties | found 1 member, expected at least 2",
        ),
        (
            r#"{"maxProperties":0}"#,
            r#"{"a":1}"#,
            "schema.properties error  1:1+1 /maxProperties | found 1 member, expected at most 0",
        ),
        (
            r#"{"additionalProperties":false,"properties":{"text":true}}"#,
            r#"{"txet":1}"#,
            "schema.unknown_field error /txet 1:2+6 /additionalProperties | found the member `txet`, expected only members that the schema knows | `text` may be meant",
        ),
        (
            r#"{"unevaluatedProperties":false,"allOf":[{"properties":{"a":true}}]}"#,
            r#"{"a":1,"b":2}"#,
            "schema.unknown_field error /b 1:8+3 /unevaluatedProperties | found the member `b`, expected only members that the schema knows",
        ),
        (
            r#"{"dependentRequired":{"a":["b"]}}"#,
            r#"{"a":1}"#,
            "schema.dependent error  1:1+1 /dependentRequired | found `a` without `b`, expected both",
        ),
        (
            r#"{"propertyNames":{"maxLength":2}}"#,
            r#"{"abc":1}"#,
            "schema.length error /abc 1:2+5 /propertyNames/maxLength | found 3 characters, expected at most 2",
        ),
        (
            r#"{"patternProperties":{"^n":{"type":"number"}}}"#,
            r#"{"n1":"x"}"#,
            "schema.type error /n1 1:7+3 /patternProperties/^n/type | found string, expected number",
        ),
        (r#"{"minItems":2}"#, "[1]", "schema.items error  1:1+1 /minItems | found 1 item, expected at least 2"),
        (
            r#"{"prefixItems":[true],"items":false}"#,
            "[1,2,3]",
            "schema.items error /1 1:4+1 /items | found more items, expected at most 1",
        ),
        (
            r#"{"uniqueItems":true}"#,
            r#"[1,{"a":[2]},{"a":[2.0]}]"#,
            "schema.unique error /2 1:14+1 /uniqueItems | found an item equal to that at index 1, expected each only once",
        ),
        (
            r#"{"contains":{"const":1}}"#,
            "[2]",
            "schema.contains error  1:1+1 /contains | found 0 items of the kind that `contains` describes, expected at least 1",
        ),
        (
            r#"{"contains":{"const":1},"maxContains":1}"#,
            "[1,1]",
            "schema.contains error  1:1+1 /maxContains | found 2 items of the kind that `contains` describes, expected at most 1",
        ),
        (
            r#"{"not":{"type":"string"}}"#,
            r#""x""#,
            "schema.not error  1:1+3 /not | found a value that fits the schema under `not`, expected any other",
        ),
        (
            r#"{"oneOf":[{"minimum":1},{"maximum":9}]}"#,
            "5",
            "schema.one_of error  1:1+1 /oneOf | found a value that fits the alternatives 0 and 1, expected only one to fit",
        ),
        (
            r#"{"if":{"required":["a"]},"then":{"required":["b"]}}"#,
            r#"{"a":1}"#,
            "schema.required error  1:1+1 /then/required | found no member `b`, expected it",
        ),
        (
            r##"{"$ref":"#/$defs/x","$defs":{"x":{"type":"null"}}}"##,
            "0",
            "schema.type error  1:1+1 /$defs/x/type | found integer, expected null",
        ),
    ];
    for (schema, text, expected) in cases {
        let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
        reports(schema, text, Mode::Strict, expected);
    }
}

#[test]
fn the_closest_alternative_is_reported() {
    let events = r#"{"oneOf":[
        {"properties":{"type":{"const":"sent"},"id":{"type":"integer"},"to":{"type":"string"}},"required":["type","id","to"]},
        {"properties":{"type":{"enum":["read","seen"]},"id":{"type":"integer"},"at":{"type":"string"}},"required":["type","id","at"]}]}"#;
    // payload, problems
    let cases: &[(&str, &[&str])] = &[
        (
            r#"{"type":"sent","id":"1","to":"x"}"#,
            &["schema.type error /id 1:21+3 /oneOf/0/properties/id/type | found string, expected integer"],
        ),
        (
            r#"{"type":"seen","id":1}"#,
            &["schema.required error  1:1+1 /oneOf/1/required | found no member `at`, expected it"],
        ),
        (
            r#"{"type":"lost","id":1}"#,
            &[
                "schema.any_of error /type 1:9+6 /oneOf | found a value that names none of 2 alternatives, expected one that does",
            ],
        ),
    ];
    for (text, expected) in cases {
        reports(events, text, Mode::Strict, expected);
    }
    // One fault in a nullable object is not a fault of the null.
    let nullable =
        r#"{"anyOf":[{"type":"null"},{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}]}"#;
    reports(
        nullable,
        r#"{"a":1,"b":2}"#,
        Mode::Strict,
        &[
            "schema.type error /a 1:6+1 /anyOf/1/properties/a/type | found integer, expected string",
            "schema.type error /b 1:12+1 /anyOf/1/properties/b/type | found integer, expected string",
        ],
    );
    reports(nullable, "3", Mode::Strict, &["schema.type error  1:1+1 /anyOf | found integer, expected object or null"]);
    // Without types or discriminators: the alternative with the fewest faults.
    let plain = r#"{"anyOf":[{"required":["a","b","c"]},{"required":["x"]}]}"#;
    reports(
        plain,
        "{}",
        Mode::Strict,
        &["schema.required error  1:1+1 /anyOf/1/required | found no member `x`, expected it"],
    );
}

#[test]
fn problems_stand_in_the_order_of_the_text() {
    let schema = r#"{"required":["z"],"properties":{"a":{"type":"string"},"b":{"items":{"type":"integer"}}},"allOf":[{"properties":{"a":{"minimum":5}}}]}"#;
    let text = "{\n  \"b\": [1, \"é\", 2.5],\n  \"a\": 1\n}";
    reports(
        schema,
        text,
        Mode::Strict,
        &[
            "schema.required error  1:1+1 /required | found no member `z`, expected it",
            "schema.type error /b/1 2:12+4 /properties/b/items/type | found string, expected integer",
            "schema.type error /b/2 2:17+3 /properties/b/items/type | found number, expected integer",
            "schema.type error /a 3:8+1 /properties/a/type | found integer, expected string",
            "schema.range error /a 3:8+1 /allOf/0/properties/a/minimum | found a smaller number, expected at least 5",
        ],
    );
}

#[test]
fn a_prefix_stands_before_every_pointer() {
    let schema = compile(r#"{"required":["a"],"additionalProperties":{"type":"null"}}"#, Engine::Walk);
    let text = br#"[{"b":1}, {"c":2}]"#;
    let mut findings = Findings::new(3);
    let first = schema.inspect(&Walk { start: 1, prefix: "/0", ..Walk::new(text) }, &mut findings).unwrap();
    assert_eq!(first, 8);
    let second = schema.inspect(&Walk { start: 9, prefix: "/1", ..Walk::new(text) }, &mut findings).unwrap();
    assert_eq!(second, 17);
    let pointers: Vec<_> = findings.problems.iter().map(|problem| problem.pointer.as_deref().unwrap()).collect();
    assert_eq!(pointers, ["/0", "/0/b", "/1"]);
    assert_eq!(findings.omitted, 1);
}

#[test]
fn modes_decide_what_is_an_error() {
    let schema = r#"{
        "properties": {
            "status": {"type":"string","enum":["SENT","READ"],"x-tolerant":{"enum":"drift"}},
            "id": {"type":"integer","x-tolerant":{"type":"drift"}},
            "at": {"type":"string","format":"date-time","x-tolerant":{"format":"warning"}},
            "name": {"type":"string"}
        },
        "additionalProperties": false
    }"#;
    let text = r#"{"status":"LOST","id":"5","at":"now","nmae":[1]}"#;
    let rows = [
        "schema.enum S /status 1:11+6 /properties/status/enum | found a value that is not listed, expected one of `SENT`, `READ`",
        "schema.type S /id 1:23+3 /properties/id/type | found string, expected integer",
        "schema.format S /at 1:32+5 /properties/at/format | found a text that is not a date-time (RFC 3339), expected a year of four digits at character 1",
        "schema.unknown_field S /nmae 1:38+6 /additionalProperties | found the member `nmae`, expected only members that the schema knows | `name` may be meant",
    ];
    let strict: Vec<String> = rows.iter().map(|row| row.replace(" S ", " error ")).collect();
    reports(schema, text, Mode::Strict, &strict.iter().map(String::as_str).collect::<Vec<_>>());
    let warning = rows[2].replace(" S ", " warning ");
    for mode in [Mode::Tolerant, Mode::Observe] {
        reports(schema, text, mode, &[&warning]);
        let (_, drift) = inspect(schema, text, mode);
        let drift = drift.unwrap();
        assert_eq!(drift.unknown_fields, ["/nmae"]);
        assert_eq!(drift.new_enum_values, ["/status"]);
        assert_eq!(drift.changed_types.len(), 1);
        let changed = &drift.changed_types[0];
        assert_eq!(
            (changed.pointer.as_str(), changed.expected.as_str(), changed.found.as_str()),
            ("/id", "integer", "string")
        );
    }
    let wrong = r#"{"name":1}"#;
    reports(
        schema,
        wrong,
        Mode::Tolerant,
        &["schema.type error /name 1:9+1 /properties/name/type | found integer, expected string"],
    );
    reports(
        schema,
        wrong,
        Mode::Observe,
        &["schema.type warning /name 1:9+1 /properties/name/type | found integer, expected string"],
    );
    assert_eq!(inspect(schema, text, Mode::Strict).1, None);
}

#[test]
fn alternatives_tolerate_what_the_mode_tolerates() {
    let schema = r#"{"oneOf":[
        {"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false},
        {"type":"object","properties":{"b":{"type":"string"}},"required":["b"],"additionalProperties":false}]}"#;
    let text = r#"{"b":"x","new":1}"#;
    assert_eq!(inspect(schema, text, Mode::Strict).0.len(), 1);
    let (problems, drift) = inspect(schema, text, Mode::Tolerant);
    assert!(problems.is_empty());
    assert_eq!(drift.unwrap().unknown_fields, ["/new"]);
}

#[test]
fn the_fingerprint_depends_on_shape_alone() {
    let schema = r#"{"properties":{"items":{"items":{"properties":{"a":true},"additionalProperties":false}}},"additionalProperties":false}"#;
    let drift = |text| inspect(schema, text, Mode::Tolerant).1.unwrap();
    let one = drift(r#"{"items":[{"a":1},{"b":1}],"c":"x"}"#);
    let other = drift(r#"{"c":"yy","items":[{"b":2.5},{"b":3},{"a":1}]}"#);
    assert_eq!(one.fingerprint, other.fingerprint);
    assert_eq!(one.fingerprint.len(), 16);
    assert_eq!(one.unknown_fields, ["/c", "/items/1/b"]);
    assert_eq!(other.unknown_fields, ["/c", "/items/0/b"]);
    assert_ne!(one.fingerprint, drift(r#"{"items":[{"b":"1"}],"c":"x"}"#).fingerprint);
    // Made with another implementation of SHA-256 from the sorted lines.
    assert_eq!(drift(r#"{"c":null}"#).fingerprint, "bb818ba54fda54b2");
}

#[test]
fn names_that_stand_twice_are_found_and_the_last_counts() {
    let schema = r#"{"properties":{"a":{"type":"integer"},"b":true},"minProperties":3}"#;
    // payload, problems in tolerant mode
    let cases: &[(&str, &[&str])] = &[
        // The first `a` is of a wrong type, but it does not count.
        (
            r#"{"a":"x","b":1,"\u0061":2,"c":3}"#,
            &[
                "payload.duplicate_key warning /a 1:16+8 - | found a member name that stands in this object already, on line 1, column 2; expected each name once",
            ],
        ),
        // It counts once, so that there are too few members.
        (
            r#"{"a":1,"b":2,"a":3}"#,
            &[
                "schema.properties error  1:1+1 /minProperties | found 2 members, expected at least 3",
                "payload.duplicate_key warning /a 1:14+3 - | found a member name that stands in this object already, on line 1, column 2; expected each name once",
            ],
        ),
        // In objects and under names that the schema does not know.
        (
            r#"{"x":{"k":[{"n":1,"n":{"m":1,"m":2}}]},"y":1,"z":2}"#,
            &[
                "payload.duplicate_key warning /x/k/0/n 1:19+3 - | found a member name that stands in this object already, on line 1, column 13; expected each name once",
                "payload.duplicate_key warning /x/k/0/n/m 1:30+3 - | found a member name that stands in this object already, on line 1, column 24; expected each name once",
            ],
        ),
    ];
    for (text, expected) in cases {
        reports(schema, text, Mode::Tolerant, expected);
    }
    let strict = inspect(schema, cases[0].0, Mode::Strict).0;
    assert_eq!(strict[0].severity, Severity::Error);
}

#[test]
fn many_equal_names_cost_no_more_than_others() {
    let mut text = String::from("{");
    for index in 0..60_000 {
        text.push_str(&format!("\"n{}\":1,\"a\":2,", index % 30_000));
    }
    text.push_str("\"z\":1}");
    let schema = compile(r#"{"properties":{"a":true,"z":true}}"#, Engine::Walk);
    let mut findings = Findings::new(4);
    let started = std::time::Instant::now();
    schema.inspect(&Walk::new(text.as_bytes()), &mut findings).unwrap();
    assert_eq!(findings.problems.len() + findings.omitted as usize, 30_000 + 59_999);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn integers_keep_their_digits() {
    let schema = r##"{"properties":{
        "id":{"type":"integer","format":"int64"},
        "ref":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/id"}]},
        "list":{"items":{"oneOf":[{"type":"integer","format":"int64"},{"type":"string"}]}},
        "n":{"type":"number"}},
        "$defs":{"id":{"type":"integer","format":"int64"}}}"##;
    let text = r#"{"id":4912661846655238145,"ref":9007199254740993,"list":[1,"x",2],"n":9007199254740993,"id2":7}"#;
    let compiled = compile(schema, Engine::Walk);
    let mut findings = Findings::new(64);
    compiled.inspect(&Walk::new(text.as_bytes()), &mut findings).unwrap();
    let integers: Vec<&str> = findings.integers.iter().map(|span| &text[span.start..span.end]).collect();
    assert_eq!(integers, ["4912661846655238145", "9007199254740993", "1", "2"]);
    let rows: Vec<String> = findings.problems.iter().map(row).collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(
        rows[0],
        "payload.unsafe_integer note /id 1:7+19 - | found an integer beyond what JavaScript's numbers hold exactly, expected one within ±(2^53 - 1)"
    );
}

#[test]
fn objects_with_many_names_are_checked_like_others() {
    let names: Vec<String> = (0..200).map(|index| format!("name{index}")).collect();
    let properties: Vec<String> = names.iter().map(|name| format!(r#""{name}":{{"type":"integer"}}"#)).collect();
    let schema = format!(
        r#"{{"properties":{{{}}},"required":["name0","name65","name199"],"additionalProperties":false}}"#,
        properties.join(",")
    );
    let all: Vec<String> = names.iter().rev().map(|name| format!(r#""{name}":1"#)).collect();
    reports(&schema, &format!("{{{}}}", all.join(",")), Mode::Strict, &[]);
    reports(
        &schema,
        r#"{"name199":1,"name0":2,"name199":3,"name70":"x"}"#,
        Mode::Strict,
        &[
            "schema.required error  1:1+1 /required | found no member `name65`, expected it",
            "payload.duplicate_key error /name199 1:24+9 - | found a member name that stands in this object already, on line 1, column 2; expected each name once",
            "schema.type error /name70 1:45+3 /properties/name70/type | found string, expected integer",
        ],
    );
}

#[test]
fn names_with_lone_surrogates_are_told_apart() {
    let lone = r#""\ud800":1,"\ud801":2,"\ufffd":3"#;
    // So many names that equal ones are found by sorting.
    let many = format!(r#"{lone},"a":4,"b":5,"c":6,"d":7,"e":8,"f":9"#);
    for names in [lone, &many] {
        reports("{}", &format!("{{{names}}}"), Mode::Strict, &[]);
        let body = format!(r#"{{"\uD800":0,{names}}}"#);
        let (problems, _) = inspect("{}", &body, Mode::Strict);
        let offsets: Vec<_> = problems.iter().map(|problem| problem.offset).collect();
        assert_eq!(offsets, [Some(12)], "{body}: {problems:?}");
    }
}
