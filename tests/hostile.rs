//! Deliveries that nobody sends in good faith: no panic, no acceptance, and nothing secret in any output.

mod support;

use hmac::{Hmac, KeyInit, Mac};
use hookproof::report::Authenticated;
use hookproof::{Delivery, Headers, Mode, Verifier};
use proptest::prelude::*;
use sha2::Sha256;
use support::{Vector, vectors};

fn signed_and_accepted() -> Vec<Vector> {
    let accepted = vectors().into_iter().filter(|vector| vector.code() == "ok");
    accepted.filter(|vector| vector.report().authenticated == Authenticated::Body).collect()
}

#[test]
fn one_flipped_bit_anywhere_in_a_signed_body_is_refused() {
    let vectors = signed_and_accepted();
    assert!(!vectors.is_empty());
    for vector in vectors {
        let verifier = vector.verifier().unwrap();
        let mut body = vector.body();
        // A sample of long bodies, so that many senders do not make this long; published keys take a thousand times as long.
        let sample = if cfg!(feature = "public-key") { 10 } else { 200 };
        for at in (0..body.len()).step_by((body.len() / sample).max(1)) {
            body[at] ^= 1 << (at % 8);
            let report = verifier.verify(&vector.delivery(&body), vector.now);
            assert_eq!(report.code.as_str(), "signature.mismatch", "{} byte {at}", vector.title());
            body[at] ^= 1 << (at % 8);
        }
    }
}

#[test]
fn outputs_hold_no_secret_and_no_expected_signature() {
    for vector in vectors() {
        let Ok(verifier) = vector.verifier() else { continue };
        let body = vector.body();
        let delivery = vector.delivery(&body);
        let report = verifier.verify(&delivery, vector.now);
        let shown = format!("{} {verifier:?} {report:?}", serde_json::to_string(&report).unwrap());
        // Some official secrets are words that messages use.
        for secret in vector.secrets().filter(|secret| secret.len() >= 8) {
            assert!(!shown.contains(secret), "{} shows its secret", vector.title());
            let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
            mac.update(&body);
            let expected = base16ct::lower::encode_string(&mac.finalize().into_bytes());
            assert!(!shown.contains(&expected), "{} shows the expected signature", vector.title());
        }
    }
}

/// A vector with secrets of each definition.
fn one_of_each() -> &'static [Vector] {
    static ONE: std::sync::OnceLock<Vec<Vector>> = std::sync::OnceLock::new();
    ONE.get_or_init(|| {
        let mut each: Vec<Vector> = Vec::new();
        for vector in vectors() {
            let usable = vector.is_signed() && vector.verifier().is_ok();
            if usable && each.iter().all(|known| known.provider != vector.provider) {
                each.push(vector);
            }
        }
        each
    })
}

fn sign(secret: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body);
    format!("sha256={}", base16ct::lower::encode_string(&mac.finalize().into_bytes()))
}

fn verify_masking(body: &[u8], mode: Mode) -> String {
    let verifier = Verifier::builder("edesy-masking").secret("a secret").mode(mode).build().unwrap();
    let mut headers = Headers::new();
    headers.push("X-Edesy-Signature", sign("a secret", body).into_bytes());
    serde_json::to_string(&verifier.verify(&Delivery { headers, body, ..Delivery::default() }, 0)).unwrap()
}

/// JSON whose every string value, wherever it stands, contains a mark that no key, type or id does.
fn marked_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(serde_json::Value::from),
        (0_u32..100).prop_map(serde_json::Value::from),
        "[a-z\u{e9}\\\\\"]{0,8}".prop_map(|text| serde_json::Value::from(format!("MARK{text}"))),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            prop::collection::btree_map(field(), inner, 0..6)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

fn field() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] =
        &["call_sid", "data", "status", "price", "direction", "duration_sec", "reference", "timestamp"];
    prop_oneof![prop::sample::select(KNOWN).prop_map(str::to_owned), "[a-z]{1,6}"]
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        body in prop_oneof![prop::collection::vec(any::<u8>(), 0..200), "[\\[\\]{}:,\"a-c/*0-9=&%+. ]{0,80}".prop_map(String::into_bytes)],
        header in prop_oneof!["\\PC{0,80}", "[a-c0-9=,;:&|. ]{0,40}"],
    ) {
        let url = format!("https://h.example/?{header}");
        for vector in one_of_each() {
            let verifier = vector.verifier().unwrap();
            let headers: Headers<'_> = verifier.headers().into_iter().map(|name| (name, header.as_bytes())).collect();
            let delivery = Delivery { headers, url: Some(&url), body: &body, method: Some("POST") };
            let report = verifier.verify(&delivery, vector.now);
            prop_assert!(!report.ok, "{}", vector.title());
            let answer = vector.builder().handshake(&delivery, vector.now).ok().flatten();
            prop_assert!(answer.is_none_or(|answer| !answer.body.contains("a secret")), "{}", vector.title());
        }
    }

    #[test]
    fn no_signed_text_makes_it_panic(body in "[\\[\\]{}:,\"a-c0-9.eE\\\\u \\-]{0,60}") {
        verify_masking(body.as_bytes(), Mode::Strict);
        verify_masking(body.as_bytes(), Mode::Observe);
    }

    #[test]
    fn reports_hold_no_payload_value(event in prop::sample::select(&["call.completed", "masking.route", "other"][..]), body in marked_json()) {
        let mut body = serde_json::json!({ "event": event, "data": body.clone(), "more": body });
        for _ in 0..2 {
            for mode in [Mode::Strict, Mode::Tolerant, Mode::Observe] {
                let report = verify_masking(body.to_string().as_bytes(), mode);
                prop_assert!(!report.contains("MARK"), "{report}");
            }
            body["call_sid"] = "MARK".into();
            body["status"] = serde_json::json!(["MARK"]);
            body.as_object_mut().unwrap().remove("call_sid");
        }
    }
}
