//! Strict JSON (RFC 8259, UTF-8) over bytes: where a value ends, or where and why the text is not JSON.

use std::fmt;

use crate::code::Code;

use super::scan::{Fault, Flaw, Scanner};

/// A byte range of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

/// Where and why a text is not the JSON that was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// `payload.syntax`, `payload.utf8`, `payload.empty`, `limit.depth` or `limit.steps`.
    pub code: Code,
    /// Byte offset of the offending byte in the body; the length of the body where it ends too early.
    pub offset: usize,
    /// Length in bytes of what is wrong; 0 where the body ends.
    pub length: usize,
    /// What was found, then what was expected.
    pub message: String,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.message, self.offset)
    }
}

impl std::error::Error for SyntaxError {}

/// The offset of the first byte at or after `at` that is not a JSON blank.
pub fn skip_whitespace(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = text.get(at) {
        at += 1;
    }
    at
}

/// The end of the JSON value that starts at `start`, every byte of it checked; blanks before it are skipped.
///
/// Lone surrogates in `\u` escapes are accepted, as `JSON.parse` does. What follows the value is not looked at.
///
/// # Errors
/// The first place at which the text is not JSON, or is nested deeper than `depth` arrays and objects.
pub fn value_end(text: &[u8], start: usize, depth: u32) -> Result<usize, SyntaxError> {
    let mut scanner = Scanner::new(text);
    let at = scanner.start(start).and_then(|at| scanner.value(at, depth));
    at.map(usize::from).map_err(|_| scanner.error())
}

impl Scanner<'_> {
    /// The fault that stopped the scan, in words.
    #[cold]
    pub(crate) fn error(&self) -> SyntaxError {
        let Fault { flaw, offset } = self.fault();
        let found = Found { text: self.text(), offset };
        let (code, message) = match flaw {
            Flaw::Empty => (Code::PayloadEmpty, said!("the body holds no JSON value")),
            Flaw::ByteOrderMark => {
                (Code::PayloadSyntax, said!("the body begins with a byte order mark, expected JSON without one"))
            }
            Flaw::Utf8 => (Code::PayloadUtf8, said!("found bytes that are not UTF-8")),
            Flaw::Depth => (Code::LimitDepth, said!("found an array or object nested deeper than the limit allows")),
            Flaw::Steps => (Code::LimitSteps, said!("checking the payload takes more steps than the limit allows")),
            Flaw::EndsIn(what) => (Code::PayloadSyntax, say!("the body ends inside {what}")),
            Flaw::Control => {
                (Code::PayloadSyntax, said!("found a control character in a string, expected an escape for it"))
            }
            Flaw::LeadingZero => {
                (Code::PayloadSyntax, said!("found a number with a leading zero, expected it without"))
            }
            Flaw::Expected(what) => (Code::PayloadSyntax, say!("found {found}, expected {what}")),
        };
        let length = match flaw {
            Flaw::ByteOrderMark => 3,
            Flaw::Expected(_) => found.length(),
            _ => usize::from(offset < self.text().len()),
        };
        SyntaxError { code, offset, length, message }
    }
}

/// What stands at an offset, named without quoting any of the payload's own text.
struct Found<'a> {
    text: &'a [u8],
    offset: usize,
}

