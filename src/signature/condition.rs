//! Conditions on a request: which scheme is meant, which handshake it is.

use subtle::ConstantTimeEq;

#[cfg(feature = "details")]
use crate::data::{members, words};
use crate::packed::packed;
use crate::payload::pointer;
use crate::report::Problem;
use crate::signature::source::{Place, Received, Source};
use crate::signature::template::Template;

/// A condition, as definitions write it: the value of a source, and one thing that must hold of it.
#[cfg(feature = "details")]
#[derive(Clone, Debug)]
pub struct ConditionDefinition {
    /// Where the value stands.
    pub source: String,
    /// It must be this text, a template.
    pub equals: Option<String>,
    /// It must begin with this text.
    pub starts_with: Option<String>,
    /// It must be there, or must not.
    pub present: Option<bool>,
    /// It must have no other characters than these.
    pub only: Option<Charset>,
    /// It must be this long in bytes, both ends included.
    pub length: Option<(u16, u16)>,
}

#[cfg(feature = "details")]
members!(ConditionDefinition {
    source: "source",
    equals: "equals",
    starts_with: "startsWith",
    present: "present",
    only: "only",
    length: "length",
});

/// A set of characters. What is answered with a MAC of it needs one: otherwise a handshake would sign deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Hexadecimal digits of either case.
    Hex,
    /// Letters, digits and `+/=_-.`.
    Token,
}

packed!(
    enum Charset {
        Hex,
        Token,
    }
);
#[cfg(feature = "details")]
words!(Charset { Hex: "hex", Token: "token" });

impl Charset {
    /// Whether a text has only these.
    pub fn all(self, text: &[u8]) -> bool {
        text.iter().all(|byte| self.has(*byte))
    }

    fn has(self, byte: u8) -> bool {
        match self {
            Charset::Hex => byte.is_ascii_hexdigit(),
            Charset::Token => byte.is_ascii_alphanumeric() || b"+/=_-.".contains(&byte),
        }
    }
}

/// A condition, compiled.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Where the value stands.
    pub source: Source,
    /// What must hold of it.
    pub test: Test,
    /// The characters it may have.
    pub only: Option<Charset>,
    /// How long it may be.
    pub length: (u16, u16),
}

/// What must hold of a value.
#[derive(Clone, Debug)]
pub enum Test {
    /// It is this text.
    Equals(Template),
    /// It begins with this text.
    StartsWith(Box<[u8]>),
    /// It is there.
    Present,
    /// It is not there.
    Absent,
}

packed!(Condition { source, test, only, length });
packed!(
    enum Test {
        Equals(text),
        StartsWith(text),
        Present,
        Absent,
    }
);

impl Condition {
    /// Compiles what a definition says; `parameter` gives the value of one.
    ///
    /// # Errors
    /// A sentence about the text.
    #[cfg(feature = "details")]
    pub fn compile(
        definition: &ConditionDefinition,
        parameter: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let source = Source::parse(&definition.source, parameter)?;
        let test = match (&definition.equals, &definition.starts_with, definition.present) {
            (Some(text), None, None) => Test::Equals(Template::parse(text, parameter)?),
            (None, Some(text), None) => Test::StartsWith(text.as_bytes().into()),
            (None, None, Some(true)) => Test::Present,
            (None, None, None) if definition.only.is_some() || definition.length.is_some() => Test::Present,
            (None, None, Some(false)) => Test::Absent,
            _ => return Err("expected one of `equals`, `startsWith` and `present` in a condition".to_owned()),
        };
        Ok(Self { source, test, only: definition.only, length: definition.length.unwrap_or((0, u16::MAX)) })
    }

    /// Whether it holds. What is compared may be a token, so that the time does not depend on where it differs.
    ///
    /// # Errors
    /// The problem of a value that cannot be read.
    pub fn holds(&self, received: &Received<'_>) -> Result<bool, Problem> {
        let value = received.text(&self.source.place)?;
        if let (Test::Present | Test::Absent, Place::Pointer(at)) = (&self.test, &self.source.place)
            && value.is_none()
        {
            // Objects and arrays have no text, and are there all the same.
            let body = received.delivery.body;
            let there = pointer::find_one(body, 0, at).is_some_and(|span| body[span.start] != b'n');
            return Ok(there == matches!(self.test, Test::Present));
        }
        if let Some(value) = &value {
            let (least, most) = self.length;
            let fits = value.len() >= least.into() && value.len() <= most.into();
            if !fits || self.only.is_some_and(|set| !value.iter().all(|byte| set.has(*byte))) {
                return Ok(false);
            }
        }
        Ok(match (&self.test, value) {
            (Test::Absent, value) => value.is_none(),
            (_, None) => false,
            (Test::Present, Some(_)) => true,
            (Test::StartsWith(text), Some(value)) => value.starts_with(text),
            (Test::Equals(text), Some(value)) => {
                let expected = text.fill(received, None)?.concat();
                expected.ct_eq(&value[..]).into()
            }
        })
    }
}
