//! One scheme, compiled: where its values stand, how they are read, and the keys it compares with.

use crate::code::Code;
use crate::packed::packed;
use crate::report::{Authenticated, Problem, Stage};
use crate::signature::algorithm::{Algorithm, Key, Kind};
use crate::signature::blank::{self, Values};
use crate::signature::condition::{Charset, Condition, Test};
use crate::signature::encoding::Encoding;
use crate::signature::header::Layout;
use crate::signature::key_id::KeyIdPlan;
use crate::signature::source::{Place, Source};
use crate::signature::template::Template;
use crate::signature::timestamp::Window;
use crate::signature::url::UrlVariant;

/// A scheme ready to authenticate deliveries. It does not know whose it is.
pub struct SchemePlan {
    /// Names the scheme in reports.
    pub id: String,
    /// Which deliveries it is for; all must hold.
    pub when: Vec<Condition>,
    /// Where the signature or token stands.
    pub signature: Place,
    /// Whether `*` in its pointer stands for every item of an array, each of which must match.
    pub every: bool,
    /// How the value is laid out.
    pub layout: Layout,
    /// How each signature is written.
    pub encoding: Encoding,
    /// What is signed; empty for tokens.
    pub content: Template,
    /// Where the signed event id stands.
    pub id_source: Option<Source>,
    /// The signed timestamp.
    pub timestamp: Option<TimestampPlan>,
    /// The spellings of the URL to try, when the content holds it.
    pub urls: Vec<UrlVariant>,
    /// What must be equal beside the signature.
    pub checks: Vec<CheckPlan>,
    /// For signed tokens: how many seconds the clocks may differ.
    pub token_leeway: Option<u32>,
    /// Which published key a delivery names.
    pub key_id: Option<KeyIdPlan>,
    /// What a match proves without the checks, and never more than with them.
    pub proves: Authenticated,
    /// What anybody can get a MAC of by a handshake: content that fits is nobody's.
    pub answered: Vec<Answered>,
    /// No match proves more than this.
    pub at_most: Authenticated,
    /// The keys for each algorithm that may be used: one, or those that a token's header may name.
    pub keys: Vec<KeySet>,
}

packed!(SchemePlan {
    id,
    when,
    signature,
    every,
    layout,
    encoding,
    content,
    id_source,
    timestamp,
    urls,
    checks,
    token_leeway,
    key_id,
    proves,
    answered,
    at_most,
} and { keys: Vec::new() });

/// The keys for one algorithm.
pub struct KeySet {
    /// The row of the algorithm table.
    pub algorithm: &'static Algorithm,
    /// What a token's header calls it; empty where there is no such header.
    pub name: String,
    /// One for each secret that is in the form which the scheme takes, with the secret's place.
    pub keys: Vec<PreparedKey>,
}

/// A key, prepared.
pub struct PreparedKey {
    /// The place of its secret.
    pub secret: usize,
    /// What computes and compares.
    pub key: Box<dyn Key>,
    /// The secret itself, where it stands in the content.
    pub text: Option<Box<[u8]>>,
    /// What the host or the key itself calls it.
    pub name: Option<String>,
}

/// A text that a handshake answers with a MAC of it, to whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The characters that it may have.
    pub only: Charset,
    /// How long it may be.
    pub length: (u16, u16),
}

packed!(Answered { only, length });

impl Answered {
    /// Whether this content could have been asked for.
    pub fn fits(&self, content: &[&[u8]]) -> bool {
        let (least, most) = self.length;
        let length: usize = content.iter().map(|piece| piece.len()).sum();
        length >= least.into() && length <= most.into() && content.iter().all(|piece| self.only.all(piece))
    }
}

/// Where a signed timestamp stands and what it must satisfy.
#[derive(Clone, Debug)]
pub struct TimestampPlan {
    /// Where its text stands.
    pub source: Source,
    /// How it is read and compared.
    pub window: Window,
}

packed!(TimestampPlan { source, window });

/// Two texts that must be equal.
#[derive(Clone, Debug)]
pub struct CheckPlan {
    /// The one that the sender has signed.
    pub source: Source,
    /// The one that is computed of what was received.
    pub equals: Template,
    /// Whether it may be absent, where the source is optional, only when the body is empty.
    pub unless_empty: bool,
}

