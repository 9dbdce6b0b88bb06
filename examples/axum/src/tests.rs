//! The receiver with good deliveries, forged ones, copies, oversized ones, and a handler that fails.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use hookproof::Draft;
use tower::ServiceExt;

use super::*;

const SECRET: &str = "crm-secret";
const BODY: &[u8] = br#"{"event":"order.placed","order":"A-7"}"#;

fn edesy(secret: &str) -> VerifierBuilder {
    Verifier::builder("edesy").secret(secret)
}

fn fine(_: &Report, _: &Bytes) -> Result<(), String> {
    Ok(())
}

fn failing(_: &Report, _: &Bytes) -> Result<(), String> {
    Err("the queue is full".to_owned())
}

fn signed(secret: &str, body: &[u8]) -> Request<Body> {
    let draft = Draft { body, now: now(), ..Draft::default() };
    let signed = edesy(secret).sign(&draft).expect("the delivery can be signed");
    let mut request = Request::builder().method(signed.method.as_str()).uri("/hook");
    for (name, value) in &signed.headers {
        request = request.header(name, value.as_slice());
    }
    request.body(Body::from(body.to_vec())).expect("the request is one")
}

async fn deliver(app: &Router, request: Request<Body>) -> StatusCode {
    let response = app.clone().oneshot(request).await.expect("the receiver answers");
    let status = response.status();
    let body = to_bytes(response.into_body(), 1000).await.expect("the answer is short");
    assert!(body.is_empty(), "answers tell nothing");
    status
}

#[tokio::test(flavor = "current_thread")]
async fn deliveries_are_told_apart() {
    let app = app(edesy(SECRET), fine).expect("the options are right");
    let changed = || {
        let (parts, _) = signed(SECRET, BODY).into_parts();
        Request::from_parts(parts, Body::from("{}"))
    };
    let mut encoded = signed(SECRET, BODY);
    encoded.headers_mut().insert("content-encoding", HeaderValue::from_static("gzip"));
    let mut put = signed(SECRET, BODY);
    *put.method_mut() = Method::PUT;

    assert_eq!(deliver(&app, signed("another", BODY)).await, StatusCode::UNAUTHORIZED);
    assert_eq!(deliver(&app, changed()).await, StatusCode::UNAUTHORIZED);
    assert_eq!(deliver(&app, encoded).await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(deliver(&app, put).await, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(deliver(&app, signed(SECRET, &[b'x'; (1 << 20) + 1])).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(deliver(&app, signed(SECRET, BODY)).await, StatusCode::OK);
}

/// Signed once, so that all copies carry the same time.
fn copies(number: usize) -> Vec<Request<Body>> {
    let (parts, _) = signed(SECRET, BODY).into_parts();
    (0..number).map(|_| Request::from_parts(parts.clone(), Body::from(BODY))).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn a_copy_is_not_handed_over() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static SEEN: AtomicUsize = AtomicUsize::new(0);
    fn counting(_: &Report, _: &Bytes) -> Result<(), String> {
        SEEN.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
    let app = app(edesy(SECRET), counting).expect("the options are right");
    for copy in copies(3) {
        assert_eq!(deliver(&app, copy).await, StatusCode::OK);
    }
    assert_eq!(SEEN.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn what_has_failed_may_come_again() {
    let app = app(edesy(SECRET), failing).expect("the options are right");
    for copy in copies(2) {
        assert_eq!(deliver(&app, copy).await, StatusCode::INTERNAL_SERVER_ERROR);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn liveness_checks_are_answered() {
    let app = app(Verifier::builder("edna-pulse").secret("key"), fine).expect("the options are right");
    let head = || Request::builder().method("HEAD").uri("/hook").body(Body::empty()).expect("the request is one");
    assert_eq!(deliver(&app, head()).await, StatusCode::OK);
}

#[test]
fn a_delivery_is_claimed_by_one_at_a_time() {
    let claims = Claims::new(REMEMBERED);
    let Taken::Ours(first) = claims.take("a") else { panic!("nobody had it") };
    assert!(matches!(claims.take("a"), Taken::Busy));
    drop(first);
    let Taken::Ours(second) = claims.take("a") else { panic!("the first has failed") };
    second.keep();
    assert!(matches!(claims.take("a"), Taken::Done));
    assert!(matches!(Claims::new(Duration::ZERO).take("a"), Taken::Ours(_)));
}
