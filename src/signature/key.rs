//! Secrets as users hand them in, and the keys made from them; both print as nothing.

use std::fmt;

use sha1::{Digest, Sha1};

use crate::code::Code;
use crate::error::UsageError;
use crate::packed::packed;
use crate::signature::encoding::Encoding;
use crate::signature::key_id;
use crate::signature::source;

/// A secret and the name that reports call it by.
#[derive(Clone)]
pub struct Secret {
    id: Option<String>,
    value: Vec<u8>,
    text: bool,
}

impl Secret {
    /// A secret that the sender shows as text.
    pub fn text(value: impl Into<String>) -> Self {
        Self { id: None, value: value.into().into_bytes(), text: true }
    }

    /// A secret of arbitrary bytes.
    pub fn bytes(value: impl Into<Vec<u8>>) -> Self {
        Self { id: None, value: value.into(), text: false }
    }

    /// The same secret, called `id` in reports.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// A secret of these bytes that counts as text.
    #[cfg(feature = "details")]
    pub(crate) fn as_text(value: &[u8]) -> Self {
        Self { id: None, value: value.to_vec(), text: true }
    }

    /// The secret itself.
    #[cfg(feature = "details")]
    pub(crate) fn value(&self) -> &[u8] {
        &self.value
    }

    /// What the host calls it.
    #[cfg(feature = "details")]
    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Whether the secret holds these bytes.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        self.value.windows(bytes.len()).any(|window| window == bytes)
    }

    /// Whether it is a published key in one of the forms of its own: PEM, JWK, DER or base64 of DER.
    pub(crate) fn is_published(&self) -> bool {
        let text = self.value.trim_ascii();
        if text.starts_with(b"-----BEGIN") || source::find(text, "/kty").is_some() {
            return true;
        }
        let joined: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        is_der(&self.value) || Encoding::Base64.decode(&joined).is_some_and(|bytes| is_der(&bytes))
    }

    /// Whether it begins with one of these prefixes.
    pub(crate) fn has_prefix(&self, prefixes: &[String]) -> bool {
        prefixes.iter().any(|prefix| self.value.starts_with(prefix.as_bytes()))
    }

    /// What the host calls it, or what a key that is a JWK calls itself.
    pub(crate) fn own_name(&self) -> Option<String> {
        self.id.clone().or_else(|| key_id::of_key(&self.value))
    }

    /// The name in reports: its id, or its place among the secrets.
    pub(crate) fn name(&self, place: usize) -> String {
        self.id.clone().unwrap_or_else(|| ["secrets[", &place.to_string(), "]"].concat())
    }
}

/// Whether the bytes are one DER sequence that begins as keys and certificates do: with a sequence, or a version.
fn is_der(bytes: &[u8]) -> bool {
    let [0x30, first, ..] = *bytes else { return false };
    let extra = usize::from(first.saturating_sub(0x80));
    let Some(digits) = bytes.get(2..2 + extra).filter(|_| extra <= 4) else { return false };
    let length = match extra {
        0 => usize::from(first),
        _ => digits.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)),
    };
    let inside = &bytes[2 + extra..];
    inside.len() == length && matches!(inside, [0x30, ..] | [0x02, 1, 0 | 1, ..])
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self::text(value)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::text(value)
    }
}

impl From<Vec<u8>> for Secret {
    fn from(value: Vec<u8>) -> Self {
        Self::bytes(value)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").field("id", &self.id).finish_non_exhaustive()
    }
}

/// How a sender turns its secret into the key.
#[derive(Clone, Debug, Default)]
pub struct KeyRule {
    /// The secret's own encoding.
    pub format: Encoding,
    /// Prefixes that are dropped before decoding.
    pub strip_prefix: Vec<String>,
    /// The encoding of secrets without such a prefix, where it is another.
    pub without_prefix: Option<Encoding>,
    /// Whether the key is the SHA-1 of that.
    pub hashed: bool,
    /// Whether it is a published key, which may come in a form of its own: PEM, JWK, DER.
    pub published: bool,
}

packed!(KeyRule { format, strip_prefix, without_prefix, hashed, published });

