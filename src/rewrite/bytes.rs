//! What happens to a body on the way without anybody parsing it, each change with its opposite in one table.

use crate::code::Code;
use crate::payload::form;
use crate::payload::json;
use crate::payload::json::Span;
use crate::payload::pointer;
use crate::signature::encoding::Encoding;

/// A change of a body's bytes.
#[derive(Clone, Copy)]
pub struct Change {
    /// The cause that it is an example of.
    pub code: Code,
    /// Which of them.
    pub name: &'static str,
    /// Makes it; `None` where it cannot happen to these bytes.
    pub make: fn(&[u8]) -> Option<Vec<u8>>,
}

const fn change(code: Code, name: &'static str, make: fn(&[u8]) -> Option<Vec<u8>>) -> Change {
    Change { code, name, make }
}

/// Every change; of one code the opposite undoes it.
pub const CHANGES: &[Change] = &[
    change(Code::BodyNewline, "added", |body| Some([body, b"\n"].concat())),
    change(Code::BodyNewline, "lost", |body| body.strip_suffix(b"\n").map(<[u8]>::to_vec)),
    change(Code::BodyNewline, "crlf-added", |body| Some([body, b"\r\n"].concat())),
    change(Code::BodyNewline, "crlf-lost", |body| body.strip_suffix(b"\r\n").map(<[u8]>::to_vec)),
    change(Code::BodyLineEndings, "lf-to-crlf", |body| Some(replaced(&replaced(body, b"\r\n", b"\n"), b"\n", b"\r\n"))),
    change(Code::BodyLineEndings, "crlf-to-lf", |body| Some(replaced(body, b"\r\n", b"\n"))),
    change(Code::BodyBom, "added", |body| Some([BOM, body].concat())),
    change(Code::BodyBom, "lost", |body| body.strip_prefix(BOM).map(<[u8]>::to_vec)),
    change(Code::BodyWhitespace, "trimmed", |body| Some(body.trim_ascii().to_vec())),
    change(Code::BodyWhitespace, "trimmed-before", |body| Some(body.trim_ascii_start().to_vec())),
    change(Code::BodyWhitespace, "trimmed-behind", |body| Some(body.trim_ascii_end().to_vec())),
    change(Code::BodyWhitespace, "added", |body| Some([b" ", body].concat())),
    change(Code::BodyUnicodeEscapes, "escaped", |body| escape(body, b"0123456789abcdef")),
    change(Code::BodyUnicodeEscapes, "escaped-capitals", |body| escape(body, DIGITS)),
    change(Code::BodyUnicodeEscapes, "unescaped", |body| unescape(body, |code| code >= 0x80)),
    change(Code::BodySlashEscapes, "escaped", |body| Some(replaced(&replaced(body, b"\\/", b"/"), b"/", b"\\/"))),
    change(Code::BodySlashEscapes, "unescaped", |body| Some(replaced(body, b"\\/", b"/"))),
    change(Code::BodyHtmlEscapes, "escaped", |body| {
        let body = replaced(&replaced(body, b"<", b"\\u003c"), b">", b"\\u003e");
        Some(replaced(&body, b"&", b"\\u0026"))
    }),
    change(Code::BodyHtmlEscapes, "unescaped", |body| unescape(body, |code| matches!(code, 0x3c | 0x3e | 0x26))),
    change(Code::BodyBase64, "encoded", |body| Some(Encoding::Base64.encode(body))),
    change(Code::BodyBase64, "decoded", |body| Encoding::Base64.decode(body.trim_ascii())),
    change(Code::BodyBase64, "url-decoded", |body| Encoding::Base64Url.decode(body.trim_ascii())),
    change(Code::BodyDoubleEncoded, "encoded", |body| {
        let mut json = String::new();
        form::quote(std::str::from_utf8(body).ok()?, &mut json);
        Some(json.replace("\\u000a", "\\n").replace("\\u0009", "\\t").replace("\\u000d", "\\r").into_bytes())
    }),
    change(Code::BodyDoubleEncoded, "decoded", |body| {
        let start = json::skip_whitespace(body, 0);
        let end = json::value_end(body, start, 1).ok()?;
        let text = body.get(start) == Some(&b'"') && json::skip_whitespace(body, end) == body.len();
        text.then(|| pointer::unescape(body, Span { start, end }).into_owned().into_bytes())
    }),
    change(Code::BodyFormWrapped, "wrapped", |body| {
        let mut wrapped = b"payload=".to_vec();
        form::encode(body, &mut wrapped);
        Some(wrapped)
    }),
    change(Code::BodyFormWrapped, "unwrapped", |body| {
        let values = form::pairs(body).map(|(_, value)| value).filter(|_| !braced(body));
        values.into_iter().find(|value| braced(value)).map(|value| value.into_owned())
    }),
    change(Code::BodyFormWrapped, "as-a-name", |body| {
        let mut wrapped = Vec::new();
        form::encode(body, &mut wrapped);
        wrapped.push(b'=');
        Some(wrapped)
    }),
    change(Code::BodyFormWrapped, "from-a-name", |body| {
        let (name, value) = form::pairs(body).next()?;
        (!braced(body) && value.is_empty() && braced(&name)).then(|| name.into_owned())
    }),
    change(Code::BodyPercentEncoded, "encoded", |body| Some(percent_encoded(body))),
    change(Code::BodyPercentEncoded, "decoded", percent_decoded),
    change(Code::BodyCharset, "read-as-latin1", |body| Some(widened(body, char::from))),
    change(Code::BodyCharset, "read-as-windows-1252", |body| Some(widened(body, windows_1252))),
    change(Code::BodyCharset, "written-as-latin1", |body| narrowed(body, |c| u8::try_from(u32::from(c)).ok())),
    change(Code::BodyCharset, "written-as-windows-1252", |body| {
        narrowed(body, |c| (0x80..=0xff).find(|byte| windows_1252(*byte) == c))
    }),
];

