//! Explanations: a share of the corpus natively, with the answers that the package is compared with, and hostile deliveries.

mod support;

use std::collections::BTreeMap;
use std::fs;

use hookproof::explain::Explanation;
use hookproof::{Delivery, Secret, Verifier, VerifierBuilder};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use support::{read, root};

const MOST_MACS: u32 = 4096;
const MOST_BYTES: u32 = 8 << 20;

/// What stands in every body that holds any text, and in no answer.
const MARK: &str = "marked-payload-value";

/// The package runs the whole corpus; without optimisation that takes minutes, so that here every so many-th case has to do.
const STRIDE: usize = 7;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Plan {
    now: i64,
    bodies: Vec<String>,
    large_body: String,
    senders: Vec<Sender>,
}

#[derive(Deserialize)]
struct Sender {
    provider: String,
    scheme: String,
    secret: String,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Case {
    faults: Vec<String>,
    body: String,
    url: String,
    headers: Vec<(String, String)>,
    secret: Option<String>,
    #[serde(default)]
    others: bool,
    provable: bool,
}

struct Corpus {
    plan: Plan,
    bodies: BTreeMap<String, Vec<u8>>,
}

impl Corpus {
    fn read() -> Self {
        let plan: Plan = serde_json::from_str(&read("tests/faults/plan.json")).unwrap();
        let names = plan.bodies.iter().chain([&plan.large_body]);
        let own = names.map(|name| (name.clone(), read(format!("tests/faults/bodies/{name}.json")).into_bytes()));
        let received: Value = serde_json::from_str(&read("tests/faults/received.json")).unwrap();
        let received = received["bodies"].as_object().unwrap().iter().map(|(name, body)| {
            let bytes = || body.as_array().unwrap().iter().map(|byte| byte.as_u64().unwrap() as u8).collect();
            (format!("#{name}"), body.as_str().map_or_else(bytes, |text| text.as_bytes().to_vec()))
        });
        let bodies = own.chain(received).collect();
        Self { plan, bodies }
    }
}

impl Sender {
    fn receiver(&self, secret: &str) -> VerifierBuilder {
        let builder = Verifier::builder(self.provider.as_str()).scheme(&self.scheme).secret(Secret::text(secret));
        self.parameters.iter().fold(builder, |builder, (name, value)| builder.parameter(name, value))
    }
}

/// The answer, held to what every one must keep.
fn explained(receiver: &VerifierBuilder, delivery: &Delivery<'_>, now: i64, others: &[Secret]) -> Explanation {
    let found = receiver.explain(delivery, now, others).unwrap();
    assert!(found.tried.macs <= MOST_MACS && found.tried.bytes <= MOST_BYTES, "{:?}", found.tried);
    let text = serde_json::to_string(&found).unwrap();
    assert!(!text.contains(MARK), "{text}");
    for (name, value) in delivery.headers.lines() {
        for piece in String::from_utf8_lossy(value).split([',', '=', ' ']).filter(|piece| piece.len() >= 24) {
            assert!(!text.contains(piece), "{name}: {text}");
        }
    }
    found
}

/// Whether the true cause comes first and proved, or shares its bytes with the one that does; of pairs, whether both are.
fn right(found: &Explanation, codes: &[&str]) -> bool {
    let proved = |code: &str| found.causes.iter().any(|cause| cause.code.as_str() == code && cause.proved);
    if codes.len() > 1 {
        return codes.iter().all(|code| proved(code));
    }
    let mut group = found.causes.iter().enumerate().take_while(|(place, cause)| *place == 0 || cause.alternative);
    group.any(|(_, cause)| cause.code.as_str() == codes[0] && cause.proved)
}

#[test]
fn faults_are_found_and_proved() {
    let corpus = Corpus::read();
    let (mut lines, mut misses, mut place, mut provable) = (String::new(), Vec::new(), 0, 0);
    for sender in &corpus.plan.senders {
        let file: Value =
            serde_json::from_str(&read(format!("tests/faults/cases/{}-{}.json", sender.provider, sender.scheme)))
                .unwrap();
        let cases: Vec<Case> = serde_json::from_value(file["cases"].clone()).unwrap();
        for (row, case) in cases.iter().enumerate() {
            place += 1;
            if place % STRIDE != 0 {
                continue;
            }
            let secret = case.secret.as_deref().unwrap_or(&sender.secret);
            let others = [Secret::text("not-this-one"), Secret::text(sender.secret.as_str())];
            let others = if case.others { &others[..] } else { &[] };
            let headers = case.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
            let body = &corpus.bodies[&case.body];
            let delivery = Delivery { method: Some("POST"), url: Some(&case.url), headers, body };
            let found = explained(&sender.receiver(secret), &delivery, corpus.plan.now, others);
            let codes: Vec<&str> = case.faults.iter().map(|fault| fault.split(':').next().unwrap()).collect();
            provable += usize::from(case.provable);
            if case.provable && !right(&found, &codes) {
                misses.push(format!("{} {row} {codes:?}: {:?}", sender.provider, found.causes));
            }
            let name = format!("{} {} {row} {}", sender.provider, sender.scheme, case.faults.join(" + "));
            let found = serde_json::to_string(&found).unwrap();
            lines += &format!("{{\"case\":\"{name}\",\"explanation\":{found}}}\n");
        }
    }
    println!("{}", misses.join("\n"));
    println!("proved: {} of {provable}", provable - misses.len());
    assert!(provable > 400 && misses.len() * 50 <= provable);
    fs::create_dir_all(root().join("target")).unwrap();
    fs::write(root().join("target/explanations.jsonl"), lines).unwrap();
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{0,40}", "\\PC{0,20}", Just(String::new())]
}

fn header_value() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        "[0-9a-f]{64}",
        "t=[0-9]{1,14},v1=[0-9a-f]{64}",
        "v1,[A-Za-z0-9+/]{43}=",
        "sha256=[0-9a-f]{62,66}",
        "[A-Za-z0-9_-]{10,40}\\.[A-Za-z0-9_-]{10,40}\\.[A-Za-z0-9_-]{43}",
    ]
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..60),
        text().prop_map(|text| serde_json::json!({ "v": text, "n": [1.5, null] }).to_string().into_bytes()),
        text().prop_map(String::into_bytes),
        Just(b"payload=%7B%22a%22%3A1%7D".to_vec()),
        Just(b"\"{\\\"a\\\":\\\"\\\\u00e9\\\"}\"".to_vec()),
        Just(b"eyJhIjoxfQ==".to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever arrives: no panic, nothing over the budget, no secret and no value of the delivery in the answer.
    #[test]
    fn no_delivery_gets_its_values_or_the_secret_told(
        sender in any::<proptest::sample::Index>(),
        header in any::<proptest::sample::Index>(),
        values in proptest::collection::vec(header_value(), 0..3),
        body in body(),
        url in text(),
        secret in "[ -~]{8,40}",
        now in any::<i64>(),
    ) {
        let plan = Corpus::read().plan;
        let sender = sender.get(&plan.senders);
        let receiver = sender.receiver(&secret);
        let names = ["Stripe-Signature", "Webhook-Signature", "X-Hub-Signature-256", "X-Slack-Signature", "Authorization"];
        let lines = values.iter().enumerate().map(|(place, value)| {
            (names[(header.index(names.len()) + place) % names.len()], value.as_bytes())
        });
        let body = [&body[..], MARK.as_bytes()].concat();
        let delivery = Delivery { method: Some("POST"), url: Some(&url), headers: lines.collect(), body: &body };
        let found = explained(&receiver, &delivery, now, &[Secret::text(secret.as_str())]);
        let shown = serde_json::to_string(&found).unwrap();
        // Fixes hold words of their own, which a short secret may be one of.
        let secret = serde_json::to_string(&secret).unwrap();
        prop_assert!(!shown.contains(secret.trim_matches('"')), "{shown}");
    }
}

