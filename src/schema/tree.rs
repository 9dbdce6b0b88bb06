//! Schema documents as small trees: exact numbers, members in order, each value's place in the text.

use crate::payload::json::{Span, SyntaxError};
use crate::payload::pointer::push_token;
use crate::payload::scan::{Scanner, Stop};
use crate::payload::text;

use super::SchemaError;

/// Index of a value in [`Trees`].
pub(crate) type TreeId = usize;

/// The values of all documents that a schema is compiled from.
#[derive(Default)]
pub(crate) struct Trees<'t> {
    documents: Vec<&'t str>,
    values: Vec<Value>,
}

struct Value {
    document: usize,
    span: Span,
    kind: Kind,
}

/// One value of a schema document.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    /// Its token is [`Trees::source`].
    Number,
    String(Box<str>),
    Array(Vec<TreeId>),
    Object(Vec<(Box<str>, TreeId)>),
}

/// Nesting of a schema document.
const DEEPEST: u32 = 256;

impl<'t> Trees<'t> {
    /// Reads a document; gives its root.
    pub(crate) fn add(&mut self, text: &'t str) -> Result<TreeId, SchemaError> {
        let mut scanner = Scanner::new(text.as_bytes());
        let whole = scanner.start(0).and_then(|at| {
            let end = usize::from(scanner.value(at, DEEPEST)?);
            let after = scanner.blank(end);
            if after < text.len() { Err(scanner.expected("the end of the schema", "a value", after)) } else { Ok(at) }
        });
        let Ok(at) = whole else { return Err(not_json(text, &scanner.error())) };
        let document = self.documents.len();
        self.documents.push(text);
        let mut reader =
            Reader { trees: self, scanner: Scanner::new(text.as_bytes()), document, pointer: String::new() };
        match reader.value(at) {
            Ok((root, _)) => Ok(root),
            Err(Trouble::Duplicate(pointer)) => {
                Err(SchemaError { pointer, message: "found a member that stands twice in its object".to_owned() })
            }
            // The document has been scanned as a whole before.
            Err(Trouble::Syntax) => Err(not_json(text, &scanner.error())),
        }
    }

    pub(crate) fn kind(&self, id: TreeId) -> &Kind {
        &self.values[id].kind
    }

    /// The text of a value as it stands in its document.
    pub(crate) fn source(&self, id: TreeId) -> &'t str {
        let value = &self.values[id];
        &self.documents[value.document][value.span.start..value.span.end]
    }

    pub(crate) fn get(&self, id: TreeId, name: &str) -> Option<TreeId> {
        match self.kind(id) {
            Kind::Object(members) => members.iter().find(|(own, _)| &**own == name).map(|(_, value)| *value),
            _ => None,
        }
    }

    pub(crate) fn string(&self, id: TreeId) -> Option<&str> {
        match self.kind(id) {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value that one token of a JSON Pointer leads to.
    pub(crate) fn child(&self, id: TreeId, token: &str) -> Option<TreeId> {
        match self.kind(id) {
            Kind::Object(_) => self.get(id, token),
            Kind::Array(items) if token == "0" || !token.starts_with('0') => {
                items.get(token.parse::<usize>().ok()?).copied()
            }
            _ => None,
        }
    }
}

fn not_json(text: &str, error: &SyntaxError) -> SchemaError {
    let line = text.as_bytes()[..error.offset].iter().filter(|&&b| b == b'\n').count() + 1;
    let message = error.message.replace("the body", "the schema");
    SchemaError { pointer: String::new(), message: say!("the schema is not JSON: line {line}: {message}") }
}

enum Trouble {
    Syntax,
    Duplicate(String),
}

impl From<Stop> for Trouble {
    fn from(Stop: Stop) -> Self {
        Trouble::Syntax
    }
}

struct Reader<'r, 't> {
    trees: &'r mut Trees<'t>,
    scanner: Scanner<'t>,
    document: usize,
    pointer: String,
}

impl Reader<'_, '_> {
    fn value(&mut self, at: usize) -> Result<(TreeId, usize), Trouble> {
        // Objects and arrays are not inlined, for the reason that the compiler's groups of keywords are not.
        let (kind, end) = match self.scanner.byte(at) {
            Some(b'"') => {
                let end = self.scanner.string(at)?.into();
                (Kind::String(self.text(at, end)), end)
            }
            Some(b'{') => self.object(at)?,
            Some(b'[') => self.array(at)?,
            Some(b't') => (Kind::Bool(true), at + 4),
            Some(b'f') => (Kind::Bool(false), at + 5),
            Some(b'n') => (Kind::Null, at + 4),
            _ => (Kind::Number, self.scanner.number(at)?.into()),
        };
        self.trees.values.push(Value { document: self.document, span: Span { start: at, end }, kind });
        Ok((self.trees.values.len() - 1, end))
    }

    fn text(&self, start: usize, end: usize) -> Box<str> {
        text::decode(&self.scanner.text()[start..end]).into()
    }

    #[inline(never)]
    fn object(&mut self, open: usize) -> Result<(Kind, usize), Trouble> {
        let mut members: Vec<(Box<str>, TreeId)> = Vec::new();
        // Places of the members in the order of their names.
        let mut sorted: Vec<usize> = Vec::new();
        let mut at = self.scanner.blank(open + 1);
        while self.scanner.byte(at) != Some(b'}') {
            let end = self.scanner.string(at)?.into();
            let name = self.text(at, end);
            let parent = self.pointer.len();
            push_token(&mut self.pointer, &name);
            match sorted.binary_search_by(|&member| members[member].0.cmp(&name)) {
                Ok(_) => return Err(Trouble::Duplicate(std::mem::take(&mut self.pointer))),
                Err(place) => sorted.insert(place, members.len()),
            }
            at = self.scanner.colon(end)?;
            let (value, end) = self.value(at)?;
            self.pointer.truncate(parent);
            members.push((name, value));
            at = self.after(end);
        }
        Ok((Kind::Object(members), at + 1))
    }

    #[inline(never)]
    fn array(&mut self, open: usize) -> Result<(Kind, usize), Trouble> {
        let mut items = Vec::new();
        let mut at = self.scanner.blank(open + 1);
        while self.scanner.byte(at) != Some(b']') {
            let parent = self.pointer.len();
            push_token(&mut self.pointer, &items.len().to_string());
            let (value, end) = self.value(at)?;
            self.pointer.truncate(parent);
            items.push(value);
            at = self.after(end);
        }
        Ok((Kind::Array(items), at + 1))
    }

    /// The next member or item, or the closing bracket.
    fn after(&self, end: usize) -> usize {
        let at = self.scanner.blank(end);
        if self.scanner.byte(at) == Some(b',') { self.scanner.blank(at + 1) } else { at }
    }
}
