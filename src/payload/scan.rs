//! The scanner under everything that reads payload bytes: tokens, blanks and the skipping of whole values.

use std::num::NonZeroUsize;

use super::json::skip_whitespace;

/// The offset after something that was scanned. Never 0, so that it and [`Stop`] fit one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End(NonZeroUsize);

impl From<End> for usize {
    #[inline]
    fn from(end: End) -> usize {
        end.0.get()
    }
}

/// The scan cannot go on; the scanner knows why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop;

/// Where something ends, or that the text is not JSON.
pub(crate) type Scan = Result<End, Stop>;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    Empty,
    ByteOrderMark,
    Utf8,
    Depth,
    Steps,
    Control,
    LeadingZero,
    EndsIn(&'static str),
    Expected(&'static str),
}

/// What is wrong and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub flaw: Flaw,
    pub offset: usize,
}

/// Nesting that [`Scanner::value`] keeps track of, whatever the caller allows.
pub(crate) const DEEPEST: u32 = 512;

/// Scans tokens of one text and remembers the fault that stopped it.
pub(crate) struct Scanner<'a> {
    text: &'a [u8],
    fault: Fault,
    /// Whether the string scanned last holds an escape.
    pub escaped: bool,
    /// Whether the string scanned last holds a character outside ASCII.
    pub wide: bool,
    /// Whether the number scanned last has a fraction or an exponent.
    pub fraction: bool,
}

