//! What a receiver needs of what a sender promises: the handshakes, whose answers are no proof of the sender, and which
//! answers count as success.

use crate::data::members;
use crate::sender::handshake::Handshake;

/// The part of a sender's promises that the build without `details` reads.
#[derive(Clone, Debug, Default)]
pub struct Promise {
    /// Requests that are no deliveries.
    pub handshakes: Vec<Handshake>,
    /// Which answers count as success.
    pub success: Option<Success>,
}

/// Which answers count as success.
#[derive(Clone, Debug)]
pub struct Success {
    /// Ranges of HTTP statuses, both ends included.
    pub statuses: Vec<(u16, u16)>,
}

members!(Promise { handshakes: "handshakes" or Vec::new(), success: "success" });
members!(Success { statuses: "statuses" });
