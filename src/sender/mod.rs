//! What a sender promises beside its payloads: endpoint rules, retries, liveness checks, routing.
//!
//! Everything here follows from the `sender` section of a definition and from what it is handed: no clock, no network,
//! no sender's name.

#[cfg(feature = "details")]
mod address;
#[cfg(not(feature = "details"))]
mod answered;
#[cfg(feature = "details")]
mod callback;
#[cfg(feature = "details")]
pub mod callback_form;
#[cfg(feature = "details")]
mod check_setup;
#[cfg(feature = "details")]
mod check_webhooks;
#[cfg(feature = "details")]
pub mod definition;
#[cfg(feature = "details")]
mod endpoint;
pub mod handshake;
#[cfg(feature = "details")]
mod problem;
#[cfg(feature = "details")]
mod retry;
#[cfg(feature = "details")]
mod routing;
#[cfg(feature = "details")]
mod setup;
#[cfg(feature = "details")]
mod url;

#[cfg(not(feature = "details"))]
pub use self::answered::Promise;
#[cfg(feature = "details")]
pub use self::{
    check_setup::check_setup,
    definition::{AfterLastOutcome, Promise},
    endpoint::check_endpoint,
    problem::SetupProblem,
    retry::{AfterLast, Attempt, RetrySchedule, accepts, liveness_schedule, retry_schedule},
    routing::{RouteAuth, RouteKind, RouteQuery, RouteTarget, RouteVia, route},
    setup::{AdditionalWebhook, ApiKey, ApiKeyKind, Channel, MasterWebhooks, Redacted, Setup, SubscribedEndpoint},
};
