//! What a scheme reads of a delivery, piece by piece, for tools that show it; never a secret, a MAC or a token to compare.

use std::borrow::Cow;

use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::report::Problem;
use crate::signature::plan::SchemePlan;
use crate::signature::source::{Place, Received};
use crate::signature::token::Token;

/// What a scheme reads.
#[derive(Debug, Default)]
pub struct Shown {
    /// The value that holds the signature, taken apart.
    pub parts: Vec<Piece>,
    /// What is signed, in order; empty where only a token is compared.
    pub content: Vec<Piece>,
    /// What keeps it from being read whole.
    pub problem: Option<Problem>,
}

/// A stretch of text.
#[derive(Debug)]
pub struct Piece {
    /// What it is; `None` for fixed text, and for the signature among the parts.
    pub name: Option<String>,
    /// The text; `None` where a secret is, or is made use of.
    pub text: Option<Vec<u8>>,
}

impl Piece {
    /// A piece of a template.
    pub fn of(name: Option<String>, text: Option<Cow<'_, [u8]>>) -> Self {
        Self { name, text: text.map(Cow::into_owned) }
    }
}

impl SchemePlan {
    /// What the scheme reads of a delivery; `None` when the delivery is not one that it is for.
    pub fn shown(&self, delivery: &Delivery<'_>, limits: &Limits) -> Option<Shown> {
        let mut shown = Shown::default();
        match self.show(delivery, limits, &mut shown) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(problem) => shown.problem = Some(problem),
        }
        Some(shown)
    }

    fn show(&self, delivery: &Delivery<'_>, limits: &Limits, shown: &mut Shown) -> Result<bool, Problem> {
        let received = Received::new(delivery, limits);
        for condition in &self.when {
            if !condition.holds(&received)? {
                return Ok(false);
            }
        }
        if self.every {
            return Ok(true);
        }
        let value = received.text(&self.signature)?.filter(|value| !value.is_empty()).ok_or_else(|| self.missing())?;
        let combined = matches!(self.signature, Place::Header(_));
        let parts = self.layout.split(&value, combined).map_err(|code| self.signature_problem(code))?;
        let hidden = self.is_token();
        for (name, text) in &parts.named {
            shown.parts.push(Piece::of(Some(String::from_utf8_lossy(name).into_owned()), Some(Cow::Borrowed(text))));
        }
        for text in &parts.candidates {
            // A token is the secret itself.
            shown.parts.push(Piece::of(None, (!hidden).then_some(Cow::Borrowed(text))));
        }
        if self.token_leeway.is_some() {
            let token = parts.candidates.first().and_then(|text| Token::parse(text));
            shown.content.extend(token.into_iter().flat_map(|token| {
                [("the token's header", token.header), ("the token's claims", token.claims)]
                    .map(|(name, text)| Piece { name: Some(name.to_owned()), text: Some(text) })
            }));
            return Ok(true);
        }
        let received = Received { parts: Some(&parts), ..received };
        let timestamp = self.timestamp_text(&received)?;
        let id = self.id_text(&received)?;
        let url = received.url.and_then(|url| self.spellings(url).into_iter().next().flatten());
        let url = url.as_deref().or(received.url);
        let received = Received { timestamp: timestamp.as_deref(), id: id.as_deref(), url, ..received };
        shown.content = self.content.shown(&received)?;
        Ok(true)
    }
}
