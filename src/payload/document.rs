//! The frame around values: items of arrays, and nothing after the end.

use crate::code::Code;
use crate::payload::json::{self, Span, SyntaxError};
use crate::payload::pointer;
use crate::payload::scan::DEEPEST;

/// Steps through the items of an array, whoever walks the items themselves.
pub struct Items<'b> {
    body: &'b [u8],
    at: usize,
    first: bool,
}

impl<'b> Items<'b> {
    /// The items of the array whose `[` stands at `start`.
    pub fn new(body: &'b [u8], start: usize) -> Self {
        Self { body, at: start + 1, first: true }
    }

    /// Start of the next item; `None` after the array's end. Between two calls comes [`end_item`](Self::end_item).
    ///
    /// # Errors
    /// `payload.syntax` where neither a comma nor the array's end stands.
    pub fn next_item(&mut self) -> Result<Option<usize>, SyntaxError> {
        self.at = json::skip_whitespace(self.body, self.at);
        match self.body.get(self.at) {
            Some(b']') => {
                self.at += 1;
                return Ok(None);
            }
            Some(b',') if !self.first => self.at = json::skip_whitespace(self.body, self.at + 1),
            Some(_) if self.first => {}
            Some(_) => return Err(syntax(self.at, "found other text after an array item, expected `,` or `]`")),
            None => return Err(syntax(self.at, "the body ends inside an array")),
        }
        self.first = false;
        Ok(Some(self.at))
    }

    /// Says where the item ended that was started last.
    pub fn end_item(&mut self, end: usize) {
        self.at = end;
    }

    /// Where the search has come to; after the last item, the end of the array.
    pub fn at(&self) -> usize {
        self.at
    }
}

/// Accepts only blanks after the value that ends at `end`.
///
/// # Errors
/// `payload.syntax` at the first other byte.
pub fn end(body: &[u8], end: usize) -> Result<(), SyntaxError> {
    let at = json::skip_whitespace(body, end);
    if at == body.len() {
        return Ok(());
    }
    Err(syntax(at, "found more text after the JSON value, expected the end of the body"))
}

/// The values that a pointer names in which `*` stands for every item of an array, in the order of the text, each with
/// its pointer; `None` for an item that lacks the rest of the path. What is no array has no items.
///
/// At most `most` of them are listed; one more says that there are others.
pub fn expand(text: &[u8], start: usize, pattern: &str, most: usize) -> Vec<(String, Option<Span>)> {
    let mut found = Vec::new();
    let _ = expand_into(text, start, String::new(), pattern, most.saturating_add(1), &mut found);
    found
}

fn expand_into(
    text: &[u8],
    start: usize,
    before: String,
    pattern: &str,
    most: usize,
    found: &mut Vec<(String, Option<Span>)>,
) -> Result<(), SyntaxError> {
    let stands = |at: &usize| matches!(pattern.as_bytes()[*at..], [b'/', b'*'] | [b'/', b'*', b'/', ..]);
    let star = (0..pattern.len()).find(stands);
    let Some(at) = star else {
        let span = pointer::find_one(text, start, pattern);
        found.push((before + pattern, span));
        return Ok(());
    };
    let (array, rest) = (&pattern[..at], &pattern[at + 2..]);
    let Some(span) = pointer::find_one(text, start, array).filter(|span| text[span.start] == b'[') else {
        return Ok(());
    };
    let mut items = Items::new(text, span.start);
    let mut place = 0;
    while found.len() < most
        && let Some(item) = items.next_item()?
    {
        expand_into(text, item, [before.as_str(), array, "/", &place.to_string()].concat(), rest, most, found)?;
        items.end_item(json::value_end(text, item, DEEPEST)?);
        place += 1;
    }
    Ok(())
}

fn syntax(offset: usize, message: &str) -> SyntaxError {
    SyntaxError { code: Code::PayloadSyntax, offset, length: 1, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_every_item() {
        let text = br#"{"a":[{"b":[1,[2]]},{"c":0},{"b":[3]}],"n":{}}"#;
        let expanded = |pattern: &str, most| {
            let texts = expand(text, 0, pattern, most).into_iter().map(|(pointer, span)| {
                let value = span.map(|span| String::from_utf8_lossy(&text[span.start..span.end]).into_owned());
                format!("{pointer} {}", value.unwrap_or_default())
            });
            texts.collect::<Vec<_>>()
        };
        assert_eq!(expanded("/a/*/b/*", 9), ["/a/0/b/0 1", "/a/0/b/1 [2]", "/a/2/b/0 3"]);
        assert_eq!(expanded("/a/*/c", 9), ["/a/0/c ", "/a/1/c 0", "/a/2/c "]);
        assert_eq!(expanded("/a/*", 1), ["/a/0 {\"b\":[1,[2]]}", "/a/1 {\"c\":0}"]);
        assert_eq!(expanded("/n/*", 9), [""; 0]);
        assert_eq!(expanded("/n", 9), ["/n {}"]);
    }
}
