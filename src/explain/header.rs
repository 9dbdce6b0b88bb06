//! What may have happened to the headers that a scheme reads: renamed, doubled, written in another form, lost.

use super::Evidence;
use super::scene::{Change, Reason, Scene, Step};
use crate::code::Code;
use crate::signature::encoding::Encoding;
use crate::signature::plan::SchemePlan;
use crate::signature::source::Place;

/// Headers as they may have been sent.
pub fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut done: Vec<String> = Vec::new();
    for plan in &scene.shapes {
        let Place::Header(name) = &plan.signature else { continue };
        if let Some(value) = scene.delivery.headers.value(name).filter(|value| !value.is_empty()) {
            if !done.contains(name) {
                doubled(scene, name, &value, &mut steps);
            }
            rewritten(scene, plan, name, &value, &mut steps);
        }
        if !done.contains(name) {
            renamed(scene, name, &mut steps);
            done.push(name.clone());
        }
    }
    for plan in &scene.shapes {
        for name in plan.headers() {
            let lacks = scene.delivery.headers.value(name).is_none_or(|value| value.is_empty());
            if lacks && !done.iter().any(|done| done == name) {
                renamed(scene, name, &mut steps);
                done.push(name.to_owned());
            }
        }
    }
    steps
}

/// What the verifier's own words about the headers tell.
pub fn guesses(scene: &Scene<'_>, codes: &[Code]) -> Vec<Reason> {
    let names: Vec<&str> = scene.shapes.iter().filter_map(|plan| header_of(&plan.signature)).collect();
    let Some(name) = names.first() else { return Vec::new() };
    let missing = |name: &&str| scene.delivery.headers.value(name).is_none_or(|value| value.is_empty());
    let about = |code: Code| vec![Reason::new(code, Evidence::default().text("header", *name))];
    let expected = || scene.shapes.first().map(SchemePlan::form).unwrap_or_default();
    if names.iter().all(missing) {
        return about(Code::HeaderMissing);
    }
    if codes.contains(&Code::SignatureDuplicated) || several(scene, &names) {
        return about(Code::HeaderDuplicated);
    }
    let form = [Code::SignatureMalformed, Code::SignatureUnsupported];
    if !codes.is_empty() && codes.iter().all(|code| form.contains(code) || *code == Code::SignatureMissing) {
        let evidence = Evidence::default().text("header", *name).text("expected", expected());
        return vec![Reason::new(Code::HeaderMalformed, evidence)];
    }
    Vec::new()
}

fn header_of(place: &Place) -> Option<&str> {
    match place {
        Place::Header(name) => Some(name),
        _ => None,
    }
}

fn several(scene: &Scene<'_>, names: &[&str]) -> bool {
    let lines = |name: &str| scene.delivery.headers.lines().filter(|(line, _)| line.eq_ignore_ascii_case(name)).count();
    names.iter().any(|name| lines(name) > 1)
}

/// Each other header line, by the name that the scheme reads.
fn renamed(scene: &Scene<'_>, name: &str, steps: &mut Vec<Step>) {
    for (line, value) in scene.delivery.headers.lines().take(scene.limits.headers as usize) {
        if line.eq_ignore_ascii_case(name) || value.is_empty() {
            continue;
        }
        let evidence = Evidence::default().text("expected", name).text("found", short(line));
        let headers = scene.headers_with(name, value);
        steps.push(Step::new(Code::HeaderRenamed, evidence, Change::Headers(headers)));
    }
}

/// A header's name as it can be shown.
fn short(name: &str) -> String {
    name.chars().filter(|character| character.is_ascii_graphic()).take(64).collect()
}

/// Each line alone, and each piece of a value that was combined.
fn doubled(scene: &Scene<'_>, name: &str, value: &[u8], steps: &mut Vec<Step>) {
    let text = String::from_utf8_lossy(value).into_owned();
    let mut pieces: Vec<&str> = Vec::new();
    for piece in text.split(", ").chain(text.split(',')).map(str::trim).filter(|piece| !piece.is_empty()) {
        if piece.len() != value.len() && !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    let count = i64::try_from(text.split(", ").count()).unwrap_or(i64::MAX);
    for piece in pieces {
        let evidence = Evidence::default().text("header", name).number("values", count);
        let headers = scene.headers_with(name, piece.as_bytes());
        steps.push(Step::new(Code::HeaderDuplicated, evidence, Change::Headers(headers)));
    }
}

/// The signature found inside the value, laid out as the scheme says.
fn rewritten(scene: &Scene<'_>, plan: &SchemePlan, name: &str, value: &[u8], steps: &mut Vec<Step>) {
    let text = String::from_utf8_lossy(value);
    let width = plan.keys.first().and_then(|set| set.algorithm.width);
    let mut values: Vec<Vec<u8>> = Vec::new();
    for signature in signatures(&text, plan, width) {
        let named = match plan.timestamp.as_ref().map(|timestamp| &timestamp.source.place) {
            Some(Place::Part(part)) => numbers(&text).map(|number| vec![(part.clone(), number)]).collect(),
            _ => vec![Vec::new()],
        };
        for named in named {
            let value_again = plan.layout.join(&named, &signature);
            if value_again != value && !values.contains(&value_again) {
                values.push(value_again);
            }
        }
    }
    // More than a few are chance.
    for value in values.into_iter().take(16) {
        let evidence = Evidence::default().text("header", name).text("expected", plan.form());
        let headers = scene.headers_with(name, &value);
        steps.push(Step::new(Code::HeaderMalformed, evidence, Change::Headers(headers)));
    }
}

/// Runs of digits as long as a time.
fn numbers(text: &str) -> impl Iterator<Item = Vec<u8>> {
    let runs = text.split(|character: char| !character.is_ascii_digit());
    runs.filter(|run| (9..=14).contains(&run.len())).map(|run| run.as_bytes().to_vec())
}

/// The texts in a value that may be its signature, written as the scheme writes it.
fn signatures(text: &str, plan: &SchemePlan, width: Option<usize>) -> Vec<Vec<u8>> {
    let whole = text.trim().trim_matches(['"', '\'']);
    let words = || whole.split_ascii_whitespace().chain([whole]);
    let Some(width) = width.filter(|_| plan.token_leeway.is_none()) else {
        // A token is a word of the value, or what stands behind a mark.
        return words()
            .flat_map(|word| [word, word.rsplit(['=', ',', ':']).next().unwrap_or(word)])
            .map(owned)
            .collect();
    };
    let mark = |character: char| !(character.is_ascii_alphanumeric() || "+/_-".contains(character));
    let mut found: Vec<Vec<u8>> = Vec::new();
    for run in text.split(mark).chain(text.rsplit(['=', ',', ' ']).take(1)).filter(|run| !run.is_empty()) {
        let padded = match plan.encoding {
            Encoding::Base64 => [run.as_bytes(), &b"==="[..(4 - run.len() % 4) % 4]].concat(),
            _ => run.as_bytes().to_vec(),
        };
        // Another encoding altogether is the scheme's matter.
        let bytes = plan.encoding.decode(&padded).filter(|bytes| bytes.len() == width);
        let written = bytes.map(|bytes| plan.encoding.encode(&bytes));
        found.extend(written.filter(|written| !found.contains(written)));
    }
    found
}

fn owned(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}