impl Found<'_> {
    fn length(&self) -> usize {
        let rest = self.text.get(self.offset..).unwrap_or_default();
        match rest.first() {
            Some(b'A'..=b'Z' | b'a'..=b'z') => rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count(),
            Some(&lead) => 1 + rest[1..].iter().take(3).take_while(|&&b| lead >= 0xC0 && b & 0xC0 == 0x80).count(),
            None => 0,
        }
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.text.get(self.offset) {
            None => "the end of the body",
            Some(b'{') => "`{`",
            Some(b'}') => "`}`",
            Some(b'[') => "`[`",
            Some(b']') => "`]`",
            Some(b',') => "`,`",
            Some(b':') => "`:`",
            Some(b'"') => "a double quote",
            Some(b'\'') => "a single quote",
            Some(b'/') => "a slash",
            Some(b'0'..=b'9') => "a digit",
            Some(b'A'..=b'Z' | b'a'..=b'z') => match &self.text[self.offset..][..self.length()] {
                b"NaN" | b"Infinity" => "a number that JSON does not have",
                b"None" | b"nil" | b"undefined" => "a word that JSON does not have",
                b"True" | b"False" | b"Null" | b"NULL" | b"TRUE" | b"FALSE" => "a literal in capitals",
                _ => "a letter",
            },
            Some(0..=0x1F | 0x7F) => "a control character",
            Some(0x80..) => "a character outside ASCII",
            Some(_) => "another character",
        };
        f.write_str(what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &[u8]) -> SyntaxError {
        value_end(text, 0, 8).expect_err("refused")
    }

    #[test]
    fn finds_the_end_of_a_value() {
        // text, end
        let cases: &[(&str, usize)] = &[
            ("1", 1),
            (" [1, 2.5e-3 ,-0] x", 16),
            ("{\"a\":{\"b\":[null,true,false]}},", 29),
            ("\"\\ud800 \\\\ \\\" é😀\"", 21),
            ("{}", 2),
            ("[ ]", 3),
            ("[[[[[[[[]]]]]]]]", 16),
        ];
        for (text, end) in cases {
            assert_eq!(value_end(text.as_bytes(), 0, 8), Ok(*end), "{text}");
        }
    }

    #[test]
    fn says_where_and_why_it_stops() {
        // text, code, offset, length, message
        let cases: &[(&[u8], Code, usize, usize, &str)] = &[
            (b"", Code::PayloadEmpty, 0, 0, "the body holds no JSON value"),
            (b" \r\n", Code::PayloadEmpty, 3, 0, "the body holds no JSON value"),
            (
                b"\xEF\xBB\xBF{}",
                Code::PayloadSyntax,
                0,
                3,
                "the body begins with a byte order mark, expected JSON without one",
            ),
            (b"{\"a\": \"b", Code::PayloadSyntax, 8, 0, "the body ends inside a string"),
            (b"{\"a\": 1", Code::PayloadSyntax, 7, 0, "the body ends inside an object"),
            (b"[1,", Code::PayloadSyntax, 3, 0, "the body ends inside an array"),
            (b"[1,]", Code::PayloadSyntax, 3, 1, "found `]`, expected a value after the comma"),
            (
                b"{\"a\":1,}",
                Code::PayloadSyntax,
                7,
                1,
                "found `}`, expected a member name in double quotes after the comma",
            ),
            (
                b"{'a':1}",
                Code::PayloadSyntax,
                1,
                1,
                "found a single quote, expected a member name in double quotes or `}`",
            ),
            (b"{\"a\" 1}", Code::PayloadSyntax, 5, 1, "found a digit, expected `:` after the member name"),
            (b"[1 2]", Code::PayloadSyntax, 3, 1, "found a digit, expected `,` or `]`"),
            (b"{\"a\":1 \"b\":2}", Code::PayloadSyntax, 7, 1, "found a double quote, expected `,` or `}`"),
            (b"[NaN]", Code::PayloadSyntax, 1, 3, "found a number that JSON does not have, expected a value or `]`"),
            (b"True", Code::PayloadSyntax, 0, 4, "found a literal in capitals, expected a value"),
            (b"nul", Code::PayloadSyntax, 0, 3, "found a letter, expected `null`"),
            (b"01", Code::PayloadSyntax, 0, 1, "found a number with a leading zero, expected it without"),
            (b"-", Code::PayloadSyntax, 1, 0, "the body ends inside a number"),
            (b"1.x", Code::PayloadSyntax, 2, 1, "found a letter, expected a digit after the decimal point"),
            (b"1e+ ", Code::PayloadSyntax, 3, 1, "found another character, expected a digit in the exponent"),
            (b"\"\\x\"", Code::PayloadSyntax, 2, 1, "found a letter, expected an escape that JSON has"),
            (b"\"\\u12G4\"", Code::PayloadSyntax, 5, 2, "found a letter, expected four hexadecimal digits after `\\u`"),
            (
                b"\"a\nb\"",
                Code::PayloadSyntax,
                2,
                1,
                "found a control character in a string, expected an escape for it",
            ),
            (b"\"\xC3\x28\"", Code::PayloadUtf8, 1, 1, "found bytes that are not UTF-8"),
            (b"[[[[[[[[[", Code::LimitDepth, 8, 1, "found an array or object nested deeper than the limit allows"),
        ];
        for (text, code, offset, length, message) in cases {
            let error = refused(text);
            let shown = String::from_utf8_lossy(text);
            assert_eq!((error.code, error.offset, error.length), (*code, *offset, *length), "{shown}: {error}");
            assert_eq!(error.message, *message, "{shown}");
        }
    }
}
