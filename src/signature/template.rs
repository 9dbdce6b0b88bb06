//! Templates: parsed once into segments, so that no value is ever searched for placeholders.

use std::borrow::Cow;

use crate::packed::packed;
use crate::report::{Authenticated, Problem};
use crate::signature::algorithm::Key;
use crate::signature::blank::Values;
use crate::signature::functions::{Function, Value};
#[cfg(feature = "details")]
use crate::signature::shown::Piece;
use crate::signature::source::{Place, Received, Source};

/// A text with placeholders, as a sequence of segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    segments: Vec<Segment>,
}

/// One stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    /// Fixed text.
    Literal(Box<[u8]>),
    /// A value of the delivery and what is made of it.
    Value(Source, Box<[Function]>),
}

packed!(Template { segments });
packed!(
    enum Segment {
        Literal(text),
        Value(source, functions),
    }
);

impl Template {
    /// Parses a template such as `v0:{ts}:{body|sha256|hex}`; `{{` and `}}` are braces.
    ///
    /// # Errors
    /// A sentence that names the placeholder or the byte at which the text is wrong.
    #[cfg(feature = "details")]
    pub fn parse(text: &str, parameter: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        let mut segments = Vec::new();
        let mut literal = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(['{', '}']) {
            literal.extend_from_slice(&rest.as_bytes()[..open]);
            rest = &rest[open..];
            if rest.starts_with("{{") || rest.starts_with("}}") {
                literal.push(rest.as_bytes()[0]);
                rest = &rest[2..];
                continue;
            }
            let at = text.len() - rest.len();
            let close = rest.find('}').filter(|_| rest.starts_with('{'));
            let close = close.ok_or_else(|| say!("unpaired brace at byte {at} of template `{text}`"))?;
            let wrong = |error: String| say!("{error}; in `{}` at byte {at} of template `{text}`", &rest[..=close]);
            if !literal.is_empty() {
                segments.push(Segment::Literal(std::mem::take(&mut literal).into()));
            }
            segments.push(expression(&rest[1..close], parameter).map_err(wrong)?);
            rest = &rest[close + 1..];
        }
        literal.extend_from_slice(rest.as_bytes());
        if !literal.is_empty() {
            segments.push(Segment::Literal(literal.into()));
        }
        Ok(Self { segments })
    }

    /// Fills its blanks.
    ///
    /// # Errors
    /// A sentence about a text that comes out.
    pub fn complete(&mut self, values: &Values) -> Result<(), String> {
        self.segments.iter_mut().try_for_each(|segment| match segment {
            Segment::Literal(_) => Ok(()),
            Segment::Value(source, _) => source.fill(values),
        })
    }

    /// Whether it stands for nothing.
    #[cfg(feature = "details")]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The values of the delivery that stand in it.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Literal(_) => None,
            Segment::Value(source, _) => Some(source),
        })
    }

    /// Whether a value from this place stands in it.
    pub fn has(&self, place: &Place) -> bool {
        self.sources().any(|source| source.place == *place)
    }

    /// Whether a value from this place stands at its front.
    pub fn begins_with(&self, place: &Place) -> bool {
        matches!(self.segments.first(), Some(Segment::Value(source, _)) if source.place == *place)
    }

    /// Whether it holds the parameter of this name among all of a form's, or of a query's.
    pub fn has_among(&self, all: &Place, name: &str) -> bool {
        self.segments.iter().any(|segment| match segment {
            Segment::Literal(_) => false,
            Segment::Value(source, functions) => {
                source.place == *all && !functions.contains(&Function::Drop(name.as_bytes().into()))
            }
        })
    }

    /// The algorithm of the MACs that it computes, which need a key.
    pub fn macs(&self) -> Option<&'static str> {
        let functions = self.segments.iter().flat_map(|segment| match segment {
            Segment::Literal(_) => &[][..],
            Segment::Value(_, functions) => functions,
        });
        functions.into_iter().find_map(|function| match function {
            Function::Hmac(id) => Some(*id),
            _ => None,
        })
    }

    /// What it vouches for when it is signed: the whole body, or no more than some fields of it.
    pub fn covers(&self) -> Authenticated {
        let whole = self.segments.iter().any(|segment| match segment {
            Segment::Literal(_) => false,
            Segment::Value(source, functions) => source.place == Place::Body && !functions.iter().any(Function::lossy),
        });
        if whole { Authenticated::Body } else { Authenticated::Partial }
    }

    /// The text for one delivery, in pieces to feed to a MAC in order.
    ///
    /// # Errors
    /// The problem of a value that is missing or cannot be read.
    pub fn fill<'v>(&'v self, received: &Received<'v>, key: Option<&dyn Key>) -> Result<Vec<Cow<'v, [u8]>>, Problem> {
        let mut pieces = Vec::with_capacity(self.segments.len());
        for segment in &self.segments {
            pieces.push(match segment {
                Segment::Literal(text) => Cow::Borrowed(&**text),
                Segment::Value(source, functions) => made(source, functions, received, key)?,
            });
        }
        Ok(pieces)
    }

    /// The same with the name of each piece, and without those that a secret goes into.
    ///
    /// # Errors
    /// As for [`fill`](Self::fill).
    #[cfg(feature = "details")]
    pub fn shown(&self, received: &Received<'_>) -> Result<Vec<Piece>, Problem> {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => Ok(Piece::of(None, Some(Cow::Borrowed(text)))),
            Segment::Value(source, functions) => {
                let keyed = functions.iter().any(|function| matches!(function, Function::Hmac(_)));
                let text = match keyed || source.place == Place::Secret {
                    true => None,
                    false => Some(made(source, functions, received, None)?),
                };
                Ok(Piece::of(Some(source.place.name()), text))
            }
        };
        self.segments.iter().map(piece).collect()
    }
}

