//! Whose deliveries a verifier is for: a built-in definition by its id, or one of the host's own.

use crate::error::UsageError;
use crate::provider;
use crate::provider::definition::ProviderDefinition;

/// Whose deliveries to verify.
#[derive(Clone, Debug)]
pub enum Provider {
    /// The id of a built-in definition.
    BuiltIn(String),
    /// A definition of one's own, its schemas inlined.
    Definition(Box<ProviderDefinition>),
}

impl Provider {
    /// The definition.
    ///
    /// # Errors
    /// `usage.provider` for an unknown id.
    pub fn load(self) -> Result<ProviderDefinition, UsageError> {
        match self {
            Provider::BuiltIn(id) => provider::built_in(&id),
            Provider::Definition(definition) => Ok(*definition),
        }
    }
}

impl From<&str> for Provider {
    fn from(id: &str) -> Self {
        Provider::BuiltIn(id.to_owned())
    }
}

impl From<ProviderDefinition> for Provider {
    fn from(definition: ProviderDefinition) -> Self {
        Provider::Definition(Box::new(definition))
    }
}
