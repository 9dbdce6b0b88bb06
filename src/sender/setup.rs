//! What somebody has set up, or is about to set up, at a sender: channels, webhooks, endpoints, keys.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// A setup, whole or in part. Which members a sender has depends on how it routes; the others stay empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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
    pub callback_set: Option<serde_json::Map<String, serde_json::Value>>,
}

/// A channel of the account.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Channel {
    /// The name that the rest of the setup calls it by.
    pub name: String,
    /// Its type, in the sender's words.
    #[serde(rename = "type")]
    pub kind: String,
    /// The state that the sender shows for it; not checked when absent.
    #[cfg_attr(feature = "types", ts(optional))]
    pub status: Option<String>,
    /// The sender's id for it.
    #[cfg_attr(feature = "types", ts(type = "number", optional))]
    pub id: Option<i64>,
}

/// The webhooks of the whole account.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MasterWebhooks {
    /// The URLs by event type.
    pub webhooks: BTreeMap<String, Vec<String>>,
    /// The key, when authentication is switched on.
    #[cfg_attr(feature = "types", ts(type = "string", optional))]
    pub key: Option<Redacted>,
}

/// A webhook that takes over single channels.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// An endpoint that subscribes to some events.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SubscribedEndpoint {
    /// Its name, for people.
    #[cfg_attr(feature = "types", ts(optional))]
    pub name: Option<String>,
    /// Where its events go.
    pub url: String,
    /// The event types that it gets.
    pub events: Vec<String>,
    /// Headers that each of its deliveries carries beside the sender's own.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(type = "Record<string, string>", optional))]
    pub headers: BTreeMap<String, Redacted>,
    /// Whether it is switched on; it is unless this is `false`.
    #[serde(default = "switched_on")]
    #[cfg_attr(feature = "types", ts(as = "Option<_>", optional))]
    pub enabled: bool,
}

fn switched_on() -> bool {
    true
}

/// A key of the sender's own API; the key itself is not asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// The kinds of API keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum ApiKeyKind {
    /// Reaches the whole account.
    Master,
    /// May be limited to channels.
    Additional,
}

/// A text that is handed back when it is asked for, and never shown: a key, or the value of a header.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Redacted(String);

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
