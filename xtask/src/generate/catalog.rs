//! The built-in catalogue: each folder of `providers/` as one text, its schemas inlined.

use anyhow::{Context, Result, bail};
use hookproof::provider::definition::ProviderDefinition;

use super::MADE_BY;
use super::json::Json;
use super::schema;
use crate::project::{self, Project};

const SCHEMA_SUFFIX: &str = ".schema.json";

/// A definition as it is built in, and as it is read.
pub struct Entry {
    pub definition: ProviderDefinition,
    /// Minified, with the schemas inlined.
    pub text: String,
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
    let mut definition = Json::parse(&project::read(&folder.join("provider.json"))?).context("provider.json")?;
    if definition.member("schemas").is_some() {
        bail!("provider.json has `schemas`; in the repository each schema is a file of the folder schemas");
    }
    let Json::Object(members) = &mut definition else { bail!("provider.json is not an object") };
    let schemas = schemas(project, id)?;
    if !schemas.is_empty() {
        members.push(("schemas".to_owned(), Json::Object(schemas)));
    }

    let text = definition.to_string();
    let definition: ProviderDefinition = serde_json::from_str(&text).context("provider.json")?;
    let used = |name: &str| definition.events.known.iter().any(|event| event.schema.as_deref() == Some(name));
    if let Some(unused) = definition.schemas.keys().find(|name| !used(name)) {
        bail!("schemas/{unused}{SCHEMA_SUFFIX} is used by no event");
    }
    for event in &definition.events.known {
        if let Some(name) = &event.schema
            && !definition.schemas.contains_key(name)
        {
            bail!(
                "the event `{}` names the schema `{name}`, but there is no schemas/{name}{SCHEMA_SUFFIX}",
                event.kind
            );
        }
    }
    Ok(Entry { definition, text })
}

fn schemas(project: &Project, id: &str) -> Result<Vec<(String, Json)>> {
    let folder = project.path("providers").join(id).join("schemas");
    let mut schemas = Vec::new();
    for path in project::files(&folder, |_| true)? {
        let file = path.strip_prefix(&folder)?.to_string_lossy().into_owned();
        let Some(name) = file.strip_suffix(SCHEMA_SUFFIX) else {
            bail!("schemas/{file} is not called NAME{SCHEMA_SUFFIX}");
        };
        let mut document = Json::parse(&project::read(&path)?).with_context(|| format!("schemas/{file}"))?;
        schema::strip(&mut document);
        schemas.push((name.to_owned(), document));
    }
    Ok(schemas)
}

pub fn rust(entries: &[Entry]) -> Result<String> {
    let mut rows = String::new();
    for Entry { definition, text } in entries {
        let mut fence = "#".to_owned();
        while text.contains(&format!("\"{fence}")) {
            fence.push('#');
        }
        rows.push_str(&format!("    ({:?}, r{fence}\"{text}\"{fence}),\n", definition.id));
    }
    let list = if rows.is_empty() { "&[]".to_owned() } else { format!("&[\n{rows}]") };
    Ok(format!(
        "//! The built-in definitions. {MADE_BY}\n\n\
         /// Id and definition of each built-in provider, sorted by id.\n\
         #[rustfmt::skip]\n\
         pub const CATALOG: &[(&str, &str)] = {list};\n"
    ))
}
