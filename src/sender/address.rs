//! Which addresses and names the public internet does not reach.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Why nobody on the public internet reaches this address; `None` where somebody may.
pub(super) fn not_public_v4(address: Ipv4Addr) -> Option<&'static str> {
    let bits = u128::from(address.to_bits()) << 96;
    let row = V4.iter().find(|row| shares_prefix(bits, u128::from(u32::from_be_bytes(row.0)) << 96, row.1));
    row.map(|row| row.2)
}

/// As [`not_public_v4`]; an address that carries an IPv4 address is as public as that one.
pub(super) fn not_public_v6(address: Ipv6Addr) -> Option<&'static str> {
    if let Some(carried) = carried_v4(address) {
        return not_public_v4(carried);
    }
    let bits = address.to_bits();
    let row = V6.iter().find(|row| shares_prefix(bits, row.0, row.1));
    // Global unicast is 2000::/3; what lies outside of it and has no row is not assigned.
    row.map(|row| row.2).or_else(|| (bits >> 125 != 1).then_some("reserved"))
}

/// The IPv4 address that an IPv6 address leads to: mapped, translated (NAT64) or 6to4.
fn carried_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let bits = address.to_bits();
    let low = Ipv4Addr::from_bits(bits as u32);
    match () {
        () if bits >> 32 == 0xffff => Some(low),
        () if bits >> 32 == 0x0064_ff9b_0000_0000_0000_0000 => Some(low),
        () if bits >> 112 == 0x2002 => Some(Ipv4Addr::from_bits((bits >> 80) as u32)),
        () => None,
    }
}

fn shares_prefix(bits: u128, base: u128, length: u32) -> bool {
    (bits ^ base).leading_zeros() >= length
}

/// Why the public DNS does not have this name; `None` where it may. `name` is in lower case, without a dot at the end.
pub(super) fn not_public_name(name: &str) -> Option<&'static str> {
    if !name.contains('.') && name != "localhost" {
        return Some("a single word");
    }
    let is_below = |suffix: &str| name.strip_suffix(suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    NAMES.iter().find(|row| is_below(row.0)).map(|row| row.1)
}

/// IANA's IPv4 special-purpose registry: what is not globally reachable. Address, prefix length, what it is.
const V4: &[([u8; 4], u32, &str)] = &[
    ([0, 0, 0, 0], 8, "unspecified"),
    ([10, 0, 0, 0], 8, "private"),
    ([100, 64, 0, 0], 10, "shared by carrier-grade NAT"),
    ([127, 0, 0, 0], 8, "loopback"),
    ([169, 254, 0, 0], 16, "link-local"),
    ([172, 16, 0, 0], 12, "private"),
    ([192, 0, 0, 0], 24, "reserved"),
    ([192, 0, 2, 0], 24, "for documentation"),
    ([192, 168, 0, 0], 16, "private"),
    ([198, 18, 0, 0], 15, "for benchmarks"),
    ([198, 51, 100, 0], 24, "for documentation"),
    ([203, 0, 113, 0], 24, "for documentation"),
    ([224, 0, 0, 0], 4, "multicast"),
    ([240, 0, 0, 0], 4, "reserved"),
];

/// The same of the IPv6 registry, with IPv4 in IPv6 left to [`carried_v4`].
const V6: &[(u128, u32, &str)] = &[
    (0, 128, "unspecified"),
    (1, 128, "loopback"),
    (0xfc00 << 112, 7, "unique-local"),
    (0xfe80 << 112, 10, "link-local"),
    (0xfec0 << 112, 10, "site-local"),
    (0xff00 << 112, 8, "multicast"),
    (0x2001_0db8 << 96, 32, "for documentation"),
    (0x3fff << 112, 20, "for documentation"),
    // Teredo, ORCHID, benchmarks: nothing below is an endpoint somebody runs.
    (0x2001 << 112, 23, "reserved"),
];

