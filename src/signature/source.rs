//! Where a value of a delivery stands, and how it is read there before anything is verified.

use std::borrow::Cow;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::packed::packed;
use crate::payload::form::{self, Pair};
use crate::payload::json::Span;
use crate::payload::pointer;
use crate::report::{Problem, Stage};
use crate::signature::blank::{self, Values};
use crate::signature::functions::Value;
use crate::signature::header::Parts;

/// Where a value stands, and whether the delivery may lack it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it stands.
    pub place: Place,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A place in a delivery, or beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The raw body.
    Body,
    /// The URL.
    Url,
    /// The request method.
    Method,
    /// The timestamp as received.
    Timestamp,
    /// The event id as received.
    Id,
    /// The secret itself.
    Secret,
    /// A text that the host handed in.
    Given(String),
    /// A header.
    Header(String),
    /// A parameter of the URL's query.
    Query(String),
    /// All parameters of the URL's query.
    AllQuery,
    /// A field of a form body.
    Field(String),
    /// All fields of a form body.
    AllFields,
    /// A value of a JSON body.
    Pointer(String),
    /// The JSON text of such a value, as it stands.
    Raw(String),
    /// A named part of the signature's layout.
    Part(String),
    /// A claim of a verified token.
    Claim(String),
    /// A member of a token's header.
    TokenHeader(String),
}

packed!(Source { place, optional });
packed!(
    enum Place {
        Body,
        Url,
        Method,
        Timestamp,
        Id,
        Secret,
        Given(text),
        Header(name),
        Query(name),
        AllQuery,
        Field(name),
        AllFields,
        Pointer(pointer),
        Raw(pointer),
        Part(name),
        Claim(pointer),
        TokenHeader(name),
    }
);

impl Source {
    /// Reads what a definition says; `parameter` gives the value of one.
    ///
    /// # Errors
    /// A sentence about the text.
    #[cfg(feature = "details")]
    pub fn parse(text: &str, parameter: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
        let given = |name: &str| parameter(name).ok_or_else(|| say!("`{name}` is no parameter of the definition"));
        let place = match text.split_once(':') {
            None => match text {
                "body" => Place::Body,
                "url" => Place::Url,
                "method" => Place::Method,
                "ts" => Place::Timestamp,
                "id" => Place::Id,
                "secret" => Place::Secret,
                "form" => Place::AllFields,
                "query" => Place::AllQuery,
                _ => return Err(unknown(text)),
            },
            Some(("param", name)) => Place::Given(given(name)?),
            Some((kind, name)) => {
                let name = substitute(name, &given)?;
                match kind {
                    "header" => Place::Header(name),
                    "query" => Place::Query(name),
                    "form" => Place::Field(name),
                    "json" => Place::Pointer(name),
                    "raw" => Place::Raw(name),
                    "part" => Place::Part(name),
                    "claim" => Place::Claim(name),
                    "jwt" => Place::TokenHeader(name),
                    _ => return Err(unknown(text)),
                }
            }
        };
        place.check()?;
        Ok(Self { place, optional })
    }

    /// Fills its blanks.
    ///
    /// # Errors
    /// A sentence about the text that comes out.
    pub fn fill(&mut self, values: &Values) -> Result<(), String> {
        self.place.fill(values)
    }

    /// Whether the URL is a part of it.
    pub fn of_url(&self) -> bool {
        matches!(self.place, Place::Url | Place::Query(_) | Place::AllQuery)
    }
}

impl Place {
    /// Fills its blanks.
    ///
    /// # Errors
    /// A sentence about the text that comes out.
    pub fn fill(&mut self, values: &Values) -> Result<(), String> {
        let filled = match self {
            Place::Given(text)
            | Place::Header(text)
            | Place::Query(text)
            | Place::Field(text)
            | Place::Pointer(text)
            | Place::Raw(text)
            | Place::Part(text)
            | Place::Claim(text)
            | Place::TokenHeader(text) => blank::fill(text, values),
            _ => false,
        };
        if filled { self.check() } else { Ok(()) }
    }

    /// Whether there can be such a place; what has blanks is checked once they are filled.
    fn check(&self) -> Result<(), String> {
        match self {
            Place::Header(name) if !name.contains(blank::MARK) => header_name(name),
            Place::Pointer(text) | Place::Raw(text) | Place::Claim(text) => {
                pointer::tokens(text).map(drop).map_err(|error| say!("{error}"))
            }
            _ => Ok(()),
        }
    }

