//! One scheme against one delivery: candidates, content, every key with every candidate, then what must be equal beside it.

use std::borrow::Cow;

use subtle::ConstantTimeEq;

use crate::code::Code;
use crate::delivery::Delivery;
use crate::limits::Limits;
use crate::payload::document;
use crate::report::{Authenticated, Problem};
use crate::signature::algorithm::Tag;
use crate::signature::header::Parts;
use crate::signature::plan::{KeySet, SchemePlan};
use crate::signature::source::{self, Place, Received, Source};
use crate::signature::token::Token;
use crate::signature::url::UrlVariant;

/// A scheme that passed.
pub struct Match {
    /// Which secret matched.
    pub secret: usize,
    /// The tag, for the replay key; `None` where nothing is signed.
    pub tag: Option<Tag>,
    /// What is proved.
    pub proves: Authenticated,
    /// The timestamp's text, now known to be the sender's.
    pub timestamp: Option<Vec<u8>>,
    /// When a signed token begins and ends to be valid, as it says.
    pub valid: [Option<Vec<u8>>; 2],
}

impl SchemePlan {
    /// Tries the scheme; `None` when the delivery is not one that it is for.
    ///
    /// # Errors
    /// The problem that keeps this scheme from passing.
    pub fn authenticate(&self, delivery: &Delivery<'_>, limits: &Limits) -> Result<Option<Match>, Problem> {
        let received = Received::new(delivery, limits);
        for condition in &self.when {
            if !condition.holds(&received)? {
                return Ok(None);
            }
        }
        if self.every {
            return self.every_item(&received).map(Some);
        }
        let value = received.text(&self.signature)?.filter(|value| !value.is_empty()).ok_or_else(|| self.missing())?;
        let combined = matches!(self.signature, Place::Header(_));
        let parts = self.layout.split(&value, combined).map_err(|code| self.signature_problem(code))?;
        let received = Received { parts: Some(&parts), ..received };
        match self.token_leeway {
            Some(_) => self.token(&received, &parts),
            None => self.signature(&received, &parts),
        }
        .map(Some)
    }

    pub(super) fn missing(&self) -> Problem {
        self.problem(Code::SignatureMissing, say!("{} is missing or empty", self.signature.name()))
    }

    fn signature(&self, received: &Received<'_>, parts: &Parts<'_>) -> Result<Match, Problem> {
        let set = &self.keys[0];
        // A timestamp that is only a part of the body is nothing to speak of before the body is verified.
        let early = self.content.has(&Place::Timestamp) || !self.dated_by_body();
        let timestamp = if early { self.timestamp_text(received)? } else { None };
        let candidates = self.candidates(set, parts, timestamp.is_some(), received.limits)?;
        let missing = || self.problem(Code::TimestampMissing, say!("{} is missing", self.timestamp_name()));
        let needed = self.timestamp.as_ref().is_some_and(|plan| !plan.source.optional);
        if early && needed && timestamp.is_none() {
            return Err(missing());
        }
        let id = self.id_text(received)?;
        let received = Received { timestamp: timestamp.as_deref(), id: id.as_deref(), ..*received };
        let (secret, tag) = self.find(set, &received, &candidates)?;
        let proves = self.checked(&received)?;
        let timestamp = if early { timestamp.clone() } else { self.timestamp_text(&received)? };
        if needed && timestamp.is_none() {
            return Err(missing());
        }
        let timestamp = timestamp.map(Cow::into_owned);
        let tag = (!self.is_token()).then_some(tag);
        Ok(Match { secret, tag, proves, timestamp, valid: [None, None] })
    }

    /// The signatures that are written as they should be. One that is not beside one that is, is another version's:
    /// skipped, not fatal.
    fn candidates(
        &self,
        set: &KeySet,
        parts: &Parts<'_>,
        timestamp: bool,
        limits: &Limits,
    ) -> Result<Vec<Vec<u8>>, Problem> {
        if parts.candidates.is_empty() {
            // With its timestamp in place, further parts are versions that this scheme does not know; without it, it is
            // another layout altogether.
            let whole = self.timestamp.is_none() || timestamp;
            let versions = parts.named.len() > usize::from(timestamp);
            let code = if whole && versions { Code::SignatureUnsupported } else { Code::SignatureMalformed };
            return Err(self.signature_problem(code));
        }
        if parts.candidates.len() > limits.candidates as usize {
            let (name, found, most) = (self.signature.name(), parts.candidates.len(), limits.candidates);
            let message = say!("{name} holds {found} signatures, expected at most {most}");
            return Err(self.problem(Code::LimitCandidates, message));
        }
        let mut candidates: Vec<_> = parts.candidates.iter().filter_map(|text| self.encoding.decode(text)).collect();
        if let Some(width) = set.algorithm.width {
            candidates.retain(|candidate| candidate.len() == width);
        }
        match candidates.is_empty() {
            true => Err(self.signature_problem(Code::SignatureMalformed)),
            false => Ok(candidates),
        }
    }