/// Whether it looks like JSON.
fn braced(text: &[u8]) -> bool {
    matches!(text.first(), Some(b'{' | b'['))
}

const BOM: &[u8] = b"\xef\xbb\xbf";

fn replaced(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(run) = rest.iter().position(|byte| Some(byte) == from.first()) {
        let found = rest[run..].starts_with(from);
        out.extend_from_slice(&rest[..run]);
        out.extend_from_slice(if found { to } else { &from[..1] });
        rest = &rest[run + if found { from.len() } else { 1 }..];
    }
    out.extend_from_slice(rest);
    out
}

/// Every character beyond ASCII as `\uXXXX`.
fn escape(body: &[u8], digits: &[u8; 16]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    for character in std::str::from_utf8(body).ok()?.chars() {
        if character.is_ascii() {
            out.push(character as u8);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            out.extend_from_slice(b"\\u");
            out.extend([12, 8, 4, 0].map(|shift| digits[usize::from(*unit >> shift & 15)]));
        }
    }
    Some(out)
}

/// Every escape of such a character as the character itself; half of a surrogate pair stays.
fn unescape(body: &[u8], wanted: fn(u32) -> bool) -> Option<Vec<u8>> {
    let unit = |at: usize| {
        let digits = body.get(at..at + 6).filter(|text| text.starts_with(b"\\u"))?;
        u16::from_str_radix(std::str::from_utf8(&digits[2..]).ok()?, 16).ok()
    };
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let run = body[at..].iter().position(|byte| *byte == b'\\').unwrap_or(body.len() - at);
        out.extend_from_slice(&body[at..at + run]);
        at += run;
        let units = [unit(at), unit(at + 6)];
        let found = match units {
            [Some(high), Some(low)] if (0xd800..0xdc00).contains(&high) => {
                char::decode_utf16([high, low]).next().and_then(Result::ok).map(|found| (found, 12))
            }
            [Some(one), _] => char::from_u32(one.into()).map(|found| (found, 6)),
            _ => None,
        };
        match found.filter(|(character, _)| wanted(u32::from(*character))) {
            Some((character, length)) => {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                at += length;
            }
            None => {
                // An escaped backslash begins no other escape.
                let behind = body.len().min(at + 2);
                out.extend_from_slice(&body[at..behind]);
                at = behind;
            }
        }
    }
    Some(out)
}

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

fn percent_encoded(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() * 2);
    for &byte in body {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte),
            _ => out.extend([b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]),
        }
    }
    out
}

fn percent_decoded(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let byte = if body[at] == b'%' { form::escaped(&body[at + 1..]) } else { None };
        out.push(byte.unwrap_or(body[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    Some(out)
}

/// Each byte taken for a character; those of ASCII stay what they are.
fn widened(body: &[u8], character: fn(u8) -> char) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for &byte in body {
        match byte {
            0..0x80 => out.push(byte),
            _ => out.extend_from_slice(character(byte).encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out
}

/// Each character written as a byte; those of ASCII stay what they are.
fn narrowed(body: &[u8], byte: fn(char) -> Option<u8>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    for character in std::str::from_utf8(body).ok()?.chars() {
        out.push(if character.is_ascii() { character as u8 } else { byte(character)? });
    }
    Some(out)
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(code: Code, name: &str, body: &[u8]) -> Option<Vec<u8>> {
        let change = CHANGES.iter().find(|change| change.code == code && change.name == name).unwrap();
        (change.make)(body)
    }

    #[test]
    fn each_change_is_undone_by_another_of_its_code() {
        let body = "{\"a\":\"é🐎 </&> \u{201c}\",\n\"b\":\"\\\\u00e9\"}".as_bytes();
        for change in CHANGES {
            let Some(changed) = (change.make)(body).filter(|changed| changed != body) else { continue };
            let undone = CHANGES.iter().filter(|other| other.code == change.code);
            let back = undone.into_iter().any(|other| (other.make)(&changed).as_deref() == Some(body));
            assert!(back, "{} {}", change.code.as_str(), change.name);
        }
    }

    #[test]
    fn changes_do_what_they_are_called() {
        let rows: &[(Code, &str, &str, Option<&str>)] = &[
            (Code::BodyUnicodeEscapes, "escaped", "é🐎", Some("\\u00e9\\ud83d\\udc0e")),
            (Code::BodyUnicodeEscapes, "unescaped", "\\u00E9\\ud83d\\udc0e\\ud83d\\u0041", Some("é🐎\\ud83d\\u0041")),
            (Code::BodyUnicodeEscapes, "unescaped", "\\\\u00e9", Some("\\\\u00e9")),
            (Code::BodyHtmlEscapes, "unescaped", "\\u003C\\u0026\\u003d", Some("<&\\u003d")),
            (Code::BodyDoubleEncoded, "decoded", " \"{\\\"a\\\":1}\" ", Some("{\"a\":1}")),
            (Code::BodyDoubleEncoded, "decoded", "{}", None),
            (Code::BodyFormWrapped, "unwrapped", "x=1&payload=%7B%7D", Some("{}")),
            (Code::BodyFormWrapped, "from-a-name", "%7B%22a%22%3A1%7D=", Some("{\"a\":1}")),
            (Code::BodyCharset, "read-as-windows-1252", "é”", Some("Ã©â€\u{9d}")),
            (Code::BodyCharset, "written-as-latin1", "🐎", None),
        ];
        for (code, name, body, expected) in rows {
            let found = made(*code, name, body.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap());
            assert_eq!(found.as_deref(), *expected, "{name} {body}");
        }
    }
}
