//! The rest of the package: its TypeScript, compiled by tsc into `pkg/dist` beside the module, licences and README.

use std::fs;

use anyhow::{Context, Result, bail};

use super::DIST;
use super::entries::modules;
use super::minify::minify;
use super::stamp::Stamp;
use crate::project::{self, Project};
use crate::tools;

/// What a package needs beside its code, copied from the repository's root.
const PAPERS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

pub fn build(project: &Project) -> Result<()> {
    for name in PAPERS {
        let text = project::read(&project.path(name))?;
        project::write(&project.path("pkg").join(name), text)?;
    }
    compile(project)
}

fn compile(project: &Project) -> Result<()> {
    let configuration = project.path("pkg/tsconfig.json");
    if !configuration.is_file() {
        bail!("pkg/tsconfig.json is not there, so the package's TypeScript cannot be compiled");
    }
    let mut inputs = project::files(&project.path("pkg/src"), |_| true)?;
    inputs.extend([configuration, project.path("pkg/package.json"), project.path("package.json")]);
    inputs.extend(["xtask/minify.mjs", "xtask/src/build/package.rs"].map(|file| project.path(file)));
    // The stamp is that of the declarations and the code alike.
    let stamp = Stamp::new(project, "package", &inputs, "tsc")?;
    let built = built_files(project)?;
    if !built.is_empty() && stamp.is_current(&built)? {
        println!("  {DIST}/*.js and *.d.ts are current");
        return Ok(());
    }
    // What an older source left behind must not be shipped.
    for old in built {
        fs::remove_file(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    tools::package_script(project, "typescript/bin/tsc")?.args(["--project", "pkg"]).run()?;
    let built = built_files(project)?;
    if built.is_empty() {
        bail!("tsc wrote nothing into {DIST}; look at `outDir` in pkg/tsconfig.json");
    }
    minify(project, &built)?;
    println!("  {DIST}: {} files of the package's TypeScript", built.len());
    stamp.set(&built)
}

fn built_files(project: &Project) -> Result<Vec<std::path::PathBuf>> {
    let dist = project.path(DIST);
    let of_modules: Vec<_> = modules().flat_map(|module| [dist.join(module.wasm), dist.join(module.glue)]).collect();
    project::files(&dist, |path| !of_modules.iter().any(|own| path == own))
}
