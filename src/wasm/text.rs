//! Writes the few structures that every build hands to the host, as JSON text.

use crate::payload::form::quote;

/// A JSON text in the making.
#[derive(Default)]
pub struct Json(String);

impl Json {
    /// The finished object.
    pub fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }

    /// Starts a member; the value comes next.
    pub fn name(&mut self, name: &str) -> &mut Self {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quote(name, &mut self.0);
        self.0.push(':');
        self
    }

    /// A string, or `null`.
    pub fn text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => quote(text, &mut self.0),
            None => self.0.push_str("null"),
        }
    }

    /// Text that is JSON already.
    pub fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// An array, each item written by `write`.
    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(T, &mut String)) {
        self.0.push('[');
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            write(item, &mut self.0);
        }
        self.0.push(']');
    }
}
