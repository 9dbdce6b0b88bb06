//! Published keys in every form, signatures of other implementations, and what neither a key nor a signature may be.
#![cfg(feature = "public-key")]

mod support;

use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use hookproof::signature::algorithm::{self, Key};
use hookproof::signature::key_id;
use hookproof::signature::public_key::{self, NAMES};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::read;

const RSA: [&str; 2] = ["rsa-sha1", "rsa-sha256"];
const ECDSA: [&str; 2] = ["ecdsa-p256-sha256", "ecdsa-p256-sha256-raw"];

fn vectors() -> Value {
    serde_json::from_str(&read("tests/vectors/public-key.json")).unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    Base64::decode_vec(value.as_str().unwrap()).unwrap()
}

fn prepare(algorithm: &str, key: &[u8]) -> Result<Box<dyn Key>, String> {
    (algorithm::find(algorithm).unwrap().prepare)(key)
}

fn key(algorithm: &str, key: &[u8]) -> Box<dyn Key> {
    prepare(algorithm, key).unwrap_or_else(|error| panic!("{algorithm}: the key {error}"))
}

fn verifies(key: &dyn Key, content: &[u8], signature: &[u8]) -> bool {
    key.verify(&[content], &[signature.to_vec()]).is_some()
}

/// A published form of the keys made for these tests.
fn form<'v>(vectors: &'v Value, key: &str, half: &str, form: &str) -> &'v str {
    vectors["keys"][key][half][form].as_str().unwrap()
}

/// A JWK of those keys with some members set to others.
fn jwk(key: &str, half: &str, changes: &[(&str, Value)]) -> String {
    let mut jwk: Value = serde_json::from_str(form(&vectors(), key, half, "JWK")).unwrap();
    for (name, value) in changes {
        jwk[*name] = value.clone();
    }
    jwk.to_string()
}

fn base64url(bytes: &[u8]) -> Value {
    Base64UrlUnpadded::encode_string(bytes).into()
}

#[track_caller]
fn refused(algorithm: &str, key: &[u8], part: &str) {
    match prepare(algorithm, key) {
        Ok(_) => panic!("{algorithm} takes the key, expected a refusal with `{part}`"),
        Err(message) => assert!(message.contains(part), "{algorithm}: {message}, expected `{part}`"),
    }
}

#[test]
fn published_vectors_pass_and_one_byte_more_fails() {
    let vectors = vectors();
    for vector in vectors["vectors"].as_array().unwrap() {
        let name = &vector["name"];
        let raw = &vector["key"]["base64"];
        let handed_in = if raw.is_null() { vector["key"]["text"].as_str().unwrap().into() } else { bytes(raw) };
        assert_eq!(public_key::is_published_form(&handed_in), raw.is_null(), "{name}");
        let key = key(vector["algorithm"].as_str().unwrap(), &handed_in);
        let (content, signature) = (vector["content"].as_str().unwrap().as_bytes(), bytes(&vector["signature"]));

        assert!(verifies(&*key, content, &signature), "{name}");
        let (start, rest) = content.split_at(content.len() / 2);
        assert!(key.verify(&[start, b"", rest], &[vec![], signature.clone()]).is_some(), "{name} in parts");
        assert!(!verifies(&*key, &[content, b"\n"].concat(), &signature), "{name} and one byte");
        assert!(!verifies(&*key, content, &[&signature[..], &[0]].concat()), "{name} with a longer signature");
        assert!(!verifies(&*key, content, &signature[..signature.len() - 1]), "{name} with a shorter signature");
        if let Some(made) = key.sign(&[start, rest]) {
            assert_eq!(made, signature, "{name} signed");
        }
    }
}

