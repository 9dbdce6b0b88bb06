//! The mirror of `provider.json`: everything known about one sender, as data.

mod events;
mod scheme;

pub use events::{Envelope, EventDefinition, EventsDefinition, ShapeDefinition, UnknownEvent};
pub use scheme::{
    Absence, CheckDefinition, KeyDefinition, LayoutDefinition, Prehash, SchemeDefinition, SignatureDefinition,
    TimestampDefinition, TokenDefinition,
};

#[cfg(feature = "details")]
use crate::confidence::Confidence;
#[cfg(feature = "details")]
use crate::data::deserialize;
use crate::data::{Map, Text, members};
use crate::sender::Promise;

/// One sender: how it authenticates its deliveries, which events it sends, and what it promises.
///
/// Unknown fields are refused, so that a misspelt rule is never silently ignored.
#[derive(Clone, Debug)]
pub struct ProviderDefinition {
    /// Where the JSON Schema of this format lies; for editors.
    #[cfg(feature = "details")]
    pub json_schema: Option<String>,
    /// Lower-case words joined by `-`.
    pub id: String,
    /// The sender's name as it writes it.
    #[cfg(feature = "details")]
    pub name: String,
    /// One sentence: what this sender's webhooks are for.
    #[cfg(feature = "details")]
    pub summary: String,
    /// Pages that the definition was made from.
    #[cfg(feature = "details")]
    pub docs: Vec<String>,
    /// Day of the last comparison with those pages, `YYYY-MM-DD`.
    #[cfg(feature = "details")]
    pub checked: String,
    /// How far the weakest part of the definition is known.
    #[cfg(feature = "details")]
    pub confidence: Confidence,
    /// What a user should know: contradictions in the documentation, choices made.
    #[cfg(feature = "details")]
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
    #[cfg(feature = "details")]
    json_schema: "$schema",
    id: "id",
    #[cfg(feature = "details")]
    name: "name",
    #[cfg(feature = "details")]
    summary: "summary",
    #[cfg(feature = "details")]
    docs: "docs",
    #[cfg(feature = "details")]
    checked: "checked",
    #[cfg(feature = "details")]
    confidence: "confidence",
    #[cfg(feature = "details")]
    notes: "notes" or Vec::new(),
    methods: "methods" or post_only(),
    parameters: "parameters" or Map::new(),
    authentication_optional: "authenticationOptional" or false,
    schemes: "schemes",
    events: "events",
    schemas: "schemas" or Map::new(),
    sender: "sender" or Promise::default(),
});
#[cfg(feature = "details")]
deserialize!(ProviderDefinition);

impl ProviderDefinition {
    /// The methods of the handshakes, each once.
    pub fn handshake_methods(&self) -> Vec<String> {
        let mut methods = Vec::new();
        for handshake in &self.sender.handshakes {
            if !methods.contains(&handshake.when.method) {
                methods.push(handshake.when.method.clone());
            }
        }
        methods
    }
}

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

members!(Parameter {
    #[cfg(feature = "details")]
    description: "description",
    // Words, which the built-in definitions of that build do not have.
    #[cfg(not(feature = "details"))]
    description: "description" or String::new(),
    default: "default",
    optional: "optional" or false,
});
