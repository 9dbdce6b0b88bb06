//! From a definition to the plans of the stages; whatever is wrong with it is found here, before any delivery.

use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::payload::event::{EventSource, EventsPlan, KnownEvent, Shape};
use crate::payload::pointer::PointerSet;
use crate::provider::definition::{
    Envelope, EventDefinition, EventsDefinition, LayoutDefinition, ProviderDefinition, SchemeDefinition, UnknownEvent,
};
use crate::report::Authenticated;
use crate::schema::{CompileOptions, Engine, Schema};
use crate::signature::algorithm;
use crate::signature::encoding::Encoding;
use crate::signature::header::Layout;
use crate::signature::key::{KeyRule, Secret};
use crate::signature::plan::{SchemePlan, TimestampPlan, TimestampSource};
use crate::signature::template::{Segment, Template};
use crate::signature::timestamp::Window;

/// What the host adds to a definition.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// The secrets, in the order they are tried.
    pub secrets: Vec<Secret>,
    /// Values for the definition's parameters.
    pub parameters: Map<String>,
    /// JSON Schemas added or replaced per event type, as text.
    pub schemas: Map<String>,
    /// What validates by them.
    pub engine: Engine,
    /// Tolerance in place of the definition's.
    pub tolerance_seconds: Option<u32>,
    /// The only schemes to accept; empty for all.
    pub schemes: Vec<String>,
}

/// A definition's schemes and events, ready to run.
pub struct Plan {
    /// The schemes in order.
    pub schemes: Vec<SchemePlan>,
    /// How events are told apart.
    pub events: EventsPlan,
    /// The schemas that events refer to by place.
    pub schemas: Vec<Schema>,
}

/// Compiles a definition with what the host adds.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn compile(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Plan, UsageError> {
    let parameters = parameters(definition, inputs)?;
    let mut schemes = Vec::new();
    for (number, scheme) in definition.schemes.iter().enumerate() {
        if definition.schemes[..number].iter().any(|earlier| earlier.id == scheme.id) {
            return Err(wrong("schemes", format!("`{}` stands twice", scheme.id)));
        }
        if inputs.schemes.is_empty() || inputs.schemes.contains(&scheme.id) {
            schemes.push(scheme_plan(scheme, inputs, &parameters)?);
        }
    }
    if let Some(unknown) = inputs.schemes.iter().find(|id| schemes.iter().all(|scheme| scheme.id != **id)) {
        let known: Vec<_> = definition.schemes.iter().map(|scheme| scheme.id.as_str()).collect();
        let message = format!("provider `{}` has no scheme `{unknown}`, expected {}", definition.id, known.join(", "));
        return Err(UsageError::new(Code::UsageOption, message));
    }
    // A scheme that proves more goes first: a token must not be what decides where a signature stands.
    let (signing, tokens): (Vec<_>, Vec<_>) =
        schemes.into_iter().partition(|scheme| scheme.proves() != Authenticated::Token);
    let schemes: Vec<_> = signing.into_iter().chain(tokens).collect();
    if schemes.is_empty() {
        return Err(wrong("schemes", "there is none, expected at least one"));
    }
    let (events, schemas) = EventsCompiler::default().compile(definition, inputs)?;
    Ok(Plan { schemes, events, schemas })
}

fn wrong(place: &str, message: impl std::fmt::Display) -> UsageError {
    UsageError::new(Code::UsageDefinition, format!("{place}: {message}"))
}

