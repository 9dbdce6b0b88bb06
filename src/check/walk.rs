//! Telling the events of a verified payload apart, and walking each value against its schema.

use super::{Check, Found, Run, Walked};
use crate::code::Code;
use crate::delivery::Delivery;
use crate::payload::document::{self, Items};
use crate::payload::event::{Layout, Place};
use crate::payload::json::{self, SyntaxError};
#[cfg(feature = "details")]
use crate::schema::Findings;
use crate::schema::{Captured, Schema, Walk};
use crate::signature::verified::Verified;

impl Check {
    /// Reads a payload; what was read before a fault is forgotten.
    pub(super) fn read<'d>(
        &self,
        run: &mut Run<'d, '_>,
        text: &'d [u8],
        delivery: &'d Delivery<'_>,
    ) -> Result<(), SyntaxError> {
        let place =
            Place { text, start: json::skip_whitespace(text, 0), headers: &delivery.headers, url: delivery.url };
        let read = match &self.plan.events.layout {
            Layout::OneOrArray if text.get(place.start) == Some(&b'[') => self.read_array(run, place),
            Layout::Items(pattern) => self.read_items(run, place, pattern),
            _ => self.read_event(run, place, None).and_then(|end| document::end(text, end)),
        };
        match &read {
            Ok(()) => run.text = Some(text),
            Err(_) => {
                run.events.clear();
                run.walks.clear();
            }
        }
        read
    }

    fn read_array<'d>(&self, run: &mut Run<'d, '_>, place: Place<'d>) -> Result<(), SyntaxError> {
        if self.limits.depth == 0 {
            let message = said!("found an array or object nested deeper than the limit allows");
            return Err(SyntaxError { code: Code::LimitDepth, offset: place.start, length: 1, message });
        }
        let mut items = Items::new(place.text, place.start);
        while let Some(item) = items.next_item()? {
            if run.events.len() >= self.limits.events as usize {
                return Err(self.too_many(item));
            }
            let end = self.read_event(run, Place { start: item, ..place }, Some(run.events.len()))?;
            items.end_item(end);
        }
        document::end(place.text, items.at())
    }

    fn too_many(&self, offset: usize) -> SyntaxError {
        let message = say!("found more than {} events in one delivery", self.limits.events);
        SyntaxError { code: Code::LimitEvents, offset, length: 1, message }
    }

    /// Walks one event; a second look at duplicates keeps to the rule that the last one counts.
    fn read_event<'d>(
        &self,
        run: &mut Run<'d, '_>,
        place: Place<'d>,
        item: Option<usize>,
    ) -> Result<usize, SyntaxError> {
        let pointer = item.map_or_else(String::new, |place| ["/", &place.to_string()].concat());
        let mut known = self.plan.events.known(&place, true);
        let mut walked = Walked { start: place.start, pointer, schema: self.schema_place(known) };
        let mut captured = Captured::default();
        let captures = &self.plan.captures;
        let mut verdict = captures.walk(self.schema(&walked), &self.walk(&walked, "", place.text), &mut captured)?;
        if verdict.details || verdict.errors {
            let again = self.plan.events.known(&place, false);
            if again != known {
                walked.schema = self.schema_place(again);
                verdict = captures.walk(self.schema(&walked), &self.walk(&walked, "", place.text), &mut captured)?;
            }
            known = again;
        }
        run.errors |= verdict.errors;
        run.details |= verdict.details;
        run.events.push(Found { start: place.start, pointer: walked.pointer.clone(), here: true, known, captured });
        run.walks.push(walked);
        Ok(verdict.end)
    }

    /// Walks the whole body, then each event in it that has a schema of its own.
    fn read_items<'d>(&self, run: &mut Run<'d, '_>, place: Place<'d>, pattern: &str) -> Result<(), SyntaxError> {
        let whole = Walked { start: place.start, pointer: String::new(), schema: self.plan.events.fallback };
        let verdict = self.schema(&whole).check(&self.walk(&whole, "", place.text))?;
        document::end(place.text, verdict.end)?;
        run.errors |= verdict.errors;
        run.details |= verdict.details;
        run.walks.push(whole);
        let most = self.limits.events as usize;
        let items = document::expand(place.text, place.start, pattern, most);
        if let Some((_, span)) = items.get(most) {
            return Err(self.too_many(span.map_or(place.start, |span| span.start)));
        }
        for (pointer, span) in items {
            let Some(span) = span else {
                let captured = Captured::default();
                run.events.push(Found { start: place.start, pointer, here: false, known: None, captured });
                continue;
            };
            let known = self.plan.events.known(&Place { start: span.start, ..place }, false);
            if let Some(schema) = known.and_then(|known| self.plan.events.known[known].schema) {
                let walked = Walked { start: span.start, pointer: pointer.clone(), schema: Some(schema) };
                let verdict = self.schema(&walked).check(&self.walk(&walked, "", place.text))?;
                run.errors |= verdict.errors;
                run.details |= verdict.details;
                run.walks.push(walked);
            }
            let captured = self.plan.captures.search(place.text, span.start);
            run.events.push(Found { start: span.start, pointer, here: true, known, captured });
        }
        run.text = Some(place.text);
        self.mark_integers(run);
        Ok(())
    }

    /// A delivery without a payload may still name its event in a header or the URL.
    pub(super) fn tell_without_payload<'d>(&self, run: &mut Run<'d, '_>, delivery: &'d Delivery<'_>) {
        let place = Place { text: b"", start: 0, headers: &delivery.headers, url: delivery.url };
        let told = self.plan.events.tell(&place);
        if told.kind.is_some() || told.id.is_some() || self.plan.events.lists() {
            let (known, captured) = (told.known, Captured::default());
            run.events.push(Found { start: 0, pointer: String::new(), here: true, known, captured });
        }
    }

    /// Everything that the walk of one value finds.
    #[cfg(feature = "details")]
    pub(super) fn inspect(&self, walked: &Walked, text: &[u8], findings: &mut Findings) {
        // The text was walked before: it is JSON.
        let _ = self.schema(walked).inspect(&self.walk(walked, &walked.pointer, text), findings);
    }

    pub(super) fn walk<'w>(&self, walked: &Walked, prefix: &'w str, text: &'w [u8]) -> Walk<'w> {
        let levels = walked.pointer.bytes().filter(|&byte| byte == b'/').count();
        let depth = self.limits.depth.saturating_sub(u32::try_from(levels).unwrap_or(u32::MAX));
        Walk { text, start: walked.start, prefix, mode: self.mode, depth, steps: self.limits.steps.into() }
    }

    pub(super) fn schema(&self, walked: &Walked) -> &Schema {
        walked.schema.map_or(&self.any, |place| &self.plan.schemas[place])
    }

    fn schema_place(&self, known: Option<usize>) -> Option<usize> {
        let events = &self.plan.events;
        known.and_then(|known| events.known[known].schema).or(events.fallback)
    }

    /// Whether some value was held to a schema that says something.
    pub(super) fn validated(run: &Run<'_, '_>) -> bool {
        run.walks.iter().any(|walked| walked.schema.is_some())
    }

    /// Whether the freshness stage has something to compare.
    pub(super) fn timed(run: &Run<'_, '_>) -> bool {
        run.verified.as_ref().is_some_and(Verified::has_timestamp)
    }

    /// Whether the body is an array of events without any.
    pub(super) fn lacks_events(&self, run: &Run<'_, '_>) -> bool {
        run.events.is_empty() && run.text.is_some() && !matches!(self.plan.events.layout, Layout::Items(_))
    }
}
