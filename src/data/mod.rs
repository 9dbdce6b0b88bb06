//! Reads definitions, setups and options from JSON text: members by name, none unknown, each misfit with its place.
//!
//! One reader for all of them, in which each structure is a list of names, is a fraction of the code that a derived
//! visitor per structure and format comes to.

mod read;

use std::borrow::Cow;
use std::fmt;

use crate::payload::json::Span;
use crate::payload::scan::{Scanner, Stop};
use crate::payload::text as string;

pub use crate::map::Map;
pub use read::Text;

/// Nesting of a text; schemas lie within definitions.
const DEEPEST: u32 = 256;

/// Why a text is not the data that was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// What was found, then what was expected. Of values, only the names that the format itself gives are shown.
    pub message: String,
    /// Line in the text, counted from 1.
    pub line: usize,
    /// Column in bytes, counted from 1.
    pub column: usize,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at line {} column {}", self.message, self.line, self.column)
    }
}

impl std::error::Error for DataError {}

/// A value that is not what it should be.
pub(crate) struct Misfit {
    message: String,
    at: usize,
}

/// What can be read from a JSON value.
pub(crate) trait Read: Sized {
    /// Reads a value.
    fn read(node: Node<'_>) -> Result<Self, Misfit>;

    /// What stands for a member that is absent; `None` where it has to be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a whole text.
pub(crate) fn read<T: Read>(text: &str) -> Result<T, DataError> {
    Node::whole(text).and_then(T::read).map_err(|misfit| misfit.within(text))
}

impl Misfit {
    #[cold]
    fn within(self, text: &str) -> DataError {
        let before = &text.as_bytes()[..self.at];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        DataError { message: self.message, line, column: self.at - line_start + 1 }
    }
}

impl From<Stop> for Misfit {
    // A text is scanned as a whole before its values are read.
    fn from(Stop: Stop) -> Self {
        Self { message: "the text is not JSON".to_owned(), at: 0 }
    }
}

/// A value within a text that is JSON.
#[derive(Clone, Copy)]
pub(crate) struct Node<'t> {
    text: &'t str,
    span: Span,
    /// A member that was read already.
    tag: &'static str,
}

impl<'t> Node<'t> {
    fn whole(text: &'t str) -> Result<Self, Misfit> {
        let mut scanner = Scanner::new(text.as_bytes());
        let whole = scanner.start(0).and_then(|start| {
            let end = usize::from(scanner.value(start, DEEPEST)?);
            let after = scanner.blank(end);
            let more = after < text.len();
            if more { Err(scanner.expected("the end of the text", "a value", after)) } else { Ok(Span { start, end }) }
        });
        whole.map(|span| Node { text, span, tag: "" }).map_err(|Stop| {
            let error = scanner.error();
            let words = |message: String| message.replace("the body", "the text");
            Misfit {
                message: if cfg!(feature = "details") { words(error.message) } else { error.message },
                at: error.offset,
            }
        })
    }

    /// The value as it is written.
    pub fn source(self) -> &'t str {
        &self.text[self.span.start..self.span.end]
    }

    fn first(self) -> u8 {
        self.text.as_bytes()[self.span.start]
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.first() == b'{'
    }

    /// What its JSON type is called.
    pub fn type_name(self) -> &'static str {
        match self.first() {
            b'"' => "a string",
            b'{' => "an object",
            b'[' => "an array",
            b't' | b'f' => "a boolean",
            b'n' => "null",
            _ => "a number",
        }
    }

    #[cold]
    pub fn misfit(self, message: String) -> Misfit {
        Misfit { message, at: self.span.start }
    }

    #[cold]
    pub fn expected(self, what: &str) -> Misfit {
        self.misfit(say!("found {}, expected {what}", self.type_name()))
    }

    /// The characters of a string.
    pub fn string(self) -> Result<Cow<'t, str>, Misfit> {
        match self.first() {
            b'"' => Ok(string::decode(self.source().as_bytes())),
            _ => Err(self.expected("a string")),
        }
    }

    /// A number that is written as an integer.
    pub fn integer(self) -> Option<i64> {
        self.source().parse().ok()
    }

    /// The place of a string among the words that it may be.
    pub fn word(self, words: &[&str]) -> Result<usize, Misfit> {
        let found = self.string()?;
        words
            .iter()
            .position(|word| *word == found)
            .ok_or_else(|| self.misfit(say!("unknown variant `{found}`, expected {}", listed(words))))
    }

    /// The items of an array.
    pub fn items(self) -> Result<Vec<Self>, Misfit> {
        if self.first() != b'[' {
            return Err(self.expected("an array"));
        }
        let mut items = Vec::new();
        let mut scanner = Scanner::new(self.text.as_bytes());
        let mut at = scanner.blank(self.span.start + 1);
        while scanner.byte(at) != Some(b']') {
            let item = self.child(&mut scanner, at)?;
            at = after(&scanner, item.span.end);
            items.push(item);
        }
        Ok(items)
    }

    /// The members of an object in their order.
    pub fn entries(self) -> Result<Vec<(Self, Self)>, Misfit> {
        if !self.is_object() {
            return Err(self.expected("an object"));
        }
        let mut entries = Vec::new();
        let mut scanner = Scanner::new(self.text.as_bytes());
        let mut at = scanner.blank(self.span.start + 1);
        while scanner.byte(at) != Some(b'}') {
            let name = self.child(&mut scanner, at)?;
            at = scanner.colon(name.span.end)?;
            let value = self.child(&mut scanner, at)?;
            at = after(&scanner, value.span.end);
            entries.push((name, value));
        }
        Ok(entries)
    }

    fn child(self, scanner: &mut Scanner<'t>, start: usize) -> Result<Self, Misfit> {
        let end = scanner.value(start, DEEPEST)?.into();
        Ok(Node { text: self.text, span: Span { start, end }, tag: "" })
    }

    /// The members of an object that has these names, of which the value's tag is none.
    pub fn members(self, names: &'static [&'static str]) -> Result<Members<'t>, Misfit> {
        let mut values = vec![None; names.len()];
        for (name, value) in self.entries()? {
            let found = name.string()?;
            match names.iter().position(|name| *name == found) {
                Some(place) if values[place].is_some() => return Err(name.misfit(say!("duplicate field `{found}`"))),
                Some(place) => values[place] = Some(value),
                None if !self.tag.is_empty() && self.tag == found => {}
                None => return Err(name.misfit(say!("unknown field `{found}`, expected {}", listed(names)))),
            }
        }
        Ok(Members { object: self, names, values, next: 0 })
    }

    /// The member that says which kind of object it is, and the object without that member.
    #[cfg(feature = "details")]
    pub fn tagged(self, tag: &'static str) -> Result<(Self, Self), Misfit> {
        for (name, value) in self.entries()? {
            if name.string()? == tag {
                return Ok((value, Node { tag, ..self }));
            }
        }
        Err(self.misfit(say!("missing field `{tag}`")))
    }
}

