//! What may have been signed in another way: another hash, encoding or content, or another sender's scheme.

use super::Evidence;
use super::scene::{Change, Reason, Scene, Step};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::provider;
use crate::provider::compile;
use crate::provider::definition::{ProviderDefinition, SchemeDefinition};
use crate::provider::plan::Inputs;
use crate::signature::encoding::Encoding;
use crate::signature::source::Received;

const MACS: [&str; 5] = ["hmac-sha256", "hmac-sha1", "hmac-sha512", "hmac-sha384", "hmac-md5"];
const ENCODINGS: [Encoding; 3] = [Encoding::Hex, Encoding::Base64, Encoding::Base64Url];

/// What senders sign, most usual first.
const CONTENTS: &[&str] = &[
    "{body}",
    "{ts}.{body}",
    "{ts}{body}",
    "{body}{ts}",
    "{body}.{ts}",
    "{ts}:{body}",
    "v0:{ts}:{body}",
    "v1:{ts}:{body}",
    "{id}.{ts}.{body}",
    "{id}{ts}{body}",
    "{id}.{body}",
    "{id}{body}",
    "{ts}.{id}.{body}",
    "{ts}|{body}",
    "{ts}\n{body}",
    "{ts}-{body}",
    "{ts},{body}",
    "{body}.",
    ".{body}",
    "{url}{body}",
    "{url}.{body}",
    "{body}{url}",
    "{method}{url}{body}",
    "{method}{url}{body}{ts}",
    "{ts}{method}{url}{body}",
    "{body|sha256|hex}",
    "{ts}.{body|sha256|hex}",
    "{url}",
];

/// The sender's own schemes, each with one thing changed.
pub fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for scheme in scene.schemes() {
        algorithms(scene, scheme, &mut steps);
        encodings(scene, scheme, &mut steps);
    }
    for scheme in scene.schemes() {
        contents(scene, scheme, &mut steps);
    }
    steps
}

/// Schemes of other senders whose signature stands in the delivery. Tokens only where `tokens` says so: one that happens
/// to be there explains nothing about a signature.
pub fn others(scene: &Scene<'_>, tokens: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    for id in provider::ids().filter(|id| *id != scene.definition.id) {
        let Ok(other) = provider::built_in(id) else { continue };
        for scheme in &other.schemes {
            if !carries(scheme, &other, scene.delivery, scene) {
                continue;
            }
            let inputs =
                Inputs { secrets: scene.inputs.secrets.clone(), schemes: vec![scheme.id.clone()], ..Inputs::default() };
            let Ok(plans) = compile::scheme_plans(&other, &inputs) else { continue };
            if tokens || !plans.iter().any(|plan| plan.is_token()) {
                let evidence = Evidence::default().text("provider", id).text("scheme", &scheme.id);
                steps.push(Step::new(Code::SchemeProvider, evidence, Change::Plans(plans)));
            }
        }
    }
    steps
}

fn carries(
    scheme: &SchemeDefinition,
    definition: &ProviderDefinition,
    delivery: &Delivery<'_>,
    scene: &Scene<'_>,
) -> bool {
    let shape = compile::shape(scheme, definition, &Inputs::default()).ok().flatten();
    shape.is_some_and(|shape| shape.found(&Received::new(delivery, scene.limits)).is_some())
}

fn add(scene: &Scene<'_>, changed: SchemeDefinition, reasons: Vec<Reason>, steps: &mut Vec<Step>) {
    let definition = ProviderDefinition { schemes: vec![changed], ..scene.definition.clone() };
    if let Ok(plans) = scene.compile(&definition, &scene.inputs.secrets) {
        steps.push(Step { reasons, change: Change::Plans(plans) });
    }
}

fn algorithms(scene: &Scene<'_>, scheme: &SchemeDefinition, steps: &mut Vec<Step>) {
    if !scheme.algorithm.starts_with("hmac-") {
        return;
    }
    for algorithm in MACS.into_iter().filter(|name| *name != scheme.algorithm) {
        let evidence = Evidence::default().text("expected", &scheme.algorithm).text("found", algorithm);
        let changed = SchemeDefinition { algorithm: algorithm.to_owned(), ..scheme.clone() };
        add(scene, changed.clone(), vec![Reason::new(Code::SchemeAlgorithm, evidence.clone())], steps);
        for encoding in ENCODINGS.into_iter().filter(|encoding| *encoding != scheme.signature.encoding) {
            let mut both = changed.clone();
            both.signature.encoding = encoding;
            let written = Evidence::default().text("expected", scheme.signature.encoding.name());
            let also =
                Reason { code: Code::SchemeEncoding, evidence: written.text("found", encoding.name()), together: true };
            add(scene, both, vec![Reason::new(Code::SchemeAlgorithm, evidence.clone()), also], steps);
        }
    }
}

fn encodings(scene: &Scene<'_>, scheme: &SchemeDefinition, steps: &mut Vec<Step>) {
    let own = scheme.signature.encoding;
    if own == Encoding::Text || scheme.token.is_some() {
        return;
    }
    for encoding in ENCODINGS.into_iter().filter(|encoding| *encoding != own) {
        let mut changed = scheme.clone();
        changed.signature.encoding = encoding;
        let evidence = Evidence::default().text("expected", own.name()).text("found", encoding.name());
        add(scene, changed, vec![Reason::new(Code::SchemeEncoding, evidence)], steps);
    }
}

fn contents(scene: &Scene<'_>, scheme: &SchemeDefinition, steps: &mut Vec<Step>) {
    let Some(own) = scheme.content.as_deref().filter(|_| scheme.algorithm != "static" && scheme.token.is_none()) else {
        return;
    };
    // Where the key is a part of the content it stays one.
    if own.contains("{secret}") {
        return;
    }
    for content in CONTENTS.iter().filter(|content| **content != own) {
        let (dated, named) = (content.contains("{ts}"), content.contains("{id}"));
        if dated && scheme.timestamp.is_none() || named && scheme.id_source.is_none() {
            continue;
        }
        let mut changed = SchemeDefinition { content: Some((*content).to_owned()), ..scheme.clone() };
        if !dated {
            changed.timestamp = None;
        }
        if !named {
            changed.id_source = None;
        }
        let evidence = Evidence::default().text("expected", own).text("found", *content);
        add(scene, changed, vec![Reason::new(Code::SchemeContent, evidence)], steps);
    }
}
