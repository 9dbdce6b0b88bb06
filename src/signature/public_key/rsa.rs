//! RSA with PKCS#1 v1.5 padding (RFC 8017), over SHA-256, or SHA-1 where a sender knows nothing else.

use rsa::{BoxedUint, Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey};
use sha1::Sha1;
use sha2::Sha256;

use super::material::{Material, Numbers, PrivateNumbers};
use super::{any, digest, form, tag};
use crate::signature::algorithm::{Key, Tag};

/// Bits of a modulus. Shorter ones can be factored; time and memory of a check grow with the length.
const BITS: std::ops::RangeInclusive<usize> = 1024..=8192;

/// The most bytes that any number of a key has.
const BYTES: usize = *BITS.end() / 8;

/// A key and, when it was handed in, its private half.
struct Rsa {
    public: RsaPublicKey,
    private: Option<RsaPrivateKey>,
    digest: fn(&[&[u8]]) -> Vec<u8>,
    scheme: fn() -> Pkcs1v15Sign,
}

/// The key in a published form; what is signed is a SHA-1.
///
/// # Errors
/// What is wrong with it, as words that follow its name.
pub fn prepare_sha1(key: &[u8]) -> Result<Box<dyn Key>, String> {
    prepare(key, digest::<Sha1>, Pkcs1v15Sign::new::<Sha1>)
}

/// The key in a published form; what is signed is a SHA-256.
///
/// # Errors
/// What is wrong with it, as words that follow its name.
pub fn prepare_sha256(key: &[u8]) -> Result<Box<dyn Key>, String> {
    prepare(key, digest::<Sha256>, Pkcs1v15Sign::new::<Sha256>)
}

fn prepare(key: &[u8], digest: fn(&[&[u8]]) -> Vec<u8>, scheme: fn() -> Pkcs1v15Sign) -> Result<Box<dyn Key>, String> {
    const EXPECTED: &str = "an RSA key";
    let numbers = match form::read(key, EXPECTED)? {
        Material::Rsa(numbers) => numbers,
        other => return Err(other.unfit(EXPECTED)),
    };
    let Numbers { modulus, exponent, private } = numbers;
    let (modulus, exponent) = (significant(&modulus), significant(&exponent));
    let bits = modulus.first().map_or(0, |first| modulus.len() * 8 - first.leading_zeros() as usize);
    if !BITS.contains(&bits) {
        return Err(format!("is an RSA key of {bits} bits, expected {} to {}", BITS.start(), BITS.end()));
    }
    // With 1 as its exponent every signature is its own content; the crate bounds it from above.
    let unfit = "is an RSA key with an unfit exponent or modulus, expected odd ones and an exponent from 3 to 2^33 - 1";
    if exponent == [1] || exponent.is_empty() || exponent.len() > 5 {
        return Err(unfit.to_owned());
    }
    let (modulus, exponent) = (number(modulus), number(exponent));
    let public = RsaPublicKey::new_with_size_limits(modulus.clone(), exponent.clone(), BITS).map_err(|_| unfit)?;
    let private = private.map(|private| private_key(modulus, exponent, &private)).transpose()?;
    Ok(Box::new(Rsa { public, private, digest, scheme }))
}

fn private_key(modulus: BoxedUint, exponent: BoxedUint, private: &PrivateNumbers) -> Result<RsaPrivateKey, String> {
    let unfit = || "is a private RSA key whose numbers do not fit together".to_owned();
    let secret = significant(&private.exponent);
    let primes: Vec<_> = private.primes.iter().map(|prime| significant(prime)).collect();
    if [secret].iter().chain(&primes).any(|bytes| bytes.is_empty() || bytes.len() > BYTES) {
        return Err(unfit());
    }
    let primes = primes.into_iter().map(number).collect();
    RsaPrivateKey::from_components(modulus, exponent, number(secret), primes).map_err(|_| unfit())
}

/// The bytes of a number without leading zeros.
fn significant(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    &bytes[zeros..]
}

fn number(bytes: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(bytes)
}

impl Key for Rsa {
    fn verify(&self, content: &[&[u8]], candidates: &[Vec<u8>]) -> Option<Tag> {
        let digest = (self.digest)(content);
        let found = any(candidates, |candidate| self.public.verify((self.scheme)(), &digest, candidate).is_ok());
        found.then(|| tag(content))
    }

    // Without blinding, for which there are no random numbers in here: the time it takes tells about the key. It is for
    // test deliveries, whose keys are not worth that.
    fn sign(&self, content: &[&[u8]]) -> Option<Vec<u8>> {
        self.private.as_ref()?.sign((self.scheme)(), &(self.digest)(content)).ok()
    }
}
