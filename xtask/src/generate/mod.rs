//! `generate`: the files that are made from the code table, the public types and the folder `providers/`.

mod catalog;
mod codes;
mod definition;
mod events;
mod faults;
mod json;
mod promise;
mod providers;
mod schema;
mod scheme;
mod senders;
mod types;

use std::fs;

use anyhow::{Result, bail};

use crate::project::{self, Project};

/// Stands in the first line of each generated file.
const MADE_BY: &str = "Made by `cargo xtask generate`; do not edit.";

/// A generated file: its path in the repository and what stands in it.
struct Output {
    path: String,
    content: Vec<u8>,
}

impl Output {
    fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), content: content.into() }
    }
}

pub fn write(project: &Project) -> Result<()> {
    for output in outputs(project)? {
        let path = project.path(&output.path);
        if fs::read(&path).is_ok_and(|old| old == output.content) {
            println!("  {} is current", output.path);
        } else {
            project::write(&path, &output.content)?;
            println!("  {} written", output.path);
        }
    }
    Ok(())
}

pub fn check(project: &Project) -> Result<()> {
    let mut stale = Vec::new();
    for output in outputs(project)? {
        match fs::read(project.path(&output.path)) {
            Ok(old) if old == output.content => println!("  {} is current", output.path),
            Ok(_) => stale.push(format!("{} differs", output.path)),
            Err(_) => stale.push(format!("{} is not there", output.path)),
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    for line in &stale {
        println!("  {line}");
    }
    bail!("{} generated files are stale; run `cargo xtask generate` and commit what it writes", stale.len())
}

fn outputs(project: &Project) -> Result<Vec<Output>> {
    let definitions = catalog::read(project)?;
    let mut outputs = vec![
        Output::new("src/provider/catalog.rs", catalog::rust(&definitions)),
        Output::new("src/provider/plans.bin", catalog::plans(&definitions)),
        Output::new("src/schema/used.rs", catalog::used(&definitions)?),
        Output::new("docs/codes.md", codes::markdown()),
        Output::new("docs/providers.md", senders::markdown(&definitions)?),
        Output::new("pkg/src/generated/codes.ts", codes::typescript()),
        Output::new("pkg/src/generated/events.ts", events::typescript(&definitions)?),
        Output::new("pkg/src/generated/types.ts", types::typescript()),
        Output::new("pkg/src/generated/providers.ts", providers::typescript(&definitions)),
    ];
    outputs.extend(faults::corpus(project)?);
    Ok(outputs)
}

/// A TypeScript string literal.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// A closed union of texts; `never` when there is none.
fn union<'a>(name: &str, members: impl IntoIterator<Item = &'a str>) -> String {
    let members: Vec<String> = members.into_iter().map(|member| format!("\n  | {}", quoted(member))).collect();
    if members.is_empty() {
        return format!("export type {name} = never;\n");
    }
    format!("export type {name} ={};\n", members.concat())
}

/// Text for a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
