//! The mirror of `provider.json`: everything known about one sender, as data.

use crate::confidence::Confidence;
use crate::data::{Map, Misfit, Node, Read, Text, deserialize, members, words};
use crate::sender::definition::Promise;
use crate::signature::encoding::Encoding;
use crate::signature::timestamp::Unit;

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
}

members!(Parameter { description: "description", default: "default" });

/// One way in which a sender authenticates.
#[derive(Clone, Debug)]
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
    pub key: KeyDefinition,
    /// Template of the signed content, such as `{ts}.{body}`; absent for static tokens.
    pub content: Option<String>,
    /// Where the event id that is signed stands, as `{id}` of the template.
    pub id_source: Option<String>,
    /// The signed timestamp.
    pub timestamp: Option<TimestampDefinition>,
}

members!(SchemeDefinition {
    id: "id",
    confidence: "confidence",
    note: "note",
    signature: "signature",
    algorithm: "algorithm",
    key: "key" or KeyDefinition::default(),
    content: "content",
    id_source: "idSource",
    timestamp: "timestamp",
});

/// Where a signature stands and how it is written.
#[derive(Clone, Debug)]
pub struct SignatureDefinition {
    /// `header:NAME`; NAME may hold `{param:name}`.
    pub source: String,
    /// How the value is laid out.
    pub layout: LayoutDefinition,
    /// How each signature is written.
    pub encoding: Encoding,
}

members!(SignatureDefinition { source: "source", layout: "layout", encoding: "encoding" });

/// How the value of a signature header is laid out.
#[derive(Clone, Debug)]
pub enum LayoutDefinition {
    /// The signature alone.
    Bare,
    /// A fixed text, then the signature: `sha256=<hex>`, `Token <key>`.
    Prefix {
        /// The fixed text, blanks included.
        text: String,
        /// Whether its letters may be of either case.
        ignore_case: bool,
    },
    /// Named parts: `t=1700000000,v1=<hex>`. A part may stand several times; each `signature` part is a candidate.
    Pairs {
        /// Between parts, `,`.
        separator: String,
        /// Between name and value, `=`.
        assign: String,
        /// Name of the parts that are signatures.
        signature: String,
    },
    /// Tagged signatures: `v1,<base64> v1,<base64>`; other tags are versions that are skipped.
    List {
        /// Between signatures.
        separator: String,
        /// The tag before each signature, `v1,`.
        tag: String,
    },
}

impl Read for LayoutDefinition {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        const LAYOUTS: &[&str] = &["bare", "prefix", "pairs", "list"];
        if !node.is_object() {
            return match LAYOUTS[node.word(LAYOUTS)?] {
                "bare" => Ok(Self::Bare),
                _ => {
                    Err(node
                        .misfit("found the name of a layout alone, expected an object that has its parts".to_owned()))
                }
            };
        }
        let [(name, parts)] = node.entries()?[..] else {
            return Err(node.misfit("found another number of members, expected the one layout".to_owned()));
        };
        Ok(match LAYOUTS[name.word(LAYOUTS)?] {
            "prefix" => {
                let mut parts = parts.members(&["text", "ignoreCase"])?;
                Self::Prefix { text: parts.take()?, ignore_case: parts.take_or(|| false)? }
            }
            "pairs" => {
                let mut parts = parts.members(&["separator", "assign", "signature"])?;
                Self::Pairs { separator: parts.take()?, assign: parts.take()?, signature: parts.take()? }
            }
            "list" => {
                let mut parts = parts.members(&["separator", "tag"])?;
                Self::List { separator: parts.take()?, tag: parts.take()? }
            }
            _ => return Err(parts.misfit("found parts, expected the layout `bare` as a string".to_owned())),
        })
    }
}

/// How a secret becomes a key.
#[derive(Clone, Debug, Default)]
pub struct KeyDefinition {
    /// The secret's own encoding.
    pub format: Encoding,
    /// Prefixes that are dropped before decoding, the first that fits.
    pub strip_prefix: Vec<String>,
}

members!(KeyDefinition { format: "format" or Encoding::default(), strip_prefix: "stripPrefix" or Vec::new() });

/// A signed timestamp.
#[derive(Clone, Debug)]
pub struct TimestampDefinition {
    /// `header:NAME` or `part:NAME`, a part of the `pairs` layout.
    pub source: String,
    /// How it is written.
    pub unit: Unit,
    /// Seconds that it may lie before or after the time of receipt, where the caller does not say.
    pub tolerance_seconds: u32,
}

members!(TimestampDefinition { source: "source", unit: "unit", tolerance_seconds: "toleranceSeconds" });

/// The events of a sender and how to tell them apart.
#[derive(Clone, Debug)]
pub struct EventsDefinition {
    /// Whether the body is one event or may be an array of events.
    pub envelope: Envelope,
    /// Where the event type stands, first found: `json:/pointer` into the event, or `header:NAME`.
    pub kind: Vec<String>,
    /// Where the event id stands, first found.
    pub id: Vec<String>,
    /// JSON Pointers into each event whose values are captured while it is checked.
    pub captures: Vec<String>,
    /// Name of the schema for events that have none of their own, unknown ones included.
    pub schema: Option<String>,
    /// What an event is that none of `known` fits.
    pub unknown: UnknownEvent,
    /// The known events; the first that fits is taken.
    pub known: Vec<EventDefinition>,
}

members!(EventsDefinition {
    envelope: "envelope" or Envelope::default(),
    kind: "kind" or Vec::new(),
    id: "id" or Vec::new(),
    captures: "captures" or Vec::new(),
    schema: "schema",
    unknown: "unknown" or UnknownEvent::default(),
    known: "known" or Vec::new(),
});

/// What a body holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Envelope {
    /// One event.
    #[default]
    One,
    /// One event, or an array of events.
    OneOrArray,
}

words!(Envelope { One: "one", OneOrArray: "one-or-array" });

/// What an event is that the definition does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownEvent {
    /// Accepted with a note (an error in `strict`): the sender has events that are not documented.
    #[default]
    Note,
    /// Refused (accepted with a warning in `observe`): the list of events is complete.
    Error,
}

words!(UnknownEvent { Note: "note", Error: "error" });

/// One known event.
#[derive(Clone, Debug)]
pub struct EventDefinition {
    /// The event type, as reports name it.
    pub kind: String,
    /// One sentence: when it is sent.
    pub summary: String,
    /// How far the payload is known.
    pub confidence: Confidence,
    /// The page that describes it, where there is one.
    pub docs: Option<String>,
    /// What tells it by its shape. Absent: by the event type found at `kind` of the events section.
    pub shape: Option<ShapeDefinition>,
    /// Where the event id stands, where it differs from the events section.
    pub id: Option<Vec<String>>,
    /// Name of its schema in `schemas`; absent where nothing is known about the payload.
    pub schema: Option<String>,
}

members!(EventDefinition {
    kind: "type",
    summary: "summary",
    confidence: "confidence",
    docs: "docs",
    shape: "match",
    id: "id",
    schema: "schema",
});

/// Conditions on an event's members; all must hold.
#[derive(Clone, Debug, Default)]
pub struct ShapeDefinition {
    /// Pointers that must be there (whatever the value).
    pub has: Vec<String>,
    /// Pointers and the text that must stand there.
    pub equals: Map<String>,
}

members!(ShapeDefinition { has: "has" or Vec::new(), equals: "equals" or Map::new() });
