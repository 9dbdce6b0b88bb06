//! Explanations: each fault is found and proved, nothing is proved falsely, and no answer holds a value.

mod support;

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use hookproof::explain::Explanation;
use hookproof::sign::FAULTS;
use hookproof::{Code, Delivery, Draft, Fault, Secret, SignedDelivery, Verifier, VerifierBuilder};
use serde_json::Value;
use support::{Signer, read, signers};

const NOW: i64 = 1_794_000_000_000;
const URL: &str = "https://hooks.example.com/in/box?b=2&a=1";
const MOST_MACS: u32 = 4096;
const MOST_BYTES: u32 = 16 << 20;

/// What stands in every body that holds anything, and in no answer.
const MARK: &str = "marked-payload-value";

/// Schemes that differ in algorithm, encoding, layout, content and key.
const SENDERS: &[&str] = &[
    "adyen/platform",
    "bird/hmac",
    "bitbucket/sha256",
    "clerk/v1",
    "edna-pulse/token",
    "gitlab/token",
    "hubspot/v3",
    "intercom/sha1",
    "messagebird/jwt",
    "paddle/hmac",
    "slack/v0",
    "square/hmac",
    "trello/sha1",
    "twitch/sha256",
    "typeform/hmac",
];

/// Of these the large body too, which takes long without optimisation.
const WITH_LARGE: &[&str] = &["bitbucket/sha256", "clerk/v1", "hubspot/v3", "paddle/hmac", "slack/v0", "trello/sha1"];

fn senders() -> Vec<Signer> {
    let found: Vec<_> = signers().into_iter().filter(|signer| SENDERS.contains(&signer.title.as_str())).collect();
    assert_eq!(found.len(), SENDERS.len());
    found
}

/// Each sender with each body.
fn corpus() -> Vec<(Signer, &'static str, String)> {
    let mut all = Vec::new();
    for (name, body) in bodies() {
        let wanted =
            senders().into_iter().filter(|signer| name != "large" || WITH_LARGE.contains(&signer.title.as_str()));
        all.extend(wanted.map(|signer| (signer, name, body.clone())));
    }
    all
}

