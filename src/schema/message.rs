//! The words for a broken rule: what was found, then what was expected; never a value of the payload.

use crate::code::Code;
use crate::payload::json::skip_whitespace;
use crate::payload::scan::Scanner;
use crate::payload::text;

use super::closest::each_object;
use super::decide::DISCRIMINATOR;
use super::format::Format;
use super::keyword::Keyword;
use super::program::{NodeId, Program, Types};
use super::suggest::nearest;
use super::violation::Violation;

/// What a report says of a violation beside its place.
pub(crate) struct Wording {
    pub code: Code,
    pub keyword: Option<String>,
    pub schema_pointer: String,
    pub message: String,
    pub hint: Option<String>,
}

/// Words a violation.
pub(crate) fn word(program: &Program, text: &[u8], violation: &Violation) -> Wording {
    let mut schema_pointer = program.info(violation.node).pointer.clone();
    let name = violation.keyword.name();
    if !name.is_empty() {
        schema_pointer.push('/');
        schema_pointer.push_str(name);
    }
    Wording {
        code: violation.code(),
        keyword: (!name.is_empty()).then(|| name.to_owned()),
        schema_pointer,
        message: message(program, text, violation),
        hint: hint(program, text, violation),
    }
}

fn message(program: &Program, text: &[u8], violation: &Violation) -> String {
    let Violation { keyword, extra, .. } = *violation;
    let node = program.node(violation.node);
    match keyword {
        Keyword::Type => say!("found {}, expected {}", type_word(extra), node.types.words()),
        Keyword::False => say!("found {}, expected nothing at this place", type_word(extra)),
        Keyword::Enum => say!("found a value that is not listed, expected {}", listed(program, violation)),
        Keyword::Const => say!("found another value, expected {}", listed(program, violation)),
        Keyword::Minimum | Keyword::Maximum | Keyword::ExclusiveMinimum | Keyword::ExclusiveMaximum => {
            let rules = program.numbers.get(node.number as usize);
            let bound = rules.and_then(|rules| rules.bounds.get(extra as usize)).map_or("", |bound| &bound.token);
            match keyword {
                Keyword::Minimum => say!("found a smaller number, expected at least {bound}"),
                Keyword::Maximum => say!("found a larger number, expected at most {bound}"),
                Keyword::ExclusiveMinimum => say!("found a number that is too small, expected more than {bound}"),
                _ => say!("found a number that is too large, expected less than {bound}"),
            }
        }
        Keyword::MultipleOf => {
            let rules = program.numbers.get(node.number as usize);
            let divisor = rules.and_then(|rules| rules.multiple_of.as_deref()).unwrap_or_default();
            say!("found a number that is no multiple, expected a multiple of {divisor}")
        }
        Keyword::MinLength | Keyword::MaxLength | Keyword::Pattern => text_message(program, violation),
        Keyword::Format => format_message(program, text, violation),
        Keyword::Required => say!("found no member `{}`, expected it", property(program, violation, extra)),
        Keyword::AdditionalProperties | Keyword::UnevaluatedProperties => {
            say!("found the member `{}`, expected only members that the schema knows", name_at(text, violation))
        }
        Keyword::MinProperties | Keyword::MaxProperties => {
            let rules = program.object(violation.node);
            let bound = rules.and_then(|rules| {
                if keyword == Keyword::MinProperties { rules.min_properties } else { rules.max_properties }
            });
            counted(extra, "member", keyword == Keyword::MinProperties, bound)
        }
        Keyword::DependentRequired | Keyword::Dependencies => say!(
            "found `{}` without `{}`, expected both",
            property(program, violation, extra >> 32),
            property(program, violation, extra & 0xFFFF_FFFF)
        ),
        Keyword::MinItems | Keyword::MaxItems => {
            let rules = program.array(violation.node);
            let bound =
                rules.and_then(|rules| if keyword == Keyword::MinItems { rules.min_items } else { rules.max_items });
            counted(extra, "item", keyword == Keyword::MinItems, bound)
        }
        Keyword::Items | Keyword::AdditionalItems => say!("found more items, expected at most {extra}"),
        Keyword::UnevaluatedItems => {
            say!("found an item at index {extra}, expected none that the schema does not know")
        }
        Keyword::UniqueItems => say!("found an item equal to that at index {extra}, expected each only once"),
        Keyword::Contains | Keyword::MinContains | Keyword::MaxContains => {
            let contains = program.array(violation.node).and_then(|rules| rules.contains);
            let (least, most) = contains.map_or((1, None), |contains| (contains.least, contains.most));
            let bound = if keyword == Keyword::MaxContains { most } else { Some(least) };
            let kind = "item of the kind that `contains` describes";
            counted(extra, kind, keyword != Keyword::MaxContains, bound)
        }
        Keyword::AnyOf | Keyword::OneOf => choice_message(program, violation),
        Keyword::Not => "found a value that fits the schema under `not`, expected any other".to_owned(),
    }
}

