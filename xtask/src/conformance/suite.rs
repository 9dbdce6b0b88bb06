//! Reads a suite: its tests and the documents they refer to, every schema and instance as the text that stands there.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use referencing::meta;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::project;

/// The address at which schemas of the suite expect its folder `remotes`.
const REMOTES: &str = "http://localhost:1234";

#[derive(Deserialize)]
struct Group {
    description: String,
    schema: Box<RawValue>,
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    description: String,
    data: Box<RawValue>,
    valid: bool,
}

/// A line that the runner reads: what the groups after it may refer to, or a group.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'s> {
    Documents {
        documents: &'s BTreeMap<String, String>,
    },
    #[serde(rename_all = "camelCase")]
    Group {
        file: &'s str,
        group: &'s str,
        schema: String,
        assert_formats: bool,
        tests: Vec<Test<'s>>,
    },
}

#[derive(Serialize)]
struct Test<'s> {
    name: &'s str,
    data: &'s str,
    valid: bool,
}

/// The lines for a suite, or for a plain folder of its files.
pub fn read(folder: &Path) -> Result<String> {
    let folder = folder.canonicalize().with_context(|| format!("cannot find {}", folder.display()))?;
    let mut lines = String::new();
    let tests = folder.join("tests");
    let drafts = project::folders(&tests)?;
    if drafts.is_empty() {
        read_draft(if tests.is_dir() { &tests } else { &folder }, "", &mut lines)?;
    }
    for draft in drafts {
        read_draft(&tests.join(&draft), &format!("{draft}/"), &mut lines)?;
    }
    Ok(lines)
}

fn read_draft(folder: &Path, prefix: &str, lines: &mut String) -> Result<()> {
    let draft = folder.file_name().unwrap_or_default().to_string_lossy();
    let remotes = folder.ancestors().take(3).map(|above| above.join("remotes")).find(|remotes| remotes.is_dir());
    let is_test = |path: &Path| is_json(path) && remotes.as_ref().is_none_or(|remotes| !path.starts_with(remotes));
    let files = project::files(folder, is_test)?;
    if files.is_empty() {
        return Ok(());
    }
    let documents = documents(remotes.as_deref(), &draft)?;
    push(lines, &Line::Documents { documents: &documents })?;
    for path in files {
        let text = project::read(&path)?;
        let groups: Vec<Group> = serde_json::from_str(&text)
            .with_context(|| format!("{} is not in the format of the JSON-Schema-Test-Suite", path.display()))?;
        let name = path.strip_prefix(folder)?.with_extension("");
        let name = format!("{prefix}{}", name.to_string_lossy().replace('\\', "/"));
        for group in &groups {
            let tests = group.tests.iter();
            push(
                lines,
                &Line::Group {
                    file: &name,
                    group: &group.description,
                    schema: in_dialect(group.schema.get(), &draft)?,
                    assert_formats: name.contains("/format/"),
                    tests: tests
                        .map(|Case { description, data, valid }| Test {
                            name: description,
                            data: data.get(),
                            valid: *valid,
                        })
                        .collect(),
                },
            )?;
        }
    }
    Ok(())
}

fn push(lines: &mut String, line: &Line<'_>) -> Result<()> {
    lines.push_str(&serde_json::to_string(line)?);
    lines.push('\n');
    Ok(())
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

/// The remotes of a draft under the address where they are expected, and its metaschemas.
fn documents(remotes: Option<&Path>, draft: &str) -> Result<BTreeMap<String, String>> {
    let mut documents = BTreeMap::new();
    if let Some(remotes) = remotes {
        for path in project::files(remotes, is_json)? {
            let name = path.strip_prefix(remotes)?.to_string_lossy().replace('\\', "/");
            let first = name.split('/').next().unwrap_or_default();
            let of_another = (first.starts_with("draft") || first == "v1") && first != draft;
            // The newest drafts have copies of their own of what lies outside of the drafts' folders.
            let old = !matches!(draft, "draft2020-12" | "draft2019-09");
            if !of_another && (old || first == draft) {
                documents.insert(format!("{REMOTES}/{name}"), in_dialect(&project::read(&path)?, draft)?);
            }
        }
    }
    for metaschema in metaschemas(draft) {
        let id = metaschema["$id"].as_str().context("a metaschema without `$id`")?;
        documents.insert(id.trim_end_matches('#').to_owned(), metaschema.to_string());
    }
    Ok(documents)
}

fn metaschemas(draft: &str) -> Vec<&'static Value> {
    match draft {
        "draft6" => vec![&meta::DRAFT6],
        "draft7" => vec![&meta::DRAFT7],
        "draft2019-09" => vec![
            &meta::DRAFT201909,
            &meta::DRAFT201909_CORE,
            &meta::DRAFT201909_APPLICATOR,
            &meta::DRAFT201909_VALIDATION,
            &meta::DRAFT201909_META_DATA,
            &meta::DRAFT201909_FORMAT,
            &meta::DRAFT201909_CONTENT,
        ],
        _ => vec![
            &meta::DRAFT202012,
            &meta::DRAFT202012_CORE,
            &meta::DRAFT202012_APPLICATOR,
            &meta::DRAFT202012_UNEVALUATED,
            &meta::DRAFT202012_VALIDATION,
            &meta::DRAFT202012_META_DATA,
            &meta::DRAFT202012_FORMAT_ANNOTATION,
            &meta::DRAFT202012_CONTENT,
        ],
    }
}

/// The schema's text with the `$schema` of the draft, which the suite leaves out for the older ones.
fn in_dialect(schema: &str, draft: &str) -> Result<String> {
    let uri = match draft {
        "draft3" => "http://json-schema.org/draft-03/schema#",
        "draft4" => "http://json-schema.org/draft-04/schema#",
        "draft6" => "http://json-schema.org/draft-06/schema#",
        "draft7" => "http://json-schema.org/draft-07/schema#",
        "draft2019-09" => "https://json-schema.org/draft/2019-09/schema",
        _ => return Ok(schema.to_owned()),
    };
    let members: Value = serde_json::from_str(schema)?;
    let Some(members) = members.as_object().filter(|members| !members.contains_key("$schema")) else {
        return Ok(schema.to_owned());
    };
    let Some(inside) = schema.trim_start().strip_prefix('{') else { bail!("an object that opens with no brace") };
    let comma = if members.is_empty() { "" } else { "," };
    Ok(format!(r#"{{"$schema":"{uri}"{comma}{inside}"#))
}
