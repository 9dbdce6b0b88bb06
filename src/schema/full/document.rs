//! A payload as a tree that borrows its text: each value's place, numbers as written, and a budget for reading it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use crate::payload::json::Span;
use crate::payload::scan::{Scanner, Stop};
use crate::payload::text;
use crate::schema::program::Types;

/// Index of a value in a [`Document`].
pub(crate) type Id = u32;

/// One JSON value, walked before.
pub(crate) struct Document<'t> {
    text: &'t [u8],
    values: Vec<Value<'t>>,
    root: Id,
    /// Readings left; a validator that has used them up is shown empty containers, so that it comes to an end.
    left: Cell<u64>,
    exhausted: Cell<bool>,
    /// Integers that a schema called `int64`.
    integers: RefCell<Vec<Span>>,
}

/// One value of a document.
pub(crate) struct Value<'t> {
    pub span: Span,
    pub kind: Kind<'t>,
    /// The object that it is a member of, and where in its list.
    within: Option<(Id, u32)>,
}

/// What a value is.
pub(crate) enum Kind<'t> {
    Null,
    Bool(bool),
    Number(&'t str),
    String(Cow<'t, str>),
    Array(Vec<Id>),
    /// Sorted by name; of equal names the last counts.
    Object(Vec<Member<'t>>),
}

/// A member of an object.
pub(crate) struct Member<'t> {
    pub name: Cow<'t, str>,
    pub span: Span,
    pub value: Id,
}

impl<'t> Document<'t> {
    /// Reads the value at `start`; every value may be read once, and `steps` more readings are allowed.
    pub(crate) fn read(text: &'t [u8], start: usize, steps: u64) -> Option<Self> {
        let mut reader = Reader { scanner: Scanner::new(text), values: Vec::new() };
        let at = reader.scanner.start(start).ok()?;
        let (root, _) = reader.value(at).ok()?;
        let values = reader.values;
        let left = Cell::new(steps.saturating_add(values.len() as u64));
        Some(Self { text, values, root, left, exhausted: Cell::new(false), integers: RefCell::default() })
    }

    pub(crate) fn root(&self) -> Id {
        self.root
    }

    /// A value; the root for an id that no value has.
    pub(crate) fn get(&self, id: Id) -> &Value<'t> {
        self.values.get(id as usize).unwrap_or(&self.values[self.root as usize])
    }

    /// The object that a value is a member of, and the member.
    pub(crate) fn membership(&self, id: Id) -> Option<(&Value<'t>, &Member<'t>)> {
        let (object, place) = self.get(id).within?;
        let object = self.get(object);
        match &object.kind {
            Kind::Object(members) => Some((object, members.get(place as usize)?)),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> &'t [u8] {
        self.text
    }

    /// Pays for readings; `false` once the budget is used up.
    pub(crate) fn pay(&self, readings: u64) -> bool {
        match self.left.get().checked_sub(readings) {
            Some(left) if !self.exhausted.get() => {
                self.left.set(left);
                true
            }
            _ => {
                self.exhausted.set(true);
                false
            }
        }
    }

    /// Whether a validator was shown less than there is, so that what it says counts for nothing.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.exhausted.get()
    }

    pub(crate) fn note_integer(&self, span: Span) {
        self.integers.borrow_mut().push(span);
    }

    pub(crate) fn into_integers(self) -> Vec<Span> {
        self.integers.into_inner()
    }
}

impl Value<'_> {
    /// How much of the value a report points at: all of a scalar, the bracket of anything else.
    pub(crate) fn length(&self) -> usize {
        match self.kind {
            Kind::Array(_) | Kind::Object(_) => 1,
            _ => self.span.end - self.span.start,
        }
    }

    pub(crate) fn types(&self) -> Types {
        match &self.kind {
            Kind::Null => Types::NULL,
            Kind::Bool(_) => Types::BOOLEAN,
            Kind::Number(token) if super::node::is_whole(token) => Types::INTEGER,
            Kind::Number(_) => Types::DECIMAL,
            Kind::String(_) => Types::STRING,
            Kind::Array(_) => Types::ARRAY,
            Kind::Object(_) => Types::OBJECT,
        }
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Member<'_>> {
        match &self.kind {
            Kind::Object(members) => member(members, name),
            _ => None,
        }
    }
}

