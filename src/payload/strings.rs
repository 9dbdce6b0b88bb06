//! Scanning string tokens: sixteen bytes at a time where they are plain, strict UTF-8 (RFC 3629) where they are not.

use wide::{i8x16, u8x16};

use super::scan::{Flaw, Scan, Scanner, Stop, end};

impl Scanner<'_> {
    /// The end of the string whose opening quote is at `open`; sets `escaped` and `wide`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn string(&mut self, open: usize) -> Scan {
        let at = plain_end(self.text(), open + 1);
        if self.text().get(at) != Some(&b'"') {
            return self.string_from(at);
        }
        self.escaped = false;
        self.wide = false;
        end(at + 1)
    }

    /// As [`string`](Self::string), from the first byte that is not plain.
    #[inline(never)]
    pub(crate) fn string_from(&mut self, at: usize) -> Scan {
        let text = self.text();
        let mut at = at;
        self.escaped = false;
        self.wide = false;
        loop {
            match text.get(at) {
                Some(b'"') => return end(at + 1),
                Some(b'\\') => {
                    self.escaped = true;
                    at = self.escape(at)?.into();
                }
                Some(0x80..) => {
                    self.wide = true;
                    at = self.wide_run(at)?.into();
                }
                Some(_) => return Err(self.stop(Flaw::Control, at)),
                None => return Err(self.stop(Flaw::EndsIn("a string"), text.len())),
            }
            at = plain_end(text, at);
        }
    }

    fn escape(&mut self, at: usize) -> Scan {
        match self.byte(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => end(at + 2),
            Some(b'u') => match self.text().get(at + 2..).and_then(|rest| rest.first_chunk::<4>()) {
                Some(digits) if digits.iter().all(|&digit| HEXADECIMAL[usize::from(digit)]) => end(at + 6),
                _ => Err(self.no_digits(at + 2)),
            },
            _ => Err(self.expected("an escape that JSON has", "a string", at + 1)),
        }
    }

    #[cold]
    fn no_digits(&mut self, at: usize) -> Stop {
        let digits = self.text().get(at..).unwrap_or_default();
        let digits = digits.iter().take_while(|digit| digit.is_ascii_hexdigit()).count();
        self.expected("four hexadecimal digits after `\\u`", "a string", at + digits)
    }

    /// The end of characters outside ASCII, and of the blanks between them.
    fn wide_run(&mut self, start: usize) -> Scan {
        let text = self.text();
        let mut at = start;
        loop {
            // Two bytes each in most alphabets that are not Latin.
            while let Some(&[0xC2..=0xDF, 0x80..=0xBF]) = text.get(at..).and_then(|rest| rest.first_chunk()) {
                at += 2;
            }
            match text.get(at) {
                Some(b' ') => at += 1,
                Some(0x80..) => at = self.wide_character(at)?.into(),
                _ => return end(at),
            }
        }
    }

    fn wide_character(&mut self, at: usize) -> Scan {
        let rest = &self.text()[at..];
        let (lead, second) = (rest[0], rest.get(1).copied().unwrap_or(0));
        // The second byte's range shuts out overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629).
        let length = match (lead, second) {
            (0xC2..=0xDF, 0x80..=0xBF) => 2,
            (0xE0, 0xA0..=0xBF) | (0xE1..=0xEC | 0xEE..=0xEF, 0x80..=0xBF) | (0xED, 0x80..=0x9F) => 3,
            (0xF0, 0x90..=0xBF) | (0xF1..=0xF3, 0x80..=0xBF) | (0xF4, 0x80..=0x8F) => 4,
            _ => return Err(self.stop(Flaw::Utf8, at)),
        };
        match rest.get(2..length) {
            Some(tail) if tail.iter().all(|byte| byte & 0xC0 == 0x80) => end(at + length),
            _ => Err(self.stop(Flaw::Utf8, at)),
        }
    }
}

/// Which bytes are hexadecimal digits.
const HEXADECIMAL: [bool; 256] = {
    let mut digits = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        digits[byte] = (byte as u8).is_ascii_hexdigit();
        byte += 1;
    }
    digits
};

/// The first byte at or after `at` that is a quote, a backslash, a control character or not ASCII.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn plain_end(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(chunk) = text.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
        let special = special(*chunk);
        if special != 0 {
            return at + special.trailing_zeros() as usize;
        }
        at += 16;
    }
    plain_tail(text, at)
}

/// Which of sixteen bytes a string cannot simply go on with.
#[cfg_attr(not(debug_assertions), inline(always))]
fn special(chunk: [u8; 16]) -> u32 {
    let bytes = u8x16::from(chunk);
    let ends = bytes.simd_eq(u8x16::splat(b'"')) | bytes.simd_eq(u8x16::splat(b'\\'));
    // As signed numbers what is not ASCII is below all characters, as control characters are.
    let below = bytes.cast_signed().simd_lt(i8x16::splat(0x20));
    (ends | below.cast_unsigned()).to_bitmask()
}

/// As [`plain_end`] for the last bytes of a text.
#[inline(never)]
fn plain_tail(text: &[u8], at: usize) -> usize {
    let plain = |&byte: &u8| byte != b'"' && byte != b'\\' && (0x20..0x80).contains(&byte);
    at + text
        .get(at..)
        .unwrap_or_default()
        .iter()
        .position(|byte| !plain(byte))
        .unwrap_or(text.len().saturating_sub(at))
}
