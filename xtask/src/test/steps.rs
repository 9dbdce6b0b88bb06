//! The steps of `test`, in the order they run.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use anyhow::{Result, bail};

use super::NotRun;
use super::count::Count;
use crate::build::entries::{ENTRIES, Entry, modules};
use crate::build::{self, Profile};
use crate::project::{self, Project};
use crate::{conformance, demo, generate, playground, runtimes, services, size, tools};

/// One step.
pub struct Step {
    pub name: &'static str,
    pub what: &'static str,
    /// The step that must have passed, when it ran.
    pub needs: Option<&'static str>,
    pub run: fn(&Project, &mut Count) -> Result<()>,
}

pub const STEPS: &[Step] = &[
    Step { name: "format", what: "Rust is formatted", needs: None, run: format },
    Step { name: "clippy", what: "Rust without warnings", needs: None, run: clippy },
    Step { name: "clippy-entries", what: "the same with the features of each entry", needs: None, run: clippy_entries },
    Step { name: "clippy-wasm", what: "the same for WebAssembly", needs: None, run: clippy_wasm },
    Step { name: "generate", what: "generated files are current", needs: None, run: generate },
    Step { name: "docs", what: "references of crate and package without warnings", needs: None, run: docs },
    Step { name: "rust", what: "Rust tests, documentation examples, vectors", needs: None, run: rust },
    Step { name: "rust-entries", what: "Rust tests with the features of each entry", needs: None, run: rust_entries },
    Step { name: "build", what: "the package", needs: None, run: build },
    Step { name: "lint", what: "JavaScript and TypeScript without warnings", needs: None, run: lint },
    Step {
        name: "js",
        what: "the package's tests and vectors, reports equal to Rust's",
        needs: Some("build"),
        run: js,
    },
    Step { name: "size", what: "the package loads no more than it did", needs: Some("build"), run: size },
    Step {
        name: "conformance",
        what: "the JSON Schema suite through the package",
        needs: Some("build"),
        run: conformance,
    },
    Step {
        name: "runtimes",
        what: "the packed package on every runtime, reports and signed deliveries equal to Rust's",
        needs: Some("build"),
        run: runtimes,
    },
    Step { name: "axum", what: "the example for axum, a project of its own", needs: None, run: axum },
    Step { name: "playground", what: "the playground in Chromium and Firefox", needs: Some("build"), run: playground },
    Step { name: "demo", what: "deliveries over HTTP", needs: Some("build"), run: demo },
];

/// What the Rust tests answer, and the JavaScript tests compare the package's answers with.
const REPORTS: [&str; 5] = [
    "target/reports.jsonl",
    "target/reports-public-key.jsonl",
    "target/faults.jsonl",
    "target/faults-public-key.jsonl",
    "target/explanations.jsonl",
];

fn format(project: &Project, _: &mut Count) -> Result<()> {
    tools::cargo(project).args(["fmt", "--all", "--check"]).run()
}

fn clippy(project: &Project, _: &mut Count) -> Result<()> {
    tools::cargo(project).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

fn clippy_entries(project: &Project, _: &mut Count) -> Result<()> {
    for entry in with_features() {
        tools::cargo(project)
            .args(["clippy", "--package", "hookproof", "--features", &entry.feature_list(), "--all-targets"])
            .args(["--", "-D", "warnings"])
            .run()?;
    }
    Ok(())
}

fn with_features() -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(|entry| !entry.features.is_empty())
}

fn clippy_wasm(project: &Project, _: &mut Count) -> Result<()> {
    tools::wasm_target(project)?;
    for module in modules() {
        tools::cargo(project)
            .args(["clippy", "--package", "hookproof", "--lib", "--target", tools::WASM_TARGET, "--target-dir"])
            .arg(project.target.join("wasm"))
            .args(["--no-default-features", "--features", &module.features, "--", "-D", "warnings"])
            .env("CARGO_ENCODED_RUSTFLAGS", build::rustflags(project)?)
            .run()?;
    }
    Ok(())
}

