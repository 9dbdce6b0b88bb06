//! The payloads of the built-in events as TypeScript, made from their schemas.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use super::catalog::Entry;
use super::json::Json;
use super::{MADE_BY, quoted};

/// The JSON types, as a schema that names none allows them all.
const TYPES: [&str; 6] = ["string", "number", "boolean", "null", "array", "object"];

pub fn typescript(entries: &[Entry]) -> Result<String> {
    let mut types = String::new();
    let mut table = String::new();
    for Entry { definition, schemas, .. } in entries {
        for (name, schema) in schemas {
            let file = File { name: type_name(&definition.id, name), schema };
            types.push_str(&file.declarations().with_context(|| format!("{}/{name}", definition.id))?);
        }
        table.push_str(&format!("  {}: {{\n", quoted(&definition.id)));
        let mut kinds: Vec<&str> = definition.events.known.iter().map(|event| event.kind.as_str()).collect();
        kinds.dedup();
        for kind in kinds {
            let known = definition.events.known.iter().filter(|event| event.kind == kind);
            let names = known.map(|event| event.schema.as_ref().or(definition.events.schema.as_ref()));
            let payloads: BTreeSet<String> = names
                .map(|name| name.map_or("unknown".to_owned(), |name| type_name(&definition.id, name) + "<I>"))
                .collect();
            let payloads: Vec<String> = payloads.into_iter().collect();
            table.push_str(&format!("    {}: {};\n", quoted(kind), payloads.join(" | ")));
        }
        table.push_str("  };\n");
    }
    Ok(format!(
        "// The payloads of the built-in events, as their schemas describe them. {MADE_BY}\n\n\
         import type {{ Int64, Open }} from '../events.js';\n\
         import type {{ Integers }} from '../numbers.js';\n\n\
         /** The payloads of each provider's events by type. `I` is the option `integers`. */\n\
         export interface EventPayloads<I extends Integers = 'number'> {{\n{table}}}\n{types}"
    ))
}

/// One schema, and what its types are called.
struct File<'s> {
    name: String,
    schema: &'s Json,
}