fn text_message(program: &Program, violation: &Violation) -> String {
    let rules = program.strings.get(program.node(violation.node).string as usize);
    match violation.keyword {
        Keyword::MinLength => counted(violation.extra, "character", true, rules.and_then(|rules| rules.min_length)),
        Keyword::MaxLength => counted(violation.extra, "character", false, rules.and_then(|rules| rules.max_length)),
        _ => {
            let pattern = rules.and_then(|rules| rules.pattern.as_ref()).map_or("", |pattern| &pattern.source);
            say!("found a text that does not match, expected the pattern `{pattern}`")
        }
    }
}

fn format_message(program: &Program, text: &[u8], violation: &Violation) -> String {
    let node = program.node(violation.node);
    let rules = program.strings.get(node.string as usize);
    if let Some(format) = rules.and_then(|rules| rules.format)
        && text.get(violation.at) == Some(&b'"')
    {
        return text_format_message(format, &text_of(text, violation));
    }
    let rules = program.numbers.get(node.number as usize);
    let name = rules.and_then(|rules| rules.range).map_or("", |range| range.name);
    say!("found a number outside of the format, expected one that fits `{name}`")
}

/// What is wrong with a text that is not of a format.
pub(crate) fn text_format_message(format: Format, value: &str) -> String {
    match format.expected(value) {
        Some((offset, expected)) => {
            let character = value.get(..offset).map_or(offset, |before| before.chars().count()) + 1;
            say!("found a text that is not {}, expected {expected} at character {character}", format.words())
        }
        None => say!("found a text of another form, expected {}", format.words()),
    }
}

fn choice_message(program: &Program, violation: &Violation) -> String {
    let Violation { keyword, extra, .. } = *violation;
    let logic = program.logic(violation.node);
    let choice = logic.and_then(|logic| logic.choices.iter().find(|choice| choice.keyword == keyword));
    let branches = choice.map_or(0, |choice| choice.branches.len());
    match extra {
        0 => say!("found a value that fits none of {branches} alternatives, expected one that does"),
        DISCRIMINATOR => say!("found a value that names none of {branches} alternatives, expected one that does"),
        types if types < 1 << 16 => {
            let allowed = Types((types >> 8) as u8);
            say!("found {}, expected {}", type_word(types & 0xFF), allowed.words())
        }
        both => {
            let (first, second) = ((both >> 32) - 1, (both & 0xFFFF_FFFF) - 1);
            say!("found a value that fits the alternatives {first} and {second}, expected only one to fit")
        }
    }
}

fn hint(program: &Program, text: &[u8], violation: &Violation) -> Option<String> {
    match violation.keyword {
        Keyword::Format => {
            let rules = program.strings.get(program.node(violation.node).string as usize)?;
            rules.format?.hint(&text_of(text, violation))
        }
        Keyword::Required => {
            let rules = program.object(violation.node)?;
            let missing = rules.names.name(violation.extra as usize);
            let present = member_names(text, violation.at);
            let unknown =
                present.iter().map(String::as_str).filter(|name| rules.names.find_name(name.as_bytes()).is_none());
            nearest(missing, unknown).map(|found| say!("the member `{}` is there instead", shortened(found)))
        }
        Keyword::AdditionalProperties | Keyword::UnevaluatedProperties => {
            let present = member_names(text, violation.extra as usize);
            let known = known_names(program, violation.node);
            let missing = known.into_iter().filter(|name| !present.iter().any(|present| present == name));
            nearest(&name_at(text, violation), missing).map(|known| say!("`{known}` may be meant"))
        }
        _ => None,
    }
}

