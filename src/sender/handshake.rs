//! Requests that are no deliveries, such as liveness checks, and the answer they need.

use serde::Serialize;

use crate::sender::definition::Promise;

/// The answer to a handshake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header lines, name and value.
    pub headers: Vec<(String, String)>,
    /// The body, mostly empty.
    pub body: String,
}

/// What to answer to a request of this method; `None` where it is no handshake, but perhaps a delivery.
///
/// A liveness check carries no key and is answered without one, so the answer must have no effect and tell nothing.
pub fn answer(promise: &Promise, method: &str) -> Option<Answer> {
    // Method names are case-sensitive (RFC 9110 section 9.1).
    let handshake = promise.handshakes.iter().find(|handshake| handshake.when.method == method)?;
    Some(Answer { status: handshake.respond.status, headers: Vec::new(), body: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_named_method_is_answered() {
        let promise: Promise = serde_json::from_str(
            r#"{ "handshakes": [{ "when": { "method": "HEAD" }, "respond": { "status": 200 }, "summary": "s",
                "confidence": "documented" }] }"#,
        )
        .expect("the text is a promise");
        let expected = Answer { status: 200, headers: vec![], body: String::new() };
        assert_eq!(answer(&promise, "HEAD"), Some(expected));
        for method in ["POST", "GET", "head", ""] {
            assert_eq!(answer(&promise, method), None, "{method}");
        }
        assert_eq!(answer(&Promise::default(), "HEAD"), None);
    }
}
