//! Ed25519 (RFC 8032).

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::material::{Halves, Material, halves_differ};
use super::{any, form, tag};
use crate::signature::algorithm::{Key, Tag};

/// A key and, when it was handed in, its private half.
struct Ed25519 {
    public: VerifyingKey,
    private: Option<SigningKey>,
}

/// The key in a published form, or its bytes: 32 of the public key, or 64 of seed and public key.
///
/// # Errors
/// What is wrong with it, as words that follow its name.
pub fn prepare(key: &[u8]) -> Result<Box<dyn Key>, String> {
    const EXPECTED: &str = "an Ed25519 key";
    let halves = match key.len() {
        32 => Halves { public: Some(key.to_vec()), private: None },
        // As base64 a PKCS#8 key has just this length.
        64 if !form::is_published_form(key) => {
            Halves { public: Some(key[32..].to_vec()), private: Some(key[..32].to_vec()) }
        }
        _ => match form::read(key, EXPECTED)? {
            Material::Ed25519(halves) => halves,
            other => return Err(other.unfit(EXPECTED)),
        },
    };
    let private = halves.private.map(|seed| Ok::<_, String>(SigningKey::from_bytes(&array(&seed)?))).transpose()?;
    let public = match halves.public {
        Some(bytes) => VerifyingKey::from_bytes(&array(&bytes)?).map_err(|_| "is no point of the curve of Ed25519")?,
        None => private.as_ref().map(SigningKey::verifying_key).ok_or("is empty")?,
    };
    // Of such a point every content has a signature that anybody can make.
    if public.is_weak() {
        return Err("is a point of small order, which is nobody's key".to_owned());
    }
    if private.as_ref().is_some_and(|private| private.verifying_key() != public) {
        return Err(halves_differ());
    }
    Ok(Box::new(Ed25519 { public, private }))
}

fn array(bytes: &[u8]) -> Result<[u8; 32], String> {
    bytes.try_into().map_err(|_| format!("holds an Ed25519 key of {} bytes, expected 32", bytes.len()))
}

impl Key for Ed25519 {
    fn verify(&self, content: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        let message = content.concat();
        // Strict: no `s` beyond the group order, no point of small order. Right signers never make such signatures.
        let found = any(candidates, |candidate| {
            Signature::from_slice(candidate)
                .is_ok_and(|signature| self.public.verify_strict(&message, &signature).is_ok())
        });
        found.then(|| tag(content))
    }

    fn sign(&self, content: &[&[u8]]) -> Option<Vec<u8>> {
        Some(self.private.as_ref()?.sign(&content.concat()).to_bytes().to_vec())
    }
}
