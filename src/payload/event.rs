//! Telling events apart: by the event type that the payload or a header names, or by the payload's shape.

use std::borrow::Cow;

use crate::delivery::Headers;
use crate::payload::json::Span;
use crate::payload::pointer::{self, PointerSet};

/// How the events of a sender are told apart. Pointers are places in `pointers`.
pub struct EventsPlan {
    /// Whether a body that is an array holds one event an item.
    pub many: bool,
    /// Every pointer that telling the events apart needs.
    pub pointers: PointerSet,
    /// How many pointers those are.
    pub pointer_count: usize,
    /// Where the event type stands, first found.
    pub kind: Vec<EventSource>,
    /// Where the event id stands, first found.
    pub id: Vec<EventSource>,
    /// Whether an event that none of `known` fits is refused.
    pub closed: bool,
    /// Place of the schema for events without one of their own.
    pub fallback: Option<usize>,
    /// The known events; the first that fits is taken.
    pub known: Vec<KnownEvent>,
}

/// Where a text about an event stands.
#[derive(Clone, Debug)]
pub enum EventSource {
    /// At this pointer into the event.
    Pointer(usize),
    /// In a header, which speaks for the whole delivery.
    Header(String),
}

/// A known event.
#[derive(Clone, Debug)]
pub struct KnownEvent {
    /// The event type, as reports name it.
    pub kind: String,
    /// What tells it by its shape.
    pub shape: Option<Shape>,
    /// Where its id stands, where it differs.
    pub id: Option<Vec<EventSource>>,
    /// Place of its schema.
    pub schema: Option<usize>,
}

/// Conditions on an event's members; all must hold.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Pointers that must be there.
    pub has: Vec<usize>,
    /// Pointers and the text that must stand there.
    pub equals: Vec<(usize, String)>,
}

/// What an event was told to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'b> {
    /// Place among the known events.
    pub known: Option<usize>,
    /// The event type.
    pub kind: Option<Cow<'b, str>>,
    /// The event id, numbers as written.
    pub id: Option<Cow<'b, str>>,
}

impl EventsPlan {
    /// The header names that telling events apart reads.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        let ids = self.known.iter().filter_map(|event| event.id.as_ref()).flatten();
        self.kind.iter().chain(&self.id).chain(ids).filter_map(|source| match source {
            EventSource::Header(name) => Some(name.as_str()),
            EventSource::Pointer(_) => None,
        })
    }

    /// Tells what the event at `start` of `body` is. The body's syntax is not checked here.
    ///
    /// With `first` the search ends as soon as every pointer was found, so that a later duplicate is not seen.
    pub fn tell<'b>(&self, body: &'b [u8], start: usize, headers: &'b Headers<'_>, first: bool) -> Told<'b> {
        let mut found = vec![None; self.pointer_count];
        self.pointers.find(body, start, &mut found, first);
        let text = |source: &EventSource| match source {
            EventSource::Pointer(at) => found[*at].and_then(|span| scalar(body, span)),
            EventSource::Header(name) => headers.value(name).map(readable),
        };
        let kind = self.kind.iter().find_map(text);
        let known = self.known.iter().position(|event| match &event.shape {
            Some(shape) => shape.fits(body, &found),
            None => kind.as_deref() == Some(&event.kind),
        });
        let event = known.map(|at| &self.known[at]);
        let ids = event.and_then(|event| event.id.as_ref()).unwrap_or(&self.id);
        let id = ids.iter().find_map(text);
        let kind = event.map(|event| Cow::Owned(event.kind.clone())).or(kind);
        Told { known, kind, id }
    }
}

impl Shape {
    fn fits(&self, body: &[u8], found: &[Option<Span>]) -> bool {
        let has = self.has.iter().all(|&at| found[at].is_some());
        has && self.equals.iter().all(|(at, text)| {
            found[*at].and_then(|span| string(body, span)).is_some_and(|value| value == text.as_str())
        })
    }
}

/// The text of a string, or a number as written.
fn scalar(body: &[u8], span: Span) -> Option<Cow<'_, str>> {
    match body.get(span.start)? {
        b'-' | b'0'..=b'9' => std::str::from_utf8(&body[span.start..span.end]).ok().map(Cow::Borrowed),
        _ => string(body, span),
    }
}

fn string(body: &[u8], span: Span) -> Option<Cow<'_, str>> {
    (body.get(span.start) == Some(&b'"')).then(|| pointer::unescape(body, span))
}

fn readable(value: Cow<'_, [u8]>) -> Cow<'_, str> {
    match value {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
    }
}
