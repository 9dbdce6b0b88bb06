//! The layouts of signature headers: from a header value to candidates and named parts.

use crate::code::Code;
use crate::packed::packed;
use crate::signature::encoding::Encoding;

/// How the value of a signature header is laid out.
#[derive(Clone, Debug)]
pub enum Layout {
    /// The signature alone.
    Bare,
    /// A fixed text, then the signature.
    Prefix {
        /// The fixed text.
        text: Box<[u8]>,
        /// Whether its letters may be of either case.
        ignore_case: bool,
    },
    /// Named parts, some of which are signatures.
    Pairs {
        /// Between parts.
        separator: Box<[u8]>,
        /// Between name and value.
        assign: Box<[u8]>,
        /// Name of the parts that are signatures.
        signature: Box<[u8]>,
    },
    /// Tagged signatures.
    List {
        /// Between signatures.
        separator: Box<[u8]>,
        /// Before each signature that counts.
        tag: Box<[u8]>,
    },
}

packed!(enum Layout {
    Bare,
    Prefix { text, ignore_case },
    Pairs { separator, assign, signature },
    List { separator, tag },
});

/// A header value taken apart: slices of it, nothing decoded yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts<'h> {
    /// The texts that claim to be signatures, in order.
    pub candidates: Vec<&'h [u8]>,
    /// Named parts that are no signatures.
    pub named: Vec<(&'h [u8], &'h [u8])>,
}

impl<'h> Parts<'h> {
    /// The value of a named part; `Err` when it stands several times.
    pub fn named(&self, name: &[u8]) -> Result<Option<&'h [u8]>, Code> {
        let mut values = self.named.iter().filter(|(part, _)| *part == name).map(|(_, value)| *value);
        match (values.next(), values.next()) {
            (value, None) => Ok(value),
            _ => Err(Code::SignatureDuplicated),
        }
    }
}

impl Layout {
    /// Takes a value apart. With `combined` it is a header's, which may be several lines of one name joined by `, `.
    ///
    /// # Errors
    /// `signature.malformed` when the value is not laid out like this, `signature.duplicated` when it is two values
    /// that were combined, `signature.unsupported` when all it holds is of other versions.
    pub fn split<'h>(&self, value: &'h [u8], combined: bool) -> Result<Parts<'h>, Code> {
        match self {
            Layout::Bare => Self::single(value, combined),
            Layout::Prefix { text, ignore_case } => {
                let head = value.get(..text.len()).ok_or(Code::SignatureMalformed)?;
                let fits = if *ignore_case { head.eq_ignore_ascii_case(text) } else { head == &**text };
                if !fits {
                    return Err(Code::SignatureMalformed);
                }
                Self::single(&value[text.len()..], combined)
            }
            Layout::Pairs { separator, assign, signature } => Self::pairs(value, separator, assign, signature),
            Layout::List { separator, tag } => Self::list(value, separator, tag),
        }
    }

    /// One signature; no encoding contains what combined header lines are joined by.
    fn single(value: &[u8], combined: bool) -> Result<Parts<'_>, Code> {
        if combined && value.windows(2).any(|pair| pair == b", ") {
            return Err(Code::SignatureDuplicated);
        }
        Ok(Parts { candidates: vec![value], named: Vec::new() })
    }

    fn pairs<'h>(value: &'h [u8], separator: &[u8], assign: &[u8], signature: &[u8]) -> Result<Parts<'h>, Code> {
        let mut parts = Parts::default();
        for part in split(value, separator) {
            let part = part.trim_ascii();
            let at = find(part, assign).ok_or(Code::SignatureMalformed)?;
            let (name, value) = (&part[..at], &part[at + assign.len()..]);
            if name == signature {
                parts.candidates.push(value);
            } else {
                parts.named.push((name, value));
            }
        }
        Ok(parts)
    }

    fn list<'h>(value: &'h [u8], separator: &[u8], tag: &[u8]) -> Result<Parts<'h>, Code> {
        let mut parts = Parts::default();
        let mut others = false;
        // A blank stands for any run of blanks.
        let blank = separator == b" ";
        let ends = move |byte: &u8| blank && byte.is_ascii_whitespace();
        let entries = split(value, separator).flat_map(|entry| entry.split(ends)).map(<[u8]>::trim_ascii);
        for entry in entries.filter(|entry| !entry.is_empty()) {
            match entry.strip_prefix(tag) {
                Some(candidate) => parts.candidates.push(candidate),
                None => others = true,
            }
        }
        match (parts.candidates.is_empty(), others) {
            (false, _) => Ok(parts),
            (true, true) => Err(Code::SignatureUnsupported),
            (true, false) => Err(Code::SignatureMalformed),
        }
    }

    /// A value of this layout, with these named parts before the signature.
    pub fn join(&self, named: &[(String, Vec<u8>)], signature: &[u8]) -> Vec<u8> {
        match self {
            Layout::Bare => signature.to_vec(),
            Layout::Prefix { text, .. } => [text, signature].concat(),
            Layout::Pairs { separator, assign, signature: name } => {
                let mut pairs: Vec<_> =
                    named.iter().map(|(name, value)| [name.as_bytes(), assign, value].concat()).collect();
                pairs.push([name, assign, signature].concat());
                pairs.join(&separator[..])
            }
            Layout::List { tag, .. } => [tag, signature].concat(),
        }
    }

    /// The form of a value in the words of a message; `width` is the length of its signatures in bytes.
    pub fn form(&self, encoding: Encoding, width: Option<usize>, token: bool) -> String {
        if !cfg!(feature = "details") {
            return String::new();
        }
        let value = match (encoding, width) {
            _ if token => "<signed token>".to_owned(),
            (Encoding::Hex, Some(width)) => say!("<{} hex digits>", width * 2),
            (Encoding::Text, _) => "<token>".to_owned(),
            (encoding, _) => say!("<{}>", encoding.name()),
        };
        self.describe(&value)
    }

    /// The form in the words of a message, where `value` stands for the signature: `` `sha256=<hex>` ``.
    fn describe(&self, value: &str) -> String {
        match self {
            Layout::Bare => say!("`{value}`"),
            Layout::Prefix { text, .. } => say!("`{}{value}`", String::from_utf8_lossy(text)),
            Layout::Pairs { assign, signature, .. } => {
                let (assign, signature) = (String::from_utf8_lossy(assign), String::from_utf8_lossy(signature));
                say!("named parts with `{signature}{assign}{value}`")
            }
            Layout::List { tag, .. } => say!("`{}{value}`", String::from_utf8_lossy(tag)),
        }
    }
}

