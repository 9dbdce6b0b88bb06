//! Which keyword belongs to which drafts, so that one is never ignored that its author takes for a rule.

use jsonschema::Draft;

/// Keywords whose value maps names to schemas.
const MAPS: [&str; 6] = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"];

/// Keywords whose value is a schema or an array of schemas.
const SCHEMAS: [&str; 16] = [
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "oneOf",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Rules that every draft from 4 on has.
const ALWAYS: [&str; 17] = [
    "$ref",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "required",
    "type",
];

/// What says nothing about validity, or only where a schema is.
const HARMLESS: [&str; 14] = [
    "$comment",
    "$defs",
    "$id",
    "$schema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "examples",
    "id",
    "readOnly",
    "title",
    "writeOnly",
    "x-tolerant",
];

/// Keywords of some drafts: the first and the last that has them.
const SOMETIMES: &[(&str, Draft, Draft)] = &[
    ("$anchor", Draft::Draft201909, Draft::Draft202012),
    ("$dynamicAnchor", Draft::Draft202012, Draft::Draft202012),
    ("$dynamicRef", Draft::Draft202012, Draft::Draft202012),
    ("$recursiveAnchor", Draft::Draft201909, Draft::Draft201909),
    ("$recursiveRef", Draft::Draft201909, Draft::Draft201909),
    ("$vocabulary", Draft::Draft201909, Draft::Draft202012),
    ("additionalItems", Draft::Draft4, Draft::Draft201909),
    ("const", Draft::Draft6, Draft::Draft202012),
    ("contains", Draft::Draft6, Draft::Draft202012),
    ("contentEncoding", Draft::Draft7, Draft::Draft202012),
    ("contentMediaType", Draft::Draft7, Draft::Draft202012),
    ("contentSchema", Draft::Draft201909, Draft::Draft202012),
    ("dependentRequired", Draft::Draft201909, Draft::Draft202012),
    ("dependentSchemas", Draft::Draft201909, Draft::Draft202012),
    ("else", Draft::Draft7, Draft::Draft202012),
    ("if", Draft::Draft7, Draft::Draft202012),
    ("maxContains", Draft::Draft201909, Draft::Draft202012),
    ("minContains", Draft::Draft201909, Draft::Draft202012),
    ("prefixItems", Draft::Draft202012, Draft::Draft202012),
    ("propertyNames", Draft::Draft6, Draft::Draft202012),
    ("then", Draft::Draft7, Draft::Draft202012),
    ("unevaluatedItems", Draft::Draft201909, Draft::Draft202012),
    ("unevaluatedProperties", Draft::Draft201909, Draft::Draft202012),
    ("uniqueItems", Draft::Draft4, Draft::Draft202012),
];

/// What the value of a keyword holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Schemas,
    NamedSchemas,
    Other,
}

pub(super) fn holds(keyword: &str) -> Holds {
    match keyword {
        _ if MAPS.contains(&keyword) => Holds::NamedSchemas,
        _ if SCHEMAS.contains(&keyword) => Holds::Schemas,
        _ => Holds::Other,
    }
}

/// Why a keyword cannot stand in a schema object of a draft; `beside_ref`: a `$ref` is there.
pub(super) fn misplaced(keyword: &str, draft: Draft, beside_ref: bool) -> Option<String> {
    if keyword.starts_with("x-") || HARMLESS.contains(&keyword) {
        return None;
    }
    if beside_ref && keyword != "$ref" && is_ref_alone(draft) {
        let message = "ignores keywords beside `$ref`; put both into an `allOf`";
        return Some(format!("{} {message}", name(draft)));
    }
    if let Some((_, first, last)) = SOMETIMES.iter().find(|(own, ..)| *own == keyword) {
        let fits = (number(*first)..=number(*last)).contains(&number(draft));
        let message = || format!("the keyword `{keyword}` is not in {}; `$schema` states the draft", name(draft));
        return (!fits).then(message);
    }
    let known = ALWAYS.contains(&keyword) || holds(keyword) != Holds::Other;
    (!known).then(|| format!("the keyword `{keyword}` is in no draft; names that begin with `x-` are free"))
}

/// Whether `$ref` makes a draft ignore what stands beside it.
pub(super) fn is_ref_alone(draft: Draft) -> bool {
    number(draft) <= number(Draft::Draft7)
}

fn number(draft: Draft) -> u8 {
    match draft {
        Draft::Draft4 => 4,
        Draft::Draft6 => 6,
        Draft::Draft7 => 7,
        Draft::Draft201909 => 8,
        // 2020-12, and metaschemas of one's own, which build on it.
        _ => 9,
    }
}

fn name(draft: Draft) -> &'static str {
    match draft {
        Draft::Draft4 => "draft 4",
        Draft::Draft6 => "draft 6",
        Draft::Draft7 => "draft 7",
        Draft::Draft201909 => "draft 2019-09",
        _ => "draft 2020-12",
    }
}
