//! Signatures that are checked with a published key: Ed25519, ECDSA over P-256 and RSA with PKCS#1 v1.5 padding.
//!
//! A key is handed in as it is published: PEM of a `SubjectPublicKeyInfo` or of an X.509 certificate, a JWK, base64 of the
//! DER, or for Ed25519 the 32 bytes. A certificate is only the envelope of its key: who issued it, for whom and until
//! when is not looked at, so that the host has to get it from a place that it trusts. A private key (PKCS#8 in PEM or
//! base64, a JWK with `d`, or for Ed25519 the 64 bytes of seed and public key) verifies as its public half does and signs
//! test deliveries.

#[cfg(feature = "public-key")]
mod asn1;
#[cfg(feature = "public-key")]
mod ecdsa;
#[cfg(feature = "public-key")]
mod ed25519;
#[cfg(feature = "public-key")]
mod form;
#[cfg(feature = "public-key")]
mod jwk;
#[cfg(feature = "public-key")]
mod material;
#[cfg(feature = "public-key")]
mod pem;
#[cfg(feature = "public-key")]
mod rsa;

#[cfg(feature = "public-key")]
pub use self::{
    ecdsa::{prepare_der as ecdsa_p256_der, prepare_raw as ecdsa_p256_raw},
    ed25519::prepare as ed25519,
    form::is_published_form,
    rsa::{prepare_sha1 as rsa_sha1, prepare_sha256 as rsa_sha256},
};

/// The algorithms of the feature `public-key`, whether it is on or not.
pub const NAMES: [&str; 5] = ["ed25519", "ecdsa-p256-sha256", "ecdsa-p256-sha256-raw", "rsa-sha1", "rsa-sha256"];

/// The tag of a match: the digest of what was signed.
///
/// There are several right signatures of one content (`n - s` for `s` in ECDSA, a second signing in all but RSA), so that
/// a replay key made of the signature would take a copy for something new.
#[cfg(feature = "public-key")]
fn tag(content: &[&[u8]]) -> crate::signature::algorithm::Tag {
    crate::signature::algorithm::Tag::new(&digest::<sha2::Sha256>(content))
}

#[cfg(feature = "public-key")]
fn digest<D: sha2::Digest>(content: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    for part in content {
        digest.update(part);
    }
    digest.finalize().to_vec()
}

/// Whether any candidate verifies; the others are tried all the same, as with the other algorithms.
#[cfg(feature = "public-key")]
fn any(candidates: &[Vec<u8>], verifies: impl Fn(&[u8]) -> bool) -> bool {
    candidates.iter().fold(false, |found, candidate| verifies(candidate) | found)
}
