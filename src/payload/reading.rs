//! What a verified body is read as: JSON, a form, a form's field that holds JSON, or nothing at all.

use std::borrow::Cow;

use crate::code::Code;
use crate::packed::packed;
use crate::payload::form;
use crate::payload::json;

/// A kind of body that a sender sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// JSON.
    Json,
    /// A form, read as an object of strings.
    Form,
    /// A form with a field that holds JSON.
    FormField(String),
    /// The query of the URL, read as an object of strings.
    Query,
    /// Nothing.
    Empty,
    /// Whatever it is, it is not read.
    Opaque,
}

packed!(
    enum BodyKind {
        Json,
        Form,
        FormField(field),
        Query,
        Empty,
        Opaque,
    }
);

impl BodyKind {
    /// Reads what a definition says.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.split_once(':') {
            Some(("form", field)) if !field.is_empty() => Self::FormField(field.to_owned()),
            Some(_) => return None,
            None => match text {
                "json" => Self::Json,
                "form" => Self::Form,
                "query" => Self::Query,
                "empty" => Self::Empty,
                "opaque" => Self::Opaque,
                _ => return None,
            },
        })
    }

    fn fits(&self, body: &[u8], url: Option<&str>) -> bool {
        let first = body.get(json::skip_whitespace(body, 0));
        let braced = matches!(first, Some(b'{' | b'['));
        match self {
            Self::Json => braced,
            Self::Form => !braced && first.is_some(),
            Self::FormField(field) => !braced && form::pairs(body).any(|(name, _)| *name == *field.as_bytes()),
            Self::Query => body.is_empty() && url.is_some_and(|url| !form::query(url).is_empty()),
            Self::Empty => body.is_empty(),
            Self::Opaque => true,
        }
    }
}

/// What the payload of a delivery is. Nothing may look at it before the delivery is verified.
#[derive(Debug)]
pub enum Reading<'d> {
    /// The body as it stands.
    Body,
    /// A text that was made of the body or the query; places in it are no places in the body.
    Made(Cow<'d, [u8]>),
    /// There is no payload.
    Nothing,
    /// It cannot be read.
    Unreadable(Code, &'static str),
}

/// The first kind that fits decides; when none does, the first that is allowed.
pub fn read<'d>(kinds: &[BodyKind], body: &'d [u8], url: Option<&'d str>) -> Reading<'d> {
    let kind = match kinds {
        [BodyKind::Json] => return Reading::Body,
        _ => kinds.iter().find(|kind| kind.fits(body, url)).or(kinds.first()),
    };
    let object = |text: &[u8]| match form::to_json(text) {
        Some(json) => Reading::Made(json.into_bytes().into()),
        None => Reading::Unreadable(Code::PayloadUtf8, "a name or value of the form is not UTF-8"),
    };
    match kind {
        None | Some(BodyKind::Json) => Reading::Body,
        Some(BodyKind::Empty | BodyKind::Opaque) => Reading::Nothing,
        Some(BodyKind::Query) => object(url.map_or(b"", form::query)),
        Some(BodyKind::Form) => match body.is_empty() {
            true => Reading::Unreadable(Code::PayloadEmpty, "the body is empty, expected a form"),
            false => object(body),
        },
        // Of equal names the last counts, as it does in JSON.
        Some(BodyKind::FormField(field)) => {
            match form::pairs(body).filter(|(name, _)| **name == *field.as_bytes()).last() {
                Some((_, value)) => Reading::Made(value),
                None => Reading::Unreadable(Code::PayloadSyntax, "the form lacks the field that holds the payload"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(kinds: &[&str], body: &str, url: Option<&str>) -> String {
        let kinds: Vec<_> = kinds.iter().map(|kind| BodyKind::parse(kind).unwrap()).collect();
        match read(&kinds, body.as_bytes(), url) {
            Reading::Body => "body".to_owned(),
            Reading::Made(text) => String::from_utf8(text.into_owned()).unwrap(),
            Reading::Nothing => "nothing".to_owned(),
            Reading::Unreadable(code, _) => code.as_str().to_owned(),
        }
    }

    #[test]
    fn the_first_kind_that_fits_decides() {
        let rows: &[(&[&str], &str, Option<&str>, &str)] = &[
            (&["json"], "a=1", None, "body"),
            (&["json", "form"], " {\"a\":1}", None, "body"),
            (&["json", "form"], "a=1", None, r#"{"a":"1"}"#),
            (&["json", "form"], "", None, "body"),
            (&["form"], "", None, "payload.empty"),
            (&["form"], "a=%FF", None, "payload.utf8"),
            (&["json", "form:payload", "form"], "x=1&payload=%7B%7D", None, "{}"),
            (&["json", "form:payload", "form"], "x=1", None, r#"{"x":"1"}"#),
            (&["form:payload"], "x=1", None, "payload.syntax"),
            (&["json", "query"], "", Some("https://h/?a=1"), r#"{"a":"1"}"#),
            (&["json", "empty"], "", Some("https://h/"), "nothing"),
            (&["opaque"], "<xml/>", None, "nothing"),
        ];
        for (kinds, body, url, expected) in rows {
            assert_eq!(read_as(kinds, body, *url), *expected, "{kinds:?} {body}");
        }
        assert_eq!(BodyKind::parse("form:"), None);
        assert_eq!(BodyKind::parse("xml"), None);
    }
}
