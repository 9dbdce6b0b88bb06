//! Inspections: what was signed, piece by piece, and what it was before it was changed on the way. For tools that show it.

use std::ops::Deref;

use serde::{Serialize, Serializer};

use super::scene::Scene;
use super::search;
use crate::delivery::Delivery;
use crate::error::UsageError;
use crate::signature::key::Secret;
use crate::signature::shown::Piece;
use crate::verifier::VerifierBuilder;

/// What of a delivery was signed. It holds values of the delivery, but never a secret, a token or an expected signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Inspection {
    /// The schemes that the delivery may be signed by.
    pub schemes: Vec<InspectedScheme>,
    /// The body as it was signed, where it is proved that another one arrived; `null` otherwise.
    #[cfg_attr(feature = "types", ts(type = "Uint8Array<ArrayBuffer> | null"))]
    pub signed_body: Option<Bytes>,
    /// The same of the URL.
    pub signed_url: Option<String>,
}

/// What one scheme reads of the delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct InspectedScheme {
    /// Its id.
    pub id: String,
    /// Where the signature or token stands.
    pub place: String,
    /// The value that stands there, taken apart; the signature has no name.
    pub parts: Vec<Segment>,
    /// What is signed, in order; fixed text has no name. Empty where only a token is compared.
    pub content: Vec<Segment>,
    /// What keeps it from being read whole, or `null`.
    pub problem: Option<String>,
}

/// A stretch of bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Segment {
    /// What it is, or `null`.
    pub name: Option<String>,
    /// The bytes, or `null` where a secret or a token stands.
    #[cfg_attr(feature = "types", ts(type = "Uint8Array<ArrayBuffer> | null"))]
    pub bytes: Option<Bytes>,
}

impl From<Piece> for Segment {
    fn from(Piece { name, text }: Piece) -> Self {
        Self { name, bytes: text.map(Bytes) }
    }
}

/// Bytes that cross to JavaScript as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(Vec<u8>);

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self)
    }
}

impl VerifierBuilder {
    /// Shows what of a delivery was signed, and what it was when [`explain`](Self::explain) proves that it was changed.
    /// For tools: unlike a report it holds values of the delivery.
    ///
    /// # Errors
    /// A `usage.*` error when the options are wrong in another way than by a secret.
    pub fn inspect(&self, delivery: &Delivery<'_>, now: i64, others: &[Secret]) -> Result<Inspection, UsageError> {
        let definition = self.provider().load()?;
        let scene = Scene::new(definition, self.inputs(), self.limits_given(), delivery, others)?;
        let schemes = scene.shapes.iter().filter_map(|plan| {
            let shown = plan.shown(delivery, self.limits_given())?;
            Some(InspectedScheme {
                id: plan.id.clone(),
                place: plan.signature.name(),
                parts: shown.parts.into_iter().map(Segment::from).collect(),
                content: shown.content.into_iter().map(Segment::from).collect(),
                problem: shown.problem.map(|problem| problem.message),
            })
        });
        let schemes = schemes.collect();
        let (signed_body, signed_url) = match scene.inputs.secrets.is_empty() && others.is_empty() {
            true => (None, None),
            false => search::signed(&scene, now),
        };
        Ok(Inspection { schemes, signed_body: signed_body.map(Bytes), signed_url })
    }
}
