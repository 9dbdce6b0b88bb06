//! Signing: what `sign` makes is accepted, for every sender and scheme that signs with a secret.

mod support;

use std::collections::BTreeMap;

use hookproof::{Code, Draft};
use serde_json::Value;
use support::{Signer, root, signers};

const NOW: i64 = 1_794_000_000_000;

/// Bodies that a sender could send: its examples, and small ones of each kind that it sends.
fn bodies(id: &str, definition: &Value) -> Vec<Vec<u8>> {
    let kinds = &definition["events"]["body"];
    let has = |kind: &str| kinds.as_array().is_some_and(|kinds| kinds.iter().any(|known| known == kind));
    let mut bodies = Vec::new();
    if let Ok(folder) = std::fs::read_dir(root().join(format!("providers/{id}/examples"))) {
        bodies.extend(folder.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()));
    }
    if kinds.is_null() || has("json") {
        bodies.push(r#"{"note":"Žluťoučký 🐎 \/ \u00e9","id":9007199254740993}"#.as_bytes().to_vec());
    }
    if has("form") {
        bodies.push(b"From=%2B14155550100&Body=caf%C3%A9+%26+cake&Body=2".to_vec());
    }
    if has("empty") || has("query") {
        bodies.push(Vec::new());
    }
    bodies
}

#[test]
fn what_is_signed_is_accepted() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for Signer { provider, scheme, definition, title, builder, .. } in signers() {
        let before = counts.values().sum::<usize>();
        let mut published = false;
        for (number, body) in bodies(&provider, &definition).into_iter().enumerate() {
            let draft = Draft { body: &body, now: NOW, ..Draft::default() };
            let signed = match builder.sign(&draft) {
                Ok(signed) => signed,
                Err(error) if error.code == Code::UsageEntry && !cfg!(feature = "public-key") => {
                    published = true;
                    continue;
                }
                // A body of another kind than this scheme's.
                Err(error) if error.code == Code::UsageSign => continue,
                Err(error) => {
                    failures.push(format!("{title} body {number}: {error}"));
                    continue;
                }
            };
            let report = builder.clone().build().unwrap().verify(&signed.delivery(), NOW);
            let authentic =
                report.scheme.as_deref() == Some(&scheme.id) && !report.code.as_str().starts_with("timestamp");
            match authentic {
                true => *counts.entry(scheme.algorithm.clone()).or_default() += 1,
                false => failures.push(format!("{title} body {number}: {:?}", report.problems.first())),
            }
        }
        if before == counts.values().sum::<usize>() && !published {
            failures.push(format!("{title} signs no body"));
        }
    }
    println!("signed and accepted: {counts:?}");
    assert!(failures.is_empty(), "{} fail\n{}", failures.len(), failures.join("\n"));
}
