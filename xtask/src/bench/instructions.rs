//! `bench --instructions`: instructions of the hot path, counted by callgrind, beside those that were committed.
//!
//! A count does not change with what else the machine does, so that a regression of a percent is seen. It does depend on the
//! compiler and on the processor's family: the libraries choose their code by what the processor can do.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::script;
use crate::process::Run;
use crate::project::{self, Project};
use crate::tools;

const BASELINE: &str = "docs/bench/instructions.json";
/// How much more than before is taken for a change.
const TOLERANCE: f64 = 0.02;
/// The function of benches/instructions.rs that is looked into.
const MEASURED: &str = "*instructions*measured*";

/// The figures that are committed.
#[derive(Deserialize, Serialize)]
struct Baseline {
    made: BTreeMap<String, Value>,
    /// What was counted, and the instructions of one call.
    cases: BTreeMap<String, u64>,
}

pub fn run(project: &Project, update: bool) -> Result<()> {
    tools::system_package(&["valgrind"], "valgrind");
    let program = compile(project)?;
    let names = Run::new(&program).directory(&project.root).capture()?;
    let counted: BTreeMap<String, u64> =
        names.lines().map(|name| Ok((name.to_owned(), count(project, &program, name)?))).collect::<Result<_>>()?;
    let path = project.path(BASELINE);
    let before: BTreeMap<String, u64> = match path.is_file() {
        true => serde_json::from_str::<Baseline>(&project::read(&path)?).context("the committed counts")?.cases,
        false => BTreeMap::new(),
    };
    let changes: Vec<_> =
        counted.iter().map(|(name, now)| Change { name, before: before.get(name), now: *now }).collect();
    changes.iter().for_each(|change| println!("  {change}"));
    if update {
        let baseline = Baseline { made: made(project)?, cases: counted };
        project::write(&path, format!("{}\n", serde_json::to_string(&baseline)?))?;
        return script(project, "render.mjs")?.run();
    }
    judge(&changes)
}

fn judge(changes: &[Change<'_>]) -> Result<()> {
    const UPDATE: &str = "`cargo xtask bench --instructions --update` commits to the new counts";
    let names = |wanted: fn(&Change<'_>) -> bool| {
        changes.iter().filter(|change| wanted(change)).map(|change| change.name).collect::<Vec<_>>().join(", ")
    };
    let more = names(|change| change.ratio().is_none_or(|ratio| ratio > 1.0 + TOLERANCE));
    if !more.is_empty() {
        bail!("{more}: more instructions than before; if that has to be, {UPDATE}");
    }
    let fewer = names(|change| change.ratio().is_some_and(|ratio| ratio < 1.0 - TOLERANCE));
    if !fewer.is_empty() {
        println!("  {fewer}: fewer instructions than before; {UPDATE}");
    }
    Ok(())
}

struct Change<'a> {
    name: &'a str,
    before: Option<&'a u64>,
    now: u64,
}

impl Change<'_> {
    /// How many times as many as before; `None` for what was not counted before.
    fn ratio(&self) -> Option<f64> {
        self.before.map(|before| self.now as f64 / *before as f64)
    }
}

impl std::fmt::Display for Change<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:<24}{:>14} instructions", self.name, self.now)?;
        match self.ratio() {
            Some(ratio) => write!(out, "  {:+.2} %", (ratio - 1.0) * 100.0),
            None => write!(out, "  not counted before"),
        }
    }
}

/// Compiles the program and gives its path.
fn compile(project: &Project) -> Result<PathBuf> {
    let messages = tools::cargo(project)
        .args(["bench", "--package", "hookproof", "--bench", "instructions", "--no-run", "--message-format=json"])
        .capture()?;
    let built = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = built.filter(|message| message["target"]["name"] == "instructions");
    let program = programs.find_map(|message| message["executable"].as_str().map(PathBuf::from));
    program.ok_or_else(|| anyhow!("cargo does not say where it has put the bench `instructions`"))
}

/// Instructions of one call.
fn count(project: &Project, program: &Path, name: &str) -> Result<u64> {
    let out = project.target.join("bench/callgrind.out");
    project::write(&out, "")?;
    Run::new("valgrind")
        .args(["--tool=callgrind", "--quiet", &format!("--toggle-collect={MEASURED}")])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .arg(name)
        .directory(&project.root)
        .hint("install valgrind, on Debian with `apt-get install valgrind` as root")
        .capture()?;
    let text = fs::read_to_string(&out).context("callgrind has left nothing")?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")).and_then(|total| total.trim().parse().ok());
    match total {
        Some(0) | None => bail!("callgrind has counted nothing for `{name}`: is the function {MEASURED} inlined?"),
        Some(total) => Ok(total),
    }
}

fn made(project: &Project) -> Result<BTreeMap<String, Value>> {
    let rustc = tools::rustc(project).arg("--version").capture()?;
    let valgrind = Run::new("valgrind").arg("--version").capture()?;
    let made = script(project, "report/machine.mjs")?.capture()?;
    let mut made: BTreeMap<String, Value> = serde_json::from_str(&made)?;
    made.insert("rustc".to_owned(), rustc.split(" (").next().unwrap_or_default().into());
    made.insert("valgrind".to_owned(), valgrind.into());
    Ok(made)
}
