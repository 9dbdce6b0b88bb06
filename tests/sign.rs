//! Signing: what `sign` makes is accepted, for every sender and scheme that signs with a secret.

mod support;

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use hookproof::provider::{self, definition::SchemeDefinition};
use hookproof::{Code, Delivery, Draft, Secret, Verifier, VerifierBuilder};
use serde_json::Value;
use support::{provider_ids, read, root};

const NOW: i64 = 1_794_000_000_000;

/// A secret in the form that a scheme's key rule takes.
fn secret(scheme: &SchemeDefinition, definition: &Value) -> String {
    let key = &definition["key"];
    let prefix = key["stripPrefix"][0].as_str().unwrap_or_default();
    let bytes = b"a secret of 32 bytes for testing";
    let text = match key["format"].as_str() {
        Some("hex") => base16ct::lower::encode_string(bytes),
        Some("base64") => Base64::encode_string(bytes),
        _ if scheme.algorithm == "basic" => "user:a-long-password".to_owned(),
        _ => "a-secret-for-testing".to_owned(),
    };
    format!("{prefix}{text}")
}

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

fn builder(id: &str, scheme: &SchemeDefinition, definition: &Value, secret: &str) -> VerifierBuilder {
    let mut builder = Verifier::builder(id).secret(Secret::text(secret)).scheme(&scheme.id);
    if let Some(parameters) = definition["parameters"].as_object() {
        for (name, parameter) in parameters.iter().filter(|(_, parameter)| parameter["default"].is_null()) {
            let header = parameter["description"].as_str().is_some_and(|text| text.to_lowercase().contains("header"));
            builder = builder.parameter(name, if header { "X-Test-Header" } else { "parameter-value" });
        }
    }
    builder
}

#[test]
fn what_is_signed_is_accepted() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for id in provider_ids() {
        let json: Value = serde_json::from_str(&read(format!("providers/{id}/provider.json"))).unwrap();
        let definition = provider::built_in(&id).unwrap();
        for (place, scheme) in definition.schemes.iter().enumerate() {
            let mut scheme_json = json.clone();
            scheme_json["key"] = json["schemes"][place]["key"].clone();
            let secret = secret(scheme, &scheme_json);
            let builder = builder(&id, scheme, &json, &secret);
            let before = counts.values().sum::<usize>();
            let mut published = false;
            for (number, body) in bodies(&id, &json).into_iter().enumerate() {
                let title = format!("{id}/{} body {number}", scheme.id);
                let draft = Draft { body: &body, now: NOW, ..Draft::default() };
                let signed = match builder.sign(&draft) {
                    Ok(signed) => signed,
                    // Published keys do not sign; tests/public_key.rs signs with private ones.
                    Err(error) if matches!(error.code, Code::UsageEntry | Code::UsageSecret) => {
                        published = true;
                        continue;
                    }
                    // A body of another kind than this scheme's.
                    Err(error) if error.code == Code::UsageSign => continue,
                    Err(error) => {
                        failures.push(format!("{title}: {error}"));
                        continue;
                    }
                };
                let headers = signed.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
                let delivery =
                    Delivery { method: Some(&signed.method), url: signed.url.as_deref(), headers, body: &signed.body };
                let report = builder.clone().build().unwrap().verify(&delivery, NOW);
                let authentic =
                    report.scheme.as_deref() == Some(&scheme.id) && report.code.as_str() != "timestamp.stale";
                match authentic {
                    true => *counts.entry(scheme.algorithm.clone()).or_default() += 1,
                    false => failures.push(format!("{title}: {} {:?}", report.code.as_str(), report.problems.first())),
                }
            }
            if before == counts.values().sum::<usize>() && !published {
                failures.push(format!("{id}/{} signs no body", scheme.id));
            }
        }
    }
    println!("signed and accepted: {counts:?}");
    assert!(failures.is_empty(), "{} fail\n{}", failures.len(), failures.join("\n"));
}
