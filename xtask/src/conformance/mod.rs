//! `conformance`: runs a folder in the JSON-Schema-Test-Suite's format through the package.

mod suite;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::{self, Project};
use crate::tools;

/// Builds the package and runs a suite; fails when a test of it does.
pub fn run(project: &Project, folder: &Path) -> Result<()> {
    build::run(project, Profile::Release)?;
    runner(project, folder)?.run()
}

/// The program that runs a suite through the package as it was built.
pub fn runner(project: &Project, folder: &Path) -> Result<Run> {
    let tests = suite::read(folder)?;
    if tests.is_empty() {
        bail!("{} holds no tests in the format of the JSON-Schema-Test-Suite", folder.display());
    }
    let list = project.target.join("conformance.jsonl");
    project::write(&list, tests)?;
    Ok(tools::node(project)?.arg("xtask/conformance.mjs").arg(list))
}

/// `HOOKPROOF_SCHEMA_SUITE`, or the folder where the suite lies beside this repository.
pub fn usual_suite(project: &Project) -> Option<PathBuf> {
    let holds_tests = |folder: &PathBuf| folder.join("tests").is_dir();
    match std::env::var_os("HOOKPROOF_SCHEMA_SUITE") {
        Some(named) => Some(PathBuf::from(named)).filter(holds_tests),
        None => {
            let beside = project.root.ancestors().skip(1).map(|above| above.join("shared/suites/json-schema"));
            beside.take(3).find(holds_tests)
        }
    }
}
