//! The events of a definition: pointers and schemas collected, sources and shapes made ready to run.

use super::wrong;
use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::payload::event::{EventSource, EventsPlan, KnownEvent, Layout, Shape};
use crate::payload::pointer::{self, PointerSet};
use crate::provider::definition::{Envelope, EventDefinition, EventsDefinition, ProviderDefinition, UnknownEvent};
use crate::schema::{CompileOptions, Schema};
use crate::signature::source::{Place, Source};

/// Collects the pointers and schemas that the events refer to by place.
#[derive(Default)]
pub struct EventsCompiler {
    pointers: Vec<String>,
    schemas: Vec<Schema>,
    /// Where each schema is that was compiled, by its name.
    places: Map<usize>,
}

impl EventsCompiler {
    pub fn compile(mut self, definition: &ProviderDefinition) -> Result<(EventsPlan, Vec<Schema>), UsageError> {
        let events = &definition.events;
        let mut known = Vec::new();
        for event in &events.known {
            known.push(self.known(event, events, definition)?);
        }
        let fallback = events.schema.as_ref().map(|name| self.schema(name, definition)).transpose()?;
        let plan = EventsPlan {
            layout: match &events.envelope {
                Envelope::One => Layout::One,
                Envelope::OneOrArray => Layout::OneOrArray,
                Envelope::Items(pattern) => {
                    pointer::tokens(pattern).map_err(|error| wrong("events", error))?;
                    if !pattern.split('/').any(|token| token == "*") {
                        return Err(wrong(
                            "events",
                            say!("the items `{pattern}` are one value, expected `*` for each item of an array"),
                        ));
                    }
                    Layout::Items(pattern.clone())
                }
            },
            kind: self.sources(&events.kind)?,
            id: self.sources(&events.id)?,
            closed: events.unknown == UnknownEvent::Error,
            fallback,
            known,
            pointers: {
                let texts: Vec<&str> = self.pointers.iter().map(String::as_str).collect();
                PointerSet::new(&texts).map_err(|error| wrong("events", error))?
            },
            pointer_count: self.pointers.len(),
        };
        Ok((plan, self.schemas))
    }

    fn known(
        &mut self,
        event: &EventDefinition,
        events: &EventsDefinition,
        definition: &ProviderDefinition,
    ) -> Result<KnownEvent, UsageError> {
        if event.shape.is_none() && events.kind.is_empty() {
            return Err(wrong(&say!("event `{}`", event.kind), "it has no `match`, and the events have no `kind`"));
        }
        let shape = event.shape.as_ref().map(|shape| Shape {
            has: shape.has.iter().map(|pointer| self.pointer(pointer)).collect(),
            equals: shape.equals.iter().map(|(pointer, text)| (self.pointer(pointer), text.clone())).collect(),
        });
        let id = event.id.as_ref().map(|sources| self.sources(sources)).transpose()?;
        let schema = event.schema.as_ref().map(|name| self.schema(name, definition)).transpose()?;
        Ok(KnownEvent { kind: event.kind.clone(), shape, id, schema })
    }

    fn sources(&mut self, sources: &[String]) -> Result<Vec<EventSource>, UsageError> {
        sources.iter().map(|text| self.source(text)).collect()
    }

    fn source(&mut self, text: &str) -> Result<EventSource, UsageError> {
        if text.contains(" + ") {
            let parts: Result<_, _> = text.split(" + ").map(|part| self.source(part)).collect();
            return Ok(EventSource::Joined(parts?));
        }
        if let Some(pointer) = text.strip_prefix("root:") {
            pointer::tokens(pointer).map_err(|error| wrong("events", error))?;
            return Ok(EventSource::Root(pointer.to_owned()));
        }
        let source = Source::parse(text, &|_| None).map_err(|error| wrong("events", error))?;
        match source.place {
            Place::Pointer(pointer) => Ok(EventSource::Pointer(self.pointer(&pointer))),
            Place::Header(name) => Ok(EventSource::Header(name)),
            Place::Query(name) => Ok(EventSource::Query(name)),
            _ => {
                let expected = "expected json:/pointer, root:/pointer, header:NAME or query:NAME";
                Err(wrong("events", say!("`{text}` is no source of an event's type or id, {expected}")))
            }
        }
    }

    fn pointer(&mut self, pointer: &str) -> usize {
        self.pointers.iter().position(|known| known == pointer).unwrap_or_else(|| {
            self.pointers.push(pointer.to_owned());
            self.pointers.len() - 1
        })
    }

    fn schema(&mut self, name: &str, definition: &ProviderDefinition) -> Result<usize, UsageError> {
        if let Some(&place) = self.places.get(name) {
            return Ok(place);
        }
        let text = definition.schemas.get(name).ok_or_else(|| wrong("events", say!("there is no schema `{name}`")))?;
        let options = CompileOptions { assert_formats: true, ..CompileOptions::default() };
        let schema = Schema::compile(text.get(), &options)
            .map_err(|error| UsageError::new(Code::UsageSchema, say!("schema `{name}`: {error}")))?;
        self.schemas.push(schema);
        self.places.insert(name.to_owned(), self.schemas.len() - 1);
        Ok(self.schemas.len() - 1)
    }
}
