//! What may be wrong with the secret: blanks, quotation marks, prefixes, encodings, and others mixed up with it.

use super::Evidence;
use super::scene::{Change, Reason, Scene, Step};
use crate::code::Code;
use crate::provider::compile::key_rule;
use crate::provider::definition::{KeyDefinition, ProviderDefinition, SchemeDefinition};
use crate::signature::encoding::Encoding;
use crate::signature::key::Secret;

/// The secrets that may have been meant, each once. What is plain to see in the one that was given comes first.
pub fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let raw = raw(&scene.definition);
    let mut ideas = Ideas { scene, raw, steps: Vec::new(), seen: Vec::new() };
    for secret in &scene.inputs.secrets {
        ideas.seen.push(ideas.keys(secret, false));
    }
    for (place, secret) in scene.inputs.secrets.iter().enumerate() {
        let about = |evidence: Evidence| match scene.inputs.secrets.len() {
            1 => evidence,
            _ => evidence.text("secret", secret.name(place)),
        };
        ideas.variants(secret, &about);
    }
    for (place, other) in scene.others.iter().enumerate() {
        let name = other.id().map_or_else(|| format!("others[{place}]"), str::to_owned);
        ideas.add(
            other.clone(),
            false,
            vec![Reason::new(Code::SecretOther, Evidence::default().text("matching", name))],
        );
    }
    ideas.steps
}

/// What the look of a secret tells.
pub fn guesses(scene: &Scene<'_>) -> Vec<Reason> {
    let mut found = Vec::new();
    for secret in &scene.inputs.secrets {
        let text = trimmed(secret.value()).to_vec();
        let published = secret.is_published() && scene.schemes().all(|scheme| scheme.algorithm.starts_with("hmac-"));
        let kind = KINDS.iter().find(|(start, _)| text.starts_with(start.as_bytes())).map(|(_, kind)| *kind);
        if let Some(kind) = kind.or(published.then_some("a published key")) {
            found.push(Reason::new(Code::SecretWrongKind, Evidence::default().text("looksLike", kind)));
        }
    }
    found
}

/// How things begin that are no secrets of webhooks.
const KINDS: &[(&str, &str)] = &[
    ("http://", "a URL"),
    ("https://", "a URL"),
    ("sk_live_", "an API key"),
    ("sk_test_", "an API key"),
    ("rk_live_", "an API key"),
    ("rk_test_", "an API key"),
    ("pk_live_", "a publishable key"),
    ("pk_test_", "a publishable key"),
    ("ghp_", "an access token"),
    ("github_pat_", "an access token"),
    ("glpat-", "an access token"),
    ("xoxb-", "an access token"),
    ("xoxp-", "an access token"),
    ("shpat_", "an access token"),
    ("we_", "the id of an endpoint"),
    ("ep_", "the id of an endpoint"),
    ("AKIA", "an access key id"),
    ("SG.", "an API key"),
    ("process.env.", "the name of a variable"),
];

/// Prefixes that secrets of webhooks have.
const PREFIXES: &[&str] = &["whsec_", "v1,whsec_", "v1,", "whsk_", "whpk_", "sha256=", "sha1=", "Bearer ", "base64:"];

const ENCODINGS: [Encoding; 3] = [Encoding::Base64, Encoding::Hex, Encoding::Base64Url];

/// The definition with secrets taken for the key's bytes as they are.
fn raw(definition: &ProviderDefinition) -> ProviderDefinition {
    let as_they_are = |scheme: &SchemeDefinition| SchemeDefinition {
        key: KeyDefinition { prehash: scheme.key.prehash, ..KeyDefinition::default() },
        ..scheme.clone()
    };
    ProviderDefinition { schemes: definition.schemes.iter().map(as_they_are).collect(), ..definition.clone() }
}

fn trimmed(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii();
    let inner = QUOTES.iter().find_map(|(open, close)| {
        text.strip_prefix(open.as_bytes())?.strip_suffix(close.as_bytes()).filter(|inner| !inner.is_empty())
    });
    inner.map_or(text, trimmed)
}

const QUOTES: &[(&str, &str)] = &[("\"", "\""), ("'", "'"), ("`", "`"), ("\\\"", "\\\""), ("\u{201c}", "\u{201d}")];

struct Ideas<'s> {
    scene: &'s Scene<'s>,
    raw: ProviderDefinition,
    steps: Vec<Step>,
    /// The keys of each secret that is there already.
    seen: Vec<Vec<Vec<u8>>>,
}

