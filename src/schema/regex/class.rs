//! Character classes: ranges, and the few Unicode properties that need no tables of our own.

use crate::packed::{packed, packed_as};
use crate::sort::sort;

use super::letters::ALPHABETIC_NO_LETTERS;

/// A set of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Class {
    // Answers for ASCII, so that the common case is one shift.
    ascii: [u64; 2],
    ranges: Vec<(u32, u32)>,
    properties: Vec<(Property, bool)>,
    negated: bool,
}

/// A Unicode property that the standard library knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Alphabetic,
    Lowercase,
    Uppercase,
    WhiteSpace,
    Letter,
    Number,
    Control,
}

packed!(
    enum Property {
        Alphabetic,
        Lowercase,
        Uppercase,
        WhiteSpace,
        Letter,
        Number,
        Control,
    }
);
packed_as! {
    Class: |class| (class.ranges.clone(), class.properties.clone(), class.negated), |from| {
        Class::new(from.value(), from.value(), from.value())
    }
}

pub(super) const LAST: u32 = char::MAX as u32;

pub(super) const DIGIT: &[(u32, u32)] = &[(0x30, 0x39)];
pub(super) const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
/// WhiteSpace and LineTerminator of ECMA-262.
pub(super) const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
pub(super) const LINE_END: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

impl Property {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "Alphabetic" | "Alpha" => Self::Alphabetic,
            "Lowercase" | "Lower" => Self::Lowercase,
            "Uppercase" | "Upper" => Self::Uppercase,
            "White_Space" | "space" => Self::WhiteSpace,
            "L" | "Letter" | "General_Category=Letter" | "gc=L" => Self::Letter,
            "N" | "Number" | "General_Category=Number" | "gc=N" => Self::Number,
            "Cc" | "Control" | "cntrl" => Self::Control,
            _ => return None,
        })
    }

    fn has(self, character: char) -> bool {
        match self {
            Self::Alphabetic => character.is_alphabetic(),
            Self::Lowercase => character.is_lowercase(),
            Self::Uppercase => character.is_uppercase(),
            Self::WhiteSpace => character.is_whitespace(),
            Self::Letter => is_letter(character),
            Self::Number => character.is_numeric(),
            Self::Control => character.is_control(),
        }
    }
}

impl Class {
    pub(super) fn new(mut ranges: Vec<(u32, u32)>, properties: Vec<(Property, bool)>, negated: bool) -> Self {
        sort(&mut ranges);
        let mut class = Self { ascii: [0; 2], ranges, properties, negated };
        for character in '\0'..='\x7F' {
            class.ascii[character as usize / 64] |= u64::from(class.search(character)) << (character as u32 % 64);
        }
        class
    }

    #[inline]
    pub(super) fn has(&self, character: char) -> bool {
        if character.is_ascii() { self.has_ascii(character as u8) } else { self.search(character) }
    }

    #[inline]
    pub(super) fn has_ascii(&self, byte: u8) -> bool {
        self.ascii[usize::from(byte >> 6 & 1)] >> (byte & 63) & 1 == 1
    }

    /// Whether it is certain that no character is in both.
    pub(super) fn is_apart(&self, other: &Class) -> bool {
        let listed = |class: &Class| class.properties.is_empty() && !class.negated;
        let meets = |(first, last): &(u32, u32)| other.ranges.iter().any(|(from, to)| from <= last && first <= to);
        listed(self) && listed(other) && !self.ranges.iter().any(meets)
    }

    fn search(&self, character: char) -> bool {
        let code = character as u32;
        let listed = self.ranges.iter().take_while(|(first, _)| *first <= code).any(|(_, last)| code <= *last);
        let known = || self.properties.iter().any(|(property, wanted)| property.has(character) == *wanted);
        (listed || known()) != self.negated
    }
}

fn is_letter(character: char) -> bool {
    let code = character as u32;
    let after = ALPHABETIC_NO_LETTERS.partition_point(|(first, _)| *first <= code);
    let other = after.checked_sub(1).is_some_and(|range| code <= ALPHABETIC_NO_LETTERS[range].1);
    character.is_alphabetic() && !character.is_numeric() && !other
}

/// The characters outside of `ranges`, which are sorted and apart.
pub(super) fn complement(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut others = Vec::new();
    let mut next = 0;
    for &(first, last) in ranges {
        if first > next {
            others.push((next, first - 1));
        }
        next = last + 1;
    }
    if next <= LAST {
        others.push((next, LAST));
    }
    others
}
