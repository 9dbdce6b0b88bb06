//! The built-in catalogue: each folder of `providers/` as one text, its schemas inlined.

use std::collections::BTreeSet;

use anyhow::{Context, Error, Result, bail};
use hookproof::provider::definition::ProviderDefinition;
use hookproof::provider::outline::Outline;
use hookproof::provider::{compile, table};
use hookproof::schema::parts;

use super::MADE_BY;
use super::definition::Definition;
use super::json::Json;
use super::schema;
use crate::project::{self, Project};

const SCHEMA_SUFFIX: &str = ".schema.json";

/// A definition as it is built in, and as it is read.
pub struct Entry {
    pub definition: Definition,
    /// Minified, with the schemas inlined.
    pub text: String,
    /// The same, compiled as the engine does.
    outline: Outline,
    /// The schemas as they stand in their files, by name.
    pub schemas: Vec<(String, Json)>,
}

pub fn read(project: &Project) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for id in project::folders(&project.path("providers"))? {
        let entry = read_one(project, &id).with_context(|| format!("providers/{id}"))?;
        if entry.definition.id != id {
            bail!("providers/{id}/provider.json has the id `{}`; it must be the folder's name", entry.definition.id);
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn read_one(project: &Project, id: &str) -> Result<Entry> {
    let folder = project.path("providers").join(id);
    let mut json = Json::parse(&project::read(&folder.join("provider.json"))?).context("provider.json")?;
    if json.member("schemas").is_some() {
        bail!("provider.json has `schemas`; in the repository each schema is a file of the folder schemas");
    }
    let schemas = schemas(project, id)?;
    let names: Vec<String> = schemas.iter().map(|(name, _)| name.clone()).collect();
    match &mut json {
        Json::Object(_) if schemas.is_empty() => {}
        Json::Object(members) => {
            let mut inlined = Json::Object(schemas.clone());
            if let Json::Object(schemas) = &mut inlined {
                schemas.iter_mut().for_each(|(_, schema)| schema::strip(schema));
            }
            members.push(("schemas".to_owned(), inlined));
        }
        _ => bail!("provider.json is not an object"),
    }

    let text = json.to_string();
    serde_json::from_str::<ProviderDefinition>(&text).context("provider.json is no definition")?;
    let definition: Definition = serde_json::from_str(&text).context("provider.json is no definition")?;
    check_schema_names(&definition, &names)?;
    for_machines(&mut json);
    let text = json.to_string();
    let provider = serde_json::from_str(&text).context("provider.json is no definition without its notes")?;
    let outline = compile::outline(&provider).map_err(Error::msg)?;
    Ok(Entry { definition, text, outline, schemas })
}

/// Drops what only the documentation shows. What is said of retries is an answer of the library and stays.
fn for_machines(json: &mut Json) {
    match json {
        Json::Scalar(_) => {}
        Json::Array(items) => items.iter_mut().for_each(for_machines),
        Json::Object(members) => {
            members.retain(|(name, _)| !matches!(name.as_str(), "$schema" | "notes" | "note"));
            let rest = members.iter_mut().filter(|(name, _)| !matches!(name.as_str(), "retries" | "schemas"));
            rest.for_each(|(_, value)| for_machines(value));
        }
    }
}

/// Each schema that an event names is there, and each one that is there is named.
fn check_schema_names(definition: &Definition, names: &[String]) -> Result<()> {
    let events = &definition.events;
    let used = || events.known.iter().map(|event| &event.schema).chain([&events.schema]).flatten();
    if let Some(unused) = names.iter().find(|name| !used().any(|used| used == *name)) {
        bail!("schemas/{unused}{SCHEMA_SUFFIX} is used by no event");
    }
    if let Some(missing) = used().find(|name| !names.contains(name)) {
        bail!("an event names the schema `{missing}`, but there is no schemas/{missing}{SCHEMA_SUFFIX}");
    }
    Ok(())
}

fn schemas(project: &Project, id: &str) -> Result<Vec<(String, Json)>> {
    let folder = project.path("providers").join(id).join("schemas");
    let mut schemas = Vec::new();
    for path in project::files(&folder, |_| true)? {
        let file = path.strip_prefix(&folder)?.to_string_lossy().into_owned();
        let Some(name) = file.strip_suffix(SCHEMA_SUFFIX) else {
            bail!("schemas/{file} is not called NAME{SCHEMA_SUFFIX}");
        };
        let document = Json::parse(&project::read(&path)?).with_context(|| format!("schemas/{file}"))?;
        schemas.push((name.to_owned(), document));
    }
    Ok(schemas)
}

/// The built-in definitions as a Rust table.
pub fn rust(entries: &[Entry]) -> String {
    let mut rows = String::new();
    for Entry { definition, text, .. } in entries {
        let mut fence = "#".to_owned();
        while text.contains(&format!("\"{fence}")) {
            fence.push('#');
        }
        rows.push_str(&format!("    ({:?}, r{fence}\"{text}\"{fence}),\n", definition.id));
    }
    let list = if rows.is_empty() { "&[]".to_owned() } else { format!("&[\n{rows}]") };
    format!(
        "//! The built-in definitions. {MADE_BY}\n\n\
         /// Id and definition of each built-in provider, sorted by id.\n\
         #[rustfmt::skip]\n\
         pub const CATALOG: &[(&str, &str)] = {list};\n"
    )
}

/// What a verification needs of them, compiled ahead. Made of the files and of no earlier table.
pub fn plans(entries: &[Entry]) -> Vec<u8> {
    table::pack(entries.iter().map(|entry| &entry.outline))
}

/// What the walk can leave out where there are no other schemas.
pub fn used(entries: &[Entry]) -> Result<String> {
    let schemas = || entries.iter().flat_map(|entry| &entry.outline.schemas);
    let mut constants = String::new();
    for part in &parts::PARTS {
        let there = if schemas().any(|schema| part.of(schema)) { "true" } else { "cfg!(feature = \"details\")" };
        constants.push_str(&format!(
            "/// Whether a schema of this build can have {}.\n\
             pub(super) const {}: bool = {there};\n\n",
            part.what, part.constant
        ));
    }
    let formats: BTreeSet<&str> = schemas().flat_map(parts::formats).collect();
    if formats.contains("regex") {
        bail!(
            "a built-in schema asserts the format `regex`, for which the first module would need the compiler of patterns"
        );
    }
    let formats: Vec<String> = formats.iter().map(|name| format!("b{name:?}")).collect();
    Ok(format!(
        "//! What of JSON Schema the built-in schemas use. {MADE_BY}\n\n\
         {constants}\
         /// Whether a schema of this build can have this format.\n\
         pub(super) const fn format(name: &str) -> bool {{\n    \
             cfg!(feature = \"details\") || matches!(name.as_bytes(), {})\n\
         }}\n",
        formats.join(" | ")
    ))
}
