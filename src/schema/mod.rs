//! JSON Schema over raw bytes: compile once, then one walk per payload.

#![cfg_attr(
    not(feature = "details"),
    allow(dead_code, reason = "compiling schemas, and wording what breaks them, is left to the build with `details`")
)]

mod attempt;
mod capture;
mod closest;
#[cfg(feature = "details")]
mod compile;
mod decide;
mod derived;
mod ends;
#[cfg(feature = "details")]
mod findings;
mod first;
mod format;
#[cfg(feature = "full")]
mod full;
mod keyword;
mod keywords;
#[cfg(feature = "details")]
mod message;
mod names;
#[cfg(feature = "details")]
pub mod parts;
#[cfg(feature = "details")]
mod place;
mod program;
mod regex;
#[cfg(feature = "details")]
mod suggest;
#[cfg(feature = "details")]
mod tree;
#[cfg(feature = "details")]
mod uri;
mod used;
mod validator;
mod violation;
mod walk;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::packed::packed_as;
use crate::payload::json::{Span, SyntaxError};
use crate::payload::pointer::PointerSet;
#[cfg(feature = "details")]
use crate::payload::pointer::push_token;
use crate::sort::sort;

use capture::Recorder;
pub use capture::{CapturePlan, Captured};
pub use decide::FirstError;
#[cfg(feature = "details")]
pub use findings::Findings;
use program::Program;
pub use validator::{Validation, Validator};
use walk::Walker;

/// How strictly a payload is held to its schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Mode {
    /// Whatever the schema says is an error, unknown fields and new enum members included.
    Strict,
    /// Unknown fields and what the schema marks as open is drift; what it marks as doubtful is a warning.
    #[default]
    Tolerant,
    /// The payload is reported on and never refused.
    Observe,
}

/// What becomes of keywords that the compiler does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnknownKeywords {
    /// They are compile errors, except those that begin with `x-`: a misspelt rule is never ignored.
    #[default]
    Refuse,
    /// They say nothing, as JSON Schema has it.
    Annotate,
}

/// What validates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Engine {
    /// The walker of this crate: one pass over the bytes.
    #[default]
    Walk,
    /// The `jsonschema` crate over a tree: every draft, every keyword, patterns with lookaround and back-references.
    #[cfg(feature = "full")]
    Full,
}

/// How a schema is compiled.
#[derive(Clone, Copy, Debug, Default)]
pub struct CompileOptions<'a> {
    /// Whether `format` is a rule; otherwise it is an annotation, as JSON Schema has it.
    pub assert_formats: bool,
    /// Other documents that may be referred to, each by its URI. Nothing is ever fetched.
    pub documents: &'a [(&'a str, &'a str)],
    /// What becomes of unknown keywords.
    pub unknown_keywords: UnknownKeywords,
    /// What validates.
    pub engine: Engine,
}

/// Why a text cannot be used as a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaError {
    /// JSON Pointer into the schema; `uri#` stands before it in documents other than the first.
    pub pointer: String,
    /// What was found, then what was expected.
    pub message: String,
}

#[cfg(feature = "details")]
impl SchemaError {
    fn at(schema: &str, keyword: &str, message: String) -> Self {
        let mut pointer = schema.to_owned();
        if !keyword.is_empty() {
            push_token(&mut pointer, keyword);
        }
        Self { pointer, message }
    }

    fn within(self, prefix: &str) -> Self {
        Self { pointer: say!("{prefix}{}", self.pointer), ..self }
    }
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.message),
            pointer => write!(f, "at {pointer}: {}", self.message),
        }
    }
}

impl std::error::Error for SchemaError {}

/// A compiled schema. Clones share the program.
#[derive(Clone, Debug)]
pub struct Schema {
    program: Arc<Program>,
    /// What validates after the walk, which then only reads: its program allows everything.
    #[cfg(feature = "full")]
    full: Option<Arc<full::Full>>,
}

