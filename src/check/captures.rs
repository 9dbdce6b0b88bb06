//! Captured values of a delivery, found by the walks that checked it.

use std::borrow::Cow;

use crate::delivery::Delivery;
use crate::payload::json::Span;
use crate::payload::reading::Reading;
#[cfg(feature = "details")]
use crate::report::Report;
use crate::schema::Captured;

use super::{Check, Run, Verdict};

/// The captured values of one delivery, as JSON text. There are none unless the body was verified and is JSON.
#[derive(Clone, Debug, Default)]
pub struct Captures<'d> {
    text: Cow<'d, [u8]>,
    pointers: &'d [String],
    /// By event: its place in the body, and what was found.
    events: Vec<(String, Captured)>,
}

impl Captures<'_> {
    /// The JSON text at a pointer into the body; `None` where nothing stands, and for pointers that are not captured.
    ///
    /// What is captured of an event in an array lies below the event: `/1/id` for `/id` of the second.
    pub fn get(&self, pointer: &str) -> Option<&str> {
        self.iter().find(|(event, own, _)| pointer.strip_prefix(*event) == Some(*own)).and_then(|(.., text)| text)
    }

    /// Every captured pointer of every event in order: the pointer to the event, the pointer into it, the JSON text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, Option<&str>)> {
        self.events.iter().flat_map(|(event, captured)| {
            let texts = captured.spans.iter().map(|span| span.and_then(|span| self.text(span)));
            self.pointers.iter().zip(texts).map(|(pointer, text)| (event.as_str(), pointer.as_str(), text))
        })
    }

    fn text(&self, span: Span) -> Option<&str> {
        std::str::from_utf8(self.text.get(span.start..span.end)?).ok()
    }

    /// For the package: of each event the pointer to it and the texts, each with NUL behind it and with U+0001 before each
    /// integer that the schema calls int64. JSON has neither of the two anywhere. Before all of it, its length.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn write(&self, frame: &mut Vec<u8>) {
        frame.extend_from_slice(&[0; 4]);
        for (event, captured) in &self.events {
            frame.extend_from_slice(event.as_bytes());
            frame.push(0);
            for span in &captured.spans {
                if let Some(span) = span {
                    let mut from = span.start;
                    let within = |integer: &&Span| span.start <= integer.start && integer.end <= span.end;
                    for integer in captured.integers.iter().filter(within) {
                        frame.extend_from_slice(&self.text[from..integer.start]);
                        frame.push(1);
                        from = integer.start;
                    }
                    frame.extend_from_slice(&self.text[from..span.end]);
                }
                frame.push(0);
            }
        }
        let length = frame.len() as u32 - 4;
        frame[..4].copy_from_slice(&length.to_le_bytes());
    }
}

impl Check {
    /// As [`judge`](Self::judge), with the captured values.
    pub fn judge_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Verdict, Captures<'d>) {
        let reading = self.reading(delivery);
        let mut run = self.run(delivery, &reading, now);
        let verdict = self.verdict(&run, delivery);
        let events = self.captured(&mut run);
        drop(run);
        (verdict, self.captures(events, reading, delivery))
    }

    /// As [`report`](Self::report), with the captured values.
    #[cfg(feature = "details")]
    pub fn report_with_captures<'d>(&'d self, delivery: &Delivery<'d>, now: i64) -> (Report, Captures<'d>) {
        let reading = self.reading(delivery);
        let mut run = self.run(delivery, &reading, now);
        let report = self.written(&run, &reading, delivery);
        let events = self.captured(&mut run);
        drop(run);
        (report, self.captures(events, reading, delivery))
    }

    /// The captured values of each event, taken out of a run.
    pub(super) fn captured(&self, run: &mut Run<'_, '_>) -> Vec<(String, Captured)> {
        let any = !self.plan.captures.pointers.is_empty() && run.failure.is_none() && run.text.is_some();
        let events = run.events.iter_mut().filter(|_| any);
        events.map(|found| (found.pointer.clone(), std::mem::take(&mut found.captured))).collect()
    }

    pub(super) fn captures<'d>(
        &'d self,
        events: Vec<(String, Captured)>,
        reading: Reading<'d>,
        delivery: &Delivery<'d>,
    ) -> Captures<'d> {
        let text = match reading {
            Reading::Made(text) => text,
            _ => Cow::Borrowed(delivery.body),
        };
        Captures { text, pointers: &self.plan.captures.pointers, events }
    }

    /// Tells which captured integers are int64 where events were searched and not walked by themselves.
    pub(super) fn mark_integers(&self, run: &mut Run<'_, '_>) {
        if self.plan.captures.pointers.is_empty() {
            return;
        }
        let integers = self.declared(run);
        run.events.iter_mut().for_each(|found| found.captured.mark(&integers));
    }
}
