//! From a definition to its outline; whatever is wrong with it is found here, before any delivery.

mod events;
mod scheme;
mod shape;

use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::payload::event::EventsPlan;
use crate::payload::reading::BodyKind;
use crate::provider::definition::ProviderDefinition;
use crate::provider::outline::{Outline, ParameterRule, SchemeOutline};
use crate::provider::plan::{self, Inputs, wrong};
use crate::signature::algorithm::{self, Key};
use crate::signature::plan::SchemePlan;
use events::EventsCompiler;
pub use scheme::key_rule;
pub use shape::{SchemeShape, shape};

/// Compiles a definition as far as it can be without what the host adds.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn outline(definition: &ProviderDefinition) -> Result<Outline, UsageError> {
    let schemes = schemes_alone(definition)?;
    let body = definition.events.body.iter().map(|text| {
        let expected = "expected json, form, form:FIELD, query, empty or opaque";
        BodyKind::parse(text).ok_or_else(|| wrong("events", say!("unknown kind of body `{text}`, {expected}")))
    });
    let body = body.collect::<Result<Vec<_>, _>>()?;
    let (events, schemas) = EventsCompiler::default().compile(definition)?;
    Ok(Outline { body, events, schemas, ..schemes })
}

/// The schemes alone, ready to run.
///
/// # Errors
/// A `usage.*` error that says what is wrong and where.
pub fn scheme_plans(definition: &ProviderDefinition, inputs: &Inputs) -> Result<Vec<SchemePlan>, UsageError> {
    plan::schemes(&mut schemes_alone(definition)?, inputs, &|name| describe(definition, name))
}

/// The outline of a definition whose events are left out.
fn schemes_alone(definition: &ProviderDefinition) -> Result<Outline, UsageError> {
    let mut schemes: Vec<SchemeOutline> = Vec::new();
    for scheme in &definition.schemes {
        if schemes.iter().any(|earlier| earlier.plan.id == scheme.id) {
            return Err(wrong("schemes", say!("`{}` stands twice", scheme.id)));
        }
        schemes.push(scheme::compile(scheme, definition)?);
    }
    Ok(Outline {
        id: definition.id.clone(),
        methods: definition.methods.clone(),
        handshake_methods: definition.handshake_methods(),
        success: definition.sender.success.as_ref().map(|success| success.statuses.clone()).unwrap_or_default(),
        authentication_optional: definition.authentication_optional,
        parameters: rules(definition),
        schemes,
        body: Vec::new(),
        events: EventsPlan::default(),
        schemas: Vec::new(),
        captures: definition.events.captures.clone(),
    })
}

fn rules(definition: &ProviderDefinition) -> Vec<ParameterRule> {
    let parameters = definition.parameters.iter();
    let rules = parameters.map(|(name, parameter)| ParameterRule {
        name: name.clone(),
        default: parameter.default.clone(),
        optional: parameter.optional,
    });
    rules.collect()
}

/// What a parameter is, in the words of the definition.
pub fn describe(definition: &ProviderDefinition, name: &str) -> String {
    definition.parameters.get(name).map(|parameter| parameter.description.clone()).unwrap_or_default()
}

/// The values of all parameters; what is absent may not be needed.
///
/// # Errors
/// `usage.parameter` for one that the definition does not have.
pub fn optional_parameters(
    definition: &ProviderDefinition,
    inputs: &Inputs,
) -> Result<Map<Option<String>>, UsageError> {
    let rules = rules(definition);
    let values = plan::optional_parameters(&definition.id, &rules, inputs, &|name| describe(definition, name))?;
    Ok(rules.into_iter().map(|rule| rule.name).zip(values).collect())
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
