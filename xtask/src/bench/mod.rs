//! `bench`: hookproof beside what users would take instead, and what it costs on its own.

mod peer;

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use crate::process::Run;
use crate::project::Project;
use crate::tools;

/// One run: its option, and what does it.
struct Part {
    option: &'static str,
    run: fn(&Project) -> Result<()>,
}

const PARTS: &[Part] = &[
    Part { option: "", run: node },
    Part { option: "--edge", run: |project| script(project, "edge.mjs")?.run() },
    Part { option: "--start", run: |project| script(project, "start.mjs")?.run() },
    Part { option: "--throughput", run: |project| script(project, "throughput.mjs")?.run() },
];

pub fn run(project: &Project, options: &[&str]) -> Result<()> {
    let parts: Vec<&Part> = match options {
        options if options.contains(&"--all") => PARTS.iter().collect(),
        [] => PARTS.iter().filter(|part| part.option.is_empty()).collect(),
        options => PARTS.iter().filter(|part| options.contains(&part.option)).collect(),
    };
    if let Some(unknown) = options.iter().find(|option| !names().contains(option)) {
        bail!("`bench` does not take `{unknown}`, expected {}", names().join(", "));
    }
    if options == ["--render"] {
        return script(project, "render.mjs")?.run();
    }
    build::run(project, Profile::Release)?;
    for part in parts {
        println!("\n== bench {}", part.option);
        (part.run)(project)?;
    }
    Ok(())
}

fn names() -> Vec<&'static str> {
    PARTS.iter().map(|part| part.option).filter(|option| !option.is_empty()).chain(["--all", "--render"]).collect()
}

fn script(project: &Project, file: &str) -> Result<Run> {
    Ok(tools::node(project)?.arg(format!("benches/js/{file}")))
}

fn node(project: &Project) -> Result<()> {
    let jsonschema = peer::jsonschema(project)?;
    script(project, "node.mjs")?.env("HOOKPROOF_BENCH_JSONSCHEMA", jsonschema).run()
}
