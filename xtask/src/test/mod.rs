//! `test`: everything that has to hold, step by step, with the real counts at the end.

mod count;
mod steps;

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;
use count::Count;
use steps::STEPS;

/// How a step ended.
enum End {
    Passed,
    Failed(String),
    Skipped(&'static str),
    NotRun(String),
}

/// Why a step has nothing to run here. It counts neither as passed nor as failed.
#[derive(Debug)]
struct NotRun(&'static str);

impl fmt::Display for NotRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotRun {}

struct Row {
    name: &'static str,
    end: End,
    count: Count,
    time: Duration,
}

pub fn run(project: &Project, options: &[&str]) -> Result<()> {
    let mut chosen = Vec::new();
    let mut rest = options;
    loop {
        match rest {
            [] => break,
            ["--list"] => {
                STEPS.iter().for_each(|step| println!("{:<12} {}", step.name, step.what));
                return Ok(());
            }
            ["--only", name, more @ ..] => {
                if !STEPS.iter().any(|step| step.name == *name) {
                    bail!("there is no step `{name}`; `cargo xtask test --list` names them");
                }
                chosen.push(*name);
                rest = more;
            }
            [other, ..] => bail!("`test` takes `--only STEP` and `--list`, not `{other}`"),
        }
    }

    let mut rows: Vec<Row> = Vec::new();
    for step in STEPS.iter().filter(|step| chosen.is_empty() || chosen.contains(&step.name)) {
        println!("\n== {}: {}", step.name, step.what);
        let started = Instant::now();
        let mut count = Count::default();
        let broken = rows.iter().find(|row| step.needs == Some(row.name) && !matches!(row.end, End::Passed));
        let end = match broken {
            Some(row) => End::Skipped(row.name),
            None => match (step.run)(project, &mut count) {
                Ok(()) if count.failed > 0 => End::Failed(format!("{} tests failed", count.failed)),
                Ok(()) => End::Passed,
                Err(error) if error.is::<NotRun>() => End::NotRun(error.to_string()),
                Err(error) => End::Failed(format!("{error:#}")),
            },
        };
        match &end {
            End::Passed => {}
            End::Failed(reason) => println!("  FAILED: {reason}"),
            End::NotRun(reason) => println!("  NOT RUN: {reason}"),
            End::Skipped(cause) => println!("  skipped, since `{cause}` did not pass"),
        }
        rows.push(Row { name: step.name, end, count, time: started.elapsed() });
    }
    summarise(&rows)
}

fn summarise(rows: &[Row]) -> Result<()> {
    println!("\n== summary");
    let mut total = Count::default();
    for Row { name, end, count, time } in rows {
        total.passed += count.passed;
        total.failed += count.failed;
        let tests =
            if count.ran() { format!("{} passed, {} failed", count.passed, count.failed) } else { String::new() };
        let end = match end {
            End::Passed => "ok".to_owned(),
            End::Failed(_) => "FAILED".to_owned(),
            End::Skipped(cause) => format!("skipped ({cause})"),
            End::NotRun(_) => "not run".to_owned(),
        };
        println!("  {name:<12} {:>6.1} s  {end:<8} {tests}", time.as_secs_f64());
    }
    for Row { name, end, .. } in rows {
        if let End::Failed(reason) | End::NotRun(reason) = end {
            println!("  {name}: {reason}");
        }
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    match rows.iter().filter(|row| !matches!(row.end, End::Passed | End::NotRun(_))).count() {
        0 => Ok(()),
        // The closing line has been said; nothing may follow it on standard output.
        failed => bail!("{failed} of {} steps did not pass", rows.len()),
    }
}
