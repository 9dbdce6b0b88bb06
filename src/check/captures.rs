//! Captured values of a delivery, found by the walks that checked it.

use std::borrow::Cow;

use crate::delivery::Delivery;
use crate::payload::json::Span;
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

impl<'d> Captures<'d> {
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

    /// For the package, where the body is an event or an array of them: `1` for a body that is one event or `n` for an array of them, then the texts, each with NUL behind
    /// it and with U+0001 before each integer that the schema calls int64. JSON has neither of the two anywhere.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn frame(&self) -> Option<String> {
        let one = self.events.first().is_some_and(|(event, _)| event.is_empty());
        if self.events.iter().any(|(event, _)| event.matches('/').count() > 1) {
            return None;
        }
        let mut frame = String::from(if one { "1" } else { "n" });
        for (_, captured) in &self.events {
            for span in &captured.spans {
                if let Some(span) = span {
                    let mut from = span.start;
                    let within = |integer: &&Span| span.start <= integer.start && integer.end <= span.end;
                    for integer in captured.integers.iter().filter(within) {
                        frame.push_str(self.text(Span { start: from, end: integer.start }).unwrap_or_default());
                        frame.push('\u{1}');
                        from = integer.start;
                    }
                    frame.push_str(self.text(Span { start: from, end: span.end }).unwrap_or_default());
                }
                frame.push('\0');
            }
        }
        Some(frame)
    }
}

impl Check {
    /// As [`judge`](Self::judge), with the captured values.
    pub fn judge_with_captures<'d>(&'d self, delivery: &'d Delivery<'_>, now: i64) -> (Verdict, Captures<'d>) {
        let reading = self.reading(delivery);
        let run = self.run(delivery, &reading, now);
        let verdict = self.verdict(&run, &reading);
        (verdict, self.captures(run, delivery))
    }

    /// As [`report`](Self::report), with the captured values.
    pub fn report_with_captures<'d>(&'d self, delivery: &'d Delivery<'_>, now: i64) -> (Report, Captures<'d>) {
        let reading = self.reading(delivery);
        let run = self.run(delivery, &reading, now);
        let report = self.written(&run, delivery, &reading);
        (report, self.captures(run, delivery))
    }

    fn captures<'d>(&'d self, run: Run<'_, '_>, delivery: &'d Delivery<'_>) -> Captures<'d> {
        let text = match (run.failure, run.text) {
            (None, Some(text)) if std::ptr::eq(text, delivery.body) => Cow::Borrowed(delivery.body),
            (None, Some(text)) => Cow::Owned(text.to_vec()),
            _ => return Captures::default(),
        };
        let events = run.events.into_iter().map(|found| (found.pointer, found.captured)).collect();
        Captures { text, pointers: &self.plan.captures.pointers, events }
    }
}
