//! Misuse: what is wrong with options, secrets, definitions or schemas, found before any delivery is read.

use std::fmt;

use serde::Serialize;

use crate::code::Code;

/// Misuse of the library. Deliveries never cause one: a bad delivery is a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UsageError {
    /// One of the `usage.*` codes.
    pub code: Code,
    /// What was found and where, then what was expected. Never holds a secret.
    pub message: String,
}

impl UsageError {
    /// A misuse with its code and the sentence that explains it.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        // Literals have words too; see say.rs.
        Self { code, message: if cfg!(feature = "details") { message.into() } else { String::new() } }
    }
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for UsageError {}