/// Deliveries written down with their signatures, and what is said about them.
#[test]
fn explanations_are_as_written_down() {
    let file: Value = serde_json::from_str(&read("tests/vectors/explain.json")).unwrap();
    for row in file["explanations"].as_array().unwrap() {
        let name = &row["name"];
        let texts = |value: &Value| -> Vec<Secret> {
            value.as_array().into_iter().flatten().map(|text| Secret::text(text.as_str().unwrap())).collect()
        };
        let builder = Verifier::builder(row["provider"].as_str().unwrap());
        let builder = texts(&row["secrets"]).into_iter().fold(builder, VerifierBuilder::secret);
        let lines = row["delivery"]["headers"].as_array().unwrap();
        let headers = lines.iter().map(|line| (line[0].as_str().unwrap(), line[1].as_str().unwrap().as_bytes()));
        let body = row["delivery"]["body"].as_str().unwrap().as_bytes();
        let delivery = Delivery { method: Some("POST"), url: None, headers: headers.collect(), body };
        let found = builder.explain(&delivery, row["now"].as_i64().unwrap(), &texts(&row["others"])).unwrap();
        let found = serde_json::to_value(found).unwrap();
        let (causes, expected) = (found["causes"].as_array().unwrap(), row["expect"].as_array().unwrap());
        assert_eq!(causes.len(), expected.len(), "{name}: {found}");
        for (cause, expected) in causes.iter().zip(expected) {
            for member in ["code", "proved"] {
                assert_eq!(cause[member], expected[member], "{name}: {found}");
            }
            assert_eq!(
                cause["alternative"],
                expected.get("alternative").cloned().unwrap_or(Value::Bool(false)),
                "{name}"
            );
            for (fact, value) in expected["evidence"].as_object().into_iter().flatten() {
                assert_eq!(cause["evidence"][fact], *value, "{name}: {found}");
            }
            assert!(!cause["fix"].as_str().unwrap().is_empty(), "{name}");
        }
    }
}
