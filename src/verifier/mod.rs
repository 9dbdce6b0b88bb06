//! The verifier: one report per delivery.

mod builder;
mod provider;

pub use builder::VerifierBuilder;
pub use provider::Provider;

use std::fmt;

use crate::check::{Captures, Check, Verdict};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::payload::json::Span;
#[cfg(feature = "details")]
use crate::report::Report;
use crate::schema::Validator;

/// Verifies the deliveries of one sender to one endpoint.
///
/// Everything that depends on options alone is computed when it is built: keys, templates, schemas.
pub struct Verifier {
    check: Check,
    success: Vec<(u16, u16)>,
    handshake_methods: Vec<String>,
}

impl Verifier {
    /// Starts a verifier for a built-in provider's id or a definition.
    pub fn builder(provider: impl Into<Provider>) -> VerifierBuilder {
        VerifierBuilder::new(provider.into())
    }

    /// Checks a delivery received at `now`, in milliseconds since the Unix epoch.
    ///
    /// Never fails and never panics: whatever is wrong with the delivery stands in the report.
    #[cfg(feature = "details")]
    pub fn verify(&self, delivery: &Delivery<'_>, now: i64) -> Report {
        self.check.report(delivery, now)
    }

    /// The verdict of [`verify`](Self::verify) without its details, for hosts that look at them only when needed.
    pub fn judge(&self, delivery: &Delivery<'_>, now: i64) -> Verdict {
        self.check.judge(delivery, now)
    }

    /// As [`verify`](Self::verify), with the values that [`VerifierBuilder::capture`] and the definition name.
    #[cfg(feature = "details")]
    pub fn verify_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Report, Captures<'d>) {
        self.check.report_with_captures(delivery, now)
    }

    /// As [`judge`](Self::judge), with the same values.
    pub fn judge_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Verdict, Captures<'d>) {
        self.check.judge_with_captures(delivery, now)
    }

    /// The pointers into each event whose values are captured.
    pub fn captures(&self) -> &[String] {
        &self.check.plan.captures.pointers
    }

    /// Where in the body the integers lie that the schemas call int64, so that a host can keep them exact.
    pub fn integers(&self, delivery: &Delivery<'_>, now: i64) -> Vec<Span> {
        self.check.integers(delivery, now)
    }

    /// What `verify` holds events of this type to, for use on its own: their schema, with the mode and limits of this
    /// verifier.
    ///
    /// # Errors
    /// `usage.schema` when there is no such event, or it has no schema or, by the shape of the payload, several.
    pub fn schema(&self, event: &str) -> Result<Validator, UsageError> {
        let Check { provider, plan, mode, limits, .. } = &self.check;
        let refuse = |message: String| UsageError::new(Code::UsageSchema, message);
        let events = &plan.events;
        let mut places = events.known.iter().filter(|known| known.kind == event).map(|known| known.schema);
        let first = places.next().ok_or_else(|| {
            let mut kinds: Vec<&str> = events.known.iter().map(|known| known.kind.as_str()).collect();
            kinds.dedup();
            refuse(say!("provider `{provider}` has no event `{event}`, expected one of {}", kinds.join(", ")))
        })?;
        if places.any(|other| other != first) {
            let found = say!("event `{event}` of provider `{provider}` has several schemas by the payload's shape");
            return Err(refuse(say!("{found}, expected one; pass the one that is meant to `compileSchema`")));
        }
        let place = first.or(events.fallback).ok_or_else(|| {
            refuse(say!("event `{event}` of provider `{provider}` has no schema, expected one in `schemas`"))
        })?;
        Ok(Validator {
            schema: plan.schemas[place].clone(),
            mode: *mode,
            depth: limits.depth,
            steps: limits.steps.into(),
            problems: limits.problems,
        })
    }

    /// Refuses more of something than a packed verdict and a frame can number.
    fn within_bounds(self) -> Result<Self, UsageError> {
        let most = [
            ("secrets", self.check.secret_names.len(), 254),
            ("schemes", self.check.plan.schemes.len(), 62),
            ("headers that are read", self.check.headers().len(), 253),
        ];
        match most.iter().find(|(_, found, most)| found > most) {
            Some((what, found, most)) => {
                Err(UsageError::new(Code::UsageOption, say!("there are {found} {what}, expected at most {most}")))
            }
            None => Ok(self),
        }
    }

    /// The payload of a delivery that [`judge`](Self::judge) found readable: the body, or what was made of a form;
    /// `None` where there is none.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn payload<'d>(&self, delivery: &Delivery<'d>) -> Option<std::borrow::Cow<'d, [u8]>> {
        self.check.payload(delivery)
    }

    /// The pipeline itself, for the host binding, which asks for more in several calls.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn check(&self) -> &Check {
        &self.check
    }

    /// Id of the provider.
    pub fn provider(&self) -> &str {
        &self.check.provider
    }

    /// Ids of the schemes in order.
    pub fn schemes(&self) -> impl Iterator<Item = &str> {
        self.check.plan.schemes.iter().map(|scheme| scheme.id.as_str())
    }

    /// Names of the secrets in order.
    pub fn secret_ids(&self) -> impl Iterator<Item = &str> {
        self.check.secret_names.iter().map(String::as_str)
    }

    /// The budget of one delivery.
    pub fn limits(&self) -> &Limits {
        &self.check.limits
    }

    /// The methods that the sender delivers with.
    pub fn methods(&self) -> &[String] {
        &self.check.methods
    }

    /// The methods of its handshakes, each once.
    pub fn handshake_methods(&self) -> &[String] {
        &self.handshake_methods
    }

    /// Ranges of the HTTP statuses that the sender takes for success, both ends included; empty where it does not say.
    pub fn success(&self) -> &[(u16, u16)] {
        &self.success
    }

    /// Seconds before and after its time of signing in which a delivery is taken, by the scheme that allows most; `None`
    /// where a scheme compares no time.
    pub fn window_seconds(&self) -> Option<u32> {
        let windows = self.check.plan.schemes.iter().map(|scheme| scheme.timestamp.as_ref()?.window.tolerance_seconds);
        windows.collect::<Option<Vec<u32>>>()?.into_iter().max()
    }

    /// The header names that `verify` reads, in lower case; a host may leave out all others.
    pub fn headers(&self) -> Vec<String> {
        self.check.headers().into_iter().map(Into::into).collect()
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("provider", &self.check.provider).finish_non_exhaustive()
    }
}
