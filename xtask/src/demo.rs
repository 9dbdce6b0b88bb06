//! `demo`: builds the package and shows it at work.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project, serve: bool) -> Result<()> {
    build::run(project, Profile::Release)?;
    let mut demo = tools::node(project)?.arg("examples/node/demo.mjs");
    if !serve {
        demo = demo.arg("--no-serve");
    }
    demo.run()
}
