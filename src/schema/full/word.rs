//! The words for what the `jsonschema` crate finds: those of the walker wherever both know the rule.

use jsonschema::JsonType;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Plain;

use crate::code::Code;
use crate::payload::text;
use crate::schema::format::Format;
use crate::schema::keyword::Keyword;
use crate::schema::message::{counted, listed_words, shortened, text_format_message, type_word};
use crate::schema::program::Types;
use crate::schema::suggest::nearest;

use super::document::{self, Value};
use super::judge::{Rule, code_of};

/// What a report says of a broken rule beside its place.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub code: Code,
    pub message: String,
    pub hint: Option<String>,
    /// The types that were allowed, where the type is what is wrong.
    pub allowed: Types,
    pub found: Types,
}

impl Words {
    fn new(code: Code, message: String) -> Self {
        Self { code, message, hint: None, allowed: Types::NONE, found: Types::NONE }
    }
}

fn found_word(types: Types) -> String {
    type_word(types.0.into())
}

pub(super) fn never(found: Types) -> Words {
    let message = format!("found {}, expected nothing at this place", found_word(found));
    Words { found, ..Words::new(Code::SchemaFalse, message) }
}

pub(super) fn excess(limit: usize) -> Words {
    Words::new(Code::SchemaItems, format!("found more items, expected at most {limit}"))
}

pub(super) fn repeated(first: usize) -> Words {
    Words::new(Code::SchemaUnique, format!("found an item equal to that at index {first}, expected each only once"))
}

pub(super) fn unexpected_item(place: usize) -> Words {
    let message = format!("found an item at index {place}, expected none that the schema does not know");
    Words::new(Code::SchemaItems, message)
}

pub(super) fn both(fitting: &[usize]) -> Words {
    let message = match fitting {
        [first, second] => {
            format!("found a value that fits the alternatives {first} and {second}, expected only one to fit")
        }
        _ => "found a value that fits several alternatives, expected only one to fit".to_owned(),
    };
    Words::new(Code::SchemaOneOf, message)
}

pub(super) fn none_fits(branches: usize) -> Words {
    let message = format!("found a value that fits none of {branches} alternatives, expected one that does");
    Words::new(Code::SchemaAnyOf, message)
}

pub(super) fn names_none(branches: usize) -> Words {
    let message = format!("found a value that names none of {branches} alternatives, expected one that does");
    Words::new(Code::SchemaAnyOf, message)
}

pub(super) fn no_type(found: Types, allowed: Types) -> Words {
    let message = format!("found {}, expected {}", found_word(found), allowed.words());
    Words { allowed, found, ..Words::new(Code::SchemaType, message) }
}

/// With `object`, names that the schema knows and that it lacks are looked through for one that is meant.
pub(super) fn unexpected_member(rule: &Rule<'_>, name: &str, object: Option<&Value<'_>>, closed: bool) -> Words {
    let expected =
        if closed { "only members that the schema knows" } else { "one that fits what the schema says of others" };
    let message = format!("found the member `{}`, expected {expected}", shortened(name));
    let known = rule.value("properties").and_then(Plain::as_object).into_iter().flatten();
    let hint = object.and_then(|object| {
        let missing = known.map(|(name, _)| name.as_str()).filter(|known| object.member(known).is_none());
        nearest(name, missing).map(|known| format!("`{known}` may be meant"))
    });
    Words { hint, ..Words::new(Code::SchemaUnknownField, message) }
}

