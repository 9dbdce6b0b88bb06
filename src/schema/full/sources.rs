//! The schema documents behind a validator: where each rule stands, what `x-tolerant` says, and which keywords there are.

use std::collections::BTreeMap;

use jsonschema::Draft;
use serde_json::Value;

use crate::payload::pointer::push_token;
use crate::schema::keyword::Keyword;
use crate::schema::program::Tolerance;
use crate::schema::uri::{decode_fragment, resolve, split_fragment};
use crate::schema::{CompileOptions, SchemaError, UnknownKeywords};

use super::drafts::{Holds, holds, is_ref_alone, misplaced};

/// The URI of a schema that does not give one.
pub(crate) const BASE: &str = "hookproof:///schema";

/// The parsed documents.
#[derive(Debug)]
pub(crate) struct Sources {
    documents: Vec<(String, Value)>,
    /// By URI without fragment: the document, and the JSON Pointer of the schema resource in it.
    resources: BTreeMap<String, (usize, String)>,
    /// Every reference, absolute, and where it stands.
    references: Vec<(String, String)>,
}

/// Where a rule stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    document: Option<usize>,
    /// JSON Pointer to the schema object; `uri#` stands before it in documents other than the first.
    pub pointer: String,
    plain: String,
}

impl Sources {
    /// Parses the documents and looks through their schema objects.
    pub(crate) fn read(text: &str, options: &CompileOptions<'_>) -> Result<Self, SchemaError> {
        let mut sources = Self { documents: Vec::new(), resources: BTreeMap::new(), references: Vec::new() };
        sources.add(BASE, text, options)?;
        for (uri, text) in options.documents {
            let (uri, _) = split_fragment(uri);
            sources.add(uri, text, options).map_err(|error| error.within(&format!("{uri}#")))?;
        }
        Ok(sources)
    }

    fn add(&mut self, uri: &str, text: &str, options: &CompileOptions<'_>) -> Result<(), SchemaError> {
        // Our own reader first: its words are those of the default engine, and it finds members that stand twice.
        crate::schema::tree::Trees::default().add(text)?;
        let value: Value = serde_json::from_str(text)
            .map_err(|error| SchemaError::at("", "", format!("the schema cannot be read: {error}")))?;
        let document = self.documents.len();
        let refuse = options.unknown_keywords == UnknownKeywords::Refuse;
        let draft = Draft::default().detect(&value);
        let mut reader = Reader { sources: self, document, draft, refuse, pointer: String::new() };
        reader.sources.resources.insert(uri.to_owned(), (document, String::new()));
        reader.schema(&value, uri)?;
        self.documents.push((uri.to_owned(), value));
        Ok(())
    }

    pub(crate) fn main(&self) -> &Value {
        &self.documents[0].1
    }

    /// The other documents by URI.
    pub(crate) fn others(&self) -> &[(String, Value)] {
        &self.documents[1..]
    }

    /// Where a reference stands that leads to `uri`, or in which `uri` is the fragment.
    pub(crate) fn reference_to(&self, uri: &str) -> String {
        let leads = |target: &str| {
            let (base, fragment) = split_fragment(target);
            target == uri || base == split_fragment(uri).0 || !uri.is_empty() && fragment == uri
        };
        self.references.iter().find(|(target, _)| leads(target)).map(|(_, pointer)| pointer.clone()).unwrap_or_default()
    }

    /// The schema object that a keyword location is in, and the rest of the location: the keyword.
    pub(crate) fn place(&self, absolute: Option<&str>, pointer: &str) -> (Place, String) {
        let (object, keyword) = split_last(pointer);
        let base = absolute.map_or(BASE, |uri| split_fragment(uri).0);
        let trimmed = base.trim_end_matches('/');
        let known = self.resources.get(base).or_else(|| self.resources.get(trimmed));
        let place = match known {
            Some((document, start)) => {
                let plain = format!("{start}{object}");
                let pointer = match document {
                    0 => plain.clone(),
                    other => format!("{}#{plain}", self.documents[*other].0),
                };
                Place { document: Some(*document), pointer, plain }
            }
            None => Place { document: None, pointer: format!("{base}#{object}"), plain: String::new() },
        };
        (place, keyword)
    }

    /// The place one keyword further in.
    pub(crate) fn inside(&self, place: &Place, keyword: &str) -> Place {
        let mut place = place.clone();
        if !keyword.is_empty() {
            push_token(&mut place.pointer, keyword);
            push_token(&mut place.plain, keyword);
        }
        place
    }