fn parameters(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Map<String>, UsageError> {
    let refuse = |message| Err(UsageError::new(Code::UsageParameter, message));
    if let Some(unknown) = inputs.parameters.keys().find(|name| !definition.parameters.contains_key(name)) {
        let known: Vec<_> = definition.parameters.keys().collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return refuse(format!("provider `{}` has no parameter `{unknown}`, expected {known}", definition.id));
    }
    let mut values = Map::new();
    for (name, parameter) in &definition.parameters {
        match inputs.parameters.get(name).or(parameter.default.as_ref()) {
            Some(value) => values.insert(name.clone(), value.clone()),
            None => {
                let what = &parameter.description;
                return refuse(format!("provider `{}` needs the parameter `{name}`: {what}", definition.id));
            }
        };
    }
    Ok(values)
}

/// Puts parameters into the text of a source.
fn substitute(text: &str, parameters: &Map<String>, place: &str) -> Result<String, UsageError> {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{param:") {
        let (name, tail) = after.split_once('}').ok_or_else(|| wrong(place, format!("unpaired brace in `{text}`")))?;
        let value = parameters
            .get(name)
            .ok_or_else(|| wrong(place, format!("`{text}` names no parameter of the definition")))?;
        result.push_str(before);
        result.push_str(value);
        rest = tail;
    }
    result.push_str(rest);
    Ok(result)
}

fn header_name(source: &str, parameters: &Map<String>, place: &str) -> Result<String, UsageError> {
    let name = source
        .strip_prefix("header:")
        .ok_or_else(|| wrong(place, format!("unknown source `{source}`, expected header:NAME")))?;
    let name = substitute(name, parameters, place)?;
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    if name.is_empty() || !name.bytes().all(token) {
        return Err(wrong(place, format!("`{name}` is not a header name")));
    }
    Ok(name)
}

fn scheme_plan(scheme: &SchemeDefinition, inputs: &Inputs, parameters: &Map<String>) -> Result<SchemePlan, UsageError> {
    let place = format!("scheme `{}`", scheme.id);
    let algorithm = algorithm::find(&scheme.algorithm).ok_or_else(|| {
        wrong(&place, format!("unknown algorithm `{}`, expected one of {}", scheme.algorithm, algorithm::names()))
    })?;
    let content =
        Template::parse(scheme.content.as_deref().unwrap_or_default()).map_err(|error| wrong(&place, error))?;
    if algorithm.proves == Authenticated::Token && scheme.content.is_some() {
        return Err(wrong(&place, "a token signs nothing, expected no content"));
    }
    if algorithm.proves != Authenticated::Token && content.is_empty() {
        return Err(wrong(&place, "the content is missing, expected a template such as `{body}`"));
    }
    if scheme.timestamp.is_none() && content.has(&Segment::Timestamp) {
        return Err(wrong(&place, "the content has {ts}, but the scheme has no timestamp"));
    }
    if scheme.id_source.is_none() && content.has(&Segment::Id) {
        return Err(wrong(&place, "the content has {id}, but the scheme has no idSource"));
    }
    let timestamp = match &scheme.timestamp {
        None => None,
        Some(timestamp) => {
            let source = match timestamp.source.strip_prefix("part:") {
                Some(part) => TimestampSource::Part(part.as_bytes().into()),
                None => TimestampSource::Header(header_name(&timestamp.source, parameters, &place)?),
            };
            let tolerance_seconds = inputs.tolerance_seconds.unwrap_or(timestamp.tolerance_seconds);
            Some(TimestampPlan { source, window: Window { unit: timestamp.unit, tolerance_seconds } })
        }
    };
    let rule = KeyRule { format: scheme.key.format, strip_prefix: scheme.key.strip_prefix.clone() };
    let mut keys = Vec::new();
    for (number, secret) in inputs.secrets.iter().enumerate() {
        if scheme.signature.encoding == Encoding::Text && secret.holds(b", ") {
            let message =
                "holds a comma and a blank, which stand between combined header lines; no header can carry it";
            return Err(UsageError::new(Code::UsageSecret, format!("{} {message}", secret.name(number))));
        }
        let name = secret.name(number);
        let key = (algorithm.prepare)(&rule.key(secret, &name)?);
        keys.push(key.map_err(|error| UsageError::new(Code::UsageSecret, format!("{name} {error}")))?);
    }
    let id_header = scheme.id_source.as_ref().map(|source| header_name(source, parameters, &place)).transpose()?;
    Ok(SchemePlan {
        id: scheme.id.clone(),
        algorithm,
        header: header_name(&scheme.signature.source, parameters, &place)?,
        layout: layout(&scheme.signature.layout, &place)?,
        encoding: scheme.signature.encoding,
        content,
        id_header,
        timestamp,
        keys,
    })
}

fn layout(definition: &LayoutDefinition, place: &str) -> Result<Layout, UsageError> {
    let text = |name: &str, text: &str| match text.is_empty() {
        true => Err(wrong(place, format!("`{name}` of the layout is empty"))),
        false => Ok(text.as_bytes().into()),
    };
    Ok(match definition {
        LayoutDefinition::Bare => Layout::Bare,
        LayoutDefinition::Prefix { text: prefix, ignore_case } => {
            Layout::Prefix { text: text("text", prefix)?, ignore_case: *ignore_case }
        }
        LayoutDefinition::Pairs { separator, assign, signature } => Layout::Pairs {
            separator: text("separator", separator)?,
            assign: text("assign", assign)?,
            signature: text("signature", signature)?,
        },
        LayoutDefinition::List { separator, tag } => {
            Layout::List { separator: text("separator", separator)?, tag: text("tag", tag)? }
        }
    })
}

/// Collects the pointers and schemas that the events refer to by place.
#[derive(Default)]
struct EventsCompiler {
    pointers: Vec<String>,
    schemas: Vec<Schema>,
    /// Where each schema is that was compiled, by what errors call it.
    places: Map<usize>,
}

impl EventsCompiler {
    fn compile(
        mut self,
        definition: &ProviderDefinition,
        inputs: &Inputs,
    ) -> Result<(EventsPlan, Vec<Schema>), UsageError> {
        let events = &definition.events;
        let mut known = Vec::new();
        for event in &events.known {
            known.push(self.known(event, events, definition, inputs)?);
        }
        for (kind, text) in &inputs.schemas {
            if events.known.iter().all(|event| event.kind != *kind) {
                let schema = Some(self.schema(&format!("schemas.{kind}"), text, inputs.engine)?);
                known.push(KnownEvent { kind: kind.clone(), shape: None, id: None, schema });
            }
        }
        let fallback = events.schema.as_ref().map(|name| self.named_schema(name, definition)).transpose()?;
        let plan = EventsPlan {
            many: events.envelope == Envelope::OneOrArray,
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
        inputs: &Inputs,
    ) -> Result<KnownEvent, UsageError> {
        if event.shape.is_none() && events.kind.is_empty() {
            return Err(wrong(&format!("event `{}`", event.kind), "it has no `match`, and the events have no `kind`"));
        }
        let shape = event.shape.as_ref().map(|shape| Shape {
            has: shape.has.iter().map(|pointer| self.pointer(pointer)).collect(),
            equals: shape.equals.iter().map(|(pointer, text)| (self.pointer(pointer), text.clone())).collect(),
        });
        let id = event.id.as_ref().map(|sources| self.sources(sources)).transpose()?;
        let schema = match (inputs.schemas.get(&event.kind), &event.schema) {
            (Some(text), _) => Some(self.schema(&format!("schemas.{}", event.kind), text, inputs.engine)?),
            (None, Some(name)) => Some(self.named_schema(name, definition)?),
            (None, None) => None,
        };
        Ok(KnownEvent { kind: event.kind.clone(), shape, id, schema })
    }

    fn sources(&mut self, sources: &[String]) -> Result<Vec<EventSource>, UsageError> {
        let source = |source: &String| match source.split_once(':') {
            Some(("json", pointer)) => Ok(EventSource::Pointer(self.pointer(pointer))),
            Some(("header", _)) => header_name(source, &Map::new(), "events").map(EventSource::Header),
            _ => Err(wrong("events", format!("unknown source `{source}`, expected json:/pointer or header:NAME"))),
        };
        sources.iter().map(source).collect()
    }

    fn pointer(&mut self, pointer: &str) -> usize {
        self.pointers.iter().position(|known| known == pointer).unwrap_or_else(|| {
            self.pointers.push(pointer.to_owned());
            self.pointers.len() - 1
        })
    }

    fn named_schema(&mut self, name: &str, definition: &ProviderDefinition) -> Result<usize, UsageError> {
        let text =
            definition.schemas.get(name).ok_or_else(|| wrong("events", format!("there is no schema `{name}`")))?;
        self.schema(&format!("schema `{name}`"), text.get(), Engine::default())
    }

    fn schema(&mut self, name: &str, text: &str, engine: Engine) -> Result<usize, UsageError> {
        if let Some(&place) = self.places.get(name) {
            return Ok(place);
        }
        let options = CompileOptions { assert_formats: true, engine, ..CompileOptions::default() };
        let schema = Schema::compile(text, &options)
            .map_err(|error| UsageError::new(Code::UsageSchema, format!("{name}: {error}")))?;
        self.schemas.push(schema);
        self.places.insert(name.to_owned(), self.schemas.len() - 1);
        Ok(self.schemas.len() - 1)
    }
}
