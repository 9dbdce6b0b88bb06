//! Compiling types, listed values, and what a schema object says about strings and numbers.

use crate::payload::number::Decimal;
use crate::schema::SchemaError;
use crate::schema::format::{Format, UNCHECKED};
use crate::schema::keyword::Keyword;
use crate::schema::keywords::number::{Bound, NumberRules, integer_format};
use crate::schema::keywords::string::Pattern;
use crate::schema::keywords::value::Listed;
use crate::schema::program::Types;
use crate::schema::tree::{Kind, TreeId};

use super::{Compiler, Context, Rules};

impl Compiler<'_> {
    #[inline(never)]
    pub(super) fn scalar_keyword(
        &mut self,
        rules: &mut Rules,
        name: &str,
        value: TreeId,
        context: &Context,
    ) -> Result<bool, SchemaError> {
        if !context.validation && name != "format" {
            return Ok(Keyword::from_name(name).is_some());
        }
        match name {
            "type" => rules.types = Some(self.types(value, context)?),
            "enum" => rules.values.one_of = Some(self.enumeration(value, context)?),
            "const" => rules.values.exactly = Some(self.listed(&[value])),
            "minLength" => rules.string.min_length = Some(self.count(value, name, context)?),
            "maxLength" => rules.string.max_length = Some(self.count(value, name, context)?),
            "pattern" => {
                rules.string.pattern = Some(self.pattern(self.text_of(value, name, context)?, name, context)?)
            }
            "minimum" => self.bound(&mut rules.number, Keyword::Minimum, value, context)?,
            "maximum" => self.bound(&mut rules.number, Keyword::Maximum, value, context)?,
            "exclusiveMinimum" => self.bound(&mut rules.number, Keyword::ExclusiveMinimum, value, context)?,
            "exclusiveMaximum" => self.bound(&mut rules.number, Keyword::ExclusiveMaximum, value, context)?,
            "multipleOf" => self.multiple_of(&mut rules.number, value, context)?,
            "format" => return self.format(rules, value, context).map(|()| true),
            _ => return Ok(false),
        }
        rules.speaks_of_strings |= matches!(name, "minLength" | "maxLength" | "pattern");
        rules.speaks_of_numbers |= !matches!(name, "type" | "enum" | "const" | "minLength" | "maxLength" | "pattern");
        Ok(true)
    }

    fn enumeration(&self, value: TreeId, context: &Context) -> Result<Listed, SchemaError> {
        let Kind::Array(items) = self.kind(value) else {
            return Err(context.error("enum", "found something else, expected an array of values"));
        };
        Ok(self.listed(items))
    }

    fn listed(&self, values: &[TreeId]) -> Listed {
        let mut listed = Listed::default();
        for &value in values {
            listed.add(self.source(value), self.resources.trees.string(value));
        }
        listed.strings.seal();
        listed
    }

    fn bound(
        &mut self,
        rules: &mut NumberRules,
        keyword: Keyword,
        value: TreeId,
        context: &Context,
    ) -> Result<(), SchemaError> {
        let token = self.number_token(value, keyword.name(), context)?;
        rules.bounds.push(Bound::new(keyword, token.into()));
        Ok(())
    }

    fn multiple_of(&mut self, rules: &mut NumberRules, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        let token = self.number_token(value, "multipleOf", context)?;
        if Decimal::parse(token.as_bytes()).is_none_or(|n| n.is_zero()) || token.starts_with('-') {
            return Err(context.error("multipleOf", "found a number that is not above 0, expected one that is"));
        }
        rules.multiple_of = Some(token.into());
        Ok(())
    }

    pub(super) fn pattern(&self, source: &str, keyword: &str, context: &Context) -> Result<Pattern, SchemaError> {
        Pattern::new(source)
            .map_err(|error| context.error(keyword, &say!("the pattern `{source}` cannot be used: {error}")))
    }

    fn types(&self, value: TreeId, context: &Context) -> Result<Types, SchemaError> {
        let one = |id: TreeId| {
            let name = self.resources.trees.string(id).and_then(Types::from_name);
            name.ok_or_else(|| context.error("type", "found something that is not the name of a JSON type"))
        };
        match self.kind(value) {
            Kind::Array(items) => items.iter().try_fold(Types::NONE, |types, item| Ok(types.with(one(*item)?))),
            _ => one(value),
        }
    }

    fn format(&mut self, rules: &mut Rules, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        let name = self.text_of(value, "format", context)?.to_owned();
        if name == "int64" {
            rules.number.wide = true;
            rules.speaks_of_numbers = true;
        }
        if !self.assert_formats || UNCHECKED.contains(&name.as_str()) {
            return Ok(());
        }
        if let Some(range) = integer_format(&name) {
            rules.number.range = Some(range);
            rules.speaks_of_numbers = true;
        } else if let Some(format) = Format::from_name(&name) {
            rules.string.format = Some(format);
            rules.speaks_of_strings = true;
        } else {
            return Err(context.error("format", &say!("the format `{name}` is not implemented")));
        }
        Ok(())
    }
}
