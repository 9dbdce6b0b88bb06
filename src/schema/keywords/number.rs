//! Numbers: `minimum`, `maximum`, their exclusive forms, `multipleOf` and the numeric formats.

use std::cmp::Ordering;

use crate::packed::{packed, packed_as};
use crate::payload::json::Span;
use crate::payload::number::{Decimal, small_integer};
use crate::payload::scan::Stop;
use crate::schema::keyword::Keyword;
use crate::schema::program::NodeId;
use crate::schema::used;
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;

/// What a schema object says about numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct NumberRules {
    pub bounds: Vec<Bound>,
    pub multiple_of: Option<Box<str>>,
    /// A format of integers, asserted.
    pub range: Option<IntegerFormat>,
    /// Whether the schema says `int64`, asserted or not.
    pub wide: bool,
    /// Whether there are bounds and nothing else.
    pub only_bounds: bool,
    /// Integers from the first to the second fit all rules; none where that takes more.
    fitting: Option<(i64, i64)>,
}

impl NumberRules {
    /// Whether a number fits for certain, by its digits before the point.
    #[inline(always)]
    pub(crate) fn surely(&self, whole: i64, negative: bool, fraction: bool) -> bool {
        let Some((least, most)) = self.fitting else { return false };
        // What follows the point takes it away from 0 by less than 1.
        let (low, high) = (whole - i64::from(fraction && negative), whole + i64::from(fraction && !negative));
        least <= low && high <= most
    }

    /// To be called once all rules are there.
    pub(crate) fn seal(&mut self) {
        self.only_bounds = self.multiple_of.is_none() && self.range.is_none() && !self.wide;
        self.fitting = if self.only_bounds { self.within() } else { None };
    }

    fn within(&self) -> Option<(i64, i64)> {
        let (mut least, mut most) = (i64::MIN, i64::MAX);
        for bound in &self.bounds {
            let limit = bound.small?;
            match bound.keyword {
                Keyword::Minimum => least = least.max(limit),
                Keyword::ExclusiveMinimum => least = least.max(limit + 1),
                Keyword::Maximum => most = most.min(limit),
                _ => most = most.min(limit - 1),
            }
        }
        Some((least, most))
    }
}

/// One bound, as its keyword and number token.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    pub keyword: Keyword,
    pub token: Box<str>,
    small: Option<i64>,
}

/// An asserted format that means a range of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IntegerFormat {
    pub name: &'static str,
    least: &'static str,
    most: &'static str,
    /// The same for numbers that an `i64` holds.
    small: (i64, i64),
}

const FORMATS: [IntegerFormat; 4] = [
    IntegerFormat { name: "int32", least: "-2147483648", most: "2147483647", small: (-1 << 31, (1 << 31) - 1) },
    IntegerFormat {
        name: "int64",
        least: "-9223372036854775808",
        most: "9223372036854775807",
        small: (i64::MIN, i64::MAX),
    },
    IntegerFormat { name: "uint32", least: "0", most: "4294967295", small: (0, (1 << 32) - 1) },
    IntegerFormat { name: "uint64", least: "0", most: "18446744073709551615", small: (0, i64::MAX) },
];

/// The numeric format of that name.
pub(crate) fn integer_format(name: &str) -> Option<IntegerFormat> {
    FORMATS.into_iter().find(|format| format.name == name)
}

impl Bound {
    pub(crate) fn new(keyword: Keyword, token: Box<str>) -> Self {
        Self { small: small_integer(token.as_bytes()), keyword, token }
    }

    fn holds(&self, order: Ordering) -> bool {
        match self.keyword {
            Keyword::Minimum => order != Ordering::Less,
            Keyword::Maximum => order != Ordering::Greater,
            Keyword::ExclusiveMinimum => order == Ordering::Greater,
            _ => order == Ordering::Less,
        }
    }
}

packed!(NumberRules { bounds, multiple_of, range, wide } and { only_bounds: false, fitting: None });
packed_as! {
    Bound: |bound| (bound.keyword, bound.token.clone()), |from| Bound::new(from.value(), from.value());
    // Its place among them.
    IntegerFormat: |format| FORMATS.iter().position(|other| other == format), |from| {
        FORMATS[from.value::<Option<usize>>().unwrap_or_default()]
    }
}

impl Walker<'_> {
    pub(crate) fn number(&mut self, id: NodeId, rules: &NumberRules, at: usize, token: &[u8]) -> Result<(), Stop> {
        let (whole, fraction, exponent) = (self.scan.whole(), self.scan.fraction, self.scan.exponent);
        for (index, bound) in rules.bounds.iter().enumerate() {
            let order = match (whole, bound.small) {
                // A fraction decides only where the digits before the point are the limit's.
                (Some(whole), Some(limit)) if !exponent && (!fraction || whole != limit) => whole.cmp(&limit),
                _ => compare(token, &bound.token),
            };
            if !bound.holds(order) {
                let violation = Violation::new(id, bound.keyword, at, token.len());
                self.fail(Violation { extra: index as u64, ..violation })?;
            }
        }
        if rules.only_bounds {
            return Ok(());
        }
        if used::MULTIPLE_OF
            && let Some(divisor) = &rules.multiple_of
            && !is_multiple(token, divisor)
        {
            self.fail(Violation::new(id, Keyword::MultipleOf, at, token.len()))?;
        }
        if let Some(format) = rules.range
            && !match whole {
                Some(whole) if !fraction => format.small.0 <= whole && whole <= format.small.1,
                _ => fits(token, format),
            }
        {
            self.fail(Violation::new(id, Keyword::Format, at, token.len()))?;
        }
        if rules.wide
            && !self.testing
            && let Some(log) = &mut self.log
            && (!fraction || is_whole(token))
        {
            log.integers.push(Span { start: at, end: at + token.len() });
        }
        Ok(())
    }
}

/// Whether it is an integer, be it written `12`, `12.0` or `1.2e1`: how a sender writes one must not change its type.
fn is_whole(token: &[u8]) -> bool {
    token.iter().all(|b| b.is_ascii_digit() || *b == b'-')
        || Decimal::parse(token).is_some_and(|number| number.is_integer())
}

fn compare(token: &[u8], limit: &str) -> Ordering {
    match (Decimal::parse(token), Decimal::parse(limit.as_bytes())) {
        (Some(number), Some(limit)) => number.cmp(&limit),
        _ => Ordering::Equal,
    }
}

fn is_multiple(token: &[u8], divisor: &str) -> bool {
    match (Decimal::parse(token), Decimal::parse(divisor.as_bytes())) {
        (Some(number), Some(divisor)) => number.is_multiple_of(&divisor),
        _ => true,
    }
}

/// Whether a number is one of the format.
pub(crate) fn fits(token: &[u8], format: IntegerFormat) -> bool {
    Decimal::parse(token).is_some_and(|number| number.is_integer())
        && compare(token, format.least) != Ordering::Less
        && compare(token, format.most) != Ordering::Greater
}
