//! What somebody has set up, or is about to set up, at a sender: channels, webhooks, endpoints, keys.

use std::fmt;

use serde::Serialize;

use crate::data::{Map, Misfit, Node, Read, deserialize, members, words};

/// A setup, whole or in part. Which members a sender has depends on how it routes; the others stay empty.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Setup {
    /// The channels of the account.
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub channels: Vec<Channel>,
    /// The webhooks of the whole account.
    #[cfg_attr(feature = "types", ts(optional))]
    pub master: Option<MasterWebhooks>,
    /// The webhooks that take over single channels.
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub additional: Vec<AdditionalWebhook>,
    /// The endpoints that each subscribe to some events.
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub endpoints: Vec<SubscribedEndpoint>,
    /// The keys of the sender's own API.
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub api_keys: Vec<ApiKey>,
    /// The body of the API call that registers endpoints, as it would be sent.
    #[cfg_attr(feature = "types", ts(type = "Record<string, unknown>", optional))]
    pub callback_set: Option<Map<FieldValue>>,
}

members!(Setup {
    channels: "channels" or Vec::new(),
    master: "master",
    additional: "additional" or Vec::new(),
    endpoints: "endpoints" or Vec::new(),
    api_keys: "apiKeys" or Vec::new(),
    callback_set: "callbackSet",
});
deserialize!(Setup);

/// A channel of the account.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Channel {
    /// The name that the rest of the setup calls it by.
    pub name: String,
    /// Its type, in the sender's words.
    #[cfg_attr(feature = "types", ts(rename = "type"))]
    pub kind: String,
    /// The state that the sender shows for it; not checked when absent.
    #[cfg_attr(feature = "types", ts(optional))]
    pub status: Option<String>,
    /// The sender's id for it.
    #[cfg_attr(feature = "types", ts(type = "number", optional))]
    pub id: Option<i64>,
}

members!(Channel { name: "name", kind: "type", status: "status", id: "id" });

/// What stands in a field of the registering call, as far as anything depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// `null`.
    Null,
    /// A string.
    Text(String),
    /// A number that is written as an integer.
    Integer(i64),
    /// Any other number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Read for FieldValue {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        Ok(match node.type_name() {
            "null" => Self::Null,
            "a string" => Self::Text(Read::read(node)?),
            "a boolean" => Self::Boolean,
            "an array" => Self::Array,
            "an object" => Self::Object,
            _ => node.integer().map_or(Self::Number, Self::Integer),
        })
    }
}

/// The webhooks of the whole account.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MasterWebhooks {
    /// The URLs by event type.
    #[cfg_attr(feature = "types", ts(type = "Record<string, Array<string>>"))]
    pub webhooks: Map<Vec<String>>,
    /// The key, when authentication is switched on.
    #[cfg_attr(feature = "types", ts(type = "string", optional))]
    pub key: Option<Redacted>,
}

members!(MasterWebhooks { webhooks: "webhooks", key: "key" });

/// A webhook that takes over single channels.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AdditionalWebhook {
    /// Its name, for people.
    #[cfg_attr(feature = "types", ts(optional))]
    pub name: Option<String>,
    /// Where its events go; every URL gets its own copy.
    pub urls: Vec<String>,
    /// Names of the channels that it takes over.
    pub channels: Vec<String>,
    /// The event types that it carries.
    pub events: Vec<String>,
    /// Its key, when authentication is switched on.
    #[cfg_attr(feature = "types", ts(type = "string", optional))]
    pub key: Option<Redacted>,
}

members!(AdditionalWebhook { name: "name", urls: "urls", channels: "channels", events: "events", key: "key" });

/// An endpoint that subscribes to some events.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubscribedEndpoint {
    /// Its name, for people.
    #[cfg_attr(feature = "types", ts(optional))]
    pub name: Option<String>,
    /// Where its events go.
    pub url: String,
    /// The event types that it gets.
    pub events: Vec<String>,
    /// Headers that each of its deliveries carries beside the sender's own.
    #[cfg_attr(feature = "types", ts(type = "Record<string, string>", optional))]
    pub headers: Map<Redacted>,
    /// Whether it is switched on; it is unless this is `false`.
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub enabled: bool,
}

members!(SubscribedEndpoint {
    name: "name",
    url: "url",
    events: "events",
    headers: "headers" or Map::new(),
    enabled: "enabled" or switched_on(),
});

fn switched_on() -> bool {
    true
}

/// A key of the sender's own API; the key itself is not asked for.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ApiKey {
    /// Its name, for people.
    #[cfg_attr(feature = "types", ts(optional))]
    pub name: Option<String>,
    /// Which kind of key it is.
    pub kind: ApiKeyKind,
    /// Names of the channels that it is limited to; absent for all.
    #[cfg_attr(feature = "types", ts(optional))]
    pub channels: Option<Vec<String>>,
    /// When it expires, in any form; absent for never.
    #[cfg_attr(feature = "types", ts(optional))]
    pub expires: Option<String>,
}

members!(ApiKey { name: "name", kind: "kind", channels: "channels", expires: "expires" });

/// The kinds of API keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "lowercase"))]
pub enum ApiKeyKind {
    /// Reaches the whole account.
    Master,
    /// May be limited to channels.
    Additional,
}

words!(ApiKeyKind { Master: "master", Additional: "additional" });

/// A text that is handed back when it is asked for, and never shown: a key, or the value of a header.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Redacted(String);

impl Read for Redacted {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        Read::read(node).map(Self)
    }
}

impl Redacted {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
