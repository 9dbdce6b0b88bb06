//! One scheme, compiled: where its values stand, how they are read, and the keys it compares with.

use std::borrow::Cow;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::report::{Authenticated, Problem, Stage};
use crate::signature::algorithm::{Algorithm, Key, Tag};
use crate::signature::encoding::Encoding;
use crate::signature::header::{Layout, Parts};
use crate::signature::template::{Segment, Template, Values};
use crate::signature::timestamp::Window;

/// A scheme ready to authenticate deliveries. It does not know whose it is.
pub struct SchemePlan {
    /// Names the scheme in reports.
    pub id: String,
    /// The row of the algorithm table.
    pub algorithm: &'static Algorithm,
    /// The header with the signature or token.
    pub header: String,
    /// How its value is laid out.
    pub layout: Layout,
    /// How each signature is written.
    pub encoding: Encoding,
    /// What is signed; empty for tokens.
    pub content: Template,
    /// Header with the signed event id.
    pub id_header: Option<String>,
    /// The signed timestamp.
    pub timestamp: Option<TimestampPlan>,
    /// One prepared key for each secret, in the order given.
    pub keys: Vec<Box<dyn Key>>,
}

/// Where a signed timestamp stands and what it must satisfy.
#[derive(Clone, Debug)]
pub struct TimestampPlan {
    /// Where its text stands.
    pub source: TimestampSource,
    /// How it is read and compared.
    pub window: Window,
}

/// Where a timestamp's text stands.
#[derive(Clone, Debug)]
pub enum TimestampSource {
    /// In a header of its own.
    Header(String),
    /// In a named part of the signature header.
    Part(Box<[u8]>),
}

/// A scheme that passed.
pub struct Match<'d> {
    /// Which secret matched.
    pub secret: usize,
    /// The tag, for the replay key.
    pub tag: Tag,
    /// The timestamp's text, now known to be the sender's.
    pub timestamp: Option<Cow<'d, [u8]>>,
}

impl SchemePlan {
    /// What a match proves.
    pub fn proves(&self) -> Authenticated {
        match self.algorithm.proves {
            Authenticated::Body if !self.content.has(&Segment::Body) => Authenticated::Partial,
            proves => proves,
        }
    }

