//! One scheme of a definition, made ready to run; whatever is wrong with it is found here, before any delivery.

use super::{Inputs, wrong};
use crate::code::Code;
use crate::data::Map;
use crate::error::UsageError;
use crate::provider::definition::{
    Absence, CheckDefinition, LayoutDefinition, Prehash, ProviderDefinition, SchemeDefinition,
};
use crate::report::Authenticated;
use crate::signature::algorithm::{self, Algorithm, Kind};
use crate::signature::condition::Condition;
use crate::signature::encoding::Encoding;
use crate::signature::header::Layout;
use crate::signature::key::KeyRule;
use crate::signature::key_id::KeyIdPlan;
use crate::signature::plan::{Answered, CheckPlan, KeySet, PreparedKey, SchemePlan, TimestampPlan};
use crate::signature::public_key;
use crate::signature::source::{self, Place, Source};
use crate::signature::template::Template;
use crate::signature::timestamp::Window;
use crate::signature::token;

/// What became of a scheme.
pub enum Compiled {
    /// It is ready to run.
    Plan(Box<SchemePlan>),
    /// None of the secrets is for it, or it is not in this build.
    Unusable(UsageError),
}

/// The values of parameters, and how errors call the place.
pub struct Scope<'s> {
    /// The values of parameters.
    pub parameters: &'s Map<Option<String>>,
    /// What errors call the place.
    pub place: String,
}

impl Scope<'_> {
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.parameters.get(name).cloned().flatten()
    }

    pub fn wrong(&self, message: impl std::fmt::Display) -> UsageError {
        wrong(&self.place, message)
    }

    pub fn source(&self, text: &str) -> Result<Source, UsageError> {
        Source::parse(text, &|name| self.parameter(name)).map_err(|error| self.wrong(error))
    }

    fn template(&self, text: &str) -> Result<Template, UsageError> {
        Template::parse(text, &|name| self.parameter(name)).map_err(|error| self.wrong(error))
    }

    fn text(&self, text: &str) -> Result<String, UsageError> {
        let given = |name: &str| self.parameter(name).ok_or_else(|| say!("`{name}` is no parameter"));
        source::substitute(text, &given).map_err(|error| self.wrong(error))
    }
}

/// Compiles one scheme.
///
/// # Errors
/// `usage.definition` with what is wrong and where.
pub fn compile(
    scheme: &SchemeDefinition,
    inputs: &Inputs,
    parameters: &Map<Option<String>>,
    definition: &ProviderDefinition,
) -> Result<Compiled, UsageError> {
    if let Some(name) = missing_parameter(scheme, parameters) {
        let what = &definition.parameters.get(name).map_or("", |parameter| parameter.description.as_str());
        let message = say!("scheme `{}` needs the parameter `{name}`: {what}", scheme.id);
        return Ok(Compiled::Unusable(UsageError::new(Code::UsageParameter, message)));
    }
    let scope = Scope { parameters, place: say!("scheme `{}`", scheme.id) };
    let content = scope.template(scheme.content.as_deref().unwrap_or_default())?;
    let checks: Vec<CheckPlan> =
        scheme.checks.iter().map(|check| check_plan(check, &scope)).collect::<Result<_, _>>()?;
    let timestamp = timestamp(scheme, inputs, &scope)?;
    let id_source = scheme.id_source.as_ref().map(|text| scope.source(text)).transpose()?;
    let algorithms = algorithms(scheme, &scope)?;
    let kind = algorithms.kind;
    consistent(scheme, kind, &content, &scope)?;
    let signed = Signed { content: &content, token: scheme.token.is_some() };
    if let Some(check) = checks.iter().find(|check| !signed.holds(&check.source)) {
        return Err(scope.wrong(say!("a check compares with {}, which nothing signs", check.source.place.name())));
    }
    if let Some(plan) = timestamp.as_ref().filter(|plan| !signed.holds_timestamp(&plan.source)) {
        return Err(scope.wrong(say!("{} is the timestamp, but nothing signs it", plan.source.place.name())));
    }
    let when = scheme.when.iter().map(|condition| Condition::compile(condition, &|name| scope.parameter(name)));
    let when = when.collect::<Result<_, _>>().map_err(|error| scope.wrong(error))?;
    let key_id = match &scheme.key_id {
        Some(key) => Some(KeyIdPlan { source: scope.source(&key.source)?, hosts: key.hosts.clone() }),
        None => None,
    };
    let signature = scope.source(&scheme.signature.source)?.place;
    let every = matches!(&signature, Place::Pointer(pointer) if pointer.split('/').any(|token| token == "*"));
    let place = matches!(signature, Place::Header(_) | Place::Query(_) | Place::Field(_) | Place::Pointer(_));
    let stars = scheme.signature.source.split('/').filter(|token| *token == "*").count();
    if !place || stars > 1 || every && (kind != Kind::Token || scheme.signature.layout.is_laid_out()) {
        return Err(scope.wrong(say!("`{}` is no source that a signature can have here", scheme.signature.source)));
    }
    let layout = layout(&scheme.signature.layout, &scope)?;
    let proves = match kind {
        _ if scheme.token.is_some() => Authenticated::Token,
        Kind::Token => Authenticated::Token,
        // Whoever has seen a hash of the secret and a text can append to the text.
        Kind::Hash if content.begins_with(&Place::Secret) => content.covers().max(Authenticated::Partial),
        _ => content.covers(),
    };
    let keys = match algorithms.keys(scheme, inputs)? {
        Ok(keys) => keys,
        Err(error) => return Ok(Compiled::Unusable(error)),
    };
    Ok(Compiled::Plan(Box::new(SchemePlan {
        id: scheme.id.clone(),
        when,
        signature,
        every,
        layout,
        encoding: scheme.signature.encoding,
        content,
        id_source,
        timestamp,
        urls: scheme.url_variants.clone(),
        checks,
        token_leeway: scheme.token.as_ref().map(|token| token.leeway_seconds),
        key_id,
        proves,
        answered: answered(definition, &scope)?,
        at_most: scheme.proves.unwrap_or(Authenticated::Body),
        keys,
    })))
}

