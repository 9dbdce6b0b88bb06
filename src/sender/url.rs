//! The grammar of an absolute URL with a host (RFC 3986), strict: nothing is decoded, trimmed or repaired.
//!
//! The crates that parse URLs follow the WHATWG rules, which repair what they read (`https:\\host`, blanks, line
//! breaks) and bring the tables of international domain names along; a registration form should be given neither.

use std::net::Ipv6Addr;

/// What could be read of a URL, from the left up to the first place that is wrong.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub scheme: Option<&'a str>,
    pub userinfo: bool,
    pub host: Option<Host<'a>>,
    pub port: Option<u16>,
    pub broken: Option<Broken>,
}

/// The host as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Host<'a> {
    /// A name or an IPv4 address.
    Plain(&'a str),
    /// What stands between square brackets.
    V6(Ipv6Addr),
}

/// Where a text stops being a URL.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Characters before that place.
    pub at: usize,
    /// What should stand there.
    pub expected: &'static str,
}

/// Takes a URL apart.
pub(super) fn split(url: &str) -> Parts<'_> {
    let mut parts = Parts::default();
    parts.broken = read(url, &mut parts).err();
    parts
}

fn read<'a>(url: &'a str, parts: &mut Parts<'a>) -> Result<(), Broken> {
    if !url.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(Broken { at: 0, expected: "a scheme such as `https`" });
    }
    let in_scheme = |b: &u8| b.is_ascii_alphanumeric() || b"+-.".contains(b);
    let colon = url.bytes().take_while(in_scheme).count();
    let Some(rest) = url[colon..].strip_prefix("://") else {
        return Err(Broken { at: colon, expected: "`://` after the scheme" });
    };
    parts.scheme = Some(&url[..colon]);

    let start = url.len() - rest.len();
    let end = start + rest.find(['/', '?', '#']).unwrap_or(rest.len());
    authority(&url[..end], start, parts)?;

    let query = end + url[end..].find(['?', '#']).unwrap_or(url.len() - end);
    let fragment = query + url[query..].find('#').unwrap_or(url.len() - query);
    allowed(&url[..query], end, b"/:@", "a character that a path may have, anything else percent-encoded")?;
    let after_mark = (query + 1).min(fragment);
    allowed(&url[..fragment], after_mark, b"/:@?", "a character that a query may have, anything else percent-encoded")?;
    let after_hash = (fragment + 1).min(url.len());
    allowed(url, after_hash, b"/:@?", "a character that a fragment may have, anything else percent-encoded")
}

/// Reads `url` from `start` to its end as `[userinfo@]host[:port]`.
fn authority<'a>(url: &'a str, start: usize, parts: &mut Parts<'a>) -> Result<(), Broken> {
    let at_sign = url[start..].rfind('@').map(|at| start + at);
    parts.userinfo = at_sign.is_some();
    if let Some(at_sign) = at_sign {
        allowed(&url[..at_sign], start, b":", "a user name, a password or `@`")?;
    }
    let start = at_sign.map_or(start, |at_sign| at_sign + 1);

    let after_host = if url[start..].starts_with('[') {
        let bracket = url[start..].find(']').map(|at| start + at);
        let address = bracket.and_then(|bracket| url[start + 1..bracket].parse().ok());
        let (Some(bracket), Some(address)) = (bracket, address) else {
            return Err(Broken { at: start + 1, expected: "an IPv6 address and `]`" });
        };
        parts.host = Some(Host::V6(address));
        bracket + 1
    } else {
        let end = url[start..].find(':').map_or(url.len(), |at| start + at);
        if end == start {
            return Err(Broken { at: start, expected: "a host" });
        }
        allowed(&url[..end], start, b"", "a host of ASCII characters, an international name in its `xn--` form")?;
        parts.host = Some(Host::Plain(&url[start..end]));
        end
    };
    port(url, after_host, parts)
}

