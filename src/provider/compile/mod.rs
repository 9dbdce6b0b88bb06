//! From a definition to the plans of the stages; whatever is wrong with it is found here, before any delivery.

mod events;
mod scheme;
mod shape;

use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::payload::event::EventsPlan;
use crate::payload::reading::BodyKind;
use crate::provider::definition::{ProviderDefinition, SchemeDefinition};
use crate::schema::{CapturePlan, Engine, Schema};
use crate::signature::algorithm::{self, Key};
use crate::signature::key::Secret;
use crate::signature::plan::SchemePlan;
use crate::signature::public_key;
use events::EventsCompiler;
use scheme::Compiled;
pub use scheme::key_rule;
pub use shape::{SchemeShape, shape};

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
    /// Pointers into each event whose values are captured, beside the definition's.
    pub captures: Vec<String>,
    /// Tolerance in place of the definition's.
    pub tolerance_seconds: Option<u32>,
    /// The only schemes to accept; empty for all.
    pub schemes: Vec<String>,
}

/// A definition's schemes and events, ready to run.
pub struct Plan {
    /// The schemes in order.
    pub schemes: Vec<SchemePlan>,
    /// What the body is read as.
    pub body: Vec<BodyKind>,
    /// Whether something reads the body as a form.
    pub reads_form: bool,
    /// Whether something reads parameters of the query.
    pub reads_query: bool,
    /// How events are told apart.
    pub events: EventsPlan,
    /// The schemas that events refer to by place.
    pub schemas: Vec<Schema>,
    /// What is captured of each event.
    pub captures: CapturePlan,
}

/// Compiles a definition with what the host adds.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn compile(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Plan, UsageError> {
    let parameters = parameters(definition, inputs)?;
    let schemes = schemes(definition, inputs, &parameters)?;
    let body = definition.events.body.iter().map(|text| {
        let expected = "expected json, form, form:FIELD, query, empty or opaque";
        BodyKind::parse(text).ok_or_else(|| wrong("events", say!("unknown kind of body `{text}`, {expected}")))
    });
    let body = body.collect::<Result<Vec<_>, _>>()?;
    let (events, schemas) = EventsCompiler::default().compile(definition, inputs)?;
    let captures: Vec<String> = definition.events.captures.iter().chain(&inputs.captures).cloned().collect();
    let captures = CapturePlan::new(&captures)?;
    let reads_form = schemes.iter().any(SchemePlan::reads_form)
        || body.iter().any(|kind| matches!(kind, BodyKind::Form | BodyKind::FormField(_)));
    let reads_query = schemes.iter().any(SchemePlan::reads_query) || body.contains(&BodyKind::Query);
    Ok(Plan { schemes, body, reads_form, reads_query, events, schemas, captures })
}

/// The schemes alone, ready to run.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn scheme_plans(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Vec<SchemePlan>, UsageError> {
    schemes(definition, inputs, &parameters(definition, inputs)?)
}

