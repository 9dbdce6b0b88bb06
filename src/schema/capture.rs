//! Captures: where named values stand, recorded while the payload is walked.

use crate::code::Code;
use crate::error::UsageError;
use crate::payload::json::{Span, SyntaxError};
use crate::payload::pointer::PointerSet;
use crate::sort::sort;

use super::walk::Walker;
use super::{Schema, Verdict, Walk};

/// The pointers into each event whose values are captured.
#[derive(Debug)]
pub struct CapturePlan {
    /// The pointers, each once.
    pub pointers: Vec<String>,
    set: PointerSet,
}

impl CapturePlan {
    /// A payload of which more is wanted is better parsed.
    const MOST: usize = 64;

    /// Prepares the pointers.
    ///
    /// # Errors
    /// `usage.option` for a text that is no JSON Pointer, and for too many of them.
    pub fn new(named: &[String]) -> Result<Self, UsageError> {
        let refuse = |message| UsageError::new(Code::UsageOption, message);
        let mut pointers: Vec<String> = Vec::new();
        for pointer in named {
            if !pointers.contains(pointer) {
                pointers.push(pointer.clone());
            }
        }
        if pointers.len() > Self::MOST {
            let message = say!("there are {} pointers to capture, expected at most {}", pointers.len(), Self::MOST);
            return Err(refuse(message));
        }
        let texts: Vec<&str> = pointers.iter().map(String::as_str).collect();
        let set = PointerSet::new(&texts).map_err(|error| refuse(say!("captures: {error}")))?;
        Ok(Self { pointers, set })
    }

    /// Walks an event; what is captured takes the place of `captured`.
    pub(crate) fn walk(
        &self,
        schema: &Schema,
        walk: &Walk<'_>,
        captured: &mut Captured,
    ) -> Result<Verdict, SyntaxError> {
        if self.pointers.is_empty() {
            return schema.check(walk);
        }
        let (verdict, found) = schema.capture(walk, &self.set)?;
        *captured = found;
        Ok(verdict)
    }

    /// Searches a value that was walked as a part of another.
    pub(crate) fn search(&self, text: &[u8], start: usize) -> Captured {
        let mut spans = vec![None; self.pointers.len()];
        if !spans.is_empty() {
            self.set.find(text, start, &mut spans, &mut |_| false);
        }
        Captured { spans, integers: Vec::new() }
    }
}

/// What a walk has recorded of one value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// The places of the captured values, in the order of the pointers; `None` where there is none.
    pub spans: Vec<Option<Span>>,
    /// The integers in them that the schema calls int64, in the order of the text.
    pub integers: Vec<Span>,
}

/// Away from every captured value.
pub(crate) const OFF: u32 = u32::MAX;

/// Notes places during the first pass over a value.
pub(crate) struct Recorder<'w> {
    set: &'w PointerSet,
    found: Vec<Option<Span>>,
}

impl<'w> Recorder<'w> {
    pub(crate) fn new(set: &'w PointerSet) -> Self {
        Self { set, found: vec![None; set.len()] }
    }

    /// `integers`: all that the schema calls int64.
    pub(crate) fn captured(self, integers: &[Span]) -> Captured {
        let mut captured = Captured { spans: self.found, integers: Vec::new() };
        captured.mark(integers);
        captured
    }
}

impl Captured {
    /// Notes those of the integers that lie in captured values.
    pub(crate) fn mark(&mut self, integers: &[Span]) {
        let within = |integer: &Span| {
            self.spans.iter().flatten().any(|span| span.start <= integer.start && integer.end <= span.end)
        };
        let mut integers: Vec<Span> = integers.iter().copied().filter(within).collect();
        sort(&mut integers);
        integers.dedup();
        self.integers = integers;
    }
}

impl Walker<'_> {
    /// Where the walk stands on the way to captured values; [`OFF`] for a value that was walked before.
    #[inline]
    pub(crate) fn trail(&self) -> u32 {
        if self.again { OFF } else { self.trail }
    }

    /// Goes on to a member; `name` is its name's token, perhaps with escapes.
    #[inline(never)]
    pub(crate) fn follow_member(&mut self, from: u32, name: Span, escaped: bool) {
        let token = &self.scan.text()[name.start..name.end];
        let recorder = self.recorder.as_ref();
        self.trail = recorder.and_then(|recorder| recorder.set.member(from, token, escaped)).unwrap_or(OFF);
    }

    /// Goes on to an item.
    #[inline(never)]
    pub(crate) fn follow_item(&mut self, from: u32, index: usize) {
        self.trail = self.recorder.as_ref().and_then(|recorder| recorder.set.item(from, index)).unwrap_or(OFF);
    }

    /// Records the value that the trail has led to, and goes back.
    #[inline(never)]
    pub(crate) fn arrive(&mut self, value: Span, back: u32) {
        if let Some(recorder) = &mut self.recorder
            && self.trail != OFF
        {
            for &target in recorder.set.targets(self.trail) {
                recorder.found[target] = Some(value);
            }
        }
        self.trail = back;
    }
}
