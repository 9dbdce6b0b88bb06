//! Signed tokens (JWT, RFC 7519): taken apart here, verified like any other content.

use std::borrow::Cow;

use crate::payload::json;
use crate::payload::scan::DEEPEST;
use crate::signature::encoding::Encoding;
use crate::signature::source;

/// A token taken apart; nothing in it is verified.
#[derive(Debug)]
pub struct Token<'t> {
    /// What is signed: both parts as they stand, with the dot between.
    pub content: &'t [u8],
    /// The header's JSON.
    pub header: Vec<u8>,
    /// The claims' JSON.
    pub claims: Vec<u8>,
    /// The signature's bytes.
    pub signature: Vec<u8>,
}

impl<'t> Token<'t> {
    /// Takes a token in compact form apart; `None` when it is none.
    pub fn parse(text: &'t [u8]) -> Option<Self> {
        let dot = |from: usize| text[from..].iter().position(|&byte| byte == b'.').map(|at| from + at);
        let first = dot(0)?;
        let second = dot(first + 1)?;
        let object = |part: &[u8]| {
            let json = Encoding::Base64Url.decode(part)?;
            let start = json::skip_whitespace(&json, 0);
            let end = json::value_end(&json, start, DEEPEST).ok()?;
            let whole = json.get(start) == Some(&b'{') && json::skip_whitespace(&json, end) == json.len();
            whole.then_some(json)
        };
        let header = object(&text[..first])?;
        let claims = object(&text[first + 1..second])?;
        // An unsigned token is whole too, but of an algorithm that no sender uses.
        let signature = match &text[second + 1..] {
            [] => Vec::new(),
            text => Encoding::Base64Url.decode(text)?,
        };
        Some(Self { content: &text[..second], header, claims, signature })
    }

    /// The algorithm that the header names.
    pub fn algorithm(&self) -> Option<Cow<'_, [u8]>> {
        source::find(&self.header, "/alg")
    }
}

/// The row of the algorithm table for a token's `alg`.
pub fn algorithm_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "HS256" => "hmac-sha256",
        "HS384" => "hmac-sha384",
        "HS512" => "hmac-sha512",
        "ES256" => "ecdsa-p256-sha256-raw",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_tokens_are_taken_apart() {
        let part = |text: &str| String::from_utf8(Encoding::Base64Url.encode(text.as_bytes())).unwrap();
        let (header, claims) = (part(r#"{"alg":"HS256"}"#), part(r#"{"iat":1}"#));
        let text = format!("{header}.{claims}.AAAA");
        let token = Token::parse(text.as_bytes()).unwrap();
        assert_eq!(token.algorithm().as_deref(), Some(&b"HS256"[..]));
        assert_eq!(
            (token.signature.as_slice(), token.content),
            (&[0, 0, 0][..], format!("{header}.{claims}").as_bytes())
        );
        for text in [
            String::new(),
            header.clone(),
            format!("{header}.{claims}"),
            format!("{header}.{claims}.AAAA.AAAA"),
            format!("{header}.{claims}.AAA="),
            format!("{header}.{}.AAAA", part("[1]")),
            format!("{header}.{}.AAAA", part("{}x")),
            format!("{}.{claims}.AAAA", part("{")),
        ] {
            assert!(Token::parse(text.as_bytes()).is_none(), "{text}");
        }
    }
}
