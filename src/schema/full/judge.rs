//! From the errors of the `jsonschema` crate to broken rules: their place in the text, and what they do in each mode.

use std::collections::BTreeSet;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;

use crate::code::Code;
use crate::payload::json::Span;
use crate::schema::Mode;
use crate::schema::keyword::Keyword;
use crate::schema::program::{Tolerance, Types};
use crate::schema::violation::Effect;

use super::document::{self, Document, Id};
use super::node::repeated;
use super::sources::{Place, Sources};
use super::word::{self, Words};

/// One broken rule.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub place: Place,
    /// As it is written in the schema; empty for a schema that is `false`.
    pub keyword: String,
    pub at: usize,
    pub length: usize,
    pub effect: Effect,
    pub words: Words,
}

/// The regular expressions of the schema have used up their steps.
pub(crate) struct Endless;

/// Members of one object that are compared with all names that the schema knows.
const MOST_HINTS: usize = 64;

/// Looks at errors in the light of schema, payload and mode.
pub(crate) struct Judge<'j> {
    pub sources: &'j Sources,
    pub document: &'j Document<'j>,
    pub mode: Mode,
}

/// What an error is about.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub id: Option<Id>,
    pub at: usize,
    pub length: usize,
    pub types: Types,
}

type Found = Result<Vec<Broken>, Endless>;

impl Judge<'_> {
    /// What is wrong on the level of one schema: an object of the wrong type is not held to its other rules.
    pub(crate) fn all<'e>(&self, errors: impl IntoIterator<Item = &'e ValidationError<'e>>) -> Found {
        self.every(errors, None)
    }

    fn every<'e>(&self, errors: impl IntoIterator<Item = &'e ValidationError<'e>>, name: Option<Span>) -> Found {
        let mut found = Vec::new();
        for error in errors {
            found.extend(self.one(error, name)?);
        }
        let mistyped: BTreeSet<(String, usize)> = found
            .iter()
            .filter(|broken: &&Broken| broken.keyword == "type")
            .map(|broken| (broken.place.pointer.clone(), broken.at))
            .collect();
        if !mistyped.is_empty() {
            found.retain(|broken| {
                broken.keyword == "type" || !mistyped.contains(&(broken.place.pointer.clone(), broken.at))
            });
        }
        Ok(found)
    }

    fn one(&self, error: &ValidationError<'_>, name: Option<Span>) -> Found {
        let rule = self.rule(error, name);
        let subject = rule.subject;
        let found = match error.kind() {
            Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => return Err(Endless),
            Kind::PropertyNames { error: inner } => {
                let member = subject.id.zip(inner.instance().as_str());
                let span = member.and_then(|(id, name)| Some(self.document.get(id).member(name)?.span));
                return self.one(inner, span.or(name));
            }
            Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
                rule.unexpected_members(unexpected)
            }
            Kind::UnevaluatedItems { unexpected } => rule.unexpected_items(unexpected),
            Kind::AdditionalItems { limit } => rule.excess(*limit),
            Kind::FalseSchema if rule.is_later_excess(error.instance_path().as_str()) => return Ok(Vec::new()),
            Kind::FalseSchema if rule.closes_objects() => rule.closed_out(),
            Kind::FalseSchema => rule.never(),
            Kind::UniqueItems => rule.repeated_items(),
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => rule.no_branch(context, name)?,
            Kind::OneOfMultipleValid { context } => {
                let fitting: Vec<usize> =
                    (0..context.len()).filter(|branch| context[*branch].is_empty()).take(2).collect();
                vec![rule.broken(word::both(&fitting))]
            }
            kind => vec![rule.broken(word::scalar(&rule, kind))],
        };
        // However little is known about it, an error stays one.
        if found.is_empty() {
            let rule = self.rule(error, name);
            return Ok(vec![rule.broken(word::other(&rule.keyword))]);
        }
        Ok(found)
    }

    fn rule(&self, error: &ValidationError<'_>, name: Option<Span>) -> Rule<'_> {
        let absolute = error.absolute_keyword_location().map(|uri| uri.as_str());
        let (place, keyword) = self.sources.place(absolute, error.schema_path().as_str());
        Rule { judge: self, place, keyword, subject: self.subject(error, name) }
    }

    fn subject(&self, error: &ValidationError<'_>, name: Option<Span>) -> Subject {
        if let Some(span) = name {
            return Subject { id: None, at: span.start, length: span.end - span.start, types: Types::STRING };
        }
        let id = error.instance().as_u64().and_then(|id| Id::try_from(id).ok()).unwrap_or(self.document.root());
        let value = self.document.get(id);
        Subject { id: Some(id), at: value.span.start, length: value.length(), types: value.types() }
    }
}

