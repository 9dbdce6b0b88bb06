//! The budget of one delivery: nothing untrusted is read past these bounds.

use serde::{Deserialize, Serialize};

/// Upper bounds for what one delivery may hold. Reaching one ends the check with a `limit.*` code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Limits {
    /// Bytes of the body; 1 MiB unless set.
    pub body_bytes: u32,
    /// Header lines of the request; 128 unless set.
    pub headers: u32,
    /// Bytes of one header that the scheme reads; 16 KiB unless set.
    pub header_bytes: u32,
    /// Signatures in one signature header; 8 unless set.
    pub candidates: u32,
    /// Nesting of the payload's arrays and objects; 128 unless set.
    pub depth: u32,
    /// Steps of schemas that read values of the payload again (`anyOf` and the like); 16 Mi unless set.
    pub steps: u32,
    /// Problems that a report lists; the rest is only counted. 64 unless set.
    pub problems: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 1 << 20,
            headers: 128,
            header_bytes: 16 << 10,
            candidates: 8,
            depth: 128,
            steps: 16 << 20,
            problems: 64,
        }
    }
}
