//! Every provider's vectors through the native core; leaves the reports behind for the JavaScript runtimes to match.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use hookproof::report::Authenticated;
use serde_json::{Value, json};
use support::{Vector, all_vectors, handshakes, provider_ids, root, vectors};

#[test]
fn each_vector_gives_what_it_names() {
    let mut failures = Vec::new();
    for vector in vectors() {
        if let Err(difference) = compare(&vector) {
            failures.push(format!("{}: {difference}", vector.title()));
        }
    }
    let left = all_vectors().len() - vectors().len();
    assert!(left == 0 || !cfg!(feature = "public-key"));
    assert!(failures.is_empty(), "{} vectors differ\n{}", failures.len(), failures.join("\n"));
}

fn compare(vector: &Vector) -> Result<(), String> {
    if vector.code().starts_with("usage.") {
        return match vector.verifier() {
            Err(error) if error.code.as_str() == vector.code() => Ok(()),
            Err(error) => Err(format!("the verifier ends with {error}")),
            Ok(_) => Err("the verifier is built".to_owned()),
        };
    }
    let report = serde_json::to_value(vector.report()).map_err(|error| error.to_string())?;
    let expect = vector.expect.as_object().ok_or("`expect` is no object")?;
    for (name, expected) in expect {
        if name == "payload" {
            let found = vector.payload();
            if found != *expected {
                return Err(format!("the payload is {found}, expected {expected}"));
            }
            continue;
        }
        let found = report.get(name).ok_or_else(|| format!("reports have no `{name}`"))?;
        let same = match (name.as_str(), expected.as_str()) {
            ("replayKey", Some("present")) => found.is_string(),
            _ => covers(expected, found),
        };
        if !same {
            return Err(format!("`{name}` is {found}, expected {expected} (problems: {})", report["problems"]));
        }
    }
    Ok(())
}

/// Written past the capture of the test runner, so that every run says what it covers.
#[test]
fn the_run_says_how_much_is_official() {
    let built_in = provider_ids();
    let all: Vec<_> = all_vectors().into_iter().filter(|vector| built_in.contains(&vector.provider)).collect();
    let official: Vec<_> = all.iter().filter(|vector| vector.is_official()).collect();
    let senders: BTreeSet<_> = official.iter().map(|vector| &vector.provider).collect();
    let share = |part: usize, whole: usize| format!("{part} of {whole} ({} %)", part * 100 / whole);
    let mut out = std::io::stdout();
    writeln!(
        out,
        "vectors: {} senders, {} vectors, {} handshakes; with official vectors: {} senders, {} vectors",
        built_in.len(),
        all.len(),
        handshakes().iter().filter(|handshake| built_in.contains(&handshake.provider)).count(),
        share(senders.len(), built_in.len()),
        share(official.len(), all.len()),
    )
    .unwrap();
    let own = all_vectors().len() - all.len();
    writeln!(out, "vectors: {own} more show what the format can say").unwrap();
    let left = all_vectors().len() - vectors().len();
    if left > 0 {
        writeln!(out, "vectors: {left} need the feature `public-key`, which this run leaves out").unwrap();
    }
}

#[test]
fn an_official_delivery_with_one_more_byte_is_refused() {
    let mut tried = 0;
    for vector in vectors().into_iter().filter(Vector::is_official) {
        let report = vector.report();
        if !report.ok || report.authenticated != Authenticated::Body {
            continue;
        }
        for byte in [b' ', b'\n', b'0', 0] {
            let mut body = vector.body();
            body.push(byte);
            let report = vector.verifier().unwrap().verify(&vector.delivery(&body), vector.now);
            assert!(
                !report.ok && report.code.as_str().starts_with("signature."),
                "{}: {}",
                vector.title(),
                report.code
            );
        }
        tried += 1;
    }
    assert!(tried > 30, "only {tried} official vectors were tried");
}