/// A rule of a schema object and the value that breaks it.
pub(super) struct Rule<'r> {
    pub judge: &'r Judge<'r>,
    pub place: Place,
    pub keyword: String,
    pub subject: Subject,
}

impl Rule<'_> {
    pub(super) fn value(&self, keyword: &str) -> Option<&serde_json::Value> {
        self.judge.sources.rule(&self.place, keyword)
    }

    /// Whether the rule says that there is nothing beyond what the schema knows.
    fn closed(&self) -> bool {
        self.value(&self.keyword) == Some(&serde_json::Value::Bool(false))
    }

    fn closes_objects(&self) -> bool {
        matches!(&*self.keyword, "additionalProperties" | "unevaluatedProperties") && self.closed()
    }

    fn effect(&self) -> Effect {
        if self.judge.mode == Mode::Strict {
            return Effect::Error;
        }
        match self.judge.sources.tolerance(&self.place, &self.keyword) {
            Some(Tolerance::Drift) => Effect::Drift,
            Some(Tolerance::Warning) => Effect::Warning,
            None if self.closes_objects() => Effect::Drift,
            None => Effect::Error,
        }
    }

    fn broken(&self, words: Words) -> Broken {
        self.broken_at(self.subject.at, self.subject.length, words)
    }

    fn broken_at(&self, at: usize, length: usize, words: Words) -> Broken {
        let (place, keyword) = (self.place.clone(), self.keyword.clone());
        Broken { place, keyword, at, length, effect: self.effect(), words }
    }

    fn unexpected_members(&self, names: &[String]) -> Vec<Broken> {
        let Some(id) = self.subject.id else { return Vec::new() };
        let object = self.judge.document.get(id);
        let closed = self.closed();
        let members = names.iter().filter_map(|name| object.member(name));
        (0..)
            .zip(members)
            .map(|(place, member)| {
                let hinting = (place < MOST_HINTS).then_some(object);
                let words = word::unexpected_member(self, &member.name, hinting, closed);
                self.broken_at(member.span.start, member.span.end - member.span.start, words)
            })
            .collect()
    }

    /// An object that is to have no members at all: the crate then speaks of its first member's value, and of no other.
    fn closed_out(self) -> Vec<Broken> {
        let Some((object, member)) = self.subject.id.and_then(|id| self.judge.document.membership(id)) else {
            return self.never();
        };
        let members = match &object.kind {
            document::Kind::Object(members) if members[0].value == member.value => members.as_slice(),
            _ => std::slice::from_ref(member),
        };
        let broken = |member: &document::Member<'_>| {
            let words = word::unexpected_member(&self, &member.name, None, true);
            self.broken_at(member.span.start, member.span.end - member.span.start, words)
        };
        members.iter().map(broken).collect()
    }

    /// `items` are the ids that [`Node`](super::node::Node) gives for values, as text.
    fn unexpected_items(&self, items: &[String]) -> Vec<Broken> {
        let own = self.items();
        let places = items.iter().filter_map(|id| {
            let id: Id = id.parse().ok()?;
            own.iter().position(|item| *item == id).map(|place| (place, id))
        });
        let broken = |(place, id)| {
            let value = self.judge.document.get(id);
            self.broken_at(value.span.start, value.length(), word::unexpected_item(place))
        };
        places.map(broken).collect()
    }

    fn items(&self) -> &[Id] {
        match self.subject.id.map(|id| &self.judge.document.get(id).kind) {
            Some(document::Kind::Array(items)) => items,
            _ => &[],
        }
    }

    fn excess(&self, limit: usize) -> Vec<Broken> {
        let Some(first) = self.items().get(limit) else { return Vec::new() };
        vec![self.broken_at(self.judge.document.get(*first).span.start, 1, word::excess(limit))]
    }

    fn repeated_items(&self) -> Vec<Broken> {
        let items = self.items();
        let start = |place: usize| self.judge.document.get(items[place]).span.start;
        let repeated = repeated(self.judge.document, items);
        repeated.into_iter().map(|(later, first)| self.broken_at(start(later), 1, word::repeated(first))).collect()
    }

    /// Whether this is an item that is too many, but not the first: one fault is one problem.
    fn is_later_excess(&self, pointer: &str) -> bool {
        let closes = matches!(&*self.keyword, "items" | "additionalItems");
        let index = pointer.rsplit('/').next().and_then(|index| index.parse().ok());
        closes && self.closed() && index.is_some_and(|index: usize| index > self.prefix())
    }

    /// How many items have schemas of their own.
    fn prefix(&self) -> usize {
        let prefix = ["prefixItems", "items"].iter().find_map(|name| self.value(name)?.as_array());
        prefix.map_or(0, Vec::len)
    }

    /// A schema that is `false`: what its place is says which keyword is meant.
    fn never(mut self) -> Vec<Broken> {
        let sources = self.judge.sources;
        match (&*self.keyword, self.subject.id) {
            ("items" | "additionalItems", Some(id)) => {
                let start = self.judge.document.get(id).span.start;
                vec![self.broken_at(start, 1, word::excess(self.prefix()))]
            }
            ("propertyNames", Some(id)) if self.subject.types == Types::OBJECT => {
                let document::Kind::Object(members) = &self.judge.document.get(id).kind else { return Vec::new() };
                self.place = sources.inside(&self.place, "propertyNames");
                self.keyword.clear();
                let words = || word::never(Types::STRING);
                let broken = |member: &document::Member<'_>| {
                    self.broken_at(member.span.start, member.span.end - member.span.start, words())
                };
                members.iter().map(broken).collect()
            }
            _ => {
                self.place = sources.inside(&self.place, &self.keyword);
                self.keyword.clear();
                vec![self.broken(word::never(self.subject.types))]
            }
        }
    }

    fn no_branch(&self, context: &[Vec<ValidationError<'static>>], name: Option<Span>) -> Found {
        let mut branches = Vec::new();
        for errors in context {
            branches.push(self.judge.every(errors, name)?);
        }
        let own = self.effect();
        if self.judge.mode != Mode::Strict {
            let tolerable = |branch: &&Vec<Broken>| branch.iter().all(|broken| broken.effect != Effect::Error);
            if let Some(branch) = branches.iter().find(tolerable) {
                return Ok(branch.clone());
            }
        }
        let (mistyped, meant): (Vec<&Vec<Broken>>, Vec<&Vec<Broken>>) = branches.iter().partition(|branch| {
            branch.iter().any(|broken| broken.at == self.subject.at && matches!(&*broken.keyword, "type" | ""))
        });
        if meant.is_empty() && !mistyped.is_empty() {
            let allowed = mistyped.iter().flat_map(|branch| branch.iter()).fold(Types::NONE, |types, broken| {
                if broken.at == self.subject.at { types.with(broken.words.allowed) } else { types }
            });
            if allowed != Types::NONE {
                return Ok(vec![self.broken(word::no_type(self.subject.types, allowed))]);
            }
        }
        // What tells branches apart is a member whose value only some of them list.
        let misnamed = |branch: &[Broken]| {
            let mut listed = branch.iter().filter(|broken| matches!(&*broken.keyword, "const" | "enum"));
            listed.find(|broken| broken.at != self.subject.at).map(|broken| (broken.at, broken.length))
        };
        let named: Vec<&&Vec<Broken>> = meant.iter().filter(|branch| misnamed(branch).is_none()).collect();
        if named.is_empty()
            && meant.len() > 1
            && let Some((at, length)) = misnamed(meant[0])
            && meant.iter().all(|branch| misnamed(branch).is_some_and(|(other, _)| other == at))
        {
            return Ok(vec![self.broken_at(at, length, word::names_none(context.len()))]);
        }
        let candidates = if named.is_empty() { meant.iter().collect() } else { named };
        let errors = |branch: &&&Vec<Broken>| branch.iter().filter(|broken| broken.effect == Effect::Error).count();
        match candidates.into_iter().min_by_key(errors) {
            Some(closest) => {
                let adopted = closest.iter().cloned();
                Ok(adopted.map(|broken| Broken { effect: broken.effect.max(own), ..broken }).collect())
            }
            None => Ok(vec![self.broken(word::none_fits(context.len()))]),
        }
    }
}

/// The reason code of a keyword by its name.
pub(super) fn code_of(keyword: &str) -> Code {
    Keyword::from_name(keyword).map_or(Code::SchemaFormat, Keyword::code)
}
