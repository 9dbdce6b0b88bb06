//! What the native core signs, and says of it: right and faulty deliveries of every scheme, for other runtimes to match.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use base64ct::{Base64, Encoding as _};
use hookproof::sign::{FAULTS, SignedDelivery};
use hookproof::{Code, Draft, Fault, Secret};
use serde_json::{Value, json};
use support::{Signer, parameters, root, signers};

const NOW: i64 = 1_794_000_000_000;
const URL: &str = "https://example.com/hook?b=2&a=1";
const BODY: &str = "{\"name\":\"Žofie 🐎\",\"link\":\"https://example.com/<a>&b\",\"n\":[1.0,{}],\"t\":\"x\\ny\"}\n";

#[test]
fn writes_the_deliveries_that_other_runtimes_must_sign_alike() {
    let mut lines = String::new();
    let mut made = 0;
    for signer in signers() {
        for fault in std::iter::once(None).chain(FAULTS.iter().copied().map(Some)) {
            let draft = Draft { body: BODY.as_bytes(), url: Some(URL), now: NOW, ..Draft::default() };
            let name = fault.map(fault_name);
            let signed = match &name {
                None => signer.builder.sign(&draft),
                Some(name) => Fault::parse(name).and_then(|fault| signer.builder.sign_faulty(&draft, &fault)),
            };
            // Which of them cannot happen is the same everywhere, and is compared by its code.
            let result = match &signed {
                Ok(signed) => {
                    made += 1;
                    json!({ "delivery": plain(signed) })
                }
                Err(error) => json!({ "error": error.code.as_str() }),
            };
            let verdict = signed.as_ref().map_or_else(|_| "null".to_owned(), |signed| verdict(&signer, signed));
            let parameters: BTreeMap<_, _> = parameters(&signer.definition).into_iter().collect();
            let request = json!({
                "provider": signer.provider, "scheme": signer.scheme.id, "secret": signer.secret,
                "parameters": parameters, "url": URL, "body": BODY, "now": NOW, "fault": name,
            });
            writeln!(lines, r#"{{"request":{request},"result":{result},"report":{verdict}}}"#).unwrap();
        }
    }
    assert!(made > 1000, "only {made} deliveries were made");
    let target = root().join("target");
    fs::create_dir_all(&target).unwrap();
    let entry = if cfg!(feature = "public-key") { "faults-public-key.jsonl" } else { "faults.jsonl" };
    fs::write(target.join(entry), lines).unwrap();
}

fn fault_name(code: Code) -> String {
    let form = if code == Code::SchemeProvider { ":stripe" } else { "" };
    format!("{}{form}", code.as_str())
}

/// The report of the receiver, who may have another secret than was signed with; or the code of its misuse.
fn verdict(signer: &Signer, signed: &SignedDelivery) -> String {
    let receiver = match &signed.secret {
        Some(wrong) => signer.unkeyed.clone().secret(match std::str::from_utf8(wrong) {
            Ok(text) => Secret::text(text),
            Err(_) => Secret::bytes(wrong.clone()),
        }),
        None => signer.builder.clone(),
    };
    match receiver.build() {
        Ok(receiver) => serde_json::to_string(&receiver.verify(&signed.delivery(), NOW)).unwrap(),
        Err(error) => json!(error.code.as_str()).to_string(),
    }
}

/// A delivery as text: header bytes as characters, as hosts hand them out, the body in base64.
fn plain(signed: &SignedDelivery) -> Value {
    let headers: Vec<_> = signed
        .headers
        .iter()
        .map(|(name, value)| [name.clone(), value.iter().copied().map(char::from).collect::<String>()])
        .collect();
    let secret = signed.secret.as_ref().map(|secret| Base64::encode_string(secret));
    let SignedDelivery { method, url, scheme, body, .. } = signed;
    json!({
        "method": method, "url": url, "headers": headers, "body": Base64::encode_string(body), "scheme": scheme,
        "secret": secret,
    })
}
