//! The `sender` section of a definition: what one sender promises beside its payloads, as data.

use crate::{
    confidence::Confidence,
    data::{Map, Misfit, Node, Read, deserialize, members, words},
    sender::callback_form::CallbackForm,
    sender::handshake::Handshake,
};

/// What a sender promises. Everything is optional: what is not documented is not invented.
///
/// A rule that is only [`Confidence::Assumed`] makes warnings, never errors.
#[derive(Clone, Debug, Default)]
pub struct Promise {
    /// Which URLs the sender takes as an endpoint.
    pub endpoint: EndpointRules,
    /// Which answers count as success.
    pub success: Option<Success>,
    /// What the sender does after an answer that is not success.
    pub retries: Option<Retries>,
    /// Requests that are no deliveries and how an endpoint has to answer them; the first that fits is taken.
    pub handshakes: Vec<Handshake>,
    /// How the sender finds the endpoints of an event.
    pub routing: Option<Routing>,
    /// The sender's rules for the keys of its own API.
    pub api_keys: Option<ApiKeyRules>,
    /// The body of the API call that registers endpoints.
    pub callback_set: Option<CallbackForm>,
}

members!(Promise {
    endpoint: "endpoint" or EndpointRules::default(),
    success: "success",
    retries: "retries",
    handshakes: "handshakes" or Vec::new(),
    routing: "routing",
    api_keys: "apiKeys",
    callback_set: "callbackSet",
});
deserialize!(Promise);

/// How far something is known, and where from.
#[derive(Clone, Debug)]
pub struct Fact {
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know: contradictions, choices made.
    pub note: Option<String>,
}

members!(Fact { confidence: "confidence", docs: "docs", note: "note" });

/// Which URLs a sender takes. A rule that is absent is not known, and not checked.
#[derive(Clone, Debug, Default)]
pub struct EndpointRules {
    /// The schemes that are taken.
    pub scheme: Option<Allowed<String>>,
    /// The ports that are taken.
    pub port: Option<Allowed<u16>>,
    /// How long the URL may be.
    pub length: Option<AtMost>,
    /// The host must be one that the public internet reaches.
    pub public_host: Option<Fact>,
    /// No user name or password may stand in the URL.
    pub no_userinfo: Option<Fact>,
}

members!(EndpointRules {
    scheme: "scheme",
    port: "port",
    length: "length",
    public_host: "publicHost",
    no_userinfo: "noUserinfo",
});

