//! The project's own commands: `cargo xtask <command>`.

// Telling what happens is what these commands are for.
#![allow(clippy::print_stdout)]

mod bench;
mod build;
mod compare;
mod conformance;
mod demo;
mod generate;
mod playground;
mod process;
mod project;
mod runtimes;
mod services;
mod size;
mod test;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

use project::Project;

const USAGE: &str = "\
usage: cargo xtask <command>

  build [--fast]        make the package in pkg/dist: WebAssembly module, glue, entries
                        --fast: without link-time and size optimisation
  generate [--check]    write the files made from the code table, the public types and providers/
                        --check: only say which are stale
  test [--only STEP]... everything that has to hold; `test --list` names the steps
  demo [--no-serve]     start a receiver in Node and deliver good and bad webhooks to it over HTTP, beside the playground
                        --no-serve: end after the summary
  compare               what `explain` proves of tests/faults beside other verifiers; written into docs/why-it-failed.md
  playground [--no-serve | --pictures]
                        build and serve the playground
                        --no-serve: only build it; --pictures: make those in docs/ anew
  conformance DIR       run a folder in the JSON-Schema-Test-Suite's format through the package
  runtimes [NAME]...    the packed package on every runtime at hand, or on those whose names fit; sizes, publint, attw
  size                  what the package weighs: raw, gzip, brotli
  bench [OPTION]...     hookproof beside what users would take instead; writes docs/bench/ and the README's figures
                        none: in Node; --edge: in workerd; --start: the first verdict and a long life; --throughput: whole
                        receivers; --native: the core alone; --instructions [--update]: counted, beside those committed;
                        --all: all of them; --render: pages and README anew from the figures as they are
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some((command, options)) = words.split_first() else {
        print!("{USAGE}");
        bail!("no command was given");
    };
    let project = Project::find()?;
    match (*command, options) {
        ("build", []) => build::run(&project, build::Profile::Release),
        ("build", ["--fast"]) => build::run(&project, build::Profile::Fast),
        ("generate", []) => generate::write(&project),
        ("generate", ["--check"]) => generate::check(&project),
        ("test", options) => test::run(&project, options),
        ("demo", []) => demo::run(&project, true),
        ("demo", ["--no-serve"]) => demo::run(&project, false),
        ("playground", []) => playground::run(&project, true),
        ("playground", ["--no-serve"]) => playground::run(&project, false),
        ("playground", ["--pictures"]) => playground::pictures(&project),
        ("conformance", [folder]) => conformance::run(&project, Path::new(folder)),
        ("conformance", _) => {
            print!("{USAGE}");
            bail!("`conformance` takes one folder")
        }
        ("compare", []) => compare::run(&project),
        ("runtimes", names) => runtimes::run(&project, names),
        ("size", []) => size::run(&project),
        ("bench", options) => bench::run(&project, options),
        ("help" | "--help" | "-h", _) => {
            print!("{USAGE}");
            Ok(())
        }
        ("build" | "generate" | "demo" | "compare" | "playground" | "size", options) => {
            print!("{USAGE}");
            bail!("`{command}` does not take `{}`", options.join(" "))
        }
        _ => {
            print!("{USAGE}");
            bail!("there is no command `{command}`")
        }
    }
}
