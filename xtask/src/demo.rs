//! `demo`: builds the package and shows it at work, with the playground beside it.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::playground::{self, Beside};
use crate::project::Project;
use crate::tools;

pub fn run(project: &Project, serve: bool) -> Result<()> {
    build::run(project, Profile::Release)?;
    let demo = tools::node(project)?.arg("examples/node/demo.mjs");
    if !serve {
        return demo.arg("--no-serve").run();
    }
    playground::files(project)?;
    let (_beside, address) = Beside::start(project)?;
    demo.env("DEMO_PLAYGROUND", address).run()
}
