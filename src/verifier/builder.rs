//! The options of a verifier, and what else can be asked with them.

use super::{Provider, Verifier};
use crate::check::Check;
use crate::code::Code;
#[cfg(feature = "details")]
use crate::delivery::Delivery;
use crate::error::UsageError;
#[cfg(feature = "details")]
use crate::handshake::{self, Answer};
use crate::limits::Limits;
use crate::provider::plan::{self, Inputs};
use crate::schema::{Engine, Mode, Schema};
#[cfg(feature = "details")]
use crate::sign::{self, Draft, Fault, SignedDelivery};
use crate::signature::key::Secret;

/// Options of a verifier.
#[derive(Clone, Debug)]
pub struct VerifierBuilder {
    provider: Provider,
    inputs: Inputs,
    mode: Mode,
    limits: Limits,
    authenticate: bool,
}

impl VerifierBuilder {
    pub(super) fn new(provider: Provider) -> Self {
        let (inputs, mode, limits) = (Inputs::default(), Mode::default(), Limits::default());
        Self { provider, inputs, mode, limits, authenticate: true }
    }

    /// Adds a secret; during rotation give the old one and the new one.
    pub fn secret(mut self, secret: impl Into<Secret>) -> Self {
        self.inputs.secrets.push(secret.into());
        self
    }

    /// Accepts deliveries that nothing authenticates, where the sender can be set up so.
    pub fn without_authentication(mut self) -> Self {
        self.authenticate = false;
        self
    }

    /// Sets how strictly payloads are held to their schemas.
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Sets the budget of one delivery.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the seconds that a signed timestamp may lie before or after the time of receipt; 0 allows none.
    pub fn tolerance_seconds(mut self, seconds: u32) -> Self {
        self.inputs.tolerance_seconds = Some(seconds);
        self
    }

    /// Hands in a value that the definition asks for beside the secret.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.inputs.parameters.insert(name.into(), value.into());
        self
    }

    /// Adds or replaces the JSON Schema (its text) of an event type.
    pub fn schema(mut self, event: impl Into<String>, text: impl Into<String>) -> Self {
        self.inputs.schemas.insert(event.into(), text.into());
        self
    }

    /// Sets what validates by the schemas that [`schema`](Self::schema) adds; those of the definition are walked.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.inputs.engine = engine;
        self
    }

    /// Captures the value at a JSON Pointer into each event during the walk that checks it.
    pub fn capture(mut self, pointer: impl Into<String>) -> Self {
        self.inputs.captures.push(pointer.into());
        self
    }

    /// Accepts this scheme of the definition and the others named so, instead of all.
    pub fn scheme(mut self, id: impl Into<String>) -> Self {
        self.inputs.schemes.push(id.into());
        self
    }

    /// What is handed in beside the definition.
    #[cfg(feature = "details")]
    pub(crate) fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The budget of one delivery.
    #[cfg(feature = "details")]
    pub(crate) fn limits_given(&self) -> &Limits {
        &self.limits
    }

    /// Whose deliveries they are.
    #[cfg(feature = "details")]
    pub(crate) fn provider(&self) -> Provider {
        self.provider.clone()
    }

    /// A delivery signed as the sender signs it, by the first scheme that the secrets are for.
    ///
    /// # Errors
    /// `usage.sign` when it cannot be signed with them; another `usage.*` error when something else is not right.
    #[cfg(feature = "details")]
    pub fn sign(&self, draft: &Draft<'_>) -> Result<SignedDelivery, UsageError> {
        sign::sign(&self.provider.clone().load()?, &self.inputs, draft)
    }

    /// The same, made faulty on purpose: rightly signed, then changed as it happens on the way.
    ///
    /// # Errors
    /// As [`sign`](Self::sign); `usage.sign` too where the fault cannot happen to this delivery, or would not be seen.
    #[cfg(feature = "details")]
    pub fn sign_faulty(&self, draft: &Draft<'_>, fault: &Fault) -> Result<SignedDelivery, UsageError> {
        let signed = sign::faulty(&self.provider.clone().load()?, &self.inputs, draft, fault)?;
        let mut receiver = self.clone();
        if let Some(wrong) = &signed.secret {
            receiver.inputs.secrets = vec![Secret::as_text(wrong)];
        }
        // A secret that is refused when the verifier is made cannot be overlooked.
        if let Ok(receiver) = receiver.build() {
            let verdict = receiver.judge(&signed.delivery(), draft.now);
            let dated = matches!(fault.code, Code::TimestampStale | Code::TimestampFuture | Code::TimestampUnit);
            let overlooked = if dated { verdict.code == Code::Ok } else { verdict.scheme.is_some() };
            if overlooked {
                let message = say!("`{}` makes no difference to scheme `{}`", fault.code.as_str(), signed.scheme);
                return Err(UsageError::new(Code::UsageSign, message));
            }
        }
        Ok(signed)
    }

    /// The answer to a request that is no delivery but a liveness check or a handshake; `None` where it is none.
    ///
    /// `now` is in milliseconds since the Unix epoch; it counts where the sender signs the handshake like a delivery.
    ///
    /// # Errors
    /// A `usage.*` error when something that the answer needs is not right.
    #[cfg(feature = "details")]
    pub fn handshake(&self, request: &Delivery<'_>, now: i64) -> Result<Option<Answer>, UsageError> {
        let definition = self.provider.clone().load()?;
        let verify = || {
            let verdict = self.clone().build()?.judge(request, now);
            Ok(verdict.secret.filter(|_| verdict.readable))
        };
        handshake::answer(&definition, &self.inputs, request, &verify)
    }

    /// Compiles the definition, keys and schemas.
    ///
    /// # Errors
    /// A `usage.*` error that says what is wrong with the options.
    pub fn build(self) -> Result<Verifier, UsageError> {
        let (outline, describe) = self.provider.outline()?;
        let secrets = &self.inputs.secrets;
        // Where deliveries name a published key, the first report may be what says which to fetch.
        let named = outline.schemes.iter().any(|scheme| scheme.plan.key_id.is_some());
        if self.authenticate && secrets.is_empty() && !named {
            let mut message = say!("no secret was given for provider `{}`, expected at least one", outline.id);
            if outline.authentication_optional {
                message
                    .push_str(&said!("; to accept deliveries that nothing authenticates say `authentication: 'none'`"));
            }
            return Err(UsageError::new(Code::UsageSecret, message));
        }
        if !self.authenticate {
            let refuse = |message: String| Err(UsageError::new(Code::UsageAuthentication, message));
            if !outline.authentication_optional {
                return refuse(say!("provider `{}` authenticates every delivery, expected a secret", outline.id));
            }
            if !secrets.is_empty() {
                return refuse(said!("authentication is switched off and a secret was given, expected one of the two"));
            }
        }
        self.limits.check()?;
        let secret_names = secrets.iter().enumerate().map(|(place, secret)| secret.name(place)).collect();
        let (provider, methods) = (outline.id.clone(), outline.methods.clone());
        let verifier = Verifier {
            handshake_methods: outline.handshake_methods.clone(),
            success: outline.success.clone(),
            check: Check {
                provider,
                methods,
                secret_names,
                authenticate: self.authenticate,
                mode: self.mode,
                limits: self.limits,
                plan: plan::plan(outline, &self.inputs, &*describe)?,
                any: Schema::any(),
            },
        };
        verifier.within_bounds()
    }
}
