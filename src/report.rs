//! What a verification answers: verdict, stages, problems, drift. Holds no secret and no payload value.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::packed::packed;

/// The answer to one delivery. The same delivery, options and time always give the same report, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Report {
    /// Whether the delivery may be acted on.
    pub ok: bool,
    /// `ok`, or the code of the problem that decided.
    #[cfg_attr(feature = "types", ts(type = "ReportCode"))]
    pub code: Code,
    /// The HTTP status to answer with.
    pub status: u16,
    /// Id of the provider definition that was used.
    pub provider: String,
    /// Id of the scheme that matched, or `null`.
    pub scheme: Option<String>,
    /// Id of the secret that matched, or `null`; a secret given without an id is called by its place, `secrets[0]`.
    pub secret_id: Option<String>,
    /// What the sender's signature covers, as far as it was verified.
    pub authenticated: Authenticated,
    /// The published key that the delivery says it was signed with, as a key id or the URL of a certificate, or `null`.
    /// Until a signature has matched it is only a claim; of URLs, only those at the sender's own hosts are named.
    pub key_id: Option<String>,
    /// The events of the delivery in order; empty when the payload was not reached.
    pub events: Vec<Event>,
    /// What was found, errors and lesser things, in the order of the stages and then of the text.
    pub problems: Vec<Problem>,
    /// How many more problems there are than `limits.problems` let through.
    pub problems_omitted: u32,
    /// What the payload has that the schema does not know, or `null`.
    pub drift: Option<Drift>,
    /// A key for a replay store, derived from signed material only; `null` where nothing is signed.
    pub replay_key: Option<String>,
    /// Each stage in order and how it ended.
    pub stages: Vec<StageResult>,
}

/// What is proved to come from the sender, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Authenticated {
    /// Every byte of the body.
    Body,
    /// Some fields of the body.
    Partial,
    /// The caller knew a shared token; nothing ties it to this body.
    Token,
    /// Nothing.
    None,
}

packed!(
    enum Authenticated {
        Body,
        Partial,
        Token,
        None,
    }
);

/// One event of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Event {
    /// The event type, in the sender's words; `null` where the payload does not say.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The sender's id of the event, exactly as written; numbers are never rounded.
    pub id: Option<String>,
    /// JSON Pointer to the event in the body; empty for the whole body.
    pub pointer: String,
}

/// A stage of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Stage {
    /// Sizes and method, before anything is computed.
    Limits,
    /// The signature or token.
    Signature,
    /// The signed timestamp against the time.
    Freshness,
    /// Reading the verified bytes as JSON and telling the events apart.
    Event,
    /// Each event against its schema.
    Schema,
}

impl Stage {
    /// As it is written in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Limits => "limits",
            Stage::Signature => "signature",
            Stage::Freshness => "freshness",
            Stage::Event => "event",
            Stage::Schema => "schema",
        }
    }

    /// The stages in the order they run.
    pub const ALL: [Stage; 5] = [Stage::Limits, Stage::Signature, Stage::Freshness, Stage::Event, Stage::Schema];
}

/// How a stage ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Outcome {
    /// It ran and found no error.
    Passed,
    /// It ran and found an error.
    Failed,
    /// It did not run, or has nothing to check for this sender.
    Skipped,
}

/// A stage and how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct StageResult {
    /// The stage.
    pub name: Stage,
    /// How it ended.
    pub result: Outcome,
}

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Severity {
    /// The delivery is refused.
    Error,
    /// Wrong, but accepted in this mode.
    Warning,
    /// Worth knowing.
    Note,
}

/// One finding, with its place in the raw body where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Problem {
    /// What kind of problem.
    #[cfg_attr(feature = "types", ts(type = "ReportCode"))]
    pub code: Code,
    /// How much it weighs in this mode.
    pub severity: Severity,
    /// The stage that found it.
    pub stage: Stage,
    /// JSON Pointer to the value in the body, or `null` where it concerns no value.
    pub pointer: Option<String>,
    /// Line in the body, counted from 1, or `null`.
    pub line: Option<u32>,
    /// Column in characters (Unicode scalar values), counted from 1, or `null`.
    pub column: Option<u32>,
    /// Byte offset in the body, counted from 0, or `null`.
    pub offset: Option<u32>,
    /// Length in bytes of the token that is wrong, or `null`.
    pub length: Option<u32>,
    /// The JSON Schema keyword that failed, or `null`.
    pub keyword: Option<String>,
    /// JSON Pointer to that keyword in the schema, or `null`.
    pub schema_pointer: Option<String>,
    /// What was found, then what was expected. Holds no payload value.
    pub message: String,
    /// What probably happened or what to do, or `null`.
    pub hint: Option<String>,
}

impl Problem {
    /// An error of `stage` without a place in the body.
    pub fn new(code: Code, stage: Stage, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            stage,
            pointer: None,
            line: None,
            column: None,
            offset: None,
            length: None,
            keyword: None,
            schema_pointer: None,
            message: if cfg!(feature = "details") { message.into() } else { String::new() },
            hint: None,
        }
    }

    /// The same problem with a hint.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        if cfg!(feature = "details") {
            self.hint = Some(hint.into());
        }
        self
    }

    /// The same problem at a place of `body`: fills offset, length, line and column.
    pub fn at(mut self, body: &[u8], offset: usize, length: usize) -> Self {
        if !cfg!(feature = "details") {
            return self;
        }
        let before = &body[..offset.min(body.len())];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        // Continuation bytes do not start a character.
        let column = before[line_start..].iter().filter(|&&b| b & 0xC0 != 0x80).count() + 1;
        self.offset = Some(clamp(offset));
        self.length = Some(clamp(length));
        self.line = Some(clamp(line));
        self.column = Some(clamp(column));
        self
    }
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// How a verified payload differs from what the schema knows: names and types, never values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Drift {
    /// JSON Pointers to members that the schema does not name.
    pub unknown_fields: Vec<String>,
    /// JSON Pointers to values that an open list does not have.
    pub new_enum_values: Vec<String>,
    /// Values of another type than the schema says, where the schema lets that pass.
    pub changed_types: Vec<ChangedType>,
    /// The same for every delivery that differs in the same way, whatever its values and array indexes.
    pub fingerprint: String,
}

/// A value whose type differs from the schema's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ChangedType {
    /// JSON Pointer to the value.
    pub pointer: String,
    /// The JSON types that the schema allows, joined by ` or `.
    pub expected: String,
    /// The JSON type that was found.
    pub found: String,
}
