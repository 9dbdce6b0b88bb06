//! The corpus of faulty deliveries in `tests/faults/`: each fault with each sender of its plan, then pairs, made by `sign`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use hookproof::rewrite::{CHANGES, STYLES};
use hookproof::sign::FAULTS;
use hookproof::{Code, Draft, Fault, Secret, SignedDelivery, Verifier, VerifierBuilder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{MADE_BY, Output};
use crate::project::{self, Project};

const FOLDER: &str = "tests/faults";

/// What the corpus is made of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Plan {
    #[serde(rename = "comment")]
    _comment: String,
    now: i64,
    url: String,
    bodies: Vec<String>,
    large_body: String,
    senders: Vec<Sender>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sender {
    provider: String,
    scheme: String,
    secret: String,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
    /// Whether it sends the large body too.
    #[serde(default)]
    large: bool,
}

/// A faulty delivery and what its receiver has.
#[derive(Serialize)]
struct Case {
    faults: Vec<String>,
    /// The name of a body in `bodies/`, or `#` and the name of one in `received.json`.
    body: String,
    url: String,
    headers: Vec<(String, String)>,
    /// What the receiver has in place of the secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    /// Whether the receiver hands in the right secret as one that may have been mistaken.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    others: bool,
    /// Whether undoing the fault brings back what was signed.
    provable: bool,
}

pub fn corpus(project: &Project) -> Result<Vec<Output>> {
    let folder = project.path(FOLDER);
    let plan: Plan =
        serde_json::from_str(&project::read(&folder.join("plan.json"))?).context("tests/faults/plan.json")?;
    let names = plan.bodies.iter().chain([&plan.large_body]);
    let bodies: BTreeMap<String, String> = names
        .map(|name| Ok((name.clone(), project::read(&folder.join(format!("bodies/{name}.json")))?)))
        .collect::<Result<_>>()?;
    let mut maker = Maker { plan: &plan, bodies: &bodies, received: BTreeMap::new() };
    let mut outputs = Vec::new();
    for sender in &plan.senders {
        let builder = builder(sender);
        let mut cases = maker.singles(sender, &builder)?;
        cases.extend(maker.pairs(&builder)?);
        let lines = cases.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        let text = format!(
            "{{\n\"comment\":\"{MADE_BY}\",\n\"provider\":\"{}\",\n\"cases\":[\n{}\n]}}\n",
            sender.provider,
            lines.join(",\n")
        );
        outputs.push(Output::new(format!("{FOLDER}/cases/{}-{}.json", sender.provider, sender.scheme), text));
    }
    let lines: Vec<String> = maker.received.iter().map(|(name, body)| format!("\"{name}\":{body}")).collect();
    let text = format!("{{\n\"comment\":\"{MADE_BY}\",\n\"bodies\":{{\n{}\n}}}}\n", lines.join(",\n"));
    outputs.push(Output::new(format!("{FOLDER}/received.json"), text));
    Ok(outputs)
}

fn builder(sender: &Sender) -> VerifierBuilder {
    let builder = Verifier::builder(sender.provider.as_str()).scheme(&sender.scheme);
    let builder = builder.secret(Secret::text(sender.secret.as_str()));
    sender.parameters.iter().fold(builder, |builder, (name, value)| builder.parameter(name, value))
}

struct Maker<'p> {
    plan: &'p Plan,
    bodies: &'p BTreeMap<String, String>,
    /// Bodies that the faults made, as JSON, by the start of their digest.
    received: BTreeMap<String, String>,
}