    /// The first key that one of the candidates matches, in one of the spellings of the URL.
    fn find(&self, set: &KeySet, received: &Received<'_>, candidates: &[Vec<u8>]) -> Result<(usize, Tag), Problem> {
        let signed = received.url.filter(|_| self.content.sources().any(Source::of_url));
        let spellings = signed.map(|url| self.spellings(url));
        let as_given = [None];
        for url in spellings.as_deref().unwrap_or(&as_given) {
            let received = Received { url: url.as_deref().or(received.url), ..*received };
            let with_secret = self.content.has(&Place::Secret);
            let shared = if with_secret { Vec::new() } else { self.content.fill(&received, None)? };
            for key in &set.keys {
                let content = match &key.text {
                    Some(text) => &self.content.fill(&Received { secret: Some(text), ..received }, None)?,
                    None => &shared,
                };
                let content: Vec<&[u8]> = content.iter().map(|piece| &**piece).collect();
                // A MAC of what a handshake answers is no proof of the sender.
                if self.answered.iter().any(|answered| answered.fits(&content)) {
                    continue;
                }
                if let Some(tag) = key.key.verify(&content, candidates) {
                    return Ok((key.secret, tag));
                }
            }
        }
        Err(self.no_match(set, received))
    }

    /// `None` stands for the URL as it was given.
    pub(super) fn spellings<'u>(&self, url: &'u str) -> Vec<Option<Cow<'u, str>>> {
        let mut spellings: Vec<Option<Cow<'u, str>>> = Vec::new();
        for variant in &self.urls {
            match (variant, variant.of(url)) {
                (UrlVariant::AsGiven, _) => spellings.push(None),
                (_, Some(spelling)) => spellings.push(Some(spelling)),
                (_, None) => {}
            }
        }
        spellings
    }

    /// Says which key is missing, where the delivery names one that the host has not handed in.
    fn no_match(&self, set: &KeySet, received: &Received<'_>) -> Problem {
        let Some(name) = self.key_named(received) else { return self.mismatch() };
        let known = |key: &crate::signature::plan::PreparedKey| key.name.as_ref().is_none_or(|known| *known == name);
        if set.keys.iter().any(known) {
            return self.mismatch();
        }
        let message = match set.keys.len() {
            0 => say!("no key was handed in, the delivery names `{name}`"),
            _ => say!("the delivery names the key `{name}`, which is none of those handed in"),
        };
        self.problem(Code::SignatureKey, message)
            .with_hint("fetch that key from the sender, check where it comes from, and hand it in as a secret whose id is this name")
    }

    fn key_named(&self, received: &Received<'_>) -> Option<String> {
        let plan = self.key_id.as_ref()?;
        let token = match received.parts {
            Some(parts) if plan.in_token() => parts.candidates.first().copied(),
            _ => None,
        };
        plan.read(received, token)
    }

    /// Which published key the delivery says that it was signed with.
    pub fn key_name(&self, delivery: &Delivery<'_>, limits: &Limits) -> Option<String> {
        let received = Received::new(delivery, limits);
        let value = received.text(&self.signature).ok()??;
        let parts = self.layout.split(&value, matches!(self.signature, Place::Header(_))).ok()?;
        self.key_named(&Received { parts: Some(&parts), ..received })
    }

    fn token(&self, received: &Received<'_>, parts: &Parts<'_>) -> Result<Match, Problem> {
        let malformed = || self.signature_problem(Code::SignatureMalformed);
        let [text] = parts.candidates[..] else { return Err(malformed()) };
        let token = Token::parse(text).ok_or_else(malformed)?;
        let named = token.algorithm().unwrap_or_default();
        let set = self.keys.iter().find(|set| set.name.as_bytes() == &named[..]).ok_or_else(|| {
            let names: Vec<_> = self.keys.iter().map(|set| set.name.as_str()).collect();
            let message = say!("the token is signed by another algorithm, expected {}", names.join(" or "));
            self.problem(Code::SignatureUnsupported, message)
        })?;
        if token.is_extended() {
            let message = said!("the token's header asks for an extension with `crit`, expected none");
            return Err(self.problem(Code::SignatureUnsupported, message));
        }
        if token.signature.is_empty() {
            return Err(malformed());
        }
        let signature = std::slice::from_ref(&token.signature);
        let matching = set.keys.iter().find_map(|key| Some((key.secret, key.key.verify(&[token.content], signature)?)));
        let (secret, tag) = matching.ok_or_else(|| self.no_match(set, received))?;
        let received = Received { token: Some((&token.header, &token.claims)), ..*received };
        let proves = self.checked(&received)?;
        let timestamp = match &self.timestamp {
            Some(plan) => match received.text(&plan.source.place)? {
                None if !plan.source.optional => {
                    let message = say!("{} is missing", self.timestamp_name());
                    return Err(self.problem(Code::TimestampMissing, message));
                }
                text => text.map(Cow::into_owned),
            },
            None => None,
        };
        let claim = |pointer| source::find(&token.claims, pointer).map(Cow::into_owned);
        Ok(Match { secret, tag: Some(tag), proves, timestamp, valid: [claim("/nbf"), claim("/exp")] })
    }

    /// Compares what must be equal, and says what is proved when it is.
    fn checked(&self, received: &Received<'_>) -> Result<Authenticated, Problem> {
        let mut proves = self.proves;
        for check in &self.checks {
            let expected = check.equals.fill(received, None)?.concat();
            match received.text(&check.source.place)? {
                Some(found) if bool::from(expected.ct_eq(&found[..])) => {}
                Some(_) => {
                    let message = say!("{} does not fit what was received", check.source.place.name());
                    return Err(self.problem(Code::SignatureMismatch, message).with_hint(
                        "pass the raw body and the URL as registered with the sender; something has changed them",
                    ));
                }
                None if !check.source.optional || check.unless_empty && !received.delivery.body.is_empty() => {
                    let message = say!("{} is missing", check.source.place.name());
                    return Err(self.problem(Code::SignatureInput, message));
                }
                // That it is absent is signed too, where only an empty body lets it be.
                None if check.unless_empty => {}
                None => continue,
            }
            if check.equals.covers() < proves {
                proves = check.equals.covers();
            }
        }
        Ok(proves.max(self.at_most))
    }

    pub(super) fn timestamp_text<'t>(&'t self, received: &Received<'t>) -> Result<Option<Cow<'t, [u8]>>, Problem> {
        let Some(plan) = &self.timestamp else { return Ok(None) };
        Ok(received.text(&plan.source.place)?.filter(|text| !text.is_empty()))
    }

    fn dated_by_body(&self) -> bool {
        let place = self.timestamp.as_ref().map(|plan| &plan.source.place);
        matches!(place, Some(Place::Pointer(_) | Place::Raw(_) | Place::Field(_)))
    }

    pub(super) fn id_text<'t>(&'t self, received: &Received<'t>) -> Result<Option<Cow<'t, [u8]>>, Problem> {
        let Some(source) = &self.id_source else { return Ok(None) };
        let place = &source.place;
        match received.text(place)?.filter(|id| !id.is_empty()) {
            None if !source.optional => {
                let message = say!("{}, which is signed, is missing or empty", place.name());
                Err(self.problem(Code::SignatureInput, message))
            }
            id => Ok(id),
        }
    }

    /// A token in every item of an array: all of them must be the same secret.
    fn every_item(&self, received: &Received<'_>) -> Result<Match, Problem> {
        let Place::Pointer(pattern) = &self.signature else { return Err(self.missing()) };
        let body = received.delivery.body;
        let most = received.limits.events as usize;
        let items = document::expand(body, 0, pattern, most);
        if items.len() > most {
            let message = say!("the body holds more than {most} items with a token");
            return Err(self.problem(Code::LimitEvents, message));
        }
        if items.is_empty() {
            return Err(self.missing());
        }
        let mut candidates = Vec::new();
        for (_, span) in items {
            let token = span.and_then(|span| source::text(body, span)).filter(|token| !token.is_empty());
            candidates.push(token.ok_or_else(|| self.missing())?.into_owned());
        }
        let all = |key: &crate::signature::plan::PreparedKey| {
            // Every item is compared, so that the time does not tell which of them is wrong.
            candidates.iter().filter(|token| key.key.verify(&[], std::slice::from_ref(*token)).is_none()).count() == 0
        };
        match self.keys[0].keys.iter().find(|key| all(key)) {
            Some(key) => Ok(Match {
                secret: key.secret,
                tag: None,
                proves: self.proves.max(self.at_most),
                timestamp: None,
                valid: [None, None],
            }),
            None => Err(self.mismatch()),
        }
    }
}
