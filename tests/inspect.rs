//! Inspections: the signed content piece by piece, what was changed put back, and no secret in any of it.

use hookproof::explain::{Inspection, Segment};
use hookproof::{Delivery, Draft, Fault, SignedDelivery, Verifier};

const NOW: i64 = 1_794_000_000_000;
const SECRET: &str = "a secret that nobody may see";
const BODY: &str = r#"{"type":"ping","a":"é"}"#;

fn signed(provider: &str, fault: Option<&str>) -> SignedDelivery {
    let draft = Draft { body: BODY.as_bytes(), now: NOW, ..Draft::default() };
    let builder = Verifier::builder(provider).secret(SECRET);
    match fault {
        Some(fault) => builder.sign_faulty(&draft, &Fault::parse(fault).unwrap()).unwrap(),
        None => builder.sign(&draft).unwrap(),
    }
}

fn inspect(provider: &str, signed: &SignedDelivery) -> Inspection {
    let headers = signed.headers.iter().map(|(name, value)| (name.as_str(), &value[..])).collect();
    let delivery = Delivery { method: Some(&signed.method), url: Some(&signed.url), headers, body: &signed.body };
    Verifier::builder(provider).secret(SECRET).inspect(&delivery, NOW, &[]).unwrap()
}

fn texts(segments: &[Segment]) -> Vec<(&str, &[u8])> {
    segments
        .iter()
        .map(|Segment { name, bytes }| (name.as_deref().unwrap_or("-"), bytes.as_deref().unwrap_or(b"hidden")))
        .collect()
}

#[test]
fn content_is_told_segment_by_segment() {
    let found = inspect("stripe", &signed("stripe", None));
    let scheme = &found.schemes[0];
    assert_eq!((scheme.id.as_str(), scheme.place.as_str()), ("v1", "header `Stripe-Signature`"));
    let expected: [(&str, &[u8]); 3] = [("the timestamp", b"1794000000"), ("-", b"."), ("the body", BODY.as_bytes())];
    assert_eq!(texts(&scheme.content), expected);
    assert_eq!(texts(&scheme.parts)[0], ("t", &b"1794000000"[..]));
    assert_eq!((&scheme.problem, &found.signed_body), (&None, &None));
}

#[test]
fn what_was_changed_is_put_back() {
    let found = inspect("stripe", &signed("stripe", Some("body.newline")));
    assert_eq!(found.signed_body.as_deref(), Some(BODY.as_bytes()));
    assert_eq!(inspect("stripe", &signed("stripe", Some("header.missing"))).signed_body, None);
}

#[test]
fn no_secret_and_no_token_is_shown() {
    for provider in hookproof::provider::ids() {
        let builder = Verifier::builder(provider).secret(SECRET);
        let draft = Draft { body: BODY.as_bytes(), now: NOW, ..Draft::default() };
        let Ok(signed) = builder.sign(&draft) else { continue };
        let found = inspect(provider, &signed);
        let holds = |segment: &Segment| {
            let bytes = segment.bytes.as_deref().unwrap_or_default();
            bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
        };
        let segments = found.schemes.iter().flat_map(|scheme| scheme.parts.iter().chain(&scheme.content));
        assert_eq!(segments.filter(|segment| holds(segment)).count(), 0, "{provider}");
    }
}
