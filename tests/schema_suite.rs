//! The official JSON Schema suite, read from a folder: every required test of draft 2020-12 must pass.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use hookproof::schema::{CompileOptions, Engine, Findings, Mode, Schema, UnknownKeywords, Walk};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Group {
    description: String,
    schema: Box<RawValue>,
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    description: String,
    data: Box<RawValue>,
    valid: bool,
}

/// `HOOKPROOF_SCHEMA_SUITE`, or the folder where the suite lies beside this repository.
fn suite() -> Option<PathBuf> {
    let named = std::env::var_os("HOOKPROOF_SCHEMA_SUITE").map(PathBuf::from);
    let beside =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1).map(|up| up.join("shared/suites/json-schema"));
    match named {
        Some(folder) => {
            assert!(folder.join("tests").is_dir(), "HOOKPROOF_SCHEMA_SUITE names no suite: {}", folder.display());
            Some(folder)
        }
        None => beside.take(3).find(|folder| folder.join("tests").is_dir()),
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found
}

/// The suite's remotes under the address at which its schemas expect them, and the metaschemas.
fn documents(suite: &Path) -> Vec<(String, String)> {
    let remotes = suite.join("remotes");
    let mut documents: Vec<(String, String)> = files(&remotes.join("draft2020-12"))
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&remotes).unwrap().to_str().unwrap().to_owned();
            (format!("http://localhost:1234/{name}"), fs::read_to_string(&path).unwrap())
        })
        .collect();
    use referencing::meta;
    for metaschema in [
        &meta::DRAFT202012,
        &meta::DRAFT202012_CORE,
        &meta::DRAFT202012_APPLICATOR,
        &meta::DRAFT202012_UNEVALUATED,
        &meta::DRAFT202012_VALIDATION,
        &meta::DRAFT202012_META_DATA,
        &meta::DRAFT202012_FORMAT_ANNOTATION,
        &meta::DRAFT202012_CONTENT,
    ] {
        documents.push((metaschema["$id"].as_str().unwrap().to_owned(), metaschema.to_string()));
    }
    documents
}

#[test]
fn every_required_test_passes() {
    run(Engine::Walk);
}

#[cfg(feature = "full")]
#[test]
fn the_other_engine_passes_them_too() {
    run(Engine::Full);
}

fn run(engine: Engine) {
    let Some(suite) = suite() else {
        println!("NOT RUN: there is no suite; set HOOKPROOF_SCHEMA_SUITE to a folder with `tests` and `remotes`");
        return;
    };
    let documents = documents(&suite);
    let documents: Vec<(&str, &str)> = documents.iter().map(|(uri, text)| (uri.as_str(), text.as_str())).collect();
    let options = CompileOptions {
        documents: &documents,
        unknown_keywords: UnknownKeywords::Annotate,
        engine,
        ..CompileOptions::default()
    };
    let (mut all_passed, mut all_failed) = (0, 0);
    for path in files(&suite.join("tests/draft2020-12")) {
        let text = fs::read_to_string(&path).unwrap();
        let groups: Vec<Group> = serde_json::from_str(&text).unwrap();
        let (mut passed, mut failed) = (0, 0);
        for group in groups {
            let schema = Schema::compile(group.schema.get(), &options);
            for case in group.tests {
                match verdict(&schema, case.data.get()) {
                    Ok(valid) if valid == case.valid => passed += 1,
                    other => {
                        failed += 1;
                        println!("  {} / {}: {other:?}, expected {}", group.description, case.description, case.valid);
                    }
                }
            }
        }
        println!("{:<28} passed {passed:>4}  failed {failed:>4}", path.file_name().unwrap().to_str().unwrap());
        all_passed += passed;
        all_failed += failed;
    }
    println!("{:<28} passed {all_passed:>4}  failed {all_failed:>4}", "all");
    assert!(all_passed > 0, "the suite holds no test");
    assert_eq!(all_failed, 0, "{all_failed} tests of the suite fail");
}

/// Whether the value fits, as told by the check and by the inspection alike.
fn verdict(schema: &Result<Schema, hookproof::schema::SchemaError>, data: &str) -> Result<bool, String> {
    let schema = schema.as_ref().map_err(ToString::to_string)?;
    let walk = Walk { mode: Mode::Strict, ..Walk::new(data.as_bytes()) };
    let verdict = schema.check(&walk).map_err(|error| error.to_string())?;
    let mut findings = Findings::new(64);
    let end = schema.inspect(&walk, &mut findings).map_err(|error| error.to_string())?;
    let reported = findings.problems.iter().any(|problem| problem.severity == hookproof::report::Severity::Error);
    if end != verdict.end || end != data.len() || reported != verdict.errors {
        return Err(format!("check says {verdict:?}, inspection {:?}", findings.problems));
    }
    Ok(!verdict.errors)
}