/// The next member or item, or the closing bracket.
fn after(scanner: &Scanner<'_>, end: usize) -> usize {
    let at = scanner.blank(end);
    if scanner.byte(at) == Some(b',') { scanner.blank(at + 1) } else { at }
}

#[cold]
fn listed(names: &[&str]) -> String {
    if !cfg!(feature = "details") {
        return String::new();
    }
    let all = names.iter().map(|name| say!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.len() > 1 { say!("one of {all}") } else { all }
}

/// The members of one object, taken in the order of their names.
pub(crate) struct Members<'t> {
    object: Node<'t>,
    names: &'static [&'static str],
    values: Vec<Option<Node<'t>>>,
    next: usize,
}

impl<'t> Members<'t> {
    fn next(&mut self) -> Option<Node<'t>> {
        self.next += 1;
        self.values[self.next - 1]
    }

    #[cold]
    fn missing(&self) -> Misfit {
        self.object.misfit(say!("missing field `{}`", self.names[self.next - 1]))
    }

    /// The next member.
    pub fn take<T: Read>(&mut self) -> Result<T, Misfit> {
        match self.next() {
            Some(value) => T::read(value),
            None => T::absent().ok_or_else(|| self.missing()),
        }
    }

    /// The next member, or what stands for it when it is absent.
    pub fn take_or<T: Read>(&mut self, default: impl FnOnce() -> T) -> Result<T, Misfit> {
        self.next().map_or_else(|| Ok(default()), T::read)
    }
}

/// How a structure is read: each field with its name in JSON, and what stands for it when it is absent.
macro_rules! members {
    ($type:ident $(<$of:ident>)? { $($(#[$when:meta])* $field:ident: $name:literal $(or $default:expr)?),+ $(,)? }) => {
        impl $(<$of: $crate::data::Read>)? $crate::data::Read for $type $(<$of>)? {
            fn read(node: $crate::data::Node<'_>) -> Result<Self, $crate::data::Misfit> {
                let mut members = node.members(&[$($(#[$when])* $name),+])?;
                Ok(Self { $($(#[$when])* $field: $crate::data::members!(@take members $($default)?)),+ })
            }
        }
    };
    (@take $members:ident) => { $members.take()? };
    (@take $members:ident $default:expr) => { $members.take_or(|| $default)? };
}
pub(crate) use members;

/// How an enumeration is read: each variant with its names in JSON.
macro_rules! words {
    ($type:ident { $($variant:ident: $name:literal),+ $(,)? }) => {
        impl $crate::data::Read for $type {
            fn read(node: $crate::data::Node<'_>) -> Result<Self, $crate::data::Misfit> {
                const VARIANTS: &[$type] = &[$($type::$variant),+];
                Ok(VARIANTS[node.word(&[$($name),+])?])
            }
        }
    };
}
pub(crate) use words;

/// `Deserialize` by way of [`read`], for those who have the data in a format of serde's.
#[cfg(feature = "details")]
macro_rules! deserialize {
    ($($type:ident),+) => { $(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <Box<serde_json::value::RawValue>>::deserialize(deserializer)?;
                $crate::data::read(text.get()).map_err(serde::de::Error::custom)
            }
        }
    )+ };
}
#[cfg(feature = "details")]
pub(crate) use deserialize;
