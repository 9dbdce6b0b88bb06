//! Scanning string tokens: eight bytes at a time where they are plain, strict UTF-8 (RFC 3629) where they are not.

use super::scan::{Flaw, Scan, Scanner, end};

impl Scanner<'_> {
    /// The end of the string whose opening quote is at `open`; sets `escaped` and `wide`.
    #[inline]
    pub(crate) fn string(&mut self, open: usize) -> Scan {
        self.escaped = false;
        self.wide = false;
        let at = plain_end(self.text(), open + 1);
        match self.text().get(at) {
            Some(b'"') => end(at + 1),
            _ => self.string_rest(at),
        }
    }

    /// The end of a string from its first byte that is not plain.
    #[inline(never)]
    fn string_rest(&mut self, at: usize) -> Scan {
        let text = self.text();
        let mut at = at;
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
            Some(b'u') => {
                for digit in at + 2..at + 6 {
                    if !self.byte(digit).is_some_and(|b| b.is_ascii_hexdigit()) {
                        return Err(self.expected("four hexadecimal digits after `\\u`", "a string", digit));
                    }
                }
                end(at + 6)
            }
            _ => Err(self.expected("an escape that JSON has", "a string", at + 1)),
        }
    }

    fn wide_run(&mut self, start: usize) -> Scan {
        let mut at = start;
        while let Some(&lead) = self.text().get(at)
            && lead >= 0x80
        {
            let rest = &self.text()[at + 1..];
            let second = rest.first().copied().unwrap_or(0);
            // The second byte's range shuts out overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629).
            let length = match (lead, second) {
                (0xC2..=0xDF, 0x80..=0xBF) => 2,
                (0xE0, 0xA0..=0xBF) | (0xE1..=0xEC | 0xEE..=0xEF, 0x80..=0xBF) | (0xED, 0x80..=0x9F) => 3,
                (0xF0, 0x90..=0xBF) | (0xF1..=0xF3, 0x80..=0xBF) | (0xF4, 0x80..=0x8F) => 4,
                _ => 0,
            };
            let tail = rest.get(1..usize::max(length, 2) - 1);
            if length == 0 || !tail.is_some_and(|tail| tail.iter().all(|b| b & 0xC0 == 0x80)) {
                return Err(self.stop(Flaw::Utf8, at));
            }
            at += length;
        }
        end(at)
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The first byte at or after `at` that is a quote, a backslash, a control character or not ASCII.
#[inline]
fn plain_end(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(chunk) = text.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*chunk);
        // A borrow reaches only the bytes above the first hit, so that the lowest bit set is always right.
        let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
        let slash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
        let control = word.wrapping_sub(ONES * 0x20);
        let special = (quote | slash | control | word) & HIGHS;
        if special != 0 {
            return at + (special.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = text.get(at) {
        if byte == b'"' || byte == b'\\' || !(0x20..0x80).contains(&byte) {
            break;
        }
        at += 1;
    }
    at
}