fn split<'h>(value: &'h [u8], separator: &[u8]) -> impl Iterator<Item = &'h [u8]> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, after) = match find(text, separator) {
            Some(at) => (&text[..at], Some(&text[at + separator.len()..])),
            None => (text, None),
        };
        rest = after;
        Some(part)
    })
}

fn find(text: &[u8], pattern: &[u8]) -> Option<usize> {
    text.windows(pattern.len()).position(|window| window == pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs() -> Layout {
        Layout::Pairs { separator: (*b",").into(), assign: (*b"=").into(), signature: (*b"v1").into() }
    }

    fn list() -> Layout {
        Layout::List { separator: (*b" ").into(), tag: (*b"v1,").into() }
    }

    fn candidates(layout: &Layout, value: &str) -> Result<Vec<String>, Code> {
        let parts = layout.split(value.as_bytes(), true)?;
        Ok(parts.candidates.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect())
    }

    #[test]
    fn takes_values_apart() {
        let token = Layout::Prefix { text: (*b"Token ").into(), ignore_case: true };
        let sha256 = Layout::Prefix { text: (*b"sha256=").into(), ignore_case: false };
        type Row<'r> = (&'r Layout, &'r str, Result<&'r [&'r str], Code>);
        let rows: &[Row<'_>] = &[
            (&Layout::Bare, "ab", Ok(&["ab"])),
            (&Layout::Bare, "ab, cd", Err(Code::SignatureDuplicated)),
            (&token, "tOKEN abc", Ok(&["abc"])),
            (&token, "Token  abc", Ok(&[" abc"])),
            (&token, "Bearer abc", Err(Code::SignatureMalformed)),
            (&token, "Tok", Err(Code::SignatureMalformed)),
            (&sha256, "SHA256=ab", Err(Code::SignatureMalformed)),
            (&sha256, "sha256=ab, sha256=cd", Err(Code::SignatureDuplicated)),
            (&pairs(), "t=1,v1=ab,v1=cd,v0=ef", Ok(&["ab", "cd"])),
            (&pairs(), "t=1, v1=ab", Ok(&["ab"])),
            (&pairs(), "t=1,v0=ab", Ok(&[])),
            (&pairs(), "t=1,,v1=ab", Err(Code::SignatureMalformed)),
            (&pairs(), "junk", Err(Code::SignatureMalformed)),
            (&list(), "v1,ab v1a,xx v1,cd", Ok(&["ab", "cd"])),
            (&list(), "v2,ab", Err(Code::SignatureUnsupported)),
        ];
        for (layout, value, expected) in rows {
            let found = candidates(layout, value);
            assert_eq!(found, expected.map(|texts| texts.iter().map(|&text| text.to_owned()).collect()), "{value}");
        }
    }

    #[test]
    fn a_part_that_stands_twice_is_refused() {
        let layout = pairs();
        let parts = layout.split(b"t=1,t=2,v1=ab", true).unwrap();
        assert_eq!(parts.named(b"t"), Err(Code::SignatureDuplicated));
        assert_eq!(parts.named(b"n"), Ok(None));
    }
}
