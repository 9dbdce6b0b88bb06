//! What may have happened to the body: every rewriting and change that has an opposite, and what its look alone tells.

use super::Evidence;
use super::scene::{Change, MOST_BYTES, Reason, Scene, Step};
use crate::code::Code;
use crate::rewrite::{CHANGES, STYLES, rewrite};

/// The bodies that may have been signed, each once, those that are met more often first.
pub fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let mut found = Bodies::new(scene.delivery.body);
    if !scene.reads_body() {
        return Vec::new();
    }
    let received = scene.delivery.body;
    let (common, rare) = STYLES.split_at(STYLES.len().min(7));
    for style in common {
        found.add(&[reserialized(style)], || rewrite(received, style));
    }
    for code in OFTEN {
        found.changes(received, *code);
    }
    for style in rare {
        found.add(&[reserialized(style)], || rewrite(received, style));
    }
    for code in SELDOM {
        found.changes(received, *code);
    }
    let blank = || (Code::BodyWhitespace, Evidence::default().text("undoneBy", "added-behind"));
    for behind in [" ", "\n", "\r\n", "\n\n"] {
        found.add(&[blank()], || Some([received, behind.as_bytes()].concat()));
    }
    if NOTHING.contains(&received.trim_ascii()) {
        found.add(&[(Code::BodyEmpty, Evidence::default().text("undoneBy", "emptied"))], || Some(Vec::new()));
    }
    found.finish()
}

/// The bodies that two things together may have made of the one that was signed.
pub fn pairs(scene: &Scene<'_>) -> Vec<Step> {
    let mut found = Bodies::new(scene.delivery.body);
    if !scene.reads_body() {
        return Vec::new();
    }
    let received = scene.delivery.body;
    let newline = || (Code::BodyNewline, Evidence::default().text("undoneBy", "added"));
    for style in STYLES.iter().filter(|style| !style.newline) {
        found.add(&[reserialized(style), newline()], || {
            let written = rewrite(received, style).filter(|written| written != received)?;
            Some([&written[..], b"\n"].concat())
        });
    }
    for change in CHANGES.iter().filter(|change| WRAPPINGS.contains(&change.code)) {
        let Some(inner) = (change.make)(received).filter(|inner| inner != received) else { continue };
        let outer = || (change.code, Evidence::default().text("undoneBy", change.name));
        found.add(&[outer(), newline()], || Some([&inner[..], b"\n"].concat()));
        found.add(&[outer(), newline()], || inner.strip_suffix(b"\n").map(<[u8]>::to_vec));
        for style in STYLES {
            let both = [outer(), reserialized(style)];
            found.add(&both, || rewrite(&inner, style).filter(|written| *written != inner));
        }
    }
    let escapes = [Code::BodyUnicodeEscapes, Code::BodySlashEscapes, Code::BodyHtmlEscapes];
    let changes = || CHANGES.iter().filter(|change| escapes.contains(&change.code));
    for first in changes() {
        let Some(inner) = (first.make)(received).filter(|inner| inner != received) else { continue };
        for second in changes().filter(|second| second.code != first.code) {
            let both = [first, second].map(|change| (change.code, Evidence::default().text("undoneBy", change.name)));
            found.add(&both, || (second.make)(&inner).filter(|changed| *changed != inner));
        }
    }
    found.finish()
}

/// What the bytes themselves tell.
pub fn guesses(scene: &Scene<'_>) -> Vec<Reason> {
    let body = scene.delivery.body;
    let lossy = "\u{fffd}".as_bytes();
    let mut found = Vec::new();
    let mut guess = |code: Code, evidence: Evidence| found.push(Reason::new(code, evidence));
    if body.is_empty() && scene.reads_body() {
        guess(Code::BodyEmpty, Evidence::default().number("receivedBytes", 0));
    }
    if body.trim_ascii().starts_with(b"[object Object]") || body.starts_with(b"[object Promise]") {
        guess(Code::BodyStringifiedObject, Evidence::default());
    }
    if let Some((format, _)) = MAGIC.iter().find(|(_, magic)| body.starts_with(magic)) {
        guess(Code::BodyCompressed, Evidence::default().text("format", *format));
    }
    let count = body.windows(lossy.len()).filter(|window| *window == lossy).count();
    if count > 0 {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        guess(Code::BodyLossy, Evidence::default().number("replacementCharacters", count));
    }
    found
}

