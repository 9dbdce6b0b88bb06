//! Compiling what a schema object says about objects.

use crate::schema::SchemaError;
use crate::schema::keyword::Keyword;
use crate::schema::keywords::object::{ObjectRules, Property};
use crate::schema::names::MOST_NAMES;
use crate::schema::program::ANY;
use crate::schema::tree::{Kind, TreeId};

use super::resource::Dialect;
use super::{Compiler, Context, Rules};

impl ObjectRules {
    /// The index of a name, which is taken up as one that is not in `properties` if it is new.
    fn name(&mut self, name: &str) -> usize {
        let index = self.names.add(name);
        if index == self.properties.len() {
            self.properties.push(Property { node: ANY, known: false });
        }
        index
    }
}

impl Compiler<'_> {
    #[inline(never)]
    pub(super) fn object_keyword(
        &mut self,
        rules: &mut Rules,
        name: &str,
        value: TreeId,
        context: &Context,
    ) -> Result<bool, SchemaError> {
        let object = &mut rules.object;
        match name {
            "properties" => {
                for (property, schema) in self.members_of(value, name, context)? {
                    let node = self.subschema(schema, name, context)?;
                    let index = object.name(&property);
                    object.properties[index] = Property { node, known: true };
                }
            }
            "patternProperties" => {
                for (source, schema) in self.members_of(value, name, context)? {
                    let pattern = self.pattern(&source, name, context)?;
                    let node = self.subschema(schema, name, context)?;
                    object.patterns.push((pattern, node));
                }
            }
            "additionalProperties" => {
                object.additional_given = true;
                object.closed = matches!(self.kind(value), Kind::Bool(false));
                if !object.closed {
                    object.additional = self.subschema(value, name, context)?;
                }
            }
            "propertyNames" => object.property_names = Some(self.subschema(value, name, context)?),
            "dependentSchemas" => {
                for (trigger, schema) in self.members_of(value, name, context)? {
                    let node = self.subschema(schema, name, context)?;
                    let index = object.name(&trigger);
                    object.dependent_schemas.push((index, node));
                }
            }
            "dependencies" if matches!(context.dialect, Dialect::Draft7 | Dialect::Unstated) => {
                self.dependencies(object, value, context)?;
            }
            "required" | "minProperties" | "maxProperties" | "dependentRequired" if !context.validation => {}
            "required" => {
                for property in self.names_of(value, name, context)? {
                    let index = object.name(&property);
                    if !object.required.contains(&index) {
                        object.required.push(index);
                    }
                }
            }
            "minProperties" => object.min_properties = Some(self.count(value, name, context)?),
            "maxProperties" => object.max_properties = Some(self.count(value, name, context)?),
            "dependentRequired" => {
                for (trigger, names) in self.members_of(value, name, context)? {
                    self.dependent(object, Keyword::DependentRequired, &trigger, names, context)?;
                }
            }
            _ => return Ok(false),
        }
        rules.speaks_of_objects = true;
        Ok(true)
    }

    fn dependencies(&mut self, object: &mut ObjectRules, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        for (trigger, needed) in self.members_of(value, "dependencies", context)? {
            if matches!(self.kind(needed), Kind::Array(_)) {
                self.dependent(object, Keyword::Dependencies, &trigger, needed, context)?;
            } else {
                let node = self.subschema(needed, "dependencies", context)?;
                let index = object.name(&trigger);
                object.dependent_schemas.push((index, node));
            }
        }
        Ok(())
    }

    fn dependent(
        &self,
        object: &mut ObjectRules,
        keyword: Keyword,
        trigger: &str,
        names: TreeId,
        context: &Context,
    ) -> Result<(), SchemaError> {
        let trigger = object.name(trigger);
        let needed = self.names_of(names, keyword.name(), context)?.iter().map(|name| object.name(name)).collect();
        object.dependent_required.push((keyword, trigger, needed));
        Ok(())
    }

    pub(super) fn close_object(&self, rules: &mut Rules, context: &Context) -> Result<(), SchemaError> {
        let object = &mut rules.object;
        if object.names.len() > MOST_NAMES {
            return Err(context.error("properties", "found more names than one object schema can hold"));
        }
        object.names.seal();
        Ok(())
    }
}
