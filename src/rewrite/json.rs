//! A JSON text written again in another style, token by token: names stay in order, numbers as they are spelt.

use super::styles::{Ascii, Indent, Style};
use crate::payload::json;
use crate::payload::scan::DEEPEST;
use crate::payload::text::Characters;

/// The text in a style; `None` when it is no JSON.
pub fn rewrite(text: &[u8], style: &Style) -> Option<Vec<u8>> {
    let start = json::skip_whitespace(text, 0);
    let end = json::value_end(text, start, DEEPEST).ok()?;
    if json::skip_whitespace(text, end) != text.len() {
        return None;
    }
    let room = if style.indent.is_some() { text.len() * 2 } else { text.len() + text.len() / 4 };
    let mut writer = Writer { style, plain: plain(style), out: Vec::with_capacity(room), open: Vec::new() };
    writer.tokens(&text[start..end]);
    if style.newline {
        writer.out.push(b'\n');
    }
    Some(writer.out)
}

/// Which bytes inside a string stay as they are: most texts are copied in long runs.
fn plain(style: &Style) -> [bool; 256] {
    let mut plain = [false; 256];
    for (byte, plain) in (0..=u8::MAX).zip(&mut plain) {
        *plain = match byte {
            0..0x20 | b'"' | b'\\' => false,
            b'/' => !style.slash,
            0x7f => style.ascii != Ascii::EscapedWithDel,
            0x80.. if style.ascii != Ascii::Kept => false,
            // The first bytes of U+2028, U+2029 and of U+0085.
            0xe2 => !style.separators,
            0xc2 => !style.next_line,
            _ => true,
        };
    }
    for byte in style.escaped.bytes() {
        plain[usize::from(byte)] = false;
    }
    plain
}

struct Writer<'s> {
    style: &'s Style,
    plain: [bool; 256],
    out: Vec<u8>,
    /// The brackets that are open.
    open: Vec<u8>,
}

