//! JSON string tokens as text: decoding, counting characters, comparing names however they are escaped.

use std::borrow::Cow;

/// The characters of a string token, quotes included; a lone surrogate becomes U+FFFD.
///
/// Never panics: what is not a well-formed token is decoded as far as it goes.
pub(crate) fn decode(token: &[u8]) -> Cow<'_, str> {
    let inner = inner(token);
    if !inner.contains(&b'\\') {
        return String::from_utf8_lossy(inner);
    }
    Cow::Owned(Characters::new(inner).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The bytes between the quotes.
pub(crate) fn inner(token: &[u8]) -> &[u8] {
    let token = token.strip_prefix(b"\"").unwrap_or(token);
    token.strip_suffix(b"\"").unwrap_or(token)
}

/// How many characters (Unicode code points) a string token holds; a surrogate pair is one, a lone surrogate too.
pub(crate) fn count(token: &[u8]) -> usize {
    let inner = inner(token);
    if inner.contains(&b'\\') {
        return Characters::new(inner).count();
    }
    inner.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

/// The code points between the quotes of a checked string token; a lone surrogate is an error that holds it.
pub(crate) struct Characters<'a> {
    rest: &'a [u8],
}

impl<'a> Characters<'a> {
    pub(crate) fn new(inner: &'a [u8]) -> Self {
        Self { rest: inner }
    }

    /// What has not been read yet.
    #[cfg(feature = "details")]
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    fn escape(&mut self, kind: u8) -> Result<char, u32> {
        let simple = match kind {
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            other => char::from(other),
        };
        Ok(simple)
    }

    fn unicode(&mut self) -> Result<char, u32> {
        let unit = self.hex4(0).ok_or(0u32)?;
        self.rest = &self.rest[4..];
        let low = match self.rest {
            [b'\\', b'u', ..] if (0xD800..0xDC00).contains(&unit) => self.hex4(2),
            _ => None,
        };
        let Some(low) = low.filter(|low| (0xDC00..0xE000).contains(low)) else {
            return char::from_u32(unit).ok_or(unit);
        };
        self.rest = &self.rest[6..];
        char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00)).ok_or(unit)
    }

    fn hex4(&self, at: usize) -> Option<u32> {
        let digits = self.rest.get(at..at + 4)?;
        digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
    }
}

impl Iterator for Characters<'_> {
    type Item = Result<char, u32>;

    fn next(&mut self) -> Option<Self::Item> {
        let (&first, rest) = self.rest.split_first()?;
        if first == b'\\' {
            let (&kind, rest) = rest.split_first()?;
            self.rest = rest;
            return Some(self.escape(kind));
        }
        if first < 0x80 {
            self.rest = rest;
            return Some(Ok(char::from(first)));
        }
        let length = match first {
            0xF0.. => 4,
            0xE0.. => 3,
            _ => 2,
        };
        let (character, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        Some(std::str::from_utf8(character).ok().and_then(|text| text.chars().next()).ok_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_every_escape() {
        // token, text, characters
        let cases: &[(&str, &str, usize)] = &[
            (r#""""#, "", 0),
            (r#""plain""#, "plain", 5),
            (r#""é😀""#, "é😀", 2),
            (r#""\u0061\/\\\"\b\f\n\r\t""#, "a/\\\"\u{8}\u{C}\n\r\t", 9),
            (r#""\uD83D\uDE00!""#, "😀!", 2),
            (r#""\uD83Dx""#, "\u{FFFD}x", 2),
            (r#""\uDE00\uD83D""#, "\u{FFFD}\u{FFFD}", 2),
            (r#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀", 2),
        ];
        for (token, text, characters) in cases {
            assert_eq!(decode(token.as_bytes()), *text, "{token}");
            assert_eq!(count(token.as_bytes()), *characters, "{token}");
        }
    }

    #[test]
    fn malformed_tokens_do_not_panic() {
        for token in [&b"\""[..], b"\"\\", b"\"\\u12", b"\"\xC3", b"", b"\\u", b"\"\\uD83D\\u\""] {
            decode(token);
            count(token);
        }
    }
}
