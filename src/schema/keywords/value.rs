//! Whole values: `enum` and `const`, compared as JSON Schema says (numbers by value, objects without order).

use crate::payload::canonical::{self, same_string};
use crate::payload::number::{Decimal, small_integer};
use crate::payload::scan::Stop;
use crate::schema::SchemaError;
use crate::schema::compile::{Compiler, Context};
use crate::schema::keyword::Keyword;
use crate::schema::names::Names;
use crate::schema::program::NodeId;
use crate::schema::tree::{Kind, TreeId};
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;

/// What a schema object says about whole values.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueRules {
    pub one_of: Option<Listed>,
    pub exactly: Option<Listed>,
}

/// Values that are allowed, by kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    pub strings: Names,
    numbers: Vec<(Box<str>, Option<i64>)>,
    literals: Vec<&'static str>,
    // Arrays and objects, and strings with lone surrogates, in canonical form.
    others: Vec<Vec<u8>>,
    /// The values as messages show them, where they are short enough.
    pub shown: Vec<Box<str>>,
    /// How many values there are.
    pub count: usize,
}

const LONGEST_SHOWN: usize = 48;

impl Compiler<'_> {
    pub(crate) fn enumeration(&self, value: TreeId, context: &Context) -> Result<Listed, SchemaError> {
        let Kind::Array(items) = self.kind(value) else {
            return Err(context.error("enum", "found something else, expected an array of values"));
        };
        let mut listed = Listed::default();
        for item in items {
            self.list(&mut listed, *item);
        }
        listed.strings.seal();
        Ok(listed)
    }

    pub(crate) fn constant(&self, value: TreeId) -> Listed {
        let mut listed = Listed::default();
        self.list(&mut listed, value);
        listed.strings.seal();
        listed
    }

    fn list(&self, listed: &mut Listed, value: TreeId) {
        let text = self.source(value);
        listed.count += 1;
        if text.len() <= LONGEST_SHOWN {
            listed.shown.push(text.into());
        }
        match self.kind(value) {
            Kind::Null => listed.literals.push("null"),
            Kind::Bool(true) => listed.literals.push("true"),
            Kind::Bool(false) => listed.literals.push("false"),
            Kind::Number => listed.numbers.push((text.into(), small_integer(text.as_bytes()))),
            Kind::String(content) if !content.contains(char::REPLACEMENT_CHARACTER) => {
                listed.strings.add(content);
            }
            _ => {
                let mut form = Vec::new();
                canonical::write(text.as_bytes(), 0, &mut form);
                listed.others.push(form);
            }
        }
    }
}

impl Listed {
    /// Whether the value of that text, which has been scanned before, is listed.
    pub(crate) fn has(&self, token: &[u8]) -> bool {
        match token.first() {
            Some(b'"') => {
                let escaped = token.contains(&b'\\');
                self.strings.find(token, escaped).is_some() || !self.others.is_empty() && self.has_other(token)
            }
            Some(b'-' | b'0'..=b'9') => {
                let small = small_integer(token);
                self.numbers.iter().any(|(number, own)| match (small, own) {
                    (Some(small), Some(own)) => small == *own,
                    _ => Decimal::parse(token) == Decimal::parse(number.as_bytes()),
                })
            }
            Some(b'{' | b'[') => self.has_other(token),
            _ => self.literals.iter().any(|literal| literal.as_bytes() == token),
        }
    }

    fn has_other(&self, token: &[u8]) -> bool {
        if self.others.is_empty() {
            return false;
        }
        let mut form = Vec::new();
        canonical::write(token, 0, &mut form);
        self.others.contains(&form)
    }
}

impl<'w> Walker<'w> {
    pub(crate) fn listed(&mut self, id: NodeId, rules: &'w ValueRules, at: usize, after: usize) -> Result<(), Stop> {
        let token = &self.text()[at..after];
        if self.again && matches!(token.first(), Some(b'{' | b'[')) {
            self.step(token.len() as u64 / 8)?;
        }
        let length = if matches!(token.first(), Some(b'{' | b'[')) { 1 } else { token.len() };
        if let Some(listed) = &rules.exactly
            && !listed.has(token)
        {
            self.fail(Violation::new(id, Keyword::Const, at, length))?;
        }
        if let Some(listed) = &rules.one_of
            && !listed.has(token)
        {
            self.fail(Violation::new(id, Keyword::Enum, at, length))?;
        }
        Ok(())
    }
}

/// Whether two string tokens hold the same text.
pub(crate) fn same_text(left: &[u8], right: &[u8]) -> bool {
    same_string(left, right)
}
