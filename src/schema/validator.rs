//! A whole text against one schema, apart from any delivery: yes or no, then the problems.

use serde::Serialize;

use crate::payload::document;
use crate::payload::json::{Span, SyntaxError};
use crate::report::{Problem, Stage};

#[cfg(feature = "details")]
use super::Findings;
use super::{Mode, Schema, Verdict, Walk};

/// A schema, and how texts are held to it.
#[derive(Clone, Debug)]
pub struct Validator {
    /// The schema.
    pub schema: Schema,
    /// How strictly texts are held to it.
    pub mode: Mode,
    /// How many arrays and objects may be nested.
    pub depth: u32,
    /// Steps of schemas that read values again.
    pub steps: u64,
    /// Problems that are listed; the rest is only counted.
    pub problems: u32,
}

/// What a validation finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Validation {
    /// Whether the text is JSON and fits the schema.
    pub ok: bool,
    /// What was found, errors and lesser things, in the order of the text.
    pub problems: Vec<Problem>,
    /// How many more problems there are than are listed.
    pub problems_omitted: u32,
}

impl Validator {
    /// Plain JSON Schema: whatever the schema says is an error. Up to 64 problems are listed.
    pub fn new(schema: Schema) -> Self {
        let Walk { depth, steps, .. } = Walk::new(b"");
        Self { schema, mode: Mode::Strict, depth, steps, problems: 64 }
    }

    /// The verdict alone: nothing is collected.
    ///
    /// # Errors
    /// The place at which the text is not JSON, or the limit that it exceeds.
    pub fn check(&self, text: &[u8]) -> Result<Verdict, SyntaxError> {
        let verdict = self.schema.check(&self.walk(text))?;
        document::end(text, verdict.end)?;
        Ok(verdict)
    }

    /// Everything that there is to tell.
    #[cfg(feature = "details")]
    pub fn validate(&self, text: &[u8]) -> Validation {
        let mut findings = Findings::new(self.problems);
        let ok = match self.check(text) {
            Ok(verdict) => !verdict.errors,
            Err(SyntaxError { code, offset, length, message }) => {
                let problem = Problem::new(code, Stage::Event, message).at(text, offset, length);
                return Validation { ok: false, problems: vec![problem], problems_omitted: 0 };
            }
        };
        // The text was walked before: it is JSON.
        let _ = self.schema.inspect(&self.walk(text), &mut findings);
        Validation { ok, problems: findings.problems, problems_omitted: findings.omitted }
    }

    /// Where the integers lie that the schema calls int64; none unless the text is JSON.
    pub fn integers(&self, text: &[u8]) -> Vec<Span> {
        self.schema.integers(&self.walk(text))
    }

    fn walk<'a>(&self, text: &'a [u8]) -> Walk<'a> {
        Walk { mode: self.mode, depth: self.depth, steps: self.steps, ..Walk::new(text) }
    }
}
