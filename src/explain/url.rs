//! What a proxy may have made of the URL that was signed: scheme, host, port, path, query.

use super::Evidence;
use super::scene::{Change, Reason, Scene, Step};
use crate::code::Code;

/// URLs that may have been signed: one part changed, then scheme or port along with the host.
pub fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let Some(url) = scene.delivery.url.filter(|_| scene.reads_url()).and_then(Url::parse) else { return Vec::new() };
    let mut found = Found { given: scene.delivery.url.unwrap_or_default(), steps: Vec::new() };
    let schemes = schemes(&url);
    let authorities = authorities(scene, &url);
    let ports = ports(scene, &url);
    for (scheme, reason) in &schemes {
        found.add(Url { scheme, ..url.clone() }, vec![reason.clone()]);
    }
    for (authority, reason) in &authorities {
        found.add(Url { authority: authority.clone(), ..url.clone() }, vec![reason.clone()]);
    }
    for (authority, reason) in &ports {
        found.add(Url { authority: authority.clone(), ..url.clone() }, vec![reason.clone()]);
    }
    for (path, reason) in paths(scene, &url) {
        found.add(Url { path, ..url.clone() }, vec![reason]);
    }
    for (query, reason) in queries(&url) {
        found.add(Url { query, ..url.clone() }, vec![reason]);
    }
    for (path, query, reason) in targets(scene, &url) {
        found.add(Url { path, query, ..url.clone() }, vec![reason]);
    }
    for (scheme, first) in &schemes {
        for (authority, second) in authorities.iter().chain(&ports) {
            let both = vec![second.clone(), first.clone()];
            found.add(Url { scheme, authority: authority.clone(), ..url.clone() }, both);
        }
        for (path, second) in paths(scene, &url) {
            found.add(Url { scheme, path, ..url.clone() }, vec![first.clone(), second]);
        }
        for (query, second) in queries(&url) {
            found.add(Url { scheme, query, ..url.clone() }, vec![first.clone(), second]);
        }
    }
    for (authority, first) in &authorities {
        for (path, second) in paths(scene, &url) {
            found.add(Url { authority: authority.clone(), path, ..url.clone() }, vec![first.clone(), second]);
        }
    }
    found.steps
}

type Why = (Code, Evidence);

/// A URL in its parts; together they are the text as it was.
#[derive(Clone)]
struct Url<'u> {
    scheme: &'u str,
    authority: String,
    path: String,
    /// With its question mark, and the fragment.
    query: String,
}

impl<'u> Url<'u> {
    fn parse(url: &'u str) -> Option<Self> {
        let start = url.find("://")?;
        let (scheme, rest) = (&url[..start], &url[start + 3..]);
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let path = rest[end..].find(['?', '#']).map_or(rest.len(), |at| end + at);
        let parts = [&rest[..end], &rest[end..path], &rest[path..]].map(str::to_owned);
        let [authority, path, query] = parts;
        Some(Self { scheme, authority, path, query })
    }

    fn host(&self) -> &str {
        match self.authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => &self.authority,
        }
    }

    fn text(&self) -> String {
        format!("{}://{}{}{}", self.scheme, self.authority, self.path, self.query)
    }
}

struct Found<'g> {
    given: &'g str,
    steps: Vec<Step>,
}

impl Found<'_> {
    fn add(&mut self, url: Url<'_>, causes: Vec<Why>) {
        let text = url.text();
        if text == self.given {
            return;
        }
        let single = causes.len() == 1;
        let mut reasons: Vec<Reason> = causes.into_iter().map(|(code, evidence)| Reason::new(code, evidence)).collect();
        reasons.iter_mut().skip(1).for_each(|reason| reason.together = true);
        let same = |step: &&mut Step| matches!(&step.change, Change::Url(known) if *known == text);
        match self.steps.iter_mut().find(same) {
            Some(step) if single && step.reasons.iter().all(|known| known.code != reasons[0].code) => {
                step.reasons.extend(reasons);
            }
            Some(_) => {}
            None => self.steps.push(Step { reasons, change: Change::Url(text) }),
        }
    }
}

fn schemes(url: &Url<'_>) -> Vec<(&'static str, Why)> {
    let other = match url.scheme {
        "http" => "https",
        "https" => "http",
        _ => return Vec::new(),
    };
    let evidence = Evidence::default().text("signed", other).text("received", url.scheme);
    vec![(other, (Code::UrlScheme, evidence))]
}

/// Hosts that other headers name.
fn authorities(scene: &Scene<'_>, url: &Url<'_>) -> Vec<(String, Why)> {
    let mut found = Vec::new();
    for name in ["X-Forwarded-Host", "X-Original-Host", "Forwarded", "Host", "X-Host", "X-Forwarded-Server"] {
        let Some(value) = scene.delivery.headers.value(name) else { continue };
        let value = String::from_utf8_lossy(&value).into_owned();
        let hosts: Vec<&str> = match name {
            "Forwarded" => value
                .split([',', ';'])
                .filter_map(|part| part.trim().strip_prefix("host=").or(part.trim().strip_prefix("Host=")))
                .map(|host| host.trim_matches('"'))
                .collect(),
            _ => value.split(',').map(str::trim).collect(),
        };
        let mut hosts: Vec<&str> = hosts.into_iter().filter(|host| !host.is_empty()).collect();
        hosts.truncate(4);
        for host in hosts {
            let bare = host.rsplit_once(':').map_or(host, |(bare, _)| bare);
            for authority in [host, bare] {
                let same = authority.split(':').next() == Some(url.host());
                let code = if same { Code::UrlPort } else { Code::UrlHost };
                found.push((authority.to_owned(), (code, Evidence::default().text("standsIn", name))));
            }
        }
    }
    if let Some(bare) = url.host().strip_prefix("www.") {
        found.push((bare.to_owned(), (Code::UrlHost, Evidence::default().text("undoneBy", "dropping www."))));
    }
    found
}

