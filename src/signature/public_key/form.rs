//! Tells in which form a key is handed in, and reads it.

use base64ct::{Base64, Encoding as _};

use super::material::Material;
use super::{asn1, jwk, pem};

/// The forms that tell themselves apart.
enum Form<'k> {
    Pem(&'k str),
    Jwk(&'k str),
    Der(Vec<u8>),
}

/// Whether a key is in a form that says what it is: PEM, JWK, or DER as it is or in base64.
///
/// Such keys are taken as they are; only others follow the key format of the sender. No hex or base64 of an Ed25519 key
/// is mistaken for one of these forms: base64 counts only when it holds the whole structure of a key or certificate.
pub fn is_published_form(key: &[u8]) -> bool {
    form(key).is_some()
}

/// The numbers of a key, of which `expected` says what it should be.
pub(super) fn read(key: &[u8], expected: &str) -> Result<Material, String> {
    match form(key) {
        Some(Form::Pem(text)) => asn1::read(&pem::decode(text)?),
        Some(Form::Jwk(text)) => jwk::read(text),
        Some(Form::Der(der)) => asn1::read(&der),
        None => Err(format!(
            "is in none of the forms that keys are published in, expected {expected} as PEM (`PUBLIC KEY`, `CERTIFICATE` \
             or `PRIVATE KEY`), as JWK, or as base64 of the DER"
        )),
    }
}

fn form(key: &[u8]) -> Option<Form<'_>> {
    if asn1::is_key(key) {
        return Some(Form::Der(key.to_vec()));
    }
    let text = std::str::from_utf8(key).ok()?;
    if pem::begins(text) {
        return Some(Form::Pem(text));
    }
    if text.trim_ascii_start().starts_with('{') {
        return Some(Form::Jwk(text));
    }
    base64(text).filter(|der| asn1::is_key(der)).map(Form::Der)
}

/// The bytes of base64 that may be broken into lines.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let text: String = text.split_ascii_whitespace().collect();
    Base64::decode_vec(&text).ok()
}