impl Maker<'_> {
    /// Each fault: those of the body with every body, others with some in turn; then each form of a fault once.
    fn singles(&mut self, sender: &Sender, builder: &VerifierBuilder) -> Result<Vec<Case>> {
        let mut cases = Vec::new();
        let mut made = BTreeSet::new();
        let bodies = &self.plan.bodies;
        for (turn, &code) in FAULTS.iter().enumerate() {
            let of_body = family(code) == "body";
            let mut names: Vec<&String> = match of_body {
                true => bodies.iter().collect(),
                false => (0..3).map(|more| &bodies[(turn + 3 * more) % bodies.len()]).collect(),
            };
            names.extend(sender.large.then_some(&self.plan.large_body));
            for name in names {
                let form = if code == Code::SchemeProvider { other(sender) } else { "" };
                if let Some(signed) = self.signed(builder, name, code, form) {
                    made.insert((code.as_str(), signed.body.clone(), signed.headers.clone()));
                    cases.push(self.case(&[fault(code, form)], &[code], name, signed)?);
                }
            }
        }
        for (turn, (code, form)) in forms().into_iter().enumerate() {
            // In a body without anything to change another one is taken.
            let found = (0..bodies.len()).find_map(|more| {
                let name = &bodies[(turn + more) % bodies.len()];
                let signed = self.signed(builder, name, code, form)?;
                made.insert((code.as_str(), signed.body.clone(), signed.headers.clone())).then_some((name, signed))
            });
            if let Some((name, signed)) = found {
                cases.push(self.case(&[fault(code, form)], &[code], name, signed)?);
            }
        }
        Ok(cases)
    }

    /// Two faults at once, where both can be proved; the bodies in turn.
    fn pairs(&mut self, builder: &VerifierBuilder) -> Result<Vec<Case>> {
        let of_family = |name: &'static str| FAULTS.iter().copied().filter(move |code| family(*code) == name);
        let mut pairs: Vec<(Code, Code)> = Vec::new();
        for first in of_family("body") {
            pairs.extend(of_family("secret").chain(of_family("url")).map(|second| (first, second)));
        }
        for second in of_family("secret") {
            pairs.extend(of_family("url").chain([Code::HeaderRenamed]).map(|first| (first, second)));
        }
        let mut cases = Vec::new();
        for (turn, (first, second)) in pairs.into_iter().enumerate() {
            let name = &self.plan.bodies[turn % self.plan.bodies.len()];
            let Some(mut signed) = self.signed(builder, name, first, "") else { continue };
            let Some(other) = self.signed(builder, name, second, "") else { continue };
            // What such a sender adds to the URL depends on the body.
            if family(second) == "url" && signed.url != self.plan.url {
                continue;
            }
            if family(second) == "secret" {
                signed.secret = other.secret;
            } else {
                signed.url = other.url;
                let forwarded = other.headers.into_iter().filter(|(name, _)| name == "X-Forwarded-Host");
                signed.headers.extend(forwarded);
            }
            if [first, second].iter().all(|code| provable(*code, &signed)) {
                cases.push(self.case(&[fault(first, ""), fault(second, "")], &[first, second], name, signed)?);
            }
        }
        Ok(cases)
    }

    fn signed(&self, builder: &VerifierBuilder, body: &str, code: Code, form: &str) -> Option<SignedDelivery> {
        let draft = Draft {
            body: self.bodies[body].as_bytes(),
            url: Some(&self.plan.url),
            now: self.plan.now,
            ..Draft::default()
        };
        // An error says that the fault cannot happen to this sender or body.
        builder.sign_faulty(&draft, &Fault { code, form: form.to_owned() }).ok()
    }

    fn case(&mut self, faults: &[String], codes: &[Code], name: &str, signed: SignedDelivery) -> Result<Case> {
        ensure!(signed.method == "POST", "cases hold no method, and this one is sent by {}", signed.method);
        let provable = codes.iter().all(|code| provable(*code, &signed));
        let text = |value: Vec<u8>| String::from_utf8(value).context("a header or secret is no text");
        let body = match signed.body == self.bodies[name].as_bytes() {
            true => name.to_owned(),
            false => format!("#{}", self.keep(signed.body)?),
        };
        Ok(Case {
            faults: faults.to_vec(),
            body,
            url: signed.url,
            headers: signed.headers.into_iter().map(|(name, value)| Ok((name, text(value)?))).collect::<Result<_>>()?,
            secret: signed.secret.map(text).transpose()?,
            others: codes.contains(&Code::SecretOther),
            provable,
        })
    }

    /// The name of a body that was not there before.
    fn keep(&mut self, body: Vec<u8>) -> Result<String> {
        let name: String = Sha256::digest(&body).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let json = match String::from_utf8(body) {
            Ok(text) => serde_json::to_string(&text)?,
            Err(error) => format!("{:?}", error.as_bytes()).replace(' ', ""),
        };
        self.received.insert(name.clone(), json);
        Ok(name)
    }
}

/// Whose scheme signs in place of the sender's own.
fn other(sender: &Sender) -> &'static str {
    if sender.provider == "stripe" { "slack" } else { "stripe" }
}

fn fault(code: Code, form: &str) -> String {
    if form.is_empty() { code.to_string() } else { format!("{code}:{form}") }
}

/// Every form of every fault that has some.
fn forms() -> Vec<(Code, &'static str)> {
    let styles = STYLES.iter().map(|style| (Code::BodyReserialized, style.name));
    styles.chain(CHANGES.iter().map(|change| (change.code, change.name))).collect()
}

fn family(code: Code) -> &'static str {
    code.as_str().split('.').next().unwrap_or_default()
}

/// Faults that leave nothing of what was signed, or nothing that a signature could prove.
fn provable(code: Code, signed: &SignedDelivery) -> bool {
    let shape = [
        Code::BodyEmpty,
        Code::BodyStringifiedObject,
        Code::BodyLossy,
        Code::BodyCompressed,
        Code::SecretWrongKind,
        Code::HeaderMissing,
    ];
    // A query that is gone stands nowhere.
    let lost = code == Code::UrlQuery && !signed.url.contains('?');
    !shape.contains(&code) && !lost
}
