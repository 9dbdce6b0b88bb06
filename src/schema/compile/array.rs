//! Compiling what a schema object says about arrays.

use crate::schema::SchemaError;
use crate::schema::keyword::Keyword;
use crate::schema::keywords::array::Contains;
use crate::schema::program::ANY;
use crate::schema::tree::{Kind, TreeId};

use super::resource::Dialect;
use super::{Compiler, Context, Rules};

impl Compiler<'_> {
    #[inline(never)]
    pub(super) fn array_keyword(
        &mut self,
        rules: &mut Rules,
        name: &str,
        value: TreeId,
        context: &Context,
    ) -> Result<bool, SchemaError> {
        let array = &mut rules.array;
        let old_items = context.dialect != Dialect::Draft2020;
        match name {
            "items" if old_items && matches!(self.kind(value), Kind::Array(_)) => {
                let Kind::Array(items) = self.kind(value).clone() else { return Ok(true) };
                array.prefix =
                    items.into_iter().map(|item| self.subschema(item, name, context)).collect::<Result<_, _>>()?;
                let Some(rest) = self.resources.trees.get(context.tree, "additionalItems") else {
                    rules.speaks_of_arrays = true;
                    return Ok(true);
                };
                array.items_given = true;
                if matches!(self.kind(rest), Kind::Bool(false)) {
                    array.closed = Some(Keyword::AdditionalItems);
                } else {
                    array.items = self.subschema(rest, "additionalItems", context)?;
                }
            }
            "items" => {
                array.items_given = true;
                if matches!(self.kind(value), Kind::Bool(false)) {
                    array.closed = Some(Keyword::Items);
                } else {
                    array.items = self.subschema(value, name, context)?;
                }
            }
            // Read together with `items`; without its array form it says nothing.
            "additionalItems" if old_items => return Ok(true),
            "prefixItems" if context.dialect >= Dialect::Draft2020 => {
                array.prefix = self
                    .items_of(value, name, context)?
                    .into_iter()
                    .map(|item| self.subschema(item, name, context))
                    .collect::<Result<_, _>>()?;
            }
            "contains" => {
                let node = self.subschema(value, name, context)?;
                let count = |compiler: &Self, name| match compiler.resources.trees.get(context.tree, name) {
                    Some(count) if context.validation && context.dialect > Dialect::Draft7 => {
                        compiler.count(count, name, context).map(Some)
                    }
                    _ => Ok(None),
                };
                let least = count(self, "minContains")?.unwrap_or(1);
                let most = count(self, "maxContains")?;
                let evaluates = context.dialect >= Dialect::Draft2020;
                array.contains = Some(Contains { node, least, most, evaluates });
            }
            "minContains" | "maxContains" if context.dialect > Dialect::Draft7 => {
                if self.refuse && self.resources.trees.get(context.tree, "contains").is_none() {
                    return Err(
                        context.error(name, &say!("found `{name}` without `contains`, so that it says nothing"))
                    );
                }
                return Ok(true);
            }
            "minItems" | "maxItems" | "uniqueItems" if !context.validation => {}
            "minItems" => array.min_items = Some(self.count(value, name, context)?),
            "maxItems" => array.max_items = Some(self.count(value, name, context)?),
            "uniqueItems" => array.unique = self.flag(value, name, context)?,
            _ => return Ok(false),
        }
        rules.speaks_of_arrays = true;
        Ok(true)
    }

    pub(super) fn close_array(&self, rules: &mut Rules, context: &Context) -> Result<(), SchemaError> {
        let array = &rules.array;
        if array.closed.is_some() && array.items != ANY {
            return Err(context.error("items", "found two forms of `items` at once"));
        }
        Ok(())
    }
}