impl Writer<'_> {
    /// Writes the tokens of a text that is known to be JSON.
    fn tokens(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() {
            let next = match text[at] {
                b' ' | b'\t' | b'\n' | b'\r' => at + 1,
                b'"' => {
                    let end = string_end(text, at);
                    self.string(&text[at + 1..end - 1]);
                    end
                }
                open @ (b'{' | b'[') => {
                    self.out.push(open);
                    let inside = json::skip_whitespace(text, at + 1);
                    // An empty object or array stays on its line.
                    if matches!(text[inside], b'}' | b']') {
                        if self.style.flat {
                            self.out.push(b' ');
                        }
                        self.out.push(text[inside]);
                        inside + 1
                    } else {
                        self.open.push(open);
                        self.bracket();
                        inside
                    }
                }
                close @ (b'}' | b']') => {
                    let inside = self.open.pop();
                    match self.is_flat(inside) {
                        true => self.out.push(b' '),
                        false => self.line(),
                    }
                    self.out.push(close);
                    at + 1
                }
                b',' => {
                    if self.style.indent.is_none() || self.is_flat(self.open.last().copied()) {
                        self.out.extend_from_slice(self.style.comma.as_bytes());
                    } else {
                        self.out.push(b',');
                        self.line();
                    }
                    at + 1
                }
                b':' => {
                    self.out.extend_from_slice(self.style.colon.as_bytes());
                    at + 1
                }
                _ => {
                    let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b'}' | b']');
                    let end = text[at..].iter().position(ends).map_or(text.len(), |length| at + length);
                    self.out.extend_from_slice(&text[at..end]);
                    end
                }
            };
            at = next;
        }
    }

    /// Whether this bracket is that of an array on one line of a text that has several.
    fn is_flat(&self, open: Option<u8>) -> bool {
        self.style.flat && open == Some(b'[')
    }

    /// What stands behind an opening bracket.
    fn bracket(&mut self) {
        match self.is_flat(self.open.last().copied()) {
            true => self.out.push(b' '),
            false => self.line(),
        }
    }

    fn line(&mut self) {
        let (blank, count) = match self.style.indent {
            None => return,
            Some(Indent::Blanks(count)) => (b' ', count),
            Some(Indent::Tab) => (b'\t', 1),
        };
        self.out.push(b'\n');
        let level = self.open.iter().filter(|open| !self.is_flat(Some(**open))).count();
        self.out.extend(std::iter::repeat_n(blank, count * level));
    }

    fn string(&mut self, raw: &[u8]) {
        self.out.push(b'"');
        let mut rest = raw;
        loop {
            let run = rest.iter().position(|byte| !self.plain[usize::from(*byte)]).unwrap_or(rest.len());
            self.out.extend_from_slice(&rest[..run]);
            let mut characters = Characters::new(&rest[run..]);
            let Some(character) = characters.next() else { break };
            self.character(character.map_or_else(|half| half, u32::from));
            rest = characters.rest();
        }
        self.out.push(b'"');
    }

    /// Writes a code point; half of a surrogate pair is one too, since JSON can hold it.
    fn character(&mut self, code: u32) {
        let style = self.style;
        let short = match code {
            0x22 if !style.escaped.contains('"') => Some(b'"'),
            0x5c => Some(b'\\'),
            0x2f if style.slash => Some(b'/'),
            0x08 if style.short => Some(b'b'),
            0x0c if style.short => Some(b'f'),
            0x0a => Some(b'n'),
            0x0d => Some(b'r'),
            0x09 => Some(b't'),
            _ => None,
        };
        if let Some(letter) = short {
            return self.out.extend([b'\\', letter]);
        }
        let character = char::from_u32(code);
        let escaped = match code {
            0..0x20 | 0xd800..=0xdfff => true,
            0x7f => style.ascii == Ascii::EscapedWithDel,
            0x2028 | 0x2029 if style.separators => true,
            0x85 if style.next_line => true,
            0x80.. => style.ascii != Ascii::Kept,
            _ => character.is_some_and(|character| style.escaped.contains(character)),
        };
        match character {
            Some(character) if !escaped => {
                self.out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Some(character) => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    self.escape(*unit);
                }
            }
            None => self.escape(code as u16),
        }
    }

    fn escape(&mut self, unit: u16) {
        let digits: &[u8; 16] = if self.style.capitals { b"0123456789ABCDEF" } else { b"0123456789abcdef" };
        self.out.extend_from_slice(b"\\u");
        for shift in [12, 8, 4, 0] {
            self.out.push(digits[usize::from(unit >> shift & 15)]);
        }
    }
}

/// Behind the closing quotation mark.
fn string_end(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while text[at] != b'"' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that serialisers differ in: blanks, empty values, escapes of every kind, numbers as spelt.
    const TEXT: &str =
        r#"{"a":[1.0,-0,1E+2,[],{}],"b":"é🐎</&>'=+`\"\\\b\f\n\r\t\u0001\u007f\u2028\ud800","c":{"d":null,"e":true}}"#;

    fn written(name: &str) -> String {
        String::from_utf8(rewrite(TEXT.as_bytes(), Style::named(name).unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn styles_write_what_their_serialisers_write() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/styles.json");
        let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let text = file["text"].as_str().unwrap();
        for (name, expected) in file["styles"].as_object().unwrap() {
            let style = Style::named(name).unwrap_or_else(|| panic!("there is no style {name}"));
            let found = rewrite(text.as_bytes(), style).unwrap();
            assert_eq!(String::from_utf8(found).unwrap(), expected.as_str().unwrap(), "{name}");
        }
    }

    #[test]
    fn writing_again_changes_nothing_more() {
        for style in super::super::STYLES {
            let once = rewrite(TEXT.as_bytes(), style).unwrap();
            assert_eq!(rewrite(&once, style).unwrap(), once, "{}", style.name);
            let there_and_back = rewrite(&once, Style::named("compact").unwrap()).unwrap();
            assert_eq!(String::from_utf8(there_and_back).unwrap(), written("compact"), "{}", style.name);
        }
        assert!(written("compact").contains(r#""a":[1.0,-0,1E+2,[],{}]"#));
        assert_eq!(rewrite(b"{", Style::named("go").unwrap()), None);
        assert_eq!(rewrite(b"{} x", Style::named("go").unwrap()), None);
    }
}
