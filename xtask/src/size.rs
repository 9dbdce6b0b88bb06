//! `size`: what the package weighs where it is loaded.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project) -> Result<()> {
    build::run(project, Profile::Release)?;
    tools::node(project)?.arg("xtask/size.mjs").run()
}
