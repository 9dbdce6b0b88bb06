//! `bench`: hookproof beside what users would take instead.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project) -> Result<()> {
    build::run(project, Profile::Release)?;
    tools::node(project)?.arg("benches/js/node.mjs").run()
}
