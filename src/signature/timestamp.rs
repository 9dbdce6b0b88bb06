//! Signed timestamps: strict reading, and the tolerance around the time of receipt.

#[cfg(feature = "details")]
use crate::data::words;
use crate::datetime;
use crate::packed::packed;

/// How a timestamp is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds since the Unix epoch, decimal.
    Seconds,
    /// Milliseconds since the Unix epoch, decimal.
    Milliseconds,
    /// RFC 3339 text.
    Iso8601,
}

packed!(
    enum Unit {
        Seconds,
        Milliseconds,
        Iso8601,
    }
);
#[cfg(feature = "details")]
words!(Unit { Seconds: "s", Milliseconds: "ms", Iso8601: "iso8601" });

/// How a timestamp is read and how far it may lie from the time of receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How it is written.
    pub unit: Unit,
    /// Seconds before or after; 0 allows no difference, `None` any.
    pub tolerance_seconds: Option<u32>,
}

packed!(Window { unit, tolerance_seconds });

/// Where a timestamp lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Within the tolerance.
    Fresh,
    /// This many seconds before the time of receipt.
    Stale(u64),
    /// This many seconds after it.
    Future(u64),
}

impl Unit {
    /// A time in milliseconds since the Unix epoch, written in this unit.
    pub fn write(self, millis: i64) -> Vec<u8> {
        let text = match self {
            Unit::Seconds => millis.div_euclid(1000).to_string(),
            Unit::Milliseconds => millis.to_string(),
            Unit::Iso8601 => datetime::write_rfc3339(millis),
        };
        text.into_bytes()
    }
}

impl Window {
    /// Reads the text that the sender signed, as milliseconds since the Unix epoch.
    ///
    /// # Errors
    /// What was expected. Signs, blanks, leading zeros and fractions are refused: every reader must see the same time.
    pub fn read(&self, text: &[u8]) -> Result<i64, &'static str> {
        match self.unit {
            Unit::Seconds => {
                let seconds = decimal(text).ok_or("expected seconds since 1970 as a plain decimal number")?;
                Ok(seconds.saturating_mul(1000))
            }
            Unit::Milliseconds => decimal(text).ok_or("expected milliseconds since 1970 as a plain decimal number"),
            Unit::Iso8601 => {
                datetime::parse_rfc3339(text).map_err(|_| "expected an RFC 3339 date-time such as 2025-07-01T00:00:00Z")
            }
        }
    }

    /// Compares a timestamp with the time of receipt, both in milliseconds since the Unix epoch.
    ///
    /// Where the sender writes whole seconds the time of receipt counts in whole seconds too, so that a tolerance of 0
    /// means the same second.
    pub fn compare(&self, timestamp: i64, now: i64) -> Freshness {
        let now = match self.unit {
            Unit::Seconds => now.div_euclid(1000).saturating_mul(1000),
            Unit::Milliseconds | Unit::Iso8601 => now,
        };
        let tolerance = self.tolerance_seconds.map_or(u64::MAX, |seconds| u64::from(seconds) * 1000);
        let skew = now.abs_diff(timestamp);
        match skew > tolerance {
            false => Freshness::Fresh,
            true if timestamp < now => Freshness::Stale(skew / 1000),
            true => Freshness::Future(skew / 1000),
        }
    }
}

/// A number without sign, blanks or leading zeros.
fn decimal(text: &[u8]) -> Option<i64> {
    let plain = text.iter().all(u8::is_ascii_digit) && (text.first() != Some(&b'0') || text.len() == 1);
    if !plain {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(tolerance_seconds: u32) -> Window {
        Window { unit: Unit::Seconds, tolerance_seconds: Some(tolerance_seconds) }
    }

    #[test]
    fn reads_plain_numbers_only() {
        for (text, millis) in [("0", 0), ("1700000000", 1_700_000_000_000), ("9223372036854775807", i64::MAX)] {
            assert_eq!(seconds(0).read(text.as_bytes()), Ok(millis), "{text}");
        }
        for text in ["", "+1", "-1", " 1", "1 ", "01", "00", "1.0", "1e3", "17xyz", "9223372036854775808", "\u{661}"] {
            assert!(seconds(0).read(text.as_bytes()).is_err(), "{text}");
        }
        let iso = Window { unit: Unit::Iso8601, tolerance_seconds: Some(0) };
        assert_eq!(iso.read(b"1970-01-01T00:00:01.5Z"), Ok(1500));
    }

    #[test]
    fn the_window_is_symmetric_and_its_edge_is_inside() {
        let now = 1_700_000_000_999;
        let rows = [
            (300, 1_699_999_700_000, Freshness::Fresh),
            (300, 1_699_999_699_000, Freshness::Stale(301)),
            (300, 1_700_000_300_000, Freshness::Fresh),
            (300, 1_700_000_301_000, Freshness::Future(301)),
            (0, 1_700_000_000_000, Freshness::Fresh),
            (0, 1_699_999_999_000, Freshness::Stale(1)),
            (u32::MAX, i64::MAX, Freshness::Future(9_223_370_336_854_775)),
        ];
        for (tolerance, timestamp, expected) in rows {
            assert_eq!(seconds(tolerance).compare(timestamp, now), expected, "{timestamp}");
        }
        assert_eq!(seconds(0).compare(i64::MAX, i64::MIN), Freshness::Future(18_446_744_073_709_551));
    }
}