/// Reads `url` from `start` to its end as nothing, `:` or `:` and a number.
fn port<'a>(url: &'a str, start: usize, parts: &mut Parts<'a>) -> Result<(), Broken> {
    let Some(digits) = url[start..].strip_prefix(':') else {
        return if start == url.len() {
            Ok(())
        } else {
            Err(Broken { at: start, expected: "`:` and a port, `/` or the end" })
        };
    };
    if digits.is_empty() {
        return Ok(());
    }
    let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    parts.port = Some(number.ok_or(Broken { at: start + 1, expected: "a port from 0 to 65535" })?);
    Ok(())
}

/// Checks that `url` holds from `start` to its end only what every part of a URL may hold, and `more`.
fn allowed(url: &str, start: usize, more: &[u8], expected: &'static str) -> Result<(), Broken> {
    let bytes = url.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let encoded = || bytes[at + 1..].iter().take(2).filter(|b| b.is_ascii_hexdigit()).count() == 2;
        at += match byte {
            b'%' if encoded() => 3,
            // RFC 3986: unreserved characters, then sub-delims.
            _ if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte) || more.contains(&byte) => 1,
            // All before is ASCII, so that bytes are characters.
            _ => return Err(Broken { at, expected }),
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_all_parts() {
        let cases: &[(&str, Parts)] = &[
            ("https://a.example.com", parts("https", false, Host::Plain("a.example.com"), None)),
            ("https://h:443/p/%C3%A4;v=1?q='a'&r", parts("https", false, Host::Plain("h"), Some(443))),
            ("HTTP://u:p@h:/", parts("HTTP", true, Host::Plain("h"), None)),
            ("https://h?q", parts("https", false, Host::Plain("h"), None)),
            ("https://h#f?/", parts("https", false, Host::Plain("h"), None)),
            ("https://h:00443", parts("https", false, Host::Plain("h"), Some(443))),
            ("https://[::1]:8443/", parts("https", false, Host::V6(Ipv6Addr::LOCALHOST), Some(8443))),
            ("a+b-c.d://1.2.3.4/", parts("a+b-c.d", false, Host::Plain("1.2.3.4"), None)),
        ];
        for (url, expected) in cases {
            assert_eq!(&split(url), expected, "{url}");
        }
    }

    fn parts<'a>(scheme: &'a str, userinfo: bool, host: Host<'a>, port: Option<u16>) -> Parts<'a> {
        Parts { scheme: Some(scheme), userinfo, host: Some(host), port, broken: None }
    }

    #[test]
    fn says_where_it_stops_being_a_url() {
        let cases: &[(&str, usize)] = &[
            ("", 0),
            (" https://h/", 0),
            ("//h/", 0),
            ("1https://h/", 0),
            ("example.com/hook", 11),
            ("https", 5),
            ("https:/h", 5),
            ("https:\\\\h", 5),
            ("https://", 8),
            ("https:///p", 8),
            ("https://:443/", 8),
            ("https://u@", 10),
            ("https://h h/", 9),
            ("https://good.example\\@h/", 20),
            ("https://a@b@h/", 9),
            ("https://h%zz/", 9),
            ("https://h%4", 9),
            ("https://b\u{fc}cher.example/", 9),
            ("https://[::1", 9),
            ("https://[fe80::1%25eth0]/", 9),
            ("https://[v1.x]/", 9),
            ("https://[::1]x/", 13),
            ("https://::1/", 8),
            ("https://h:65536/", 10),
            ("https://h:4x/", 10),
            ("https://h:-1/", 10),
            ("https://h/a b", 11),
            ("https://h/a\n", 11),
            ("https://h/?a[]=1", 12),
            ("https://h/?\u{fc}", 11),
            ("https://h/#a#b", 12),
        ];
        for (url, at) in cases {
            assert_eq!(split(url).broken.map(|broken| broken.at), Some(*at), "{url}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reads_whatever_comes(url in "(https?:?/{0,2})?[a-z0-9:@/?#%\\[\\]\\\\. \u{fc}\u{1f600}]{0,24}") {
            let parts = split(&url);
            let at = parts.broken.map_or(0, |broken| broken.at);
            proptest::prop_assert!(at <= url.len() && url.is_char_boundary(at));
        }
    }
}
