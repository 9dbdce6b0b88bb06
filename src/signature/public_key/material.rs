//! What a key consists of, whichever form it came in.

/// The numbers of a key; nothing about them has been checked.
pub(super) enum Material {
    /// The point and the seed.
    Ed25519(Halves),
    /// The point as SEC 1 writes it and the scalar.
    P256(Halves),
    /// The modulus and so on.
    Rsa(Numbers),
}

/// The halves of a key on a curve, at least one of which is there.
#[derive(Default)]
pub(super) struct Halves {
    pub public: Option<Vec<u8>>,
    pub private: Option<Vec<u8>>,
}

/// The numbers of an RSA key, big-endian.
#[derive(Default)]
pub(super) struct Numbers {
    pub modulus: Vec<u8>,
    pub exponent: Vec<u8>,
    pub private: Option<PrivateNumbers>,
}

/// What a private RSA key adds.
#[derive(Default)]
pub(super) struct PrivateNumbers {
    pub exponent: Vec<u8>,
    /// Both or none.
    pub primes: Vec<Vec<u8>>,
}

impl Material {
    /// The refusal of a key that is for another algorithm.
    pub fn unfit(&self, expected: &str) -> String {
        let found = match self {
            Material::Ed25519(_) => "an Ed25519 key",
            Material::P256(_) => "a P-256 key",
            Material::Rsa(_) => "an RSA key",
        };
        format!("is {found}, expected {expected}")
    }
}

/// The refusal of a key whose halves are of different keys.
pub(super) fn halves_differ() -> String {
    "has a public half that does not belong to its private half".to_owned()
}
