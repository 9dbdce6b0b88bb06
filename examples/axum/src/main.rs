//! A webhook receiver with axum: the raw body under a limit, one verifier, and each delivery taken once.

mod claims;
#[cfg(test)]
mod tests;

use std::env;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hookproof::{Delivery, Headers, Report, Verifier, VerifierBuilder};

use claims::{Claims, Taken};

/// How long a delivery is remembered. It must be more than twice the tolerance of the sender's timestamps.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = env::var("EDESY_SECRET").map_err(|_| "EDESY_SECRET is not set")?;
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let app = app(Verifier::builder("edesy").secret(secret.as_str()), accept)?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        println!("listening on http://{}", listener.local_addr()?);
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// What becomes of a delivery. Put it into a queue here; an error makes the sender send it again.
fn accept(report: &Report, _body: &Bytes) -> Result<(), String> {
    for event in &report.events {
        println!("accepted {} {}", event.kind.as_deref().unwrap_or("-"), event.id.as_deref().unwrap_or("-"));
    }
    Ok(())
}

type Accept = fn(&Report, &Bytes) -> Result<(), String>;

struct Endpoint {
    builder: VerifierBuilder,
    verifier: Verifier,
    claims: Claims,
    accept: Accept,
}

fn app(builder: VerifierBuilder, accept: Accept) -> Result<Router, hookproof::UsageError> {
    let verifier = builder.clone().build()?;
    let endpoint = Endpoint { builder, verifier, claims: Claims::new(REMEMBERED), accept };
    Ok(Router::new().fallback(receive).with_state(Arc::new(endpoint)))
}

async fn receive(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    // What is signed are the bytes before any encoding, which nothing here can bring back.
    if parts.headers.get(header::CONTENT_ENCODING).is_some_and(|value| value != "identity") {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    // Ends as soon as there is more than the limit.
    let Ok(body) = to_bytes(body, endpoint.verifier.limits().body_bytes as usize).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    answer(&endpoint, &parts, &body)
}

fn answer(endpoint: &Endpoint, parts: &Parts, body: &Bytes) -> Response {
    // Senders that sign the URL mean the public one, which a proxy may have changed.
    let url = parts.uri.to_string();
    let headers: Headers<'_> = parts.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    let delivery = Delivery { method: Some(parts.method.as_str()), url: Some(&url), headers, body };
    let now = now();

    match endpoint.builder.handshake(&delivery, now) {
        Ok(Some(answer)) if answer.store.is_none() => return handshake(answer),
        Ok(_) => {}
        Err(error) => {
            eprintln!("{error}");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    }
    let report = endpoint.verifier.verify(&delivery, now);
    if !report.ok {
        eprintln!("refused {}", report.code.as_str());
        return status(report.status);
    }
    let claim = match report.replay_key.as_deref().map(|key| endpoint.claims.take(key)) {
        Some(Taken::Done) => return status(success(endpoint)),
        Some(Taken::Busy) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(Taken::Ours(claim)) => Some(claim),
        None => None,
    };
    if let Err(error) = (endpoint.accept)(&report, body) {
        // The claim is dropped here, so that the delivery is taken when it comes again.
        eprintln!("{error}");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    if let Some(claim) = claim {
        claim.keep();
    }
    status(success(endpoint))
}

fn handshake(answer: hookproof::Answer) -> Response {
    let mut response = (code(answer.status), answer.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (header::HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// 200 where the sender takes it, or the first status that it does.
fn success(endpoint: &Endpoint) -> u16 {
    let ranges = endpoint.verifier.success();
    match ranges.first() {
        Some(&(first, _)) if !ranges.iter().any(|(first, last)| (first..=last).contains(&&200)) => first,
        _ => 200,
    }
}

fn status(status: u16) -> Response {
    code(status).into_response()
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
}