#[inline]
pub(crate) fn end(at: usize) -> Scan {
    NonZeroUsize::new(at).map(End).ok_or(Stop)
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Self {
        Self { text, fault: Fault { flaw: Flaw::Empty, offset: 0 }, escaped: false, wide: false, fraction: false }
    }

    pub(crate) fn text(&self) -> &'a [u8] {
        self.text
    }

    pub(crate) fn fault(&self) -> Fault {
        self.fault
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn stop(&mut self, flaw: Flaw, offset: usize) -> Stop {
        self.fault = Fault { flaw, offset };
        Stop
    }

    /// Stops for something missing; at the end of the text that is the news.
    #[cold]
    #[inline(never)]
    pub(crate) fn expected(&mut self, what: &'static str, inside: &'static str, offset: usize) -> Stop {
        let flaw = if offset < self.text.len() { Flaw::Expected(what) } else { Flaw::EndsIn(inside) };
        self.stop(flaw, offset)
    }

    #[inline(always)]
    pub(crate) fn byte(&self, at: usize) -> Option<u8> {
        self.text.get(at).copied()
    }

    /// The first byte at or after `at` that is not a blank; most often that is `at` itself.
    #[inline(always)]
    pub(crate) fn blank(&self, at: usize) -> usize {
        match self.text.get(at) {
            Some(&byte) if byte > b' ' => at,
            _ => skip_whitespace(self.text, at),
        }
    }

    /// The first byte of the value at or after `at`, at the beginning of a text.
    pub(crate) fn start(&mut self, at: usize) -> Result<usize, Stop> {
        let first = self.blank(at);
        if first >= self.text.len() {
            return Err(self.stop(Flaw::Empty, self.text.len()));
        }
        if self.text[first..].starts_with(b"\xEF\xBB\xBF") {
            return Err(self.stop(Flaw::ByteOrderMark, first));
        }
        Ok(first)
    }

    /// The end of the string whose opening quote is at `open`; sets `escaped` and `wide`.
    pub(crate) fn string(&mut self, open: usize) -> Scan {
        let text = self.text;
        self.escaped = false;
        self.wide = false;
        let mut at = open + 1;
        loop {
            at = plain_end(text, at);
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
        while let Some(&lead) = self.text.get(at)
            && lead >= 0x80
        {
            let rest = &self.text[at + 1..];
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

    /// The end of the number at `start`, which is a digit or `-`; sets `fraction`.
    #[inline]
    pub(crate) fn number(&mut self, start: usize) -> Scan {
        let text = self.text;
        self.fraction = false;
        let mut at = start + usize::from(text.get(start) == Some(&b'-'));
        match text.get(at) {
            Some(b'0') => {
                at += 1;
                if let Some(b'0'..=b'9') = text.get(at) {
                    return Err(self.stop(Flaw::LeadingZero, start));
                }
            }
            Some(b'1'..=b'9') => at = digits_end(text, at + 1),
            _ => return Err(self.expected("a digit", "a number", at)),
        }
        if let Some(b'.' | b'e' | b'E') = text.get(at) {
            return self.fraction(at);
        }
        end(at)
    }

    fn fraction(&mut self, point: usize) -> Scan {
        self.fraction = true;
        let mut at = point;
        if self.byte(at) == Some(b'.') {
            at = self.digits(at + 1, "a digit after the decimal point")?.into();
        }
        if let Some(b'e' | b'E') = self.byte(at) {
            at += 1;
            if let Some(b'+' | b'-') = self.byte(at) {
                at += 1;
            }
            at = self.digits(at, "a digit in the exponent")?.into();
        }
        end(at)
    }

    fn digits(&mut self, at: usize, what: &'static str) -> Scan {
        let after = digits_end(self.text, at);
        if after == at {
            return Err(self.expected(what, "a number", at));
        }
        end(after)
    }

    /// The end of `true`, `false` or `null` at `at`.
    pub(crate) fn literal(&mut self, at: usize) -> Scan {
        let rest = &self.text[at..];
        let (word, what): (&[u8], _) = match rest.first() {
            Some(b't') => (b"true", "`true`"),
            Some(b'f') => (b"false", "`false`"),
            _ => (b"null", "`null`"),
        };
        if rest.starts_with(word) {
            return end(at + word.len());
        }
        Err(self.stop(Flaw::Expected(what), at))
    }

    /// The end of the value at `start`, strictly checked; keeps no stack frame per level.
    pub(crate) fn value(&mut self, start: usize, depth: u32) -> Scan {
        let depth = depth.min(DEEPEST) as usize;
        let mut objects = [0u64; DEEPEST as usize / 64];
        let mut level = 0usize;
        let mut at = start;
        let mut what = "a value";
        loop {
            // Here a value begins.
            match self.byte(at) {
                Some(b'"') => at = self.string(at)?.into(),
                Some(b'-' | b'0'..=b'9') => at = self.number(at)?.into(),
                Some(b't' | b'f' | b'n') => at = self.literal(at)?.into(),
                Some(open @ (b'{' | b'[')) => {
                    if level == depth {
                        return Err(self.stop(Flaw::Depth, at));
                    }
                    let (word, bit) = (level / 64, 1u64 << (level % 64));
                    level += 1;
                    at = self.blank(at + 1);
                    if open == b'{' {
                        objects[word] |= bit;
                        if self.byte(at) != Some(b'}') {
                            at = self.name(at, NAME_OR_END)?;
                            what = "a value";
                            continue;
                        }
                    } else {
                        objects[word] &= !bit;
                        if self.byte(at) != Some(b']') {
                            what = "a value or `]`";
                            continue;
                        }
                    }
                    at += 1;
                    level -= 1;
                }
                _ => {
                    let inside = match level {
                        0 => "a value",
                        _ if objects[(level - 1) / 64] >> ((level - 1) % 64) & 1 == 1 => "an object",
                        _ => "an array",
                    };
                    return Err(self.expected(what, inside, at));
                }
            }
            // Here a value has ended.
            loop {
                if level == 0 {
                    return end(at);
                }
                let object = objects[(level - 1) / 64] >> ((level - 1) % 64) & 1 == 1;
                at = self.blank(at);
                match (self.byte(at), object) {
                    (Some(b','), true) => {
                        at = self.blank(at + 1);
                        at = self.name(at, NAME)?;
                        what = "a value";
                        break;
                    }
                    (Some(b','), false) => {
                        at = self.blank(at + 1);
                        what = "a value after the comma";
                        break;
                    }
                    (Some(b'}'), true) | (Some(b']'), false) => {
                        at += 1;
                        level -= 1;
                    }
                    (_, true) => return Err(self.expected("`,` or `}`", "an object", at)),
                    (_, false) => return Err(self.expected("`,` or `]`", "an array", at)),
                }
            }
        }
    }

    /// Skips a member name and its colon; gives where the value begins.
    fn name(&mut self, at: usize, what: &'static str) -> Result<usize, Stop> {
        if self.byte(at) != Some(b'"') {
            return Err(self.expected(what, "an object", at));
        }
        let after = self.string(at)?.into();
        self.colon(after)
    }

    /// Skips the colon after a member name; gives where the value begins.
    #[inline(always)]
    pub(crate) fn colon(&mut self, at: usize) -> Result<usize, Stop> {
        let at = self.blank(at);
        if self.byte(at) != Some(b':') {
            return Err(self.expected("`:` after the member name", "an object", at));
        }
        Ok(self.blank(at + 1))
    }
}

pub(crate) const NAME_OR_END: &str = "a member name in double quotes or `}`";
pub(crate) const NAME: &str = "a member name in double quotes after the comma";

fn digits_end(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(b'0'..=b'9') = text.get(at) {
        at += 1;
    }
    at
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
