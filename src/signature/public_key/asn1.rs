//! DER: the numbers of a `SubjectPublicKeyInfo`, of a PKCS#8 private key, of the key inside a certificate, of a signature.

use der::asn1::{AnyRef, UintRef};
use der::{Decode, Reader, SliceReader, Tag, TagNumber, Tagged};

use super::material::{Halves, Material, Numbers, PrivateNumbers};

/// 1.2.840.113549.1.1.1
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// 1.2.840.10045.2.1
const ELLIPTIC_CURVE: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// 1.2.840.10045.3.1.7
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
/// 1.3.101.112
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];

/// An algorithm and the key in its own encoding.
struct Wrapped<'d> {
    algorithm: Walk<'d>,
    key: &'d [u8],
    private: bool,
}

/// Whether these bytes are a key or a certificate, of whatever algorithm.
pub(super) fn is_key(der: &[u8]) -> bool {
    unwrap(der).is_some()
}

/// The numbers of the key.
pub(super) fn read(der: &[u8]) -> Result<Material, String> {
    let Wrapped { mut algorithm, key, private } =
        unwrap(der).ok_or("is not DER of a SubjectPublicKeyInfo, a certificate or a PKCS#8 private key")?;
    let id = algorithm.next(Tag::ObjectIdentifier).unwrap_or_default();
    let material = match (id, private) {
        (RSA, false) => rsa_public(key).map(Material::Rsa),
        (RSA, true) => rsa_private(key).map(Material::Rsa),
        (ED25519, false) => Some(Material::Ed25519(Halves { public: Some(key.to_vec()), private: None })),
        (ED25519, true) => ed25519_private(key).map(Material::Ed25519),
        (ELLIPTIC_CURVE, _) if algorithm.next(Tag::ObjectIdentifier) != Some(P256) => {
            return Err("is a key of another curve, expected P-256".to_owned());
        }
        (ELLIPTIC_CURVE, false) => Some(Material::P256(Halves { public: Some(key.to_vec()), private: None })),
        (ELLIPTIC_CURVE, true) => p256_private(key).map(Material::P256),
        _ => return Err("is a key of another algorithm, expected RSA, P-256 or Ed25519".to_owned()),
    };
    material.ok_or_else(|| "holds a key that is not in the form of its algorithm".to_owned())
}

/// The three structures begin differently: a `SubjectPublicKeyInfo` with an algorithm, a private key with a version, a
/// certificate with the sequence that holds all of its content.
fn unwrap(der: &[u8]) -> Option<Wrapped<'_>> {
    let outer = Walk::whole(der)?;
    let mut walk = outer.clone();
    if walk.next(Tag::Integer).is_some() {
        let algorithm = Walk::new(walk.next(Tag::Sequence)?)?;
        return Some(Wrapped { algorithm, key: walk.next(Tag::OctetString)?, private: true });
    }
    subject_public_key_info(outer.clone()).or_else(|| certificate(outer))
}

