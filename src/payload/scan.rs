//! The scanner under everything that reads payload bytes: tokens, blanks and the skipping of whole values.

use std::num::NonZeroUsize;

use super::json::skip_whitespace;

/// The offset after something that was scanned. Never 0, so that it and [`Stop`] fit one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End(NonZeroUsize);

impl From<End> for usize {
    #[inline(always)]
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
    /// Whether the number scanned last has an exponent.
    pub exponent: bool,
    /// Whether the number scanned last has a sign.
    pub negative: bool,
    /// The digits of the number scanned last before its point, and their value if they are at most 18.
    whole_digits: usize,
    whole: i64,
}

#[inline(always)]
pub(crate) fn end(at: usize) -> Scan {
    NonZeroUsize::new(at).map(End).ok_or(Stop)
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Self {
        Self {
            text,
            fault: Fault { flaw: Flaw::Empty, offset: 0 },
            escaped: false,
            wide: false,
            fraction: false,
            exponent: false,
            negative: false,
            whole_digits: 0,
            whole: 0,
        }
    }

    #[inline(always)]
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
        let (what, inside) = if cfg!(feature = "details") { (what, inside) } else { ("", "") };
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

    /// The end of the number at `start`, which is a digit or `-`; sets all that is known of the number scanned last.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn number(&mut self, start: usize) -> Scan {
        let text = self.text;
        self.fraction = false;
        self.exponent = false;
        let negative = text.get(start) == Some(&b'-');
        self.negative = negative;
        let first = start + usize::from(negative);
        let mut at = first;
        let mut whole = 0i64;
        while let Some(&digit @ b'0'..=b'9') = text.get(at) {
            whole = whole.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            at += 1;
        }
        self.whole_digits = at - first;
        self.whole = if negative { whole.wrapping_neg() } else { whole };
        if at <= first + 1 || text[first] == b'0' {
            if at == first {
                return Err(self.expected("a digit", "a number", at));
            }
            if at > first + 1 {
                return Err(self.stop(Flaw::LeadingZero, start));
            }
        }
        if let Some(b'.' | b'e' | b'E') = text.get(at) {
            return self.fraction(at);
        }
        end(at)
    }

    /// The value of the digits before the point of the number scanned last, with its sign; `None` if they are too many.
    #[inline(always)]
    pub(crate) fn whole(&self) -> Option<i64> {
        (self.whole_digits <= 18).then_some(self.whole)
    }

    fn fraction(&mut self, point: usize) -> Scan {
        self.fraction = true;
        let mut at = point;
        if self.byte(at) == Some(b'.') {
            at = self.digits(at + 1, "a digit after the decimal point")?.into();
        }
        if let Some(b'e' | b'E') = self.byte(at) {
            self.exponent = true;
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn literal(&mut self, at: usize) -> Scan {
        let word = self.text.get(at..).and_then(|rest| rest.first_chunk::<4>());
        match word {
            Some(b"true" | b"null") => end(at + 4),
            Some(b"fals") if self.byte(at + 4) == Some(b'e') => end(at + 5),
            _ => Err(self.no_literal(at)),
        }
    }

    #[cold]
    #[inline(never)]
    fn no_literal(&mut self, at: usize) -> Stop {
        let what = match self.byte(at) {
            Some(b't') => "`true`",
            Some(b'f') => "`false`",
            _ => "`null`",
        };
        self.stop(Flaw::Expected(what), at)
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
