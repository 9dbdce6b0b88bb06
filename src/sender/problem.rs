//! One finding about an endpoint or a setup.

use serde::Serialize;

use crate::{code::Code, confidence::Confidence, report::Severity};

/// Something that the sender would refuse, or that would not work as it was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SetupProblem {
    /// One of the `endpoint.*` and `setup.*` codes.
    #[cfg_attr(feature = "types", ts(type = "SetupCode"))]
    pub code: Code,
    /// `error`: the sender refuses it. `warning`: a rule that is only assumed, or a setup that loses or doubles events.
    pub severity: Severity,
    /// JSON Pointer into the setup; `null` where one URL was checked on its own.
    pub pointer: Option<String>,
    /// What was found, then what was expected. Holds no key, no header value, and nothing of a URL but scheme, host and port.
    pub message: String,
    /// What to do about it, or how the sender itself puts it; or `null`.
    pub hint: Option<String>,
}

impl SetupProblem {
    pub(super) fn new(code: Code, severity: Severity, message: impl Into<String>) -> Self {
        Self { code, severity, pointer: None, message: message.into(), hint: None }
    }

    pub(super) fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    pub(super) fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message)
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(super) fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }
}

/// How much breaking a rule weighs that is known this far.
pub(super) fn weight(confidence: Confidence) -> Severity {
    match confidence {
        Confidence::Documented | Confidence::Observed => Severity::Error,
        Confidence::Assumed => Severity::Warning,
    }
}

/// A name from a setup, short enough for a sentence.
pub(super) fn named(name: &str) -> String {
    const MOST: usize = 80;
    let shown: String = name.chars().take(MOST).flat_map(char::escape_debug).collect();
    let cut = if name.chars().nth(MOST).is_some() { "..." } else { "" };
    format!("`{shown}{cut}`")
}
