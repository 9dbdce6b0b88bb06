//! Why a delivery did not verify: what is undone so that the signature matches is a proved cause, all else is a guess.

mod body;
mod fix;
mod header;
mod inspect;
mod scene;
mod scheme;
mod search;
mod secret;
mod time;
mod url;

pub use inspect::{Bytes, InspectedScheme, Inspection, Segment};

use serde::Serialize;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::signature::key::Secret;
use crate::verifier::VerifierBuilder;

/// What can be said about a delivery that did not verify. Holds no secret, no signature and no value of the payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Explanation {
    /// What happened, most telling first; empty when the delivery is authentic and fresh. Of proved causes either all
    /// came together or, where undoing them gives the same bytes, one of them did; `alternative` tells which.
    pub causes: Vec<Cause>,
    /// What was tried to find out.
    pub tried: Tried,
}

/// One cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Cause {
    /// Its code.
    #[cfg_attr(
        feature = "types",
        ts(type = "CauseCode | 'timestamp.stale' | 'timestamp.future' | 'timestamp.malformed'")
    )]
    pub code: Code,
    /// Whether the signature matches when it is undone.
    pub proved: bool,
    /// Whether undoing it gives the same bytes as undoing the cause before it, so that nobody can tell the two apart.
    pub alternative: bool,
    /// Facts about it, by name.
    #[cfg_attr(feature = "types", ts(type = "{ readonly [name: string]: string | number }"))]
    pub evidence: Evidence,
    /// What to do about it.
    pub fix: String,
}

/// How much was computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Tried {
    /// Signatures, at most.
    pub macs: u32,
    /// Bytes hashed for them, at most.
    pub bytes: u32,
    /// Whether the budget ended before the ideas did.
    pub exhausted: bool,
}

/// A fact about a cause: a number or a short text, never a value of the delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// A number.
    Number(i64),
    /// A short text.
    Text(String),
}

/// Facts by name, in the order they are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence(Vec<(&'static str, Fact)>);

impl Evidence {
    /// The fact of a name.
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact)
    }

    fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.0.push((name, Fact::Text(text.into())));
        self
    }

    fn number(mut self, name: &'static str, number: i64) -> Self {
        self.0.push((name, Fact::Number(number)));
        self
    }
}

impl Serialize for Evidence {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}

impl VerifierBuilder {
    /// Searches for the cause why a delivery received at `now` (milliseconds since the Unix epoch) does not verify.
    /// `others` are secrets that may have been mixed up with this endpoint's: of other endpoints, of test mode, old ones.
    ///
    /// It takes secrets too that [`build`](Self::build) refuses. Nothing here makes a delivery pass, and the answer is
    /// for the owner of the endpoint, not for whoever sent the request.
    ///
    /// # Errors
    /// A `usage.*` error when the options are wrong in another way than by a secret, or there is no secret at all.
    pub fn explain(&self, delivery: &Delivery<'_>, now: i64, others: &[Secret]) -> Result<Explanation, UsageError> {
        let definition = self.provider().load()?;
        if self.inputs().secrets.is_empty() && others.is_empty() {
            let message = format!("no secret was given for provider `{}`, expected at least one", definition.id);
            return Err(UsageError::new(Code::UsageSecret, message));
        }
        let scene = scene::Scene::new(definition, self.inputs(), self.limits_given(), delivery, others)?;
        Ok(search::explain(&scene, now))
    }
}
