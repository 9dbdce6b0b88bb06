//! Which schema stands where: base URIs, anchors and the targets of references, over all documents handed in.

use crate::map::Map;
use crate::payload::pointer::{push_token, tokens};
use crate::schema::SchemaError;
use crate::schema::tree::{Kind, TreeId, Trees};
use crate::schema::uri;

/// The edition of JSON Schema that a schema is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dialect {
    Draft7,
    Draft2019,
    Draft2020,
    /// No `$schema`: 2020-12, and the array form of `items` and `dependencies` besides, as they mean only one thing.
    Unstated,
}

/// A schema with a URI of its own: a document, or a part of one that has `$id`.
pub(crate) struct Resource {
    pub uri: String,
    pub root: TreeId,
    pub dialect: Dialect,
    /// Whether its metaschema has the validation vocabulary.
    pub validation: bool,
    pub anchors: Map<TreeId>,
    pub dynamic: Map<TreeId>,
}

/// Where a schema stands.
#[derive(Clone)]
pub(crate) struct Place {
    pub resource: usize,
    pub pointer: String,
}

#[derive(Default)]
pub(crate) struct Resources<'t> {
    pub trees: Trees<'t>,
    pub list: Vec<Resource>,
    by_uri: Map<usize>,
    places: Vec<Option<Place>>,
}

enum Shape {
    One,
    Many,
    Map,
}

/// What stands under the keywords that hold schemas.
fn shape(keyword: &str) -> Option<Shape> {
    Some(match keyword {
        "additionalProperties" | "propertyNames" | "contains" | "not" | "if" | "then" | "else" => Shape::One,
        "unevaluatedProperties" | "unevaluatedItems" | "contentSchema" | "additionalItems" | "items" => Shape::One,
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Shape::Many,
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" | "dependencies" => {
            Shape::Map
        }
        _ => return None,
    })
}

fn known_dialect(uri: &str) -> Option<Dialect> {
    Some(match uri.trim_end_matches('#') {
        "https://json-schema.org/draft/2020-12/schema" => Dialect::Draft2020,
        "https://json-schema.org/draft/2019-09/schema" => Dialect::Draft2019,
        "http://json-schema.org/draft-07/schema" | "https://json-schema.org/draft-07/schema" => Dialect::Draft7,
        "http://json-schema.org/draft-06/schema" => Dialect::Draft7,
        _ => return None,
    })
}

impl<'t> Resources<'t> {
    /// Adds a document that is known by `uri`.
    pub(crate) fn add(&mut self, uri: &str, text: &'t str, unstated: Dialect) -> Result<TreeId, SchemaError> {
        let prefix = if uri.is_empty() { String::new() } else { format!("{uri}#") };
        let root = self.trees.add(text).map_err(|error| error.within(&prefix))?;
        let (uri, _) = uri::split_fragment(uri);
        let resource = self.resource(uri.to_owned(), root, unstated);
        self.visit(root, resource, prefix, true, unstated)?;
        Ok(root)
    }

    fn resource(&mut self, uri: String, root: TreeId, dialect: Dialect) -> usize {
        if !self.by_uri.contains_key(&uri) {
            self.by_uri.insert(uri.clone(), self.list.len());
        }
        let (anchors, dynamic) = (Map::new(), Map::new());
        self.list.push(Resource { uri, root, dialect, validation: true, anchors, dynamic });
        self.list.len() - 1
    }

    /// Notes where a schema and those in it stand.
    fn visit(
        &mut self,
        id: TreeId,
        resource: usize,
        pointer: String,
        is_root: bool,
        unstated: Dialect,
    ) -> Result<(), SchemaError> {
        let mut resource = resource;
        if let Kind::Object(members) = self.trees.kind(id).clone() {
            resource = self.identify(id, resource, &pointer, is_root, unstated)?;
            let old_ref = self.list[resource].dialect == Dialect::Draft7 && self.trees.get(id, "$ref").is_some();
            for (keyword, value) in members {
                let Some(shape) = shape(&keyword).filter(|_| !old_ref || &*keyword == "definitions") else { continue };
                let mut below = pointer.clone();
                push_token(&mut below, &keyword);
                let parts: Vec<(String, TreeId)> = match (self.trees.kind(value), shape) {
                    (Kind::Object(parts), Shape::Map) => parts.iter().map(|(n, v)| (n.to_string(), *v)).collect(),
                    (Kind::Array(parts), Shape::Many | Shape::One) => {
                        parts.iter().enumerate().map(|(n, v)| (n.to_string(), *v)).collect()
                    }
                    (_, Shape::One) => {
                        self.visit(value, resource, below, false, unstated)?;
                        continue;
                    }
                    _ => continue,
                };
                for (name, part) in parts {
                    let mut below = below.clone();
                    push_token(&mut below, &name);
                    self.visit(part, resource, below, false, unstated)?;
                }
            }
        }
        if self.places.len() <= id {
            self.places.resize(id + 1, None);
        }
        self.places[id] = Some(Place { resource, pointer });
        Ok(())
    }

