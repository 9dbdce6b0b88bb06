//! What follows from the rules of a program: the flags and shortcuts that the walk goes by.

use crate::packed::packed;

use super::keywords::number::NumberRules;
use super::keywords::object::ObjectRules;
use super::keywords::string::StringRules;
use super::program::{ANY, Lead, NONE, Program, Types};

impl Program {
    /// Works out everything that follows from the rules, once all of them are there.
    pub(crate) fn derive(&mut self) {
        self.objects.iter_mut().for_each(ObjectRules::derive);
        self.strings.iter_mut().for_each(StringRules::seal);
        self.numbers.iter_mut().for_each(NumberRules::seal);
        self.int64 = self.numbers.iter().any(|rules| rules.wide);
        for index in 0..self.logic.len() {
            for choice in 0..self.logic[index].choices.len() {
                let by_type = self.logic[index].choices[choice].is_by_type(self);
                self.logic[index].choices[choice].by_type = by_type;
            }
        }
        for (node, info) in self.nodes.iter_mut().zip(&self.infos) {
            node.after = node.values != NONE || node.logic != NONE;
            let rules = [node.object, node.array, node.string, node.number].iter().any(|rules| *rules != NONE);
            node.any = !node.after && !rules && node.types == Types::ALL;
            let scoped = self.dynamic && node.resource != NONE;
            node.direct = if node.after || scoped { Types::NONE } else { node.types };
            node.quick = node.direct;
            for (rules, types) in [(node.string, Types::STRING), (node.number, Types::NUMBER)] {
                node.quick = if rules == NONE { node.quick } else { node.quick.without(types) };
            }
            if let Some(logic) = self.logic.get_mut(node.logic as usize) {
                // A broken choice that is only a warning must not be reported as errors of a branch.
                for choice in &mut logic.choices {
                    choice.by_type &= !info.tolerant.iter().any(|(keyword, _)| *keyword == choice.keyword);
                }
                node.lead = match logic.choices.first() {
                    _ if rules => Lead::Own,
                    _ if !logic.all.is_empty() => Lead::All,
                    Some(choice) if choice.by_type => Lead::Choice,
                    _ => Lead::Own,
                };
            }
            if let Some(object) = self.objects.get_mut(node.object as usize) {
                object.hasty = names_only(object) && !node.after;
            }
        }
    }
}

packed!(ObjectRules {
    names,
    properties,
    required,
    patterns,
    additional,
    closed,
    additional_given,
    property_names,
    min_properties,
    max_properties,
    dependent_required,
    dependent_schemas,
} and { required_bits: 0, plain: false, bounded: false, hasty: false });

impl ObjectRules {
    fn derive(&mut self) {
        if self.names.len() <= 64 {
            self.required_bits = self.required.iter().fold(0, |bits, index| bits | 1 << index);
        }
        self.plain = self.patterns.is_empty() && self.property_names.is_none();
        self.bounded = self.names.len() > 64
            || self.min_properties.is_some()
            || self.max_properties.is_some()
            || !self.dependent_required.is_empty()
            || !self.dependent_schemas.is_empty();
    }
}

/// Whether an object's rules speak of members by name only, so that nothing else can break them.
fn names_only(rules: &ObjectRules) -> bool {
    let counts = rules.min_properties.is_some() || rules.max_properties.is_some();
    let others = rules.closed || rules.additional != ANY || !rules.patterns.is_empty();
    let dependent = !rules.dependent_required.is_empty() || !rules.dependent_schemas.is_empty();
    !counts && !others && !dependent && rules.property_names.is_none() && (1..=64).contains(&rules.names.len())
}

#[cfg(test)]
mod tests {
    use crate::packed::{Packed, Reader};
    use crate::schema::{CompileOptions, Schema};

    impl Schema {
        /// The same without what only messages are made of.
        pub(crate) fn unspoken(&self) -> Self {
            let mut program = crate::schema::Program::clone(&self.program);
            program.infos.iter_mut().for_each(|info| info.pointer.clear());
            let patterns = program.objects.iter_mut().flat_map(|rules| rules.patterns.iter_mut().map(|(own, _)| own));
            let patterns = patterns.chain(program.strings.iter_mut().filter_map(|rules| rules.pattern.as_mut()));
            patterns.for_each(|pattern| pattern.source = "".into());
            for listed in program.values.iter_mut().flat_map(|rules| rules.one_of.iter_mut().chain(&mut rules.exactly))
            {
                listed.shown.clear();
                listed.count = 0;
            }
            Self::walking(program)
        }
    }

    #[test]
    fn what_is_left_out_of_a_packed_schema_is_made_again() {
        let text = r##"{
            "$defs": { "name": { "type": "string", "minLength": 1, "maxLength": 300, "pattern": "^\\p{L}[a-z\\d]+(?:x|y)*\\b$" } },
            "type": ["object", "null"],
            "required": ["a", "n"],
            "properties": {
                "a": { "$ref": "#/$defs/name" },
                "n": { "type": "integer", "minimum": -3, "exclusiveMaximum": 1e40, "multipleOf": 3, "format": "int32" },
                "e": { "enum": ["x", "\u00e9", 1, -2.50, true, null, [1], { "k": {} }], "x-tolerant": { "enum": "drift" } },
                "c": { "const": false },
                "d": { "type": "string", "format": "date-time" },
                "l": { "prefixItems": [true, false], "items": { "format": "int64" }, "contains": { "const": 2 }, "maxContains": 9 },
                "o": { "oneOf": [{ "type": "string" }, { "type": "object", "minProperties": 1 }] },
                "i": { "if": { "minimum": 5 }, "then": { "maximum": 9 }, "else": { "not": { "const": 0 } } },
                "u": { "allOf": [{ "properties": { "p": true } }], "unevaluatedProperties": false }
            },
            "patternProperties": { "^x-": { "type": "string" } },
            "propertyNames": { "maxLength": 40 },
            "dependentRequired": { "a": ["n"] },
            "dependentSchemas": { "n": { "required": ["d"] } },
            "additionalProperties": false
        }"##;
        let options = CompileOptions { assert_formats: true, ..CompileOptions::default() };
        let schema = Schema::compile(text, &options).unwrap();
        let mut bytes = Vec::new();
        schema.pack(&mut bytes);
        let mut from = Reader(&bytes);
        let read: Schema = from.value();
        assert!(from.0.is_empty());
        assert_eq!(format!("{:?}", read.unspoken()), format!("{:?}", schema.unspoken()));
    }
}
