//! Generated patterns on generated texts: `pattern` matches where the `regex` crate does.

use hookproof::schema::{CompileOptions, Schema, Walk};
use proptest::prelude::*;

/// Only what both syntaxes mean alike; the rest has rows of its own beside the implementation.
fn pattern() -> impl Strategy<Value = String> {
    let atoms = vec![
        "a", "b", "1", "-", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\b", "\\B", "^", "$", "[ab]", "[^a]",
        "[a-b1]", "[^\\d_]", "[\\s-]", "\\x61", "\\u{62}", "(?:)", "\\n",
    ];
    let atom = prop::sample::select(atoms).prop_map(str::to_owned);
    atom.prop_recursive(4, 24, 4, |inner| {
        let repeat = prop::sample::select(vec!["*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "+?", "{0}"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|parts| parts.concat()),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| format!("({})", parts.join("|"))),
            (inner, repeat).prop_map(|(part, repeat)| format!("(?:{part}){repeat}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn matches_where_the_oracle_does(pattern in pattern(), texts in prop::collection::vec("[ab1_ \n-]{0,8}", 6)) {
        let oracle = regex::Regex::new(&pattern).map_err(|error| TestCaseError::reject(error.to_string()))?;
        let schema = serde_json::json!({ "pattern": pattern }).to_string();
        let schema = Schema::compile(&schema, &CompileOptions::default()).map_err(|e| TestCaseError::fail(e.to_string()))?;
        for text in texts {
            let value = serde_json::json!(text).to_string();
            let verdict = schema.check(&Walk::new(value.as_bytes())).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(!verdict.errors, oracle.is_match(&text), "{} on {:?}", pattern, text);
        }
    }
}
