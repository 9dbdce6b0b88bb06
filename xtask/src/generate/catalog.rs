//! The built-in catalogue: each folder of `providers/` as one text, its schemas inlined.

use anyhow::{Context, Result, bail};
use hookproof::provider::definition::ProviderDefinition;

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
    if let Some(promise) = promise(project, id)? {
        if definition.member("sender").is_some() {
            bail!("provider.json has `sender`, and there is a sender.json beside it; one of them is too many");
        }
        add(&mut definition, "sender", promise)?;
    }
    let schemas = schemas(project, id)?;
    let names: Vec<String> = schemas.iter().map(|(name, _)| name.clone()).collect();
    if !schemas.is_empty() {
        add(&mut definition, "schemas", Json::Object(schemas))?;
    }

    let text = definition.to_string();
    serde_json::from_str::<ProviderDefinition>(&text).context("provider.json is no definition")?;
    let definition: Definition = serde_json::from_str(&text).context("provider.json is no definition")?;
    check_schema_names(&definition, &names)?;
    Ok(Entry { definition, text })
}

fn add(definition: &mut Json, name: &str, value: Json) -> Result<()> {
    match definition {
        Json::Object(members) => members.push((name.to_owned(), value)),
        _ => bail!("provider.json is not an object"),
    }
    Ok(())
}

/// What the sender promises, where it stands in a file of its own.
fn promise(project: &Project, id: &str) -> Result<Option<Json>> {
    let path = project.path("providers").join(id).join("sender.json");
    if !path.is_file() {
        return Ok(None);
    }
    Ok(Some(Json::parse(&project::read(&path)?).context("sender.json")?))
}

/// Each schema that an event names is there, and each one that is there is named.
fn check_schema_names(definition: &Definition, names: &[String]) -> Result<()> {
    let events = &definition.events.known;
    if let Some(unused) = names.iter().find(|name| !events.iter().any(|event| event.schema.as_ref() == Some(name))) {
        bail!("schemas/{unused}{SCHEMA_SUFFIX} is used by no event");
    }
    for event in events {
        if let Some(name) = &event.schema
            && !names.contains(name)
        {
            bail!(
                "the event `{}` names the schema `{name}`, but there is no schemas/{name}{SCHEMA_SUFFIX}",
                event.kind
            );
        }
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
