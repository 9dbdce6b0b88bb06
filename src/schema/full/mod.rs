//! The second engine: the `jsonschema` crate over our own document tree, for every draft and keyword.

mod document;
mod drafts;
mod format;
mod judge;
mod node;
mod sources;
mod word;

use std::borrow::Cow;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, PatternOptions, Registry, ValidationError, Validator};

use crate::payload::json::{Span, SyntaxError};
use crate::payload::scan::Flaw;

use super::program::Types;
use super::violation::Effect;
use super::{CompileOptions, Mode, Run, Schema, SchemaError, Walk};
use document::Document;
use format::Check;
use judge::{Broken, Endless, Judge};
use node::{Node, Tree};
use sources::{BASE, Sources};

/// Steps that one match of a pattern with lookaround or back-references may take.
const BACKTRACKS: usize = 100_000;

/// A schema compiled by the `jsonschema` crate.
#[derive(Debug)]
pub(crate) struct Full {
    validator: Validator<Tree>,
    sources: Sources,
}

/// What a validation finds beside syntax.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub broken: Vec<Worded>,
    /// Integers whose schema says `int64`.
    pub integers: Vec<Span>,
}

/// A broken rule in the form that findings take.
#[derive(Clone, Debug)]
pub(crate) struct Worded {
    pub at: usize,
    pub length: usize,
    pub effect: Effect,
    pub code: crate::code::Code,
    pub keyword: Option<String>,
    pub schema_pointer: String,
    pub message: String,
    pub hint: Option<String>,
    /// For drift of a type.
    pub expected: Types,
    pub found: Types,
}

impl From<Broken> for Worded {
    fn from(broken: Broken) -> Self {
        let mut schema_pointer = broken.place.pointer;
        if !broken.keyword.is_empty() {
            crate::payload::pointer::push_token(&mut schema_pointer, &broken.keyword);
        }
        Self {
            at: broken.at,
            length: broken.length,
            effect: broken.effect,
            code: broken.words.code,
            keyword: (!broken.keyword.is_empty()).then_some(broken.keyword),
            schema_pointer,
            message: broken.words.message,
            hint: broken.words.hint,
            expected: broken.words.allowed,
            found: broken.words.found,
        }
    }
}

impl Full {
    pub(crate) fn compile(text: &str, options: &CompileOptions<'_>) -> Result<Self, SchemaError> {
        let sources = Sources::read(text, options)?;
        let draft = Draft::default().detect(sources.main());
        let assert = options.assert_formats;
        let mut registry = Registry::new();
        for (uri, document) in sources.others() {
            registry = registry.add(uri, document).map_err(|error| refused(&error))?;
        }
        let registry = registry.prepare().map_err(|error| unresolved(&sources, &error))?;
        let validator = jsonschema::options_for::<Tree>()
            .with_base_uri(BASE)
            .with_registry(&registry)
            .with_pattern_options(PatternOptions::fancy_regex().backtrack_limit(BACKTRACKS))
            .with_keyword("format", move |_, value, _| match Check::of(value, assert, draft) {
                Some(check) => Ok(Box::new(check)),
                None => Err(ValidationError::schema(format!("the format {value} is not implemented"))),
            })
            .offline()
            .build(sources.main())
            .map_err(|error| invalid(&sources, &error))?;
        drop(registry);
        Ok(Self { validator, sources })
    }

    /// Validates the value at `walk.start`, which is JSON; `None` if that takes more steps than allowed.
    pub(crate) fn run(&self, walk: &Walk<'_>) -> Option<Outcome> {
        let document = Document::read(walk.text, walk.start, walk.steps)?;
        let broken = self.broken(&document, walk.mode).ok().filter(|_| !document.is_exhausted())?;
        let broken = broken.into_iter().map(Worded::from).collect();
        Some(Outcome { broken, integers: document.into_integers() })
    }

    fn broken(&self, document: &Document<'_>, mode: Mode) -> Result<Vec<Broken>, Endless> {
        let errors: Vec<_> = self.validator.iter_errors(Node::Value(document, document.root())).collect();
        if document.is_exhausted() {
            return Err(Endless);
        }
        Judge { sources: &self.sources, document, mode }.all(&errors)
    }
}

fn refused(error: &impl std::fmt::Display) -> SchemaError {
    SchemaError { pointer: String::new(), message: error.to_string() }
}

fn unresolved(sources: &Sources, error: &jsonschema::ReferencingError) -> SchemaError {
    use jsonschema::ReferencingError as Error;
    let (pointer, message) = match error {
        Error::Unretrievable { uri, .. } => (
            sources.reference_to(uri),
            format!("the reference leads to `{uri}`, which was not handed in, expected it among the documents"),
        ),
        Error::PointerToNowhere { pointer } => {
            (sources.reference_to(pointer), format!("the reference leads to `{pointer}`, where nothing is"))
        }
        other => (String::new(), other.to_string()),
    };
    SchemaError { pointer, message }
}

fn invalid(sources: &Sources, error: &ValidationError<'_>) -> SchemaError {
    let message = match error.kind() {
        ValidationErrorKind::Referencing(error) => return unresolved(sources, error),
        ValidationErrorKind::Format { format } if format == "regex" => {
            Cow::Borrowed("the pattern is no regular expression that can be used")
        }
        _ => Cow::Owned(error.to_string()),
    };
    SchemaError { pointer: error.instance_path().as_str().to_owned(), message: message.into_owned() }
}

impl Schema {
    /// Adds to a walk what this engine finds in the same value.
    pub(super) fn validate<'w>(&'w self, walk: &Walk<'w>, mut run: Run<'w>) -> Result<Run<'w>, SyntaxError> {
        let Some(full) = &self.full else { return Ok(run) };
        let Some(outcome) = full.run(walk) else {
            run.walker.scan.stop(Flaw::Steps, 0);
            return Err(run.walker.scan.error());
        };
        for broken in &outcome.broken {
            match broken.effect {
                Effect::Error if walk.mode != Mode::Observe => run.walker.errors = true,
                _ => run.walker.details = true,
            }
        }
        if let Some(log) = &mut run.walker.log {
            log.worded = outcome.broken;
            log.integers = outcome.integers;
        }
        Ok(run)
    }
}