/// A rule that lists what is allowed.
#[derive(Clone, Debug)]
pub struct Allowed<T> {
    /// What is allowed.
    pub allowed: Vec<T>,
    /// How far the rule is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(Allowed<T> { allowed: "allowed", confidence: "confidence", docs: "docs", note: "note" });

/// A rule that sets an upper bound.
#[derive(Clone, Debug)]
pub struct AtMost {
    /// The largest number that is allowed.
    pub most: usize,
    /// How far the rule is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(AtMost { most: "most", confidence: "confidence", docs: "docs", note: "note" });

/// Which answers count as success.
#[derive(Clone, Debug)]
pub struct Success {
    /// Ranges of HTTP statuses, both ends included: `[[200, 299]]`.
    pub statuses: Vec<(u16, u16)>,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(Success { statuses: "statuses", confidence: "confidence", docs: "docs", note: "note" });

/// What a sender does after a failed attempt.
#[derive(Clone, Debug)]
pub struct Retries {
    /// Seconds from one attempt to the next; absent where the sender repeats, but does not say when.
    pub delays_seconds: Option<Vec<u32>>,
    /// What happens when the last attempt has failed.
    pub after_last: AfterLastDefinition,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know: contradictions, older figures.
    pub note: Option<String>,
}

members!(Retries {
    delays_seconds: "delaysSeconds",
    after_last: "afterLast",
    confidence: "confidence",
    docs: "docs",
    note: "note",
});

/// What happens when the last attempt has failed.
#[derive(Clone, Debug)]
pub struct AfterLastDefinition {
    /// The outcome.
    pub outcome: AfterLastOutcome,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(AfterLastDefinition { outcome: "outcome", note: "note" });

/// What becomes of something whose last attempt has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum AfterLastOutcome {
    /// The sender keeps the event, and it can be sent again.
    DeadLetter,
    /// The event is gone.
    Lost,
    /// The endpoint is not taken; only after a liveness check.
    Refused,
    /// The sender does not say.
    Unknown,
}

words!(AfterLastOutcome { DeadLetter: "dead-letter", Lost: "lost", Refused: "refused", Unknown: "unknown" });

/// How a sender finds the endpoints of an event.
#[derive(Clone, Debug)]
pub enum Routing {
    /// One set of endpoints for the whole account, and further ones that take over single channels.
    MasterAdditional(MasterAdditional),
    /// Endpoints that each subscribe to some events; every one that does gets the event.
    Subscriptions(Subscriptions),
}

impl Read for Routing {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let (model, rules) = node.tagged("model")?;
        match model.word(&["master-additional", "subscriptions"])? {
            0 => Read::read(rules).map(Self::MasterAdditional),
            _ => Read::read(rules).map(Self::Subscriptions),
        }
    }
}

/// Routing by master and additional webhooks.
#[derive(Clone, Debug)]
pub struct MasterAdditional {
    /// The event types and the channel types that have them. The list is complete.
    pub events: Vec<RoutedEvent>,
    /// How many URLs one event type may have in one channel. Each gets its own copy; none stands in for the other.
    pub urls_per_event: usize,
    /// How many additional webhooks may carry one event type of one channel.
    pub additional_per_channel_event: usize,
    /// The state a channel must be in to be chosen for an additional webhook.
    pub channel_status: Option<String>,
    /// What of a channel leaves the master webhooks when an additional one names the channel.
    pub leaves_master: LeavesMaster,
    /// How a delivery carries the key when authentication is switched on.
    pub key_header: Option<KeyHeader>,
    /// What the sender itself says, by the reason code of the problem that makes it say so.
    pub errors: Map<String>,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know: contradictions, choices made.
    pub note: Option<String>,
}

members!(MasterAdditional {
    events: "events",
    urls_per_event: "urlsPerEvent",
    additional_per_channel_event: "additionalPerChannelEvent",
    channel_status: "channelStatus",
    leaves_master: "leavesMaster",
    key_header: "keyHeader",
    errors: "errors" or Map::new(),
    confidence: "confidence",
    docs: "docs",
    note: "note",
});

/// An event type that is routed.
#[derive(Clone, Debug)]
pub struct RoutedEvent {
    /// The event type, as the `events` section names it.
    pub kind: String,
    /// The channel types that have it.
    pub channel_types: Vec<String>,
}

members!(RoutedEvent { kind: "type", channel_types: "channelTypes" });

/// What of a channel leaves the master webhooks when an additional webhook names the channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavesMaster {
    /// All its events, also those that no additional webhook carries.
    Channel,
    /// The event types that an additional webhook carries.
    ChannelEvent,
}

words!(LeavesMaster { Channel: "channel", ChannelEvent: "channel-event" });

/// How a delivery carries the key that the sender and the endpoint share.
#[derive(Clone, Debug)]
pub struct KeyHeader {
    /// Name of the header.
    pub name: String,
    /// What stands before the key, blanks included.
    pub prefix: String,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(KeyHeader { name: "name", prefix: "prefix", confidence: "confidence", docs: "docs", note: "note" });

/// Routing by endpoints that subscribe to events.
#[derive(Clone, Debug)]
pub struct Subscriptions {
    /// The event types that are known.
    pub events: Vec<String>,
    /// Whether the sender has further event types that it does not list.
    pub open: bool,
    /// Whether an endpoint may add headers of its own.
    pub custom_headers: bool,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know: contradictions, choices made.
    pub note: Option<String>,
}

members!(Subscriptions {
    events: "events",
    open: "open" or false,
    custom_headers: "customHeaders",
    confidence: "confidence",
    docs: "docs",
    note: "note",
});

/// A sender's rules for the keys of its own API.
#[derive(Clone, Debug)]
pub struct ApiKeyRules {
    /// How many master keys an account has at most.
    pub master: usize,
    /// Whether a master key can have an expiry.
    pub master_expires: bool,
    /// How many additional keys a channel has at most.
    pub additional_per_channel: usize,
    /// How far it is known.
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    pub docs: Option<String>,
    /// What a user should know about it.
    pub note: Option<String>,
}

members!(ApiKeyRules {
    master: "master",
    master_expires: "masterExpires",
    additional_per_channel: "additionalPerChannel",
    confidence: "confidence",
    docs: "docs",
    note: "note",
});
