//! The one table of algorithms; everything below it takes a row and never names one.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use crate::report::Authenticated;

/// A way to compute or compare what authenticates a delivery.
pub struct Algorithm {
    /// Its name in definitions.
    pub id: &'static str,
    /// Length of its signatures in bytes; `None` for tokens of any length.
    pub width: Option<usize>,
    /// What a match proves about the body, when the whole body is part of the content.
    pub proves: Authenticated,
    /// Computes everything that depends on the key alone.
    pub prepare: fn(&[u8]) -> Box<dyn Key>,
}

/// Every algorithm, by name.
const TABLE: &[Algorithm] = &[
    Algorithm {
        id: "hmac-sha256",
        width: Some(32),
        proves: Authenticated::Body,
        prepare: |key| Box::new(MacKey(Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length"))),
    },
    Algorithm {
        id: "static",
        width: None,
        proves: Authenticated::Token,
        prepare: |key| Box::new(TokenKey(Sha256::digest(key).into())),
    },
];

/// The row of a name, or `None`.
pub fn find(id: &str) -> Option<&'static Algorithm> {
    TABLE.iter().find(|row| row.id == id)
}

/// The names of all rows, for messages.
pub fn names() -> String {
    TABLE.iter().map(|row| row.id).collect::<Vec<_>>().join(", ")
}

/// A prepared key.
pub trait Key {
    /// What a right candidate is compared with, for the content in `parts`.
    fn tag(&self, parts: &[&[u8]]) -> Tag;

    /// Whether a candidate is right, in time that does not depend on where it differs.
    fn matches(&self, tag: &Tag, candidate: &[u8]) -> Choice;
}

/// A computed tag; shown to nobody, since it is the expected signature.
pub struct Tag {
    bytes: [u8; Self::CAPACITY],
    len: usize,
}

impl Tag {
    const CAPACITY: usize = 64;

    fn new(tag: &[u8]) -> Self {
        let mut bytes = [0; Self::CAPACITY];
        bytes[..tag.len()].copy_from_slice(tag);
        Self { bytes, len: tag.len() }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// The state of a MAC after its key, cloned for each delivery.
struct MacKey<M>(M);

impl<M: Mac + Clone> Key for MacKey<M> {
    fn tag(&self, parts: &[&[u8]]) -> Tag {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part);
        }
        Tag::new(&mac.finalize().into_bytes())
    }

    fn matches(&self, tag: &Tag, candidate: &[u8]) -> Choice {
        tag.as_bytes().ct_eq(candidate)
    }
}

/// The digest of a token: comparing digests hides the token's length too.
struct TokenKey([u8; 32]);

impl Key for TokenKey {
    fn tag(&self, _: &[&[u8]]) -> Tag {
        Tag::new(&self.0)
    }

    fn matches(&self, tag: &Tag, candidate: &[u8]) -> Choice {
        tag.as_bytes().ct_eq(&Sha256::digest(candidate)[..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        for (at, row) in TABLE.iter().enumerate() {
            assert!(TABLE[..at].iter().all(|earlier| earlier.id != row.id), "{}", row.id);
        }
    }

    #[test]
    fn hmac_sha256_gives_the_tag_of_rfc_4231_case_2() {
        let key = (find("hmac-sha256").unwrap().prepare)(b"Jefe");
        let tag = key.tag(&[b"what do ya want ", b"for nothing?"]);
        let expected = base16ct::lower::decode_vec("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let expected = expected.unwrap();
        assert_eq!(tag.as_bytes(), expected);
        assert!(bool::from(key.matches(&tag, &expected)));
        assert!(!bool::from(key.matches(&tag, &expected[..31])));
    }

    #[test]
    fn tokens_match_only_whole() {
        let key = (find("static").unwrap().prepare)(b"token");
        let tag = key.tag(&[]);
        assert!(bool::from(key.matches(&tag, b"token")));
        assert!(!bool::from(key.matches(&tag, b"toke")));
        assert!(!bool::from(key.matches(&tag, b"")));
    }
}
