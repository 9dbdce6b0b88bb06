//! Which of the larger parts of the walk a schema needs: the build that has only the built-in schemas leaves out the others.

use super::Schema;
use super::format::Format;
use super::program::Program;

/// A part of the walk that may be left out.
pub struct Part {
    /// The constant in `used.rs` that says whether it is there.
    pub constant: &'static str,
    /// What it is for.
    pub what: &'static str,
    needed: fn(&Program) -> bool,
}

/// All of them, the formats of texts apart.
pub const PARTS: [Part; 5] = [
    Part {
        constant: "MULTIPLE_OF",
        what: "`multipleOf`",
        needed: |program| program.numbers.iter().any(|rules| rules.multiple_of.is_some()),
    },
    Part {
        constant: "PATTERNS",
        what: "`pattern` and `patternProperties`",
        needed: |program| {
            program.strings.iter().any(|rules| rules.pattern.is_some())
                || program.objects.iter().any(|rules| !rules.patterns.is_empty())
        },
    },
    Part {
        constant: "UNEVALUATED",
        what: "`unevaluatedProperties` and `unevaluatedItems`",
        needed: |program| {
            let mut rules = program.logic.iter();
            rules.any(|rules| rules.unevaluated_properties.is_some() || rules.unevaluated_items.is_some())
        },
    },
    Part {
        constant: "UNIQUE_ITEMS",
        what: "`uniqueItems`",
        needed: |program| program.arrays.iter().any(|rules| rules.unique),
    },
    Part {
        constant: "WHOLE_VALUES",
        what: "arrays and objects in `enum` and `const`",
        needed: |program| {
            let mut listed = program.values.iter().flat_map(|rules| rules.one_of.iter().chain(&rules.exactly));
            listed.any(|listed| !listed.others.is_empty())
        },
    },
];

impl Part {
    /// Whether a schema needs it.
    pub fn of(&self, schema: &Schema) -> bool {
        (self.needed)(&schema.program)
    }
}

/// The formats of texts that a schema asserts.
pub fn formats(schema: &Schema) -> impl Iterator<Item = &'static str> {
    schema.program.strings.iter().filter_map(|rules| rules.format.map(Format::name))
}
