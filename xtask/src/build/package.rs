//! The rest of the package: its TypeScript, compiled by tsc and bundled into `pkg/dist` beside the modules, the hosts of each
//! entry, licences and README.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::entries::{ENTRIES, Entry, modules};
use super::stamp::Stamp;
use super::{DIST, SCRIPTS};
use crate::project::{self, Project};
use crate::tools;

/// What a package needs beside its code, copied from the repository's root.
const PAPERS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// This file says what becomes of the compiled sources.
const THIS_FILE: &str = "xtask/src/build/package.rs";

/// What makes the scripts of the package of those that tsc has made.
const BUNDLE: &str = "xtask/bundle.mjs";

/// The sources that every entry gets a copy of: a folder for each host with what loads the modules there.
const HOSTS: &str = "hosts";
/// As the list of functions imports it.
const LOADER: &str = "load.js";
/// In its place where there is one module: in entries that have no more, and on hosts that load no second one.
const WHOLE: &str = "whole.js";
/// The functions of an entry, listed once, in the folder of one host.
const FUNCTIONS: [(&str, &str); 2] = [(SCRIPTS, "index.js"), (DIST, "index.d.ts")];
const LISTED_IN: &str = "node";
/// The host that has the module as text.
const INLINE: &str = "inline";

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
    inputs.extend(
        ["pkg/tsconfig.json", "pkg/package.json", "package.json", BUNDLE, THIS_FILE].map(|file| project.path(file)),
    );
    let dist = project.path(DIST);
    inputs.extend(modules().map(|module| project.path(SCRIPTS).join(module.glue)));
    inputs.extend(ENTRIES.iter().filter(|entry| entry.inline).map(|entry| dist.join(entry.whole().wasm)));
    // The stamp is that of the declarations and the code alike.
    let stamp = Stamp::new(project, "package", &inputs, "tsc")?;
    let built = built_files(project)?;
    if !built.is_empty() && stamp.is_current(&built)? {
        println!("  {DIST}/*.js and *.d.ts are current");
        return Ok(());
    }
    // What an older source left behind must not be shipped.
    for old in built.into_iter().chain(compiled_files(project)?) {
        fs::remove_file(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    tools::package_script(project, "typescript/bin/tsc")?.args(["--project", "pkg"]).run()?;
    for entry in ENTRIES {
        add_hosts(project, entry)?;
    }
    for (folder, option) in [(DIST, "declarationDir"), (SCRIPTS, "outDir")] {
        let hosts = project.path(folder).join(HOSTS);
        fs::remove_dir_all(hosts)
            .with_context(|| format!("tsc compiled no hosts; look at `{option}` in pkg/tsconfig.json"))?;
    }
    tools::node(project)?.args([BUNDLE, SCRIPTS, DIST]).run()?;
    let built = built_files(project)?;
    println!("  {DIST}: {} files of the package's TypeScript", built.len());
    stamp.set(&built)
}

/// Puts a loader for each host, and the one list of functions beside it, into the folder of an entry. They are the same
/// files for every entry, since they name its module and glue by their place.
fn add_hosts(project: &Project, entry: &Entry) -> Result<()> {
    let source = project.path("pkg/src").join(HOSTS);
    let is_host =
        |host: &&String| source.join(host).join("whole.ts").is_file() || source.join(host).join(WHOLE).is_file();
    for host in project::folders(&source)?.iter().filter(is_host).filter(|host| *host != INLINE) {
        add_host(project, entry, host, &Path::new(entry.folder()).join(host))?;
    }
    if entry.inline {
        // With a glue of its own, since one works with one instance, and a program may well load both.
        let inline = format!("{}-{INLINE}", entry.folder());
        let inline = Path::new(&inline);
        add_host(project, entry, INLINE, &inline.join(INLINE))?;
        let whole = entry.whole();
        let scripts = project.path(SCRIPTS);
        copy(&scripts.join(whole.glue), &scripts.join(inline).join("details/glue.js"))?;
        let module = project.path(DIST).join(whole.wasm);
        let module = fs::read(&module).with_context(|| format!("cannot read {}", module.display()))?;
        let text = base64(&module);
        let text =
            format!("// The module as text. Made by `cargo xtask build`.\n\nexport const base64 =\n  '{text}';\n");
        project::write(&scripts.join(inline).join("base64.js"), text)?;
    }
    Ok(())
}

fn add_host(project: &Project, entry: &Entry, host: &str, folder: &Path) -> Result<()> {
    let names: &[&str] = if entry.split { &[LOADER, WHOLE] } else { &[WHOLE] };
    // What TypeScript cannot read is written by hand.
    let places = [project.path("pkg/src").join(HOSTS), project.path(SCRIPTS).join(HOSTS)];
    let loader = names.iter().flat_map(|name| places.iter().map(move |place| place.join(host).join(name)));
    let loader = loader.into_iter().find(|path| path.is_file());
    let loader = loader.with_context(|| format!("{HOSTS}/{host} has no loader"))?;
    copy(&loader, &project.path(SCRIPTS).join(folder).join(LOADER))?;
    for (place, name) in FUNCTIONS {
        let place = project.path(place);
        copy(&place.join(HOSTS).join(LISTED_IN).join(name), &place.join(folder).join(name))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let content = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
    project::write(to, content)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place > group.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

fn built_files(project: &Project) -> Result<Vec<PathBuf>> {
    let dist = project.path(DIST);
    let of_modules: Vec<_> = modules().map(|module| dist.join(module.wasm)).collect();
    project::files(&dist, |path| !of_modules.iter().any(|own| path == own))
}

/// What is put together for bundling, apart from the glues, which come with the modules.
fn compiled_files(project: &Project) -> Result<Vec<PathBuf>> {
    let scripts = project.path(SCRIPTS);
    let glues: Vec<_> = modules().map(|module| scripts.join(module.glue)).collect();
    project::files(&scripts, |path| !glues.iter().any(|own| path == own))
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_padded() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }
}