fn bodies() -> Vec<(&'static str, String)> {
    let large: Vec<String> = (0..600)
        .map(|n| format!(r#"{{"n":{n},"text":"row {n} of the table, é","url":"https://example.com/{n}"}}"#))
        .collect();
    vec![
        (
            "nested",
            format!(r#"{{"a":{{"b":[1,{{"c":null}},[]],"d":"{MARK}"}},"e":true,"link":"https://example.com/<x>&y"}}"#)
                + "\n",
        ),
        ("unicode", format!(r#"{{"name":"Žofie Müller","city":"Kraków","v":"{MARK}"}}"#)),
        ("emoji", format!(r#"{{"text":"🐎 🎉","v":"{MARK}","tags":["<b>","a/b"]}}"#)),
        ("escapes", format!(r#"{{"t":"a\nb\t\"q\" \\u00e9 \u00e9","v":"{MARK}","path":"\/x"}}"#)),
        ("numbers", format!(r#"{{"id":12345678901234567890,"rate":1.0,"e":1E+2,"z":-0,"v":"{MARK}"}}"#)),
        ("empty", "{}".to_owned()),
        ("array", format!(r#"[{{"v":"{MARK}","n":1}},{{"n":2}}]"#)),
        ("large", format!(r#"{{"v":"{MARK}","rows":[{}]}}"#, large.join(","))),
    ]
}

fn draft(body: &str) -> Draft<'_> {
    Draft { body: body.as_bytes(), url: Some(URL), now: NOW, ..Draft::default() }
}

fn fault(code: Code) -> Fault {
    Fault { code, form: if code == Code::SchemeProvider { "stripe".to_owned() } else { String::new() } }
}

fn receiver(signer: &Signer, secret: Option<&Vec<u8>>) -> VerifierBuilder {
    match secret {
        Some(wrong) => signer.unkeyed.clone().secret(Secret::text(String::from_utf8(wrong.clone()).unwrap())),
        None => signer.builder.clone(),
    }
}

/// The explanation, held to what every one must keep.
fn explained(signer: &Signer, signed: &SignedDelivery, url: Option<&str>, others: &[Secret]) -> Explanation {
    let mut delivery = signed.delivery();
    delivery.url = url.or(delivery.url);
    let builder = receiver(signer, signed.secret.as_ref());
    let found = builder.explain(&delivery, NOW, others).unwrap_or_else(|error| panic!("{}: {error}", signer.title));
    assert!(found.tried.macs <= MOST_MACS && found.tried.bytes <= MOST_BYTES, "{}: {:?}", signer.title, found.tried);
    let text = serde_json::to_string(&found).unwrap();
    assert!(!text.contains(MARK), "{}: {text}", signer.title);
    let key = [&b"a secret of 32 bytes for testing"[..], b"a-secret-for-testing", b"a-long-password"];
    for key in key {
        for secret in
            [String::from_utf8_lossy(key).into_owned(), base16ct::lower::encode_string(key), Base64::encode_string(key)]
        {
            assert!(!text.contains(secret.trim_end_matches('=')), "{}: {text}", signer.title);
        }
    }
    for (name, value) in &signed.headers {
        for piece in String::from_utf8_lossy(value).split([',', '=', ' ']).filter(|piece| piece.len() >= 24) {
            assert!(!text.contains(piece), "{} {name}: {text}", signer.title);
        }
    }
    found
}

fn has(found: &Explanation, code: Code) -> bool {
    found.causes.iter().any(|cause| cause.code == code && cause.proved)
}

/// The true cause comes first, or shares its bytes with the one that does.
fn first(found: &Explanation, code: Code) -> bool {
    let mut group = found.causes.iter().enumerate().take_while(|(place, cause)| *place == 0 || cause.alternative);
    group.any(|(_, cause)| cause.code == code && cause.proved)
}

fn provable(code: Code, signed: &SignedDelivery) -> bool {
    let shape = [
        Code::BodyEmpty,
        Code::BodyStringifiedObject,
        Code::BodyLossy,
        Code::BodyCompressed,
        Code::SecretWrongKind,
        Code::HeaderMissing,
    ];
    // A query that is gone stands nowhere.
    let lost = code == Code::UrlQuery && !signed.url.contains('?');
    !shape.contains(&code) && !lost
}

#[derive(Default)]
struct Rate {
    cases: usize,
    right: usize,
}

fn report(title: &str, rates: &BTreeMap<String, Rate>) -> f64 {
    let (cases, right) = rates.values().fold((0, 0), |(cases, right), rate| (cases + rate.cases, right + rate.right));
    for (family, rate) in rates {
        println!("{title} {family}: {} of {} ({:.1} %)", rate.right, rate.cases, percent(rate.right, rate.cases));
    }
    println!("{title}: {right} of {cases} ({:.2} %)", percent(right, cases));
    percent(right, cases)
}

fn percent(right: usize, cases: usize) -> f64 {
    100.0 * right as f64 / cases.max(1) as f64
}

fn family(code: Code) -> String {
    code.as_str().split('.').next().unwrap().to_owned()
}

fn codes(found: &Explanation) -> Vec<String> {
    let code = |cause: &hookproof::Cause| format!("{}{}", cause.code, if cause.proved { "" } else { "?" });
    found.causes.iter().map(code).collect()
}

#[test]
fn single_faults_are_found_and_proved() {
    let mut rates: BTreeMap<String, Rate> = BTreeMap::new();
    let (mut guesses, mut guessed) = (0, 0);
    let mut misses = Vec::new();
    for (signer, name, body) in corpus() {
        for &code in FAULTS {
            let Ok(signed) = signer.builder.sign_faulty(&draft(&body), &fault(code)) else { continue };
            let right = signer.secret.as_str();
            let others = [Secret::text("not-this-one"), Secret::text(right)];
            let found = explained(&signer, &signed, None, if code == Code::SecretOther { &others } else { &[] });
            if !provable(code, &signed) {
                guesses += 1;
                guessed += usize::from(found.causes.iter().any(|cause| cause.code == code));
                continue;
            }
            let rate = rates.entry(family(code)).or_default();
            rate.cases += 1;
            match first(&found, code) {
                true => rate.right += 1,
                false => misses.push(format!("{} {name} {code}: {:?} {:?}", signer.title, codes(&found), found.tried)),
            }
        }
    }
    println!("{}", misses.join("\n"));
    println!("guesses: {guessed} of {guesses}");
    let rate = report("singles", &rates);
    assert!(rate >= 98.0, "{rate}");
}

fn of_family(name: &str) -> Vec<Code> {
    FAULTS.iter().copied().filter(|code| family(*code) == name).collect()
}

/// Each pair of faults with each sender once, the bodies in turn.
#[test]
fn pairs_of_faults_are_found_and_proved() {
    let mut rates: BTreeMap<String, Rate> = BTreeMap::new();
    let mut misses = Vec::new();
    let (senders, bodies) = (senders(), bodies());
    let seconds: Vec<Code> = of_family("secret").into_iter().chain(of_family("url")).collect();
    let mut turn = 0;
    for signer in &senders {
        for code in of_family("body") {
            for &second in &seconds {
                turn += 1;
                let (name, body) = &bodies[if turn % 40 == 0 { 7 } else { turn % 7 }];
                let Ok(mut signed) = signer.builder.sign_faulty(&draft(body), &fault(code)) else { continue };
                let Ok(other) = signer.builder.sign_faulty(&draft(body), &fault(second)) else { continue };
                if !provable(code, &signed) || !provable(second, &other) {
                    continue;
                }
                signed.secret = other.secret;
                let forwarded = other.headers.into_iter().filter(|(name, _)| name == "X-Forwarded-Host");
                signed.headers.extend(forwarded);
                let others = [Secret::text(signer.secret.as_str())];
                let others = if second == Code::SecretOther { &others[..] } else { &[] };
                let found = explained(signer, &signed, Some(other.url.as_str()), others);
                let rate = rates.entry(format!("body and {}", family(second))).or_default();
                rate.cases += 1;
                match has(&found, code) && has(&found, second) {
                    true => rate.right += 1,
                    false => misses.push(format!(
                        "{} {name} {code} {second}: {:?} {:?}",
                        signer.title,
                        codes(&found),
                        found.tried
                    )),
                }
            }
        }
    }
    println!("{}", misses.join("\n"));
    let rate = report("pairs", &rates);
    assert!(rate >= 90.0, "{rate}");
}

/// A small generator of its own, so that the cases are the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }
}

/// So many deliveries of each kind that nothing explains.
const UNRELATED: usize = if cfg!(debug_assertions) { 250 } else { 5000 };

#[test]
fn nothing_is_proved_of_a_wrong_secret_or_an_altered_body() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let senders: Vec<_> = senders();
    let bodies = bodies();
    let (mut tried, mut proofs) = (0, Vec::new());
    for turn in 0..UNRELATED * 2 {
        let signer = &senders[turn % senders.len()];
        let (_, body) = &bodies[random.below(7)];
        let Ok(mut signed) = signer.builder.sign(&draft(body)) else { continue };
        let what = if turn % 2 == 0 {
            let raw: Vec<u8> = (0..24).map(|_| random.next() as u8).collect();
            let secret = match signer.scheme.key.format.name() {
                "hex" => base16ct::lower::encode_string(&raw),
                _ => Base64::encode_string(&raw),
            };
            signed.secret = Some(secret.into_bytes());
            "secret"
        } else {
            let letters: Vec<usize> =
                (0..signed.body.len()).filter(|at| signed.body[*at].is_ascii_alphanumeric()).collect();
            if letters.is_empty() {
                continue;
            }
            let at = letters[random.below(letters.len())];
            signed.body[at] = if signed.body[at] == b'7' { b'8' } else { b'7' };
            "body"
        };
        let receiver = receiver(signer, signed.secret.as_ref());
        if receiver.clone().build().is_ok_and(|receiver| receiver.judge(&signed.delivery(), NOW).scheme.is_some()) {
            continue;
        }
        tried += 1;
        let found = explained(signer, &signed, None, &[]);
        // What a verifier with this secret expects of this body would be a forgery ready to be sent.
        let text = serde_json::to_string(&found).unwrap();
        let secret = signed.secret.iter().map(|secret| String::from_utf8_lossy(secret).into_owned());
        let expected = receiver.sign(&Draft { body: &signed.body, ..draft("") }).into_iter();
        let values =
            expected.flat_map(|signed| signed.headers).map(|(_, value)| String::from_utf8_lossy(&value).into_owned());
        for hidden in secret.chain(values) {
            for piece in hidden.split([',', '=', ' ']).filter(|piece| piece.len() >= 24) {
                assert!(!text.contains(piece), "{}: {text}", signer.title);
            }
        }
        if found.causes.iter().any(|cause| cause.proved) || found.causes.is_empty() {
            proofs.push(format!("{} {what}: {:?}", signer.title, codes(&found)));
        }
    }
    println!("false proofs: {} of {tried}\n{}", proofs.len(), proofs.join("\n"));
    assert!(tried >= UNRELATED && proofs.is_empty());
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
