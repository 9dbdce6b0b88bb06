//! One scheme of a definition, compiled; whatever is wrong with it is found here, before any delivery.

use super::wrong;
use crate::data::Map;
use crate::error::UsageError;
use crate::provider::definition::{
    Absence, CheckDefinition, LayoutDefinition, Prehash, ProviderDefinition, SchemeDefinition,
};
use crate::provider::outline::SchemeOutline;
use crate::report::Authenticated;
use crate::signature::algorithm::{self, Kind};
use crate::signature::blank::blank;
use crate::signature::condition::Condition;
use crate::signature::header::Layout;
use crate::signature::key::KeyRule;
use crate::signature::key_id::KeyIdPlan;
use crate::signature::plan::{Answered, CheckPlan, SchemePlan, TimestampPlan};
use crate::signature::public_key;
use crate::signature::source::{self, Place, Source};
use crate::signature::template::Template;
use crate::signature::timestamp::Window;
use crate::signature::token;

/// Gives the value of a parameter by its name.
type Parameter<'p> = dyn Fn(&str) -> Option<String> + 'p;

/// What parameters stand for, and how errors call the place.
pub struct Scope<'s> {
    /// What a parameter stands for: its value, or the blank for it.
    pub parameter: &'s Parameter<'s>,
    /// What errors call the place.
    pub place: String,
}

impl Scope<'_> {
    pub fn wrong(&self, message: impl std::fmt::Display) -> UsageError {
        wrong(&self.place, message)
    }

    pub fn source(&self, text: &str) -> Result<Source, UsageError> {
        Source::parse(text, self.parameter).map_err(|error| self.wrong(error))
    }

    fn template(&self, text: &str) -> Result<Template, UsageError> {
        Template::parse(text, self.parameter).map_err(|error| self.wrong(error))
    }

    fn text(&self, text: &str) -> Result<String, UsageError> {
        let given = |name: &str| (self.parameter)(name).ok_or_else(|| say!("`{name}` is no parameter"));
        source::substitute(text, &given).map_err(|error| self.wrong(error))
    }
}

/// Compiles one scheme.
///
/// # Errors
/// `usage.definition` with what is wrong and where.
pub fn compile(scheme: &SchemeDefinition, definition: &ProviderDefinition) -> Result<SchemeOutline, UsageError> {
    let parameter = |name: &str| definition.parameters.keys().position(|known| known == name).map(blank);
    let scope = Scope { parameter: &parameter, place: say!("scheme `{}`", scheme.id) };
    let content = scope.template(scheme.content.as_deref().unwrap_or_default())?;
    let checks: Vec<CheckPlan> =
        scheme.checks.iter().map(|check| check_plan(check, &scope)).collect::<Result<_, _>>()?;
    let timestamp = timestamp(scheme, &scope)?;
    let id_source = scheme.id_source.as_ref().map(|text| scope.source(text)).transpose()?;
    let (algorithms, kind) = algorithms(scheme, &scope)?;
    consistent(scheme, kind, &content, &scope)?;
    let signed = Signed { content: &content, token: scheme.token.is_some() };
    if let Some(check) = checks.iter().find(|check| !signed.holds(&check.source)) {
        return Err(scope.wrong(say!("a check compares with {}, which nothing signs", check.source.place.name())));
    }
    if let Some(plan) = timestamp.as_ref().filter(|plan| !signed.holds_timestamp(&plan.source)) {
        return Err(scope.wrong(say!("{} is the timestamp, but nothing signs it", plan.source.place.name())));
    }
    let when = scheme.when.iter().map(|condition| Condition::compile(condition, &parameter));
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
    let plan = SchemePlan {
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
        keys: Vec::new(),
    };
    let rule = KeyRule { published: kind == Kind::PublicKey, ..key_rule(scheme) };
    Ok(SchemeOutline { plan, opt_in: scheme.opt_in, needs: needs(scheme, definition), rule, algorithms })
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

/// The places of the parameters that a scheme needs.
fn needs(scheme: &SchemeDefinition, definition: &ProviderDefinition) -> Vec<usize> {
    let pairs = match &scheme.signature.layout {
        LayoutDefinition::Pairs { signature, .. } => signature.as_str(),
        _ => "",
    };
    let mut texts = vec![scheme.signature.source.as_str(), pairs, scheme.content.as_deref().unwrap_or_default()];
    texts.extend(scheme.checks.iter().flat_map(|check| [check.source.as_str(), &check.equals]));
    texts.extend(scheme.timestamp.iter().map(|timestamp| timestamp.source.as_str()).chain(scheme.id_source.as_deref()));
    texts.extend(scheme.key_id.iter().map(|key| key.source.as_str()));
    texts.extend(
        scheme
            .when
            .iter()
            .flat_map(|condition| [Some(condition.source.as_str()), condition.equals.as_deref()])
            .flatten(),
    );
    let named = |name: &str| {
        let one = Map::from_iter([(name.to_owned(), None)]);
        texts.iter().any(|text| super::lacks(text, &one))
    };
    let names = definition.parameters.keys().enumerate();
    names.filter(|(_, name)| named(name)).map(|(place, _)| place).collect()
}

/// The algorithms that a scheme may use, each with what a token's header calls it.
fn algorithms(scheme: &SchemeDefinition, scope: &Scope<'_>) -> Result<(Vec<(String, String)>, Kind), UsageError> {
    let names: Vec<(String, String)> = match (&scheme.token, scheme.algorithm.as_str()) {
        (Some(token), "jwt") => {
            let row = |name: &String| match token::algorithm_of(name) {
                Some(id) => Ok((id.to_owned(), name.clone())),
                None => Err(scope.wrong(say!("unknown algorithm `{name}`, expected HS256, HS384, HS512 or ES256"))),
            };
            token.algorithms.iter().map(row).collect::<Result<_, _>>()?
        }
        (None, "jwt") => return Err(scope.wrong("`jwt` is missing, expected the algorithms that the token may name")),
        (Some(_), _) => return Err(scope.wrong("`jwt` describes a token, expected the algorithm `jwt`")),
        (None, id) => vec![(id.to_owned(), String::new())],
    };
    // A build may leave some of them out.
    let published = |id: &str| public_key::NAMES.contains(&id);
    let kind_of = |id: &str| algorithm::find(id).map(|row| row.kind).or(published(id).then_some(Kind::PublicKey));
    if let Some((unknown, _)) = names.iter().find(|(id, _)| kind_of(id).is_none()) {
        let expected = algorithm::names();
        return Err(scope.wrong(say!("unknown algorithm `{unknown}`, expected one of {expected}")));
    }
    let count = names.iter().filter(|(id, _)| published(id)).count();
    match names.last().and_then(|(id, _)| kind_of(id)) {
        _ if count != 0 && count != names.len() => {
            Err(scope.wrong("a published key could be used as a shared secret, expected a scheme of its own for each"))
        }
        None => Err(scope.wrong("`jwt.algorithms` is empty, expected at least one")),
        Some(kind) => Ok((names, kind)),
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

fn timestamp(scheme: &SchemeDefinition, scope: &Scope<'_>) -> Result<Option<TimestampPlan>, UsageError> {
    let Some(timestamp) = &scheme.timestamp else { return Ok(None) };
    let mut source = scope.source(&timestamp.source)?;
    source.optional |= timestamp.optional;
    let window = Window { unit: timestamp.unit, tolerance_seconds: timestamp.tolerance_seconds };
    Ok(Some(TimestampPlan { source, window }))
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
