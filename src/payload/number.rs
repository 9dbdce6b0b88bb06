//! Exact decimals: JSON number tokens of any length, compared as written, without floating point.

use std::cmp::Ordering;

/// A number token as sign, significant digits and power of ten. Borrows the token; never rounds.
///
/// Exponents beyond ±10^15 are taken as ±10^15.
#[derive(Clone, Copy, Debug)]
pub struct Decimal<'a> {
    negative: bool,
    // The digits are `head` then `tail`, without zeros at either end; both are empty for 0.
    head: &'a [u8],
    tail: &'a [u8],
    // Power of ten of the last digit.
    scale: i64,
}

const FARTHEST: i64 = 1_000_000_000_000_000;

impl<'a> Decimal<'a> {
    /// Reads a JSON number token; `None` if it is not one.
    pub fn parse(token: &'a [u8]) -> Option<Self> {
        let negative = token.first() == Some(&b'-');
        let unsigned = &token[usize::from(negative)..];
        let head = digits(unsigned);
        let mut rest = &unsigned[head.len()..];
        if head.is_empty() || head.len() > 1 && head[0] == b'0' {
            return None;
        }
        let mut tail: &[u8] = &[];
        if let Some(fraction) = rest.strip_prefix(b".") {
            tail = digits(fraction);
            rest = &fraction[tail.len()..];
            if tail.is_empty() {
                return None;
            }
        }
        let exponent = match rest {
            [] => 0,
            [b'e' | b'E', exponent @ ..] => read_exponent(exponent)?,
            _ => return None,
        };
        Some(Self::normalise(negative, head, tail, exponent))
    }

    fn normalise(negative: bool, head: &'a [u8], tail: &'a [u8], exponent: i64) -> Self {
        let mut scale = exponent - tail.len() as i64;
        let mut head = trim_start(head);
        let mut tail = if head.is_empty() { trim_start(tail) } else { tail };
        let kept = trim_end(tail);
        scale += (tail.len() - kept.len()) as i64;
        tail = kept;
        if tail.is_empty() {
            let kept = trim_end(head);
            scale += (head.len() - kept.len()) as i64;
            head = kept;
        }
        if head.is_empty() && tail.is_empty() {
            return Self { negative: false, head, tail, scale: 0 };
        }
        Self { negative, head, tail, scale }
    }

    /// Whether the number is whole, however it is written (`1.0`, `10e-1`).
    pub fn is_integer(&self) -> bool {
        self.scale >= 0
    }

    /// Whether the number is 0, `-0` included.
    pub fn is_zero(&self) -> bool {
        self.len() == 0
    }

    /// Whether the number divided by `divisor` is whole; `false` for a divisor of 0.
    pub fn is_multiple_of(&self, divisor: &Decimal<'_>) -> bool {
        if divisor.is_zero() || self.is_zero() {
            return !divisor.is_zero();
        }
        // The last digit is not 0, so that a divisor with a higher power of ten never fits.
        let Ok(zeros) = u64::try_from(self.scale - divisor.scale) else { return false };
        // Factors 2 and 5 of the divisor are used up after so many zeros; more of them change nothing.
        let zeros = zeros.min(4 * divisor.len() as u64) as usize;
        let dividend = self.digits().chain(std::iter::repeat_n(0, zeros));
        if divisor.len() <= 18 {
            let modulus = divisor.digits().fold(0u64, |n, digit| n * 10 + u64::from(digit));
            let step = |rest: u64, digit: u8| (u128::from(rest) * 10 + u128::from(digit)) % u128::from(modulus);
            return dividend.fold(0, |rest, digit| step(rest, digit) as u64) == 0;
        }
        let modulus: Vec<u8> = divisor.digits().collect();
        remainder_is_zero(dividend, &modulus)
    }

    /// The number as a count; `None` if it is negative, not whole, or does not fit.
    #[cfg(feature = "details")]
    pub(crate) fn to_count(self) -> Option<u64> {
        if self.negative || !self.is_integer() || self.scale > 20 {
            return None;
        }
        let zeros = std::iter::repeat_n(0, self.scale as usize);
        self.digits().chain(zeros).try_fold(0u64, |n, digit| n.checked_mul(10)?.checked_add(digit.into()))
    }

    /// Writes the number so that equal numbers, and only they, are written alike.
    pub(crate) fn write_canonical(&self, out: &mut Vec<u8>) {
        if self.negative {
            out.push(b'-');
        }
        if self.is_zero() {
            out.push(b'0');
            return;
        }
        out.extend_from_slice(self.head);
        out.extend_from_slice(self.tail);
        out.push(b'e');
        out.extend_from_slice(self.scale.to_string().as_bytes());
    }

    fn len(&self) -> usize {
        self.head.len() + self.tail.len()
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.head.iter().chain(self.tail).map(|digit| digit - b'0')
    }

