//! `build`: from the crate to the installable package in `pkg/`.

pub mod entries;
mod glue;
mod imports;
mod package;
mod panics;
mod stamp;
mod wasm;

use anyhow::Result;

use crate::project::Project;
use crate::tools;

/// How much work goes into the module.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What is published: optimised for size.
    Release,
    /// The edit loop: the same code without link-time and size optimisation.
    Fast,
}

/// The folder that the package's code is built into.
pub const DIST: &str = "pkg/dist";

/// The folder of its scripts before they are bundled.
pub const SCRIPTS: &str = "target/scripts";

pub fn run(project: &Project, profile: Profile) -> Result<()> {
    // Asked for first, so that nobody waits for a compilation only to hear that Node is missing.
    tools::node(project)?;
    tools::node_packages(project)?;
    for module in entries::modules() {
        wasm::build(project, profile, &module)?;
    }
    package::build(project)
}

/// The flags of every compilation for WebAssembly, in the form that cargo reads from CARGO_ENCODED_RUSTFLAGS.
pub fn rustflags(project: &Project) -> Result<String> {
    wasm::rustflags(project)
}
