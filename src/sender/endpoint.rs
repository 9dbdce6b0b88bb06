//! Whether a sender would take a URL as an endpoint, with one problem for each rule that is broken.

use std::net::Ipv4Addr;

use crate::{
    code::Code,
    report::Severity,
    sender::{
        address::{not_public_name, not_public_v4, not_public_v6},
        definition::{EndpointRules, Fact, Promise},
        problem::{SetupProblem, named, weight},
        url::{Broken, Host, Parts, split},
    },
};

/// What the sender would refuse about `url`; nothing where it would take it.
///
/// That it is a URL at all is always checked, the rest as far as the sender's rules are known. The URL is not asked
/// for, nor is its name looked up: a public name that leads to a private address is not found here.
pub fn check_endpoint(promise: &Promise, url: &str) -> Vec<SetupProblem> {
    let rules = &promise.endpoint;
    let parts = split(url);
    let mut problems = Vec::new();
    problems.extend(parts.broken.as_ref().map(syntax));
    problems.extend(scheme(rules, &parts));
    problems.extend(port(rules, &parts));
    problems.extend(length(rules, url));
    problems.extend(userinfo(rules, &parts));
    if let Some(host) = &parts.host {
        host_problems(rules.public_host.as_ref(), host, &mut problems);
    }
    problems
}

fn syntax(broken: &Broken) -> SetupProblem {
    let message = format!("the URL is not valid at character {}, expected {}", broken.at + 1, broken.expected);
    SetupProblem::error(Code::EndpointSyntax, message)
}

fn scheme(rules: &EndpointRules, parts: &Parts) -> Option<SetupProblem> {
    let rule = rules.scheme.as_ref()?;
    let scheme = parts.scheme?;
    if rule.allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme)) {
        return None;
    }
    let allowed = list(&rule.allowed);
    let message = format!("the scheme is {}, expected {allowed}", named(scheme));
    Some(SetupProblem::new(Code::EndpointScheme, weight(rule.confidence), message))
}

fn port(rules: &EndpointRules, parts: &Parts) -> Option<SetupProblem> {
    let rule = rules.port.as_ref()?;
    // Without a port the scheme decides, and a wrong scheme is a problem of its own.
    let port = parts.port?;
    if rule.allowed.contains(&port) {
        return None;
    }
    let message = format!("the port is {port}, expected {}", list(&rule.allowed));
    Some(SetupProblem::new(Code::EndpointPort, weight(rule.confidence), message))
}

fn length(rules: &EndpointRules, url: &str) -> Option<SetupProblem> {
    let rule = rules.length.as_ref()?;
    let found = url.chars().count();
    if found <= rule.most {
        return None;
    }
    let message = format!("the URL has {found} characters, expected at most {}", rule.most);
    Some(SetupProblem::new(Code::EndpointLength, weight(rule.confidence), message))
}

fn userinfo(rules: &EndpointRules, parts: &Parts) -> Option<SetupProblem> {
    let rule = rules.no_userinfo.as_ref()?;
    let message = "a user name or password stands before the host, expected none";
    parts.userinfo.then(|| SetupProblem::new(Code::EndpointUserinfo, weight(rule.confidence), message))
}

fn host_problems(public: Option<&Fact>, host: &Host, problems: &mut Vec<SetupProblem>) {
    let severity = public.map(|rule| weight(rule.confidence));
    let text = match host {
        Host::V6(address) => {
            if address.to_ipv4_mapped().is_some() {
                problems.push(spelling("an IPv4 address written as IPv6"));
            }
            let why = severity.zip(not_public_v6(*address));
            problems.extend(why.map(|(severity, why)| private_address(&address.to_string(), why, severity)));
            return;
        }
        Host::Plain(text) => text,
    };
    let lower = text.to_ascii_lowercase();
    let name = lower.strip_suffix('.').unwrap_or(&lower);
    if name.rsplit('.').next().is_some_and(is_number) {
        let Some(address) = ipv4(name) else {
            problems.push(not_a_host("the last part of the host is a number, but it is no IPv4 address"));
            return;
        };
        if text.parse() != Ok(address) {
            problems.push(spelling("an IPv4 address that is not written as four plain decimal numbers"));
        }
        let why = severity.zip(not_public_v4(address));
        problems.extend(why.map(|(severity, why)| private_address(&address.to_string(), why, severity)));
    } else if let Some(found) = not_a_name(name) {
        problems.push(not_a_host(found));
    } else if let Some((severity, why)) = severity.zip(not_public_name(name)) {
        let message = format!("the host {} is {why}, expected a name in the public DNS", named(text));
        problems.push(SetupProblem::new(Code::EndpointPrivateName, severity, message));
    }
}

fn spelling(found: &str) -> SetupProblem {
    SetupProblem::error(
        Code::EndpointAddressSpelling,
        format!("the host is {found}, expected a name or a plain address"),
    )
}

fn private_address(address: &str, why: &str, severity: Severity) -> SetupProblem {
    let message = format!("the address {address} is {why}, expected one that the public internet reaches");
    SetupProblem::new(Code::EndpointPrivateAddress, severity, message)
}

fn not_a_host(found: &str) -> SetupProblem {
    SetupProblem::error(Code::EndpointHost, format!("{found}, expected a DNS name or an IP address"))
}

/// What keeps a text from being a host name (RFC 1123).
fn not_a_name(name: &str) -> Option<&'static str> {
    if name.len() > 253 {
        return Some("the host has more than 253 characters");
    }
    name.split('.').find_map(|label| {
        let edge = |b: Option<u8>| b == Some(b'-');
        match () {
            () if label.is_empty() => Some("a part of the host is empty"),
            () if label.len() > 63 => Some("a part of the host has more than 63 characters"),
            () if !label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {
                Some("the host has a character other than letters, digits, `-` and `.`")
            }
            () if edge(label.bytes().next()) || edge(label.bytes().last()) => {
                Some("a part of the host begins or ends with `-`")
            }
            () => None,
        }
    })
}

