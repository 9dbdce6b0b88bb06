//! Which bytes are JSON: the scanner and the walk agree with `serde_json` on mutated texts, and never panic.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use hookproof::payload::json::{SyntaxError, skip_whitespace, value_end};
use hookproof::payload::pointer::{PointerSet, unescape};
use hookproof::schema::{CompileOptions, Findings, Schema, Walk};
use serde_json::value::RawValue;

/// Deeper than any mutated text gets, so that depth is no difference.
const DEPTH: u32 = 512;

const SEEDS: &[&str] = &[
    r#"{"id":123,"name":"Эдна \u00e9\ud83d\ude00\n","tags":["a","b",null,true,false],"price":-12.50e+3,"o":{}}"#,
    r#"[[],{},"",0,-0,1e9,0.5,"\\\"\/\b\f\n\r\t",{"a":{"b":[1,2,{"c":"d"}]}}]"#,
    "\"\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff} long enough for the fast way over eight bytes\"",
    " \t\r\n{ \"a\" : [ 1 , 2 ] , \"a\" : null } \n",
    "-1.5E-7",
    r#""lone \ud800 and \udfff""#,
];

/// Pieces that mutations insert: what is close to JSON and what is close to UTF-8.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"0",
    b"1",
    b"-",
    b"+",
    b".",
    b"e",
    b"E",
    b"t",
    b"true",
    b"null",
    b"\\u",
    b"\\ud83d",
    b"\\x",
    b" ",
    b"\n",
    b"\0",
    b"\x1f",
    b"\x7f",
    b"\xc0\x80",
    b"\xc2",
    b"\xed\xa0\x80",
    b"\xe0\x80\x80",
    b"\xf4\x90\x80\x80",
    b"\xf0\x9f\x98\x80",
    b"\xff",
    b"\xef\xbb\xbf",
    b"NaN",
    b"'",
    b"//",
    b"00",
    b"\"\":",
];

/// A small generator of numbers, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn mutate(&mut self, text: &mut Vec<u8>) {
        let at = self.below(text.len() + 1);
        match self.below(6) {
            0 if at < text.len() => text[at] = self.below(256) as u8,
            1 if at < text.len() => drop(text.remove(at)),
            2 => text.truncate(at),
            3 if at < text.len() => text[at] ^= 1 << self.below(8),
            4 => {
                let end = at + self.below(text.len() - at + 1);
                let part = text[at..end].to_vec();
                let to = self.below(text.len() + 1);
                text.splice(to..to, part);
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                text.splice(at..at, piece.iter().copied());
            }
        }
    }
}

fn whole(text: &[u8]) -> Result<(), Option<SyntaxError>> {
    let end = value_end(text, 0, DEPTH).map_err(Some)?;
    if skip_whitespace(text, end) == text.len() { Ok(()) } else { Err(None) }
}

#[test]
fn accepts_what_serde_json_accepts() {
    let mut random = Random(0x5EED_5EED_5EED_5EED);
    let knowing =
        r#"{"properties":{"id":{"type":"integer"},"a":{"items":{"anyOf":[{"type":"string"},{"minimum":2}]}}}}"#;
    let schemas = [Schema::any(), Schema::compile(knowing, &CompileOptions::default()).unwrap()];
    let pointers = PointerSet::new(&["", "/a", "/id", "/tags/1", "/0"]).unwrap();
    let (mut accepted, mut refused) = (0, 0);
    for round in 0..150_000 {
        let mut text = SEEDS[round % SEEDS.len()].as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            random.mutate(&mut text);
        }
        let ours = whole(&text);
        let theirs = serde_json::from_slice::<&RawValue>(&text);
        let shown = String::from_utf8_lossy(&text);
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{shown:?}: {ours:?}, {theirs:?}");
        if ours.is_ok() {
            accepted += 1
        } else {
            refused += 1
        }

        // Every way over the text sees the same fault, or none.
        for schema in &schemas {
            let walk = Walk { depth: DEPTH, ..Walk::new(&text) };
            let end = value_end(&text, 0, DEPTH);
            assert_eq!(schema.check(&walk).map(|verdict| verdict.end), end, "{shown:?}");
            assert_eq!(schema.inspect(&walk, &mut Findings::new(8)), end, "{shown:?}");
        }
        let mut found = [None; 5];
        pointers.find(&text, 0, &mut found, &mut |found| round % 2 == 0 && found.iter().all(Option::is_some));
        for span in found.into_iter().flatten() {
            unescape(&text, span);
        }
    }
    println!("{accepted} accepted, {refused} refused, alike");
    assert!(accepted > 10_000 && refused > 10_000);
}

#[test]
fn nesting_is_bounded_by_the_limit_alone() {
    // levels in the text, levels allowed, whether it is accepted; no level costs a stack frame in the scanner
    let cases = [(128, 128, true), (129, 128, false), (512, 512, true), (513, 1024, false), (100_000, u32::MAX, false)];
    for (levels, depth, accepted) in cases {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let middle = if open == "[" { "" } else { "1" };
            let text = format!("{}{middle}{}", open.repeat(levels), close.repeat(levels));
            let walk = Walk { depth, ..Walk::new(text.as_bytes()) };
            let ends = [value_end(text.as_bytes(), 0, depth), Schema::any().check(&walk).map(|verdict| verdict.end)];
            for end in ends {
                assert_eq!(end.is_ok(), accepted, "{levels} levels of {open}, {depth} allowed");
            }
        }
    }
}