fn ports(scene: &Scene<'_>, url: &Url<'_>) -> Vec<(String, Why)> {
    let host = url.host();
    let forwarded = scene
        .delivery
        .headers
        .value("X-Forwarded-Port")
        .and_then(|value| std::str::from_utf8(&value).ok()?.trim().parse::<u16>().ok());
    let ports = forwarded.into_iter().chain([443, 80, 8443, 8080, 3000, 8000, 5000]);
    let with = ports.map(|port| (format!("{host}:{port}"), Evidence::default().number("signedPort", port.into())));
    let without = (host.to_owned(), Evidence::default().text("undoneBy", "dropping the port"));
    std::iter::once(without).chain(with).map(|(authority, evidence)| (authority, (Code::UrlPort, evidence))).collect()
}

fn paths(scene: &Scene<'_>, url: &Url<'_>) -> Vec<(String, Why)> {
    let path = &url.path;
    let why = |undone: &str| (Code::UrlPath, Evidence::default().text("undoneBy", undone));
    let mut found = match path.strip_suffix('/') {
        Some(shorter) => vec![(shorter.to_owned(), why("dropping the trailing slash"))],
        None => vec![(format!("{path}/"), why("adding a trailing slash"))],
    };
    found.push((percent_decoded(path), why("percent-decoding")));
    found.push((percent_encoded(path), why("percent-encoding")));
    found.push((path.replace("//", "/"), why("joining slashes")));
    found.push((path.to_ascii_lowercase(), why("small letters")));
    if let Some(prefix) = scene.delivery.headers.value("X-Forwarded-Prefix") {
        let prefix = String::from_utf8_lossy(&prefix).trim_end_matches('/').to_owned();
        let evidence = Evidence::default().text("standsIn", "X-Forwarded-Prefix");
        found.push((format!("{prefix}{path}"), (Code::UrlPath, evidence)));
    }
    found
}

/// Paths with their query that other headers name.
fn targets(scene: &Scene<'_>, url: &Url<'_>) -> Vec<(String, String, Why)> {
    let mut found = Vec::new();
    for name in ["X-Original-URI", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Uri", "X-Envoy-Original-Path"] {
        let Some(value) = scene.delivery.headers.value(name) else { continue };
        let value = String::from_utf8_lossy(&value).into_owned();
        if let Some(target) = Url::parse(&value).or_else(|| Url::parse(&format!("x://y{value}")).map(Url::into_any)) {
            let code = if target.path == url.path { Code::UrlQuery } else { Code::UrlPath };
            found.push((target.path, target.query, (code, Evidence::default().text("standsIn", name))));
        }
    }
    found
}

impl Url<'_> {
    fn into_any<'a>(self) -> Url<'a> {
        Url { scheme: "", ..self }
    }
}

fn queries(url: &Url<'_>) -> Vec<(String, Why)> {
    let why = |undone: &str| (Code::UrlQuery, Evidence::default().text("undoneBy", undone));
    let Some(query) = url.query.strip_prefix('?') else { return Vec::new() };
    let mut found = vec![(String::new(), why("dropping it"))];
    let pairs: Vec<&str> = query.split('&').collect();
    let again = |pairs: &[&str]| format!("?{}", pairs.join("&"));
    let mut sorted = pairs.clone();
    sorted.sort_unstable();
    found.push((again(&sorted), why("sorting")));
    for order in orders(pairs.len()) {
        let ordered: Vec<&str> = order.iter().map(|place| pairs[*place]).collect();
        found.push((again(&ordered), why("another order")));
    }
    found.push((url.query.replace('+', "%20"), why("writing blanks as %20")));
    found.push((url.query.replace("%20", "+"), why("writing blanks as +")));
    found.push((percent_decoded(&url.query), why("percent-decoding")));
    for place in 0..pairs.len().min(8) {
        let mut fewer = pairs.clone();
        fewer.remove(place);
        found.push((again(&fewer), why("dropping a parameter that was added")));
    }
    found
}

/// The orders of so many things, while they are few; of more only the reverse.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count > 4 {
        return vec![(0..count).rev().collect()];
    }
    let mut all = vec![Vec::new()];
    for next in 0..count {
        let grown = all.iter().flat_map(|order: &Vec<usize>| {
            (0..=order.len()).map(move |place| {
                let mut order = order.clone();
                order.insert(place, next);
                order
            })
        });
        all = grown.collect();
    }
    all
}

fn percent_decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = if bytes[at] == b'%' { crate::payload::form::escaped(&bytes[at + 1..]) } else { None };
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn percent_encoded(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@%".contains(byte);
    let encode = |byte: u8| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encode).collect()
}
