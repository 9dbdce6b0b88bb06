//! Tells an application whether an inbound webhook is real, right, and if not, exactly why.
//!
//! Start with [`Verifier::builder`]; what comes back is a [`Report`]. There is no I/O, no clock and no randomness in here:
//! the host hands in the raw request and the time.

#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used)]

#[macro_use]
mod say;

mod check;
pub mod code;
pub mod confidence;
pub mod data;
mod datetime;
pub mod delivery;
#[cfg(feature = "details")]
pub mod detect;
pub mod error;
#[cfg(feature = "details")]
pub mod explain;
#[cfg(feature = "details")]
pub mod handshake;
#[cfg(target_arch = "wasm32")]
mod host;
pub mod limits;
mod map;
mod packed;
pub mod payload;
pub mod provider;
pub mod report;
#[cfg(feature = "details")]
pub mod rewrite;
pub mod schema;
#[cfg(feature = "details")]
pub mod sender;
#[cfg(feature = "details")]
pub mod sign;
pub mod signature;
mod sort;
pub mod verifier;
#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "the expansion of #[wasm_bindgen] holds unsafe code; the module's own text has none but the hook in seed.rs"
)]
mod wasm;

pub use check::{Captures, Verdict};
pub use code::Code;
pub use delivery::{Delivery, Headers};
#[cfg(feature = "details")]
pub use detect::{Candidate, detect};
pub use error::UsageError;
#[cfg(feature = "details")]
pub use explain::{Cause, Explanation};
#[cfg(feature = "details")]
pub use handshake::Answer;
pub use limits::Limits;
pub use report::Report;
pub use schema::Mode;
#[cfg(feature = "details")]
pub use sign::{Draft, Fault, SignedDelivery};
pub use signature::key::Secret;
pub use verifier::{Verifier, VerifierBuilder};

/// The README's Rust examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
