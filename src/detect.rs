//! Whose delivery it may be: the senders whose marks a request carries, best first.

use serde::Serialize;

use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::payload::{form, pointer};
use crate::provider;
use crate::provider::compile::{self, SchemeShape};
use crate::provider::definition::{EventDefinition, ProviderDefinition, SchemeDefinition};
use crate::provider::plan::Inputs;
use crate::signature::source::{Place, Received, Source};
use crate::sort::sort_by;
use crate::verifier::VerifierBuilder;

/// A sender that a request may be from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Candidate {
    /// Id of the provider.
    pub provider: String,
    /// Id of the scheme whose signature or token the request carries.
    pub scheme: String,
    /// What of it was found, the most telling first. Holds no value of the request.
    pub why: Vec<String>,
    /// Whether the signature matches one of the secrets that were handed in for this provider.
    pub verified: bool,
}

/// Of larger bodies the events are not looked at: one pass of the body for each sender is enough.
const READ: usize = 64 << 10;

/// What a mark weighs: more than several of the next kind together.
const RARE: u32 = 16;
const KNOWN_EVENT: u32 = 6;
const NAMED: u32 = 4;
const COMMON: u32 = 2;

/// The senders whose signature or token the request carries, best first: the built-in ones, and those of `known`, which
/// are verifiers not built yet, one a sender whose secrets are at hand. Several that fit are an answer too, since senders
/// share headers.
///
/// `now` is in milliseconds since the Unix epoch. Nothing is verified but for the senders in `known`; of the others what
/// is found is where values stand and how they are written.
///
/// # Errors
/// A `usage.*` error when a verifier of `known` cannot be built.
pub fn detect(request: &Delivery<'_>, known: &[VerifierBuilder], now: i64) -> Result<Vec<Candidate>, UsageError> {
    let limits = Limits::default();
    if request.body.len() > limits.body_bytes as usize || request.headers.len() > limits.headers as usize {
        return Ok(Vec::new());
    }
    if request.url.is_some_and(|url| form::is_crowded(form::query(url), limits.parameters))
        || form::is_crowded(request.body, limits.parameters) && !form::is_braced(request.body)
    {
        return Ok(Vec::new());
    }
    let own: Vec<_> = known.iter().map(|builder| builder.provider().load()).collect::<Result<_, _>>()?;
    let mut definitions = Vec::new();
    for id in provider::ids().filter(|id| own.iter().all(|own| own.id != *id)) {
        definitions.push(provider::built_in(id)?);
    }
    let others = definitions.len();
    definitions.extend(own);
    let mut found: Vec<(u32, Candidate)> = Vec::new();
    for (place, definition) in definitions.iter().enumerate() {
        let builder = place.checked_sub(others).map(|place| &known[place]);
        let verified = match builder {
            Some(builder) => {
                let verifier = builder.clone().build()?;
                let scheme = verifier.judge(request, now).scheme;
                scheme.and_then(|place| verifier.schemes().nth(place).map(str::to_owned))
            }
            None => None,
        };
        for scheme in &definition.schemes {
            let shape =
                compile::shape(scheme, definition, builder.map_or(&Inputs::default(), VerifierBuilder::inputs))?;
            let received = Received::new(request, &limits);
            let marks = shape.and_then(|shape| marks(definition, scheme, &shape, &definitions, &received));
            let Some((weight, why)) = marks else { continue };
            let (provider, verified) = (definition.id.clone(), verified.as_ref() == Some(&scheme.id));
            found.push((weight, Candidate { provider, scheme: scheme.id.clone(), why, verified }));
        }
    }
    sort_by(&mut found, &mut |(weight, left), (other, right)| {
        let verified = right.verified.cmp(&left.verified);
        verified.then(other.cmp(weight)).then_with(|| left.provider.cmp(&right.provider))
    });
    Ok(found.into_iter().map(|(_, candidate)| candidate).collect())
}

/// What of a scheme and its sender stands in the request; `None` without its signature.
fn marks(
    definition: &ProviderDefinition,
    scheme: &SchemeDefinition,
    shape: &SchemeShape,
    all: &[ProviderDefinition],
    received: &Received<'_>,
) -> Option<(u32, Vec<String>)> {
    // A value that is too long or stands twice is no mark.
    if !shape.when.iter().all(|condition| condition.holds(received).unwrap_or(false)) {
        return None;
    }
    let form = shape.found(received)?;
    let sources = all.iter().flat_map(|other| &other.schemes).map(|other| &other.signature.source);
    let rare = sources.filter(|source| **source == scheme.signature.source).count() == 1;
    // That header is everybody's.
    let own = !matches!(&shape.signature, Place::Header(name) if name.eq_ignore_ascii_case("authorization"));
    let mut weight = if rare && own { RARE } else { COMMON };
    let mut why = vec![format!("{} in the form {form}", shape.signature.name())];
    let stands = |source: &Source| received.text(&source.place).ok().flatten().is_some_and(|text| !text.is_empty());
    let mut mark = |source: &Source, heavy: u32, why: &mut Vec<String>| {
        if matches!(source.place, Place::Part(_)) || !stands(source) {
            return;
        }
        let named = matches!(source.place, Place::Header(_) | Place::Query(_));
        weight += if named { heavy } else { heavy / 2 };
        let name = source.place.name();
        if !why.iter().any(|known| known.starts_with(&name)) {
            why.push(name);
        }
    };
    for source in shape.timestamp.iter().chain(&shape.id) {
        mark(source, NAMED, &mut why);
    }
    let small = received.delivery.body.len() <= READ;
    for text in definition.events.kind.iter().chain(&definition.events.id).flat_map(|text| text.split(" + ")) {
        let text = text.strip_prefix("root:").map_or_else(|| text.to_owned(), |pointer| format!("json:{pointer}"));
        if let Ok(source) = Source::parse(&text, &|_| None)
            && (small || !matches!(source.place, Place::Pointer(_)))
        {
            mark(&source, NAMED, &mut why);
        }
    }
    if let Some(kind) = known_event(definition, received).filter(|_| small) {
        weight += KNOWN_EVENT;
        why.push(format!("the event `{kind}`"));
    }
    Some((weight, why))
}

/// The known event that the payload or a header names, or whose shape it has.
fn known_event<'d>(definition: &'d ProviderDefinition, received: &Received<'_>) -> Option<&'d str> {
    let text = |source: &str| {
        let source = Source::parse(source, &|_| None).ok()?;
        let text = received.text(&source.place).ok()??;
        String::from_utf8(text.into_owned()).ok()
    };
    let kind = definition.events.kind.iter().find_map(|source| text(source));
    let pointer = |pointer: &String| format!("json:{pointer}");
    let fits = |event: &&EventDefinition| match &event.shape {
        None => kind.as_deref() == Some(&event.kind),
        Some(shape) => {
            let has = shape.has.iter().all(|at| pointer::find_one(received.delivery.body, 0, at).is_some());
            has && shape.equals.iter().all(|(at, value)| text(&pointer(at)).as_ref() == Some(value))
        }
    };
    definition.events.known.iter().find(fits).map(|event| event.kind.as_str())
}
