//! What the signed time tells once the signature matches: another unit, or too early or late.

use super::Evidence;
use super::scene::Reason;
use crate::code::Code;
use crate::signature::attempt::Match;
use crate::signature::plan::SchemePlan;
use crate::signature::timestamp::{Freshness, Unit, Window};

const UNITS: [Unit; 3] = [Unit::Seconds, Unit::Milliseconds, Unit::Iso8601];

/// Ten years: what is farther away than that is no time of a delivery.
const FAR: u64 = 10 * 366 * 24 * 3600 * 1000;

/// Why a delivery whose signature matches is refused all the same.
pub fn reasons(plan: &SchemePlan, found: &Match, now: i64) -> Vec<Reason> {
    let mut reasons = stamp(plan, found, now);
    if reasons.is_empty() {
        reasons.extend(validity(plan, found, now));
    }
    reasons
}

fn stamp(plan: &SchemePlan, found: &Match, now: i64) -> Vec<Reason> {
    let (Some(timestamp), Some(text)) = (&plan.timestamp, &found.timestamp) else { return Vec::new() };
    let own = timestamp.window;
    let near = |time: i64| now.abs_diff(time) < FAR;
    let read = own.read(text);
    if matches!(read, Ok(time) if near(time)) {
        return read.into_iter().flat_map(|time| skewed(own, time, now)).collect();
    }
    let others = UNITS.into_iter().filter(|unit| *unit != own.unit).map(|unit| Window { unit, ..own });
    let other =
        others.into_iter().find_map(|window| Some((window, window.read(text).ok().filter(|time| near(*time))?)));
    match (other, read) {
        (Some((window, time)), _) => {
            let evidence = Evidence::default().text("expected", name(own.unit)).text("found", name(window.unit));
            std::iter::once(Reason::new(Code::TimestampUnit, evidence)).chain(skewed(window, time, now)).collect()
        }
        (None, Ok(time)) => skewed(own, time, now).into_iter().collect(),
        (None, Err(_)) => {
            vec![Reason::new(Code::TimestampMalformed, Evidence::default().text("expected", name(own.unit)))]
        }
    }
}

fn skewed(window: Window, time: i64, now: i64) -> Option<Reason> {
    let (code, skew) = match window.compare(time, now) {
        Freshness::Fresh => return None,
        Freshness::Stale(skew) => (Code::TimestampStale, skew),
        Freshness::Future(skew) => (Code::TimestampFuture, skew),
    };
    let tolerance = window.tolerance_seconds.unwrap_or_default();
    Some(Reason::new(code, skew_of(skew).number("toleranceSeconds", tolerance.into())))
}

fn skew_of(seconds: u64) -> Evidence {
    Evidence::default().number("skewSeconds", i64::try_from(seconds).unwrap_or(i64::MAX))
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Seconds => "seconds",
        Unit::Milliseconds => "milliseconds",
        Unit::Iso8601 => "RFC 3339",
    }
}

/// When a signed token says that it does not count yet, or no longer.
fn validity(plan: &SchemePlan, found: &Match, now: i64) -> Option<Reason> {
    let leeway = i64::from(plan.token_leeway?);
    let now = now.div_euclid(1000);
    let seconds = |place: usize| {
        let text = std::str::from_utf8(found.valid[place].as_deref()?).ok()?;
        text.split('.').next()?.parse::<i64>().ok()
    };
    if let Some(from) = seconds(0).filter(|from| now.saturating_add(leeway) < *from) {
        return Some(Reason::new(Code::TimestampFuture, skew_of(from.abs_diff(now))));
    }
    let until = seconds(1).filter(|until| now >= until.saturating_add(leeway))?;
    Some(Reason::new(Code::TimestampStale, skew_of(now.abs_diff(until))))
}