/// Suffixes that the public DNS does not have. `example.com` and its siblings are not among them: they resolve.
const NAMES: &[(&str, &str)] = &[
    ("localhost", "this machine (RFC 6761)"),
    ("local", "for multicast DNS (RFC 6762)"),
    ("internal", "reserved for private networks"),
    ("home.arpa", "for home networks (RFC 8375)"),
    // Never delegated, so that no public resolver finds them.
    ("test", "for tests (RFC 6761)"),
    ("example", "for documentation (RFC 6761)"),
    ("invalid", "never valid (RFC 6761)"),
    ("onion", "reached through Tor only (RFC 7686)"),
    ("alt", "outside of the DNS (RFC 9476)"),
    // RFC 6762, appendix G: in use on private networks.
    ("intranet", "used on private networks"),
    ("private", "used on private networks"),
    ("corp", "used on private networks"),
    ("home", "used on private networks"),
    ("lan", "used on private networks"),
    ("localdomain", "used on private networks"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_edges_of_every_range() {
        let cases: &[(&str, bool)] = &[
            ("0.0.0.0", false),
            ("0.255.255.255", false),
            ("1.0.0.0", true),
            ("9.255.255.255", true),
            ("10.0.0.0", false),
            ("10.255.255.255", false),
            ("11.0.0.0", true),
            ("100.63.255.255", true),
            ("100.64.0.0", false),
            ("100.127.255.255", false),
            ("100.128.0.0", true),
            ("127.0.0.1", false),
            ("127.255.255.255", false),
            ("128.0.0.0", true),
            ("169.254.169.254", false),
            ("169.255.0.0", true),
            ("172.15.255.255", true),
            ("172.16.0.0", false),
            ("172.31.255.255", false),
            ("172.32.0.0", true),
            ("192.0.0.1", false),
            ("192.0.1.1", true),
            ("192.0.2.1", false),
            ("192.167.255.255", true),
            ("192.168.0.1", false),
            ("192.169.0.0", true),
            ("198.17.255.255", true),
            ("198.19.255.255", false),
            ("198.20.0.0", true),
            ("198.51.100.7", false),
            ("203.0.113.7", false),
            ("223.255.255.255", true),
            ("224.0.0.1", false),
            ("240.0.0.1", false),
            ("255.255.255.255", false),
            ("8.8.8.8", true),
        ];
        for (text, public) in cases {
            let address: Ipv4Addr = text.parse().expect(text);
            assert_eq!(not_public_v4(address).is_none(), *public, "{text}");
            let mapped = address.to_ipv6_mapped();
            assert_eq!(not_public_v6(mapped).is_none(), *public, "{mapped}");
        }
    }

    #[test]
    fn knows_ipv6_and_what_it_carries() {
        let cases: &[(&str, Option<&str>)] = &[
            ("::", Some("unspecified")),
            ("::1", Some("loopback")),
            ("::2", Some("reserved")),
            ("::127.0.0.1", Some("reserved")),
            ("fc00::1", Some("unique-local")),
            ("fdff::1", Some("unique-local")),
            ("fe80::1", Some("link-local")),
            ("febf::1", Some("link-local")),
            ("fec0::1", Some("site-local")),
            ("ff02::1", Some("multicast")),
            ("2001:db8::1", Some("for documentation")),
            ("3fff:fff::1", Some("for documentation")),
            ("2001::1", Some("reserved")),
            ("2001:1ff::1", Some("reserved")),
            ("2001:200::1", None),
            ("2606:4700::1111", None),
            ("2a00:1450:4001::1", None),
            ("4000::1", Some("reserved")),
            ("100::1", Some("reserved")),
            ("64:ff9b::10.0.0.1", Some("private")),
            ("64:ff9b::8.8.8.8", None),
            ("64:ff9b:1::1", Some("reserved")),
            ("2002:7f00:1::1", Some("loopback")),
            ("2002:808:808::1", None),
            ("::ffff:192.168.1.1", Some("private")),
            ("::ffff:0:10.0.0.1", Some("reserved")),
        ];
        for (text, why) in cases {
            assert_eq!(not_public_v6(text.parse().expect(text)), *why, "{text}");
        }
    }

    #[test]
    fn knows_names_that_no_public_resolver_finds() {
        for name in
            ["localhost", "a.localhost", "intranet", "db.internal", "printer.local", "nas.home.arpa", "x.example"]
        {
            assert!(not_public_name(name).is_some(), "{name}");
        }
        for name in ["example.com", "hooks.example.com", "mylocal.io", "test.io", "notlocalhost.com", "arpa.org"] {
            assert_eq!(not_public_name(name), None, "{name}");
        }
    }
}
