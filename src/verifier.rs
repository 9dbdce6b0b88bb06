//! The verifier: options in, one report per delivery out.

use std::fmt;

use crate::check::{Captures, Check, Verdict};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::error::UsageError;
#[cfg(feature = "details")]
use crate::handshake::{self, Answer};
use crate::limits::Limits;
use crate::payload::json::Span;
use crate::provider;
use crate::provider::compile::{self, Inputs};
use crate::provider::definition::ProviderDefinition;
#[cfg(feature = "details")]
use crate::report::Report;
use crate::schema::{Engine, Mode, Schema, Validator};
use crate::sender::handshake::Handshake;
#[cfg(feature = "details")]
use crate::sign::{self, Draft, Fault, SignedDelivery};
use crate::signature::key::Secret;

/// Verifies the deliveries of one sender to one endpoint.
///
/// Everything that depends on options alone is computed when it is built: keys, templates, schemas.
pub struct Verifier {
    check: Check,
    success: Vec<(u16, u16)>,
    handshake_methods: Vec<String>,
}

impl Verifier {
    /// Starts a verifier for a built-in provider's id or a definition.
    pub fn builder(provider: impl Into<Provider>) -> VerifierBuilder {
        VerifierBuilder {
            provider: provider.into(),
            inputs: Inputs::default(),
            mode: Mode::default(),
            limits: Limits::default(),
            authenticate: true,
        }
    }

    /// Checks a delivery received at `now`, in milliseconds since the Unix epoch.
    ///
    /// Never fails and never panics: whatever is wrong with the delivery stands in the report.
    #[cfg(feature = "details")]
    pub fn verify(&self, delivery: &Delivery<'_>, now: i64) -> Report {
        self.check.report(delivery, now)
    }

    /// The verdict of [`verify`](Self::verify) without its details, for hosts that look at them only when needed.
    pub fn judge(&self, delivery: &Delivery<'_>, now: i64) -> Verdict {
        self.check.judge(delivery, now)
    }

    /// As [`verify`](Self::verify), with the values that [`VerifierBuilder::capture`] and the definition name.
    #[cfg(feature = "details")]
    pub fn verify_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Report, Captures<'d>) {
        self.check.report_with_captures(delivery, now)
    }

    /// As [`judge`](Self::judge), with the same values.
    pub fn judge_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Verdict, Captures<'d>) {
        self.check.judge_with_captures(delivery, now)
    }

    /// The pointers into each event whose values are captured.
    pub fn captures(&self) -> &[String] {
        &self.check.plan.captures.pointers
    }

    /// Where in the body the integers lie that the schemas call int64, so that a host can keep them exact.
    pub fn integers(&self, delivery: &Delivery<'_>, now: i64) -> Vec<Span> {
        self.check.integers(delivery, now)
    }

    /// What `verify` holds events of this type to, for use on its own: their schema, with the mode and limits of this
    /// verifier.
    ///
    /// # Errors
    /// `usage.schema` when there is no such event, or it has no schema or, by the shape of the payload, several.
    pub fn schema(&self, event: &str) -> Result<Validator, UsageError> {
        let Check { provider, plan, mode, limits, .. } = &self.check;
        let refuse = |message: String| UsageError::new(Code::UsageSchema, message);
        let events = &plan.events;
        let mut places = events.known.iter().filter(|known| known.kind == event).map(|known| known.schema);
        let first = places.next().ok_or_else(|| {
            let mut kinds: Vec<&str> = events.known.iter().map(|known| known.kind.as_str()).collect();
            kinds.dedup();
            refuse(say!("provider `{provider}` has no event `{event}`, expected one of {}", kinds.join(", ")))
        })?;
        if places.any(|other| other != first) {
            let found = say!("event `{event}` of provider `{provider}` has several schemas by the payload's shape");
            return Err(refuse(say!("{found}, expected one; pass the one that is meant to `compileSchema`")));
        }
        let place = first.or(events.fallback).ok_or_else(|| {
            refuse(say!("event `{event}` of provider `{provider}` has no schema, expected one in `schemas`"))
        })?;
        Ok(Validator {
            schema: plan.schemas[place].clone(),
            mode: *mode,
            depth: limits.depth,
            steps: limits.steps.into(),
            problems: limits.problems,
        })
    }

    /// Refuses more of something than a packed verdict and a frame can number.
    fn within_bounds(self) -> Result<Self, UsageError> {
        let most = [
            ("secrets", self.check.secret_names.len(), 254),
            ("schemes", self.check.plan.schemes.len(), 62),
            ("headers that are read", self.check.headers().len(), 253),
        ];
        match most.iter().find(|(_, found, most)| found > most) {
            Some((what, found, most)) => {
                Err(UsageError::new(Code::UsageOption, say!("there are {found} {what}, expected at most {most}")))
            }
            None => Ok(self),
        }
    }

    /// The payload of a delivery that [`judge`](Self::judge) found readable: the body, or what was made of a form;
    /// `None` where there is none.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn payload<'d>(&self, delivery: &Delivery<'d>) -> Option<std::borrow::Cow<'d, [u8]>> {
        self.check.payload(delivery)
    }

    /// What a report says where it has no sentences.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn brief(&self, delivery: &Delivery<'_>, now: i64) -> Option<crate::check::Brief> {
        self.check.brief(delivery, now)
    }

    /// Whether payloads are always the body as it stands.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn plain(&self) -> bool {
        self.check.plain()
    }

    /// Id of the provider.
    pub fn provider(&self) -> &str {
        &self.check.provider
    }

    /// Ids of the schemes in order.
    pub fn schemes(&self) -> impl Iterator<Item = &str> {
        self.check.plan.schemes.iter().map(|scheme| scheme.id.as_str())
    }

    /// Names of the secrets in order.
    pub fn secret_ids(&self) -> impl Iterator<Item = &str> {
        self.check.secret_names.iter().map(String::as_str)
    }

    /// The budget of one delivery.
    pub fn limits(&self) -> &Limits {
        &self.check.limits
    }

    /// The methods that the sender delivers with.
    pub fn methods(&self) -> &[String] {
        &self.check.methods
    }

    /// The methods of its handshakes, each once.
    pub fn handshake_methods(&self) -> &[String] {
        &self.handshake_methods
    }

    /// Ranges of the HTTP statuses that the sender takes for success, both ends included; empty where it does not say.
    pub fn success(&self) -> &[(u16, u16)] {
        &self.success
    }

    /// Seconds before and after its time of signing in which a delivery is taken, by the scheme that allows most; `None`
    /// where a scheme compares no time.
    pub fn window_seconds(&self) -> Option<u32> {
        let windows = self.check.plan.schemes.iter().map(|scheme| scheme.timestamp.as_ref()?.window.tolerance_seconds);
        windows.collect::<Option<Vec<u32>>>()?.into_iter().max()
    }

    /// The header names that `verify` reads, in lower case; a host may leave out all others.
    pub fn headers(&self) -> Vec<String> {
        self.check.headers().into_iter().map(Into::into).collect()
    }
}