#[test]
fn every_form_of_a_key_verifies_and_private_ones_sign() {
    let vectors = vectors();
    let content = vectors["content"].as_str().unwrap().as_bytes();
    let mut forms = 0;
    for (kind, of_kind) in vectors["keys"].as_object().unwrap() {
        for (algorithm, signature) in of_kind["signatures"].as_object().unwrap() {
            let signature = bytes(signature);
            for (half, form, handed_in) in ["public", "private"].iter().flat_map(|half| {
                let forms = of_kind[half].as_object().unwrap();
                forms.iter().map(move |(form, text)| (*half, form, text.as_str().unwrap()))
            }) {
                let place = format!("{algorithm}, {half} {kind} as {form}");
                for text in [handed_in.to_owned(), handed_in.replace('\n', "\r\n"), format!("\n{handed_in}\n")] {
                    assert!(public_key::is_published_form(text.as_bytes()), "{place}");
                    let key = key(algorithm, text.as_bytes());
                    assert!(verifies(&*key, content, &signature), "{place}");
                    let made = key.sign(&[content]);
                    assert_eq!(made.is_some(), half == "private", "{place}");
                    if let Some(made) = made {
                        assert!(verifies(&*key, content, &made), "{place}");
                        assert_eq!(made == signature, !ECDSA.contains(&algorithm.as_str()), "{place}");
                    }
                    forms += 1;
                }
            }
        }
    }
    assert_eq!(forms, 3 * (6 + 3) * 5);
}

/// The other right signature: `n - s` for `s`.
fn negate_s(signature: &[u8]) -> Vec<u8> {
    const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    let order = base16ct::lower::decode_vec(ORDER).unwrap();
    let mut twin = signature.to_vec();
    let mut borrow = 0i16;
    for at in (0..32).rev() {
        let digit = i16::from(order[at]) - i16::from(signature[32 + at]) - borrow;
        borrow = i16::from(digit < 0);
        twin[32 + at] = digit.rem_euclid(256) as u8;
    }
    twin
}

#[test]
fn a_right_signature_is_found_among_wrong_ones() {
    let vectors = vectors();
    let content = vectors["content"].as_str().unwrap().as_bytes();
    for (kind, algorithm) in [("ed25519", "ed25519"), ("p256", ECDSA[0]), ("p256", ECDSA[1]), ("rsa", RSA[1])] {
        let key = key(algorithm, form(&vectors, kind, "public", "SPKI PEM").as_bytes());
        let right = bytes(&vectors["keys"][kind]["signatures"][algorithm]);
        let wrong = vec![1; right.len()];
        assert!(key.verify(&[content], &[wrong.clone(), right, vec![]]).is_some(), "{algorithm}");
        assert!(key.verify(&[content], &[wrong, vec![]]).is_none(), "{algorithm}");
        assert!(key.verify(&[content], &[]).is_none(), "{algorithm}");
    }
}

