//! Where objects and arrays end that have been walked, so that they are skipped when what they lie in is read again.

use crate::payload::scan::{End, Scan, end};

use super::walk::Walker;

impl Walker<'_> {
    /// An object or array begins. Gives what [`leave`](Self::leave) wants to know.
    #[inline(always)]
    pub(crate) fn enter(&mut self) -> bool {
        let rereads = std::mem::take(&mut self.rereads);
        std::mem::replace(&mut self.noting, rereads)
    }

    /// An object or array has ended, which may be skipped when what it lies in is read again.
    #[inline(always)]
    pub(crate) fn leave(&mut self, noting: bool, open: usize, after: End) {
        self.noting = noting;
        // A test may end before the value does.
        if noting && !self.again {
            self.note_end(open, after.into());
        }
    }

    #[inline(never)]
    fn note_end(&mut self, open: usize, after: usize) {
        // Those in it have been read again already, if at all.
        while self.ends.last().is_some_and(|(inner, _)| *inner > open) {
            self.ends.pop();
        }
        self.ends.push((open, after));
    }

    /// The end of a value that has been walked.
    pub(crate) fn known(&mut self, at: usize) -> Scan {
        if let Some(b'{' | b'[') = self.scan.byte(at)
            && let Ok(place) = self.ends.binary_search_by_key(&at, |(open, _)| *open)
        {
            return end(self.ends[place].1);
        }
        self.scan.known(at)
    }
}