    /// The header names that this scheme reads.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        let timestamp = self.timestamp.as_ref().and_then(|plan| match &plan.source {
            TimestampSource::Header(name) => Some(name.as_str()),
            TimestampSource::Part(_) => None,
        });
        [Some(self.header.as_str()), self.id_header.as_deref(), timestamp].into_iter().flatten()
    }

    /// Compares every candidate of the delivery with every key.
    ///
    /// # Errors
    /// The problem that keeps this scheme from passing.
    pub fn authenticate<'d>(&self, delivery: &'d Delivery<'_>, limits: &Limits) -> Result<Match<'d>, Problem> {
        let value = header(delivery, &self.header, limits)?;
        let value = value.filter(|value| !value.is_empty()).ok_or_else(|| {
            self.problem(Code::SignatureMissing, format!("header `{}` is missing or empty", self.header))
        })?;
        let parts = self.layout.split(&value).map_err(|code| self.header_problem(code))?;
        let timestamp = self.timestamp_text(delivery, &parts, limits)?;
        if parts.candidates.is_empty() {
            // With its timestamp in place, further parts are versions that this scheme does not know; without it, it is
            // another layout altogether.
            let whole = self.timestamp.is_none() || timestamp.is_some();
            let versions = parts.named.len() > usize::from(timestamp.is_some());
            let code = if whole && versions { Code::SignatureUnsupported } else { Code::SignatureMalformed };
            return Err(self.header_problem(code));
        }
        if parts.candidates.len() > limits.candidates as usize {
            let found = parts.candidates.len();
            let message =
                format!("header `{}` holds {found} signatures, expected at most {}", self.header, limits.candidates);
            return Err(self.problem(Code::LimitCandidates, message));
        }
        // A candidate that cannot be decoded beside one that can is another version's: skipped, not fatal.
        let mut candidates: Vec<_> = parts.candidates.iter().filter_map(|text| self.encoding.decode(text)).collect();
        if let Some(width) = self.algorithm.width {
            candidates.retain(|candidate| candidate.len() == width);
        }
        if candidates.is_empty() {
            return Err(self.header_problem(Code::SignatureMalformed));
        }
        if self.timestamp.is_some() && timestamp.is_none() {
            return Err(self.problem(Code::TimestampMissing, format!("{} is missing", self.timestamp_name())));
        }
        let id = self.id_text(delivery, limits)?;
        let values = Values {
            body: delivery.body,
            timestamp: timestamp.as_deref().unwrap_or_default(),
            id: id.as_deref().unwrap_or_default(),
        };
        let content = self.content.fill(&values);
        let mut keys = self.keys.iter().enumerate();
        let matching = keys.find_map(|(secret, key)| Some((secret, key.verify(&content, &candidates)?)));
        let (secret, tag) = matching.ok_or_else(|| self.mismatch())?;
        let timestamp = timestamp.map(|text| Cow::Owned(text.into_owned()));
        Ok(Match { secret, tag, timestamp })
    }

    fn timestamp_text<'t>(
        &self,
        delivery: &'t Delivery<'_>,
        parts: &Parts<'t>,
        limits: &Limits,
    ) -> Result<Option<Cow<'t, [u8]>>, Problem> {
        let text = match self.timestamp.as_ref().map(|plan| &plan.source) {
            None => None,
            Some(TimestampSource::Header(name)) => header(delivery, name, limits)?,
            Some(TimestampSource::Part(name)) => {
                parts.named(name).map_err(|code| self.header_problem(code))?.map(Cow::Borrowed)
            }
        };
        Ok(text.filter(|text| !text.is_empty()))
    }

    fn id_text<'d>(&self, delivery: &'d Delivery<'_>, limits: &Limits) -> Result<Option<Cow<'d, [u8]>>, Problem> {
        let Some(name) = &self.id_header else { return Ok(None) };
        match header(delivery, name, limits)?.filter(|id| !id.is_empty()) {
            Some(id) => Ok(Some(id)),
            None => {
                Err(self
                    .problem(Code::SignatureInput, format!("header `{name}`, which is signed, is missing or empty")))
            }
        }
    }

    /// What the timestamp is called in messages.
    pub fn timestamp_name(&self) -> String {
        match self.timestamp.as_ref().map(|plan| &plan.source) {
            Some(TimestampSource::Header(name)) => format!("timestamp header `{name}`"),
            Some(TimestampSource::Part(name)) => {
                format!("part `{}` of header `{}`", String::from_utf8_lossy(name), self.header)
            }
            None => "timestamp".to_owned(),
        }
    }

    fn mismatch(&self) -> Problem {
        let secrets = match self.keys.len() {
            1 => "the secret".to_owned(),
            n => format!("any of the {n} secrets"),
        };
        if self.proves() == Authenticated::Token {
            return self
                .problem(Code::SignatureMismatch, format!("the token in header `{}` is not {secrets}", self.header))
                .with_hint("use the secret of this endpoint, as the sender shows it");
        }
        let message = format!("no signature in header `{}` matches the received bytes with {secrets}", self.header);
        self.problem(Code::SignatureMismatch, message)
            .with_hint("pass the raw body, before anything parses it, and the secret of this endpoint")
    }

    /// The form of the signature header, for messages.
    pub fn form(&self) -> String {
        let value = match (self.encoding, self.algorithm.width) {
            (Encoding::Hex, Some(width)) => format!("<{} hex digits>", width * 2),
            (Encoding::Text, _) => "<token>".to_owned(),
            (encoding, _) => format!("<{}>", encoding.name()),
        };
        self.layout.describe(&value)
    }

    fn header_problem(&self, code: Code) -> Problem {
        let message = match code {
            Code::SignatureDuplicated => format!("header `{}` or a part of it stands several times", self.header),
            Code::SignatureUnsupported => format!("header `{}` holds only signatures of other versions", self.header),
            _ => format!("header `{}` is in another form", self.header),
        };
        self.problem(code, format!("{message}, expected {}", self.form()))
    }

    fn problem(&self, code: Code, message: String) -> Problem {
        Problem::new(code, Stage::Signature, message)
    }
}

fn header<'d>(delivery: &'d Delivery<'_>, name: &str, limits: &Limits) -> Result<Option<Cow<'d, [u8]>>, Problem> {
    let value = delivery.headers.value(name);
    match value.as_ref().map_or(0, |value| value.len()) {
        length if length > limits.header_bytes as usize => {
            let message = format!("header `{name}` is {length} bytes long, expected at most {}", limits.header_bytes);
            Err(Problem::new(Code::LimitHeaderBytes, Stage::Signature, message))
        }
        _ => Ok(value),
    }
}
