//! Which of a sender's published keys a delivery was signed with, as the delivery says.

#[cfg(feature = "details")]
use crate::data::members;
use crate::packed::packed;
use crate::payload::pointer;
use crate::signature::source::{Place, Received, Source};
use crate::signature::token::Token;

/// Where a delivery names its key, and what such a name looks like.
#[cfg(feature = "details")]
#[derive(Clone, Debug)]
pub struct KeyIdDefinition {
    /// Where it stands: `jwt:kid`, `header:NAME`, `json:/pointer`.
    pub source: String,
    /// For keys that lie at a URL: the hosts that are the sender's. `*.example.com` is all below it; within a label `?` is
    /// a letter and `*` the rest of the label.
    pub hosts: Vec<String>,
}

#[cfg(feature = "details")]
members!(KeyIdDefinition { source: "source", hosts: "hosts" or Vec::new() });

/// The same, compiled.
#[derive(Clone, Debug)]
pub struct KeyIdPlan {
    /// Where the name stands.
    pub source: Source,
    /// The hosts of an HTTPS URL; empty where the name is no URL.
    pub hosts: Vec<String>,
}

packed!(KeyIdPlan { source, hosts });

/// No sender's are longer.
const LONGEST: usize = 512;

impl KeyIdPlan {
    /// The name of the key, when there is one that the sender could have written; `token` is the signature where that is
    /// a signed token.
    pub fn read(&self, received: &Received<'_>, token: Option<&[u8]>) -> Option<String> {
        let parsed = token.and_then(Token::parse);
        let token = parsed.as_ref().map(|token| (&token.header[..], &b"{}"[..]));
        let received = Received { token, ..*received };
        let name = received.text(&self.source.place).ok()??;
        let name = std::str::from_utf8(&name).ok()?;
        let plain = !name.is_empty() && name.len() <= LONGEST && name.bytes().all(|byte| byte.is_ascii_graphic());
        (plain && (self.hosts.is_empty() || self.published(name))).then(|| name.to_owned())
    }

    /// Whether it is a URL of the sender's, so that a host may fetch what lies there.
    fn published(&self, url: &str) -> bool {
        let Some(rest) = url.strip_prefix("https://") else { return false };
        let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
        authority.bytes().all(plain) && self.hosts.iter().any(|host| fits(host, authority))
    }

    /// Whether the name stands in the token itself.
    pub fn in_token(&self) -> bool {
        matches!(self.source.place, Place::TokenHeader(_))
    }
}

/// `*.` at the front stands for one or more whole labels; within a label `?` is a letter and `*` the rest of it.
fn fits(pattern: &str, host: &str) -> bool {
    let (pattern, host) = (pattern.to_ascii_lowercase(), host.to_ascii_lowercase());
    if let Some(parent) = pattern.strip_prefix("*.") {
        return host.strip_suffix(parent).is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'));
    }
    let (wanted, found): (Vec<_>, Vec<_>) = (pattern.split('.').collect(), host.split('.').collect());
    wanted.len() == found.len() && wanted.iter().zip(found).all(|(wanted, found)| label_fits(wanted, found))
}

fn label_fits(pattern: &str, label: &str) -> bool {
    let mut left = label.bytes();
    for wanted in pattern.bytes() {
        match (wanted, left.next()) {
            (b'*', rest) => return rest.is_some(),
            (b'?', Some(byte)) if byte.is_ascii_lowercase() => {}
            (wanted, Some(byte)) if wanted == byte => {}
            _ => return false,
        }
    }
    left.next().is_none()
}

/// The `kid` of a JWK, by which it is called where the host gives it no name of its own.
pub fn of_key(text: &[u8]) -> Option<String> {
    let text = text.trim_ascii();
    if !text.starts_with(b"{") {
        return None;
    }
    let span = pointer::find_one(text, 0, "/kid").filter(|span| text[span.start] == b'"')?;
    Some(pointer::unescape(text, span).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::Delivery;
    use crate::limits::Limits;

    fn read(hosts: &[&str], url: &str) -> Option<String> {
        let source = Source { place: Place::Pointer("/cert".to_owned()), optional: false };
        let plan = KeyIdPlan { source, hosts: hosts.iter().map(ToString::to_string).collect() };
        let body = format!(r#"{{"cert":"{url}"}}"#);
        let delivery = Delivery { body: body.as_bytes(), ..Delivery::default() };
        plan.read(&Received::new(&delivery, &Limits::default()), None)
    }

    #[test]
    fn urls_of_others_are_not_named() {
        let hosts = ["*.example.com", "sns.??-*.example.org"];
        for url in ["https://a.example.com/c.pem", "https://A.B.EXAMPLE.com", "https://sns.eu-1.example.org/x?y"] {
            assert_eq!(read(&hosts, url).as_deref(), Some(url));
        }
        for url in [
            "http://a.example.com/c.pem",
            "https://example.com/c.pem",
            "https://.example.com/",
            "https://a.example.com.evil.test/",
            "https://evil.test/a.example.com",
            "https://a.example.com@evil.test/",
            "https://evil.test\\\\.example.com/",
            "https://a.example.com:444/",
            "https://sns.a.b.example.org/",
            "https://sns.s3.example.org/",
            "https://sns.s3-eu-1.example.org/",
            "https://sns.eu-.example.org/",
            "https://a.example.com/ x",
            "",
        ] {
            assert_eq!(read(&hosts, url), None, "{url}");
        }
        assert_eq!(read(&[], "key-1").as_deref(), Some("key-1"));
        assert_eq!(read(&[], &"k".repeat(513)), None);
    }

    #[test]
    fn a_jwk_has_its_name() {
        assert_eq!(of_key(br#" {"kid":"k1"}"#).as_deref(), Some("k1"));
        assert_eq!(of_key(b"plain"), None);
    }
}