#[test]
fn keys_of_other_algorithms_and_forms_are_refused() {
    let vectors = vectors();
    for (kind, own, called) in [
        ("ed25519", &NAMES[..1], "an Ed25519 key"),
        ("p256", &NAMES[1..3], "a P-256 key"),
        ("rsa", &NAMES[3..], "an RSA key"),
    ] {
        for algorithm in NAMES.iter().filter(|name| !own.contains(name)) {
            refused(
                algorithm,
                form(&vectors, kind, "public", "SPKI PEM").as_bytes(),
                &format!("is {called}, expected "),
            );
            refused(algorithm, form(&vectors, kind, "public", "JWK").as_bytes(), &format!("is {called}, expected "));
        }
    }
    let other = |name: &str| vectors["refused"][name].as_str().unwrap();
    let set = format!(r#"{{"keys":[{}]}}"#, form(&vectors, "p256", "public", "JWK"));
    let rows: &[(&str, &str)] = &[
        (other("another-curve"), "is a key of another curve, expected P-256"),
        (other("another-algorithm"), "is a key of another algorithm"),
        (other("pkcs1"), "begins with the PEM block `RSA PRIVATE KEY`"),
        (other("encrypted"), "begins with the PEM block `ENCRYPTED PRIVATE KEY`"),
        ("", "is in none of the forms"),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "is in none of the forms"),
        ("AAAA", "is in none of the forms"),
        ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "is not DER"),
        ("{}", "is a JWK without the member `kty`"),
        ("{", "is not a JWK"),
        (r#"{"kty":1}"#, "found a number, expected a string"),
        (&set, "is a set of JWKs, expected one of its keys"),
        (r#"{"kty":"oct","k":"AAAA"}"#, "is a JWK of another type"),
        (r#"{"kty":"EC","crv":"P-384"}"#, "is a JWK of another curve"),
        (r#"{"kty":"OKP","crv":"X25519"}"#, "is a JWK of another curve"),
        (r#"{"kty":"EC","kty":"EC"}"#, "the member `kty` stands twice"),
    ];
    for (text, part) in rows {
        for algorithm in NAMES {
            refused(algorithm, text.as_bytes(), part);
        }
    }
}

#[test]
fn jwks_have_the_members_of_their_type_in_full_length() {
    let short = base64url(&[1; 31]);
    type Row = (&'static str, &'static str, &'static str, (&'static str, Value), &'static str);
    let rows: &[Row] = &[
        ("ed25519", "ed25519", "public", ("x", short.clone()), "`x` is 31 bytes long, expected 32"),
        ("ed25519", "ed25519", "public", ("x", "A=".into()), "`x` is not base64url"),
        ("ed25519", "ed25519", "private", ("d", short.clone()), "`d` is 31 bytes long"),
        ("ed25519", "ed25519", "private", ("d", base64url(&[1; 32])), "does not belong to its private half"),
        (ECDSA[0], "p256", "public", ("y", short.clone()), "`y` is 31 bytes long"),
        (ECDSA[0], "p256", "public", ("y", base64url(&[1; 32])), "holds no point of P-256"),
        (ECDSA[0], "p256", "private", ("d", base64url(&[0; 32])), "is no scalar of P-256"),
        (ECDSA[0], "p256", "private", ("d", base64url(&[255; 32])), "is no scalar of P-256"),
        (ECDSA[0], "p256", "private", ("d", base64url(&[1; 32])), "does not belong to its private half"),
        (RSA[1], "rsa", "public", ("e", base64url(&[1])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[0, 0, 1])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[0])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", "".into()), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[2])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[1, 0, 0])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[2, 0, 0, 0, 1])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("e", base64url(&[1; 256])), "unfit exponent"),
        (RSA[1], "rsa", "public", ("n", "".into()), "is an RSA key of 0 bits"),
        (RSA[1], "rsa", "public", ("n", base64url(&[255; 96])), "is an RSA key of 768 bits, expected 1024 to 8192"),
        (RSA[1], "rsa", "public", ("n", base64url(&[127; 128])), "is an RSA key of 1023 bits"),
        (RSA[1], "rsa", "public", ("n", base64url(&[255; 1025])), "is an RSA key of 8200 bits"),
        (RSA[1], "rsa", "public", ("n", base64url(&[254; 256])), "unfit exponent or modulus"),
        (RSA[1], "rsa", "private", ("d", "".into()), "do not fit together"),
        (RSA[1], "rsa", "private", ("d", base64url(&[3])), "do not fit together"),
        (RSA[1], "rsa", "private", ("p", "".into()), "do not fit together"),
        (RSA[1], "rsa", "private", ("p", base64url(&[1])), "do not fit together"),
        (RSA[1], "rsa", "private", ("q", base64url(&[9; 128])), "do not fit together"),
        (RSA[1], "rsa", "private", ("n", base64url(&[255; 256])), "do not fit together"),
    ];
    for (algorithm, kind, half, change, part) in rows {
        refused(algorithm, jwk(kind, half, std::slice::from_ref(change)).as_bytes(), part);
    }
    for (name, change) in
        [("leading zeros", [("e", base64url(&[0, 1, 0, 1]))]), ("at most", [("n", base64url(&[255; 1024]))])]
    {
        assert!(prepare(RSA[1], jwk("rsa", "public", &change).as_bytes()).is_ok(), "{name}");
    }
    let unbounded = jwk("rsa", "public", &[("e", base64url(&[1, 255, 255, 255, 255]))]);
    assert!(prepare(RSA[1], unbounded.as_bytes()).is_ok(), "an exponent of 2^33 - 1");
}

#[test]
fn a_private_jwk_of_rsa_may_lack_its_primes() {
    let mut bare: Value = serde_json::from_str(form(&vectors(), "rsa", "private", "JWK")).unwrap();
    for name in ["p", "q", "dp", "dq", "qi"] {
        bare.as_object_mut().unwrap().remove(name);
    }
    let key = key(RSA[1], bare.to_string().as_bytes());
    let made = key.sign(&[b"content"]).unwrap();
    assert!(verifies(&*key, b"content", &made));
}

#[test]
fn raw_keys_are_of_ed25519_alone_and_of_no_small_order() {
    let small_order = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ];
    for hex in small_order {
        refused("ed25519", &base16ct::lower::decode_vec(hex).unwrap(), "of small order");
    }
    refused("ed25519", &[2; 32], "is no point");
    refused("ed25519", &[7; 64], "");
    refused("ed25519", &[7; 31], "is in none of the forms");
    refused("ed25519", &[7; 33], "is in none of the forms");
    for algorithm in &NAMES[1..] {
        refused(algorithm, &[7; 32], "is in none of the forms");
        refused(algorithm, &[4; 65], "is in none of the forms");
    }
}

#[test]
fn ed25519_signatures_are_strict() {
    let vectors = vectors();
    let content = vectors["content"].as_str().unwrap().as_bytes();
    let key = key("ed25519", form(&vectors, "ed25519", "public", "SPKI PEM").as_bytes());
    let right = bytes(&vectors["keys"]["ed25519"]["signatures"]["ed25519"]);
    // s + L is the same number modulo the order of the group.
    let order =
        base16ct::lower::decode_vec("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").unwrap();
    let mut beyond = right.clone();
    let mut carry = 0;
    for at in 0..32 {
        carry += u16::from(right[32 + at]) + u16::from(order[at]);
        beyond[32 + at] = carry as u8;
        carry >>= 8;
    }
    for (comment, wrong) in [
        ("zero", vec![0; 64]),
        ("the neutral point and zero", [&[1][..], &[0; 63]].concat()),
        ("s beyond the order", beyond),
        ("all ones", vec![255; 64]),
        ("empty", Vec::new()),
        ("halves swapped", [&right[32..], &right[..32]].concat()),
    ] {
        assert!(!verifies(&*key, content, &wrong), "{comment}");
    }
}

/// A value in DER, its length as short as possible or not.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, content.len() as u8], content].concat()
}

#[test]
fn ecdsa_signatures_are_in_der_to_the_letter() {
    let vectors = vectors();
    let content = vectors["content"].as_str().unwrap().as_bytes();
    let public = form(&vectors, "p256", "public", "SPKI PEM").as_bytes();
    let (key, raw) = (key(ECDSA[0], public), key(ECDSA[1], public));
    let signature = bytes(&vectors["keys"]["p256"]["signatures"][ECDSA[1]]);
    let integer = |bytes: &[u8]| {
        let zero: &[u8] = if bytes[0] > 127 { &[0] } else { &[] };
        der(2, &[zero, bytes].concat())
    };
    let (r, s) = (integer(&signature[..32]), integer(&signature[32..]));
    let both = |r: &[u8], s: &[u8]| der(0x30, &[r, s].concat());
    let right = both(&r, &s);
    assert!(verifies(&*key, content, &right));

    let padded = |integer: &[u8]| der(2, &[&[0], &integer[2..]].concat());
    let long_form = [&[0x30, 0x81], &right[1..]].concat();
    let order =
        base16ct::lower::decode_vec("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").unwrap();
    for (comment, wrong) in [
        ("leading zero in r", both(&padded(&r), &s)),
        ("leading zero in s", both(&r, &padded(&s))),
        ("bytes after it", [&right[..], &[0]].concat()),
        ("bytes within it", der(0x30, &[&r[..], &s, &[5, 0]].concat())),
        ("length in long form", long_form),
        ("indefinite length", [&[0x30, 0x80], &right[2..], &[0, 0]].concat()),
        ("s missing", der(0x30, &r)),
        ("r is zero", both(&[2, 1, 0], &s)),
        ("s is zero", both(&r, &[2, 1, 0])),
        ("r is empty", both(&[2, 0], &s)),
        ("r is negative", both(&der(2, &[0x80]), &s)),
        ("r is the order", both(&der(2, &[&[0], &order[..]].concat()), &s)),
        ("r of 33 bytes", both(&der(2, &[1; 33]), &s)),
        ("r of 70 bytes", both(&der(2, &[1; 60]), &der(2, &[1; 60]))),
        ("octet strings", both(&der(4, &r[2..]), &der(4, &s[2..]))),
        ("a set", [&[0x31], &right[1..]].concat()),
        ("cut off", right[..right.len() - 1].to_vec()),
        ("a length beyond the end", [&[0x30, 0x84, 255, 255, 255, 255], &right[2..]].concat()),
        ("empty", Vec::new()),
        ("as it is in a JWT", signature.clone()),
    ] {
        assert!(!verifies(&*key, content, &wrong), "{comment}");
    }

    assert!(verifies(&*raw, content, &signature));
    for (comment, wrong) in [
        ("zero", vec![0; 64]),
        ("r is zero", [&[0; 32], &signature[32..]].concat()),
        ("s is zero", [&signature[..32], &[0; 32]].concat()),
        ("s is the order", [&signature[..32], &order].concat()),
        ("all ones", vec![255; 64]),
        ("in DER", right),
        ("63 bytes", signature[..63].to_vec()),
        ("65 bytes", [&signature[..], &[0]].concat()),
    ] {
        assert!(!verifies(&*raw, content, &wrong), "{comment}");
    }
    assert!(verifies(&*raw, content, &negate_s(&signature)), "the large s");
}

#[test]
fn rsa_signatures_have_the_length_of_the_modulus() {
    let vectors = vectors();
    let content = vectors["content"].as_str().unwrap().as_bytes();
    for algorithm in RSA {
        let key = key(algorithm, form(&vectors, "rsa", "public", "SPKI PEM").as_bytes());
        let right = bytes(&vectors["keys"]["rsa"]["signatures"][algorithm]);
        let other = bytes(&vectors["keys"]["rsa"]["signatures"][RSA[usize::from(algorithm == RSA[0])]]);
        assert!(verifies(&*key, content, &right), "{algorithm}");
        for (comment, wrong) in [
            ("over the other digest", other),
            ("a zero before it", [&[0], &right[..]].concat()),
            ("a zero after it", [&right[..], &[0]].concat()),
            ("zero", vec![0; 256]),
            ("one", [&[0; 255][..], &[1]].concat()),
            ("beyond the modulus", vec![255; 256]),
            ("cut off", right[..255].to_vec()),
            ("empty", Vec::new()),
            ("long", vec![1; 4096]),
        ] {
            assert!(!verifies(&*key, content, &wrong), "{algorithm}: {comment}");
        }
    }
}

#[test]
fn certificates_are_read_up_to_their_key() {
    let vectors = vectors();
    let [first, second] =
        ["ed25519", "p256"].map(|kind| form(&vectors, kind, "public", "certificate PEM, long expired"));
    let chain = format!("subject=CN = first\r\n{first}{second}");
    let content = vectors["content"].as_str().unwrap().as_bytes();
    let leaf = key("ed25519", chain.as_bytes());
    assert!(verifies(&*leaf, content, &bytes(&vectors["keys"]["ed25519"]["signatures"]["ed25519"])));
    refused(ECDSA[0], chain.as_bytes(), "is an Ed25519 key");

    let der = bytes(&vectors["keys"]["p256"]["public"]["certificate base64"]);
    assert!(prepare(ECDSA[0], &der).is_ok(), "DER as it is");
    for length in 0..der.len() {
        assert!(prepare(ECDSA[0], &der[..length]).is_err(), "cut off after {length} bytes");
    }
    assert!(prepare(ECDSA[0], &[&der[..], &[0]].concat()).is_err(), "bytes after it");
}

#[test]
fn points_are_uncompressed() {
    let mut spki = bytes(&vectors()["keys"]["p256"]["public"]["SPKI base64"]);
    assert!(prepare(ECDSA[0], &spki).is_ok());
    spki.truncate(spki.len() - 32);
    // The lengths of the sequence and the bit string, and the form of the point.
    spki[1] -= 32;
    spki[24] -= 32;
    for form in [2, 3, 5] {
        spki[26] = form;
        refused(ECDSA[0], &spki, "holds no point of P-256 in uncompressed form");
    }
}

#[test]
fn messages_show_nothing_of_the_key() {
    let vectors = vectors();
    let secret = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v";
    let texts = [
        format!("-----BEGIN {secret}-----\n{secret}\n-----END {secret}-----"),
        format!("-----BEGIN PRIVATE KEY-----\n{secret}\n-----END PRIVATE KEY-----"),
        format!(r#"{{"kty":"{secret}","d":"{secret}"}}"#),
        format!(r#"{{"kty":"EC","crv":"{secret}","{secret}":1}}"#),
        format!(r#"{{"kty":"EC","crv":"P-256","x":"{secret}","y":"{secret}"}}"#),
        format!(r#"{{"kty": {secret}"#),
        form(&vectors, "p256", "private", "JWK")
            .replace("P-256", "P-521")
            .replace("\"d\": \"", &format!("\"d\": \"{secret}")),
        secret.to_owned(),
    ];
    for text in texts {
        for algorithm in NAMES {
            let message = prepare(algorithm, text.as_bytes()).err().unwrap();
            assert!(!message.contains(&secret[..6]), "{message}");
        }
    }
}

#[test]
fn key_ids_are_those_of_jwks() {
    for (text, id) in [
        (jwk("p256", "public", &[]), Some("ec-1")),
        (json!({ "kid": "only an id" }).to_string(), Some("only an id")),
        (format!("\n{}", jwk("rsa", "private", &[])), Some("rsa-1")),
        (json!({ "kty": "EC" }).to_string(), None),
        (json!({ "kid": 7 }).to_string(), None),
        (json!({ "keys": [{ "kid": "a" }] }).to_string(), None),
        ("{".to_owned(), None),
        (String::new(), None),
        (form(&vectors(), "p256", "public", "SPKI PEM").to_owned(), None),
    ] {
        assert_eq!(key_id::of_key(text.as_bytes()).as_deref(), id, "{text}");
    }
}

/// Whatever bytes a key has: it is refused, or it verifies nothing that was made up.
fn try_key(bytes: &[u8], signature: &[u8]) {
    public_key::is_published_form(bytes);
    for algorithm in NAMES {
        if let Ok(key) = prepare(algorithm, bytes) {
            assert!(key.verify(&[b"content"], &[signature.to_vec()]).is_none(), "{algorithm}");
            key.sign(&[b"content"]);
        }
    }
}

/// All forms of all keys, as bytes; RSA with a short modulus, since it is tried often.
fn seeds() -> Vec<Vec<u8>> {
    let vectors = vectors();
    let mut seeds = vec![bytes(&vectors["keys"]["rsa"]["short"])];
    for kind in ["ed25519", "p256"] {
        for half in ["public", "private"] {
            let forms = vectors["keys"][kind][half].as_object().unwrap();
            seeds.extend(forms.iter().map(|(form, text)| match form.ends_with("base64") {
                true => bytes(text),
                false => text.as_str().unwrap().into(),
            }));
        }
    }
    seeds
}

proptest! {
    #[test]
    fn no_bytes_panic_as_a_key(bytes in prop::collection::vec(any::<u8>(), 0..200), signature in prop::collection::vec(any::<u8>(), 0..150)) {
        try_key(&bytes, &signature);
    }

    #[test]
    fn no_change_of_a_key_panics(seed in any::<prop::sample::Index>(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in prop::option::weighted(0.2, any::<prop::sample::Index>())) {
        let seeds = seeds();
        let mut bytes = seed.get(&seeds).clone();
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(place) = cut {
            bytes.truncate(place.index(bytes.len()));
        }
        try_key(&bytes, &[7; 64]);
    }

    #[test]
    fn no_bytes_verify(signature in prop_oneof![prop::collection::vec(any::<u8>(), 0..300), prop::collection::vec(any::<u8>(), 64), prop::collection::vec(any::<u8>(), 256)]) {
        let vectors = vectors();
        for (kind, algorithm) in [("ed25519", "ed25519"), ("p256", ECDSA[0]), ("p256", ECDSA[1]), ("rsa", RSA[0])] {
            let key = key(algorithm, form(&vectors, kind, "public", "SPKI PEM").as_bytes());
            prop_assert!(!verifies(&*key, b"content", &signature), "{algorithm}");
        }
    }
}