impl KeyRule {
    /// The key of a secret that is called `name` in messages; `None` when the secret is not written as this rule says.
    ///
    /// # Errors
    /// `usage.secret` for a secret that cannot be right for any sender; the message never repeats it.
    pub fn key(&self, secret: &Secret, name: &str) -> Result<Option<Vec<u8>>, UsageError> {
        let refuse = |message: String| Err(UsageError::new(Code::UsageSecret, message));
        let trimmed = secret.value.trim_ascii();
        if trimmed.is_empty() && (secret.text || secret.value.is_empty()) {
            return refuse(say!("{name} is empty, expected the secret that the sender shows for this endpoint"));
        }
        // The last byte of a key in DER may look like a blank; only a text has blanks around it.
        let whole = if secret.text { trimmed } else { &secret.value };
        match (secret.is_published(), self.published) {
            (true, true) => return Ok(Some(whole.to_vec())),
            // Everybody can read a published key: as the key of a MAC it would let everybody sign.
            (true, false) => return Ok(None),
            (false, _) => {}
        }
        if secret.text && trimmed.len() != secret.value.len() {
            return refuse(say!(
                "{name} has blanks or a line break before or after it, expected the secret alone (trim what was read from a file or variable)"
            ));
        }
        let stripped = self.strip_prefix.iter().find_map(|prefix| secret.value.strip_prefix(prefix.as_bytes()));
        let format = if stripped.is_none() { self.without_prefix.unwrap_or(self.format) } else { self.format };
        let key = format.decode(stripped.unwrap_or(&secret.value));
        if self.hashed {
            return Ok(key.map(|key| Sha1::digest(key).to_vec()));
        }
        // What is no raw key may be a longer form of one, which whoever prepares it can tell.
        Ok(key.or_else(|| self.published.then(|| whole.to_vec())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(format: Encoding) -> KeyRule {
        KeyRule { format, strip_prefix: vec!["whsec_".into()], ..KeyRule::default() }
    }

    #[test]
    fn secrets_that_cannot_be_right_are_refused_without_being_repeated() {
        let rows: &[(Encoding, &str, Option<&[u8]>)] = &[
            (Encoding::Text, "plain", Some(b"plain")),
            (Encoding::Text, "whsec_plain", Some(b"plain")),
            (Encoding::Text, "", None),
            (Encoding::Text, "whsec_", None),
            (Encoding::Text, "topsecret\n", None),
            (Encoding::Text, " topsecret", None),
            (Encoding::Base64, "whsec_AP8=", Some(&[0, 255])),
            (Encoding::Base64, "topsecret!", None),
            (Encoding::Hex, "00ff", Some(&[0, 255])),
            (Encoding::Text, "-----BEGIN PUBLIC KEY-----\nAP8=\n-----END PUBLIC KEY-----\n", None),
            (Encoding::Text, r#"{"kty":"OKP","crv":"Ed25519"}"#, None),
            (Encoding::Text, "{a secret}", Some(b"{a secret}")),
        ];
        for (format, text, key) in rows {
            match rule(*format).key(&Secret::text(*text), "secrets[0]") {
                Ok(found) => assert_eq!(found.as_deref(), *key, "{text}"),
                Err(error) => {
                    assert!(key.is_none() && error.code == Code::UsageSecret, "{text}");
                    assert!(!error.message.contains("topsecret"), "{error}");
                }
            }
        }
    }

    #[test]
    fn a_prefix_may_decide_the_format_and_a_key_may_be_hashed() {
        let rule = KeyRule { without_prefix: Some(Encoding::Text), ..rule(Encoding::Base64) };
        let key = |rule: &KeyRule, text: &str| rule.key(&Secret::text(text), "k").unwrap();
        assert_eq!(key(&rule, "whsec_AP8=").as_deref(), Some(&[0, 255][..]));
        assert_eq!(key(&rule, "AP8=").as_deref(), Some(&b"AP8="[..]));
        assert_eq!(key(&rule, "whsec_AP8"), None);
        let hashed = KeyRule { hashed: true, ..KeyRule::default() };
        assert_eq!(key(&hashed, "abc").unwrap()[..4], [0xa9, 0x99, 0x3e, 0x36]);
    }

    #[test]
    fn bytes_may_end_in_what_looks_like_a_blank() {
        assert_eq!(rule(Encoding::Text).key(&Secret::bytes(vec![1, 10]), "k"), Ok(Some(vec![1, 10])));
        let published = KeyRule { published: true, ..rule(Encoding::Base64) };
        for blank in *b"\t\n\x0c\r " {
            let der = vec![0x30, 5, 0x30, 0, 3, 1, blank];
            assert!(Secret::bytes(der.clone()).is_published());
            assert_eq!(published.key(&Secret::bytes(der.clone()), "k"), Ok(Some(der)));
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        assert_eq!(format!("{:?}", Secret::text("topsecret").with_id("a")), r#"Secret { id: Some("a"), .. }"#);
    }
}
