//! Whose deliveries a verifier is for: a built-in definition by its id, or one of the host's own.

#[cfg(not(feature = "details"))]
use crate::code::Code;
use crate::error::UsageError;
#[cfg(feature = "details")]
use crate::provider::definition::ProviderDefinition;
use crate::provider::outline::Outline;
#[cfg(not(feature = "details"))]
use crate::provider::table;
#[cfg(feature = "details")]
use crate::provider::{self, compile};

/// Whose deliveries to verify.
#[derive(Clone, Debug)]
pub enum Provider {
    /// The id of a built-in definition.
    BuiltIn(String),
    /// A definition of one's own, its schemas inlined.
    #[cfg(feature = "details")]
    Definition(Box<ProviderDefinition>),
}

/// What a parameter is, in the words of the definition, by its name.
pub type Describe = Box<dyn Fn(&str) -> String>;

impl Provider {
    /// The definition.
    ///
    /// # Errors
    /// `usage.provider` for an unknown id.
    #[cfg(feature = "details")]
    pub fn load(self) -> Result<ProviderDefinition, UsageError> {
        match self {
            Provider::BuiltIn(id) => provider::built_in(&id),
            Provider::Definition(definition) => Ok(*definition),
        }
    }

    /// The outline of the definition, and what its parameters are.
    ///
    /// # Errors
    /// `usage.provider` for an unknown id, another `usage.*` error for what is wrong in a definition.
    #[cfg(feature = "details")]
    pub fn outline(self) -> Result<(Outline, Describe), UsageError> {
        let definition = self.load()?;
        let outline = compile::outline(&definition)?;
        Ok((outline, Box::new(move |name| compile::describe(&definition, name))))
    }

    /// The outline of the definition; its parameters have no words in this build.
    ///
    /// # Errors
    /// `usage.provider` for an unknown id.
    #[cfg(not(feature = "details"))]
    pub fn outline(self) -> Result<(Outline, Describe), UsageError> {
        let Provider::BuiltIn(id) = self;
        let outline = table::find(&id).ok_or_else(|| UsageError::new(Code::UsageProvider, ""))?;
        Ok((outline, Box::new(|_| String::new())))
    }
}

impl From<&str> for Provider {
    fn from(id: &str) -> Self {
        Provider::BuiltIn(id.to_owned())
    }
}

#[cfg(feature = "details")]
impl From<ProviderDefinition> for Provider {
    fn from(definition: ProviderDefinition) -> Self {
        Provider::Definition(Box::new(definition))
    }
}