impl Ideas<'_> {
    fn variants(&mut self, secret: &Secret, about: &dyn Fn(Evidence) -> Evidence) {
        let given = secret.value();
        let clean = trimmed(given);
        let mut around = Vec::new();
        if given.trim_ascii() != given {
            let count = i64::try_from(given.len() - given.trim_ascii().len()).unwrap_or(i64::MAX);
            around.push((Code::SecretWhitespace, Evidence::default().number("blanks", count)));
        }
        if clean != given.trim_ascii() {
            around.push((Code::SecretQuoted, Evidence::default()));
        }
        let reasons = |last: Option<(Code, Evidence)>| {
            let all = around.iter().cloned().chain(last);
            let mut reasons: Vec<Reason> = all.map(|(code, evidence)| Reason::new(code, about(evidence))).collect();
            reasons.iter_mut().skip(1).for_each(|reason| reason.together = true);
            reasons
        };
        if !around.is_empty() {
            self.text(clean, reasons(None));
        }
        let escaped = String::from_utf8_lossy(clean).replace("\\n", "\n").into_bytes();
        if escaped != clean {
            let evidence = Evidence::default().text("undoneBy", "unescaping line breaks");
            self.text(escaped.trim_ascii(), reasons(Some((Code::SecretWhitespace, evidence))));
        }
        let inner: Vec<u8> = clean.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        if inner != clean && !secret.is_published() {
            let evidence = Evidence::default().text("undoneBy", "taking out blanks inside");
            self.text(&inner, reasons(Some((Code::SecretWhitespace, evidence))));
        }
        let rules: Vec<String> = self.scene.schemes().flat_map(|scheme| scheme.key.strip_prefix.clone()).collect();
        let prefixes: Vec<&str> = PREFIXES.iter().copied().chain(rules.iter().map(String::as_str)).collect();
        let prefix = |change: &str, prefix: &str| {
            Some((Code::SecretPrefix, Evidence::default().text("undoneBy", change).text("prefix", prefix)))
        };
        for dropped in &prefixes {
            if let Some(rest) = clean.strip_prefix(dropped.as_bytes()).filter(|rest| !rest.is_empty()) {
                self.text(rest, reasons(prefix("dropping it", dropped)));
                self.key(rest, reasons(prefix("dropping it", dropped)));
            }
        }
        let bare = prefixes.iter().find_map(|prefix| clean.strip_prefix(prefix.as_bytes()));
        let encoding = |change: String| Some((Code::SecretEncoding, Evidence::default().text("undoneBy", change)));
        for text in [Some(clean), bare.filter(|bare| !bare.is_empty())].into_iter().flatten() {
            for (name, decoded) in decoded(text) {
                self.key(&decoded, reasons(encoding(format!("decoding {name}"))));
                self.text(&decoded, reasons(encoding(format!("decoding {name}"))));
            }
            self.key(text, reasons(encoding("using its text".to_owned())));
        }
        for encoded in ENCODINGS {
            self.key(&encoded.encode(clean), reasons(encoding(format!("encoding {}", encoded.name()))));
        }
        for added in prefixes.iter().filter(|prefix| !clean.starts_with(prefix.as_bytes())).take(1) {
            let text = [added.as_bytes(), clean].concat();
            self.text(&text, reasons(prefix("adding it", added)));
            self.key(&text, reasons(prefix("adding it", added)));
        }
    }

    /// A secret as the sender shows it.
    fn text(&mut self, text: &[u8], reasons: Vec<Reason>) {
        let secret = match std::str::from_utf8(text) {
            Ok(text) => Secret::text(text),
            Err(_) => Secret::bytes(text),
        };
        self.add(secret, false, reasons);
    }

    /// The bytes of a key.
    fn key(&mut self, key: &[u8], reasons: Vec<Reason>) {
        self.add(Secret::bytes(key), true, reasons);
    }

    fn keys(&self, secret: &Secret, raw: bool) -> Vec<Vec<u8>> {
        // A published key has forms of its own, which the key rule of a shared secret does not read.
        if secret.is_published() {
            return vec![secret.value().to_vec()];
        }
        let definition = if raw { &self.raw } else { &self.scene.definition };
        let keys = definition.schemes.iter().map(|scheme| key_rule(scheme).key(secret, "").ok().flatten());
        keys.map(Option::unwrap_or_default).collect()
    }

    fn add(&mut self, secret: Secret, raw: bool, reasons: Vec<Reason>) {
        let keys = self.keys(&secret, raw);
        if self.seen.contains(&keys) {
            return;
        }
        let definition = if raw { &self.raw } else { &self.scene.definition };
        let Ok(plans) = self.scene.compile(definition, std::slice::from_ref(&secret)) else { return };
        self.seen.push(keys);
        self.steps.push(Step { reasons, change: Change::Plans(plans) });
    }
}

/// What a text stands for in each encoding that it is in; padding may be missing.
fn decoded(text: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let stripped: Vec<u8> = text.iter().copied().filter(|byte| *byte != b'=').collect();
    let padded = [&stripped[..], &b"==="[..(4 - stripped.len() % 4) % 4]].concat();
    let forms = [(Encoding::Base64, &padded[..]), (Encoding::Hex, text), (Encoding::Base64Url, &stripped)];
    forms.iter().filter_map(|(encoding, text)| Some((encoding.name(), encoding.decode(text)?))).collect()
}
