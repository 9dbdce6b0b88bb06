//! How bytes are written in headers and secrets: hex, base64, base64url, or as they are.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};

#[cfg(feature = "details")]
use crate::data::words;
use crate::packed::packed;

/// A text encoding of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Hexadecimal of either case.
    Hex,
    /// Base64 of RFC 4648 section 4, with padding and without stray bits.
    Base64,
    /// Base64 of RFC 4648 section 5, without padding.
    Base64Url,
    /// The bytes themselves; of secrets one says `raw`.
    #[default]
    Text,
}

packed!(
    enum Encoding {
        Hex,
        Base64,
        Base64Url,
        Text,
    }
);
#[cfg(feature = "details")]
words!(Encoding { Hex: "hex", Base64: "base64", Base64Url: "base64url", Text: "text", Text: "raw" });

impl Encoding {
    /// The bytes that `text` stands for, or `None` when it is not in this encoding or empty.
    pub fn decode(self, text: &[u8]) -> Option<Vec<u8>> {
        let bytes = match self {
            Encoding::Hex => base16ct::mixed::decode_vec(text).ok()?,
            Encoding::Base64 => Base64::decode_vec(std::str::from_utf8(text).ok()?).ok()?,
            Encoding::Base64Url => Base64UrlUnpadded::decode_vec(std::str::from_utf8(text).ok()?).ok()?,
            Encoding::Text => text.to_vec(),
        };
        (!bytes.is_empty()).then_some(bytes)
    }

    /// How `bytes` are written in it.
    pub fn encode(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Encoding::Hex => base16ct::lower::encode_string(bytes).into_bytes(),
            Encoding::Base64 => Base64::encode_string(bytes).into_bytes(),
            Encoding::Base64Url => Base64UrlUnpadded::encode_string(bytes).into_bytes(),
            Encoding::Text => bytes.to_vec(),
        }
    }

    /// What it is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Hex => "hex",
            Encoding::Base64 => "base64",
            Encoding::Base64Url => "base64url",
            Encoding::Text => "text",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_only_the_canonical_form() {
        let rows: &[(Encoding, &str, Option<&[u8]>)] = &[
            (Encoding::Hex, "00ff", Some(&[0, 255])),
            (Encoding::Hex, "00FF", Some(&[0, 255])),
            (Encoding::Hex, "00f", None),
            (Encoding::Hex, "0g", None),
            (Encoding::Hex, " 00", None),
            (Encoding::Hex, "", None),
            (Encoding::Base64, "AP8=", Some(&[0, 255])),
            (Encoding::Base64, "AP8", None),
            (Encoding::Base64, "AP9=", None),
            (Encoding::Base64, "AP8==", None),
            (Encoding::Base64, "_-8=", None),
            (Encoding::Base64Url, "_-8", Some(&[255, 239])),
            (Encoding::Base64Url, "_-8=", None),
            (Encoding::Text, "plain", Some(b"plain")),
            (Encoding::Text, "", None),
        ];
        for (encoding, text, bytes) in rows {
            assert_eq!(encoding.decode(text.as_bytes()).as_deref(), *bytes, "{} {text}", encoding.name());
        }
    }
}
