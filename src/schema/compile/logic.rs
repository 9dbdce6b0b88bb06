//! Compiling references and the applicators that read the same value again.

use crate::schema::SchemaError;
use crate::schema::keyword::Keyword;
use crate::schema::keywords::logic::{Choice, Condition, Dynamic, Rest};
use crate::schema::program::{ANY, NodeId};
use crate::schema::tree::{Kind, TreeId};

use super::resource::Dialect;
use super::{Compiler, Context, Rules};

impl Compiler<'_> {
    #[inline(never)]
    pub(super) fn logic_keyword(
        &mut self,
        rules: &mut Rules,
        name: &str,
        value: TreeId,
        context: &Context,
    ) -> Result<bool, SchemaError> {
        let logic = &mut rules.logic;
        match name {
            "$ref" => logic.all.push(self.reference(name, value, context)?),
            "$dynamicRef" if context.dialect >= Dialect::Draft2020 => self.dynamic_reference(rules, value, context)?,
            "allOf" => {
                let nodes = self.schemas(name, value, context)?;
                logic.all.extend(nodes);
            }
            "anyOf" | "oneOf" => {
                let keyword = if name == "anyOf" { Keyword::AnyOf } else { Keyword::OneOf };
                let branches = self.schemas(name, value, context)?;
                logic.choices.push(Choice { keyword, branches, by_type: false });
            }
            "not" => logic.not = Some(self.subschema(value, name, context)?),
            "if" => {
                let test = self.subschema(value, name, context)?;
                let then = self.beside(context, "then")?;
                let otherwise = self.beside(context, "else")?;
                logic.condition = Some(Condition { test, then, otherwise });
            }
            // Read together with `if`.
            "then" | "else" => {
                if self.refuse && self.resources.trees.get(context.tree, "if").is_none() {
                    return Err(context.error(name, &say!("found `{name}` without `if`, so that it says nothing")));
                }
            }
            "unevaluatedProperties" if context.dialect > Dialect::Draft7 => {
                logic.unevaluated_properties = Some(self.rest(name, value, context)?);
            }
            "unevaluatedItems" if context.dialect > Dialect::Draft7 => {
                logic.unevaluated_items = Some(self.rest(name, value, context)?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn schemas(&mut self, name: &str, value: TreeId, context: &Context) -> Result<Vec<NodeId>, SchemaError> {
        let items = self.items_of(value, name, context)?;
        items.into_iter().map(|item| self.subschema(item, name, context)).collect()
    }

    fn beside(&mut self, context: &Context, name: &str) -> Result<NodeId, SchemaError> {
        match self.resources.trees.get(context.tree, name) {
            Some(value) => self.subschema(value, name, context),
            None => Ok(ANY),
        }
    }

    fn rest(&mut self, name: &str, value: TreeId, context: &Context) -> Result<Rest, SchemaError> {
        let closed = matches!(self.kind(value), Kind::Bool(false));
        let node = if closed { ANY } else { self.subschema(value, name, context)? };
        Ok(Rest { node, closed })
    }

    fn reference(&mut self, name: &str, value: TreeId, context: &Context) -> Result<NodeId, SchemaError> {
        let reference = self.text_of(value, name, context)?.to_owned();
        let target = self.resources.target(&context.place, &reference);
        let target = target.map_err(|message| context.error(name, &message))?;
        self.subschema(target, name, context)
    }

    /// Dynamic only where the reference leads to a `$dynamicAnchor` of that name by itself.
    fn dynamic_reference(&mut self, rules: &mut Rules, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        let name = "$dynamicRef";
        let reference = self.text_of(value, name, context)?.to_owned();
        let fallback = self.reference(name, value, context)?;
        let anchor = self.resources.anchor_of(&context.place, &reference);
        let anchor = anchor.filter(|(resource, anchor)| self.resources.list[*resource].dynamic.contains_key(anchor));
        let Some((_, anchor)) = anchor else {
            rules.logic.all.push(fallback);
            return Ok(());
        };
        self.program.dynamic = true;
        rules.logic.dynamic.push(Dynamic { anchor: anchor.into(), fallback, anchors: Vec::new() });
        Ok(())
    }

    /// Lets dynamic references lead to their anchors in all schema resources that a walk can come through.
    ///
    /// That may bring more schemas to compile, and with them more resources.
    pub(super) fn link_dynamic_references(&mut self) -> Result<(), SchemaError> {
        for index in 0..self.program.logic.len() {
            for place in 0..self.program.logic[index].dynamic.len() {
                let dynamic = self.program.logic[index].dynamic[place].clone();
                for resource in self.entered.clone() {
                    let target = self.resources.list[resource].dynamic.get(&dynamic.anchor).copied();
                    let known = dynamic.anchors.iter().any(|(owner, _)| *owner as usize == resource);
                    let Some(target) = target.filter(|_| !known) else { continue };
                    let pointer = &self.resources.place(target).pointer;
                    let node = self.node(target, &SchemaError::at(pointer, "", "expected a schema".to_owned()))?;
                    self.program.logic[index].dynamic[place].anchors.push((resource as u32, node));
                }
            }
        }
        Ok(())
    }

    pub(super) fn close_logic(&self, rules: &mut Rules, _context: &Context) -> Result<(), SchemaError> {
        // A schema that is just another one twice is that one.
        rules.logic.all.dedup();
        Ok(())
    }
}
