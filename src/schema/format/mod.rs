//! The formats of texts: one table from a format's name to its check.

mod net;
mod uri;

use crate::datetime;
use crate::packed::packed_as;
use crate::payload::pointer;

#[cfg(feature = "details")]
use super::regex::Regex;
use super::used;

/// A format that can be asserted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Format {
    row: &'static Row,
}

#[derive(Debug)]
struct Row {
    name: &'static str,
    /// What a text of this format is called.
    words: &'static str,
    check: fn(&str) -> bool,
}

/// A row of the table; of a format that no schema of this build can have, only its place.
const fn row(name: &'static str, words: &'static str, check: fn(&str) -> bool) -> Row {
    match used::format(name) {
        true => Row { name, words, check },
        false => Row { name: "", words: "", check: |_| true },
    }
}

const ROWS: &[Row] = &[
    row("date-time", "a date-time (RFC 3339)", date_time),
    row("date", "a date (RFC 3339)", |text| datetime::parse_date(text.as_bytes()).is_ok()),
    row("time", "a time with its offset (RFC 3339)", time),
    row("duration", "a duration (ISO 8601)", duration),
    row("email", "an email address", |text| net::email(text, false)),
    row("idn-email", "an email address", |text| net::email(text, true)),
    row("hostname", "a host name", net::hostname),
    row("ipv4", "an IPv4 address", net::ipv4),
    row("ipv6", "an IPv6 address", net::ipv6),
    row("uri", "an absolute URI", |text| uri::check(text, true, false)),
    row("uri-reference", "a URI reference", |text| uri::check(text, false, false)),
    row("iri", "an absolute IRI", |text| uri::check(text, true, true)),
    row("iri-reference", "an IRI reference", |text| uri::check(text, false, true)),
    row("uri-template", "a URI template (RFC 6570)", uri::template),
    row("uuid", "a UUID", uuid),
    row("json-pointer", "a JSON Pointer", |text| pointer::tokens(text).is_ok()),
    row("relative-json-pointer", "a relative JSON Pointer", relative_pointer),
    // The last one, since it is not in every build.
    #[cfg(feature = "details")]
    row("regex", "a regular expression", |text| Regex::new(text).is_ok()),
];

/// Formats that are known and say nothing that could be checked.
#[cfg(feature = "details")]
pub(crate) const UNCHECKED: [&str; 4] = ["float", "double", "password", "binary"];

packed_as! {
    // Its place among them.
    Format: |format| ROWS.iter().position(|row| row.name == format.row.name).unwrap_or_default(), |from| {
        Format { row: &ROWS[from.length()] }
    }
}

impl Format {
    /// The format of that name; `None` if it is not implemented.
    #[cfg(feature = "details")]
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.name == name).map(|row| Self { row })
    }

    pub(crate) fn accepts(self, text: &str) -> bool {
        (self.row.check)(text)
    }

    /// As it is written in a schema.
    #[cfg(feature = "details")]
    pub(crate) fn name(self) -> &'static str {
        self.row.name
    }

    pub(crate) fn words(self) -> &'static str {
        self.row.words
    }

    /// Where a date-time stops being one, and what was expected there.
    pub(crate) fn expected(self, text: &str) -> Option<(usize, &'static str)> {
        let error = match self.row.name {
            "date-time" => datetime::parse_rfc3339(text.as_bytes()).err(),
            "date" => datetime::parse_date(text.as_bytes()).err(),
            "time" => datetime::parse_time(text.as_bytes()).err(),
            _ => None,
        };
        error.map(|error| (error.offset, error.expected))
    }

    /// What probably happened to a text that is not of this format.
    pub(crate) fn hint(self, text: &str) -> Option<String> {
        let without: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if without != text && self.accepts(&without) {
            return Some(format!("blanks stand in the text; without them it is {}", self.row.words));
        }
        if self.row.name == "date-time" {
            if self.accepts(&text.replacen(' ', "T", 1)) {
                return Some("a blank stands between date and time where `T` must stand".to_owned());
            }
            if self.accepts(&format!("{text}Z")) {
                return Some("the offset from UTC is missing: `Z` or such as `+01:00`".to_owned());
            }
        }
        if self.row.name == "uri" && self.accepts(&format!("https://{text}")) {
            return Some("the scheme is missing, such as `https://`".to_owned());
        }
        None
    }
}

fn date_time(text: &str) -> bool {
    datetime::parse_rfc3339(text.as_bytes()).is_ok()
}

fn time(text: &str) -> bool {
    datetime::parse_time(text.as_bytes()).is_ok()
}

