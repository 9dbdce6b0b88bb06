//! The options of `createVerifier` as the package passes them on, and what it gets back.

use serde::Serialize;

use super::ENGINE;
use crate::data::{Map, Misfit, Node, Read, members, words};
use crate::error::UsageError;
use crate::limits::Limits;
use crate::provider;
use crate::schema::Mode;
use crate::signature::key::Secret;
use crate::verifier::{Provider, Verifier, VerifierBuilder};

/// Options that concern the core; schemas and definitions are JSON text.
pub struct Options {
    provider: ProviderOption,
    secrets: Vec<SecretOption>,
    mode: Mode,
    parameters: Map<String>,
    schemas: Map<String>,
    captures: Vec<String>,
    tolerance_seconds: Option<u32>,
    limits: Limits,
    authentication: Authentication,
    schemes: Vec<String>,
}

members!(Options {
    provider: "provider",
    secrets: "secrets" or Vec::new(),
    mode: "mode" or Mode::default(),
    parameters: "parameters" or Map::new(),
    schemas: "schemas" or Map::new(),
    captures: "captures" or Vec::new(),
    tolerance_seconds: "toleranceSeconds",
    limits: "limits" or Limits::default(),
    authentication: "authentication" or Authentication::Required,
    schemes: "schemes" or Vec::new(),
});

words!(Mode { Strict: "strict", Tolerant: "tolerant", Observe: "observe" });

members!(Limits {
    body_bytes: "bodyBytes" or Limits::default().body_bytes,
    headers: "headers" or Limits::default().headers,
    header_bytes: "headerBytes" or Limits::default().header_bytes,
    parameters: "parameters" or Limits::default().parameters,
    candidates: "candidates" or Limits::default().candidates,
    depth: "depth" or Limits::default().depth,
    steps: "steps" or Limits::default().steps,
    events: "events" or Limits::default().events,
    problems: "problems" or Limits::default().problems,
});

/// A built-in provider's id, or a definition as JSON text.
pub enum ProviderOption {
    /// An id.
    Id(String),
    /// A definition.
    Own {
        /// Its JSON text.
        definition: String,
    },
}

impl Read for ProviderOption {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if node.is_object() {
            return Ok(Self::Own { definition: node.members(&["definition"])?.take()? });
        }
        Read::read(node).map(Self::Id)
    }
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

#[derive(Clone, Copy)]
enum Authentication {
    Required,
    None,
}

words!(Authentication { Required: "required", None: "none" });

/// A secret with the name that the host gives it.
pub struct SecretOption {
    id: Option<String>,
    value: SecretValue,
}

members!(SecretOption { id: "id", value: "value" });

impl SecretOption {
    /// The secret.
    pub fn secret(self) -> Secret {
        let value = match self.value {
            SecretValue::Text(text) => Secret::text(text),
            SecretValue::Bytes(bytes) => Secret::bytes(bytes),
        };
        match self.id {
            Some(id) => value.with_id(id),
            None => value,
        }
    }
}

enum SecretValue {
    Text(String),
    Bytes(Vec<u8>),
}

impl Read for SecretValue {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node.type_name() {
            "an array" => Read::read(node).map(Self::Bytes),
            _ => Read::read(node).map(Self::Text),
        }
    }
}

impl Options {
    /// The builder with these options set.
    pub fn builder(self) -> Result<VerifierBuilder, UsageError> {
        let mut builder =
            Verifier::builder(self.provider.provider()?).mode(self.mode).limits(self.limits).engine(ENGINE);
        for secret in self.secrets {
            builder = builder.secret(secret.secret());
        }
        for (name, value) in self.parameters {
            builder = builder.parameter(name, value);
        }
        for (event, text) in self.schemas {
            builder = builder.schema(event, text);
        }
        for pointer in self.captures {
            builder = builder.capture(pointer);
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
    /// The pointers into each event whose values are captured.
    pub captures: &'v [String],
    /// Bytes that a body may have; of a longer one the first beyond them is enough.
    pub body_bytes: u32,
    /// Whether payloads are always the body as it stands.
    pub plain: bool,
    /// The methods of deliveries.
    pub methods: &'v [String],
    /// The methods of handshakes.
    pub handshake_methods: &'v [String],
    /// The statuses that the sender takes for success; empty where it does not say.
    pub success: &'v [(u16, u16)],
    /// How long before and after its time of signing a delivery is taken.
    pub window_seconds: Option<u32>,
}
