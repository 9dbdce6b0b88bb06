//! The spellings of a URL that a sender may have signed.

use std::borrow::Cow;

#[cfg(feature = "details")]
use crate::data::words;
use crate::packed::packed;

/// A spelling of the URL that the host hands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlVariant {
    /// As it was handed in.
    AsGiven,
    /// Without a port.
    NoPort,
    /// With the scheme's own port where it has none.
    DefaultPort,
}

packed!(
    enum UrlVariant {
        AsGiven,
        NoPort,
        DefaultPort,
    }
);
#[cfg(feature = "details")]
words!(UrlVariant { AsGiven: "as-given", NoPort: "no-port", DefaultPort: "default-port" });

impl UrlVariant {
    /// The URL in this spelling; `None` when that is how it is given.
    pub fn of(self, url: &str) -> Option<Cow<'_, str>> {
        let start = url.as_bytes().windows(3).position(|part| part == b"://")? + 3;
        let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |at| start + at);
        let digits = url[start..end].bytes().rev().take_while(u8::is_ascii_digit).count();
        let port = end - digits;
        let has = url[..port].ends_with(':') && port > start;
        match self {
            UrlVariant::NoPort if has => Some(Cow::Owned([&url[..port - 1], &url[end..]].concat())),
            UrlVariant::DefaultPort if !has => {
                let port = match &url[..start] {
                    "https://" => ":443",
                    "http://" => ":80",
                    _ => return None,
                };
                Some(Cow::Owned([&url[..end], port, &url[end..]].concat()))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_taken_away_and_added() {
        let rows = [
            ("https://h/p?a=1:2", None, Some("https://h:443/p?a=1:2")),
            ("https://h:443/p", Some("https://h/p"), None),
            ("http://u:8@h?q", None, Some("http://u:8@h:80?q")),
            ("https://[::1]:8443", Some("https://[::1]"), None),
            ("https://[::1]", None, Some("https://[::1]:443")),
            ("ftp://h", None, None),
            ("nonsense", None, None),
        ];
        for (url, without, with) in rows {
            assert_eq!(UrlVariant::NoPort.of(url).as_deref(), without, "{url}");
            assert_eq!(UrlVariant::DefaultPort.of(url).as_deref(), with, "{url}");
            assert_eq!(UrlVariant::AsGiven.of(url), None);
        }
    }
}
