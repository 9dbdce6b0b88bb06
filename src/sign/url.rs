//! What a proxy makes of the URL that was signed.

use super::{SignedDelivery, refuse};
use crate::code::Code;
use crate::error::UsageError;

/// The delivery as it arrives behind a proxy that has changed this part of the URL.
pub fn changed(mut signed: SignedDelivery, code: Code) -> Result<SignedDelivery, UsageError> {
    let cannot = |why: &str| refuse(format!("`{}` cannot happen to this delivery: {why}", code.as_str()));
    let url = signed.url;
    let start = url.find("://").ok_or_else(|| cannot("its URL is not absolute"))? + 3;
    let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |at| start + at);
    let (scheme, authority, rest) = (&url[..start], &url[start..end], &url[end..]);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, Some(port)),
        _ => (authority, None),
    };
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let with_query = |path: &str| query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let new = match code {
        Code::UrlScheme if scheme == "https://" => format!("http://{authority}{rest}"),
        Code::UrlScheme => format!("https://{authority}{rest}"),
        Code::UrlHost => {
            signed.headers.push(("X-Forwarded-Host".to_owned(), authority.as_bytes().to_vec()));
            format!("{scheme}internal.example{rest}")
        }
        Code::UrlPort if port.is_some() => format!("{scheme}{host}{rest}"),
        Code::UrlPort => format!("{scheme}{host}:8443{rest}"),
        Code::UrlPath if path.len() > 1 && path.ends_with('/') => {
            format!("{scheme}{authority}{}", with_query(&path[..path.len() - 1]))
        }
        Code::UrlPath => format!("{scheme}{authority}{}", with_query(&format!("{path}/"))),
        _ => {
            let query = query.ok_or_else(|| cannot("its URL has no query"))?;
            let mut pairs: Vec<&str> = query.split('&').collect();
            pairs.sort_unstable();
            let sorted = pairs.join("&");
            let query = if sorted == query { String::new() } else { format!("?{sorted}") };
            format!("{scheme}{authority}{path}{query}")
        }
    };
    signed.url = new;
    Ok(signed)
}
