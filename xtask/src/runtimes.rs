//! `runtimes`: the packed package on every runtime at hand, with what it weighs and what publint and attw say of it.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::Project;
use crate::tools;

/// What the Rust tests leave behind for the runtimes to match, and the tests that do.
const LEFT: [(&str, &[&str]); 2] = [
    ("", &["target/reports.jsonl", "target/faults.jsonl"]),
    ("public-key", &["target/reports-public-key.jsonl", "target/faults-public-key.jsonl"]),
];

/// Browsers by the names of their programs, and the package that has one.
const BROWSERS: [(&[&str], &str); 2] =
    [(&["chromium", "chromium-browser", "google-chrome"], "chromium"), (&["firefox-esr", "firefox"], "firefox-esr")];

pub fn run(project: &Project, names: &[&str]) -> Result<()> {
    build::run(project, Profile::Release)?;
    for (features, files) in LEFT {
        if files.iter().all(|file| project.path(file).is_file()) {
            continue;
        }
        tools::cargo(project)
            .args(["test", "--package", "hookproof", "--features", features, "--test", "native", "--test", "vectors"])
            .run()?;
    }
    runner(project)?.args(names).run()
}

/// The program that does it, with all that it needs installed. What cannot be had is reported as not run.
pub fn runner(project: &Project) -> Result<Run> {
    tools::node_packages_in(project, "tests/runtimes")?;
    for (programs, package) in BROWSERS {
        tools::system_package(programs, package);
    }
    Ok(tools::node(project)?.arg("tests/runtimes/run.mjs"))
}
