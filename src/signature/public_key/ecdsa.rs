//! ECDSA over P-256 with SHA-256, its signatures in DER or as the two numbers side by side.

use p256::AffinePoint;
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::elliptic_curve::point::AffineCoordinates;
use sha2::Sha256;

use super::material::{Material, halves_differ};
use super::{any, asn1, digest, form, tag};
use crate::signature::algorithm::{Key, Tag};

/// A key and, when it was handed in, its private half.
struct P256 {
    public: VerifyingKey,
    private: Option<SigningKey>,
    /// How a signature is written.
    der: bool,
}

/// The key in a published form; signatures are in DER.
///
/// # Errors
/// What is wrong with it, as words that follow its name.
pub fn prepare_der(key: &[u8]) -> Result<Box<dyn Key>, String> {
    prepare(key, true)
}

/// The key in a published form; signatures are r and s of 32 bytes each.
///
/// # Errors
/// What is wrong with it, as words that follow its name.
pub fn prepare_raw(key: &[u8]) -> Result<Box<dyn Key>, String> {
    prepare(key, false)
}

fn prepare(key: &[u8], der: bool) -> Result<Box<dyn Key>, String> {
    const EXPECTED: &str = "a P-256 key";
    let halves = match form::read(key, EXPECTED)? {
        Material::P256(halves) => halves,
        other => return Err(other.unfit(EXPECTED)),
    };
    let private = halves.private.map(|scalar| SigningKey::from_slice(&scalar)).transpose();
    let private = private.map_err(|_| "holds a private key that is no scalar of P-256")?;
    let public = match halves.public {
        Some(sec1) => point(&sec1).ok_or("holds no point of P-256 in uncompressed form")?,
        None => *private.as_ref().map(SigningKey::verifying_key).ok_or("is empty")?,
    };
    if private.as_ref().is_some_and(|private| *private.verifying_key() != public) {
        return Err(halves_differ());
    }
    Ok(Box::new(P256 { public, private, der }))
}

/// Both coordinates after a 4. Senders publish no other form, and the square roots of the short ones would be dead weight.
fn point(sec1: &[u8]) -> Option<VerifyingKey> {
    let (x, y) = sec1.strip_prefix(&[4])?.split_at_checked(32)?;
    let point = AffinePoint::from_coordinates(x.try_into().ok()?, y.try_into().ok()?).into_option()?;
    VerifyingKey::from_affine(point).ok()
}

impl P256 {
    fn read(&self, candidate: &[u8]) -> Option<Signature> {
        match self.der {
            true => Signature::from_slice(&asn1::read_signature(candidate)?).ok(),
            false => Signature::from_slice(candidate).ok(),
        }
    }
}

impl Key for P256 {
    // A large s is as right as its small twin: most signers do not choose between them.
    fn verify(&self, content: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        let digest = digest::<Sha256>(content);
        let found = any(candidates, |candidate| {
            self.read(candidate).is_some_and(|signature| self.public.verify_prehash(&digest, &signature).is_ok())
        });
        found.then(|| tag(content))
    }

    // Deterministic (RFC 6979): there is no source of random numbers in here.
    fn sign(&self, content: &[&[u8]]) -> Option<Vec<u8>> {
        let signature: Signature = self.private.as_ref()?.sign_prehash(&digest::<Sha256>(content)).ok()?;
        let signature = signature.to_bytes();
        Some(if self.der { asn1::write_signature(&signature) } else { signature.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use sha2::Digest;

    use super::*;

    #[test]
    fn a_second_signature_of_a_content_is_no_new_delivery() {
        let private = SigningKey::from_slice(&[7; 32]).unwrap();
        let key = P256 { public: *private.verifying_key(), private: Some(private), der: false };
        let made = key.sign(&[b"content"]).unwrap();
        let signature = Signature::from_slice(&made).unwrap();
        let twin = Signature::from_scalars(signature.r(), -*signature.s()).unwrap().to_bytes().to_vec();
        assert_ne!(made, twin);
        let tags = [made, twin].map(|candidate| key.verify(&[b"con", b"tent"], &[candidate]).unwrap());
        assert_eq!(tags[0].as_bytes(), tags[1].as_bytes());
        assert_eq!(tags[0].as_bytes(), Sha256::digest(b"content").as_slice());
    }
}