/// Whether resolvers take a host that ends in this part for an address and not for a name.
fn is_number(part: &str) -> bool {
    let digits = part.strip_prefix("0x");
    digits.map_or(!part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()), |digits| {
        digits.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

/// Reads an IPv4 address in any of the spellings that `inet_aton` and browsers take: fewer parts, octal, hexadecimal.
fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let numbers = text.split('.').map(number).collect::<Option<Vec<u64>>>()?;
    let (last, bytes) = numbers.split_last()?;
    if bytes.len() > 3 || bytes.iter().any(|&byte| byte > 255) || *last >= 1 << (8 * (4 - bytes.len())) {
        return None;
    }
    let high = bytes.iter().zip([24, 16, 8]).fold(0, |sum, (&byte, shift)| sum | (byte << shift));
    u32::try_from(high | last).ok().map(Ipv4Addr::from_bits)
}

fn number(part: &str) -> Option<u64> {
    if !is_number(part) {
        return None;
    }
    let (digits, radix) = match part.strip_prefix("0x") {
        Some("") => ("0", 16),
        Some(digits) => (digits, 16),
        None if part.len() > 1 && part.starts_with('0') => (part, 8),
        None => (part, 10),
    };
    u64::from_str_radix(digits, radix).ok()
}

fn list<T: ToString>(allowed: &[T]) -> String {
    allowed.iter().map(|one| format!("`{}`", one.to_string())).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r#"{ "endpoint": {
        "scheme": { "allowed": ["https"], "confidence": "documented" },
        "port": { "allowed": [443], "confidence": "documented" },
        "length": { "most": 60, "confidence": "documented" },
        "publicHost": { "confidence": "documented" },
        "noUserinfo": { "confidence": "assumed" } } }"#;

    #[test]
    fn each_broken_rule_is_one_problem() {
        let promise: Promise = serde_json::from_str(RULES).expect("the rules are a promise");
        let cases: &[(&str, &str)] = &[
            ("https://hooks.example.com/in?x=1", ""),
            ("HTTPS://Hooks.Example.COM.:443", ""),
            ("https://8.8.8.8/", ""),
            ("https://[2606:4700::1111]/", ""),
            ("https://a--b.1a.example.com", ""),
            ("http://hooks.example.com/", "scheme"),
            ("http://hooks.example.com:80/", "scheme port"),
            ("https://hooks.example.com:8443/", "port"),
            ("https://u:p@hooks.example.com/", "userinfo"),
            ("https://hooks.example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "length"),
            ("hooks.example.com", "syntax"),
            ("ftp://hooks.example.com/a b", "syntax scheme"),
            ("https://localhost", "private_name"),
            ("https://LOCALHOST.:443/", "private_name"),
            ("https://intranet/", "private_name"),
            ("https://db.internal/", "private_name"),
            ("https://a_b.example.com/", "host"),
            ("https://-a.example.com/", "host"),
            ("https://a-.example.com/", "host"),
            ("https://a..example.com/", "host"),
            ("https://.example.com/", "host"),
            ("https://./", "host"),
            ("https://%6c%6f.example.com/", "host"),
            ("https://example.com.1/", "host"),
            ("https://1.2.3.4.5/", "host"),
            ("https://256.1.1.1/", "host"),
            ("https://0x1g/", "private_name"),
            ("https://127.0.0.1/", "private_address"),
            ("https://192.168.0.9/", "private_address"),
            ("https://[::1]/", "private_address"),
            ("https://[fd00::7]/", "private_address"),
            ("https://127.1/", "address_spelling private_address"),
            ("https://2130706433/", "address_spelling private_address"),
            ("https://0x7f.0.0.1/", "address_spelling private_address"),
            ("https://0X7F000001/", "address_spelling private_address"),
            ("https://0177.0.0.1/", "address_spelling private_address"),
            ("https://127.0.0.1./", "address_spelling private_address"),
            ("https://0x/", "address_spelling private_address"),
            ("https://[::ffff:10.0.0.1]/", "address_spelling private_address"),
            ("https://134744072/", "address_spelling"),
            ("https://[::ffff:8.8.8.8]/", "address_spelling"),
            ("http://u@127.1:81/?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", {
                "scheme port length userinfo address_spelling private_address"
            }),
        ];
        for (url, expected) in cases {
            let found = check_endpoint(&promise, url);
            let found: Vec<_> = found.iter().map(|problem| &problem.code.as_str()["endpoint.".len()..]).collect();
            assert_eq!(found.join(" "), *expected, "{url}");
        }
    }

    #[test]
    fn assumed_rules_warn_and_unknown_ones_are_not_checked() {
        let promise: Promise = serde_json::from_str(RULES).expect("the rules are a promise");
        let problems = check_endpoint(&promise, "https://u:p@hooks.example.com/");
        assert_eq!(problems[0].severity, Severity::Warning);
        assert_eq!(check_endpoint(&Promise::default(), "http://u:p@localhost:81/"), []);
        assert_eq!(check_endpoint(&Promise::default(), "http://a_b/").len(), 1);
    }

    #[test]
    fn messages_hold_nothing_of_user_path_or_query() {
        let promise: Promise = serde_json::from_str(RULES).expect("the rules are a promise");
        let url = "http://hidden1:hidden2@127.1:81/hidden3/aaaaaaaaaaaaaaaaaaaaaaaaaaaa?hidden4#hidden5 ";
        let problems = check_endpoint(&promise, url);
        assert_eq!(problems.len(), 7);
        assert!(!format!("{problems:?}").contains("hidden"));
    }
}
