//! The body of the API call that registers endpoints, as a definition describes it.

use crate::{
    confidence::Confidence,
    data::{Map, members, words},
};

/// The body of the API call that registers endpoints.
#[derive(Clone, Debug)]
pub struct CallbackForm {
    /// Its fields by name.
    pub fields: Map<CallbackField>,
    /// The API's own error by the reason code of the problem that causes it.
    pub errors: Map<String>,
    /// Why a field that is not listed may be right all the same. Absent: the list is complete.
    pub further_fields: Option<String>,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(CallbackForm {
    fields: "fields",
    errors: "errors" or Map::new(),
    further_fields: "furtherFields",
    confidence: "confidence",
    docs: "docs",
    note: "note",
});

/// A field of the registering call.
#[derive(Clone, Debug)]
pub struct CallbackField {
    /// What stands in it.
    pub holds: CallbackValue,
    /// The event types whose endpoint it sets.
    pub events: Vec<String>,
}

members!(CallbackField { holds: "holds", events: "events" or Vec::new() });

/// What stands in a field of the registering call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackValue {
    /// The URL of an endpoint.
    Url,
    /// The id of a channel, an integer.
    ChannelId,
}

words!(CallbackValue { Url: "url", ChannelId: "channel-id" });
