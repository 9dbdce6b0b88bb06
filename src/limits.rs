//! The budget of one delivery: nothing untrusted is read past these bounds.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::error::UsageError;

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
    /// Parameters of a form body, and of a query, where the scheme or the payload is read from it; 1024 unless set.
    pub parameters: u32,
    /// Signatures in one signature header; 8 unless set.
    pub candidates: u32,
    /// Nesting of the payload's arrays and objects; 128 unless set.
    pub depth: u32,
    /// Steps of schemas that read values of the payload again (`anyOf` and the like); 16 Mi unless set.
    pub steps: u32,
    /// Events in one delivery, for senders that send arrays of them; 1024 unless set.
    pub events: u32,
    /// Problems that a report lists; the rest is only counted. 64 unless set.
    pub problems: u32,
}

impl Limits {
    /// What the stack of every host holds.
    const DEEPEST: u32 = 512;

    /// Refuses limits under which a check could not say what it has found.
    ///
    /// # Errors
    /// `usage.option` with the limit and what it may be.
    pub fn check(&self) -> Result<(), UsageError> {
        let refuse = |message| Err(UsageError::new(Code::UsageOption, message));
        if self.depth > Self::DEEPEST {
            return refuse(say!("`limits.depth` is {}, expected at most {}", self.depth, Self::DEEPEST));
        }
        if self.problems == 0 {
            return refuse(said!("`limits.problems` is 0, expected at least 1"));
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 1 << 20,
            headers: 128,
            header_bytes: 16 << 10,
            parameters: 1024,
            candidates: 8,
            depth: 128,
            steps: 16 << 20,
            events: 1024,
            problems: 64,
        }
    }
}
