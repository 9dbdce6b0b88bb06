//! The serde mirror of `provider.json`: everything known about one sender, as data.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::confidence::Confidence;
use crate::sender::definition::Promise;
use crate::signature::encoding::Encoding;
use crate::signature::timestamp::Unit;

/// One sender: how it authenticates its deliveries, which events it sends, and what it promises.
///
/// Unknown fields are refused, so that a misspelt rule is never silently ignored.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ProviderDefinition {
    /// Where the JSON Schema of this format lies; for editors.
    #[serde(rename = "$schema")]
    pub json_schema: Option<String>,
    /// Lower-case words joined by `-`.
    pub id: String,
    /// The sender's name as it writes it.
    pub name: String,
    /// One sentence: what this sender's webhooks are for.
    pub summary: String,
    /// Pages that the definition was made from.
    pub docs: Vec<String>,
    /// Day of the last comparison with those pages, `YYYY-MM-DD`.
    pub checked: String,
    /// How far the weakest part of the definition is known.
    pub confidence: Confidence,
    /// What a user should know: contradictions in the documentation, choices made.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Methods that deliveries come with.
    #[serde(default = "post_only")]
    pub methods: Vec<String>,
    /// Values that the host hands in beside the secret, by name.
    #[serde(default)]
    pub parameters: BTreeMap<String, Parameter>,
    /// Whether the sender can be set up to send without any authentication.
    #[serde(default)]
    pub authentication_optional: bool,
    /// The ways this sender authenticates; any one may pass, in this order.
    pub schemes: Vec<SchemeDefinition>,
    /// The events and how to tell them apart.
    pub events: EventsDefinition,
    /// JSON Schemas by name. In the repository they are files of the folder `schemas`; built in or handed to
    /// `createVerifier` they stand here.
    #[serde(default)]
    pub schemas: BTreeMap<String, Box<RawValue>>,
    /// What the sender promises beside the payload: answers, retries, URL rules, routing.
    #[serde(default)]
    pub sender: Promise,
}

fn post_only() -> Vec<String> {
    vec!["POST".to_owned()]
}

/// A value that the host hands in beside the secret.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Parameter {
    /// What it is and where the user finds it.
    pub description: String,
    /// Used when the host hands none in; without a default the parameter is required.
    pub default: Option<String>,
}

/// One way in which a sender authenticates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SchemeDefinition {
    /// Names the scheme in reports.
    pub id: String,
    /// How far this scheme is known.
    pub confidence: Confidence,
    /// What a user should know about it.
    pub note: Option<String>,
    /// Where the signature or token stands and how it is written.
    pub signature: SignatureDefinition,
    /// Name in the algorithm table: `hmac-sha256`, `static`, ...
    pub algorithm: String,
    /// How the secret becomes the key.
    #[serde(default)]
    pub key: KeyDefinition,
    /// Template of the signed content, such as `{ts}.{body}`; absent for static tokens.
    pub content: Option<String>,
    /// Where the event id that is signed stands, as `{id}` of the template.
    pub id_source: Option<String>,
    /// The signed timestamp.
    pub timestamp: Option<TimestampDefinition>,
}

/// Where a signature stands and how it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SignatureDefinition {
    /// `header:NAME`; NAME may hold `{param:name}`.
    pub source: String,
    /// How the value is laid out.
    pub layout: LayoutDefinition,
    /// How each signature is written.
    pub encoding: Encoding,
}

/// How the value of a signature header is laid out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub enum LayoutDefinition {
    /// The signature alone.
    Bare,
    /// A fixed text, then the signature: `sha256=<hex>`, `Token <key>`.
    #[serde(rename_all = "camelCase")]
    Prefix {
        /// The fixed text, blanks included.
        text: String,
        /// Whether its letters may be of either case.
        #[serde(default)]
        ignore_case: bool,
    },
    /// Named parts: `t=1700000000,v1=<hex>`. A part may stand several times; each `signature` part is a candidate.
    #[serde(rename_all = "camelCase")]
    Pairs {
        /// Between parts, `,`.
        separator: String,
        /// Between name and value, `=`.
        assign: String,
        /// Name of the parts that are signatures.
        signature: String,
    },
    /// Tagged signatures: `v1,<base64> v1,<base64>`; other tags are versions that are skipped.
    #[serde(rename_all = "camelCase")]
    List {
        /// Between signatures.
        separator: String,
        /// The tag before each signature, `v1,`.
        tag: String,
    },
}

/// How a secret becomes a key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct KeyDefinition {
    /// The secret's own encoding.
    pub format: Encoding,
    /// Prefixes that are dropped before decoding, the first that fits.
    pub strip_prefix: Vec<String>,
}

/// A signed timestamp.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct TimestampDefinition {
    /// `header:NAME` or `part:NAME`, a part of the `pairs` layout.
    pub source: String,
    /// How it is written.
    pub unit: Unit,
    /// Seconds that it may lie before or after the time of receipt, where the caller does not say.
    pub tolerance_seconds: u32,
}

/// The events of a sender and how to tell them apart.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct EventsDefinition {
    /// Whether the body is one event or may be an array of events.
    #[serde(default)]
    pub envelope: Envelope,
    /// Where the event type stands, first found: `json:/pointer` into the event, or `header:NAME`.
    #[serde(default)]
    pub kind: Vec<String>,
    /// Where the event id stands, first found.
    #[serde(default)]
    pub id: Vec<String>,
    /// Name of the schema for events that have none of their own, unknown ones included.
    pub schema: Option<String>,
    /// What an event is that none of `known` fits.
    #[serde(default)]
    pub unknown: UnknownEvent,
    /// The known events; the first that fits is taken.
    #[serde(default)]
    pub known: Vec<EventDefinition>,
}

/// What a body holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Envelope {
    /// One event.
    #[default]
    One,
    /// One event, or an array of events.
    OneOrArray,
}

/// What an event is that the definition does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnknownEvent {
    /// Accepted with a note (an error in `strict`): the sender has events that are not documented.
    #[default]
    Note,
    /// Refused (accepted with a warning in `observe`): the list of events is complete.
    Error,
}

/// One known event.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct EventDefinition {
    /// The event type, as reports name it.
    #[serde(rename = "type")]
    pub kind: String,
    /// One sentence: when it is sent.
    pub summary: String,
    /// How far the payload is known.
    pub confidence: Confidence,
    /// The page that describes it, where there is one.
    pub docs: Option<String>,
    /// What tells it by its shape. Absent: by the event type found at `kind` of the events section.
    #[serde(rename = "match")]
    pub shape: Option<ShapeDefinition>,
    /// Where the event id stands, where it differs from the events section.
    pub id: Option<Vec<String>>,
    /// Name of its schema in `schemas`; absent where nothing is known about the payload.
    pub schema: Option<String>,
}

/// Conditions on an event's members; all must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct ShapeDefinition {
    /// Pointers that must be there (whatever the value).
    pub has: Vec<String>,
    /// Pointers and the text that must stand there.
    pub equals: BTreeMap<String, String>,
}
