//! The options of `createVerifier` as the package passes them on, and what it gets back.

use super::ENGINE;
use super::text::Json;
use crate::check::Brief;
#[cfg(not(feature = "details"))]
use crate::code::Code;
use crate::data::{Map, Misfit, Node, Read, members, words};
use crate::error::UsageError;
use crate::limits::Limits;
use crate::payload::form::quote;
#[cfg(feature = "details")]
use crate::provider;
use crate::report::Outcome;
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

impl Read for Limits {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let mut members = node.members(&[
            "bodyBytes",
            "headers",
            "headerBytes",
            "parameters",
            "candidates",
            "depth",
            "steps",
            "events",
            "problems",
        ])?;
        let mut limits = Limits::default();
        let Limits { body_bytes, headers, header_bytes, parameters, candidates, depth, steps, events, problems } =
            &mut limits;
        for limit in [body_bytes, headers, header_bytes, parameters, candidates, depth, steps, events, problems] {
            *limit = members.take_or(|| *limit)?;
        }
        Ok(limits)
    }
}

/// A built-in provider's id, or a definition as JSON text.
pub enum ProviderOption {
    /// An id.
    Id(String),
    /// A definition.
    #[cfg(feature = "details")]
    Own {
        /// Its JSON text.
        definition: String,
    },
    /// A definition, for the module with words: it is held to all of its format, of which this build reads a part.
    #[cfg(not(feature = "details"))]
    Own,
}

impl Read for ProviderOption {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if node.is_object() {
            #[cfg(feature = "details")]
            return Ok(Self::Own { definition: node.members(&["definition"])?.take()? });
            #[cfg(not(feature = "details"))]
            return Ok(Self::Own);
        }
        Read::read(node).map(Self::Id)
    }
}

impl ProviderOption {
    /// Whose deliveries to verify.
    pub fn provider(self) -> Result<Provider, UsageError> {
        Ok(match self {
            ProviderOption::Id(id) => Provider::BuiltIn(id),
            #[cfg(feature = "details")]
            ProviderOption::Own { definition } => provider::parse(&definition)?.into(),
            #[cfg(not(feature = "details"))]
            ProviderOption::Own => return Err(UsageError::new(Code::UsageDefinition, "")),
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

/// What the package needs to know of a verifier; `headers` are those that it reads, and their places the kinds of frame
/// entries.
pub fn created(verifier: &Verifier, handle: usize, headers: &[String]) -> String {
    let text = |item: &str, json: &mut String| quote(item, json);
    let mut json = Json::default();
    json.name("handle").raw(&handle.to_string());
    json.name("provider").text(Some(verifier.provider()));
    json.name("schemes").list(verifier.schemes(), text);
    json.name("secretIds").list(verifier.secret_ids(), text);
    json.name("headers").list(headers.iter().map(String::as_str), text);
    json.name("captures").list(verifier.captures().iter().map(String::as_str), text);
    json.name("bodyBytes").raw(&verifier.limits().body_bytes.to_string());
    json.name("plain").raw(if verifier.check().plain() { "true" } else { "false" });
    json.name("methods").list(verifier.methods().iter().map(String::as_str), text);
    json.name("handshakeMethods").list(verifier.handshake_methods().iter().map(String::as_str), text);
    json.name("success").list(verifier.success(), |(first, last), json| {
        json.push_str(&["[", &first.to_string(), ",", &last.to_string(), "]"].concat())
    });
    json.name("windowSeconds").raw(&verifier.window_seconds().map_or("null".to_owned(), |window| window.to_string()));
    json.finish()
}

/// The part of a report that has no sentences.
pub fn written(brief: &Brief) -> String {
    let mut json = Json::default();
    json.name("keyId").text(brief.key_id.as_deref());
    json.name("events").list(&brief.events, |event, json| {
        let mut object = Json::default();
        object.name("type").text(event.kind.as_deref());
        object.name("id").text(event.id.as_deref());
        object.name("pointer").text(Some(&event.pointer));
        json.push_str(&object.finish());
    });
    json.name("replayKey").text(brief.replay_key.as_deref());
    json.name("stages").list(&brief.stages, |stage, json| {
        let result = match stage.result {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::Skipped => "skipped",
        };
        let mut object = Json::default();
        object.name("name").text(Some(stage.name.as_str()));
        object.name("result").text(Some(result));
        json.push_str(&object.finish());
    });
    json.finish()
}
