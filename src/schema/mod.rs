//! JSON Schema over raw bytes: compile once, then one walk per payload.

use serde::{Deserialize, Serialize};

/// How strictly a payload is held to its schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Mode {
    /// Whatever the schema says is an error, unknown fields and new enum members included.
    Strict,
    /// Unknown fields and what the schema marks as open is drift; what it marks as doubtful is a warning.
    #[default]
    Tolerant,
    /// The payload is reported on and never refused.
    Observe,
}