#[test]
fn each_handshake_is_answered_as_it_says() {
    let handshakes = handshakes();
    let mut failures = Vec::new();
    for handshake in &handshakes {
        let found = handshake.answer();
        let left_out = !cfg!(feature = "public-key") && found["code"] == "usage.entry";
        if found != handshake.expect && !left_out {
            let title = format!("{}/{}", handshake.provider, handshake.name);
            failures.push(format!("{title}: {found}, expected {}", handshake.expect));
        }
    }
    assert!(failures.is_empty(), "{} handshakes differ\n{}", failures.len(), failures.join("\n"));
}

/// Whether `found` is `expected`, where objects may have more members than are expected, but arrays no more items.
fn covers(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().all(|(name, value)| found.get(name).is_some_and(|found| covers(value, found)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(expected, found)| covers(expected, found))
        }
        _ => expected == found,
    }
}

#[test]
fn each_provider_accepts_and_rejects() {
    let vectors = all_vectors();
    for id in provider_ids() {
        let codes: Vec<_> = vectors.iter().filter(|vector| vector.provider == id).map(Vector::code).collect();
        assert!(codes.contains(&"ok"), "{id} has no vector that is accepted");
        assert!(codes.iter().any(|code| *code != "ok"), "{id} has no vector that is rejected");
    }
}

#[test]
fn names_are_unique() {
    let mut seen = BTreeSet::new();
    for vector in all_vectors() {
        assert!(seen.insert(vector.title()), "{} stands twice", vector.title());
    }
}

#[test]
fn judging_and_reporting_agree() {
    for vector in vectors() {
        let Ok(verifier) = vector.verifier() else { continue };
        let body = vector.body();
        let delivery = vector.delivery(&body);
        let report = verifier.verify(&delivery, vector.now);
        let verdict = verifier.judge(&delivery, vector.now);
        assert_eq!(verdict.code, report.code, "{}", vector.title());
        assert_eq!(verdict.authenticated, report.authenticated, "{}", vector.title());
        assert_eq!(verdict.scheme.map(|at| verifier.schemes().nth(at).unwrap()), report.scheme.as_deref());
        assert_eq!(verdict.secret.map(|at| verifier.secret_ids().nth(at).unwrap()), report.secret_id.as_deref());
    }
}

/// What is listed never decides.
#[test]
fn the_verdict_does_not_depend_on_how_many_problems_are_listed() {
    for vector in vectors() {
        if vector.verifier().is_err() {
            continue;
        }
        let code = vector.report().code;
        for problems in [1, 2, 100_000] {
            let report = vector.report_with(|limits| limits.problems = problems);
            assert_eq!(report.code, code, "{} with {problems}", vector.title());
            let decides = report.ok || report.problems.iter().any(|problem| problem.code == code);
            assert!(decides, "{} with {problems} does not list what decides", vector.title());
        }
    }
}

/// The header names that a verifier says it reads are all it needs.
#[test]
fn unread_headers_change_nothing() {
    for vector in vectors() {
        let Ok(verifier) = vector.verifier() else { continue };
        let body = vector.body();
        let read = verifier.headers();
        let mut delivery = vector.delivery(&body);
        delivery.headers = hookproof::Headers::new();
        for (name, value) in vector.header_lines() {
            if read.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                delivery.headers.push(name, value.as_bytes());
            } else {
                delivery.headers.add_unread(1);
            }
        }
        assert_eq!(verifier.verify(&delivery, vector.now), vector.report(), "{}", vector.title());
    }
}

#[test]
fn writes_the_reports_that_other_runtimes_must_match() {
    let mut lines = String::new();
    for vector in vectors().into_iter().filter(|vector| !vector.code().starts_with("usage.")) {
        let report = serde_json::to_string(&vector.report()).unwrap();
        let (provider, name) = (json!(vector.provider), json!(vector.name));
        writeln!(lines, r#"{{"provider":{provider},"vector":{name},"report":{report}}}"#).unwrap();
    }
    let target = root().join("target");
    fs::create_dir_all(&target).unwrap();
    let entry = if cfg!(feature = "public-key") { "reports-public-key.jsonl" } else { "reports.jsonl" };
    fs::write(target.join(entry), lines).unwrap();
}
