//! What of a walk decides or is asked for without words: the first error, and the integers that are int64.

use crate::code::Code;
use crate::payload::json::Span;
use crate::report::{Severity, Stage};
use crate::sort::sort;

use super::keyword::Keyword;
use super::violation::Violation;
use super::{Mode, Schema, Walk};

/// `extra` of a choice whose alternatives are told apart by a member with a value that none of them has.
pub(crate) const DISCRIMINATOR: u64 = u64::MAX;

impl Violation {
    /// Whether it is a choice whose alternatives are all of other types; these are its `extra`.
    pub(crate) fn of_types(&self) -> bool {
        matches!(self.keyword, Keyword::AnyOf | Keyword::OneOf) && (1..1 << 16).contains(&self.extra)
    }

    /// The code that it is reported with.
    pub(crate) fn code(&self) -> Code {
        let none_fits = self.keyword == Keyword::OneOf && self.extra >> 32 == 0 || self.extra == DISCRIMINATOR;
        match self.keyword {
            _ if self.of_types() => Code::SchemaType,
            Keyword::OneOf if none_fits => Code::SchemaAnyOf,
            keyword => keyword.code(),
        }
    }
}

/// The error that decides, of those that were noted: the first by stage, then by its place in the text.
#[derive(Default)]
pub struct FirstError(Option<(Stage, Option<usize>, Code)>);

impl FirstError {
    /// Notes an error.
    pub fn note(&mut self, stage: Stage, at: Option<usize>, code: Code) {
        if self.0.is_none_or(|(earlier, place, _)| (stage, at) < (earlier, place)) {
            self.0 = Some((stage, at, code));
        }
    }

    /// The code of the error; `ok` where none was noted.
    pub fn code(&self) -> Code {
        self.0.map_or(Code::Ok, |(.., code)| code)
    }
}

impl Schema {
    /// Notes every error that [`inspect`](Self::inspect) would list. The value has been walked before.
    pub fn note_errors(&self, walk: &Walk<'_>, first: &mut FirstError) {
        let Ok(run) = self.run(walk, true, None) else { return };
        if walk.mode == Mode::Strict {
            for (_, later) in &run.duplicates {
                first.note(Stage::Event, Some(*later), Code::PayloadDuplicateKey);
            }
        }
        for (violation, effect) in run.walker.log.iter().flat_map(|log| &log.violations) {
            if effect.severity(walk.mode) == Severity::Error {
                first.note(Stage::Schema, Some(violation.at), violation.code());
            }
        }
        #[cfg(feature = "full")]
        for worded in run.walker.log.iter().flat_map(|log| &log.worded) {
            if worded.effect.severity(walk.mode) == Severity::Error {
                first.note(Stage::Schema, Some(worded.at), worded.code);
            }
        }
    }

    /// The integers whose schema says `format: int64`, however they are written, in the order of the text. The value has
    /// been walked before.
    pub fn integers(&self, walk: &Walk<'_>) -> Vec<Span> {
        let run = self.run(walk, true, None);
        let mut integers = run.ok().and_then(|run| run.walker.log).unwrap_or_default().integers;
        sort(&mut integers);
        integers.dedup();
        integers
    }
}
