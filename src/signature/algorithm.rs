//! The one table of algorithms; everything below it takes a row and never names one.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use crate::report::Authenticated;
#[cfg(feature = "public-key")]
use crate::signature::public_key;

/// A way to compute or compare what authenticates a delivery.
pub struct Algorithm {
    /// Its name in definitions.
    pub id: &'static str,
    /// Length of its signatures in bytes; `None` for tokens of any length.
    pub width: Option<usize>,
    /// What a match proves about the body, when the whole body is part of the content.
    pub proves: Authenticated,
    /// Computes everything that depends on the key alone.
    pub prepare: Prepare,
}

/// Makes a key, or says what is wrong with it in words that follow its name; never the key itself.
pub type Prepare = fn(&[u8]) -> Result<Box<dyn Key>, String>;

/// Every algorithm, by name.
const TABLE: &[Algorithm] = &[
    Algorithm {
        id: "hmac-sha256",
        width: Some(32),
        proves: Authenticated::Body,
        prepare: |key| {
            Ok(Box::new(MacKey(Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length"))))
        },
    },
    Algorithm {
        id: "static",
        width: None,
        proves: Authenticated::Token,
        prepare: |key| Ok(Box::new(TokenKey(Sha256::digest(key).into()))),
    },
    #[cfg(feature = "public-key")]
    Algorithm { id: public_key::NAMES[0], width: Some(64), proves: Authenticated::Body, prepare: public_key::ed25519 },
    #[cfg(feature = "public-key")]
    Algorithm {
        id: public_key::NAMES[1],
        width: None,
        proves: Authenticated::Body,
        prepare: public_key::ecdsa_p256_der,
    },
    #[cfg(feature = "public-key")]
    Algorithm {
        id: public_key::NAMES[2],
        width: Some(64),
        proves: Authenticated::Body,
        prepare: public_key::ecdsa_p256_raw,
    },
    #[cfg(feature = "public-key")]
    Algorithm { id: public_key::NAMES[3], width: None, proves: Authenticated::Body, prepare: public_key::rsa_sha1 },
    #[cfg(feature = "public-key")]
    Algorithm { id: public_key::NAMES[4], width: None, proves: Authenticated::Body, prepare: public_key::rsa_sha256 },
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
    /// The tag of a match among the candidates, or `None`; every candidate is compared.
    fn verify(&self, content: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag>;

    /// The signature of this content; `None` where the key can only verify.
    fn sign(&self, content: &[&[u8]]) -> Option<Vec<u8>>;
}

/// A computed tag; shown to nobody, since it is the expected signature.
pub struct Tag {
    bytes: [u8; Self::CAPACITY],
    len: usize,
}

impl Tag {
    const CAPACITY: usize = 64;

    pub(super) fn new(tag: &[u8]) -> Self {
        let mut bytes = [0; Self::CAPACITY];
        bytes[..tag.len()].copy_from_slice(tag);
        Self { bytes, len: tag.len() }
    }

    /// For replay keys.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// The state of a MAC after its key, cloned for each delivery.
struct MacKey<M>(M);

impl<M: Mac + Clone> Key for MacKey<M> {
    fn verify(&self, content: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        let tag = self.sign(content)?;
        any(candidates, |candidate| tag.ct_eq(candidate)).then(|| Tag::new(&tag))
    }

    fn sign(&self, content: &[&[u8]]) -> Option<Vec<u8>> {
        let mut mac = self.0.clone();
        for part in content {
            mac.update(part);
        }
        Some(mac.finalize().into_bytes().to_vec())
    }
}

/// The digest of a token: comparing digests hides the token's length too.
struct TokenKey([u8; 32]);

impl Key for TokenKey {
    fn verify(&self, _: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        any(candidates, |candidate| self.0.ct_eq(&Sha256::digest(candidate)[..])).then(|| Tag::new(&self.0))
    }

    fn sign(&self, _: &[&[u8]]) -> Option<Vec<u8>> {
        None
    }
}

/// Whether any candidate matches, in time that does not depend on which.
fn any(candidates: &[Vec<u8>], matches: impl Fn(&[u8]) -> Choice) -> bool {
    candidates.iter().fold(Choice::from(0), |found, candidate| found | matches(candidate)).into()
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
        let key = (find("hmac-sha256").unwrap().prepare)(b"Jefe").unwrap();
        let content: &[&[u8]] = &[b"what do ya want ", b"for nothing?"];
        let expected = base16ct::lower::decode_vec("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let expected = expected.unwrap();
        let tag = key.verify(content, &[vec![0; 32], expected.clone()]).unwrap();
        assert_eq!(tag.as_bytes(), expected);
        assert!(key.verify(content, &[expected[..31].to_vec()]).is_none());
    }

    #[test]
    fn tokens_match_only_whole() {
        let key = (find("static").unwrap().prepare)(b"token").unwrap();
        assert!(key.verify(&[], &[b"token".to_vec()]).is_some());
        assert!(key.verify(&[], &[b"toke".to_vec()]).is_none());
        assert!(key.verify(&[], &[Vec::new()]).is_none());
    }
}
