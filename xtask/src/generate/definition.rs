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
    #[serde(default)]
    pub parameters: BTreeMap<String, Parameter>,
    #[serde(default)]
    pub authentication_optional: bool,
    pub schemes: Vec<Scheme>,
    pub events: Events,
}

#[derive(Deserialize)]
pub struct Parameter {
    pub description: String,
    pub default: Option<String>,
}

#[derive(Deserialize)]
pub struct Scheme {
    pub id: String,
    pub confidence: String,
    pub note: Option<String>,
    pub signature: Signature,
    pub algorithm: String,
    #[serde(default)]
    pub key: Key,
    pub content: Option<String>,
    pub timestamp: Option<Timestamp>,
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
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timestamp {
    pub source: String,
    pub unit: String,
    pub tolerance_seconds: Option<u32>,
}

#[derive(Deserialize)]
pub struct Events {
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

impl Scheme {
    /// The part of the signature header that holds the time.
    pub fn time_part(&self) -> Option<&str> {
        self.timestamp.as_ref()?.source.strip_prefix("part:")
    }
}
