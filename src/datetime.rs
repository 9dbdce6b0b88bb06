//! Points in time as senders write them: RFC 3339 text to milliseconds, with what is wrong when it is not.

/// Why a text is not an RFC 3339 date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTimeError {
    /// Byte offset in the text at which it stops being one.
    pub offset: usize,
    /// What should stand there.
    pub expected: &'static str,
}

/// Reads an RFC 3339 date-time with 0 to 9 fractional digits, as milliseconds since the Unix epoch.
///
/// Digits beyond the millisecond are checked and dropped. A leap second counts as the second after it.
///
/// # Errors
/// The offset at which the text stops being a date-time, and what was expected there.
pub fn parse_rfc3339(text: &[u8]) -> Result<i64, DateTimeError> {
    let mut cursor = Cursor { text, at: 0 };
    let date = date(&mut cursor)?;
    cursor.one_of(b"Tt", "`T` between date and time")?;
    let time = time(&mut cursor)?;
    cursor.end()?;
    Ok(date * 86_400_000 + time)
}

/// Reads an RFC 3339 `full-date`, as days since the Unix epoch.
///
/// # Errors
/// As [`parse_rfc3339`].
pub fn parse_date(text: &[u8]) -> Result<i64, DateTimeError> {
    let mut cursor = Cursor { text, at: 0 };
    let days = date(&mut cursor)?;
    cursor.end()?;
    Ok(days)
}

/// Reads an RFC 3339 `full-time` with its offset, as milliseconds since midnight UTC (may lie outside of one day).
///
/// # Errors
/// As [`parse_rfc3339`].
pub fn parse_time(text: &[u8]) -> Result<i64, DateTimeError> {
    let mut cursor = Cursor { text, at: 0 };
    let millis = time(&mut cursor)?;
    cursor.end()?;
    Ok(millis)
}

/// Writes a time in milliseconds since the Unix epoch as RFC 3339 in UTC, with milliseconds.
pub fn write_rfc3339(millis: i64) -> String {
    let (days, rest) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000));
    // Days are counted from 1 March, so that a leap day ends the year (Howard Hinnant's algorithm).
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

fn date(cursor: &mut Cursor<'_>) -> Result<i64, DateTimeError> {
    let year = cursor.number(4, 0, 9999, "a year of four digits")?;
    cursor.one_of(b"-", "`-` after the year")?;
    let month = cursor.number(2, 1, 12, "a month from 01 to 12")?;
    cursor.one_of(b"-", "`-` after the month")?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = cursor.number(2, 1, last, "a day of that month")?;
    Ok(days_since_epoch(year, month, day))
}

fn time(cursor: &mut Cursor<'_>) -> Result<i64, DateTimeError> {
    let hour = cursor.number(2, 0, 23, "an hour from 00 to 23")?;
    cursor.one_of(b":", "`:` after the hour")?;
    let minute = cursor.number(2, 0, 59, "a minute from 00 to 59")?;
    cursor.one_of(b":", "`:` after the minute")?;
    let second_at = cursor.at;
    let second = cursor.number(2, 0, 60, "a second from 00 to 60")?;
    let millis = if cursor.peek() == Some(b'.') { fraction(cursor)? } else { 0 };
    let offset = offset_minutes(cursor)?;
    let minute_of_day = (hour * 60 + minute - offset).rem_euclid(1440);
    if second == 60 && minute_of_day != 1439 {
        return Err(DateTimeError { offset: second_at, expected: "a second below 60 (a leap second ends a UTC day)" });
    }
    Ok(((hour * 60 + minute - offset) * 60 + second) * 1000 + millis)
}

