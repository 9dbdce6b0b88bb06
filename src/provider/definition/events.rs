//! The events of a definition: what a body is, how its events are told apart, which schema each has.

#[cfg(feature = "details")]
use crate::confidence::Confidence;
use crate::data::{Map, Misfit, Node, Read, members, words};

/// The events of a sender and how to tell them apart.
#[derive(Clone, Debug)]
pub struct EventsDefinition {
    /// What the body is read as; the first kind that fits it: `json`, `form` (an object of strings), `form:FIELD` (that
    /// field holds JSON), `query` (of the URL), `empty`, `opaque` (not read).
    pub body: Vec<String>,
    /// Where the events are in it.
    pub envelope: Envelope,
    /// Where the event type stands, first found: `json:/pointer` into the event, `root:/pointer` into the whole body,
    /// `header:NAME` or `query:NAME`; several joined by ` + ` give their texts joined by `.`.
    pub kind: Vec<String>,
    /// Where the event id stands, first found.
    pub id: Vec<String>,
    /// JSON Pointers into each event whose values are captured while it is checked.
    pub captures: Vec<String>,
    /// Name of the schema for events that have none of their own, unknown ones included; where the events are items
    /// within the body, of the schema for the whole body.
    pub schema: Option<String>,
    /// What an event is that none of `known` fits.
    pub unknown: UnknownEvent,
    /// The known events; the first that fits is taken.
    pub known: Vec<EventDefinition>,
}

members!(EventsDefinition {
    body: "body" or vec!["json".to_owned()],
    envelope: "envelope" or Envelope::default(),
    kind: "kind" or Vec::new(),
    id: "id" or Vec::new(),
    captures: "captures" or Vec::new(),
    schema: "schema",
    unknown: "unknown" or UnknownEvent::default(),
    known: "known" or Vec::new(),
});

/// What a body holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Envelope {
    /// One event.
    #[default]
    One,
    /// One event, or an array of events.
    OneOrArray,
    /// The events that this pointer names, in which `*` stands for every item of an array.
    Items(String),
}

impl Read for Envelope {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if node.is_object() {
            return Ok(Self::Items(node.members(&["items"])?.take()?));
        }
        Ok(match node.word(&["one", "one-or-array"])? {
            0 => Self::One,
            _ => Self::OneOrArray,
        })
    }
}

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
    #[cfg(feature = "details")]
    pub summary: String,
    /// How far the payload is known.
    #[cfg(feature = "details")]
    pub confidence: Confidence,
    /// The page that describes it, where there is one.
    #[cfg(feature = "details")]
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
    #[cfg(feature = "details")]
    summary: "summary",
    #[cfg(feature = "details")]
    confidence: "confidence",
    #[cfg(feature = "details")]
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
