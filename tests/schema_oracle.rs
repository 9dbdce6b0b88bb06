//! Generated schemas on generated values: the walk says what the `jsonschema` crate says, always.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::cell::Cell;

use hookproof::report::Severity;
use hookproof::schema::{CompileOptions, Findings, Mode, Schema, Walk};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

const NAMES: [&str; 5] = ["a", "b", "type", "longer name é", "n1"];

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(NAMES.map(str::to_owned).to_vec())
}

/// Few values, so that they often meet what a schema says.
fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2i64..8).prop_map(Value::from),
        prop::sample::select(vec![json!(1.0), json!(2.5), json!(-0.5), json!(0.0), json!(1e2), json!(3.75)]),
        prop::sample::select(vec!["", "a", "ab", "abc", "é😀", "a1", "12", "type", "\"\\\n"]).prop_map(Value::from),
    ]
}

fn instance() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(name(), inner, 0..4).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn simple_keyword() -> impl Strategy<Value = (String, Value)> {
    let count = || 0u64..4;
    let kind = prop::sample::select(vec!["null", "boolean", "integer", "number", "string", "array", "object"]);
    let number = prop::sample::select(vec![json!(0), json!(1), json!(2.5), json!(3), json!(5.0), json!(-1)]);
    let bounds = prop::sample::select(vec!["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);
    let counts =
        prop::sample::select(vec!["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"]);
    let pattern =
        prop::sample::select(vec!["a", "^a", "^[a-z]+$", "b?c*$", "^\\d{2}$", "^.$", "^(ab|1)*$", "\\S", "^\\W"]);
    prop_oneof![
        3 => vec(kind, 1..3).prop_map(|kinds| {
            let mut kinds = kinds;
            kinds.sort_unstable();
            kinds.dedup();
            let value = if kinds.len() == 1 { json!(kinds[0]) } else { json!(kinds) };
            ("type".to_owned(), value)
        }),
        1 => (bounds, number).prop_map(|(name, number)| (name.to_owned(), number)),
        2 => (counts, count()).prop_map(|(name, count)| (name.to_owned(), json!(count))),
        1 => prop::sample::select(vec![json!(2), json!(0.5), json!(1.25), json!(3)]).prop_map(|n| ("multipleOf".to_owned(), n)),
        1 => pattern.prop_map(|pattern| ("pattern".to_owned(), json!(pattern))),
        1 => vec(instance(), 1..4).prop_map(|values| ("enum".to_owned(), Value::from(values))),
        1 => instance().prop_map(|value| ("const".to_owned(), value)),
        1 => Just(("uniqueItems".to_owned(), json!(true))),
        2 => vec(name(), 0..3).prop_map(|mut names| { names.sort(); names.dedup(); ("required".to_owned(), json!(names)) }),
        1 => (name(), vec(name(), 1..3)).prop_map(|(name, mut names)| {
            names.sort();
            names.dedup();
            ("dependentRequired".to_owned(), json!({ name: names }))
        }),
    ]
}

fn keywords(inner: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Map<String, Value>> {
    let single = prop::sample::select(vec![
        "additionalProperties",
        "items",
        "not",
        "propertyNames",
        "contains",
        "unevaluatedProperties",
        "unevaluatedItems",
    ]);
    let several = prop::sample::select(vec!["allOf", "anyOf", "oneOf", "prefixItems", "anyOf", "oneOf"]);
    let one = prop_oneof![
        4 => simple_keyword().prop_map(|(name, value)| vec![(name, value)]),
        3 => btree_map(name(), inner.clone(), 0..4).prop_map(|map| vec![("properties".to_owned(), json!(map))]),
        1 => btree_map(prop::sample::select(vec!["^a", "n", "1$"]).prop_map(str::to_owned), inner.clone(), 1..3)
            .prop_map(|map| vec![("patternProperties".to_owned(), json!(map))]),
        3 => (single, inner.clone()).prop_map(|(name, schema)| vec![(name.to_owned(), schema)]),
        3 => (several, vec(inner.clone(), 1..4)).prop_map(|(name, schemas)| vec![(name.to_owned(), Value::from(schemas))]),
        1 => btree_map(name(), inner.clone(), 1..3).prop_map(|map| vec![("dependentSchemas".to_owned(), json!(map))]),
        1 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(test, then, otherwise)| vec![
            ("if".to_owned(), test), ("then".to_owned(), then), ("else".to_owned(), otherwise)]),
        1 => (inner, 0u64..3, 1u64..4).prop_map(|(schema, least, most)| vec![
            ("contains".to_owned(), schema), ("minContains".to_owned(), json!(least)), ("maxContains".to_owned(), json!(most))]),
        1 => prop::sample::select(vec!["#/$defs/x", "#/$defs/y"]).prop_map(|to| vec![("$ref".to_owned(), json!(to))]),
    ];
    vec(one, 0..5).prop_map(|groups| groups.into_iter().flatten().collect())
}

fn schema() -> impl Strategy<Value = Value> {
    // No reference in the leaves of the definitions, so that none leads to itself.
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::from),
        4 => vec(simple_keyword(), 0..3).prop_map(|all| Value::Object(all.into_iter().collect())),
    ];
    let nested = leaf.clone().prop_recursive(3, 24, 3, |inner| keywords(inner).prop_map(Value::Object));
    (nested, leaf.clone(), leaf).prop_map(|(root, x, y)| {
        let Value::Object(mut root) = root else { return root };
        root.insert("$defs".to_owned(), json!({ "x": x, "y": y }));
        Value::Object(root)
    })
}