fn fraction(cursor: &mut Cursor<'_>) -> Result<i64, DateTimeError> {
    cursor.at += 1;
    let start = cursor.at;
    while cursor.peek().is_some_and(|b| b.is_ascii_digit()) {
        cursor.at += 1;
    }
    let digits = &cursor.text[start..cursor.at];
    if digits.is_empty() || digits.len() > 9 {
        return Err(DateTimeError { offset: start, expected: "1 to 9 fractional digits" });
    }
    let padded = digits.iter().copied().chain(std::iter::repeat(b'0')).take(3);
    Ok(padded.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0')))
}

fn offset_minutes(cursor: &mut Cursor<'_>) -> Result<i64, DateTimeError> {
    let sign = match cursor.one_of(b"Zz+-", "`Z` or an offset such as `+01:00`")? {
        b'+' => 1,
        b'-' => -1,
        _ => return Ok(0),
    };
    let hour = cursor.number(2, 0, 23, "an offset hour from 00 to 23")?;
    cursor.one_of(b":", "`:` in the offset")?;
    let minute = cursor.number(2, 0, 59, "an offset minute from 00 to 59")?;
    Ok(sign * (hour * 60 + minute))
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar: years are counted from March, so that the leap day is last.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn one_of(&mut self, allowed: &[u8], expected: &'static str) -> Result<u8, DateTimeError> {
        match self.peek() {
            Some(byte) if allowed.contains(&byte) => {
                self.at += 1;
                Ok(byte)
            }
            _ => Err(DateTimeError { offset: self.at, expected }),
        }
    }

    fn number(&mut self, digits: usize, least: i64, most: i64, expected: &'static str) -> Result<i64, DateTimeError> {
        let start = self.at;
        let mut number = 0;
        for _ in 0..digits {
            match self.peek() {
                Some(digit @ b'0'..=b'9') => number = number * 10 + i64::from(digit - b'0'),
                _ => return Err(DateTimeError { offset: self.at, expected }),
            }
            self.at += 1;
        }
        if number < least || number > most {
            return Err(DateTimeError { offset: start, expected });
        }
        Ok(number)
    }

    fn end(&self) -> Result<(), DateTimeError> {
        if self.at == self.text.len() {
            return Ok(());
        }
        Err(DateTimeError { offset: self.at, expected: "the end of the text" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_senders_write() {
        let cases: &[(&str, i64)] = &[
            ("1970-01-01T00:00:00Z", 0),
            ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
            ("2000-03-01T00:00:00+00:00", 951_868_800_000),
            ("2025-07-01T02:30:00+02:30", 1_751_328_000_000),
            ("2025-08-10T12:32:56.123456789Z", 1_754_829_176_123),
            ("2025-08-10t12:32:56.1z", 1_754_829_176_100),
            ("1969-12-31T23:59:59Z", -1_000),
            ("1998-12-31T23:59:60Z", 915_148_800_000),
            ("1998-12-31T15:59:60.5-08:00", 915_148_800_500),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000),
        ];
        for (text, millis) in cases {
            assert_eq!(parse_rfc3339(text.as_bytes()), Ok(*millis), "{text}");
        }
    }

    #[test]
    fn says_where_it_stops_being_a_date_time() {
        let cases: &[(&str, usize)] = &[
            ("", 0),
            ("2024-08-05T08: 24: 14Z", 14),
            ("2024-08-05 08:24:14Z", 10),
            ("2023-02-29T00:00:00Z", 8),
            ("1900-02-29T00:00:00Z", 8),
            ("2024-13-01T00:00:00Z", 5),
            ("2024-01-01T24:00:00Z", 11),
            ("2024-01-01T00:00:60Z", 17),
            ("2024-01-01T00:00:00", 19),
            ("2024-01-01T00:00:00.Z", 20),
            ("2024-01-01T00:00:00.1234567890Z", 20),
            ("2024-01-01T00:00:00+1:00", 21),
            ("2024-01-01T00:00:00Zx", 20),
            ("+024-01-01T00:00:00Z", 0),
        ];
        for (text, offset) in cases {
            assert_eq!(parse_rfc3339(text.as_bytes()).map_err(|e| e.offset), Err(*offset), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for millis in
            [0, 951_782_400_123, 951_868_799_999, 1_794_000_000_000, -1, -62_135_596_800_000, 4_107_542_399_000]
        {
            assert_eq!(parse_rfc3339(write_rfc3339(millis).as_bytes()), Ok(millis), "{millis}");
        }
        assert_eq!(write_rfc3339(951_782_400_123), "2000-02-29T00:00:00.123Z");
    }
}
