//! Member names that stand twice: noted while an object is walked, and compared at its end.

use crate::payload::canonical::compare_strings;
use crate::payload::scan::Stop;
use crate::schema::names;
use crate::schema::walk::{Name, Walker};
use crate::sort::{sort, sort_by};

use super::object::Next;
use super::value::same_text;

impl Walker<'_> {
    /// Notes every name of the object at `open`, which has been walked before.
    #[cold]
    pub(super) fn note_all_names(&mut self, open: usize) -> Result<(), Stop> {
        let mut at = self.scan.blank(open + 1);
        loop {
            let after = self.scan.string(at)?.into();
            if !self.overrides(at) {
                self.note_name(at, after);
            }
            let value = self.scan.colon(after)?;
            let end = self.known(value)?.into();
            match self.next(end)? {
                Next::Member(next) => at = next,
                Next::End(_) => return Ok(()),
            }
        }
    }

    pub(super) fn note_name(&mut self, start: usize, end: usize) {
        if self.again {
            return;
        }
        let token = &self.text()[start..end];
        let hash = if self.scan.escaped {
            names::hash(names::name_of(token).as_bytes())
        } else {
            names::hash(&token[1..token.len() - 1])
        };
        self.names.push(Name { hash, start, end });
    }

    /// Looks for equal names among those noted since `base`, and forgets them.
    #[inline(always)]
    pub(super) fn compare_names(&mut self, base: usize) {
        if self.names.len() > base {
            self.compare_noted(base);
        }
    }

    fn compare_noted(&mut self, base: usize) {
        let text = self.text();
        let names = &mut self.names[base..];
        let found = &mut self.duplicates;
        if names.len() <= 8 {
            for (at, later) in names.iter().enumerate() {
                if let Some(first) = names[..at].iter().find(|first| same_name(text, first, later)) {
                    found.push((first.start, later.start));
                }
            }
        } else {
            find_equal(text, names, found);
        }
        self.names.truncate(base);
    }
}

fn same_name(text: &[u8], left: &Name, right: &Name) -> bool {
    left.hash == right.hash && same_text(&text[left.start..left.end], &text[right.start..right.end])
}

/// Sorts, so that names made to have equal hashes cost no more than others.
fn find_equal(text: &[u8], names: &mut [Name], found: &mut Vec<(usize, usize)>) {
    sort_by(names, &mut |left, right| {
        let [one, other] = [left, right].map(|name| &text[name.start..name.end]);
        left.hash.cmp(&right.hash).then_with(|| compare_strings(one, other))
    });
    for group in names.chunk_by(|left, right| same_name(text, left, right)).filter(|group| group.len() > 1) {
        let mut starts: Vec<usize> = group.iter().map(|name| name.start).collect();
        sort(&mut starts);
        found.extend(starts[1..].iter().map(|&later| (starts[0], later)));
    }
}
