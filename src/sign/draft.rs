//! A delivery in the making: each place of it can be written.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::{Draft, SignedDelivery, URL, limits, refuse};
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::payload::{document, edit, form};
use crate::provider::definition::{Envelope, ProviderDefinition};
use crate::signature::header::Parts;
use crate::signature::source::{Place, Received, Source};

const CONTENT_TYPE: &str = "Content-Type";

/// What stands in the delivery so far.
pub struct Work {
    method: String,
    url: String,
    headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
    pub timestamp: Option<Vec<u8>>,
    pub id: Option<Vec<u8>>,
    /// The named parts of the signature's value.
    pub parts: Vec<(String, Vec<u8>)>,
    /// The claims of a signed token, as JSON.
    pub claims: Vec<u8>,
}

impl Work {
    pub fn new(definition: &ProviderDefinition, draft: &Draft<'_>) -> Self {
        let method = draft.method.or(definition.methods.first().map(String::as_str)).unwrap_or("POST");
        Self {
            method: method.to_owned(),
            url: draft.url.unwrap_or(URL).to_owned(),
            headers: draft.headers.clone(),
            body: draft.body.to_vec(),
            timestamp: None,
            id: None,
            parts: Vec::new(),
            claims: b"{}".to_vec(),
        }
    }

    pub fn finish(mut self, definition: &ProviderDefinition, scheme: String) -> SignedDelivery {
        let form = |kind: &String| kind.starts_with("form");
        let kind = match self.body.first() {
            None => None,
            Some(_) if self.is_braced() => Some("application/json"),
            Some(_) => definition.events.body.iter().any(form).then_some("application/x-www-form-urlencoded"),
        };
        let told = self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(CONTENT_TYPE));
        if let Some(kind) = kind.filter(|_| !told) {
            self.headers.push((CONTENT_TYPE.to_owned(), kind.into()));
        }
        let Work { method, url, headers, body, .. } = self;
        SignedDelivery { method, url, headers, body, scheme, secret: None }
    }

    /// An id as senders make them, the same for the same body and time.
    pub fn derived_id(&self, definition: &ProviderDefinition, now: i64) -> String {
        let mut digest = Sha256::new();
        digest.update(&definition.id);
        digest.update(now.to_be_bytes());
        digest.update(&self.body);
        format!("msg_{}", base16ct::lower::encode_string(&digest.finalize()[..12]))
    }

    /// Whether the body is JSON as far as its first byte tells.
    pub fn is_braced(&self) -> bool {
        form::is_braced(&self.body)
    }

    /// The text at a place, where there is one.
    pub fn text(&self, place: &Place) -> Option<Vec<u8>> {
        self.with(|received| received.text(place).ok().flatten().map(Cow::into_owned))
    }

    /// Looks at the delivery as verification does.
    pub fn with<T>(&self, look: impl FnOnce(&Received<'_>) -> T) -> T {
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        let delivery = Delivery { method: Some(&self.method), url: Some(&self.url), headers, body: &self.body };
        let named = self.parts.iter().map(|(name, value)| (name.as_bytes(), value.as_slice())).collect();
        let parts = Parts { candidates: Vec::new(), named };
        let limits = limits();
        look(&Received {
            parts: Some(&parts),
            timestamp: self.timestamp.as_deref(),
            id: self.id.as_deref(),
            token: Some((b"{}", &self.claims)),
            ..Received::new(&delivery, &limits)
        })
    }

    /// Puts a text at a place. In JSON it is a string, unless it takes the place of a number or is said to be a `number`.
    pub fn put(&mut self, place: &Place, text: &[u8], number: bool) -> Result<(), UsageError> {
        let cannot = || refuse(format!("{} cannot be put into this body", place.name()));
        match place {
            // A header carries neither unchanged.
            Place::Header(_) if text.trim_ascii().len() != text.len() || text.iter().any(u8::is_ascii_control) => {
                return Err(refuse(format!("{} can hold no line break, and no blank at its ends", place.name())));
            }
            Place::Header(name) => {
                self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                self.headers.push((name.clone(), text.to_vec()));
            }
            Place::Query(name) => {
                let (before, fragment) =
                    self.url.split_once('#').map_or((&*self.url, ""), |(before, after)| (before, after));
                let (path, query) = before.split_once('?').unwrap_or((before, ""));
                let query = String::from_utf8_lossy(&with_pair(query.as_bytes(), name, Some(text))).into_owned();
                let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
                self.url = format!("{path}?{query}{fragment}");
            }
            Place::Field(_) if self.is_braced() => return Err(cannot()),
            Place::Field(name) => self.body = with_pair(&self.body, name, Some(text)),
            Place::Pointer(pointer) | Place::Raw(pointer) => {
                if self.body.is_empty() {
                    self.body = b"{}".to_vec();
                }
                self.body = put_json(&self.body, pointer, text, number).ok_or_else(cannot)?;
            }
            Place::Claim(pointer) => self.claims = put_json(&self.claims, pointer, text, number).ok_or_else(cannot)?,
            Place::Method => self.method = String::from_utf8_lossy(text).into_owned(),
            Place::Part(name) => self.parts.push((name.clone(), text.to_vec())),
            Place::Body if text.is_empty() && self.body.is_empty() => {}
            _ => return Err(cannot()),
        }
        Ok(())
    }

    /// Puts a text into every item that a pattern names.
    pub fn put_everywhere(&mut self, pattern: &str, text: &[u8]) -> Result<(), UsageError> {
        let items = document::expand(&self.body, 0, pattern, limits().events as usize);
        if items.is_empty() {
            return Err(refuse(format!(
                "the body has no item at `{pattern}`, expected at least one to put the token into"
            )));
        }
        items.into_iter().try_for_each(|(pointer, _)| self.put(&Place::Pointer(pointer), text, false))
    }

    /// Takes away what stands at a place.
    pub fn remove(&mut self, place: &Place) -> Result<(), UsageError> {
        match place {
            Place::Header(name) => self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name)),
            Place::Field(name) => self.body = with_pair(&self.body, name, None),
            _ => return Err(refuse(format!("{} stands in the delivery, expected it to be absent", place.name()))),
        }
        Ok(())
    }

    /// Puts an event's type or id where the sender has it: at the first of the sources where something stands already,
    /// else in the first header, else at the first that this body can hold.
    pub fn name(
        &mut self,
        definition: &ProviderDefinition,
        sources: &[String],
        value: &str,
        what: &str,
    ) -> Result<(), UsageError> {
        let places = |source: &String| source.split(" + ").map(|text| self.event_place(definition, text)).collect();
        let sources: Vec<Vec<Place>> = sources.iter().filter_map(places).collect();
        let written = |places: &&Vec<Place>| places.iter().all(|place| self.text(place).is_some());
        let in_header = |places: &&Vec<Place>| matches!(places[..], [Place::Header(_)]);
        let chosen = sources.iter().find(written).or_else(|| sources.iter().find(in_header)).or(sources.first());
        let chosen = chosen.ok_or_else(|| {
            refuse(format!("provider `{}` has no {what} that could be put into this body", definition.id))
        })?;
        let values: Vec<&str> = value.splitn(chosen.len(), '.').collect();
        if values.len() != chosen.len() {
            return Err(refuse(format!("the {what} has fewer parts than its {} sources", chosen.len())));
        }
        chosen.iter().zip(values).try_for_each(|(place, value)| self.put(place, value.as_bytes(), false))
    }

    /// Where a source of the events lies in this body, of whose events the first is meant.
    fn event_place(&self, definition: &ProviderDefinition, text: &str) -> Option<Place> {
        if let Some(pointer) = text.strip_prefix("root:") {
            return Some(Place::Pointer(pointer.to_owned()));
        }
        let place = Source::parse(text, &|_| None).ok()?.place;
        let Place::Pointer(pointer) = &place else { return Some(place) };
        let has = |kind: &str| definition.events.body.iter().any(|known| known == kind);
        // A form, or the query where there is no body, is read as an object.
        let name = pointer.strip_prefix('/').filter(|name| !name.contains(['/', '~'])).map(str::to_owned);
        match name {
            Some(name) if self.body.is_empty() && has("query") => return Some(Place::Query(name)),
            Some(name) if !self.is_braced() && has("form") => return Some(Place::Field(name)),
            _ => {}
        }
        Some(match &definition.events.envelope {
            Envelope::Items(pattern) => {
                let (item, _) = document::expand(&self.body, 0, pattern, 1).into_iter().next()?;
                Place::Pointer(item + pointer)
            }
            Envelope::OneOrArray if self.body.trim_ascii_start().starts_with(b"[") => {
                Place::Pointer(format!("/0{pointer}"))
            }
            _ => place,
        })
    }
}

fn put_json(json: &[u8], pointer: &str, text: &[u8], number: bool) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?;
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let old = crate::payload::pointer::find_one(json, 0, pointer).map(|span| json[span.start]);
    let number = digits && old.map_or(number, |first| first.is_ascii_digit());
    let mut value = String::new();
    match number {
        true => value.push_str(text),
        false => form::quote(text, &mut value),
    }
    edit::set(json, pointer, &value)
}

/// A form with one field set, or taken away; the others stay as they are written.
fn with_pair(text: &[u8], name: &str, value: Option<&[u8]>) -> Vec<u8> {
    let named = |part: &&[u8]| form::pairs(part).next().is_none_or(|(found, _)| *found != *name.as_bytes());
    let mut parts: Vec<Vec<u8>> =
        text.split(|&byte| byte == b'&').filter(|part| !part.is_empty()).filter(named).map(<[u8]>::to_vec).collect();
    if let Some(value) = value {
        let mut pair = Vec::new();
        form::encode(name.as_bytes(), &mut pair);
        pair.push(b'=');
        form::encode(value, &mut pair);
        parts.push(pair);
    }
    parts.join(&b'&')
}
