//! Keys as JSON (RFC 7517): the numbers of an EC, OKP or RSA key, and its id.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::material::{Halves, Material, Numbers, PrivateNumbers};
use crate::data::{self, Misfit, Node, Read};

/// The members that are read; others say nothing about the key's numbers.
const NAMES: [&str; 10] = ["kty", "crv", "x", "y", "n", "e", "d", "p", "q", "kid"];

/// The members of a JWK by their place in [`NAMES`].
struct Jwk {
    members: [Option<String>; NAMES.len()],
    is_set: bool,
}

impl Read for Jwk {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let mut jwk = Jwk { members: Default::default(), is_set: false };
        for (name, value) in node.entries()? {
            let found = name.string()?;
            jwk.is_set |= found == "keys";
            if let Some(place) = NAMES.iter().position(|name| *name == found) {
                let text = value.string()?.into_owned();
                if jwk.members[place].replace(text).is_some() {
                    return Err(name.misfit(format!("the member `{}` stands twice", NAMES[place])));
                }
            }
        }
        Ok(jwk)
    }
}

impl Jwk {
    fn text(&self, name: &str) -> Option<&str> {
        let place = NAMES.iter().position(|known| *known == name)?;
        self.members[place].as_deref()
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        let text = self.text(name).ok_or_else(|| format!("is a JWK without the member `{name}`"))?;
        let bytes = Base64UrlUnpadded::decode_vec(text);
        bytes.map_err(|_| format!("is a JWK whose member `{name}` is not base64url without padding"))
    }

    fn optional(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        self.text(name).map(|_| self.bytes(name)).transpose()
    }

    /// A coordinate or scalar, which has the length of the field (RFC 7518 section 6.2).
    fn field(&self, name: &str) -> Result<Vec<u8>, String> {
        match self.bytes(name)? {
            bytes if bytes.len() == 32 => Ok(bytes),
            bytes => Err(format!("is a JWK whose member `{name}` is {} bytes long, expected 32", bytes.len())),
        }
    }
}

/// The numbers of the key.
pub(super) fn read(text: &str) -> Result<Material, String> {
    let jwk: Jwk = data::read(text).map_err(|error| format!("is not a JWK: {error}"))?;
    let private = || jwk.text("d").map(|_| jwk.field("d")).transpose();
    match (jwk.text("kty"), jwk.text("crv")) {
        (Some("OKP"), Some("Ed25519")) => {
            Ok(Material::Ed25519(Halves { public: Some(jwk.field("x")?), private: private()? }))
        }
        (Some("EC"), Some("P-256")) => {
            let point = [&[4], &jwk.field("x")?[..], &jwk.field("y")?[..]].concat();
            Ok(Material::P256(Halves { public: Some(point), private: private()? }))
        }
        (Some("RSA"), _) => {
            let private = match jwk.optional("d")? {
                None => None,
                Some(exponent) => {
                    let primes = [jwk.optional("p")?, jwk.optional("q")?].into_iter().flatten().collect();
                    Some(PrivateNumbers { exponent, primes })
                }
            };
            Ok(Material::Rsa(Numbers { modulus: jwk.bytes("n")?, exponent: jwk.bytes("e")?, private }))
        }
        (Some("EC" | "OKP"), _) => Err("is a JWK of another curve, expected `P-256` or `Ed25519`".to_owned()),
        (Some(_), _) => Err("is a JWK of another type, expected `EC`, `OKP` or `RSA`".to_owned()),
        (None, _) if jwk.is_set => Err("is a set of JWKs, expected one of its keys".to_owned()),
        (None, _) => Err("is a JWK without the member `kty`".to_owned()),
    }
}
