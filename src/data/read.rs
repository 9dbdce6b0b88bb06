//! How plain values are read: text, numbers, lists, and words that everything uses.

use std::borrow::Cow;

use super::{Misfit, Node, Read, words};
use crate::confidence::Confidence;
use crate::map::Map;
use crate::report::Authenticated;

words!(Confidence { Documented: "documented", Observed: "observed", Assumed: "assumed" });
words!(Authenticated { Body: "body", Partial: "partial", Token: "token" });

/// A value of any kind as its JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// The text.
    pub fn get(&self) -> &str {
        &self.0
    }
}

impl Read for Text {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        Ok(Self(node.source().to_owned()))
    }
}

impl Read for String {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        node.string().map(Cow::into_owned)
    }
}

impl Read for bool {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node.first() {
            b't' => Ok(true),
            b'f' => Ok(false),
            _ => Err(node.expected("a boolean")),
        }
    }
}

fn integer<T: TryFrom<i64>>(node: Node<'_>, what: &str) -> Result<T, Misfit> {
    node.integer().and_then(|integer| T::try_from(integer).ok()).ok_or_else(|| node.expected(what))
}

macro_rules! integers {
    ($($type:ident: $what:literal),+) => { $(
        impl Read for $type {
            fn read(node: Node<'_>) -> Result<Self, Misfit> {
                integer(node, $what)
            }
        }
    )+ };
}
integers!(
    u8: "an integer from 0 to 255",
    u16: "an integer from 0 to 65535",
    u32: "an integer from 0 to 4294967295",
    i64: "an integer of 64 bits",
    usize: "an integer that is not negative"
);

impl<T: Read> Read for Option<T> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if node.first() == b'n' { Ok(None) } else { T::read(node).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let items = node.items()?;
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            values.push(T::read(item)?);
        }
        Ok(values)
    }
}

impl<T: Read> Read for (T, T) {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node.items()?[..] {
            [first, second] => Ok((T::read(first)?, T::read(second)?)),
            _ => Err(node.misfit("found another number of items, expected an array of two".to_owned())),
        }
    }
}

impl<T: Read> Read for Map<T> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let mut values = Map::new();
        for (name, value) in node.entries()? {
            values.insert(name.string()?.into_owned(), T::read(value)?);
        }
        Ok(values)
    }
}
