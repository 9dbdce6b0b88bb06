//! The types that carry the order: only verified bytes get a freshness check, only fresh ones are read.

use sha2::{Digest, Sha256};

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::report::{Authenticated, Problem, Stage};
use crate::signature::attempt::Match;
use crate::signature::plan::SchemePlan;
use crate::signature::timestamp::Freshness;

/// A delivery whose signature stage has passed, or was switched off.
pub struct Verified<'d, 'p> {
    body: &'d [u8],
    matched: Option<(usize, &'p SchemePlan, Match)>,
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
    delivery: &Delivery<'d>,
    limits: &Limits,
) -> Result<Verified<'d, 'p>, Problem> {
    let mut failure: Option<Problem> = None;
    let mut signed = false;
    for (place, scheme) in schemes.iter().enumerate() {
        // A token says nothing about the body: it must not outweigh a signature that is there and does not match.
        let token = scheme.is_token();
        if token && signed {
            continue;
        }
        match scheme.authenticate(delivery, limits) {
            Ok(Some(found)) => return Ok(Verified { body: delivery.body, matched: Some((place, scheme, found)) }),
            Ok(None) => {}
            Err(problem) => {
                signed |= !token && problem.code != Code::SignatureMissing;
                if failure.as_ref().is_none_or(|worst| rank(problem.code) > rank(worst.code)) {
                    failure = Some(problem);
                }
            }
        }
    }
    let mut problem = failure.unwrap_or_else(|| {
        let message =
            "the delivery is none that a scheme of this sender is for: what tells the schemes apart is missing";
        Problem::new(Code::SignatureMissing, Stage::Signature, message)
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
        Code::SignatureInput | Code::TimestampMissing | Code::SignatureKey => 4,
        Code::LimitCandidates | Code::LimitHeaderBytes => 5,
        _ => 6,
    }
}

fn malformed_for_all(schemes: &[SchemePlan]) -> String {
    let mut places: Vec<String> = schemes.iter().map(|scheme| scheme.signature.name()).collect();
    places.dedup();
    let mut forms: Vec<_> = schemes.iter().map(SchemePlan::form).collect();
    forms.dedup();
    say!("{} is in none of the forms that this sender uses, expected {}", places.join(" or "), forms.join(" or "))
}

impl<'d> Verified<'d, '_> {
    /// A delivery that nothing authenticates, where the caller has said so.
    pub fn unauthenticated(delivery: &Delivery<'d>) -> Self {
        Self { body: delivery.body, matched: None }
    }

    /// What was found, without the delivery.
    #[cfg(target_arch = "wasm32")]
    pub fn lay_aside(self) -> Option<(usize, Match)> {
        self.matched.map(|(place, _, found)| (place, found))
    }

    /// What was laid aside, of the same delivery and schemes.
    #[cfg(target_arch = "wasm32")]
    pub fn take_up<'p>(
        matched: Option<(usize, Match)>,
        delivery: &Delivery<'d>,
        schemes: &'p [SchemePlan],
    ) -> Verified<'d, 'p> {
        let matched = matched.map(|(place, found)| (place, &schemes[place], found));
        Verified { body: delivery.body, matched }
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
        self.matched.as_ref().map_or(Authenticated::None, |(.., found)| found.proves)
    }

    /// Whether there is a signed timestamp to check.
    pub fn has_timestamp(&self) -> bool {
        self.matched.as_ref().is_some_and(|(_, scheme, found)| {
            let compared = scheme.timestamp.as_ref().is_some_and(|plan| plan.window.tolerance_seconds.is_some());
            compared && found.timestamp.is_some() || found.valid.iter().any(Option::is_some)
        })
    }

    /// A key that is the same for every copy of this delivery, and for another one only when all that is signed is the same:
    /// where neither a time nor an id is signed, equal bodies have equal keys. A digest of the tag, which depends on the
    /// secret too. `None` for tokens, which sign nothing.
    pub fn replay_key(&self, provider: &str) -> Option<String> {
        let tag = self.matched.as_ref()?.2.tag.as_ref()?;
        let mut digest = Sha256::new();
        // The scheme's id stays out: the same signature moved into another layout is still the same delivery.
        for part in ["hookproof replay key 1", provider] {
            digest.update(part);
            digest.update([0]);
        }
        digest.update(tag.as_bytes());
        Some(base16ct::lower::encode_string(&digest.finalize()[..16]))
    }

    /// Compares the signed timestamp, where there is one, with the time of receipt in milliseconds.
    ///
    /// # Errors
    /// A `timestamp.*` problem.
    pub fn fresh(&self, now: i64) -> Result<Fresh<'d>, Problem> {
        let problem = self.matched.as_ref().and_then(|(_, scheme, found)| {
            let stale = found.timestamp.as_ref().and_then(|text| stale(scheme, text, now));
            stale.or_else(|| invalid(scheme, &found.valid, now))
        });
        match problem {
            Some(problem) => Err(problem),
            None => Ok(Fresh { body: self.body }),
        }
    }
}

fn problem(code: Code, message: String) -> Option<Problem> {
    Some(Problem::new(code, Stage::Freshness, message))
}

fn stale(scheme: &SchemePlan, text: &[u8], now: i64) -> Option<Problem> {
    let window = scheme.timestamp.as_ref()?.window;
    let name = scheme.timestamp_name();
    let timestamp = match window.read(text) {
        Ok(timestamp) => timestamp,
        Err(expected) => return problem(Code::TimestampMalformed, say!("{name} is not a timestamp, {expected}")),
    };
    let tolerance = window.tolerance_seconds.unwrap_or_default();
    match window.compare(timestamp, now) {
        Freshness::Fresh => None,
        Freshness::Stale(skew) => problem(
            Code::TimestampStale,
            say!("{name} lies {skew} s before the time of receipt, expected at most {tolerance} s"),
        ),
        Freshness::Future(skew) => problem(
            Code::TimestampFuture,
            say!("{name} lies {skew} s after the time of receipt, expected at most {tolerance} s"),
        ),
    }
}

/// Whether a signed token does not count yet or no longer, as it says itself.
fn invalid(scheme: &SchemePlan, [from, until]: &[Option<Vec<u8>>; 2], now: i64) -> Option<Problem> {
    let leeway = i64::from(scheme.token_leeway?);
    let now = now.div_euclid(1000);
    let read = |name: &str, text: &Option<Vec<u8>>| match text {
        None => Ok(None),
        Some(text) => seconds(text).map(Some).ok_or_else(|| {
            problem(Code::TimestampMalformed, say!("claim `{name}` of the token is not a number of seconds since 1970"))
        }),
    };
    let (from, until) = match (read("nbf", from), read("exp", until)) {
        (Ok(from), Ok(until)) => (from, until),
        (Err(problem), _) | (_, Err(problem)) => return problem,
    };
    if let Some(from) = from.filter(|from| now.saturating_add(leeway) < *from) {
        let message = say!("the token is valid only {} s after the time of receipt", from.saturating_sub(now));
        return problem(Code::TimestampFuture, message);
    }
    let until = until.filter(|until| now >= until.saturating_add(leeway))?;
    problem(Code::TimestampStale, say!("the token expired {} s before the time of receipt", now.saturating_sub(until)))
}

/// Whole seconds of a NumericDate (RFC 7519 section 2), which may have a fraction.
fn seconds(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction)).then(|| whole.parse().ok()).flatten()
}
