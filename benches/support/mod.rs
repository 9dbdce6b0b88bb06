//! What the native benches share: the bodies that the JavaScript benches make, signed, and a verifier for them.
#![allow(dead_code, reason = "each bench uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use hookproof::schema::{CompileOptions, Schema, Validator};
use hookproof::{Delivery, Headers, Verifier};
use sha2::{Digest, Sha256};

pub const SECRET: &str = "bench-secret-0123456789abcdef";
/// When deliveries are received; nothing signed in them has an age.
pub const NOW: i64 = 1_760_000_000_000;

/// A body and its signature.
pub struct Recorded {
    pub name: String,
    pub body: Vec<u8>,
    pub signature: String,
}

impl Recorded {
    fn new(name: String, body: Vec<u8>) -> Self {
        let signature = base16ct::lower::encode_string(&mac(&body));
        Self { name, body, signature }
    }

    /// The delivery, as a host hands it over.
    pub fn delivery(&self) -> Delivery<'_> {
        let headers: Headers = [("X-Datasaur-Signature", self.signature.as_bytes())].into_iter().collect();
        Delivery { method: Some("POST"), headers, body: &self.body, ..Delivery::default() }
    }
}

/// The signature of a body, made without hookproof.
pub fn mac(body: &[u8]) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(SECRET.as_bytes()).expect("any key will do");
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
}

/// The schema that bodies are held to.
pub fn schema() -> String {
    fs::read_to_string(folder().join("schema.json")).expect("made with the bodies")
}

/// The schema, compiled.
pub fn validator() -> Validator {
    Validator::new(Schema::compile(&schema(), &CompileOptions::default()).expect("the schema is right"))
}

/// A verifier for the bodies.
pub fn verifier() -> Verifier {
    let builder = Verifier::builder("datasaur").secret(SECRET).schema("PROJECT_CREATED", schema());
    builder.build().expect("the options are right")
}

/// Bodies by name, made by the script of the JavaScript benches unless they are there, and held to its hashes.
pub fn recorded(names: &[&str]) -> Vec<Recorded> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let hashes = fs::read_to_string(root.join("benches/js/payloads.json")).expect("committed");
    let hashes: BTreeMap<String, String> = serde_json::from_str(&hashes).expect("an object of hashes");
    if !right(names, &hashes) {
        let mut node = Command::new("node");
        let made = node.arg("benches/js/payloads.mjs").arg("--write").arg(folder()).current_dir(&root).status();
        let made = made.expect("Node makes the bodies: install Node.js 20.19 or newer");
        assert!(
            made.success() && right(names, &hashes),
            "benches/js/payloads.mjs makes other bodies than the hashes say"
        );
    }
    names.iter().map(|name| Recorded::new((*name).to_owned(), body(name).expect("was read before"))).collect()
}

fn right(names: &[&str], hashes: &BTreeMap<String, String>) -> bool {
    folder().join("schema.json").is_file()
        && names.iter().all(|name| {
            let hash = |body: Vec<u8>| base16ct::lower::encode_string(&Sha256::digest(body));
            body(name).is_some_and(|body| hashes.get(*name) == Some(&hash(body)))
        })
}

fn body(name: &str) -> Option<Vec<u8>> {
    fs::read(folder().join(format!("{name}.json"))).ok()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("payloads")
}

/// CPU time of this thread, where the system tells it. Linux counts up to the present when a thread offers to give way.
pub fn cpu() -> Option<Duration> {
    thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
