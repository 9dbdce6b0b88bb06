//! A delivery in the making: each place of it can be written.

use sha2::{Digest, Sha256};

use super::{Draft, SignedDelivery, limits, refuse};
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::payload::{document, edit, form};
use crate::provider::definition::{Envelope, ProviderDefinition};
use crate::signature::header::Parts;
use crate::signature::source::{Place, Received, Source};

/// What stands in the delivery so far.
pub struct Work {
    method: String,
    pub url: Option<String>,
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
            url: draft.url.map(str::to_owned),
            headers: draft.headers.clone(),
            body: draft.body.to_vec(),
            timestamp: None,
            id: None,
            parts: Vec::new(),
            claims: b"{}".to_vec(),
        }
    }

    pub fn finish(self, scheme: String) -> SignedDelivery {
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

    /// Looks at the delivery as verification does.
    pub fn with<T>(&self, look: impl FnOnce(&Received<'_>) -> T) -> T {
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        let delivery = Delivery { method: Some(&self.method), url: self.url.as_deref(), headers, body: &self.body };
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
            Place::Header(name) => {
                self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                self.headers.push((name.clone(), text.to_vec()));
            }
            Place::Query(name) => {
                let url = self.url.take().unwrap_or_default();
                let (before, fragment) = url.split_once('#').map_or((&*url, ""), |(before, after)| (before, after));
                let (path, query) = before.split_once('?').unwrap_or((before, ""));
                let query = String::from_utf8_lossy(&with_pair(query.as_bytes(), name, Some(text))).into_owned();
                let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
                self.url = Some(format!("{path}?{query}{fragment}"));
            }
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

    /// Puts the event type where the sender names it: the first source that can be written.
    pub fn name_event(&mut self, definition: &ProviderDefinition, event: &str) -> Result<(), UsageError> {
        let events = &definition.events;
        let unlikely = || refuse(format!("provider `{}` names no event type that could be set", definition.id));
        let source = events.kind.first().ok_or_else(unlikely)?;
        if let Some(pointer) = source.strip_prefix("root:") {
            return self.put(&Place::Pointer(pointer.to_owned()), event.as_bytes(), false);
        }
        let texts: Vec<&str> = source.split(" + ").collect();
        let values: Vec<&str> = if texts.len() == 1 { vec![event] } else { event.splitn(texts.len(), '.').collect() };
        if values.len() != texts.len() {
            return Err(refuse(format!("the event type has fewer parts than its {} sources", texts.len())));
        }
        for (text, value) in texts.into_iter().zip(values) {
            let place = Source::parse(text, &|_| None).map_err(|_| unlikely())?.place;
            match (&events.envelope, &place) {
                (Envelope::Items(pattern), Place::Pointer(pointer)) => {
                    let first = document::expand(&self.body, 0, pattern, 1).into_iter().next();
                    let (item, _) = first.ok_or_else(unlikely)?;
                    self.put(&Place::Pointer(item + pointer), value.as_bytes(), false)?;
                }
                _ => self.put(&place, value.as_bytes(), false)?,
            }
        }
        Ok(())
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
