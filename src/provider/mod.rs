//! Definitions of senders: reading them, and turning them into each stage's plan.

#[cfg(feature = "details")]
pub mod catalog;
#[cfg(feature = "details")]
pub mod compile;
#[cfg(feature = "details")]
pub mod definition;
pub mod outline;
pub mod plan;
pub mod table;

#[cfg(feature = "details")]
use serde::Serialize;

#[cfg(feature = "details")]
use crate::code::Code;
#[cfg(feature = "details")]
use crate::confidence::Confidence;
#[cfg(feature = "details")]
use crate::error::UsageError;
#[cfg(feature = "details")]
use crate::provider::catalog::CATALOG;
#[cfg(feature = "details")]
use crate::provider::definition::ProviderDefinition;

/// The ids of the built-in definitions, in alphabetical order.
#[cfg(feature = "details")]
pub fn ids() -> impl Iterator<Item = &'static str> {
    CATALOG.iter().map(|(id, _)| *id)
}

/// A built-in provider in brief.
#[cfg(feature = "details")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ProviderSummary {
    /// Its id.
    pub id: String,
    /// The sender's name.
    pub name: String,
    /// One sentence: what its webhooks are for.
    pub summary: String,
    /// The event types that the definition knows.
    pub events: Vec<String>,
    /// The ids of its schemes.
    pub schemes: Vec<String>,
    /// The pages that the definition was made from.
    pub docs: Vec<String>,
    /// Day of the last comparison with them.
    pub checked: String,
    /// How far the weakest part is known.
    pub confidence: Confidence,
}

/// Every built-in provider in brief, by id.
///
/// # Errors
/// `usage.definition` when a built-in definition cannot be read, which the tests rule out.
#[cfg(feature = "details")]
pub fn summaries() -> Result<Vec<ProviderSummary>, UsageError> {
    let summary = |(_, text): &(&str, &str)| {
        let definition = parse(text)?;
        let mut events: Vec<_> = definition.events.known.into_iter().map(|event| event.kind).collect();
        events.dedup();
        Ok(ProviderSummary {
            id: definition.id,
            name: definition.name,
            summary: definition.summary,
            events,
            schemes: definition.schemes.into_iter().map(|scheme| scheme.id).collect(),
            docs: definition.docs,
            checked: definition.checked,
            confidence: definition.confidence,
        })
    };
    CATALOG.iter().map(summary).collect()
}

/// The built-in definition of an id.
///
/// # Errors
/// `usage.provider` when there is none; the message lists the ids that there are.
#[cfg(feature = "details")]
pub fn built_in(id: &str) -> Result<ProviderDefinition, UsageError> {
    match CATALOG.iter().find(|(known, _)| *known == id) {
        Some((_, text)) => parse(text),
        None => {
            let known = ids().collect::<Vec<_>>().join(", ");
            let message = say!("there is no built-in provider `{id}`, expected one of {known} or a definition");
            Err(UsageError::new(Code::UsageProvider, message))
        }
    }
}

/// Reads a definition from JSON text.
///
/// # Errors
/// `usage.definition` with the place in the text.
#[cfg(feature = "details")]
pub fn parse(text: &str) -> Result<ProviderDefinition, UsageError> {
    crate::data::read(text).map_err(|error| {
        UsageError::new(Code::UsageDefinition, say!("the provider definition cannot be read: {error}"))
    })
}