impl File<'_> {
    fn declarations(&self) -> Result<String> {
        let mut text = self.declaration("", self.schema)?;
        if let Some(Json::Object(definitions)) = self.schema.get("$defs") {
            for (name, schema) in definitions {
                text.push_str(&self.declaration(&pascal(name), schema)?);
            }
        }
        Ok(text)
    }

    fn declaration(&self, part: &str, schema: &Json) -> Result<String> {
        let words = schema.text("description").or_else(|| schema.text("title"));
        let comment = words.map_or(String::new(), |words| comment("", &words));
        // Types that hold no integer take the parameter too: a type need not change its users when its schema does.
        let body = self.value(schema, &TYPES, 0)?;
        let parameter = if uses_parameter(&body) { "I" } else { "_I" };
        let name = &self.name;
        Ok(format!("\n{comment}export type {name}{part}<{parameter} extends Integers = 'number'> = {body};\n"))
    }

    /// The type of a value that the schema allows, out of the JSON types `among`.
    fn value(&self, schema: &Json, among: &[&str], depth: usize) -> Result<String> {
        if let Json::Scalar(token) = schema {
            return Ok(if token == "true" { "unknown" } else { "never" }.to_owned());
        }
        let named = schema.names("type")?;
        let given = named.is_some();
        let types: Vec<&str> = match &named {
            Some(named) => {
                let allowed = |name: &&&str| among.contains(*name) || **name == "integer" && among.contains(&"number");
                TYPES
                    .iter()
                    .chain(&["integer"])
                    .filter(|name| named.iter().any(|own| own == *name))
                    .filter(allowed)
                    .copied()
                    .collect()
            }
            None => among.to_vec(),
        };
        let mut parts = Vec::new();
        if let Some(listed) = self.listed(schema)? {
            parts.push(listed);
        } else if let Some(target) = schema.text("$ref") {
            parts.push(self.reference(schema, &target, &types, given, depth)?);
        } else if given || schema.get("properties").is_some() {
            parts.push(self.union(schema, if given { &types } else { &["object"] }, depth)?);
        }
        for each in schema.items("allOf") {
            parts.push(self.value(each, &types, depth)?);
        }
        for choice in ["anyOf", "oneOf"] {
            let branches = schema.items(choice);
            if !branches.is_empty() {
                let branches: Result<Vec<_>> = branches.iter().map(|each| self.value(each, &types, depth)).collect();
                parts.push(either(branches?));
            }
        }
        // What a condition without one of its ends says is not told by the value's type.
        if let (Some(then), Some(otherwise)) = (schema.get("then"), schema.get("else")) {
            let branches = [then, otherwise].map(|branch| self.value(branch, &types, depth));
            parts.push(either(branches.into_iter().collect::<Result<Vec<_>>>()?));
        }
        // `{}` of an object whose members others speak of says nothing beside them.
        if parts.iter().any(|part| part != OPEN) {
            parts.retain(|part| part != OPEN);
        }
        parts.retain(|part| part != "unknown");
        parts.dedup();
        Ok(match parts.as_slice() {
            [] => "unknown".to_owned(),
            [one] => one.clone(),
            several => several.iter().map(|part| enclosed(part)).collect::<Vec<_>>().join(" & "),
        })
    }

    /// The values of `enum` and `const`; a list that may grow stays open.
    fn listed(&self, schema: &Json) -> Result<Option<String>> {
        let (keyword, values) = match (schema.get("const"), schema.get("enum")) {
            (Some(value), _) => ("const", std::slice::from_ref(value)),
            (None, Some(Json::Array(values))) => ("enum", values.as_slice()),
            _ => return Ok(None),
        };
        let mut types = Vec::new();
        for value in values {
            match value {
                Json::Scalar(token) if token.starts_with('"') => {
                    types.push(quoted(&serde_json::from_str::<String>(token)?))
                }
                Json::Scalar(token) => types.push(token.clone()),
                _ => bail!("`{keyword}` lists an array or object, for which there is no type"),
            }
        }
        let grows = schema.get("x-tolerant").is_some_and(|tolerant| tolerant.get(keyword).is_some());
        let text = types.join(" | ");
        Ok(Some(if grows { format!("Open<{text}>") } else { text }))
    }

    /// A reference; of the types that the schema beside it allows, those that the target has.
    fn reference(&self, schema: &Json, target: &str, types: &[&str], given: bool, depth: usize) -> Result<String> {
        let name = target.strip_prefix("#/$defs/").with_context(|| format!("`{target}` leads out of `$defs`"))?;
        let definitions = self.schema.get("$defs").and_then(|all| all.get(name));
        let definition = definitions.with_context(|| format!("there is no `{target}`"))?;
        let own = format!("{}{}<I>", self.name, pascal(name));
        if !given {
            return Ok(own);
        }
        if definition.names("type")?.is_some_and(|named| named.len() > 1 || named[0] != "object") {
            return Ok(own);
        }
        // The target speaks of objects only.
        let mut rest: Vec<&str> = types.iter().copied().filter(|name| *name != "object").collect();
        if definition.get("type").is_some() {
            rest.clear();
        }
        let mut union = vec![own];
        if !rest.is_empty() {
            union.push(self.union(schema, &rest, depth)?);
        }
        Ok(either(union))
    }

    fn union(&self, schema: &Json, types: &[&str], depth: usize) -> Result<String> {
        let int64 = schema.text("format").is_some_and(|format| format == "int64");
        let mut union = Vec::new();
        for name in types {
            union.push(match *name {
                "integer" if int64 => "Int64<I>".to_owned(),
                "number" if int64 => "Int64<I> | number".to_owned(),
                "integer" | "number" => "number".to_owned(),
                "array" => match schema.get("items") {
                    Some(items) => format!("{}[]", enclosed(&self.value(items, &TYPES, depth)?)),
                    None => "unknown[]".to_owned(),
                },
                "object" => self.object(schema, depth)?,
                scalar => scalar.to_owned(),
            });
        }
        Ok(either(union))
    }

    fn object(&self, schema: &Json, depth: usize) -> Result<String> {
        let required = schema.names("required")?.unwrap_or_default();
        let indent = "  ".repeat(depth + 1);
        let mut text = String::new();
        if let Some(Json::Object(properties)) = schema.get("properties") {
            for (name, property) in properties {
                let mark = if required.contains(name) { "" } else { "?" };
                let words = property.text("description").map_or(String::new(), |words| comment(&indent, &words));
                let value = self.value(property, &TYPES, depth + 1)?;
                text.push_str(&format!("{words}{indent}{}{mark}: {value};\n", key(name)));
            }
        }
        let others = match schema.get("additionalProperties") {
            Some(Json::Scalar(token)) if token == "false" => None,
            Some(others) if text.is_empty() => Some(self.value(others, &TYPES, depth)?),
            _ => Some("unknown".to_owned()),
        };
        match (text.is_empty(), others) {
            (true, Some(others)) => Ok(format!("{{ [name: string]: {others} }}")),
            (true, None) => Ok("Record<string, never>".to_owned()),
            (false, Some(others)) => {
                Ok(format!("{{\n{text}{indent}[name: string]: {others};\n{}}}", "  ".repeat(depth)))
            }
            (false, None) => Ok(format!("{{\n{text}{}}}", "  ".repeat(depth))),
        }
    }
}

/// An object of which nothing is known.
const OPEN: &str = "{ [name: string]: unknown }";

fn uses_parameter(body: &str) -> bool {
    body.contains("<I>")
}

fn either(types: Vec<String>) -> String {
    if types.iter().any(|one| one == "unknown") {
        return "unknown".to_owned();
    }
    let mut union: Vec<String> = Vec::new();
    for one in types {
        if !union.contains(&one) {
            union.push(if one.contains(" & ") { format!("({one})") } else { one });
        }
    }
    union.join(" | ")
}

fn enclosed(part: &str) -> String {
    if part.contains(" | ") || part.contains(" & ") { format!("({part})") } else { part.to_owned() }
}

fn key(name: &str) -> String {
    let plain =
        name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain { name.to_owned() } else { quoted(name) }
}

fn comment(indent: &str, words: &str) -> String {
    format!("{indent}/** {} */\n", words.replace("*/", "*\u{2060}/"))
}

/// What the type of a provider's schema is called. No name begins with a digit.
fn type_name(provider: &str, schema: &str) -> String {
    let name = pascal(provider) + &pascal(schema);
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { name }
}

/// `call.no-answer` as `CallNoAnswer`.
fn pascal(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| part[..1].to_ascii_uppercase() + &part[1..]).collect()
}