/// The member of that name.
pub(crate) fn member<'m, 't>(members: &'m [Member<'t>], name: &str) -> Option<&'m Member<'t>> {
    members.binary_search_by(|member| (*member.name).cmp(name)).ok().map(|at| &members[at])
}

struct Reader<'t> {
    scanner: Scanner<'t>,
    values: Vec<Value<'t>>,
}

impl<'t> Reader<'t> {
    fn value(&mut self, start: usize) -> Result<(Id, usize), Stop> {
        let (kind, end) = match self.scanner.byte(start) {
            Some(b'"') => {
                let end = self.scanner.string(start)?.into();
                (Kind::String(text::decode(&self.scanner.text()[start..end])), end)
            }
            Some(b'{') => self.object(start)?,
            Some(b'[') => self.array(start)?,
            Some(b't') => (Kind::Bool(true), start + 4),
            Some(b'f') => (Kind::Bool(false), start + 5),
            Some(b'n') => (Kind::Null, start + 4),
            _ => {
                let end = self.scanner.number(start)?.into();
                let token = std::str::from_utf8(&self.scanner.text()[start..end]).map_err(|_| Stop)?;
                (Kind::Number(token), end)
            }
        };
        let id = Id::try_from(self.values.len()).map_err(|_| Stop)?;
        if let Kind::Object(members) = &kind {
            for (place, member) in (0..).zip(members) {
                self.values[member.value as usize].within = Some((id, place));
            }
        }
        self.values.push(Value { span: Span { start, end }, kind, within: None });
        Ok((id, end))
    }

    fn object(&mut self, open: usize) -> Result<(Kind<'t>, usize), Stop> {
        let mut members: Vec<Member<'t>> = Vec::new();
        let mut at = self.scanner.blank(open + 1);
        while self.scanner.byte(at) != Some(b'}') {
            let end = self.scanner.string(at)?.into();
            let span = Span { start: at, end };
            let name = text::decode(&self.scanner.text()[at..end]);
            let (value, end) = {
                let at = self.scanner.colon(end)?;
                self.value(at)?
            };
            members.push(Member { name, span, value });
            at = self.after(end);
        }
        // Stable, and reversed before: of equal names the last one stays.
        members.reverse();
        members.sort_by(|left, right| left.name.cmp(&right.name));
        members.dedup_by(|later, kept| later.name == kept.name);
        Ok((Kind::Object(members), at + 1))
    }

    fn array(&mut self, open: usize) -> Result<(Kind<'t>, usize), Stop> {
        let mut items = Vec::new();
        let mut at = self.scanner.blank(open + 1);
        while self.scanner.byte(at) != Some(b']') {
            let (value, end) = self.value(at)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_names_the_last_counts_and_numbers_stay_as_written() {
        let text = br#"{"b":1,"a":4912661846655238145,"b":{"c":[1.0]}}"#;
        let document = Document::read(text, 0, 0).expect("it is JSON");
        let value = |id: Id, name: &str| document.get(id).member(name).map(|member| member.value);
        let a = value(document.root(), "a").expect("a member");
        assert!(matches!(document.get(a).kind, Kind::Number("4912661846655238145")));
        let b = value(document.root(), "b").expect("a member");
        assert!(matches!(document.get(b).kind, Kind::Object(_)));
        assert!(matches!(&document.get(document.root()).kind, Kind::Object(members) if members.len() == 2));
    }

    #[test]
    fn the_budget_runs_out_once() {
        let document = Document::read(b"[1,2]", 0, 1).expect("it is JSON");
        assert!(document.pay(4) && !document.is_exhausted());
        assert!(!document.pay(1) && document.is_exhausted() && !document.pay(0));
    }
}