fn subject_public_key_info(mut walk: Walk<'_>) -> Option<Wrapped<'_>> {
    let algorithm = Walk::new(walk.next(Tag::Sequence)?)?;
    algorithm.clone().next(Tag::ObjectIdentifier)?;
    let bits = walk.next(Tag::BitString)?;
    // The first byte counts the bits that are missing at the end.
    let key = bits.strip_prefix(&[0])?;
    walk.end()?;
    Some(Wrapped { algorithm, key, private: false })
}

/// Serial number, signature algorithm, issuer, validity and subject come before the key (RFC 5280 section 4.1).
fn certificate(mut walk: Walk<'_>) -> Option<Wrapped<'_>> {
    let mut content = Walk::new(walk.next(Tag::Sequence)?)?;
    let version = Tag::ContextSpecific { constructed: true, number: TagNumber(0) };
    let _ = content.next(version);
    content.next(Tag::Integer)?;
    for _ in 0..4 {
        content.next(Tag::Sequence)?;
    }
    subject_public_key_info(Walk::new(content.next(Tag::Sequence)?)?)
}

/// RFC 8017, appendix A.1.1
fn rsa_public(der: &[u8]) -> Option<Numbers> {
    let mut walk = Walk::whole(der)?;
    let numbers = Numbers { modulus: walk.number()?, exponent: walk.number()?, private: None };
    walk.end()?;
    Some(numbers)
}

/// RFC 8017, appendix A.1.2
fn rsa_private(der: &[u8]) -> Option<Numbers> {
    let mut walk = Walk::whole(der)?;
    walk.next(Tag::Integer)?;
    let (modulus, exponent) = (walk.number()?, walk.number()?);
    let private = PrivateNumbers { exponent: walk.number()?, primes: vec![walk.number()?, walk.number()?] };
    Some(Numbers { modulus, exponent, private: Some(private) })
}

/// RFC 8410, section 7
fn ed25519_private(der: &[u8]) -> Option<Halves> {
    let mut walk = Walk::new(der)?;
    let private = walk.next(Tag::OctetString)?;
    walk.end()?;
    Some(Halves { public: None, private: Some(private.to_vec()) })
}

/// RFC 5915, section 3
fn p256_private(der: &[u8]) -> Option<Halves> {
    let mut walk = Walk::whole(der)?;
    walk.next(Tag::Integer)?;
    let private = walk.next(Tag::OctetString)?.to_vec();
    let field = |number| Tag::ContextSpecific { constructed: true, number: TagNumber(number) };
    let _ = walk.next(field(0));
    let public = match walk.next(field(1)) {
        Some(wrapped) => Some(Walk::new(wrapped)?.next(Tag::BitString)?.strip_prefix(&[0])?.to_vec()),
        None => None,
    };
    Some(Halves { public, private: Some(private) })
}

/// The numbers of an ECDSA signature side by side, 32 bytes each (RFC 3279 section 2.2.3).
pub(super) fn read_signature(der: &[u8]) -> Option<[u8; 64]> {
    let mut walk = Walk::whole(der)?;
    let mut both = [0; 64];
    for half in both.chunks_exact_mut(32) {
        let number = walk.number()?;
        half[32_usize.checked_sub(number.len())?..].copy_from_slice(&number);
    }
    walk.end()?;
    Some(both)
}

/// The same numbers in DER; they are short enough for lengths of one byte.
pub(super) fn write_signature(both: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    for half in both.chunks_exact(32) {
        let zeros = half.iter().take_while(|byte| **byte == 0).count();
        let number = &half[zeros.min(31)..];
        // Without the zero the number would be a negative one.
        let sign = if number[0] < 0x80 { &[][..] } else { &[0] };
        content.extend([2, (sign.len() + number.len()) as u8]);
        content.extend_from_slice(sign);
        content.extend_from_slice(number);
    }
    [&[0x30, content.len() as u8], &content[..]].concat()
}

/// Values one after another.
#[derive(Clone)]
struct Walk<'d>(SliceReader<'d>);

impl<'d> Walk<'d> {
    fn new(der: &'d [u8]) -> Option<Self> {
        SliceReader::new(der).ok().map(Self)
    }

    /// What is in a sequence, after which nothing comes.
    fn whole(der: &'d [u8]) -> Option<Self> {
        let mut walk = Self::new(der)?;
        let content = walk.next(Tag::Sequence)?;
        walk.end()?;
        Self::new(content)
    }

    /// The content of the next value, if it is of this type; otherwise the value is still the next.
    fn next(&mut self, tag: Tag) -> Option<&'d [u8]> {
        let mut reader = self.0.clone();
        let value = AnyRef::decode(&mut reader).ok().filter(|value| value.tag() == tag)?;
        self.0 = reader;
        Some(value.value())
    }

    /// A number that is not negative, without leading zeros.
    fn number(&mut self) -> Option<Vec<u8>> {
        Some(UintRef::decode(&mut self.0).ok()?.as_bytes().to_vec())
    }

    fn end(self) -> Option<()> {
        self.0.is_finished().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_written_as_they_are_read() {
        let rows: &[(&[u8], &[u8], &[u8])] = &[
            // r, s, DER
            (&[1], &[0x7f], &[0x30, 6, 2, 1, 1, 2, 1, 0x7f]),
            (&[0x80], &[0xff], &[0x30, 8, 2, 2, 0, 0x80, 2, 2, 0, 0xff]),
            (&[0x12, 0x34], &[0x80, 0], &[0x30, 9, 2, 2, 0x12, 0x34, 2, 3, 0, 0x80, 0]),
            (&[0], &[0], &[0x30, 6, 2, 1, 0, 2, 1, 0]),
        ];
        for (r, s, der) in rows {
            let mut both = [0; 64];
            both[32 - r.len()..32].copy_from_slice(r);
            both[64 - s.len()..].copy_from_slice(s);
            assert_eq!(write_signature(&both), *der);
            assert_eq!(read_signature(der), Some(both));
        }
        let longest = write_signature(&[0xff; 64]);
        assert_eq!((longest.len(), read_signature(&longest)), (72, Some([0xff; 64])));
    }
}
