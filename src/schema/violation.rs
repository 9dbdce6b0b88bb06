//! A broken rule as the walk notes it: small, without text; wording comes later and only for what is reported.

use crate::payload::json::Span;
use crate::report::Severity;

use super::Mode;
use super::keyword::Keyword;
use super::program::NodeId;

/// One broken rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    pub node: NodeId,
    pub keyword: Keyword,
    /// Offset and length of the token that is wrong.
    pub at: usize,
    pub length: usize,
    /// What else the wording needs, by keyword: a type, an index, a count.
    pub extra: u64,
}

impl Violation {
    pub(crate) fn new(node: NodeId, keyword: Keyword, at: usize, length: usize) -> Self {
        Self { node, keyword, at, length, extra: 0 }
    }
}

/// What a broken rule does in the mode of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    Error,
    Warning,
    Drift,
}

impl Effect {
    /// How much it weighs.
    pub(crate) fn severity(self, mode: Mode) -> Severity {
        match self {
            Effect::Error if mode != Mode::Observe => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

/// What a walk finds beside yes or no.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    pub violations: Vec<(Violation, Effect)>,
    errors: usize,
    /// Violations beyond [`MOST`], by weight: errors and warnings only.
    pub dropped: u32,
    pub unsafe_integers: Vec<(usize, usize)>,
    /// Integers whose schema says `int64`.
    pub integers: Vec<Span>,
    /// What another engine has found, worded already.
    #[cfg(feature = "full")]
    pub worded: Vec<super::full::Worded>,
}

/// Violations that are kept; more are only counted.
const MOST: usize = 1 << 14;

impl Log {
    pub(crate) fn push(&mut self, violation: Violation, effect: Effect) {
        // Errors have room of their own: whatever else there is, the one that decides is kept.
        let error = effect == Effect::Error;
        let taken = if error { self.errors } else { self.violations.len() - self.errors };
        if taken < MOST {
            self.errors += usize::from(error);
            self.violations.push((violation, effect));
        } else if effect != Effect::Drift {
            self.dropped = self.dropped.saturating_add(1);
        }
    }

    /// Takes over what another log holds.
    pub(crate) fn append(&mut self, other: Log) {
        for (violation, effect) in other.violations {
            self.push(violation, effect);
        }
        self.dropped = self.dropped.saturating_add(other.dropped);
        self.integers.extend(other.integers);
    }
}
