//! Formats of network names: email addresses, host names, IP addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

/// An address of RFC 5321; with `wide` its parts may hold characters outside ASCII.
pub(super) fn email(text: &str, wide: bool) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    if !wide && !text.is_ascii() || local.is_empty() || local.len() > 64 {
        return false;
    }
    let local_fits = match local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => local.len() > 1 && is_quoted(quoted),
        None => local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom)),
    };
    let literal = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let domain_fits = match literal {
        Some(address) => address.strip_prefix("IPv6:").map_or_else(|| ipv4(address), ipv6),
        None if domain.is_ascii() => hostname(domain),
        None => {
            domain.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c == '-' || c.is_alphanumeric()))
        }
    };
    local_fits && domain_fits
}

fn is_atom(character: char) -> bool {
    character.is_ascii_alphanumeric() || !character.is_ascii() || "!#$%&'*+-/=?^_`{|}~".contains(character)
}

fn is_quoted(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => return false,
            '\\' if characters.next().is_none() => return false,
            c if c.is_control() => return false,
            _ => {}
        }
    }
    true
}

/// A host name of RFC 1123.
pub(super) fn hostname(text: &str) -> bool {
    let label = |label: &str| {
        let edges = !label.starts_with('-') && !label.ends_with('-');
        edges && (1..=63).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

pub(super) fn ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

pub(super) fn ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}