    /// Reads what a schema says about its own identity; gives the resource that it belongs to.
    fn identify(
        &mut self,
        id: TreeId,
        outer: usize,
        pointer: &str,
        is_root: bool,
        unstated: Dialect,
    ) -> Result<usize, SchemaError> {
        let text =
            |trees: &Trees<'_>, name| trees.get(id, name).and_then(|value| trees.string(value).map(str::to_owned));
        let mut resource = outer;
        let own = text(&self.trees, "$id").filter(|_| {
            let old_ref = self.list[outer].dialect == Dialect::Draft7 && self.trees.get(id, "$ref").is_some();
            is_root || !old_ref
        });
        if let Some(own) = own {
            let (base, anchor) = uri::split_fragment(&own);
            if !base.is_empty() {
                let absolute = uri::resolve(&self.list[outer].uri, base);
                let known = self.by_uri.get(&absolute).copied();
                match known {
                    Some(known) if self.list[known].root == id => resource = known,
                    Some(_) => {
                        let message = say!("found the `$id` `{own}`, which another schema has already");
                        return Err(SchemaError::at(pointer, "$id", message));
                    }
                    // A document is known by where it was found as well as by the name that it gives itself.
                    None if is_root => {
                        self.by_uri.insert(absolute.clone(), outer);
                        self.list[outer].uri = absolute;
                    }
                    None => {
                        let dialect = self.list[outer].dialect;
                        resource = self.resource(absolute, id, dialect);
                    }
                }
            }
            if !anchor.is_empty() {
                self.list[resource].anchors.insert(anchor.to_owned(), id);
            }
        }
        if let Some(named) = text(&self.trees, "$schema")
            && (is_root || resource != outer)
        {
            self.list[resource].dialect = known_dialect(&named).unwrap_or(unstated);
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            let Some(anchor) = text(&self.trees, keyword) else { continue };
            if keyword == "$dynamicAnchor" {
                self.list[resource].dynamic.insert(anchor.clone(), id);
            }
            if self.list[resource].anchors.insert(anchor.clone(), id).is_some_and(|other| other != id) {
                let message = say!("found the anchor `{anchor}`, which another schema has already");
                return Err(SchemaError::at(pointer, keyword, message));
            }
        }
        Ok(resource)
    }

    /// Settles the dialects of schemas whose `$schema` names a document that was handed in.
    pub(crate) fn settle(&mut self) -> Result<(), SchemaError> {
        for index in 0..self.list.len() {
            let root = self.list[index].root;
            let Some(value) = self.trees.get(root, "$schema") else { continue };
            let pointer = self.place(root).pointer.clone();
            let Some(named) = self.trees.string(value).map(str::to_owned) else {
                return Err(SchemaError::at(&pointer, "$schema", "found something else, expected a URI".to_owned()));
            };
            if known_dialect(&named).is_some() {
                continue;
            }
            let metaschema = self.by_uri.get(named.trim_end_matches('#')).map(|known| self.list[*known].root);
            let Some(metaschema) = metaschema else {
                let message = say!(
                    "found `{named}`, which is neither draft 6, 7, 2019-09 or 2020-12 nor among the documents handed in; `hookproof/full` has draft 4"
                );
                return Err(SchemaError::at(&pointer, "$schema", message));
            };
            if let Some(Kind::Object(entries)) = self.trees.get(metaschema, "$vocabulary").map(|id| self.trees.kind(id))
            {
                let validation = entries.iter().any(|(uri, _)| uri.ends_with("/vocab/validation"));
                let foreign = entries.iter().find(|(uri, needed)| {
                    !uri.starts_with("https://json-schema.org/") && matches!(self.trees.kind(*needed), Kind::Bool(true))
                });
                if let Some((uri, _)) = foreign {
                    let message = say!("its metaschema needs the vocabulary `{uri}`, which is not implemented");
                    return Err(SchemaError::at(&pointer, "$schema", message));
                }
                self.list[index].validation = validation;
            }
        }
        Ok(())
    }

    /// Where a schema stands that has been visited.
    pub(crate) fn place(&self, id: TreeId) -> &Place {
        self.known_place(id).expect("the schema was visited")
    }

    fn known_place(&self, id: TreeId) -> Option<&Place> {
        self.places.get(id)?.as_ref()
    }

    /// The schema that a reference names, as seen from one that stands at `place`.
    pub(crate) fn target(&mut self, place: &Place, reference: &str) -> Result<TreeId, String> {
        let absolute = uri::resolve(&self.list[place.resource].uri, reference);
        let (base, fragment) = uri::split_fragment(&absolute);
        let Some(&resource) = self.by_uri.get(base) else {
            return Err(say!("found a reference to `{base}`, which is not among the documents handed in"));
        };
        let nowhere = || say!("found a reference to `{reference}`, where no schema stands");
        let fragment = uri::decode_fragment(fragment).ok_or_else(nowhere)?;
        if fragment.is_empty() {
            return Ok(self.list[resource].root);
        }
        if !fragment.starts_with('/') {
            return self.list[resource].anchors.get(&fragment).copied().ok_or_else(nowhere);
        }
        let mut id = self.list[resource].root;
        let mut owner = self.place(id).clone();
        let unstated = self.list[resource].dialect;
        for token in tokens(&fragment).map_err(|_| nowhere())? {
            id = self.trees.child(id, &token).ok_or_else(nowhere)?;
            push_token(&mut owner.pointer, &token);
            if let Some(place) = self.known_place(id) {
                owner = place.clone();
            }
        }
        if !matches!(self.trees.kind(id), Kind::Object(_) | Kind::Bool(_)) {
            return Err(nowhere());
        }
        if self.known_place(id).is_none() {
            self.visit(id, owner.resource, owner.pointer, false, unstated).map_err(|error| error.message)?;
        }
        Ok(id)
    }

    /// The resource that a reference without its fragment names; the fragment where it is an anchor.
    pub(crate) fn anchor_of(&self, place: &Place, reference: &str) -> Option<(usize, String)> {
        let absolute = uri::resolve(&self.list[place.resource].uri, reference);
        let (base, fragment) = uri::split_fragment(&absolute);
        let resource = *self.by_uri.get(base)?;
        let anchor = uri::decode_fragment(fragment)?;
        (!anchor.is_empty() && !anchor.starts_with('/')).then_some((resource, anchor))
    }
}
