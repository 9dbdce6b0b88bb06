//! The crate `jsonschema` as a WebAssembly module for Node, which only benches need.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::Project;
use crate::tools;

/// Compiles it and gives the script that loads it.
pub fn jsonschema(project: &Project) -> Result<PathBuf> {
    tools::wasm_target(project)?;
    let target = project.target.join("wasm-jsonschema");
    tools::cargo(project)
        .args(["build", "--manifest-path", "benches/wasm-jsonschema/Cargo.toml", "--locked", "--release"])
        .args(["--target", tools::WASM_TARGET, "--target-dir"])
        .arg(&target)
        .env("RUSTFLAGS", "-Ctarget-feature=+simd128")
        .run()?;
    let module = target.join(tools::WASM_TARGET).join("release/wasm_jsonschema.wasm");
    let folder = target.join("node");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).typescript(false);
    bindgen.nodejs(true)?.generate(&folder).context("wasm-bindgen refuses the module of the crate `jsonschema`")?;
    let script = folder.join("wasm_jsonschema.js");
    // Node takes a script for a module of CommonJS only where no package above says otherwise.
    crate::project::write(&folder.join("package.json"), "{\"type\":\"commonjs\"}\n")?;
    Ok(script)
}
