//! The handshakes of a sender, as data: which requests are no deliveries, and what an endpoint answers to them.

#[cfg(feature = "details")]
use crate::confidence::Confidence;
use crate::data::members;
#[cfg(feature = "details")]
use crate::sender::definition::Retries;
use crate::signature::condition::ConditionDefinition;

/// A request that is no delivery.
#[derive(Clone, Debug)]
pub struct Handshake {
    /// Names it.
    #[cfg(feature = "details")]
    pub id: Option<String>,
    /// What tells the request from a delivery; all of it must hold.
    pub when: HandshakeCondition,
    /// Whether the request is signed like a delivery, and must be verified first.
    pub verify: bool,
    /// The scheme whose key the answer's MACs are made with; the first, unless set.
    #[cfg(feature = "details")]
    pub scheme: Option<String>,
    /// What to answer.
    pub respond: HandshakeAnswer,
    /// Where a secret stands that the request hands over, to be kept.
    #[cfg(feature = "details")]
    pub store: Option<String>,
    /// One sentence: what the request is for.
    #[cfg(feature = "details")]
    pub summary: String,
    /// What the sender does when it does not get that answer.
    #[cfg(feature = "details")]
    pub retries: Option<Retries>,
    /// How far it is known.
    #[cfg(feature = "details")]
    pub confidence: Confidence,
    /// The page that says so, where there is one.
    #[cfg(feature = "details")]
    pub docs: Option<String>,
    /// What a user should know about it.
    #[cfg(feature = "details")]
    pub note: Option<String>,
}

members!(Handshake {
    #[cfg(feature = "details")]
    id: "id",
    when: "when",
    verify: "verify" or false,
    #[cfg(feature = "details")]
    scheme: "scheme",
    respond: "respond",
    #[cfg(feature = "details")]
    store: "store",
    #[cfg(feature = "details")]
    summary: "summary",
    #[cfg(feature = "details")]
    retries: "retries",
    #[cfg(feature = "details")]
    confidence: "confidence",
    #[cfg(feature = "details")]
    docs: "docs",
    #[cfg(feature = "details")]
    note: "note",
});

/// What tells a handshake from a delivery.
#[derive(Clone, Debug)]
pub struct HandshakeCondition {
    /// The request method, in capitals.
    pub method: String,
    /// What else must hold of the request.
    pub all: Vec<ConditionDefinition>,
}

members!(HandshakeCondition { method: "method", all: "all" or Vec::new() });

/// What to answer to a handshake.
#[derive(Clone, Debug)]
pub struct HandshakeAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Header lines: name, and template of the value.
    pub headers: Vec<(String, String)>,
    /// Template of the body.
    pub body: String,
}

members!(HandshakeAnswer { status: "status", headers: "headers" or Vec::new(), body: "body" or String::new() });
