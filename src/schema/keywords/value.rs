//! Whole values: `enum` and `const`, compared as JSON Schema says (numbers by value, objects without order).

use crate::packed::{packed, packed_as};
use crate::payload::canonical::{self, same_string};
use crate::payload::number::{Decimal, small_integer};
use crate::payload::scan::Stop;
use crate::schema::keyword::Keyword;
use crate::schema::names::Names;
use crate::schema::program::NodeId;
use crate::schema::used;
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
    pub others: Vec<Vec<u8>>,
    /// The values as messages show them, where they are short enough.
    pub shown: Vec<Box<str>>,
    /// How many values there are.
    pub count: usize,
}

#[cfg(feature = "details")]
const LONGEST_SHOWN: usize = 48;

packed!(ValueRules { one_of, exactly });
packed_as! {
    // How the values are shown and counted is for messages.
    Listed: |listed| {
        let numbers: Vec<Box<str>> = listed.numbers.iter().map(|(token, _)| token.clone()).collect();
        let literals: Vec<Box<str>> = listed.literals.iter().map(|literal| (*literal).into()).collect();
        (listed.strings.clone(), numbers, (literals, listed.others.clone()))
    }, |from| {
        let mut listed = Self { strings: from.value(), ..Self::default() };
        for _ in 0..from.length() {
            listed.add_number(from.text());
        }
        for _ in 0..from.length() {
            let literal = from.text();
            listed.literals.extend(LITERALS.iter().find(|known| **known == literal));
        }
        listed.others = from.value();
        listed
    }
}

const LITERALS: [&str; 3] = ["null", "true", "false"];

impl Listed {
    fn add_number(&mut self, token: &str) {
        self.numbers.push((token.into(), small_integer(token.as_bytes())));
    }

    /// Adds a value by its text; `content` is a string's. After the last one `strings` are to be sealed.
    #[cfg(feature = "details")]
    pub(crate) fn add(&mut self, text: &str, content: Option<&str>) {
        self.count += 1;
        if text.len() <= LONGEST_SHOWN {
            self.shown.push(text.into());
        }
        match (content, text.as_bytes().first()) {
            (Some(content), _) if !content.contains(char::REPLACEMENT_CHARACTER) => {
                self.strings.add(content);
            }
            (None, Some(b'-' | b'0'..=b'9')) => self.add_number(text),
            _ => match LITERALS.iter().find(|literal| **literal == text) {
                Some(literal) => self.literals.push(literal),
                None => {
                    let mut form = Vec::new();
                    canonical::write(text.as_bytes(), 0, &mut form);
                    self.others.push(form);
                }
            },
        }
    }

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
        if !used::WHOLE_VALUES || self.others.is_empty() {
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
