//! `bench`: hookproof beside what users would take instead, and what it costs on its own.

mod instructions;
mod peer;

use std::fs;

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::Project;
use crate::tools;

/// One run: its option, and what does it.
struct Part {
    option: &'static str,
    /// Whether it runs the package.
    packed: bool,
    run: fn(&Project) -> Result<()>,
}

const PARTS: &[Part] = &[
    Part { option: "", packed: true, run: node },
    Part { option: "--edge", packed: true, run: |project| script(project, "edge.mjs")?.run() },
    Part { option: "--start", packed: true, run: |project| script(project, "start.mjs")?.run() },
    Part { option: "--throughput", packed: true, run: |project| script(project, "throughput.mjs")?.run() },
    Part { option: "--native", packed: false, run: native },
    Part { option: INSTRUCTIONS, packed: false, run: |project| instructions::run(project, false) },
];

/// Makes all pages anew from the figures as they are.
const RENDER: &str = "--render";
const ALL: &str = "--all";
const INSTRUCTIONS: &str = "--instructions";

pub fn run(project: &Project, options: &[&str]) -> Result<()> {
    match options {
        [RENDER] => return script(project, "render.mjs")?.run(),
        [INSTRUCTIONS, "--update"] => return instructions::run(project, true),
        _ => {}
    }
    let known: Vec<&str> = PARTS.iter().map(|part| part.option).filter(|option| !option.is_empty()).collect();
    if let Some(unknown) = options.iter().find(|option| **option != ALL && !known.contains(option)) {
        bail!(
            "`bench` does not take `{unknown}`, expected {}, {INSTRUCTIONS} --update, {ALL} or {RENDER}",
            known.join(", ")
        );
    }
    let wanted = |part: &Part| match options {
        [] => part.option.is_empty(),
        options => options.contains(&ALL) || options.contains(&part.option),
    };
    tools::node_packages(project)?;
    if PARTS.iter().any(|part| part.packed && wanted(part)) {
        build::run(project, Profile::Release)?;
    }
    for part in PARTS.iter().filter(|part| wanted(part)) {
        println!("\n== bench {}", part.option);
        match options.contains(&ALL) && part.option == INSTRUCTIONS {
            // All is made anew, so there is nothing to compare with.
            true => instructions::run(project, true)?,
            false => (part.run)(project)?,
        }
    }
    Ok(())
}

fn script(project: &Project, file: &str) -> Result<Run> {
    Ok(tools::node(project)?.arg(format!("benches/js/{file}")))
}

fn node(project: &Project) -> Result<()> {
    let jsonschema = peer::jsonschema(project)?;
    script(project, "node.mjs")?.env("HOOKPROOF_BENCH_JSONSCHEMA", jsonschema).run()
}

fn native(project: &Project) -> Result<()> {
    let bench = |name| tools::cargo(project).args(["bench", "--package", "hookproof", "--bench", name]);
    // Of an earlier run only what is measured again may be quoted.
    let _ = fs::remove_dir_all(project.target.join("criterion"));
    bench("native").run()?;
    bench("scaling").run()?;
    let rustc = tools::rustc(project).arg("--version").capture()?;
    script(project, "native.mjs")?.arg(&project.target).arg(rustc.split(" (").next().unwrap_or_default()).run()
}