/// What the sender's handshakes answer with a MAC without asking who wants it.
///
/// # Errors
/// `usage.definition` for one that would answer any text: everybody could have deliveries signed.
fn answered(definition: &ProviderDefinition, scope: &Scope<'_>) -> Result<Vec<Answered>, UsageError> {
    let mut answered = Vec::new();
    for handshake in definition.sender.handshakes.iter().filter(|handshake| !handshake.verify) {
        let texts = handshake.respond.headers.iter().map(|(_, value)| value).chain([&handshake.respond.body]);
        let macs = texts.flat_map(|text| text.split('{')).filter(|piece| piece.contains("|hmac-"));
        for source in macs.map(|piece| piece.split('|').next().unwrap_or_default()) {
            let bounds = handshake.when.all.iter().find(|condition| condition.source == source);
            match bounds.and_then(|condition| Some((condition.only?, condition.length?))) {
                Some((only, length)) => answered.push(Answered { only, length }),
                None => {
                    return Err(scope.wrong(say!(
                        "a handshake answers whoever asks with a MAC of `{source}`, expected `only` and `length` in its condition"
                    )));
                }
            }
        }
    }
    Ok(answered)
}

/// The parameter that a scheme needs and the host has not handed in.
fn missing_parameter<'p>(scheme: &SchemeDefinition, parameters: &'p Map<Option<String>>) -> Option<&'p str> {
    let pairs = match &scheme.signature.layout {
        LayoutDefinition::Pairs { signature, .. } => signature.as_str(),
        _ => "",
    };
    let mut texts = vec![scheme.signature.source.as_str(), pairs, scheme.content.as_deref().unwrap_or_default()];
    texts.extend(scheme.checks.iter().flat_map(|check| [check.source.as_str(), &check.equals]));
    texts.extend(scheme.timestamp.iter().map(|timestamp| timestamp.source.as_str()).chain(scheme.id_source.as_deref()));
    texts.extend(
        scheme
            .when
            .iter()
            .flat_map(|condition| [Some(condition.source.as_str()), condition.equals.as_deref()])
            .flatten(),
    );
    let one = |name: &str| Map::from_iter([(name.to_owned(), None)]);
    let missing = parameters.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| name.as_str());
    missing.into_iter().find(|name| texts.iter().any(|text| super::lacks(text, &one(name))))
}

