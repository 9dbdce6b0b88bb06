//! The WebAssembly modules and their glue: cargo, wasm-bindgen, wasm-opt, and the checks on what comes out.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::entries::Module;
use super::stamp::Stamp;
use super::{DIST, Profile, SCRIPTS, glue, imports, panics};
use crate::project::{self, Project};
use crate::tools;

pub fn build(project: &Project, profile: Profile, module: &Module) -> Result<()> {
    let dist = project.path(DIST);
    let (wasm_name, glue_name) = (&module.wasm, &module.glue);
    let outputs = [dist.join(wasm_name), project.path(SCRIPTS).join(glue_name)];
    let made_with = format!("{} {}", profile_name(profile, module), module.features);
    let stamp = Stamp::new(project, &module.label, &inputs(project, profile)?, &made_with)?;
    if stamp.is_current(&outputs)? {
        println!("  {DIST}/{wasm_name} and its glue are current");
        return Ok(());
    }

    let compiled = compile(project, profile, module)?;
    let bindings = bind(project, &compiled, &module.label)?;
    let raw = bindings.join("hookproof_bg.wasm");
    let bytes = match profile {
        Profile::Release => optimise(project, &raw, !module.has_words())?,
        Profile::Fast => raw,
    };
    let bytes = fs::read(&bytes).with_context(|| format!("cannot read {}", bytes.display()))?;
    let code = glue::with_reset(&project::read(&bindings.join("hookproof_bg.js"))?, &bytes)?;

    imports::check(&bytes, &code)?;
    check_paths(project, &bytes)?;
    project::write(&outputs[0], &bytes)?;
    project::write(&outputs[1], &code)?;
    println!("  {DIST}/{wasm_name}: {} bytes, {SCRIPTS}/{glue_name}: {} bytes", bytes.len(), code.len());
    stamp.set(&outputs)
}

fn profile_name(profile: Profile, module: &Module) -> &'static str {
    match profile {
        Profile::Release => module.profile,
        Profile::Fast => "dev-wasm",
    }
}

fn inputs(project: &Project, profile: Profile) -> Result<Vec<PathBuf>> {
    let mut inputs = project::files(&project.path("src"), |_| true)?;
    // What becomes of the TypeScript changes nothing about the modules; the features are told apart from the files.
    let others = ["package.rs", "entries.rs"].map(|file| project.path("xtask/src/build").join(file));
    inputs.extend(project::files(&project.path("xtask/src/build"), |path| !others.iter().any(|other| path == other))?);
    inputs.extend(["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"].map(|file| project.path(file)));
    if profile == Profile::Release {
        // It names the version of wasm-opt.
        inputs.push(project.path("package.json"));
    }
    Ok(inputs)
}

fn compile(project: &Project, profile: Profile, module: &Module) -> Result<PathBuf> {
    tools::wasm_target(project)?;
    let target = project.target.join("wasm");
    tools::cargo(project)
        .args(["build", "--package", "hookproof", "--lib", "--target", tools::WASM_TARGET])
        .args(["--profile", profile_name(profile, module), "--no-default-features"])
        .args(["--features", &module.features, "--target-dir"])
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", rustflags(project)?)
        .run()?;
    Ok(target.join(tools::WASM_TARGET).join(profile_name(profile, module)).join("hookproof.wasm"))
}

/// SIMD, and no path of this machine in the module: the same sources give the same bytes everywhere.
pub fn rustflags(project: &Project) -> Result<String> {
    let cargo_home = cargo_home()?;
    // The last one that fits is used, so folders come before what lies in them.
    let mut paths = vec![
        (cargo_home.clone(), "/cargo"),
        (tools::sysroot(project)?.join("lib/rustlib/src/rust"), "/rust"),
        (project.root.clone(), "/hookproof"),
        (project.target.clone(), "/hookproof/target"),
    ];
    // Each registry's crates lie in a folder that is named after it.
    let sources = cargo_home.join("registry/src");
    paths.extend(project::folders(&sources)?.into_iter().map(|registry| (sources.join(registry), "/crates")));

    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned()];
    // Seeds come from src/wasm/seed.rs and not from the host.
    flags.extend(["--cfg".to_owned(), "getrandom_backend=\"custom\"".to_owned()]);
    flags.extend(paths.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())));
    Ok(flags.join("\u{1f}"))
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    let home = env::home_dir().context("cannot tell where cargo keeps its sources; set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}

fn bind(project: &Project, compiled: &Path, name: &str) -> Result<PathBuf> {
    println!("  wasm-bindgen, target bundler");
    let folder = project.target.join("wasm/bindings").join(name);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).typescript(false).remove_producers_section(true);
    bindgen.bundler(true)?.generate(&folder).context("wasm-bindgen refuses the compiled module")?;
    Ok(folder)
}

fn optimise(project: &Project, module: &Path, wordless: bool) -> Result<PathBuf> {
    let [silent, small] = ["silent", "small"].map(|name| module.with_file_name(format!("hookproof_{name}.wasm")));
    panics::silence(module, &silent, wordless)?;
    tools::package_script(project, "binaryen/bin/wasm-opt")?
        // By brotli, which is what users load, `-Oz` and `-Os` make the modules 6 % larger, and take minutes.
        .args(["-O1", "--duplicate-function-elimination", "--dae-optimizing", "--strip-debug", "--strip-producers"])
        .arg(&silent)
        .arg("-o")
        .arg(&small)
        .run()?;
    Ok(small)
}

fn check_paths(project: &Project, module: &[u8]) -> Result<()> {
    let text = String::from_utf8_lossy(module);
    let home = env::home_dir().unwrap_or_default();
    for path in [&project.root, &project.target, &cargo_home()?, &tools::sysroot(project)?, &home] {
        let path = path.to_string_lossy();
        // A home directory of `/` says nothing about this machine.
        if path.len() > 1 && text.contains(path.as_ref()) {
            bail!("the module holds the path {path} of this machine; remap it in xtask/src/build/wasm.rs");
        }
    }
    Ok(())
}
