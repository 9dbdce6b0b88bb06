//! Patterns without a choice, such as `^evt_[0-9a-z]{8,32}$`: read from left to right, each part as often as it goes.

use crate::packed::packed;

use super::class::Class;
#[cfg(feature = "details")]
use super::parse::Tree;

/// Parts in order, from the start of a text. No part could leave a character to the next one that both take.
#[derive(Clone, Debug)]
pub(crate) struct Straight {
    parts: Vec<Part>,
    /// Whether the text must end after them.
    whole: bool,
}

/// A character of a set, so many times.
#[derive(Clone, Debug)]
struct Part {
    set: Class,
    least: usize,
    most: usize,
}

packed!(Straight { parts, whole });
packed!(Part { set, least, most });

/// What reading a text cost as work of an automaton: a state for each character.
pub(super) struct Reading {
    pub matches: bool,
    pub work: u64,
}

impl Straight {
    /// A pattern in this form, if it has it.
    #[cfg(feature = "details")]
    pub(super) fn of(tree: &Tree) -> Option<Self> {
        let Tree::Sequence(trees) = tree else { return None };
        let (first, rest) = trees.split_first()?;
        let (rest, whole) = match rest.split_last() {
            Some((Tree::End, rest)) => (rest, true),
            _ => (rest, false),
        };
        if !matches!(first, Tree::Start) {
            return None;
        }
        let parts: Vec<Part> = rest.iter().map(Part::of).collect::<Option<_>>()?;
        let decided = (0..parts.len()).all(|at| decided(&parts[at], &parts[at + 1..]));
        decided.then_some(Self { parts, whole })
    }

    pub(super) fn read(&self, text: &str) -> Reading {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut matches = true;
        for part in &self.parts {
            let mut count = 0;
            while count < part.most
                && let Some(&byte) = bytes.get(at)
            {
                let length = match byte.is_ascii() {
                    true if part.set.has_ascii(byte) => 1,
                    true => break,
                    false => match text[at..].chars().next() {
                        Some(character) if part.set.has(character) => character.len_utf8(),
                        _ => break,
                    },
                };
                at += length;
                count += 1;
            }
            if count < part.least {
                matches = false;
                break;
            }
        }
        Reading { matches: matches && (!self.whole || at == bytes.len()), work: at as u64 + 1 }
    }
}

impl Part {
    #[cfg(feature = "details")]
    fn of(tree: &Tree) -> Option<Self> {
        let (tree, least, most) = match tree {
            Tree::Repeat(part, least, most) => (&**part, *least, *most),
            other => (other, 1, Some(1)),
        };
        let set = match tree {
            Tree::Character(character) => Class::new(vec![(*character as u32, *character as u32)], Vec::new(), false),
            Tree::Class(class) => class.clone(),
            _ => return None,
        };
        Some(Self { set, least: least as usize, most: most.map_or(usize::MAX, |most| most as usize) })
    }
}

/// Whether a part that may end early ends only where what comes next cannot begin.
#[cfg(feature = "details")]
fn decided(part: &Part, next: &[Part]) -> bool {
    if part.least == part.most {
        return true;
    }
    for other in next {
        if !part.set.is_apart(&other.set) {
            return false;
        }
        if other.least > 0 {
            break;
        }
    }
    true
}