    /// What a keyword says at a place.
    pub(crate) fn rule(&self, place: &Place, keyword: &str) -> Option<&Value> {
        let (_, document) = self.documents.get(place.document?)?;
        document.pointer(&place.plain)?.get(keyword)
    }

    /// What `x-tolerant` at a place says of a keyword.
    pub(crate) fn tolerance(&self, place: &Place, keyword: &str) -> Option<Tolerance> {
        match self.rule(place, "x-tolerant")?.get(keyword)?.as_str()? {
            "drift" => Some(Tolerance::Drift),
            _ => Some(Tolerance::Warning),
        }
    }
}

/// A JSON Pointer without its last token, and that token.
fn split_last(pointer: &str) -> (&str, String) {
    match pointer.rsplit_once('/') {
        Some((before, last)) => (before, last.replace("~1", "/").replace("~0", "~")),
        None => ("", String::new()),
    }
}

struct Reader<'s> {
    sources: &'s mut Sources,
    document: usize,
    draft: Draft,
    refuse: bool,
    pointer: String,
}

impl Reader<'_> {
    fn schema(&mut self, schema: &Value, base: &str) -> Result<(), SchemaError> {
        let Value::Object(members) = schema else { return Ok(()) };
        let named = ["$id", "id"].iter().find_map(|name| members.get(*name)?.as_str());
        let named = named.filter(|_| !(members.contains_key("$ref") && is_ref_alone(self.draft)));
        let own = match named {
            Some(id) if !id.starts_with('#') => {
                let uri = resolve(base, id);
                let uri = split_fragment(&uri).0.to_owned();
                self.sources.resources.insert(uri.clone(), (self.document, self.pointer.clone()));
                uri
            }
            _ => base.to_owned(),
        };
        for (name, value) in members {
            let parent = self.pointer.len();
            push_token(&mut self.pointer, name);
            self.keyword(members, name, value, &own)?;
            self.pointer.truncate(parent);
        }
        Ok(())
    }

    fn keyword(
        &mut self,
        members: &serde_json::Map<String, Value>,
        name: &str,
        value: &Value,
        base: &str,
    ) -> Result<(), SchemaError> {
        if self.refuse
            && let Some(message) = misplaced(name, self.draft, members.contains_key("$ref"))
        {
            return Err(self.error(message));
        }
        match (holds(name), value) {
            (Holds::NamedSchemas, Value::Object(schemas)) => {
                self.each(schemas.iter().map(|(name, schema)| (name.clone(), schema)), base)
            }
            (Holds::Schemas, Value::Array(schemas)) => {
                self.each(schemas.iter().enumerate().map(|(at, schema)| (at.to_string(), schema)), base)
            }
            (Holds::Schemas, schema) => self.schema(schema, base),
            (Holds::Other, Value::String(target)) if matches!(name, "$ref" | "$dynamicRef" | "$recursiveRef") => {
                let target = resolve(base, target);
                let (uri, fragment) = split_fragment(&target);
                let fragment = decode_fragment(fragment).unwrap_or_else(|| fragment.to_owned());
                self.sources.references.push((format!("{uri}#{fragment}"), self.pointer.clone()));
                Ok(())
            }
            (Holds::Other, tolerances) if name == "x-tolerant" => self.tolerances(members, tolerances),
            _ => Ok(()),
        }
    }

    fn each<'v>(&mut self, schemas: impl Iterator<Item = (String, &'v Value)>, base: &str) -> Result<(), SchemaError> {
        for (token, schema) in schemas {
            let parent = self.pointer.len();
            push_token(&mut self.pointer, &token);
            self.schema(schema, base)?;
            self.pointer.truncate(parent);
        }
        Ok(())
    }

    fn tolerances(&self, members: &serde_json::Map<String, Value>, value: &Value) -> Result<(), SchemaError> {
        let Value::Object(tolerances) = value else {
            return Err(self.error("found something else, expected an object of keywords".to_owned()));
        };
        for (name, how) in tolerances {
            let keyword = Keyword::from_name(name)
                .ok_or_else(|| self.error(format!("found `{name}`, expected a keyword of this schema object")))?;
            if !members.contains_key(name) {
                return Err(self.error(format!("found `{name}`, which this schema object does not have")));
            }
            match how.as_str() {
                Some("drift") if keyword.drifts() => {}
                Some("warning") => {}
                _ => {
                    let allowed = if keyword.drifts() { "`drift` or `warning`" } else { "`warning`" };
                    return Err(self.error(format!("`{name}` can only be {allowed}")));
                }
            }
        }
        Ok(())
    }

    fn error(&self, message: String) -> SchemaError {
        SchemaError { pointer: self.pointer.clone(), message }
    }
}
