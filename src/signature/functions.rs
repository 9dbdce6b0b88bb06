//! The functions of content templates: what turns a received value into the text that the sender signed.

use std::borrow::Cow;

use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::packed::{packed, packed_as};
use crate::payload::form::{self, Pair};
#[cfg(feature = "details")]
use crate::signature::algorithm::Kind;
use crate::signature::algorithm::{self, Key};
use crate::signature::encoding::Encoding;
use crate::sort::sort_by;

/// What a template expression holds on its way through the functions.
#[derive(Debug)]
pub enum Value<'v> {
    /// An optional value that the delivery does not have.
    Absent,
    /// Bytes.
    Bytes(Cow<'v, [u8]>),
    /// The parameters of a form or query.
    Pairs(Vec<Pair<'v>>),
}

/// One function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Function {
    /// The digest's bytes.
    Sha1,
    /// The digest's bytes.
    Sha256,
    /// Lower-case hexadecimal.
    Hex,
    /// With padding.
    Base64,
    /// Without padding.
    Base64Url,
    /// The checksum as a decimal number.
    Crc32,
    /// Leaves out the pairs of a name.
    Drop(Box<[u8]>),
    /// By name, then by value, bytewise.
    Sort,
    /// Of equal neighbours keeps one.
    Uniq,
    /// `&` and `=` in values become `_`.
    Underscore,
    /// Name and value after each other, without anything between.
    Concat,
    /// `&name=value` of each pair, nothing encoded.
    Join,
    /// As a form.
    UrlEncode,
    /// A line with this name, then one with the value.
    Row(Box<[u8]>),
    /// Decodes the percent-escapes of these characters.
    Decode(Box<[u8]>),
    /// As a JSON string with its quotation marks.
    Json,
    /// The MAC's bytes under the key that is at hand.
    Hmac(&'static str),
}

packed!(
    enum Function {
        Sha1,
        Sha256,
        Hex,
        Base64,
        Base64Url,
        Crc32,
        Drop(name),
        Sort,
        Uniq,
        Underscore,
        Concat,
        Join,
        UrlEncode,
        Row(name),
        Decode(characters),
        Json,
        Hmac(id),
    }
);
// The name of an algorithm.
packed_as!(&'static str: |id| (*id).to_owned(), |from| algorithm::find(from.text()).map_or("", |row| row.id));

impl Function {
    /// Reads `name` or `name=argument`.
    #[cfg(feature = "details")]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, argument) = text.split_once('=').map_or((text, None), |(name, argument)| (name, Some(argument)));
        let argument = argument.map(|argument| argument.as_bytes().into());
        Some(match (name, argument) {
            ("sha1", None) => Self::Sha1,
            ("sha256", None) => Self::Sha256,
            ("hex", None) => Self::Hex,
            ("base64", None) => Self::Base64,
            ("base64url", None) => Self::Base64Url,
            ("crc32", None) => Self::Crc32,
            ("drop", Some(name)) => Self::Drop(name),
            ("sort", None) => Self::Sort,
            ("uniq", None) => Self::Uniq,
            ("underscore", None) => Self::Underscore,
            ("concat", None) => Self::Concat,
            ("join", None) => Self::Join,
            ("urlencode", None) => Self::UrlEncode,
            ("row", Some(name)) => Self::Row(name),
            ("decode", Some(characters)) => Self::Decode(characters),
            ("json", None) => Self::Json,
            (mac, None) => Self::Hmac(algorithm::find(mac).filter(|row| row.kind == Kind::Mac)?.id),
            _ => return None,
        })
    }

    /// Whether it takes pairs, and whether it gives them.
    #[cfg(feature = "details")]
    pub fn shape(&self) -> (bool, bool) {
        match self {
            Self::Drop(_) | Self::Sort | Self::Uniq | Self::Underscore => (true, true),
            Self::Concat | Self::Join | Self::UrlEncode => (true, false),
            _ => (false, false),
        }
    }

    /// Whether different values may give the same text, so that the text does not vouch for the value.
    pub fn lossy(&self) -> bool {
        matches!(self, Self::Crc32 | Self::Decode(_) | Self::Json)
    }

    /// Applies it. A shape that does not fit was refused when the template was parsed.
    pub fn apply<'v>(&self, value: Value<'v>, key: Option<&dyn Key>) -> Value<'v> {
        match value {
            Value::Absent => Value::Absent,
            Value::Bytes(bytes) => Value::Bytes(self.bytes(&bytes, key).into()),
            Value::Pairs(pairs) => self.pairs(pairs),
        }
    }

    fn bytes(&self, bytes: &[u8], key: Option<&dyn Key>) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(bytes).to_vec(),
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Hex => Encoding::Hex.encode(bytes),
            Self::Base64 => Encoding::Base64.encode(bytes),
            Self::Base64Url => Encoding::Base64Url.encode(bytes),
            Self::Crc32 => crc32(bytes).to_string().into_bytes(),
            Self::Row(name) => [name, &b"\n"[..], bytes, b"\n"].concat(),
            Self::Decode(characters) => decode(bytes, characters),
            Self::Json => {
                let mut json = String::new();
                form::quote(&String::from_utf8_lossy(bytes), &mut json);
                json.into_bytes()
            }
            Self::Hmac(_) => key.and_then(|key| key.sign(&[bytes])).unwrap_or_default(),
            _ => bytes.to_vec(),
        }
    }

    fn pairs<'v>(&self, mut pairs: Vec<Pair<'v>>) -> Value<'v> {
        let mut text = Vec::new();
        match self {
            Self::Drop(dropped) => pairs.retain(|(name, _)| **name != **dropped),
            Self::Sort => sort_by(&mut pairs, &mut |left, right| left.cmp(right)),
            Self::Uniq => pairs.dedup(),
            Self::Underscore => {
                for byte in pairs.iter_mut().flat_map(|(_, value)| value.to_mut()) {
                    if matches!(byte, b'&' | b'=') {
                        *byte = b'_';
                    }
                }
            }
            Self::Join => {
                for (name, value) in &pairs {
                    text.extend([&b"&"[..], name, b"=", value].concat());
                }
                return Value::Bytes(text.into());
            }
            Self::UrlEncode => {
                for (name, value) in &pairs {
                    if !text.is_empty() {
                        text.push(b'&');
                    }
                    form::encode(name, &mut text);
                    text.push(b'=');
                    form::encode(value, &mut text);
                }
                return Value::Bytes(text.into());
            }
            _ => {
                for (name, value) in &pairs {
                    text.extend_from_slice(name);
                    text.extend_from_slice(value);
                }
                return Value::Bytes(text.into());
            }
        }
        Value::Pairs(pairs)
    }
}

