//! From byte offsets to JSON Pointers: one pass over the text for all offsets of a report.

use crate::payload::pointer::push_token;
use crate::payload::scan::Scanner;
use crate::payload::text;

/// Where an offset lies in a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path {
    pub pointer: String,
    /// The pointer with `*` for every array index.
    pub pattern: String,
}

/// The paths of the values or members that begin at `offsets`, which are sorted, in the value at `start`.
///
/// A member is found by its name as well as by its value. The text has been walked before.
pub(crate) fn locate(text: &[u8], start: usize, prefix: &str, offsets: &[usize]) -> Vec<Path> {
    let mut finder = Finder {
        scanner: Scanner::new(text),
        offsets,
        found: Vec::with_capacity(offsets.len()),
        path: Path { pointer: prefix.to_owned(), pattern: pattern_of(prefix) },
    };
    if let Ok(at) = finder.scanner.start(start) {
        finder.value(at);
    }
    finder.found.resize(offsets.len(), Path::default());
    finder.found
}

fn pattern_of(prefix: &str) -> String {
    let parts = prefix
        .split('/')
        .map(|part| if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) { "*" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

struct Finder<'a> {
    scanner: Scanner<'a>,
    offsets: &'a [usize],
    found: Vec<Path>,
    path: Path,
}

impl Finder<'_> {
    fn note(&mut self, at: usize) {
        while self.offsets.get(self.found.len()).is_some_and(|offset| *offset <= at) {
            self.found.push(self.path.clone());
        }
    }

    /// Gives the end of the value, or `None` once nothing is left to look for.
    fn value(&mut self, at: usize) -> Option<usize> {
        self.note(at);
        let next = *self.offsets.get(self.found.len())?;
        let close = match self.scanner.byte(at)? {
            b'{' => b'}',
            b'[' => b']',
            _ => return self.scanner.known(at).ok().map(usize::from),
        };
        // Most values hold nothing that is looked for.
        let end = usize::from(self.scanner.known(at).ok()?);
        if next >= end {
            return Some(end);
        }
        let (pointer, pattern) = (self.path.pointer.len(), self.path.pattern.len());
        let mut index = 0;
        let mut at = self.scanner.blank(at + 1);
        while self.scanner.byte(at)? != close {
            if close == b'}' {
                let name_end = usize::from(self.scanner.string(at).ok()?);
                let name = text::decode(&self.scanner.text()[at..name_end]);
                push_token(&mut self.path.pointer, &name);
                push_token(&mut self.path.pattern, &name);
                self.note(at);
                at = self.scanner.colon(name_end).ok()?;
            } else {
                push_token(&mut self.path.pointer, &index.to_string());
                push_token(&mut self.path.pattern, "*");
                index += 1;
            }
            at = self.value(at)?;
            self.path.pointer.truncate(pointer);
            self.path.pattern.truncate(pattern);
            at = self.scanner.blank(at);
            if self.scanner.byte(at)? == b',' {
                at = self.scanner.blank(at + 1);
            }
        }
        Some(at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_and_names() {
        let text = br#" {"a":[1,{"b/c":2}],"d":{}}"#;
        // offset, pointer, pattern
        let cases = [
            (1, "/0", "/*"),
            (2, "/0/a", "/*/a"),
            (7, "/0/a/0", "/*/a/*"),
            (9, "/0/a/1", "/*/a/*"),
            (10, "/0/a/1/b~1c", "/*/a/*/b~1c"),
            (16, "/0/a/1/b~1c", "/*/a/*/b~1c"),
            (24, "/0/d", "/*/d"),
        ];
        let offsets: Vec<usize> = cases.iter().map(|(offset, ..)| *offset).collect();
        let paths = locate(text, 0, "/0", &offsets);
        for ((offset, pointer, pattern), path) in cases.iter().zip(&paths) {
            assert_eq!((path.pointer.as_str(), path.pattern.as_str()), (*pointer, *pattern), "{offset}");
        }
    }
}