packed_as! {
    // What follows from the rest is made again.
    Program: |program| (
        (program.root, program.nodes.clone(), program.infos.clone()),
        (program.objects.clone(), program.arrays.clone(), program.strings.clone()),
        (program.numbers.clone(), program.values.clone(), (program.logic.clone(), program.dynamic)),
    ), |from| {
        let (root, nodes, infos) = from.value();
        let (objects, arrays, strings) = from.value();
        let (numbers, values, (logic, dynamic)) = from.value();
        let int64 = false;
        let mut program = Program { root, nodes, infos, objects, arrays, strings, numbers, values, logic, dynamic, int64 };
        program.derive();
        program
    };
    Schema: |schema| Program::clone(&schema.program), |from| Self::walking(from.value())
}

/// One value to be walked.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    /// The whole body.
    pub text: &'a [u8],
    /// Where the value starts in it; blanks before the value are skipped.
    pub start: usize,
    /// JSON Pointer to the value in the body.
    pub prefix: &'a str,
    /// How strictly the value is held to the schema.
    pub mode: Mode,
    /// How many arrays and objects may be nested; more than 512 counts as 512.
    pub depth: u32,
    /// How many values and matches may be read again by applicators before the walk ends with `limit.steps`.
    pub steps: u64,
}

impl<'a> Walk<'a> {
    /// Steps that suffice for any reasonable schema on a body of a megabyte.
    pub const STEPS: u64 = 16 << 20;

    /// A walk over a whole body with the usual limits.
    pub fn new(text: &'a [u8]) -> Self {
        Self { text, start: 0, prefix: "", mode: Mode::default(), depth: 128, steps: Self::STEPS }
    }
}

/// What a check finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Offset after the value.
    pub end: usize,
    /// Whether there is at least one problem that is an error in this mode.
    pub errors: bool,
    /// Whether [`Schema::inspect`] has anything else to tell: warnings, notes, drift.
    pub details: bool,
}

impl Schema {
    /// Compiles a schema of draft 2020-12, 2019-09, 7 or 6; with `Engine::Full` (feature `full`) also of draft 4.
    ///
    /// # Errors
    /// The first thing in it that is wrong or not implemented.
    #[cfg(feature = "details")]
    pub fn compile(text: &str, options: &CompileOptions<'_>) -> Result<Self, SchemaError> {
        match options.engine {
            Engine::Walk => Ok(Self::walking(compile::compile(text, options)?)),
            #[cfg(feature = "full")]
            Engine::Full => Ok(Self { full: Some(Arc::new(full::Full::compile(text, options)?)), ..Self::any() }),
        }
    }

    fn walking(program: Program) -> Self {
        Self {
            program: Arc::new(program),
            #[cfg(feature = "full")]
            full: None,
        }
    }

    /// The schema that every JSON value fits.
    pub fn any() -> Self {
        Self::walking(Program::any())
    }

    /// Checks a value: syntax, UTF-8, nesting and schema in one walk.
    ///
    /// Allocates nothing where the value fits and the schema knows every member's name, except for objects with more
    /// than 64 known names, large patterns, `patternProperties`, `uniqueItems`, `unevaluated...`, arrays or objects in
    /// `enum` and `const`, and where applicators read a value again in which others lie.
    ///
    /// # Errors
    /// The place at which the text is not JSON, or the limit that it exceeds.
    pub fn check(&self, walk: &Walk<'_>) -> Result<Verdict, SyntaxError> {
        Ok(self.run(walk, false, None)?.verdict(walk.mode))
    }

