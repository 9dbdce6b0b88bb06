//! Faults: each is made for every sender that it can happen to, and each such delivery is refused.

mod support;

use std::collections::BTreeMap;

use hookproof::sign::FAULTS;
use hookproof::{Code, Draft, Fault, Secret, Verifier};
use support::{read, signers};

const NOW: i64 = 1_794_000_000_000;
const BODY: &str = "{\"name\":\"Žofie 🐎\",\"link\":\"https://example.com/<a>&b\",\"escaped\":\"\\u00e9\",\"n\":[1.0,{}],\"t\":\"x\\ny\"}\n";

#[test]
fn each_fault_is_refused_wherever_it_can_happen() {
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for signer in signers() {
        for &code in FAULTS {
            let form = if code == Code::SchemeProvider { "stripe" } else { "" };
            let fault = Fault { code, form: form.to_owned() };
            let draft = Draft {
                body: BODY.as_bytes(),
                url: Some("https://example.com/hook?b=2&a=1"),
                now: NOW,
                ..Draft::default()
            };
            let signed = match signer.builder.sign_faulty(&draft, &fault) {
                Ok(signed) => signed,
                Err(error) if matches!(error.code, Code::UsageSign | Code::UsageEntry) => continue,
                Err(error) => {
                    failures.push(format!("{} {}: {error}", signer.title, code.as_str()));
                    continue;
                }
            };
            *made.entry(code.as_str()).or_default() += 1;
            // A secret that cannot be right is refused when the verifier is made.
            let receiver = match &signed.secret {
                Some(wrong) => signer.unkeyed.clone().secret(Secret::text(String::from_utf8(wrong.clone()).unwrap())),
                None => signer.builder.clone(),
            };
            match receiver.build() {
                Ok(receiver) => {
                    let report = receiver.verify(&signed.delivery(), NOW);
                    if report.ok {
                        failures.push(format!("{} {} is accepted", signer.title, code.as_str()));
                    }
                }
                Err(error) => assert_eq!(error.code, Code::UsageSecret, "{} {}", signer.title, code.as_str()),
            }
        }
    }
    println!("faults made: {made:?}");
    for code in FAULTS {
        let count = made.get(code.as_str()).copied().unwrap_or_default();
        assert!(count >= 6, "{} is made for {count} schemes, expected at least 6", code.as_str());
    }
    assert!(failures.is_empty(), "{} fail\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn faults_do_what_they_are_called() {
    let file: serde_json::Value = serde_json::from_str(&read("tests/vectors/faults.json")).unwrap();
    for row in file["faults"].as_array().unwrap() {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let (code, form) = (text("code"), text("form"));
        let fault = if form.is_empty() { code.clone() } else { format!("{code}:{form}") };
        let builder = Verifier::builder(text("provider").as_str()).secret(text("secret").as_str());
        let body = text("body");
        let draft = Draft { body: body.as_bytes(), url: row["url"].as_str(), now: NOW, ..Draft::default() };
        let signed = match Fault::parse(&fault).and_then(|fault| builder.sign_faulty(&draft, &fault)) {
            Ok(signed) => signed,
            Err(error) => {
                assert_eq!(error.code.as_str(), text("error"), "{fault}: {error}");
                continue;
            }
        };
        let verdict = builder.clone().build().unwrap().verify(&signed.delivery(), NOW).code;
        let received = String::from_utf8_lossy(&signed.body).into_owned();
        assert_eq!(row["error"], serde_json::Value::Null, "{fault}");
        if let Some(expected) = row["received"].as_str() {
            assert_eq!(received, expected, "{fault}");
        }
        if let Some(expected) = row["wrong"].as_str() {
            assert_eq!(signed.secret.as_deref(), Some(expected.as_bytes()), "{fault}");
        }
        if let Some(expected) = row["receivedUrl"].as_str() {
            assert_eq!(signed.url, expected, "{fault}");
        }
        if let Some(expected) = row["verdict"].as_str() {
            assert_eq!(verdict.as_str(), expected, "{fault}");
        }
    }
}
