//! The one table of algorithms; everything below it takes a row and never names one.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use subtle::{Choice, ConstantTimeEq};

use crate::signature::{hosted, public_key};

/// A way to compute or compare what authenticates a delivery.
pub struct Algorithm {
    /// Its name in definitions.
    pub id: &'static str,
    /// Length of its signatures in bytes; `None` where it varies.
    pub width: Option<usize>,
    /// What kind it is of.
    pub kind: Kind,
    /// Computes everything that depends on the key alone; the error says what is wrong with the key without repeating it.
    pub prepare: Prepare,
}

/// Makes a key ready of its bytes.
pub type Prepare = fn(&[u8]) -> Result<Box<dyn Key>, String>;

/// The kinds of algorithms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A MAC over the content under a shared key.
    Mac,
    /// A plain hash; the secret is a part of the content.
    Hash,
    /// A shared token that is compared; there is no content.
    Token,
    /// A signature that everybody can check with a published key.
    PublicKey,
}

/// Every algorithm of this build, by name.
const TABLE: &[Algorithm] = &[
    mac("hmac-md5", 16, hmac::<Hmac<Md5>>),
    mac("hmac-sha1", 20, hmac::<Hmac<Sha1>>),
    mac("hmac-sha256", 32, hosted::hmac::<Hmac<Sha256>, Sha256>),
    mac("hmac-sha384", 48, hmac::<Hmac<Sha384>>),
    mac("hmac-sha512", 64, hosted::hmac::<Hmac<Sha512>, Sha512>),
    hash("hash-md5", 16, |_| Ok(Box::new(HashKey(Md5::new())))),
    hash("hash-sha256", 32, |_| Ok(Box::new(HashKey(Sha256::new())))),
    Algorithm {
        id: "static",
        width: None,
        kind: Kind::Token,
        prepare: |key| Ok(Box::new(TokenKey { digest: Sha256::digest(key).into(), token: key.into() })),
    },
    Algorithm {
        id: "basic",
        width: None,
        kind: Kind::Token,
        prepare: |key| match key.contains(&b':') {
            true => Ok(Box::new(TokenKey { digest: Sha256::digest(key).into(), token: key.into() })),
            false => Err(said!("has no colon, expected a user name and a password as `user:password`")),
        },
    },
    #[cfg(feature = "public-key")]
    published(0, Some(64), public_key::ed25519),
    #[cfg(feature = "public-key")]
    published(1, None, public_key::ecdsa_p256_der),
    #[cfg(feature = "public-key")]
    published(2, Some(64), public_key::ecdsa_p256_raw),
    #[cfg(feature = "public-key")]
    published(3, None, public_key::rsa_sha1),
    #[cfg(feature = "public-key")]
    published(4, None, public_key::rsa_sha256),
];

const fn mac(id: &'static str, width: usize, prepare: Prepare) -> Algorithm {
    Algorithm { id, width: Some(width), kind: Kind::Mac, prepare }
}

#[cfg(feature = "public-key")]
const fn published(name: usize, width: Option<usize>, prepare: Prepare) -> Algorithm {
    Algorithm { id: public_key::NAMES[name], width, kind: Kind::PublicKey, prepare }
}

const fn hash(id: &'static str, width: usize, prepare: Prepare) -> Algorithm {
    Algorithm { id, width: Some(width), kind: Kind::Hash, prepare }
}

fn hmac<M: Mac + KeyInit + Clone + Send + Sync + 'static>(key: &[u8]) -> Result<Box<dyn Key>, String> {
    Ok(Box::new(MacKey::<M>::new(key)?))
}

/// The row of a name, or `None`.
pub fn find(id: &str) -> Option<&'static Algorithm> {
    TABLE.iter().find(|row| row.id == id)
}

/// The names of all rows, for messages.
pub fn names() -> String {
    let names: Vec<_> = TABLE
        .iter()
        .map(|row| row.id)
        .chain(public_key::NAMES.iter().copied().filter(|name| find(name).is_none()))
        .collect();
    say!("{}, jwt", names.join(", "))
}