fn generate(project: &Project, _: &mut Count) -> Result<()> {
    generate::check(project)
}

fn docs(project: &Project, _: &mut Count) -> Result<()> {
    tools::cargo(project)
        .args(["doc", "--package", "hookproof", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    // Into target/typedoc.
    tools::node_packages(project)?;
    tools::package_script(project, "typedoc/bin/typedoc")?.args(["--options", "pkg/typedoc.json"]).run()
}

fn rust(project: &Project, count: &mut Count) -> Result<()> {
    // Reports of an earlier run must not stand in for those of this one.
    for file in REPORTS {
        let _ = fs::remove_file(project.path(file));
    }
    tools::cargo(project).args(["test", "--workspace", "--no-fail-fast"]).watch(|line| count.cargo(line))
}

fn rust_entries(project: &Project, count: &mut Count) -> Result<()> {
    for entry in with_features() {
        tools::cargo(project)
            .args(["test", "--package", "hookproof", "--features", &entry.feature_list(), "--no-fail-fast", "--lib"])
            .args(entry.tests.iter().flat_map(|test| ["--test", test]))
            .watch(|line| count.cargo(line))?;
    }
    Ok(())
}

fn build(project: &Project, _: &mut Count) -> Result<()> {
    build::run(project, Profile::Release)
}

fn lint(project: &Project, _: &mut Count) -> Result<()> {
    tools::node_packages(project)?;
    // Biome colours its output even where nobody can see colours.
    let colours = if std::io::stdout().is_terminal() { "--colors=force" } else { "--colors=off" };
    tools::package_script(project, "@biomejs/biome/bin/biome")?.args(["ci", colours]).run()
}

fn js(project: &Project, count: &mut Count) -> Result<()> {
    node_tests(project, "tests/js", None, count)
}

fn playground(project: &Project, count: &mut Count) -> Result<()> {
    playground::files(project)?;
    playground::browsers()?;
    // One file at a time: browsers that share the cores with each other only wait.
    node_tests(project, "tests/playground", Some("--test-concurrency=1"), count)
}

fn node_tests(project: &Project, folder: &str, option: Option<&str>, count: &mut Count) -> Result<()> {
    let tests = project::files(&project.path(folder), is_test)?;
    if tests.is_empty() {
        bail!("there is no *.test.mjs in {folder}");
    }
    services::redis_server()?;
    let tests = tests.iter().map(|path| project.shown(path));
    tools::node(project)?
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(option)
        .args(tests)
        .watch(|line| count.node(line))
}

fn is_test(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    [".test.mjs", ".test.js"].iter().any(|end| name.ends_with(end))
        && !path.components().any(|part| part.as_os_str() == "node_modules")
}

fn size(project: &Project, _: &mut Count) -> Result<()> {
    size::measure(project)?.run()
}

fn conformance(project: &Project, count: &mut Count) -> Result<()> {
    let Some(suite) = conformance::usual_suite(project) else {
        return Err(
            NotRun("there is no suite; set HOOKPROOF_SCHEMA_SUITE to a folder with `tests` and `remotes`").into()
        );
    };
    conformance::runner(project, &suite)?.watch(|line| count.conformance(line))
}

fn axum(project: &Project, count: &mut Count) -> Result<()> {
    let manifest = "examples/axum/Cargo.toml";
    tools::cargo(project).args(["fmt", "--manifest-path", manifest, "--check"]).run()?;
    tools::cargo(project)
        .args(["test", "--manifest-path", manifest, "--locked", "--target-dir"])
        .arg(project.target.join("axum"))
        .env("RUSTFLAGS", "-D warnings")
        .watch(|line| count.cargo(line))
}

fn runtimes(project: &Project, count: &mut Count) -> Result<()> {
    runtimes::runner(project)?.watch(|line| count.runtimes(line))
}

fn demo(project: &Project, _: &mut Count) -> Result<()> {
    demo::run(project, false)
}