/// The rows of the table that a scheme may use, with what a token's header calls each.
struct Algorithms {
    rows: Vec<(&'static Algorithm, String)>,
    /// One that this build leaves out.
    missing: Option<String>,
    kind: Kind,
}

fn algorithms(scheme: &SchemeDefinition, scope: &Scope<'_>) -> Result<Algorithms, UsageError> {
    let names: Vec<(&str, String)> = match (&scheme.token, scheme.algorithm.as_str()) {
        (Some(token), "jwt") => {
            let row = |name: &String| match token::algorithm_of(name) {
                Some(id) => Ok((id, name.clone())),
                None => Err(scope.wrong(say!("unknown algorithm `{name}`, expected HS256, HS384, HS512 or ES256"))),
            };
            token.algorithms.iter().map(row).collect::<Result<_, _>>()?
        }
        (None, "jwt") => return Err(scope.wrong("`jwt` is missing, expected the algorithms that the token may name")),
        (Some(_), _) => return Err(scope.wrong("`jwt` describes a token, expected the algorithm `jwt`")),
        (None, id) => vec![(id, String::new())],
    };
    let (mut rows, mut missing, mut kind) = (Vec::new(), None, Kind::Mac);
    for &(id, ref name) in &names {
        match algorithm::find(id) {
            Some(row) => {
                kind = row.kind;
                rows.push((row, name.clone()));
            }
            None if public_key::NAMES.contains(&id) => {
                kind = Kind::PublicKey;
                missing = Some(id.to_owned());
            }
            None => {
                let expected = algorithm::names();
                return Err(scope.wrong(say!("unknown algorithm `{id}`, expected one of {expected}")));
            }
        }
    }
    let published = names.iter().filter(|(id, _)| public_key::NAMES.contains(id)).count();
    match rows.is_empty() && missing.is_none() {
        _ if published != 0 && published != names.len() => {
            Err(scope.wrong("a published key could be used as a shared secret, expected a scheme of its own for each"))
        }
        true => Err(scope.wrong("`jwt.algorithms` is empty, expected at least one")),
        false => Ok(Algorithms { rows, missing, kind }),
    }
}

impl Algorithms {
    /// The prepared keys, or why there are none.
    fn keys(&self, scheme: &SchemeDefinition, inputs: &Inputs) -> Result<Result<Vec<KeySet>, UsageError>, UsageError> {
        if self.rows.is_empty() {
            let what = self.missing.as_deref().unwrap_or_default();
            let message = say!(
                "scheme `{}` needs {what}, which this entry leaves out, expected the entry `hookproof/public-key` (in Rust, the feature `public-key`)",
                scheme.id
            );
            return Ok(Err(UsageError::new(Code::UsageEntry, message)));
        }
        let rule = KeyRule { published: self.kind == Kind::PublicKey, ..key_rule(scheme) };
        let mut sets: Vec<KeySet> = Vec::new();
        let mut refusal = None;
        for (row, name) in &self.rows {
            let mut keys = Vec::new();
            for (place, secret) in inputs.secrets.iter().enumerate() {
                let called = secret.name(place);
                let refuse = |message: String| UsageError::new(Code::UsageSecret, say!("{called} {message}"));
                if row.kind == Kind::Token && scheme.signature.encoding == Encoding::Text && secret.holds(b", ") {
                    return Err(refuse(
                        "holds a comma and a blank, which stand between combined header lines; no header can carry it"
                            .to_owned(),
                    ));
                }
                let Some(key) = rule.key(secret, &called)? else {
                    refusal = Some(refuse(match (secret.is_published(), scheme.key.format.name()) {
                        (true, _) => {
                            "is a published key, expected the secret that only you and the sender know".to_owned()
                        }
                        (_, format) => say!("is not {format}, which this sender's secrets are written in"),
                    }));
                    continue;
                };
                match (row.prepare)(&key) {
                    Ok(prepared) => keys.push(PreparedKey {
                        secret: place,
                        key: prepared,
                        text: (row.kind == Kind::Hash).then(|| key.into()),
                        name: secret.own_name(),
                    }),
                    Err(error) => refusal = Some(refuse(error)),
                }
            }
            sets.push(KeySet { algorithm: row, name: name.clone(), keys });
        }
        // Without any secret nothing authenticates, or published keys are to be named by the deliveries.
        let none = sets.iter().all(|set| set.keys.is_empty());
        Ok(match refusal {
            Some(error) if none => Err(error),
            _ => Ok(sets),
        })
    }
}

/// How a scheme's secrets become keys.
pub fn key_rule(scheme: &SchemeDefinition) -> KeyRule {
    KeyRule {
        format: scheme.key.format,
        strip_prefix: scheme.key.strip_prefix.clone(),
        without_prefix: scheme.key.without_prefix,
        hashed: scheme.key.prehash == Some(Prehash::Sha1),
        published: false,
    }
}

/// What the signature vouches for beside the body.
struct Signed<'c> {
    content: &'c Template,
    token: bool,
}