fn decode(text: &[u8], characters: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let escape = (text[at] == b'%').then(|| form::escaped(&text[at + 1..])).flatten();
        match escape.filter(|byte| characters.contains(byte)) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(text[at]);
                at += 1;
            }
        }
    }
    decoded
}

/// The checksum of ISO 3309, as gzip and PNG use it. Bit by bit, since it is computed once for a delivery of one
/// sender, and a table would weigh more than the rest of this file.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, functions: &[&str]) -> String {
        let mut value = match Function::parse(functions[0]).unwrap().shape().0 {
            true => Value::Pairs(form::pairs(text.as_bytes()).collect()),
            false => Value::Bytes(text.as_bytes().into()),
        };
        for function in functions {
            value = Function::parse(function).unwrap().apply(value, None);
        }
        match value {
            Value::Bytes(bytes) => String::from_utf8(bytes.into_owned()).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_function_gives_what_its_name_says() {
        let rows: &[(&str, &[&str], &str)] = &[
            ("123456789", &["crc32"], "3421780262"),
            ("abc", &["sha1", "hex"], "a9993e364706816aba3e25717850c26c9cd0d89d"),
            ("abc", &["sha256", "base64"], "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
            ("abc", &["sha256", "base64url"], "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"),
            ("b=2&a=x&a=1&a=1", &["sort", "uniq", "concat"], "a1axb2"),
            ("sig=0&b=p%26q%3Dr&a=", &["drop=sig", "sort", "underscore", "join"], "&a=&b=p_q_r"),
            ("b=p%26+q&a=%C3%A4", &["sort", "urlencode"], "a=%C3%A4&b=p%26+q"),
            ("v", &["row=Name"], "Name\nv\n"),
            ("a%3Ab%2fc%20%", &["decode=:/"], "a:b/c%20%"),
            ("a\"\\\n", &["json"], r#""a\"\\\u000a""#),
        ];
        for (text, functions, expected) in rows {
            assert_eq!(of(text, functions), *expected, "{functions:?}");
        }
        for text in ["sha512", "drop", "sort=x", "hmac-none", "static", ""] {
            assert_eq!(Function::parse(text), None, "{text}");
        }
    }
}
