//! The mirror of `provider.json`: everything known about one sender, as data.

mod events;
mod scheme;

pub use events::{Envelope, EventDefinition, EventsDefinition, ShapeDefinition, UnknownEvent};
pub use scheme::{
    Absence, CheckDefinition, KeyDefinition, LayoutDefinition, Prehash, SchemeDefinition, SignatureDefinition,
    TimestampDefinition, TokenDefinition,
};

use crate::confidence::Confidence;
use crate::data::{Map, Text, deserialize, members};
use crate::sender::definition::Promise;

/// One sender: how it authenticates its deliveries, which events it sends, and what it promises.
///
/// Unknown fields are refused, so that a misspelt rule is never silently ignored.
#[derive(Clone, Debug)]
pub struct ProviderDefinition {
    /// Where the JSON Schema of this format lies; for editors.
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
    pub notes: Vec<String>,
    /// Methods that deliveries come with.
    pub methods: Vec<String>,
    /// Values that the host hands in beside the secret, by name.
    pub parameters: Map<Parameter>,
    /// Whether the sender can be set up to send without any authentication.
    pub authentication_optional: bool,
    /// The ways this sender authenticates; any one may pass, in this order.
    pub schemes: Vec<SchemeDefinition>,
    /// The events and how to tell them apart.
    pub events: EventsDefinition,
    /// JSON Schemas by name. In the repository they are files of the folder `schemas`; built in or handed to
    /// `createVerifier` they stand here.
    pub schemas: Map<Text>,
    /// What the sender promises beside the payload: answers, retries, URL rules, routing.
    pub sender: Promise,
}

members!(ProviderDefinition {
    json_schema: "$schema",
    id: "id",
    name: "name",
    summary: "summary",
    docs: "docs",
    checked: "checked",
    confidence: "confidence",
    notes: "notes" or Vec::new(),
    methods: "methods" or post_only(),
    parameters: "parameters" or Map::new(),
    authentication_optional: "authenticationOptional" or false,
    schemes: "schemes",
    events: "events",
    schemas: "schemas" or Map::new(),
    sender: "sender" or Promise::default(),
});
deserialize!(ProviderDefinition);

fn post_only() -> Vec<String> {
    vec!["POST".to_owned()]
}

/// A value that the host hands in beside the secret.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// What it is and where the user finds it.
    pub description: String,
    /// Used when the host hands none in; without a default the parameter is required.
    pub default: Option<String>,
    /// Whether the host may leave it out all the same; what needs it, a scheme or a handshake, is then left out too.
    pub optional: bool,
}

members!(Parameter { description: "description", default: "default", optional: "optional" or false });