/// A prepared key. Verifiers are shared between threads, and so are their keys.
pub trait Key: Send + Sync {
    /// The tag of a match among the candidates for the content in `parts`; each of them is compared, in time that does
    /// not depend on where it differs.
    fn verify(&self, parts: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag>;

    /// The signature or token of this content; `None` where the key can only verify.
    fn sign(&self, parts: &[&[u8]]) -> Option<Vec<u8>>;
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

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// This tag, when one of the candidates is it.
    pub(super) fn among(self, candidates: &[Vec<u8>]) -> Option<Self> {
        let found = candidates.iter().fold(Choice::from(0), |found, other| found | same(self.as_bytes(), other));
        bool::from(found).then_some(self)
    }
}

/// Compares in time that depends on the lengths alone: by words, since the comparison of each byte costs a call.
fn same(tag: &[u8], other: &[u8]) -> Choice {
    let ((words, rest), (other_words, other_rest)) = (tag.as_chunks::<8>(), other.as_chunks::<8>());
    if tag.len() != other.len() {
        return Choice::from(0);
    }
    let pairs = words.iter().zip(other_words);
    let equal = |(word, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*word).ct_eq(&u64::from_le_bytes(*other));
    pairs.fold(rest.ct_eq(other_rest), |same, pair| same & equal(pair))
}

/// A key that gives the tag of a content, which is compared here.
pub(super) trait Tagging: Send + Sync {
    fn tag(&self, parts: &[&[u8]]) -> Tag;
}

impl<K: Tagging> Key for K {
    fn verify(&self, parts: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        self.tag(parts).among(candidates)
    }

    fn sign(&self, parts: &[&[u8]]) -> Option<Vec<u8>> {
        Some(self.tag(parts).as_bytes().to_vec())
    }
}

/// The state of a MAC after its key, cloned for each delivery.
pub(super) struct MacKey<M>(M);

impl<M: Mac + KeyInit> MacKey<M> {
    pub(super) fn new(key: &[u8]) -> Result<Self, String> {
        let mac = <M as KeyInit>::new_from_slice(key);
        mac.map(Self).map_err(|_| said!("has a length that the algorithm does not take"))
    }
}

impl<M: Mac + Clone + Send + Sync> Tagging for MacKey<M> {
    fn tag(&self, parts: &[&[u8]]) -> Tag {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part);
        }
        Tag::new(&mac.finalize().into_bytes())
    }
}

/// A hash needs no key of its own.
struct HashKey<D>(D);

impl<D: Digest + Clone + Send + Sync> Tagging for HashKey<D> {
    fn tag(&self, parts: &[&[u8]]) -> Tag {
        let mut hash = self.0.clone();
        for part in parts {
            hash.update(part);
        }
        Tag::new(&hash.finalize())
    }
}

/// A token with its digest: comparing digests hides the token's length too.
struct TokenKey {
    digest: [u8; 32],
    token: Box<[u8]>,
}

impl Key for TokenKey {
    fn verify(&self, _: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        let digests: Vec<_> = candidates.iter().map(|token| Sha256::digest(token).to_vec()).collect();
        Tag::new(&self.digest).among(&digests)
    }

    fn sign(&self, _: &[&[u8]]) -> Option<Vec<u8>> {
        Some(self.token.to_vec())
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
    fn macs_give_the_tags_of_the_rfcs() {
        // RFC 2202 and RFC 4231, each the case with the key `Jefe`.
        let rows = [
            ("hmac-md5", "750c783e6ab0b503eaa86e310a5db738"),
            ("hmac-sha1", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            ("hmac-sha256", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (
                "hmac-sha384",
                "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            ),
            (
                "hmac-sha512",
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
            ),
        ];
        for (id, expected) in rows {
            let key = (find(id).unwrap().prepare)(b"Jefe").unwrap();
            let parts: [&[u8]; 2] = [b"what do ya want ", b"for nothing?"];
            let expected = base16ct::lower::decode_vec(expected).unwrap();
            assert_eq!(find(id).unwrap().width, Some(expected.len()));
            assert_eq!(key.sign(&parts).as_ref(), Some(&expected), "{id}");
            assert!(key.verify(&parts, &[vec![0; expected.len()], expected.clone()]).is_some(), "{id}");
            assert!(key.verify(&parts, &[expected[1..].to_vec()]).is_none(), "{id}");
            assert!(key.verify(&parts, &[]).is_none(), "{id}");
        }
    }

    #[test]
    fn tokens_match_only_whole() {
        let key = (find("static").unwrap().prepare)(b"token").unwrap();
        let matches = |candidate: &[u8]| key.verify(&[], &[candidate.to_vec()]).is_some();
        assert!(matches(b"token") && !matches(b"toke") && !matches(b""));
        assert!((find("basic").unwrap().prepare)(b"token").is_err());
    }
}
