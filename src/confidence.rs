//! How far something about a sender is known.

use serde::Serialize;

/// How far something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Confidence {
    /// The sender's documentation says so.
    Documented,
    /// Seen in real deliveries or in code that handles them; the documentation is silent.
    Observed,
    /// Inferred.
    Assumed,
}
