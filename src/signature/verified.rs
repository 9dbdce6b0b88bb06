//! The types that carry the order: only verified bytes get a freshness check, only fresh ones are read.

use sha2::{Digest, Sha256};

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::report::{Authenticated, Problem, Stage};
use crate::signature::plan::{Match, SchemePlan};
use crate::signature::timestamp::Freshness;

/// A delivery whose signature stage has passed, or was switched off.
pub struct Verified<'d, 'p> {
    body: &'d [u8],
    matched: Option<(usize, &'p SchemePlan, Match<'d>)>,
}

/// A verified delivery whose freshness stage has passed; the only way to the body's bytes.
pub struct Fresh<'d> {
    body: &'d [u8],
}

impl<'d> Fresh<'d> {
    /// The verified bytes.
    pub fn body(&self) -> &'d [u8] {
        self.body
    }
}

/// Tries the schemes in order; the first that passes counts.
///
/// # Errors
/// The problem of the scheme that came furthest: a forged signature says more than another scheme's missing header.
pub fn authenticate<'d, 'p>(
    schemes: &'p [SchemePlan],
    delivery: &'d Delivery<'_>,
    limits: &Limits,
) -> Result<Verified<'d, 'p>, Problem> {
    let mut failure: Option<Problem> = None;
    let mut signed = false;
    for (place, scheme) in schemes.iter().enumerate() {
        // A token says nothing about the body: it must not outweigh a signature that is there and does not match.
        let token = scheme.proves() == Authenticated::Token;
        if token && signed {
            continue;
        }
        match scheme.authenticate(delivery, limits) {
            Ok(found) => return Ok(Verified { body: delivery.body, matched: Some((place, scheme, found)) }),
            Err(problem) => {
                signed |= !token && problem.code != Code::SignatureMissing;
                if failure.as_ref().is_none_or(|worst| rank(problem.code) > rank(worst.code)) {
                    failure = Some(problem);
                }
            }
        }
    }
    let mut problem = failure.unwrap_or_else(|| {
        Problem::new(Code::SignatureMissing, Stage::Signature, "the definition has no scheme for this delivery")
    });
    if problem.code == Code::SignatureMalformed {
        problem.message = malformed_for_all(schemes);
    }
    Err(problem)
}

/// How far a scheme came before it failed.
fn rank(code: Code) -> u8 {
    match code {
        Code::SignatureMissing => 0,
        Code::SignatureMalformed => 1,
        Code::SignatureUnsupported => 2,
        Code::SignatureDuplicated => 3,
        Code::SignatureInput | Code::TimestampMissing => 4,
        Code::LimitCandidates | Code::LimitHeaderBytes => 5,
        _ => 6,
    }
}

fn malformed_for_all(schemes: &[SchemePlan]) -> String {
    let mut headers: Vec<&str> = schemes.iter().map(|scheme| scheme.header.as_str()).collect();
    headers.dedup();
    let forms: Vec<_> = schemes.iter().map(SchemePlan::form).collect();
    format!(
        "header `{}` is in none of the forms that this sender uses, expected {}",
        headers.join("` or `"),
        forms.join(" or ")
    )
}

impl<'d> Verified<'d, '_> {
    /// A delivery that nothing authenticates, where the caller has said so.
    pub fn unauthenticated(delivery: &Delivery<'d>) -> Self {
        Self { body: delivery.body, matched: None }
    }

    /// Place of the scheme that passed.
    pub fn scheme(&self) -> Option<usize> {
        self.matched.as_ref().map(|(place, ..)| *place)
    }

    /// Place of the secret that matched.
    pub fn secret(&self) -> Option<usize> {
        self.matched.as_ref().map(|(.., found)| found.secret)
    }

    /// What is proved.
    pub fn authenticated(&self) -> Authenticated {
        self.matched.as_ref().map_or(Authenticated::None, |(_, scheme, _)| scheme.proves())
    }

    /// Whether there is a signed timestamp to check.
    pub fn has_timestamp(&self) -> bool {
        self.matched.as_ref().is_some_and(|(.., found)| found.timestamp.is_some())
    }

    /// A key that is the same for every copy of this delivery and for no other: a digest of the tag, which depends on
    /// the secret and on all that is signed. `None` for tokens, which sign nothing.
    pub fn replay_key(&self, provider: &str) -> Option<String> {
        let (_, scheme, found) = self.matched.as_ref()?;
        if scheme.proves() == Authenticated::Token {
            return None;
        }
        let mut digest = Sha256::new();
        // The scheme's id stays out: the same signature moved into another layout is still the same delivery.
        for part in ["hookproof replay key 1", provider] {
            digest.update(part);
            digest.update([0]);
        }
        digest.update(found.tag.as_bytes());
        Some(base16ct::lower::encode_string(&digest.finalize()[..16]))
    }

    /// Compares the signed timestamp, where there is one, with the time of receipt in milliseconds.
    ///
    /// # Errors
    /// A `timestamp.*` problem.
    pub fn fresh(&self, now: i64) -> Result<Fresh<'d>, Problem> {
        let problem = match &self.matched {
            Some((_, scheme, Match { timestamp: Some(text), .. })) => stale(scheme, text, now),
            _ => None,
        };
        match problem {
            Some(problem) => Err(problem),
            None => Ok(Fresh { body: self.body }),
        }
    }
}

fn stale(scheme: &SchemePlan, text: &[u8], now: i64) -> Option<Problem> {
    let window = scheme.timestamp.as_ref()?.window;
    let name = scheme.timestamp_name();
    let problem = |code, message| Some(Problem::new(code, Stage::Freshness, message));
    let timestamp = match window.read(text) {
        Ok(timestamp) => timestamp,
        Err(expected) => return problem(Code::TimestampMalformed, format!("{name} is not a timestamp, {expected}")),
    };
    let tolerance = window.tolerance_seconds;
    match window.compare(timestamp, now) {
        Freshness::Fresh => None,
        Freshness::Stale(skew) => problem(
            Code::TimestampStale,
            format!("{name} lies {skew} s before the time of receipt, expected at most {tolerance} s"),
        ),
        Freshness::Future(skew) => problem(
            Code::TimestampFuture,
            format!("{name} lies {skew} s after the time of receipt, expected at most {tolerance} s"),
        ),
    }
}
