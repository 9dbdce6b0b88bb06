//! URIs as texts (RFC 3986), IRIs (RFC 3987) and URI templates (RFC 6570).

use super::net;

/// Whether a text is a URI, or a reference to one; with `wide` characters outside ASCII may stand for themselves.
pub(super) fn check(text: &str, absolute: bool, wide: bool) -> bool {
    let (before, fragment) = split(text, '#');
    let (before, query) = split(before, '?');
    if !fragment.is_none_or(|part| is_made_of(part, "/?:@", wide))
        || !query.is_none_or(|part| is_made_of(part, "/?:@", wide))
    {
        return false;
    }
    let scheme = before.split_once(':').filter(|(scheme, _)| is_scheme(scheme));
    let rest = match scheme {
        Some((_, rest)) => rest,
        None if absolute => return false,
        None => before,
    };
    match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            is_authority(&rest[..end], wide) && is_made_of(&rest[end..], "/:@", wide)
        }
        None => {
            // Without a scheme the first segment has no colon: it would be taken for one.
            let first = rest.split('/').next().unwrap_or_default();
            (scheme.is_some() || !first.contains(':')) && is_made_of(rest, "/:@", wide)
        }
    }
}

fn split(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

fn is_authority(text: &str, wide: bool) -> bool {
    let (user, host_and_port) = match text.rsplit_once('@') {
        Some((user, rest)) => (user, rest),
        None => ("", text),
    };
    let (host_fits, port) = match host_and_port.strip_prefix('[') {
        Some(rest) => {
            let Some((address, after)) = rest.split_once(']') else { return false };
            (net::ipv6(address) || is_future_address(address), after)
        }
        None => {
            let (host, port) = host_and_port.split_at(host_and_port.find(':').unwrap_or(host_and_port.len()));
            (is_made_of(host, "", wide), port)
        }
    };
    let port_fits = port.is_empty() || port.strip_prefix(':').is_some_and(|p| p.bytes().all(|b| b.is_ascii_digit()));
    is_made_of(user, ":", wide) && host_fits && port_fits
}

fn is_future_address(text: &str) -> bool {
    let Some((version, address)) = text.strip_prefix(['v', 'V']).and_then(|rest| rest.split_once('.')) else {
        return false;
    };
    let hex = !version.is_empty() && version.bytes().all(|b| b.is_ascii_hexdigit());
    hex && !address.is_empty() && !address.contains('%') && is_made_of(address, ":", false)
}

/// Whether a text holds nothing but unreserved characters, sub-delimiters, percent-encoded bytes and `more`.
fn is_made_of(text: &str, more: &str, wide: bool) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fits = match character {
            '%' => {
                let encoded = rest.as_str().get(..2).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
                rest.nth(1);
                encoded
            }
            c if c.is_ascii() => c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || more.contains(c),
            c => wide && !c.is_control() && !c.is_whitespace(),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// A URI template: literal text and expressions in braces.
pub(super) fn template(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        if !is_literal(&rest[..at]) || rest[at..].starts_with('}') {
            return false;
        }
        let Some((expression, after)) = rest[at + 1..].split_once('}') else { return false };
        if !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    is_literal(rest)
}

fn is_literal(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || c == ' ' || "\"'<>\\^`|".contains(c))
}

fn is_expression(text: &str) -> bool {
    let list = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&']).unwrap_or(text);
    list.split(',').all(|variable| {
        let name = match variable.split_once(':') {
            Some((name, length)) => {
                let fits = (1..=4).contains(&length.len()) && !length.starts_with('0');
                if !fits || !length.bytes().all(|b| b.is_ascii_digit()) {
                    return false;
                }
                name
            }
            None => variable.strip_suffix('*').unwrap_or(variable),
        };
        let word = |part: &str| !part.is_empty() && is_made_of(part, "", false) && !part.contains(['-', '~', '!', '*']);
        name.split('.').all(word)
    })
}