/// The methods of handshakes, each once.
fn methods_of(handshakes: &[Handshake]) -> Vec<String> {
    let mut methods = Vec::new();
    for handshake in handshakes {
        if !methods.contains(&handshake.when.method) {
            methods.push(handshake.when.method.clone());
        }
    }
    methods
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("provider", &self.check.provider).finish_non_exhaustive()
    }
}

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
        let definition = self.provider.load()?;
        let secrets = &self.inputs.secrets;
        // Where deliveries name a published key, the first report may be what says which to fetch.
        let named = definition.schemes.iter().any(|scheme| scheme.key_id.is_some());
        if self.authenticate && secrets.is_empty() && !named {
            let mut message = say!("no secret was given for provider `{}`, expected at least one", definition.id);
            if definition.authentication_optional {
                message.push_str("; to accept deliveries that nothing authenticates say `authentication: 'none'`");
            }
            return Err(UsageError::new(Code::UsageSecret, message));
        }
        if !self.authenticate {
            let refuse = |message: String| Err(UsageError::new(Code::UsageAuthentication, message));
            if !definition.authentication_optional {
                return refuse(say!("provider `{}` authenticates every delivery, expected a secret", definition.id));
            }
            if !secrets.is_empty() {
                return refuse(
                    "authentication is switched off and a secret was given, expected one of the two".to_owned(),
                );
            }
        }
        self.limits.check()?;
        let plan = compile::compile(&definition, &self.inputs)?;
        let secret_names = secrets.iter().enumerate().map(|(place, secret)| secret.name(place)).collect();
        let verifier = Verifier {
            handshake_methods: methods_of(&definition.sender.handshakes),
            success: definition.sender.success.map(|success| success.statuses).unwrap_or_default(),
            check: Check {
                provider: definition.id,
                methods: definition.methods,
                secret_names,
                authenticate: self.authenticate,
                mode: self.mode,
                limits: self.limits,
                plan,
                any: Schema::any(),
            },
        };
        verifier.within_bounds()
    }
}
