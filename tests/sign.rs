//! Signing: what `sign` makes is accepted, for every sender and scheme that signs with a secret.

mod support;

use std::collections::BTreeMap;

use hookproof::{Code, Draft, Verifier};
use serde_json::Value;
use support::{Signer, root, signers, vectors};

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

fn sign(provider: &str, secret: &str, draft: &Draft<'_>) -> (hookproof::SignedDelivery, hookproof::Report) {
    let builder = Verifier::builder(provider).secret(secret);
    let signed = builder.sign(draft).unwrap_or_else(|error| panic!("{provider}: {error}"));
    let report = builder.build().unwrap().verify(&signed.delivery(), NOW);
    assert_eq!(report.scheme.as_deref(), Some(&*signed.scheme), "{provider}: {:?}", report.problems);
    (signed, report)
}

/// A sender may have one scheme for each kind of body.
#[test]
fn the_scheme_is_the_first_that_the_draft_fits() {
    let hex = "0f".repeat(32);
    let rows = [
        ("twilio", "12345", "From=%2B14155550100", "https://example.com/sms", "form"),
        ("twilio", "12345", "{\"a\":1}", "https://example.com/sms?x=1", "json"),
        ("mailgun", "key", "{\"event-data\":{\"event\":\"opened\"}}", "https://example.com/", "json"),
        ("mailgun", "key", "event=opened&recipient=a%40example.com", "https://example.com/", "form"),
        ("adyen", &hex, "{\"type\":\"balancePlatform.accountHolder.created\"}", "https://example.com/", "platform"),
        ("vonage-sms", "key", "msisdn=447700900000&text=hi", "https://example.com/sms", "sha256"),
    ];
    for (provider, secret, body, url, scheme) in rows {
        let draft = Draft { body: body.as_bytes(), url: Some(url), now: NOW, ..Draft::default() };
        let (signed, _) = sign(provider, secret, &draft);
        assert_eq!(signed.scheme, scheme, "{provider} {body}");
    }
    let header = vec![("X-HubSpot-Signature-Version".to_owned(), b"v2".to_vec())];
    let draft = Draft { body: b"[]", headers: header, now: NOW, ..Draft::default() };
    let builder = Verifier::builder("hubspot").secret("key");
    assert_eq!(builder.sign(&draft).unwrap().scheme, "v3");
    assert_eq!(builder.scheme("v2").sign(&draft).unwrap().scheme, "v2");
}

#[test]
fn the_event_stands_where_the_sender_names_it() {
    let rows = [
        ("github", "{\"zen\":\"x\"}", "push"),
        ("stripe", "{ \"type\" : \"old\" }", "invoice.paid"),
        ("linear", "{\"action\":\"update\",\"type\":\"Issue\"}", "Comment.create"),
        ("line", "{\"destination\":\"U1\",\"events\":[{\"type\":\"follow\"}]}", "message"),
        ("hubspot", "[{\"eventId\":1}]", "contact.creation"),
        ("twilio", "From=%2B14155550100", "delivered"),
        ("gitlab", "{\"object_kind\":\"push\"}", "issue"),
    ];
    for (provider, body, event) in rows {
        let draft = Draft { body: body.as_bytes(), event: Some(event), now: NOW, ..Draft::default() };
        let secret = if provider == "gitlab" { "whsec_c2VjcmV0LW9mLXRlc3Q=" } else { "a-secret" };
        let (_, report) = sign(provider, secret, &draft);
        let told: Vec<_> = report.events.iter().map(|event| event.kind.as_deref()).collect();
        assert_eq!(told, [Some(event)], "{provider}: {:?}", report.problems);
    }
}

#[test]
fn what_the_caller_gives_is_kept() {
    let headers = vec![
        ("svix-id".to_owned(), b"msg_own".to_vec()),
        ("content-type".to_owned(), b"application/vnd.test+json".to_vec()),
    ];
    let draft = Draft { body: b"{}", headers, now: NOW, ..Draft::default() };
    let (signed, _) = sign("svix", "whsec_c2VjcmV0LW9mLXRlc3Q=", &draft);
    let value = |name: &str| signed.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_slice());
    assert_eq!(value("svix-id"), Some(&b"msg_own"[..]));
    assert_eq!(value("content-type"), Some(&b"application/vnd.test+json"[..]));
    assert_eq!(value("Content-Type"), None);
    let draft = Draft { id: Some("msg_given"), ..draft };
    let (signed, _) = sign("svix", "whsec_c2VjcmV0LW9mLXRlc3Q=", &draft);
    assert!(signed.headers.contains(&("svix-id".to_owned(), b"msg_given".to_vec())));
}

#[test]
fn what_cannot_be_signed_rightly_is_refused() {
    let rows: &[(&str, &str, &str, Option<&str>, &str)] = &[
        // A form is signed where the body is JSON.
        ("vonage-sms", "sha256", "{}", None, "signs a form, and the body is JSON"),
        ("mailgun", "json", "a=1", None, "cannot be put into this body"),
        ("adyen", "payment", "{}", None, "cannot be put into this body"),
        ("linear", "hmac", "[]", None, "cannot be put into this body"),
        ("telegram", "token", "{}", Some("message"), "has no event type"),
        ("microsoft-graph", "client-state", "{\"value\":[]}", None, "has no item"),
    ];
    let hex = "0f".repeat(32);
    for (provider, scheme, body, event, says) in rows {
        let secret = if *provider == "adyen" { hex.as_str() } else { "a-secret" };
        let builder = Verifier::builder(*provider).secret(secret).scheme(*scheme);
        let error = builder.sign(&Draft { body: body.as_bytes(), event: *event, now: NOW, ..Draft::default() });
        let error = error.expect_err(provider);
        assert!(error.code == Code::UsageSign && error.message.contains(says), "{provider}: {error}");
    }
    let secret = hookproof::Secret::bytes(b"two\nlines".to_vec());
    let error = Verifier::builder("telegram").secret(secret).sign(&Draft { body: b"{}", ..Draft::default() });
    let error = error.expect_err("a header");
    assert!(error.code == Code::UsageSign && !error.message.contains("lines"), "{error}");
}

/// What a right vector holds, signed anew with its secret, is right too.
#[test]
fn deliveries_of_the_vectors_can_be_signed_again() {
    let (mut signed_again, mut failures) = (0, Vec::new());
    for vector in vectors().into_iter().filter(|vector| vector.code() == "ok" && vector.secrets().next().is_some()) {
        let (builder, (method, url)) = (vector.builder(), vector.target());
        let body = vector.body();
        // Where the type stands in a header alone, it has to be given anew.
        let event = vector.expect["events"][0]["type"].as_str().filter(|_| vector.provider == "opaque");
        let draft = Draft { body: &body, method, url, event, now: vector.now, ..Draft::default() };
        let signed = match builder.sign(&draft) {
            Ok(signed) => signed,
            Err(error) if error.code == Code::UsageSign && error.message.contains("only published keys") => continue,
            Err(error) => {
                failures.push(format!("{}: {error}", vector.title()));
                continue;
            }
        };
        signed_again += 1;
        let report = builder.build().unwrap().verify(&signed.delivery(), vector.now);
        if !report.ok {
            failures.push(format!("{}: {:?}", vector.title(), report.problems));
        }
    }
    println!("{signed_again} deliveries signed again");
    assert!(failures.is_empty(), "{} fail\n{}", failures.len(), failures.join("\n"));
}
