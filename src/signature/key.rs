//! Secrets as users hand them in, and the keys made from them; both print as nothing.

use std::fmt;

use crate::code::Code;
use crate::error::UsageError;
use crate::signature::encoding::Encoding;

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

    /// Whether the secret holds these bytes.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        self.value.windows(bytes.len()).any(|window| window == bytes)
    }

    /// The name in reports: its id, or its place among the secrets.
    pub(crate) fn name(&self, place: usize) -> String {
        self.id.clone().unwrap_or_else(|| format!("secrets[{place}]"))
    }
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
#[derive(Clone, Debug)]
pub struct KeyRule {
    /// The secret's own encoding.
    pub format: Encoding,
    /// Prefixes that are dropped before decoding.
    pub strip_prefix: Vec<String>,
}

impl KeyRule {
    /// The key of a secret that is called `name` in messages.
    ///
    /// # Errors
    /// `usage.secret` for a secret that cannot be right; the message never repeats it.
    pub fn key(&self, secret: &Secret, name: &str) -> Result<Vec<u8>, UsageError> {
        let refuse = |message: String| Err(UsageError::new(Code::UsageSecret, message));
        if secret.value.is_empty() {
            return refuse(format!("{name} is empty, expected the secret that the sender shows for this endpoint"));
        }
        if secret.text && secret.value.trim_ascii().len() != secret.value.len() {
            return refuse(format!(
                "{name} has blanks or a line break before or after it, expected the secret alone (trim what was read from a file or variable)"
            ));
        }
        let stripped = self.strip_prefix.iter().find_map(|prefix| secret.value.strip_prefix(prefix.as_bytes()));
        match self.format.decode(stripped.unwrap_or(&secret.value)) {
            Some(key) => Ok(key),
            None => refuse(format!("{name} is not {}, which this sender's secrets are written in", self.format.name())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(format: Encoding) -> KeyRule {
        KeyRule { format, strip_prefix: vec!["whsec_".into()] }
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
        ];
        for (format, text, key) in rows {
            let found = rule(*format).key(&Secret::text(*text), "secrets[0]");
            assert_eq!(found.as_deref().ok(), *key, "{text}");
            if let Err(error) = found {
                assert!(error.code == Code::UsageSecret && !error.message.contains("topsecret"), "{error}");
            }
        }
    }

    #[test]
    fn bytes_may_end_in_what_looks_like_a_blank() {
        assert_eq!(rule(Encoding::Text).key(&Secret::bytes(vec![1, 10]), "k"), Ok(vec![1, 10]));
    }

    #[test]
    fn debug_shows_no_secret() {
        assert_eq!(format!("{:?}", Secret::text("topsecret").with_id("a")), r#"Secret { id: Some("a"), .. }"#);
    }
}
