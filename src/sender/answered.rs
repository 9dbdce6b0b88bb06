//! What a verification needs of what a sender promises: the handshakes, whose answers are no proof of the sender.

use crate::data::members;
use crate::sender::handshake::Handshake;

/// The part of a sender's promises that the build without `details` reads.
#[derive(Clone, Debug, Default)]
pub struct Promise {
    /// Requests that are no deliveries.
    pub handshakes: Vec<Handshake>,
}

members!(Promise { handshakes: "handshakes" or Vec::new() });
