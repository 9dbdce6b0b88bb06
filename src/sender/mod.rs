//! What a sender promises beside its payloads: endpoint rules, retries, liveness checks, routing.

pub mod definition;
