//! The programs and packages that the commands need: found, or fetched, or named with the way to get them.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::process::Run;
use crate::project::Project;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const NODE_HINT: &str = "install Node.js 20.19 or newer, with npm";
const NODE_OLDEST: (u32, u32) = (20, 19);

/// The cargo that runs this program.
pub fn cargo(project: &Project) -> Run {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    Run::new(cargo).directory(&project.root)
}

/// Node, after a look at its version.
pub fn node(project: &Project) -> Result<Run> {
    let version = Run::new("node").arg("--version").hint(NODE_HINT).capture()?;
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < NODE_OLDEST {
        bail!("Node.js {version} is too old; {NODE_HINT}");
    }
    Ok(Run::new("node").directory(&project.root))
}

/// A script of an installed npm package, run by Node.
pub fn package_script(project: &Project, script: &str) -> Result<Run> {
    let path = project.path("node_modules").join(script);
    if !path.is_file() {
        bail!("{} is not there; run `npm ci` in the repository", project.shown(&path));
    }
    Ok(node(project)?.arg(Path::new("node_modules").join(script)))
}

/// Makes sure that Rust can compile to WebAssembly.
pub fn wasm_target(project: &Project) -> Result<()> {
    let library = sysroot(project)?.join("lib/rustlib").join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    println!("  Rust has no {WASM_TARGET} target yet");
    Run::new("rustup")
        .args(["target", "add", WASM_TARGET])
        .directory(&project.root)
        .hint("install Rust with rustup, or add the target wasm32-unknown-unknown with your system's packages")
        .run()
}

/// Where the compiler and its libraries lie.
pub fn sysroot(project: &Project) -> Result<PathBuf> {
    rustc(project).args(["--print", "sysroot"]).capture().map(PathBuf::from)
}

/// The compiler.
pub fn rustc(project: &Project) -> Run {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    Run::new(rustc).directory(&project.root).hint("install Rust with rustup")
}

/// Installs the npm packages of the lock file unless they are there.
pub fn node_packages(project: &Project) -> Result<()> {
    node_packages_in(project, "")
}

/// The same for the lock file of a folder of the repository.
pub fn node_packages_in(project: &Project, folder: &str) -> Result<()> {
    let folder = project.path(folder);
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    let wanted = modified(&lock).with_context(|| format!("{} is not there", project.shown(&lock)))?;
    if modified(&installed).is_some_and(|time| time >= wanted) {
        return Ok(());
    }
    node(project)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Run::new(npm)
        .args(["ci", "--no-audit", "--no-fund"])
        .directory(&folder)
        .hint(
            "the packages come from the registry that npm is set up with: check that it is reached, then run `npm ci`",
        )
        .run()
}

/// Sees to it that one of `programs` is on this machine, with the system's packages where they can be installed. Whoever
/// needs the program says so when it is not there all the same.
pub fn system_package(programs: &[&str], package: &str) {
    if programs.iter().any(|program| on_path(program)) {
        return;
    }
    println!("  none of {} is on this machine", programs.join(", "));
    let apt = |arguments: &[&str]| {
        Run::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").capture().map(|_| ())
    };
    let installed = apt(&["update"]).and_then(|()| apt(&["install", "--yes", "--no-install-recommends", package]));
    if let Err(error) = installed {
        println!("  `apt-get install {package}` does not work: {error:#}; install it by hand");
    }
}

fn on_path(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