    /// Walks as [`check`](Self::check) does and records on the way where the values of some pointers lie.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn capture(&self, walk: &Walk<'_>, pointers: &PointerSet) -> Result<(Verdict, Captured), SyntaxError> {
        // The log is where the integers are that the schema calls int64.
        let run = self.run(walk, self.has_int64(), Some(pointers))?;
        let verdict = run.verdict(walk.mode);
        let log = run.walker.log.unwrap_or_default();
        let captured = run.walker.recorder.map(|recorder| recorder.captured(&log.integers));
        Ok((verdict, captured.unwrap_or_default()))
    }

    /// Walks as [`check`](Self::check) does and adds all that is found to `findings`; gives the value's end.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    #[cfg(feature = "details")]
    pub fn inspect(&self, walk: &Walk<'_>, findings: &mut Findings) -> Result<usize, SyntaxError> {
        let mut run = self.run(walk, true, None)?;
        let log = run.walker.log.take().unwrap_or_default();
        findings.add(walk, &self.program, log, &run.duplicates);
        Ok(run.end)
    }

    fn run<'w>(&'w self, walk: &Walk<'w>, log: bool, captures: Option<&'w PointerSet>) -> Result<Run<'w>, SyntaxError> {
        let run = self.walked(walk, log, captures)?;
        #[cfg(feature = "full")]
        let run = self.validate(walk, run)?;
        Ok(run)
    }

    /// Whether there may be integers that the schema calls int64.
    fn has_int64(&self) -> bool {
        #[cfg(feature = "full")]
        if self.full.is_some() {
            return true;
        }
        self.program.int64
    }

    fn walked<'w>(
        &'w self,
        walk: &Walk<'w>,
        log: bool,
        captures: Option<&'w PointerSet>,
    ) -> Result<Run<'w>, SyntaxError> {
        let mut walker = self.walker(walk, log, captures);
        let end = walker.whole(walk.start)?;
        let duplicates = std::mem::take(&mut walker.duplicates);
        if duplicates.is_empty() {
            return Ok(Run { walker, end, duplicates });
        }
        // Of equal names the last counts, which is known only now.
        let mut walker = self.walker(walk, log, captures);
        walker.overridden = overridden(&duplicates);
        let end = walker.whole(walk.start)?;
        Ok(Run { walker, end, duplicates })
    }

    fn walker<'w>(&'w self, walk: &Walk<'w>, log: bool, captures: Option<&'w PointerSet>) -> Walker<'w> {
        let mut walker = Walker::new(&self.program, walk.text, walk.mode, walk.depth, walk.steps);
        walker.log = log.then(Default::default);
        if let Some(pointers) = captures {
            walker.recorder = Some(Recorder::new(pointers));
            walker.trail = 0;
        }
        walker
    }
}

struct Run<'w> {
    walker: Walker<'w>,
    end: usize,
    /// Offsets of the first and a later member name that are equal.
    duplicates: Vec<(usize, usize)>,
}

impl Run<'_> {
    fn verdict(&self, mode: Mode) -> Verdict {
        let duplicates = !self.duplicates.is_empty();
        Verdict {
            end: self.end,
            errors: self.walker.errors || duplicates && mode == Mode::Strict,
            details: self.walker.details || duplicates,
        }
    }
}

impl Walker<'_> {
    fn whole(&mut self, start: usize) -> Result<usize, SyntaxError> {
        let root = self.program.root;
        let trail = self.trail();
        let walked = self.scan.start(start).and_then(|at| Ok((at, usize::from(self.value(root, at)?))));
        let (start, end) = walked.map_err(|_| self.scan.error())?;
        self.arrive(Span { start, end }, trail);
        Ok(end)
    }
}

/// Every name of a group of equal ones but the last.
fn overridden(duplicates: &[(usize, usize)]) -> Vec<usize> {
    let mut pairs = duplicates.to_vec();
    sort(&mut pairs);
    let mut names = Vec::new();
    for group in pairs.chunk_by(|left, right| left.0 == right.0) {
        let (first, last) = group[group.len() - 1];
        names.push(first);
        names.extend(group.iter().map(|(_, later)| *later).filter(|later| *later != last));
    }
    sort(&mut names);
    names.dedup();
    names
}