packed!(CheckPlan { source, equals, unless_empty });

impl SchemePlan {
    /// Fills the blanks of its texts.
    ///
    /// # Errors
    /// A sentence about a text that comes out.
    pub fn fill(&mut self, values: &Values) -> Result<(), String> {
        self.signature.fill(values)?;
        self.content.complete(values)?;
        if let Layout::Pairs { signature, .. } = &mut self.layout {
            blank::fill_bytes(signature, values);
        }
        for condition in &mut self.when {
            condition.source.fill(values)?;
            if let Test::Equals(text) = &mut condition.test {
                text.complete(values)?;
            }
        }
        for check in &mut self.checks {
            check.source.fill(values)?;
            check.equals.complete(values)?;
        }
        let sources = self.id_source.iter_mut().chain(self.timestamp.iter_mut().map(|plan| &mut plan.source));
        let mut sources = sources.chain(self.key_id.iter_mut().map(|plan| &mut plan.source));
        sources.try_for_each(|source| source.fill(values))
    }

    /// Whether what it compares is a token, which says nothing about the rest of the delivery.
    pub fn is_token(&self) -> bool {
        self.keys.iter().all(|set| set.algorithm.kind == Kind::Token)
    }

    /// Whether it reads the body as a form.
    pub fn reads_form(&self) -> bool {
        self.places().any(|place| matches!(place, Place::Field(_) | Place::AllFields))
    }

    /// Whether it reads parameters of the query.
    pub fn reads_query(&self) -> bool {
        self.places().any(|place| matches!(place, Place::Query(_) | Place::AllQuery))
    }

    /// The header names that this scheme reads.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        self.places().filter_map(|place| match place {
            Place::Header(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Every place that this scheme reads.
    fn places(&self) -> impl Iterator<Item = &Place> {
        let conditions = self.when.iter().map(|condition| &condition.source);
        let checks = self.checks.iter().flat_map(|check| std::iter::once(&check.source).chain(check.equals.sources()));
        let sources = self.content.sources().chain(conditions).chain(checks).chain(&self.id_source);
        let sources = sources.chain(self.timestamp.as_ref().map(|plan| &plan.source));
        let sources = sources.chain(self.key_id.as_ref().map(|plan| &plan.source));
        sources.map(|source| &source.place).chain([&self.signature])
    }

    /// What the timestamp is called in messages.
    pub fn timestamp_name(&self) -> String {
        match self.timestamp.as_ref().map(|plan| &plan.source.place) {
            Some(Place::Header(name)) => say!("timestamp header `{name}`"),
            Some(Place::Part(name)) => say!("part `{name}` of {}", self.signature.name()),
            Some(place) => place.name(),
            None => "timestamp".to_owned(),
        }
    }

    /// The form of the signature, for messages.
    pub fn form(&self) -> String {
        let width = self.keys.first().and_then(|set| set.algorithm.width);
        self.layout.form(self.encoding, width, self.token_leeway.is_some())
    }

    /// A problem with the value that holds the signature.
    pub(super) fn signature_problem(&self, code: Code) -> Problem {
        let name = self.signature.name();
        let message = match code {
            Code::SignatureDuplicated => say!("{name} or a part of it stands several times"),
            Code::SignatureUnsupported => say!("{name} holds only signatures of other versions"),
            _ => say!("{name} is in another form"),
        };
        self.problem(code, say!("{message}, expected {}", self.form()))
    }

    /// No signature matches.
    pub(super) fn mismatch(&self) -> Problem {
        let name = self.signature.name();
        let secrets = match self.keys.iter().map(|set| set.keys.len()).max() {
            Some(0 | 1) | None => "the secret".to_owned(),
            Some(n) => say!("any of the {n} secrets"),
        };
        if self.is_token() {
            return self
                .problem(Code::SignatureMismatch, say!("the token in {name} is not {secrets}"))
                .with_hint("use the secret of this endpoint, as the sender shows it");
        }
        let message = say!("no signature in {name} matches the received bytes with {secrets}");
        self.problem(Code::SignatureMismatch, message)
            .with_hint("pass the raw body, before anything parses it, and the secret of this endpoint")
    }

    pub(super) fn problem(&self, code: Code, message: String) -> Problem {
        Problem::new(code, Stage::Signature, message)
    }
}
