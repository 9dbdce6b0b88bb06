//! What a sender promises beside its payloads: endpoint rules, retries, liveness checks, routing.
//!
//! Everything here follows from the `sender` section of a definition and from what it is handed: no clock, no network,
//! no sender's name.

mod address;
mod callback;
pub mod callback_form;
mod check_setup;
mod check_webhooks;
pub mod definition;
mod endpoint;
pub mod handshake;
mod problem;
mod retry;
mod routing;
mod setup;
mod url;

pub use self::{
    check_setup::check_setup,
    definition::{AfterLastOutcome, Promise},
    endpoint::check_endpoint,
    problem::SetupProblem,
    retry::{AfterLast, Attempt, RetrySchedule, accepts, liveness_schedule, retry_schedule},
    routing::{RouteAuth, RouteKind, RouteQuery, RouteTarget, RouteVia, route},
    setup::{AdditionalWebhook, ApiKey, ApiKeyKind, Channel, MasterWebhooks, Redacted, Setup, SubscribedEndpoint},
};
