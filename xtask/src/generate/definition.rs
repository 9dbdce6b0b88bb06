//! What the generated pages say of a definition, read from its JSON: `ProviderDefinition` holds every field to its
//! meaning, this holds the texts.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    pub id: String,
    pub name: String,
    pub summary: String,
    pub docs: Vec<String>,
    pub checked: String,
    pub confidence: String,
    #[serde(default)]
    pub notes: Vec<String>,
    #[serde(default = "post_only")]
    pub methods: Vec<String>,
    #[serde(default)]
    pub parameters: BTreeMap<String, Parameter>,
    #[serde(default)]
    pub authentication_optional: bool,
    pub schemes: Vec<Scheme>,
    pub events: Events,
    #[serde(default)]
    pub sender: Sender,
}

fn post_only() -> Vec<String> {
    vec!["POST".to_owned()]
}

#[derive(Deserialize)]
pub struct Parameter {
    pub description: String,
    pub default: Option<String>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Scheme {
    pub id: String,
    pub confidence: String,
    pub note: Option<String>,
    #[serde(default)]
    pub when: Vec<Condition>,
    pub signature: Signature,
    pub algorithm: String,
    #[serde(default)]
    pub key: Key,
    pub content: Option<String>,
    pub id_source: Option<String>,
    pub timestamp: Option<Timestamp>,
    #[serde(default)]
    pub url_variants: Vec<String>,
    #[serde(default)]
    pub checks: Vec<Check>,
    pub jwt: Option<Token>,
    pub key_id: Option<KeyId>,
    pub proves: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    pub source: String,
    pub equals: Option<String>,
    pub starts_with: Option<String>,
    pub present: Option<bool>,
    pub only: Option<String>,
    pub length: Option<(u16, u16)>,
}

#[derive(Deserialize)]
pub struct Check {
    pub source: String,
    pub equals: String,
    #[serde(default)]
    pub optional: serde_json::Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Token {
    pub algorithms: Vec<String>,
    #[serde(default)]
    pub leeway_seconds: u32,
}

#[derive(Deserialize)]
pub struct KeyId {
    pub source: String,
    #[serde(default)]
    pub hosts: Vec<String>,
}

#[derive(Deserialize)]
pub struct Signature {
    pub source: String,
    pub layout: Layout,
    pub encoding: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Layout {
    Bare,
    Prefix {
        text: String,
        #[serde(default)]
        ignore_case: bool,
    },
    Pairs {
        separator: String,
        assign: String,
        signature: String,
    },
    List {
        separator: String,
        tag: String,
    },
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Key {
    pub format: Option<String>,
    pub strip_prefix: Vec<String>,
    pub without_prefix: Option<String>,
    pub prehash: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timestamp {
    pub source: String,
    pub unit: String,
    pub tolerance_seconds: Option<u32>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Deserialize)]
pub struct Events {
    #[serde(default)]
    pub body: Vec<String>,
    #[serde(default)]
    pub kind: Vec<String>,
    #[serde(default)]
    pub id: Vec<String>,
    #[serde(default)]
    pub envelope: serde_json::Value,
    #[serde(default)]
    pub unknown: String,
    pub schema: Option<String>,
    #[serde(default)]
    pub known: Vec<Event>,
}

#[derive(Deserialize)]
pub struct Event {
    #[serde(rename = "type")]
    pub kind: String,
    pub summary: String,
    pub confidence: String,
    pub docs: Option<String>,
    pub schema: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sender {
    pub success: Option<Success>,
    pub retries: Option<Retries>,
    pub handshakes: Vec<Handshake>,
}

#[derive(Deserialize)]
pub struct Success {
    pub statuses: Vec<(u16, u16)>,
    pub confidence: String,
    pub docs: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Retries {
    pub delays_seconds: Option<Vec<u32>>,
    pub after_last: AfterLast,
    pub confidence: String,
    pub docs: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub struct AfterLast {
    pub outcome: String,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub struct Handshake {
    pub id: Option<String>,
    pub when: When,
    #[serde(default)]
    pub verify: bool,
    pub respond: Respond,
    pub store: Option<String>,
    pub summary: String,
    pub confidence: String,
    pub docs: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub struct When {
    pub method: String,
    #[serde(default)]
    pub all: Vec<Condition>,
}

#[derive(Deserialize)]
pub struct Respond {
    pub status: u16,
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    #[serde(default)]
    pub body: String,
}

impl Scheme {
    /// The part of the signature header that holds the time.
    pub fn time_part(&self) -> Option<&str> {
        self.timestamp.as_ref()?.source.strip_prefix("part:")
    }
}
