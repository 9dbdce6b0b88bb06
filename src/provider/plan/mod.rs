//! From an outline to the plans of the stages, with what the host adds; whatever is wrong with that is found here.

mod keys;

use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::payload::event::EventsPlan;
#[cfg(feature = "details")]
use crate::payload::event::KnownEvent;
use crate::payload::reading::BodyKind;
use crate::provider::outline::{Outline, ParameterRule, SchemeOutline};
#[cfg(feature = "details")]
use crate::schema::CompileOptions;
use crate::schema::{CapturePlan, Engine, Schema};
use crate::signature::blank::Values;
use crate::signature::key::Secret;
use crate::signature::plan::{KeySet, SchemePlan};

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

/// What a parameter is, in the words of the definition, by its name.
pub type Describe<'d> = dyn Fn(&str) -> String + 'd;

/// The plan of an outline with what the host adds.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn plan(mut outline: Outline, inputs: &Inputs, describe: &Describe<'_>) -> Result<Plan, UsageError> {
    let schemes = schemes(&mut outline, inputs, describe)?;
    let Outline { body, mut events, mut schemas, mut captures, .. } = outline;
    replace_schemas(&mut events, &mut schemas, inputs)?;
    captures.extend_from_slice(&inputs.captures);
    let captures = CapturePlan::new(&captures)?;
    let reads_form = schemes.iter().any(SchemePlan::reads_form)
        || body.iter().any(|kind| matches!(kind, BodyKind::Form | BodyKind::FormField(_)));
    let reads_query = schemes.iter().any(SchemePlan::reads_query) || body.contains(&BodyKind::Query);
    Ok(Plan { schemes, body, reads_form, reads_query, events, schemas, captures })
}

/// Puts the schemas of the host in the place of the definition's, or beside them.
#[cfg(feature = "details")]
fn replace_schemas(events: &mut EventsPlan, schemas: &mut Vec<Schema>, inputs: &Inputs) -> Result<(), UsageError> {
    let options = CompileOptions { assert_formats: true, engine: inputs.engine, ..CompileOptions::default() };
    for (kind, text) in &inputs.schemas {
        let schema = Schema::compile(text, &options)
            .map_err(|error| UsageError::new(Code::UsageSchema, say!("schemas.{kind}: {error}")))?;
        schemas.push(schema);
        let schema = Some(schemas.len() - 1);
        let mut known = events.known.iter_mut().filter(|event| event.kind == *kind).peekable();
        if known.peek().is_some() {
            known.for_each(|event| event.schema = schema);
        } else {
            drop(known);
            events.known.push(KnownEvent { kind: kind.clone(), shape: None, id: None, schema });
        }
    }
    Ok(())
}

/// The build that cannot compile schemas leaves them to the other.
#[cfg(not(feature = "details"))]
fn replace_schemas(_: &mut EventsPlan, _: &mut Vec<Schema>, inputs: &Inputs) -> Result<(), UsageError> {
    match inputs.schemas.is_empty() {
        true => Ok(()),
        false => Err(UsageError::new(Code::UsageSchema, "")),
    }
}

