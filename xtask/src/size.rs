//! `size`: what the package weighs where it is loaded.

use anyhow::Result;

use crate::build::entries::ENTRIES;
use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project) -> Result<()> {
    build::run(project, Profile::Release)?;
    measure(project)?.run()
}

/// Measures the package as it was built. Fails over the budget.
pub fn measure(project: &Project) -> Result<Run> {
    let entries: Vec<_> = ENTRIES
        .iter()
        .map(|entry| {
            let modules: Vec<_> = entry.modules().into_iter().map(|module| module.wasm).collect();
            serde_json::json!({ "name": entry.name, "modules": modules })
        })
        .collect();
    Ok(tools::node(project)?.arg("xtask/size.mjs").arg(serde_json::Value::from(entries).to_string()))
}