/// The words for kinds that concern one value as a whole.
pub(super) fn scalar(rule: &Rule<'_>, kind: &Kind) -> Words {
    let found = rule.subject.types;
    let message = match kind {
        Kind::Type { kind } => {
            let allowed = match kind {
                TypeKind::Single(one) => types_of([*one]),
                TypeKind::Multiple(several) => types_of(several.iter()),
            };
            // Draft 4 tells 1.0 from 1.
            let found = if allowed.has(found) { Types::DECIMAL } else { found };
            return no_type(found, allowed);
        }
        Kind::Enum { options } => {
            let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
            format!(
                "found a value that is not listed, expected {}",
                listed_words(&shown(options), options.len(), false)
            )
        }
        Kind::Constant { expected_value } => {
            let shown = shown(std::slice::from_ref(expected_value));
            format!("found another value, expected {}", listed_words(&shown, 1, true))
        }
        Kind::Minimum { limit } => format!("found a smaller number, expected at least {limit}"),
        Kind::Maximum { limit } => format!("found a larger number, expected at most {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("found a number that is too small, expected more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("found a number that is too large, expected less than {limit}"),
        Kind::MultipleOf { multiple_of } => {
            format!("found a number that is no multiple, expected a multiple of {multiple_of}")
        }
        Kind::MinLength { limit } => counted(count(rule), "character", true, Some(*limit)),
        Kind::MaxLength { limit } => counted(count(rule), "character", false, Some(*limit)),
        Kind::MinItems { limit } => counted(count(rule), "item", true, Some(*limit)),
        Kind::MaxItems { limit } => counted(count(rule), "item", false, Some(*limit)),
        Kind::MinProperties { limit } => counted(count(rule), "member", true, Some(*limit)),
        Kind::MaxProperties { limit } => counted(count(rule), "member", false, Some(*limit)),
        Kind::Pattern { pattern } => format!("found a text that does not match, expected the pattern `{pattern}`"),
        Kind::Contains => contains(rule),
        Kind::Not { .. } => "found a value that fits the schema under `not`, expected any other".to_owned(),
        Kind::Required { property } => return required(rule, property.as_str().unwrap_or_default()),
        Kind::ContentEncoding { content_encoding } => {
            format!("found a text in another encoding, expected {content_encoding}")
        }
        Kind::ContentMediaType { content_media_type } => {
            format!("found a text of another kind, expected {content_media_type}")
        }
        Kind::FromUtf8 { .. } => "found an encoded text that is not UTF-8, expected UTF-8".to_owned(),
        _ if rule.keyword == "format" => return format(rule),
        _ => return other(&rule.keyword),
    };
    Words { found, ..Words::new(code_of(&rule.keyword), message) }
}

/// The words for what nothing more is known about.
pub(super) fn other(keyword: &str) -> Words {
    let message = "found a value that the schema refuses, expected one that it allows";
    Words::new(code_of(keyword), message.to_owned())
}

fn types_of(types: impl IntoIterator<Item = JsonType>) -> Types {
    let names = types.into_iter().filter_map(|one| Types::from_name(one.as_str()));
    names.fold(Types::NONE, Types::with)
}

const LONGEST_SHOWN: usize = 48;

fn shown(values: &[Plain]) -> Vec<Box<str>> {
    let texts = values.iter().map(Plain::to_string);
    texts.filter(|text| text.len() <= LONGEST_SHOWN).map(Into::into).collect()
}

fn token<'r>(rule: &Rule<'r>) -> &'r [u8] {
    let (at, length) = (rule.subject.at, rule.subject.length);
    &rule.judge.document.text()[at..at + length]
}

/// Characters, items or members of the value.
fn count(rule: &Rule<'_>) -> u64 {
    let value = rule.subject.id.map(|id| &rule.judge.document.get(id).kind);
    (match value {
        Some(document::Kind::Array(items)) => items.len(),
        Some(document::Kind::Object(members)) => members.len(),
        _ => text::count(token(rule)),
    }) as u64
}

fn contains(rule: &Rule<'_>) -> String {
    let bound = rule.value(&rule.keyword).map(Plain::to_string).unwrap_or_default();
    let kind = "items of the kind that `contains` describes";
    match &*rule.keyword {
        "maxContains" => format!("found more {kind}, expected at most {bound}"),
        "minContains" => format!("found fewer {kind}, expected at least {bound}"),
        _ => counted(0, "item of the kind that `contains` describes", true, Some(1)),
    }
}

fn required(rule: &Rule<'_>, missing: &str) -> Words {
    let code = code_of(&rule.keyword);
    let Some(object) = rule.subject.id.map(|id| rule.judge.document.get(id)) else {
        return Words::new(code, format!("found no member `{}`, expected it", shortened(missing)));
    };
    if matches!(&*rule.keyword, "dependentRequired" | "dependencies") {
        let lists = |needed: &Plain| {
            needed.as_str() == Some(missing)
                || needed.as_array().is_some_and(|names| names.iter().any(|name| name.as_str() == Some(missing)))
        };
        let rules = rule.value(&rule.keyword).and_then(Plain::as_object).into_iter().flatten();
        let mut causes = rules.filter(|(name, needed)| object.member(name).is_some() && lists(needed));
        let cause = causes.next().map(|(name, _)| shortened(name)).unwrap_or_default();
        return Words::new(code, format!("found `{cause}` without `{}`, expected both", shortened(missing)));
    }
    let spoken_of = |name: &str| {
        let property = rule.value("properties").is_some_and(|properties| properties.get(name).is_some());
        let required = rule.value("required").and_then(Plain::as_array).into_iter().flatten();
        property || required.into_iter().any(|required| required.as_str() == Some(name))
    };
    let members = match &object.kind {
        document::Kind::Object(members) => members.as_slice(),
        _ => &[],
    };
    let unknown = members.iter().map(|member| &*member.name).filter(|name| !spoken_of(name));
    let hint = nearest(missing, unknown).map(|found| format!("the member `{}` is there instead", shortened(found)));
    Words { hint, ..Words::new(code, format!("found no member `{}`, expected it", shortened(missing))) }
}

fn format(rule: &Rule<'_>) -> Words {
    let name = rule.value("format").and_then(Plain::as_str).unwrap_or_default();
    let code = Keyword::Format.code();
    if rule.subject.types != Types::STRING {
        let message = format!("found a number outside of the format, expected one that fits `{name}`");
        return Words::new(code, message);
    }
    let value = text::decode(token(rule));
    match Format::from_name(name).filter(|_| name != "regex") {
        Some(format) => Words { hint: format.hint(&value), ..Words::new(code, text_format_message(format, &value)) },
        None => Words::new(code, format!("found a text of another form, expected the format `{name}`")),
    }
}