/// A value of the delivery and what is made of it.
fn made<'v>(
    source: &'v Source,
    functions: &[Function],
    received: &Received<'v>,
    key: Option<&dyn Key>,
) -> Result<Cow<'v, [u8]>, Problem> {
    let mut value = received.value(source)?;
    for function in functions {
        value = function.apply(value, key);
    }
    Ok(match value {
        Value::Bytes(bytes) => bytes,
        Value::Absent | Value::Pairs(_) => Cow::Borrowed(&b""[..]),
    })
}

#[cfg(feature = "details")]
fn expression(text: &str, parameter: &dyn Fn(&str) -> Option<String>) -> Result<Segment, String> {
    let mut pieces = text.split('|');
    let source = Source::parse(pieces.next().unwrap_or_default(), parameter)?;
    let mut pairs = matches!(source.place, Place::AllFields | Place::AllQuery);
    let mut functions = Vec::new();
    for piece in pieces {
        let function = Function::parse(piece).ok_or_else(|| say!("unknown function `{piece}`"))?;
        let (takes, gives) = function.shape();
        if takes != pairs {
            let (found, expected) = if pairs { ("parameters", "text") } else { ("text", "parameters") };
            return Err(say!("`{piece}` gets {found}, expected {expected}"));
        }
        pairs = gives;
        functions.push(function);
    }
    match pairs {
        true => Err("parameters remain, expected concat, join or urlencode at the end".to_owned()),
        false => Ok(Segment::Value(source, functions.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::Delivery;
    use crate::limits::Limits;

    fn parse(text: &str) -> Result<Template, String> {
        Template::parse(text, &|name| (name == "hook").then(|| "{body}".to_owned()))
    }

    fn fill(text: &str, body: &str) -> Result<String, Problem> {
        let (template, limits) = (parse(text).unwrap(), Limits::default());
        let delivery = Delivery { url: Some("https://h/?a=1"), body: body.as_bytes(), ..Delivery::default() };
        let received = Received { timestamp: Some(b"{body}"), id: Some(b"a.b"), ..Received::new(&delivery, &limits) };
        let pieces = template.fill(&received, None)?;
        Ok(String::from_utf8(pieces.concat()).unwrap())
    }

    #[test]
    fn values_are_never_read_as_placeholders() {
        assert_eq!(fill("v0:{ts}:{id}.{body}{param:hook}", "$& {ts}").unwrap(), "v0:{body}:a.b.$& {ts}{body}");
        assert_eq!(fill("{{{json:/a}}}", r#"{"a":"}"}"#).unwrap(), "{}}");
    }

    #[test]
    fn absent_values_end_it_unless_they_are_optional() {
        assert_eq!(fill("<{json:/a?|row=A}{json:/b?}>", r#"{"a":1.0,"b":null}"#).unwrap(), "<A\n1.0\n>");
        let problem = fill("{json:/a}", "{}").unwrap_err();
        assert_eq!(problem.message, "member `/a` of the body, which is signed, is missing");
        assert_eq!(fill("{query:a}", "").unwrap(), "1");
    }

    #[test]
    fn says_where_a_template_is_wrong() {
        for (text, part) in [
            ("{timestamp}.{body}", "unknown source `timestamp`"),
            ("x{query:a|none}", "unknown function `none`; in `{query:a|none}` at byte 1"),
            ("{form|sort}", "parameters remain"),
            ("{form|hex}", "`hex` gets parameters, expected text"),
            ("{body|sort}", "`sort` gets text, expected parameters"),
            ("{param:none}", "`none` is no parameter"),
            ("{json:a}", "is not a JSON Pointer"),
            ("{ts}.{bod", "unpaired brace at byte 5"),
            ("a}b", "unpaired brace at byte 1"),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn the_whole_body_is_covered_only_by_the_whole_body() {
        for (text, covers) in [
            ("{ts}.{body|sha256|hex}", Authenticated::Body),
            // The same fields can be written in other bytes, and some moved into others.
            ("{url}{form|sort|uniq|concat}", Authenticated::Partial),
            ("{form|drop=sig|sort|join}", Authenticated::Partial),
            ("{json:/a}", Authenticated::Partial),
            ("{body|crc32}", Authenticated::Partial),
        ] {
            assert_eq!(parse(text).unwrap().covers(), covers, "{text}");
        }
    }
}