/// `P1Y2M3DT4H5M6S` or `P7W` (RFC 3339, appendix A): units in order, none left out in between.
fn duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (days, clock) = match rest.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (rest, None),
    };
    if let Some(weeks) = rest.strip_suffix('W') {
        return is_number(weeks);
    }
    let clock_fits = clock.is_none_or(|clock| !clock.is_empty() && in_units(clock, "HMS"));
    (!days.is_empty() || clock.is_some()) && in_units(days, "YMD") && clock_fits
}

fn in_units(text: &str, units: &str) -> bool {
    let mut rest = text;
    let mut last = None;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(unit) = rest[digits..].chars().next() else { return false };
        let place = units.find(unit);
        let follows = last.is_none_or(|last: usize| place == Some(last + 1));
        if digits == 0 || place.is_none() || !follows {
            return false;
        }
        last = place;
        rest = &rest[digits + 1..];
    }
    true
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn uuid(text: &str) -> bool {
    let dashes = [8, 13, 18, 23];
    let fits = |(at, byte): (usize, u8)| if dashes.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}

fn relative_pointer(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (up, rest) = text.split_at(digits);
    let canonical = up == "0" || !up.is_empty() && !up.starts_with('0');
    canonical && (rest == "#" || pointer::tokens(rest).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_and_refuses() {
        // format, texts of it, texts not of it
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("date-time", &["2024-08-05T08:24:14Z"], &["2024-08-05T08: 24: 14Z", "2024-08-05"]),
            ("date", &["2024-02-29"], &["2023-02-29", "24-01-01"]),
            ("time", &["08:24:14Z", "08:24:14.5+02:00"], &["08:24:14", "8:24:14Z"]),
            (
                "duration",
                &["P1Y2M3DT4H5M6S", "PT0S", "P7W", "P1D"],
                &["P", "PT", "P1YT", "P1Y3D", "P1W2D", "1D", "P-1D"],
            ),
            (
                "email",
                &["a.b+c@example.com", "\"a b\"@example.com", "a@[127.0.0.1]"],
                &["a", "a@", "@b", ".a@b.c", "a..b@c.d", "a b@c.d"],
            ),
            (
                "hostname",
                &["example.com", "a", "xn--nxasmq6b.example"],
                &["", "-a", "a-.b", "a..b", "a_b", &"a".repeat(64)],
            ),
            ("ipv4", &["127.0.0.1"], &["127.0.0", "256.0.0.1", "01.2.3.4", "1.2.3.4.5", "1.2.3.x"]),
            (
                "ipv6",
                &["::", "::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1"],
                &["1:2", ":::", "12345::", "::1%eth0", "1::2::3", "1.2.3.4"],
            ),
            (
                "uri",
                &["https://example.com/a?b#c", "urn:isbn:1", "mailto:a@b.c", "http://[::1]:80/"],
                &["google.ru", "/a", "https://a b", "https://a/%zz", "http://a/\\b", "http://é/"],
            ),
            ("uri-reference", &["/a", "", "?q", "#f", "a/b", "//h/p"], &["\\a", "a b", "#a#b", ":a"]),
            ("iri", &["https://é.example/ü"], &["/ü"]),
            ("uri-template", &["/a/{b}/{+c}{?d,e*}{f:3}"], &["/a/{b", "/a/}", "/{}", "/{f:0}"]),
            (
                "uuid",
                &["2EB8AA08-aa98-11ea-b4aa-73b441d16380"],
                &["2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638"],
            ),
            ("json-pointer", &["", "/a~0b/c~1d"], &["a", "/~2"]),
            ("relative-json-pointer", &["0", "1/a", "0#"], &["01", "/a", "-1", "1a"]),
            ("regex", &["^a+$"], &["("]),
        ];
        for (name, good, bad) in cases {
            let format = Format::from_name(name).expect(name);
            for text in *good {
                assert!(format.accepts(text), "{name}: {text}");
            }
            for text in *bad {
                assert!(!format.accepts(text), "{name}: {text}");
            }
        }
        assert!(Format::from_name("no-such-format").is_none());
    }

    #[test]
    fn hints_name_the_usual_faults() {
        // format, text, part of the hint
        let cases = [
            ("date-time", "2024-08-05T08: 24: 14Z", "blanks"),
            ("date-time", "2024-08-05 08:24:14Z", "`T`"),
            ("date-time", "2024-08-05T08:24:14", "offset"),
            ("uri", "google.ru", "scheme"),
            ("uuid", " 2eb8aa08-aa98-11ea-b4aa-73b441d16380", "blanks"),
        ];
        for (name, text, part) in cases {
            let hint = Format::from_name(name).and_then(|format| format.hint(text)).unwrap_or_default();
            assert!(hint.contains(part), "{name} {text}: {hint}");
        }
    }
}