/// The schemes of an outline alone, ready to run.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn schemes(outline: &mut Outline, inputs: &Inputs, describe: &Describe<'_>) -> Result<Vec<SchemePlan>, UsageError> {
    let values = parameters(outline, inputs, describe)?;
    let schemes = std::mem::take(&mut outline.schemes);
    if let Some(unknown) = inputs.schemes.iter().find(|id| schemes.iter().all(|scheme| scheme.plan.id != **id)) {
        let known = || schemes.iter().map(|scheme| scheme.plan.id.as_str()).collect::<Vec<_>>().join(", ");
        let message = say!("provider `{}` has no scheme `{unknown}`, expected {}", outline.id, known());
        return Err(UsageError::new(Code::UsageOption, message));
    }
    let used: Vec<_> = schemes.into_iter().filter(|scheme| used(scheme, inputs)).collect();
    keys::one_kind(&used, inputs)?;
    let mut plans = Vec::new();
    // Why a scheme cannot be used with these secrets and parameters, and in this build.
    let mut refusal: Option<UsageError> = None;
    let mut taken = vec![false; inputs.secrets.len()];
    for scheme in used {
        let lacking = scheme.needs.iter().find(|&&place| values.get(place).is_none_or(Option::is_none));
        let error = match lacking {
            Some(&place) => missing(outline, &scheme, place, describe),
            None => match keys::keys(&scheme, inputs)? {
                Ok(keys) => {
                    for key in keys.iter().flat_map(|set| &set.keys) {
                        taken[key.secret] = true;
                    }
                    plans.push(ready(scheme.plan, keys, &values, inputs)?);
                    continue;
                }
                Err(error) => error,
            },
        };
        if refusal.as_ref().is_none_or(|earlier| earlier.code != Code::UsageEntry) {
            refusal = Some(error);
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
fn used(scheme: &SchemeOutline, inputs: &Inputs) -> bool {
    if inputs.schemes.is_empty() { !scheme.opt_in } else { inputs.schemes.contains(&scheme.plan.id) }
}

/// A scheme with its keys, its blanks filled.
fn ready(
    mut scheme: SchemePlan,
    keys: Vec<KeySet>,
    values: &Values,
    inputs: &Inputs,
) -> Result<SchemePlan, UsageError> {
    scheme.keys = keys;
    scheme.fill(values).map_err(|error| wrong(&say!("scheme `{}`", scheme.id), error))?;
    if let (Some(seconds), Some(timestamp)) = (inputs.tolerance_seconds, &mut scheme.timestamp) {
        timestamp.window.tolerance_seconds = Some(seconds);
    }
    Ok(scheme)
}

fn missing(outline: &Outline, scheme: &SchemeOutline, place: usize, describe: &Describe<'_>) -> UsageError {
    let name = outline.parameters.get(place).map_or("", |parameter| &parameter.name);
    let message = say!("scheme `{}` needs the parameter `{name}`: {}", scheme.plan.id, describe(name));
    UsageError::new(Code::UsageParameter, message)
}

/// An error of the definition at a place.
pub fn wrong(place: &str, message: impl std::fmt::Display) -> UsageError {
    UsageError::new(Code::UsageDefinition, say!("{place}: {message}"))
}

/// The values of the parameters, by place.
fn parameters(outline: &Outline, inputs: &Inputs, describe: &Describe<'_>) -> Result<Vec<Option<String>>, UsageError> {
    let (id, rules) = (&outline.id, &outline.parameters);
    let values = optional_parameters(id, rules, inputs, describe)?;
    match rules.iter().zip(&values).find(|(rule, value)| value.is_none() && !rule.optional) {
        Some((ParameterRule { name, .. }, _)) => {
            let message = say!("provider `{id}` needs the parameter `{name}`: {}", describe(name));
            Err(UsageError::new(Code::UsageParameter, message))
        }
        None => Ok(values),
    }
}

/// The values of a provider's parameters, by place; what is absent may not be needed.
///
/// # Errors
/// `usage.parameter` for one that there is not, and for a value that cannot be right.
pub fn optional_parameters(
    id: &str,
    rules: &[ParameterRule],
    inputs: &Inputs,
    describe: &Describe<'_>,
) -> Result<Vec<Option<String>>, UsageError> {
    let refuse = |message| Err(UsageError::new(Code::UsageParameter, message));
    if let Some(unknown) = inputs.parameters.keys().find(|name| rules.iter().all(|rule| rule.name != *name)) {
        let known = || match rules {
            [] => "none".to_owned(),
            _ => rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>().join(", "),
        };
        return refuse(say!("provider `{id}` has no parameter `{unknown}`, expected {}", known()));
    }
    let mut values = Vec::new();
    for rule in rules {
        let name = &rule.name;
        let given = inputs.parameters.get(name);
        if let Some(given) = given.filter(|given| given.is_empty() || given.trim() != given.as_str()) {
            let found = if given.is_empty() { "is empty" } else { "has blanks before or after it" };
            return refuse(say!("parameter `{name}` {found}: {}", describe(name)));
        }
        values.push(given.or(rule.default.as_ref()).cloned());
    }
    Ok(values)
}