impl Signed<'_> {
    fn holds(&self, source: &Source) -> bool {
        let whole = self.content.covers() == Authenticated::Body;
        match &source.place {
            Place::Claim(_) | Place::TokenHeader(_) => self.token,
            Place::Query(name) => {
                let among = self.content.has_among(&Place::AllQuery, name);
                self.content.has(&Place::Url) || self.content.has(&source.place) || among
            }
            Place::Field(name) => {
                whole || self.content.has(&source.place) || self.content.has_among(&Place::AllFields, name)
            }
            Place::Pointer(_) => whole || self.content.has(&source.place),
            place => self.content.has(place),
        }
    }

    fn holds_timestamp(&self, source: &Source) -> bool {
        self.content.has(&Place::Timestamp) || self.holds(source)
    }
}

fn consistent(scheme: &SchemeDefinition, kind: Kind, content: &Template, scope: &Scope<'_>) -> Result<(), UsageError> {
    let signs = scheme.token.is_none() && kind != Kind::Token;
    let message = match (signs, scheme.content.is_some()) {
        (false, true) => "a token signs nothing, expected no content",
        (true, _) if content.is_empty() => "the content is missing, expected a template such as `{body}`",
        _ if scheme.timestamp.is_none() && content.has(&Place::Timestamp) => {
            "the content has {ts}, but the scheme has no timestamp"
        }
        _ if scheme.id_source.is_none() && content.has(&Place::Id) => {
            "the content has {id}, but the scheme has no idSource"
        }
        (true, _) if (kind == Kind::Hash) != content.has(&Place::Secret) => {
            "a plain hash, and nothing else, has {secret} in its content"
        }
        _ if content.macs().is_some() => "a MAC is no function of a scheme's content",
        _ => return Ok(()),
    };
    Err(scope.wrong(message))
}

fn check_plan(check: &CheckDefinition, scope: &Scope<'_>) -> Result<CheckPlan, UsageError> {
    let mut source = scope.source(&check.source)?;
    source.optional |= check.optional != Absence::Never;
    Ok(CheckPlan { source, equals: scope.template(&check.equals)?, unless_empty: check.optional == Absence::EmptyBody })
}

fn timestamp(
    scheme: &SchemeDefinition,
    inputs: &Inputs,
    scope: &Scope<'_>,
) -> Result<Option<TimestampPlan>, UsageError> {
    let Some(timestamp) = &scheme.timestamp else { return Ok(None) };
    let mut source = scope.source(&timestamp.source)?;
    source.optional |= timestamp.optional;
    let tolerance_seconds = inputs.tolerance_seconds.or(timestamp.tolerance_seconds);
    Ok(Some(TimestampPlan { source, window: Window { unit: timestamp.unit, tolerance_seconds } }))
}

/// The layout of a signature.
pub fn layout(definition: &LayoutDefinition, scope: &Scope<'_>) -> Result<Layout, UsageError> {
    let text = |name: &str, text: &str| match text.is_empty() {
        true => Err(scope.wrong(say!("`{name}` of the layout is empty"))),
        false => Ok(text.as_bytes().into()),
    };
    Ok(match definition {
        LayoutDefinition::Bare => Layout::Bare,
        LayoutDefinition::Prefix { text: prefix, ignore_case } => {
            Layout::Prefix { text: text("text", prefix)?, ignore_case: *ignore_case }
        }
        LayoutDefinition::Pairs { separator, assign, signature } => Layout::Pairs {
            separator: text("separator", separator)?,
            assign: text("assign", assign)?,
            signature: text("signature", &scope.text(signature)?)?,
        },
        LayoutDefinition::List { separator, tag } => {
            Layout::List { separator: text("separator", separator)?, tag: text("tag", tag)? }
        }
    })
}
