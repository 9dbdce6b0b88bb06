//! When a sender tries again, which answers stop it, and what happens after the last attempt.

use serde::Serialize;

use crate::{
    confidence::Confidence,
    sender::definition::{AfterLastOutcome, Promise, Retries},
};

/// All attempts of one delivery, if every one of them fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RetrySchedule {
    /// The attempts in order, the first one included.
    pub attempts: Vec<Attempt>,
    /// Whether `attempts` is all of them; `false` where the sender repeats, but does not say when, or says nothing.
    pub complete: bool,
    /// What happens when the last attempt has failed.
    pub after_last: AfterLast,
    /// How far this is known; `null` where nothing is.
    pub confidence: Option<Confidence>,
    /// The page that says so, or `null`.
    pub docs: Option<String>,
    /// What a user should know: contradictions, older figures; or `null`.
    pub note: Option<String>,
}

/// One attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Attempt {
    /// Its number; the first delivery is 1.
    pub attempt: u32,
    /// When it is made, in milliseconds since the Unix epoch, if no attempt takes time of its own.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub at_ms: i64,
    /// Seconds after the attempt before; 0 for the first.
    pub after_seconds: u32,
}

/// What happens when the last attempt has failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AfterLast {
    /// The outcome.
    pub outcome: AfterLastOutcome,
    /// What a user should know about it, or `null`.
    pub note: Option<String>,
}

/// When a delivery is attempted whose first attempt was at `first_attempt_ms`.
pub fn retry_schedule(promise: &Promise, first_attempt_ms: i64) -> RetrySchedule {
    schedule(promise.retries.as_ref(), first_attempt_ms)
}

/// When a liveness check by `method` is attempted; `None` where the sender makes none.
pub fn liveness_schedule(promise: &Promise, method: &str, first_attempt_ms: i64) -> Option<RetrySchedule> {
    let check = promise.handshakes.iter().find(|handshake| handshake.when.method == method)?;
    Some(schedule(check.retries.as_ref(), first_attempt_ms))
}

/// Whether the sender takes an answer of this status for success; `None` where it does not say.
pub fn accepts(promise: &Promise, status: u16) -> Option<bool> {
    let success = promise.success.as_ref()?;
    Some(success.statuses.iter().any(|&(first, last)| (first..=last).contains(&status)))
}

fn schedule(retries: Option<&Retries>, first_attempt_ms: i64) -> RetrySchedule {
    let delays = retries.and_then(|retries| retries.delays_seconds.as_deref());
    let first = Attempt { attempt: 1, at_ms: first_attempt_ms, after_seconds: 0 };
    let later = delays.unwrap_or_default().iter().scan(first.clone(), |attempt, &delay| {
        *attempt = Attempt {
            attempt: attempt.attempt.saturating_add(1),
            at_ms: attempt.at_ms.saturating_add(i64::from(delay) * 1000),
            after_seconds: delay,
        };
        Some(attempt.clone())
    });
    RetrySchedule {
        attempts: std::iter::once(first.clone()).chain(later).collect(),
        complete: delays.is_some(),
        after_last: retries.map_or(AfterLast { outcome: AfterLastOutcome::Unknown, note: None }, |retries| AfterLast {
            outcome: retries.after_last.outcome,
            note: retries.after_last.note.clone(),
        }),
        confidence: retries.map(|retries| retries.confidence),
        docs: retries.and_then(|retries| retries.docs.clone()),
        note: retries.and_then(|retries| retries.note.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(text: &str) -> Promise {
        serde_json::from_str(text).expect(text)
    }

    #[test]
    fn delays_add_up() {
        let retries =
            r#"{ "delaysSeconds": [4, 128, 2048], "afterLast": { "outcome": "lost" }, "confidence": "assumed" }"#;
        let promise = promise(&format!(
            r#"{{ "retries": {retries}, "handshakes": [{{ "when": {{ "method": "HEAD" }}, "respond": {{ "status": 200 }},
                "summary": "s", "confidence": "assumed", "retries": {retries} }}] }}"#
        ));
        let schedule = retry_schedule(&promise, 1_000);
        let times: Vec<_> = schedule.attempts.iter().map(|attempt| attempt.at_ms).collect();
        assert_eq!(times, [1_000, 5_000, 133_000, 2_181_000]);
        assert_eq!(schedule.attempts[3], Attempt { attempt: 4, at_ms: 2_181_000, after_seconds: 2048 });
        assert!(schedule.complete);
        assert_eq!(liveness_schedule(&promise, "HEAD", 1_000), Some(schedule));
        assert_eq!(liveness_schedule(&promise, "GET", 1_000), None);
    }

    #[test]
    fn what_is_not_known_is_not_invented() {
        let silent = retry_schedule(&Promise::default(), 7);
        assert_eq!((silent.attempts.len(), silent.complete, silent.confidence), (1, false, None));
        let vague = promise(r#"{ "retries": { "afterLast": { "outcome": "unknown" }, "confidence": "documented" } }"#);
        let vague = retry_schedule(&vague, 7);
        assert_eq!((vague.attempts.len(), vague.complete, vague.confidence), (1, false, Some(Confidence::Documented)));
    }

    #[test]
    fn the_end_of_time_does_not_overflow() {
        let promise = promise(
            r#"{ "retries": { "delaysSeconds": [4294967295], "afterLast": { "outcome": "lost" }, "confidence": "assumed" } }"#,
        );
        assert_eq!(retry_schedule(&promise, i64::MAX).attempts[1].at_ms, i64::MAX);
    }

    #[test]
    fn success_is_what_the_sender_says() {
        let exact = promise(r#"{ "success": { "statuses": [[200, 200]], "confidence": "documented" } }"#);
        let any = promise(r#"{ "success": { "statuses": [[200, 299]], "confidence": "documented" } }"#);
        for (promise, status, expected) in [
            (&exact, 200, Some(true)),
            (&exact, 204, Some(false)),
            (&any, 204, Some(true)),
            (&any, 299, Some(true)),
            (&any, 300, Some(false)),
            (&Promise::default(), 200, None),
        ] {
            assert_eq!(accepts(promise, status), expected, "{status}");
        }
    }
}