/// The names that a node and the nodes that must fit with it have in `properties`.
fn known_names(program: &Program, id: NodeId) -> Vec<&str> {
    let mut names = Vec::new();
    each_object(program, id, 8, &mut |rules| {
        names.extend(
            rules.names.iter().zip(&rules.properties).filter(|(_, property)| property.known).map(|(name, _)| name),
        );
    });
    names
}

/// The names of the members of the object at `open`.
fn member_names(text: &[u8], open: usize) -> Vec<String> {
    let mut names = Vec::new();
    let mut scanner = Scanner::new(text);
    let mut at = skip_whitespace(text, open + 1);
    while scanner.byte(at) == Some(b'"') && names.len() < 256 {
        let Ok(end) = scanner.string(at).map(usize::from) else { break };
        names.push(text::decode(&text[at..end]).into_owned());
        let Ok(value) = scanner.colon(end) else { break };
        let Ok(end) = scanner.known(value).map(usize::from) else { break };
        at = skip_whitespace(text, end);
        if scanner.byte(at) == Some(b',') {
            at = skip_whitespace(text, at + 1);
        }
    }
    names
}

fn name_at(text: &[u8], violation: &Violation) -> String {
    shortened(&text_of(text, violation))
}

fn text_of<'t>(text: &'t [u8], violation: &Violation) -> std::borrow::Cow<'t, str> {
    text::decode(text.get(violation.at..violation.at + violation.length).unwrap_or_default())
}

pub(crate) fn shortened(name: &str) -> String {
    match name.char_indices().nth(64) {
        Some((end, _)) => say!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

fn property(program: &Program, violation: &Violation, index: u64) -> String {
    program.object(violation.node).map(|rules| shortened(rules.names.name(index as usize))).unwrap_or_default()
}

/// The word for the type of a value: the narrower one for whole numbers, which are numbers too.
pub(crate) fn type_word(bits: u64) -> String {
    let types = Types(bits as u8);
    match () {
        () if types.has(Types::INTEGER) => "integer".to_owned(),
        () if types.has(Types::DECIMAL) => "number".to_owned(),
        () => types.words(),
    }
}

pub(crate) fn counted(count: u64, what: &str, least: bool, bound: Option<u64>) -> String {
    let bound = bound.unwrap_or(0);
    let plural = |n: u64| {
        let (first, rest) =
            what.split_once(' ').map_or((what, String::new()), |(first, rest)| (first, say!(" {rest}")));
        say!("{n} {first}{}{rest}", if n == 1 { "" } else { "s" })
    };
    say!("found {}, expected at {} {bound}", plural(count), if least { "least" } else { "most" })
}

/// Values that an enumeration shows at most.
const MOST_SHOWN: usize = 8;

fn listed(program: &Program, violation: &Violation) -> String {
    let rules = program.values.get(program.node(violation.node).values as usize);
    let list = rules.and_then(|rules| match violation.keyword {
        Keyword::Const => rules.exactly.as_ref(),
        _ => rules.one_of.as_ref(),
    });
    let Some(list) = list else { return "a listed value".to_owned() };
    listed_words(&list.shown, list.count, violation.keyword == Keyword::Const)
}

/// Allowed values in words: those in `shown`, out of `count`; `one` where only one is allowed.
pub(crate) fn listed_words(shown: &[Box<str>], count: usize, one: bool) -> String {
    let values: Vec<String> =
        shown.iter().take(MOST_SHOWN).map(|value| say!("`{}`", value.trim_matches('"'))).collect();
    let more = count - values.len();
    match (values.is_empty(), more, one) {
        (true, _, true) => "the value that the schema gives".to_owned(),
        (true, ..) => "a value that the schema lists".to_owned(),
        (false, 0, true) => values.join(", "),
        (false, 0, false) => say!("one of {}", values.join(", ")),
        (false, more, _) => say!("one of {} or {more} more", values.join(", ")),
    }
}
