//! The keyword `format` for the `jsonschema` crate: our formats where we have them, and the crate's own for the rest.

use jsonschema::json::Node as _;
use jsonschema::{Draft, Keyword, ValidationError, Validator};
use serde_json::{Value as Plain, json};

use crate::schema::format::{Format, UNCHECKED};
use crate::schema::keywords::number::{IntegerFormat, fits, integer_format};

use super::document::Kind;
use super::node::{Node, Tree, is_whole};

/// How one `format` is checked.
pub(crate) enum Check {
    /// It says nothing, or nothing that is to be checked.
    Nothing,
    Text(Format),
    /// A format that only the crate knows.
    Foreign(Validator),
    Integer {
        range: Option<IntegerFormat>,
        wide: bool,
    },
}

impl Check {
    /// The check for what a schema gives as `format`; `None` if nobody knows it.
    pub(crate) fn of(value: &Plain, assert: bool, draft: Draft) -> Option<Self> {
        let Some(name) = value.as_str() else { return Some(Check::Nothing) };
        if let Some(range) = integer_format(name) {
            return Some(Check::Integer { range: assert.then_some(range), wide: name == "int64" });
        }
        if !assert || UNCHECKED.contains(&name) {
            return Some(Check::Nothing);
        }
        // What a regular expression is differs between the engines: here it is what this one takes.
        if let Some(format) = Format::from_name(name).filter(|_| name != "regex") {
            return Some(Check::Text(format));
        }
        let options = jsonschema::options().with_draft(draft).should_validate_formats(true);
        if !options.is_known_format(draft, name) {
            return None;
        }
        options.build(&json!({ "format": name })).ok().map(Check::Foreign)
    }
}

impl<'i> Keyword<'i, Tree> for Check {
    fn validate(&self, instance: Node<'i>) -> Result<(), ValidationError<'i>> {
        match self.is_valid(instance) {
            true => Ok(()),
            false => Err(ValidationError::custom("")),
        }
    }

    fn is_valid(&self, instance: Node<'i>) -> bool {
        match self {
            Check::Nothing => true,
            Check::Text(format) => instance.as_string().is_none_or(|text| format.accepts(&text)),
            Check::Foreign(validator) => {
                instance.as_string().is_none_or(|text| validator.is_valid(&Plain::String(text.into_owned())))
            }
            Check::Integer { range, wide } => {
                let Node::Value(document, id) = instance else { return true };
                let value = document.get(id);
                let Kind::Number(token) = value.kind else { return true };
                if *wide && is_whole(token) {
                    document.note_integer(value.span);
                }
                range.is_none_or(|range| fits(token.as_bytes(), range))
            }
        }
    }
}