    /// What it is called in messages.
    pub fn name(&self) -> String {
        if !cfg!(feature = "details") {
            return String::new();
        }
        match self {
            Place::Body => "the body".to_owned(),
            Place::Url => "the URL".to_owned(),
            Place::Method => "the request method".to_owned(),
            Place::Timestamp => "the timestamp".to_owned(),
            Place::Id => "the event id".to_owned(),
            Place::Secret => "the secret".to_owned(),
            Place::Given(_) => "the parameter".to_owned(),
            Place::Header(name) => say!("header `{name}`"),
            Place::Query(name) => say!("query parameter `{name}`"),
            Place::AllQuery => "the query".to_owned(),
            Place::Field(name) => say!("form field `{name}`"),
            Place::AllFields => "the form".to_owned(),
            Place::Pointer(pointer) | Place::Raw(pointer) => say!("member `{pointer}` of the body"),
            Place::Part(name) => say!("part `{name}` of the signature"),
            Place::Claim(pointer) => say!("claim `{}` of the token", pointer.trim_start_matches('/')),
            Place::TokenHeader(name) => say!("member `{name}` of the token's header"),
        }
    }
}

#[cfg(feature = "details")]
fn unknown(text: &str) -> String {
    say!(
        "unknown source `{text}`, expected header:, query:, form:, json:, part:, claim: or param: with a name, or body, url, method, ts, id, secret, form or query"
    )
}

fn header_name(name: &str) -> Result<(), String> {
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    match !name.is_empty() && name.bytes().all(token) {
        true => Ok(()),
        false => Err(say!("`{name}` is not a header name")),
    }
}

/// Puts parameters into a text.
#[cfg(feature = "details")]
pub fn substitute(text: &str, given: &dyn Fn(&str) -> Result<String, String>) -> Result<String, String> {
    if text.contains(blank::MARK) {
        return Err(say!("found the character U+0000 in `{text}`"));
    }
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{param:") {
        let (name, tail) = after.split_once('}').ok_or_else(|| say!("unpaired brace in `{text}`"))?;
        result.push_str(before);
        result.push_str(&given(name)?);
        rest = tail;
    }
    result.push_str(rest);
    Ok(result)
}

/// A delivery and what was read of it so far.
#[derive(Clone, Copy)]
pub struct Received<'d> {
    /// The delivery.
    pub delivery: &'d Delivery<'d>,
    /// The budget.
    pub limits: &'d Limits,
    /// The URL, in the variant that is tried.
    pub url: Option<&'d str>,
    /// The signature's named parts.
    pub parts: Option<&'d Parts<'d>>,
    /// The timestamp's text.
    pub timestamp: Option<&'d [u8]>,
    /// The event id's text.
    pub id: Option<&'d [u8]>,
    /// The secret that is tried.
    pub secret: Option<&'d [u8]>,
    /// A token's header and its verified claims, as JSON.
    pub token: Option<(&'d [u8], &'d [u8])>,
}

impl<'d> Received<'d> {
    /// A delivery of which nothing was read.
    pub fn new(delivery: &'d Delivery<'d>, limits: &'d Limits) -> Self {
        let (parts, timestamp, id, secret, token) = (None, None, None, None, None);
        Self { delivery, limits, url: delivery.url, parts, timestamp, id, secret, token }
    }

