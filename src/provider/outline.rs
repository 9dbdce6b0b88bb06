//! A definition, compiled as far as it can be without what the host adds: parameters, secrets, schemas of its own.

use crate::packed::packed;
use crate::payload::event::EventsPlan;
use crate::payload::reading::BodyKind;
use crate::schema::Schema;
use crate::signature::key::KeyRule;
use crate::signature::plan::SchemePlan;

/// What a definition comes to. Its texts have blanks where parameters stand.
pub struct Outline {
    /// Id of the provider.
    pub id: String,
    /// Methods that deliveries come with.
    pub methods: Vec<String>,
    /// Methods of its handshakes, each once.
    pub handshake_methods: Vec<String>,
    /// Ranges of HTTP statuses that the sender takes for success, both ends included.
    pub success: Vec<(u16, u16)>,
    /// Whether the sender can be set up to send without any authentication.
    pub authentication_optional: bool,
    /// Values that the host hands in beside the secret, by name.
    pub parameters: Vec<ParameterRule>,
    /// The schemes in the definition's order.
    pub schemes: Vec<SchemeOutline>,
    /// What the body is read as.
    pub body: Vec<BodyKind>,
    /// How events are told apart.
    pub events: EventsPlan,
    /// The schemas that events refer to by place.
    pub schemas: Vec<Schema>,
    /// Pointers into each event whose values are captured.
    pub captures: Vec<String>,
}

packed!(Outline {
    id,
    methods,
    handshake_methods,
    success,
    authentication_optional,
    parameters,
    schemes,
    body,
    events,
    schemas,
    captures,
});

/// A value that the host hands in beside the secret.
#[derive(Debug)]
pub struct ParameterRule {
    /// Its name.
    pub name: String,
    /// Used when the host hands none in.
    pub default: Option<String>,
    /// Whether there may be none all the same.
    pub optional: bool,
}

packed!(ParameterRule { name, default, optional });

/// A scheme without its keys.
pub struct SchemeOutline {
    /// The scheme, which has no keys yet.
    pub plan: SchemePlan,
    /// Whether it counts only where the caller names it.
    pub opt_in: bool,
    /// The places of the parameters that it cannot do without.
    pub needs: Vec<usize>,
    /// How secrets become keys.
    pub rule: KeyRule,
    /// The algorithms that may be used, each with what a token's header calls it.
    pub algorithms: Vec<(String, String)>,
}

packed!(SchemeOutline { plan, opt_in, needs, rule, algorithms });
