//! The frame around values: items of a top-level array, and nothing after the end.

use crate::code::Code;
use crate::payload::json::{self, SyntaxError};

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

fn syntax(offset: usize, message: &str) -> SyntaxError {
    SyntaxError { code: Code::PayloadSyntax, offset, length: 1, message: message.to_owned() }
}
