//! A canonical form of JSON values: two values are equal in the sense of JSON Schema exactly if these bytes are.

use std::cmp::Ordering;

use super::json::skip_whitespace;
use super::number::Decimal;
use super::scan::Scanner;
use super::text::{Characters, inner};
use crate::sort::sort_by;

/// Appends the canonical form of the value at `at`, which has been scanned before; gives its end.
///
/// Numbers are written by value, strings decoded, members sorted by name with the last of a kind kept.
pub(crate) fn write(text: &[u8], at: usize, out: &mut Vec<u8>) -> usize {
    let at = skip_whitespace(text, at);
    match text.get(at) {
        Some(b'{') => object(text, at, out),
        Some(b'[') => array(text, at, out),
        Some(b'"') => {
            let end = token_end(text, at);
            string(&text[at..end], out);
            end
        }
        Some(b'-' | b'0'..=b'9') => {
            let end = token_end(text, at);
            if let Some(number) = Decimal::parse(&text[at..end]) {
                number.write_canonical(out);
            }
            end
        }
        _ => {
            let end = token_end(text, at);
            out.extend_from_slice(&text[at..end]);
            end
        }
    }
}

/// Appends a string token; a length before the characters keeps neighbours apart.
pub(crate) fn string(token: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    let start = out.len();
    if inner(token).contains(&b'\\') {
        for character in Characters::new(inner(token)) {
            match character {
                Ok(character) => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                // Not UTF-8, so that no other text is written so.
                Err(unit) => {
                    out.push(0xFF);
                    out.extend_from_slice(&unit.to_be_bytes());
                }
            }
        }
    } else {
        out.extend_from_slice(inner(token));
    }
    let length = out.len() - start;
    out.extend_from_slice(&(length as u64).to_be_bytes());
}

fn token_end(text: &[u8], at: usize) -> usize {
    Scanner::new(text).value(at, 0).map_or(text.len(), usize::from)
}

fn array(text: &[u8], open: usize, out: &mut Vec<u8>) -> usize {
    out.push(b'[');
    let mut at = skip_whitespace(text, open + 1);
    while at < text.len() && text[at] != b']' {
        at = skip_whitespace(text, write(text, at, out));
        out.push(b',');
        if text.get(at) == Some(&b',') {
            at += 1;
        }
        at = skip_whitespace(text, at);
    }
    out.push(b']');
    at + 1
}

fn object(text: &[u8], open: usize, out: &mut Vec<u8>) -> usize {
    let mut members = Vec::new();
    let mut at = skip_whitespace(text, open + 1);
    while at < text.len() && text[at] != b'}' {
        let name_end = token_end(text, at);
        let mut name = Vec::new();
        string(&text[at..name_end], &mut name);
        let colon = skip_whitespace(text, name_end);
        let mut value = Vec::new();
        at = skip_whitespace(text, write(text, colon + 1, &mut value));
        members.push((name, value));
        if text.get(at) == Some(&b',') {
            at += 1;
        }
        at = skip_whitespace(text, at);
    }
    sort_by(&mut members, &mut |(left, _), (right, _)| left.cmp(right));
    out.push(b'{');
    for (place, (name, value)) in members.iter().enumerate() {
        // Of equal names the last counts.
        if members.get(place + 1).is_some_and(|(next, _)| next == name) {
            continue;
        }
        out.extend_from_slice(name);
        out.extend_from_slice(value);
    }
    out.push(b'}');
    at + 1
}

/// Whether two string tokens hold the same text; lone surrogates differ from each other and from U+FFFD.
pub(crate) fn same_string(left: &[u8], right: &[u8]) -> bool {
    left == right
        || ((left.contains(&b'\\') || right.contains(&b'\\')) && compare_strings(left, right) == Ordering::Equal)
}

/// An order of string tokens in which exactly those of the same text are equal.
pub(crate) fn compare_strings(left: &[u8], right: &[u8]) -> Ordering {
    Characters::new(inner(left)).cmp(Characters::new(inner(right)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        assert_eq!(write(text.as_bytes(), 0, &mut out), text.len());
        out
    }

    #[test]
    fn equal_values_are_written_alike_and_others_are_not() {
        // left, right, whether they are equal
        let cases: &[(&str, &str, bool)] = &[
            ("1", "1.0", true),
            ("[1,2]", "[ 1 , 2e0 ]", true),
            ("{\"a\":1,\"b\":[]}", "{ \"b\" : [ ] , \"\\u0061\" : 1.0 }", true),
            ("{\"a\":1,\"a\":2}", "{\"a\":2}", true),
            ("\"a\"", "\"\\u0061\"", true),
            ("1", "true", false),
            ("\"1\"", "1", false),
            ("[[],[]]", "[[[]]]", false),
            ("[\"a\",\"b\"]", "[\"a,b\"]", false),
            ("{\"a\":\"b\"}", "{\"a\":\"c\"}", false),
            ("\"\\ud800\"", "\"\\ufffd\"", false),
            ("\"\\ud800\"", "\"\\ud801\"", false),
            ("null", "false", false),
            ("[]", "{}", false),
            ("[1,2]", "[12]", false),
        ];
        for (left, right, equal) in cases {
            assert_eq!(canonical(left) == canonical(right), *equal, "{left} and {right}");
        }
    }

    #[test]
    fn strings_are_equal_however_they_are_escaped() {
        // left, right, whether they are equal
        let cases: &[(&str, &str, bool)] = &[
            (r#""é""#, r#""\u00E9""#, true),
            (r#""\ud83d\ude00""#, r#""😀""#, true),
            (r#""\ud800""#, r#""\uD800""#, true),
            (r#""\ud800""#, r#""\ud801""#, false),
            (r#""\ud800""#, "\"\u{FFFD}\"", false),
            (r#""\ufffd""#, "\"\u{FFFD}\"", true),
            (r#""a""#, r#""\u0061b""#, false),
        ];
        for (left, right, equal) in cases {
            assert_eq!(same_string(left.as_bytes(), right.as_bytes()), *equal, "{left} and {right}");
            assert_eq!(same_string(right.as_bytes(), left.as_bytes()), *equal, "{right} and {left}");
        }
    }
}
