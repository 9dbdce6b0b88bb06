//! `compare`: how much `explain` proves, beside what other verifiers say of the same deliveries.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project) -> Result<()> {
    tools::node_packages(project)?;
    build::run(project, Profile::Release)?;
    tools::node(project)?.args(["tests/faults/tables.mjs", "--write"]).run()
}
