//! Scripts without comments and blanks; the types beside them keep their documentation.

use std::path::PathBuf;

use anyhow::Result;

use crate::project::Project;
use crate::tools;

/// Rewrites scripts in place.
pub fn minify(project: &Project, files: &[PathBuf]) -> Result<()> {
    let scripts = files.iter().filter(|file| file.extension().is_some_and(|end| end == "js"));
    tools::node(project)?.arg("xtask/minify.mjs").args(scripts).run()
}