fn agree(schema: &Value, values: &[Value], valid: &Cell<u32>, invalid: &Cell<u32>) -> Result<(), TestCaseError> {
    let oracle = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(false)
        .build(schema)
        .map_err(|error| TestCaseError::reject(error.to_string()))?;
    let written = schema.to_string();
    let ours = Schema::compile(&written, &CompileOptions::default())
        .map_err(|error| TestCaseError::fail(format!("{written}: {error}")))?;
    #[cfg(feature = "full")]
    let full = {
        let options = CompileOptions { engine: hookproof::schema::Engine::Full, ..CompileOptions::default() };
        Schema::compile(&written, &options).map_err(|error| TestCaseError::fail(format!("{written}: {error}")))?
    };
    for value in values {
        let side = if oracle.is_valid(value) { valid } else { invalid };
        side.set(side.get() + 1);
        for text in [value.to_string(), serde_json::to_string_pretty(value).unwrap()] {
            let walk = Walk { mode: Mode::Strict, ..Walk::new(text.as_bytes()) };
            let verdict = ours.check(&walk).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert_eq!(!verdict.errors, oracle.is_valid(value), "{} on {}", schema, text);
            prop_assert_eq!(verdict.end, text.len());
            for mode in [Mode::Strict, Mode::Tolerant, Mode::Observe] {
                let walk = Walk { mode, ..walk };
                let own = ours.check(&walk).unwrap();
                let mut findings = Findings::new(1000);
                prop_assert_eq!(ours.inspect(&walk, &mut findings), Ok(own.end));
                let errors = findings.problems.iter().any(|problem| problem.severity == Severity::Error);
                prop_assert_eq!(errors, own.errors, "{:?}: {} on {}: {:?}", mode, schema, text, findings.problems);
                // What passes strictly passes everywhere.
                prop_assert!(verdict.errors || !own.errors, "{:?}: {} on {}", mode, schema, text);
                prop_assert!(mode != Mode::Observe || !own.errors);
                // What `unevaluated...` with a schema of its own finds in a value is one error to the other engine.
                #[cfg(feature = "full")]
                if mode == Mode::Strict || !written.contains("unevaluated") {
                    engines_agree(&full, &walk, own.errors, &findings).map_err(|difference| {
                        TestCaseError::fail(format!("{mode:?}: {schema} on {text}: {difference}"))
                    })?;
                }
            }
        }
    }
    Ok(())
}

/// The other engine must say the same of the value.
#[cfg(feature = "full")]
fn engines_agree(full: &Schema, walk: &Walk<'_>, errors: bool, walked: &Findings) -> Result<(), String> {
    let mut findings = Findings::new(1000);
    full.inspect(walk, &mut findings).map_err(|error| error.to_string())?;
    let found = findings.problems.iter().any(|problem| problem.severity == Severity::Error);
    if found != errors || full.check(walk).is_ok_and(|verdict| verdict.errors) != errors {
        return Err(format!("found {:?}, the walk {:?}", findings.problems, walked.problems));
    }
    Ok(())
}

#[test]
fn the_walk_says_what_the_oracle_says() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1_500);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let (valid, invalid) = (Cell::new(0u32), Cell::new(0u32));
    let mut runner = TestRunner::new(config);
    let result =
        runner.run(&(schema(), vec(instance(), 6)), |(schema, values)| agree(&schema, &values, &valid, &invalid));
    println!("{} pairs fit, {} do not, alike", valid.get(), invalid.get());
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(valid.get() > cases && invalid.get() > cases, "the generators make too few of one kind");
}

/// What the file of deviations says of this oracle; the generators above make nothing of the kind.
#[test]
fn meant_deviations() {
    let file: Value = serde_json::from_str(include_str!("vectors/deviations.json")).unwrap();
    for deviation in file["fromTheCrate"].as_array().unwrap() {
        let (schema, value) = (&deviation["schema"], deviation["value"].as_str().unwrap());
        let ours = deviation["ours"] == "accepted";
        // With this feature the oracle is exact too.
        let theirs = if cfg!(feature = "full") { ours } else { !ours };
        let oracle = jsonschema::validator_for(schema).unwrap();
        assert_eq!(oracle.is_valid(&serde_json::from_str(value).unwrap()), theirs, "{schema} on {value}");
        let own = Schema::compile(&schema.to_string(), &CompileOptions::default()).unwrap();
        assert_eq!(!own.check(&Walk::new(value.as_bytes())).unwrap().errors, ours, "{schema} on {value}");
    }
}