    fn cmp_magnitude(&self, other: &Decimal<'_>) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        let top = self.scale + self.len() as i64;
        let other_top = other.scale + other.len() as i64;
        top.cmp(&other_top).then_with(|| self.digits().cmp(other.digits()))
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.cmp_magnitude(other),
            (true, true) => other.cmp_magnitude(self),
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal<'_> {}

/// The value of an integer token of at most 18 digits; `None` for anything else.
#[inline]
pub(crate) fn small_integer(token: &[u8]) -> Option<i64> {
    let negative = token.first() == Some(&b'-');
    let digits = &token[usize::from(negative)..];
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0i64;
    for &digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    Some(if negative { -value } else { value })
}

/// Whether an integer token lies outside of what JavaScript's numbers hold exactly, ±(2^53 - 1).
#[inline]
pub(crate) fn is_unsafe_integer(token: &[u8]) -> bool {
    token.len() >= 16 && beyond_safe(token)
}

#[cold]
fn beyond_safe(token: &[u8]) -> bool {
    let digits = token.strip_prefix(b"-").unwrap_or(token);
    digits.len() > 16 || digits.len() == 16 && digits > &b"9007199254740991"[..]
}

fn digits(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}

fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'+', digits @ ..] => (false, digits),
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0i64, |n, digit| (n * 10 + i64::from(digit - b'0')).min(FARTHEST));
    Some(if negative { -size } else { size })
}

fn trim_start(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    &digits[zeros..]
}

fn trim_end(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().rev().take_while(|&&digit| digit == b'0').count();
    &digits[..digits.len() - zeros]
}

/// Long division by hand: the rest is kept as decimal digits, most significant first, without leading zeros.
fn remainder_is_zero(dividend: impl Iterator<Item = u8>, modulus: &[u8]) -> bool {
    let mut rest: Vec<u8> = Vec::with_capacity(modulus.len() + 1);
    for digit in dividend {
        if !rest.is_empty() || digit != 0 {
            rest.push(digit);
        }
        while rest.len() > modulus.len() || rest.len() == modulus.len() && rest.as_slice() >= modulus {
            subtract(&mut rest, modulus);
        }
    }
    rest.is_empty()
}

fn subtract(rest: &mut Vec<u8>, modulus: &[u8]) {
    let offset = rest.len() - modulus.len();
    let mut borrow = 0;
    for at in (0..rest.len()).rev() {
        let take = borrow + if at >= offset { modulus[at - offset] } else { 0 };
        borrow = u8::from(rest[at] < take);
        rest[at] = rest[at] + 10 * borrow - take;
    }
    let zeros = rest.iter().take_while(|&&digit| digit == 0).count();
    rest.drain(..zeros);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(token: &str) -> Decimal<'_> {
        Decimal::parse(token.as_bytes()).expect(token)
    }

    #[test]
    fn compares_by_value_however_written() {
        use Ordering::{Equal, Greater, Less};
        // left, right, how left compares
        let cases: &[(&str, &str, Ordering)] = &[
            ("1", "1.0", Equal),
            ("100", "1e2", Equal),
            ("0.001", "1E-3", Equal),
            ("-0", "0.000e9", Equal),
            ("0.10", "0.1", Equal),
            ("9007199254740993", "9007199254740992", Greater),
            ("4912661846655238145", "4912661846655238146", Less),
            ("0.1000000000000000000000000000001", "0.1", Greater),
            ("-2", "-10", Greater),
            ("-1", "0", Less),
            ("1e400", "9e399", Greater),
            ("12", "123", Less),
            ("120e-1", "12", Equal),
            ("1e-400", "0", Greater),
            ("1e999999999999999999999", "1e5", Greater),
        ];
        for (left, right, order) in cases {
            assert_eq!(decimal(left).cmp(&decimal(right)), *order, "{left} and {right}");
            assert_eq!(decimal(right).cmp(&decimal(left)), order.reverse(), "{right} and {left}");
        }
    }

    #[test]
    fn multiples_are_exact() {
        // number, divisor, whether it is a multiple
        let cases: &[(&str, &str, bool)] = &[
            ("10", "2", true),
            ("7", "2", false),
            ("0", "7", true),
            ("4.5", "1.5", true),
            ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("35", "1.5", false),
            ("12391239123", "1e-8", true),
            ("1e308", "0.123456789", false),
            ("1e308", "0.5", true),
            ("19.99", "0.01", true),
            ("-19.995", "0.01", false),
            ("3", "1e1", false),
            ("246913578024691357802469135780", "12345678901234567890123456789", true),
            ("246913578024691357802469135781", "12345678901234567890123456789", false),
            ("1e1000000", "1099511627776", true),
            ("1e1000000", "3", false),
        ];
        for (number, divisor, expected) in cases {
            assert_eq!(decimal(number).is_multiple_of(&decimal(divisor)), *expected, "{number} by {divisor}");
        }
    }

    #[test]
    fn knows_whole_numbers_and_what_javascript_holds() {
        for (token, whole) in [("1.0", true), ("1.5", false), ("15e-1", false), ("150e-1", true), ("0.0", true)] {
            assert_eq!(decimal(token).is_integer(), whole, "{token}");
        }
        for (token, beyond) in [
            ("9007199254740991", false),
            ("9007199254740992", true),
            ("-9007199254740991", false),
            ("-9007199254740993", true),
            ("12345678901234567", true),
            ("123456789012345", false),
        ] {
            assert_eq!(is_unsafe_integer(token.as_bytes()), beyond, "{token}");
        }
        for token in ["", "-", "01", "1.", ".5", "1e", "1e+", "0x1", "1 "] {
            assert!(Decimal::parse(token.as_bytes()).is_none(), "{token}");
        }
        assert_eq!(small_integer(b"-999999999999999999"), Some(-999_999_999_999_999_999));
        assert_eq!(small_integer(b"1000000000000000000"), None);
        assert_eq!(small_integer(b"1.0"), None);
    }
}