fn schemes(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    parameters: &Map<Option<String>>,
) -> Result<Vec<SchemePlan>, UsageError> {
    let known = || definition.schemes.iter().map(|scheme| scheme.id.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(unknown) = inputs.schemes.iter().find(|id| definition.schemes.iter().all(|scheme| scheme.id != **id)) {
        let message = say!("provider `{}` has no scheme `{unknown}`, expected {}", definition.id, known());
        return Err(UsageError::new(Code::UsageOption, message));
    }
    one_kind(definition, inputs)?;
    let mut plans = Vec::new();
    // Why a scheme cannot be used with these secrets and parameters, and in this build.
    let mut refusal: Option<UsageError> = None;
    let mut taken = vec![false; inputs.secrets.len()];
    for (number, scheme) in definition.schemes.iter().enumerate() {
        if definition.schemes[..number].iter().any(|earlier| earlier.id == scheme.id) {
            return Err(wrong("schemes", say!("`{}` stands twice", scheme.id)));
        }
        if !used(scheme, inputs) {
            continue;
        }
        match scheme::compile(scheme, inputs, parameters, definition)? {
            Compiled::Plan(plan) => {
                for key in plan.keys.iter().flat_map(|set| &set.keys) {
                    taken[key.secret] = true;
                }
                plans.push(*plan);
            }
            Compiled::Unusable(error) => {
                if refusal.as_ref().is_none_or(|earlier| earlier.code != Code::UsageEntry) {
                    refusal = Some(error);
                }
            }
        }
    }
    // A secret that no scheme takes is a mistake, even beside others.
    match refusal {
        Some(error) if plans.is_empty() || taken.contains(&false) => return Err(error),
        _ if plans.is_empty() => return Err(wrong("schemes", "there is none, expected at least one")),
        _ => {}
    }
    // A scheme that proves more goes first: a token must not be what decides where a signature stands.
    let (signing, tokens): (Vec<_>, Vec<_>) = plans.into_iter().partition(|scheme| !scheme.is_token());
    Ok(signing.into_iter().chain(tokens).collect())
}

/// Whether a scheme counts: named by the caller, or where none is named all but those that must be.
fn used(scheme: &SchemeDefinition, inputs: &Inputs) -> bool {
    if inputs.schemes.is_empty() { !scheme.opt_in } else { inputs.schemes.contains(&scheme.id) }
}

/// Where a sender has schemes with a shared secret beside others with a published key, and a prefix tells which is which,
/// a secret without one could be either. A published key that is taken for a shared secret lets everybody sign.
fn one_kind(definition: &ProviderDefinition, inputs: &Inputs) -> Result<(), UsageError> {
    let used = || definition.schemes.iter().filter(|scheme| used(scheme, inputs));
    let published = used().any(|scheme| public_key::NAMES.contains(&scheme.algorithm.as_str()));
    let shared = used().any(|scheme| !public_key::NAMES.contains(&scheme.algorithm.as_str()));
    let prefixed = used().any(|scheme| !scheme.key.strip_prefix.is_empty());
    if !(published && shared && prefixed) {
        return Ok(());
    }
    let told =
        |secret: &Secret| secret.is_published() || used().any(|scheme| secret.has_prefix(&scheme.key.strip_prefix));
    match inputs.secrets.iter().position(|secret| !told(secret)) {
        None => Ok(()),
        Some(place) => {
            let ids: Vec<_> = used().map(|scheme| scheme.id.as_str()).collect();
            let name = inputs.secrets[place].name(place);
            let message = say!(
                "{name} has no prefix that tells a shared secret from a published key, expected the secret as the sender shows it, or one of {} in `schemes`",
                ids.join(", ")
            );
            Err(UsageError::new(Code::UsageSecret, message))
        }
    }
}

/// An error of the definition at a place.
pub fn wrong(place: &str, message: impl std::fmt::Display) -> UsageError {
    UsageError::new(Code::UsageDefinition, say!("{place}: {message}"))
}

fn parameters(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Map<Option<String>>, UsageError> {
    let values = optional_parameters(definition, inputs)?;
    let needed = |name: &&String| definition.parameters.get(name).is_some_and(|parameter| !parameter.optional);
    match values.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| name).find(needed) {
        Some(name) => {
            let what = definition.parameters.get(name).map_or("", |parameter| &parameter.description);
            let message = say!("provider `{}` needs the parameter `{name}`: {what}", definition.id);
            Err(UsageError::new(Code::UsageParameter, message))
        }
        None => Ok(values),
    }
}

/// The values of all parameters; what is absent may not be needed.
///
/// # Errors
/// `usage.parameter` for one that the definition does not have.
pub fn optional_parameters(
    definition: &ProviderDefinition,
    inputs: &Inputs,
) -> Result<Map<Option<String>>, UsageError> {
    let refuse = |message| Err(UsageError::new(Code::UsageParameter, message));
    if let Some(unknown) = inputs.parameters.keys().find(|name| !definition.parameters.contains_key(name)) {
        let known: Vec<_> = definition.parameters.keys().collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return refuse(say!("provider `{}` has no parameter `{unknown}`, expected {known}", definition.id));
    }
    let mut values = Map::new();
    for (name, parameter) in &definition.parameters {
        let given = inputs.parameters.get(name);
        if let Some(given) = given.filter(|given| given.is_empty() || given.trim() != given.as_str()) {
            let found = if given.is_empty() { "is empty" } else { "has blanks before or after it" };
            return refuse(say!("parameter `{name}` {found}: {}", parameter.description));
        }
        values.insert(name.clone(), given.or(parameter.default.as_ref()).cloned());
    }
    Ok(values)
}

/// Whether a text names a parameter that has no value.
pub fn lacks(text: &str, parameters: &Map<Option<String>>) -> bool {
    let mut names = text.split("param:").skip(1).map(|rest| rest.split(['}', '|', '?']).next().unwrap_or_default());
    names.any(|name| parameters.get(name).is_some_and(Option::is_none))
}

/// The key that a handshake's answer is made with: that of the secret at a place, as a scheme's key rule makes it.
///
/// # Errors
/// `usage.secret` when there is none, or none that is right.
pub fn answer_key(
    definition: &ProviderDefinition,
    scheme: Option<&str>,
    algorithm: &str,
    inputs: &Inputs,
    secret: usize,
) -> Result<Box<dyn Key>, UsageError> {
    let rule = match scheme {
        Some(id) => definition.schemes.iter().find(|scheme| scheme.id == id),
        None => definition.schemes.first(),
    };
    let rule = scheme::key_rule(rule.ok_or_else(|| wrong("handshakes", "`scheme` names no scheme of the definition"))?);
    let row = algorithm::find(algorithm).ok_or_else(|| wrong("handshakes", say!("unknown algorithm `{algorithm}`")))?;
    let refuse = |message: String| UsageError::new(Code::UsageSecret, message);
    let place = secret;
    let secret = inputs.secrets.get(place).ok_or_else(|| {
        refuse(say!("no secret was given for provider `{}`, which its handshake is answered with", definition.id))
    })?;
    let name = secret.name(place);
    let key =
        rule.key(secret, &name)?.ok_or_else(|| refuse(say!("{name} is not in the form of this sender's secrets")))?;
    (row.prepare)(&key).map_err(|error| refuse(say!("{name} {error}")))
}