const OFTEN: &[Code] =
    &[Code::BodyNewline, Code::BodyBase64, Code::BodyUnicodeEscapes, Code::BodySlashEscapes, Code::BodyDoubleEncoded];

const SELDOM: &[Code] = &[
    Code::BodyHtmlEscapes,
    Code::BodyWhitespace,
    Code::BodyLineEndings,
    Code::BodyCharset,
    Code::BodyBom,
    Code::BodyFormWrapped,
    Code::BodyPercentEncoded,
];

/// What hides the text, so that something else may have happened to the text before.
const WRAPPINGS: &[Code] = &[
    Code::BodyBase64,
    Code::BodyDoubleEncoded,
    Code::BodyCharset,
    Code::BodyBom,
    Code::BodyFormWrapped,
    Code::BodyPercentEncoded,
];

/// What parsers make of an empty body.
const NOTHING: &[&[u8]] = &[b"{}", b"null", b"\"\"", b"undefined", b"[object Object]"];

const MAGIC: &[(&str, &[u8])] = &[
    ("gzip", &[0x1f, 0x8b]),
    ("zstd", &[0x28, 0xb5, 0x2f, 0xfd]),
    ("deflate", &[0x78, 0x01]),
    ("deflate", &[0x78, 0x5e]),
    ("deflate", &[0x78, 0x9c]),
    ("deflate", &[0x78, 0xda]),
];

fn reserialized(style: &crate::rewrite::Style) -> (Code, Evidence) {
    (Code::BodyReserialized, Evidence::default().text("style", style.name).text("writtenBy", style.who))
}

/// Bodies to try, each once.
struct Bodies<'b> {
    received: &'b [u8],
    steps: Vec<Step>,
    bytes: usize,
}

impl<'b> Bodies<'b> {
    fn new(received: &'b [u8]) -> Self {
        Self { received, steps: Vec::new(), bytes: 0 }
    }

    fn changes(&mut self, received: &[u8], code: Code) {
        for change in CHANGES.iter().filter(|change| change.code == code) {
            self.add(&[(code, Evidence::default().text("undoneBy", change.name))], || (change.make)(received));
        }
    }

    /// Adds the body that `make` gives, or to one that is there the further reason for it.
    fn add(&mut self, causes: &[(Code, Evidence)], make: impl FnOnce() -> Option<Vec<u8>>) {
        // More than can be hashed need not be made either.
        if self.bytes > MOST_BYTES as usize {
            return;
        }
        let Some(body) = make().filter(|body| body != self.received) else { return };
        let signed = i64::try_from(body.len()).unwrap_or(i64::MAX);
        let received = i64::try_from(self.received.len()).unwrap_or(i64::MAX);
        let mut reasons: Vec<Reason> = causes
            .iter()
            .map(|(code, evidence)| {
                let evidence = evidence.clone().number("receivedBytes", received).number("signedBytes", signed);
                Reason::new(*code, evidence)
            })
            .collect();
        reasons.iter_mut().skip(1).for_each(|reason| reason.together = true);
        let same = |step: &&mut Step| matches!(&step.change, Change::Body(known) if *known == body);
        match self.steps.iter_mut().find(same) {
            Some(step) => {
                let known = step.reasons.iter().any(|known| known.code == reasons[0].code);
                if !known && reasons.len() == 1 {
                    step.reasons.extend(reasons);
                }
            }
            None => {
                self.bytes += body.len();
                self.steps.push(Step { reasons, change: Change::Body(body) });
            }
        }
    }

    /// Of reasons for the same bytes the most specific goes first.
    fn finish(mut self) -> Vec<Step> {
        let general = |reason: &Reason| match reason.code {
            Code::BodyReserialized => 2,
            Code::BodyWhitespace => 1,
            _ => 0,
        };
        for step in self.steps.iter_mut().filter(|step| step.reasons.iter().all(|reason| !reason.together)) {
            step.reasons.sort_by_key(general);
        }
        self.steps
    }
}
