//! What a scheme's deliveries look like, apart from any key: for telling senders apart.

use super::scheme::{Scope, layout};
use super::{lacks, optional_parameters};
use crate::error::UsageError;
use crate::payload::document;
use crate::provider::definition::{ProviderDefinition, SchemeDefinition};
use crate::provider::plan::Inputs;
use crate::signature::algorithm;
use crate::signature::condition::Condition;
use crate::signature::encoding::Encoding;
use crate::signature::header::Layout;
use crate::signature::source::{self, Place, Received, Source};
use crate::signature::token::Token;

/// The look of a scheme's deliveries.
pub struct SchemeShape {
    /// Which deliveries it is for; all must hold.
    pub when: Vec<Condition>,
    /// Where the signature stands.
    pub signature: Place,
    /// Where the timestamp stands.
    pub timestamp: Option<Source>,
    /// Where the signed id stands.
    pub id: Option<Source>,
    layout: Layout,
    encoding: Encoding,
    width: Option<usize>,
    token: bool,
}

/// The look of a scheme; `None` where it depends on a parameter that was not handed in.
///
/// # Errors
/// `usage.definition` with what is wrong and where.
pub fn shape(
    scheme: &SchemeDefinition,
    definition: &ProviderDefinition,
    inputs: &Inputs,
) -> Result<Option<SchemeShape>, UsageError> {
    let parameters = optional_parameters(definition, inputs)?;
    let parameter = |name: &str| parameters.get(name).cloned().flatten();
    let scope = Scope { parameter: &parameter, place: say!("scheme `{}`", scheme.id) };
    let timestamp = scheme.timestamp.as_ref().map(|timestamp| &timestamp.source);
    let conditions = scheme.when.iter().flat_map(|when| std::iter::once(&when.source).chain(&when.equals));
    let mut texts = [&scheme.signature.source].into_iter().chain(timestamp).chain(&scheme.id_source).chain(conditions);
    if texts.any(|text| lacks(text, &parameters)) || scheme.signature.layout.lacks(&|text| lacks(text, &parameters)) {
        return Ok(None);
    }
    let when = scheme.when.iter().map(|when| Condition::compile(when, &parameter));
    Ok(Some(SchemeShape {
        when: when.collect::<Result<_, _>>().map_err(|error| scope.wrong(error))?,
        signature: scope.source(&scheme.signature.source)?.place,
        timestamp: timestamp.map(|text| scope.source(text)).transpose()?,
        id: scheme.id_source.as_ref().map(|text| scope.source(text)).transpose()?,
        layout: layout(&scheme.signature.layout, &scope)?,
        encoding: scheme.signature.encoding,
        width: match scheme.algorithm.as_str() {
            "ed25519" | "ecdsa-p256-sha256-raw" => Some(64),
            id => algorithm::find(id).and_then(|row| row.width),
        },
        token: scheme.token.is_some(),
    }))
}

impl SchemeShape {
    /// The form of the signature, when there is one that is laid out and written as it should be.
    pub fn found(&self, received: &Received<'_>) -> Option<String> {
        let value = match &self.signature {
            Place::Pointer(pattern) => {
                let body = received.delivery.body;
                let (_, span) = document::expand(body, 0, pattern, 1).into_iter().next()?;
                source::text(body, span?)?
            }
            place => received.text(place).ok()??,
        };
        let parts = self.layout.split(&value, matches!(self.signature, Place::Header(_))).ok()?;
        let right = |text: &&[u8]| match self.token {
            true => Token::parse(text).is_some(),
            false => {
                let decoded = self.encoding.decode(text);
                decoded.is_some_and(|bytes| self.width.is_none_or(|width| bytes.len() == width))
            }
        };
        parts.candidates.iter().any(right).then(|| self.form())
    }

    fn form(&self) -> String {
        self.layout.form(self.encoding, self.width, self.token)
    }
}
