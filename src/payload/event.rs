//! Telling events apart: by the event type that the payload or a header names, or by the payload's shape.

use std::borrow::Cow;

use crate::delivery::Headers;
use crate::packed::packed;
use crate::payload::form;
use crate::payload::json::Span;
use crate::payload::pointer::{self, PointerSet};

/// How the events of a sender are told apart. Pointers are places in `pointers`.
#[derive(Debug, Default)]
pub struct EventsPlan {
    /// Where the events are in the body.
    pub layout: Layout,
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

packed!(EventsPlan { layout, pointers, pointer_count, kind, id, closed, fallback, known });

/// Where the events are in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The body is one.
    #[default]
    One,
    /// The body is one, or an array of them.
    OneOrArray,
    /// They are what this pointer names, in which `*` stands for every item of an array.
    Items(String),
}

packed!(
    enum Layout {
        One,
        OneOrArray,
        Items(pattern),
    }
);

/// Where a text about an event stands.
#[derive(Clone, Debug)]
pub enum EventSource {
    /// At this pointer into the event.
    Pointer(usize),
    /// At this pointer into the whole body.
    Root(String),
    /// In a header, which speaks for the whole delivery.
    Header(String),
    /// In the URL's query, which does so too.
    Query(String),
    /// In several places, joined by dots.
    Joined(Vec<EventSource>),
}

packed!(
    enum EventSource {
        Pointer(at),
        Root(pointer),
        Header(name),
        Query(name),
        Joined(sources),
    }
);

impl EventSource {
    fn headers<'s>(&'s self, names: &mut Vec<&'s str>) {
        match self {
            EventSource::Header(name) => names.push(name),
            EventSource::Joined(sources) => sources.iter().for_each(|source| source.headers(names)),
            EventSource::Pointer(_) | EventSource::Root(_) | EventSource::Query(_) => {}
        }
    }

    /// Whether it has not been found yet, and may be.
    fn is_open(&self, found: &[Option<Span>]) -> bool {
        match self {
            EventSource::Pointer(at) => found[*at].is_none(),
            EventSource::Joined(sources) => sources.iter().any(|source| source.is_open(found)),
            EventSource::Root(_) | EventSource::Header(_) | EventSource::Query(_) => false,
        }
    }
}

/// An event's payload, where it stands, and what surrounds it.
#[derive(Clone, Copy)]
pub struct Place<'b> {
    /// The text that the event stands in; empty where there is no payload.
    pub text: &'b [u8],
    /// Where the event begins.
    pub start: usize,
    /// The delivery's headers.
    pub headers: &'b Headers<'b>,
    /// The delivery's URL.
    pub url: Option<&'b str>,
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

packed!(KnownEvent { kind, shape, id, schema });

/// Conditions on an event's members; all must hold.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Pointers that must be there.
    pub has: Vec<usize>,
    /// Pointers and the text that must stand there.
    pub equals: Vec<(usize, String)>,
}

packed!(Shape { has, equals });

/// What an event was told to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Place among the known events.
    pub known: Option<usize>,
    /// The event type.
    pub kind: Option<String>,
    /// The event id, numbers as written.
    pub id: Option<String>,
}

impl EventsPlan {
    /// The header names that telling events apart reads.
    pub fn headers(&self) -> Vec<&str> {
        let mut names = Vec::new();
        let ids = self.known.iter().filter_map(|event| event.id.as_ref()).flatten();
        self.kind.iter().chain(&self.id).chain(ids).for_each(|source| source.headers(&mut names));
        names
    }

    /// Tells which of the known events the one at a place is. The text's syntax is not checked here.
    ///
    /// With `first` the search ends as soon as that is decided, so that a later duplicate of a member is not seen.
    pub fn known(&self, place: &Place<'_>, first: bool) -> Option<usize> {
        let mut found = vec![None; self.pointer_count];
        let mut decided = None;
        self.pointers.find(place.text, place.start, &mut found, &mut |found| {
            decided = if first { self.decide(place, found, false) } else { None };
            decided.is_some()
        });
        decided.unwrap_or_else(|| self.decide(place, &found, true).flatten())
    }

    /// Tells what the event at a place is: its type, and its id.
    pub fn tell(&self, place: &Place<'_>) -> Told {
        let mut found = vec![None; self.pointer_count];
        self.pointers.find(place.text, place.start, &mut found, &mut |_| false);
        let text = |source: &EventSource| text(source, place, &found);
        let known = self.decide(place, &found, true).flatten();
        let event = known.map(|at| &self.known[at]);
        let ids = event.and_then(|event| event.id.as_ref()).unwrap_or(&self.id);
        let id = ids.iter().find_map(text);
        let kind = event.map(|event| Cow::Borrowed(event.kind.as_str())).or_else(|| self.kind.iter().find_map(text));
        Told { known, kind: kind.map(Cow::into_owned), id: id.map(Cow::into_owned) }
    }

    /// Which known event fits what was found so far; nothing as long as more of the text could change that.
    fn decide(&self, place: &Place<'_>, found: &[Option<Span>], all: bool) -> Option<Option<usize>> {
        let mut kind = None;
        for (at, event) in self.known.iter().enumerate() {
            let fits = match &event.shape {
                Some(shape) => shape.fits(place.text, found, all)?,
                None if kind.is_some() => kind.as_ref().and_then(Option::as_deref) == Some(&*event.kind),
                None => kind.insert(self.kind(place, found, all)?).as_deref() == Some(&*event.kind),
            };
            if fits {
                return Some(Some(at));
            }
        }
        Some(None)
    }

    /// The event type, or that there is none; nothing as long as more of the text could change that.
    fn kind<'b>(&self, place: &Place<'b>, found: &[Option<Span>], all: bool) -> Option<Option<Cow<'b, str>>> {
        for source in &self.kind {
            if let Some(kind) = text(source, place, found) {
                return Some(Some(kind));
            }
            if !all && source.is_open(found) {
                return None;
            }
        }
        Some(None)
    }

    /// Whether the types of events are listed, so that another one is worth telling.
    pub fn lists(&self) -> bool {
        !self.known.is_empty()
    }
}

fn text<'b>(source: &EventSource, place: &Place<'b>, found: &[Option<Span>]) -> Option<Cow<'b, str>> {
    match source {
        EventSource::Pointer(at) => found[*at].and_then(|span| scalar(place.text, span)),
        EventSource::Root(pointer) => {
            pointer::find_one(place.text, 0, pointer).and_then(|span| scalar(place.text, span))
        }
        EventSource::Header(name) => place.headers.value(name).map(readable),
        EventSource::Query(name) => {
            let mut pairs = form::pairs(form::query(place.url?));
            pairs.find(|(found, _)| **found == *name.as_bytes()).map(|(_, value)| readable(value))
        }
        EventSource::Joined(sources) => {
            let mut joined = String::new();
            for (number, source) in sources.iter().enumerate() {
                joined.push_str(if number == 0 { "" } else { "." });
                joined.push_str(&text(source, place, found)?);
            }
            Some(Cow::Owned(joined))
        }
    }
}

impl Shape {
    /// Whether an event has the shape; nothing as long as more of the text could change that.
    fn fits(&self, body: &[u8], found: &[Option<Span>], all: bool) -> Option<bool> {
        let mut open = !self.has.iter().all(|&at| found[at].is_some());
        for (at, text) in &self.equals {
            match found[*at] {
                Some(span) if string(body, span).is_some_and(|value| value == text.as_str()) => {}
                Some(_) => return Some(false),
                None => open = true,
            }
        }
        if open && !all { None } else { Some(!open) }
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