    /// The value at a place, for a template.
    ///
    /// # Errors
    /// `signature.input` when it is absent and not optional; a `limit.*` or `signature.duplicated` problem.
    pub fn value(&self, source: &'d Source) -> Result<Value<'d>, Problem> {
        let pairs = |text: &'d [u8]| Ok(Value::Pairs(form::pairs(text).collect()));
        match &source.place {
            Place::AllFields if form::is_braced(self.delivery.body) => Err(Problem::new(
                Code::SignatureInput,
                Stage::Signature,
                "the body is no form, expected the one that is signed",
            )),
            Place::AllFields => pairs(self.delivery.body),
            Place::AllQuery => match self.url {
                Some(url) => pairs(form::query(url)),
                None => Err(missing(&Place::Url)),
            },
            place => match self.text(place)? {
                Some(text) => Ok(Value::Bytes(text)),
                None if source.optional => Ok(Value::Absent),
                None => Err(missing(place)),
            },
        }
    }

    /// The text at a place, or `None` where there is none.
    ///
    /// # Errors
    /// A `limit.*` problem, or `signature.duplicated` where it stands several times.
    pub fn text(&self, place: &'d Place) -> Result<Option<Cow<'d, [u8]>>, Problem> {
        let borrowed = |text: Option<&'d [u8]>| Ok(text.map(Cow::Borrowed));
        match place {
            Place::Body => borrowed(Some(self.delivery.body)),
            Place::Url => borrowed(self.url.map(str::as_bytes)),
            Place::Method => borrowed(self.delivery.method.map(str::as_bytes)),
            Place::Timestamp => borrowed(self.timestamp),
            Place::Id => borrowed(self.id),
            Place::Secret => borrowed(self.secret),
            Place::Given(text) => borrowed(Some(text.as_bytes())),
            Place::Header(name) => self.header(name),
            Place::Query(name) => single(place, self.url.map_or(&b""[..], form::query), name),
            Place::Field(_) if form::is_braced(self.delivery.body) => Ok(None),
            Place::Field(name) => single(place, self.delivery.body, name),
            Place::Pointer(pointer) => Ok(find(self.delivery.body, pointer)),
            Place::Raw(pointer) => {
                let body = self.delivery.body;
                borrowed(pointer::find_one(body, 0, pointer).map(|span| &body[span.start..span.end]))
            }
            Place::Claim(pointer) => Ok(self.token.and_then(|(_, claims)| find(claims, pointer))),
            Place::TokenHeader(name) => Ok(self.token.and_then(|(header, _)| find(header, &["/", name].concat()))),
            Place::Part(name) => match self.parts.map(|parts| parts.named(name.as_bytes())) {
                Some(Err(code)) => {
                    Err(Problem::new(code, Stage::Signature, say!("{} stands several times", place.name())))
                }
                Some(Ok(text)) => borrowed(text),
                None => Ok(None),
            },
            Place::AllFields | Place::AllQuery => Ok(None),
        }
    }

    fn header(&self, name: &str) -> Result<Option<Cow<'d, [u8]>>, Problem> {
        let (value, most) = (self.delivery.headers.value(name), self.limits.header_bytes);
        match value.as_ref().map_or(0, |value| value.len()) {
            length if length > most as usize => {
                let message = say!("header `{name}` is {length} bytes long, expected at most {most}");
                Err(Problem::new(Code::LimitHeaderBytes, Stage::Signature, message))
            }
            _ => Ok(value),
        }
    }
}

fn missing(place: &Place) -> Problem {
    let hint = match place {
        Place::Url | Place::Query(_) => Some("pass the full public URL as it is registered with the sender"),
        Place::Method => Some("pass the request's method"),
        _ => None,
    };
    let message = say!("{}, which is signed, is missing", place.name());
    let problem = Problem::new(Code::SignatureInput, Stage::Signature, message);
    match hint {
        Some(hint) => problem.with_hint(hint),
        None => problem,
    }
}

/// A parameter that may stand only once.
fn single<'d>(place: &Place, text: &'d [u8], name: &str) -> Result<Option<Cow<'d, [u8]>>, Problem> {
    let mut values = form::pairs(text).filter(|(found, _): &Pair<'d>| **found == *name.as_bytes());
    match (values.next(), values.next()) {
        (value, None) => Ok(value.map(|(_, value)| value)),
        _ => {
            let message = say!("{} stands several times, expected it once", place.name());
            Err(Problem::new(Code::SignatureDuplicated, Stage::Signature, message))
        }
    }
}

/// The text of a value in JSON that nothing has checked yet; of equal names the last counts, as everywhere.
pub fn find<'t>(json: &'t [u8], at: &str) -> Option<Cow<'t, [u8]>> {
    text(json, pointer::find_one(json, 0, at)?)
}

/// A string's characters, or a number, `true` or `false` as written; `None` for anything else.
pub fn text(json: &[u8], span: Span) -> Option<Cow<'_, [u8]>> {
    match json.get(span.start)? {
        b'"' => Some(match pointer::unescape(json, span) {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        }),
        b'{' | b'[' | b'n' => None,
        _ => Some(Cow::Borrowed(&json[span.start..span.end])),
    }
}
