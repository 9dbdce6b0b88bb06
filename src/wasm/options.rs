//! The options of `createVerifier` as the package passes them on, and what it gets back.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use super::ENGINE;
use crate::error::UsageError;
use crate::limits::Limits;
use crate::provider;
use crate::schema::Mode;
use crate::signature::key::Secret;
use crate::verifier::{Provider, Verifier, VerifierBuilder};

/// Options that concern the core; schemas and definitions are JSON text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    provider: ProviderOption,
    #[serde(default)]
    secrets: Vec<SecretOption>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
    #[serde(default)]
    schemas: BTreeMap<String, String>,
    tolerance_seconds: Option<u32>,
    #[serde(default)]
    limits: Limits,
    #[serde(default)]
    authentication: Authentication,
    #[serde(default)]
    schemes: Vec<String>,
}

/// A built-in provider's id, or a definition as JSON text.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum ProviderOption {
    /// An id.
    Id(String),
    /// A definition.
    Own {
        /// Its JSON text.
        definition: String,
    },
}

impl ProviderOption {
    /// Whose deliveries to verify.
    pub fn provider(self) -> Result<Provider, UsageError> {
        Ok(match self {
            ProviderOption::Id(id) => Provider::BuiltIn(id),
            ProviderOption::Own { definition } => provider::parse(&definition)?.into(),
        })
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Authentication {
    #[default]
    Required,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretOption {
    id: Option<String>,
    value: SecretValue,
}

enum SecretValue {
    Text(String),
    Bytes(Vec<u8>),
}

impl<'de> Deserialize<'de> for SecretValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SecretVisitor;

        impl Visitor<'_> for SecretVisitor {
            type Value = SecretValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a secret as text or bytes")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<SecretValue, E> {
                Ok(SecretValue::Text(text.to_owned()))
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<SecretValue, E> {
                Ok(SecretValue::Bytes(bytes.to_vec()))
            }
        }

        deserializer.deserialize_any(SecretVisitor)
    }
}

impl Options {
    /// The builder with these options set.
    pub fn builder(self) -> Result<VerifierBuilder, UsageError> {
        let mut builder =
            Verifier::builder(self.provider.provider()?).mode(self.mode).limits(self.limits).engine(ENGINE);
        for secret in self.secrets {
            let value = match secret.value {
                SecretValue::Text(text) => Secret::text(text),
                SecretValue::Bytes(bytes) => Secret::bytes(bytes),
            };
            builder = builder.secret(match secret.id {
                Some(id) => value.with_id(id),
                None => value,
            });
        }
        for (name, value) in self.parameters {
            builder = builder.parameter(name, value);
        }
        for (event, text) in self.schemas {
            builder = builder.schema(event, text);
        }
        for scheme in self.schemes {
            builder = builder.scheme(scheme);
        }
        if let Some(seconds) = self.tolerance_seconds {
            builder = builder.tolerance_seconds(seconds);
        }
        Ok(match self.authentication {
            Authentication::Required => builder,
            Authentication::None => builder.without_authentication(),
        })
    }
}

/// What the package needs to know of a verifier.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Created<'v> {
    /// Names the verifier in later calls.
    pub handle: usize,
    /// Id of the provider.
    pub provider: &'v str,
    /// Ids of the schemes in order.
    pub schemes: Vec<&'v str>,
    /// Names of the secrets in order.
    pub secret_ids: Vec<&'v str>,
    /// The header names that the verifier reads, in lower case; their places are the kinds of frame entries.
    pub headers: &'v [String],
}
