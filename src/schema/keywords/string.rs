//! Strings: `minLength`, `maxLength`, `pattern` and the text formats.

use std::borrow::Cow;

use crate::packed::{packed, packed_as};
use crate::payload::scan::{End, Flaw, Stop};
use crate::payload::text;
use crate::schema::format::Format;
use crate::schema::keyword::Keyword;
use crate::schema::program::NodeId;
use crate::schema::regex::Regex;
use crate::schema::used;
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;

/// What a schema object says about strings.
#[derive(Clone, Debug)]
pub(crate) struct StringRules {
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<Pattern>,
    /// Asserted format.
    pub format: Option<Format>,
    /// From the first length to the second plain ASCII fits all rules; none does where that takes more than the length.
    fitting: (u64, u64),
}

impl StringRules {
    /// Whether plain ASCII of that length fits for certain.
    #[inline(always)]
    pub(crate) fn surely(&self, length: usize) -> bool {
        let length = length as u64;
        self.fitting.0 <= length && length <= self.fitting.1
    }

    /// Whether any text of so many bytes fits for certain. A character takes at least one and at most twelve.
    #[inline]
    pub(crate) fn surely_mixed(&self, bytes: usize) -> bool {
        self.surely(bytes) && self.surely(bytes / 12)
    }

    /// To be called once all rules are there.
    pub(crate) fn seal(&mut self) {
        let only_lengths = self.pattern.is_none() && self.format.is_none();
        self.fitting = match only_lengths {
            true => (self.min_length.unwrap_or(0), self.max_length.unwrap_or(u64::MAX)),
            false => NOTHING,
        };
    }
}

const NOTHING: (u64, u64) = (1, 0);

impl Default for StringRules {
    fn default() -> Self {
        Self { min_length: None, max_length: None, pattern: None, format: None, fitting: NOTHING }
    }
}

/// A pattern as written and as compiled.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub source: Box<str>,
    regex: Regex,
}

// As it is written it only stands in messages.
packed!(StringRules { min_length, max_length, pattern, format } and { fitting: NOTHING });
packed_as!(Pattern: |pattern| pattern.regex.clone(), |from| match used::PATTERNS {
    true => Self { source: "".into(), regex: from.value() },
    false => unreachable!("no built-in schema has patterns"),
});

#[cfg(feature = "details")]
impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// What it has that cannot be used, in words.
    pub(crate) fn new(source: &str) -> Result<Self, String> {
        Ok(Self { source: source.into(), regex: Regex::new(source)? })
    }
}

impl<'w> Walker<'w> {
    pub(crate) fn string(&mut self, id: NodeId, rules: &'w StringRules, at: usize, after: End) -> Result<(), Stop> {
        let after = usize::from(after);
        let token = &self.text()[at..after];
        let (escaped, wide) = (self.scan.escaped, self.scan.wide);
        if rules.min_length.is_some() || rules.max_length.is_some() {
            let bytes = (token.len() - 2) as u64;
            // Only escapes and characters outside ASCII make the two differ, and only downwards.
            let count = if escaped || wide { text::count(token) as u64 } else { bytes };
            if rules.min_length.is_some_and(|least| count < least) {
                self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MinLength, at, token.len()) })?;
            }
            if rules.max_length.is_some_and(|most| count > most) {
                self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MaxLength, at, token.len()) })?;
            }
        }
        if rules.pattern.is_none() && rules.format.is_none() {
            return Ok(());
        }
        let content = content(token, escaped);
        if let Some(pattern) = &rules.pattern
            && !self.matches(pattern, &content)?
        {
            self.fail(Violation::new(id, Keyword::Pattern, at, token.len()))?;
        }
        if let Some(format) = rules.format {
            self.step(content.len() as u64 / 64)?;
            if !format.accepts(&content) {
                self.fail(Violation::new(id, Keyword::Format, at, token.len()))?;
            }
        }
        Ok(())
    }

    /// Whether a text matches, paid for in steps: the regular expression's size counts as much as the text's.
    pub(crate) fn matches(&mut self, pattern: &Pattern, content: &str) -> Result<bool, Stop> {
        if !used::PATTERNS {
            return Ok(true);
        }
        match pattern.regex.is_match(content, &mut self.fuel) {
            Some(matches) => Ok(matches),
            None => Err(self.scan.stop(Flaw::Steps, 0)),
        }
    }
}

/// The text of a checked string token.
pub(crate) fn content(token: &[u8], escaped: bool) -> Cow<'_, str> {
    if !escaped && let Ok(plain) = std::str::from_utf8(&token[1..token.len() - 1]) {
        return Cow::Borrowed(plain);
    }
    text::decode(token)
}
