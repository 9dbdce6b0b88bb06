//! The document as the `jsonschema` crate sees it: its trait `Json` over our tree, numbers compared as written.

use std::borrow::Cow;
use std::slice;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, NodeIdentity, Object};
use serde_json::Value as Plain;

use crate::payload::canonical;
use crate::payload::number::Decimal;

use super::document::{Document, Id, Kind, Member, member};

/// The representation: values of a [`Document`], and member names that stand for themselves.
pub(crate) struct Tree;

/// A value under validation.
#[derive(Clone, Copy)]
pub(crate) enum Node<'a> {
    Value(&'a Document<'a>, Id),
    /// A member name, for `propertyNames`.
    Name(&'a str),
}

impl Json for Tree {
    type Node<'a> = Node<'a>;
    type PreparedKey = Box<str>;
    type StringBuffer = ();

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(Node<'_>) -> T) -> T {
        f(Node::Name(string))
    }
}

/// A number token.
pub(crate) struct Token<'a>(&'a str);

/// Whether a number is whole, however it is written.
pub(crate) fn is_whole(token: &str) -> bool {
    Decimal::parse(token.as_bytes()).is_some_and(|number| number.is_integer())
}

impl JsonNumber for Token<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|number: &f64| number.is_finite())
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, serde_json::Number> {
        // Digits are kept as they are: the crate is built with arbitrary precision.
        Cow::Owned(self.0.parse().unwrap_or_else(|_| 0.into()))
    }

    fn is_integer(&self) -> bool {
        is_whole(self.0)
    }
}

impl<'a> Node<'a> {
    fn kind(self) -> Option<(&'a Document<'a>, &'a Kind<'a>)> {
        match self {
            Node::Value(document, id) => Some((document, &document.get(id).kind)),
            Node::Name(_) => None,
        }
    }
}

impl<'a> jsonschema::json::Node<'a, Tree> for Node<'a> {
    type Object = Members<'a>;
    type Array = Items<'a>;
    type Number = Token<'a>;

    fn as_object(&self) -> Option<Members<'a>> {
        let (document, Kind::Object(members)) = self.kind()? else { return None };
        let members = if document.pay(1) { members.as_slice() } else { &[] };
        Some(Members { document, members })
    }

    fn as_array(&self) -> Option<Items<'a>> {
        let (document, Kind::Array(items)) = self.kind()? else { return None };
        let items = if document.pay(1) { items.as_slice() } else { &[] };
        Some(Items { document, items })
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        if let Node::Name(name) = *self {
            return Some(Cow::Borrowed(name));
        }
        let (document, Kind::String(text)) = self.kind()? else { return None };
        document.pay(text.len() as u64 / 64);
        Some(Cow::Borrowed(text))
    }

    fn as_number(&self) -> Option<Token<'a>> {
        let (document, Kind::Number(token)) = self.kind()? else { return None };
        document.pay(token.len() as u64 / 64);
        Some(Token(token))
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.kind()? {
            (_, Kind::Bool(flag)) => Some(*flag),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        self.json_type() == JsonType::Null
    }

    fn is_number(&self) -> bool {
        self.json_type() == JsonType::Number
    }

    fn json_type(&self) -> JsonType {
        match self.kind().map(|(_, kind)| kind) {
            None | Some(Kind::String(_)) => JsonType::String,
            Some(Kind::Null) => JsonType::Null,
            Some(Kind::Bool(_)) => JsonType::Boolean,
            Some(Kind::Number(_)) => JsonType::Number,
            Some(Kind::Array(_)) => JsonType::Array,
            Some(Kind::Object(_)) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Plain) -> bool {
        match *self {
            Node::Name(name) => expected.as_str() == Some(name),
            Node::Value(document, id) => equal(document, id, expected),
        }
    }

    /// Only errors ask for this, since comparisons are overridden here: they get the value's id instead of a copy, so
    /// that a broken rule is traced to its place and costs nothing.
    fn to_value(&self) -> Cow<'a, Plain> {
        Cow::Owned(match *self {
            Node::Name(name) => Plain::String(name.to_owned()),
            Node::Value(_, id) => Plain::from(id),
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(match *self {
            Node::Value(document, id) => NodeIdentity::tagged(std::ptr::from_ref(document) as usize, id),
            Node::Name(name) => NodeIdentity::tagged(name.as_ptr() as usize, Id::MAX),
        })
    }
}

fn equal(document: &Document<'_>, id: Id, expected: &Plain) -> bool {
    if !document.pay(1) {
        return false;
    }
    match (&document.get(id).kind, expected) {
        (Kind::Null, Plain::Null) => true,
        (Kind::Bool(flag), Plain::Bool(expected)) => flag == expected,
        (Kind::String(text), Plain::String(expected)) => *text == expected.as_str(),
        (Kind::Number(token), Plain::Number(expected)) => {
            Decimal::parse(token.as_bytes()) == Decimal::parse(expected.as_str().as_bytes())
        }
        (Kind::Array(items), Plain::Array(expected)) => {
            items.len() == expected.len()
                && items.iter().zip(expected).all(|(item, expected)| equal(document, *item, expected))
        }
        (Kind::Object(members), Plain::Object(expected)) => {
            let fits = |member: &Member<'_>| {
                expected.get(&*member.name).is_some_and(|expected| equal(document, member.value, expected))
            };
            members.len() == expected.len() && members.iter().all(fits)
        }
        _ => false,
    }
}

/// The members of an object.
pub(crate) struct Members<'a> {
    document: &'a Document<'a>,
    members: &'a [Member<'a>],
}

/// Goes through members as long as the budget lasts.
pub(crate) struct MembersIter<'a> {
    document: &'a Document<'a>,
    rest: slice::Iter<'a, Member<'a>>,
}

impl<'a> Object<'a, Tree> for Members<'a> {
    type Node = Node<'a>;
    type MemberName = &'a str;
    type MembersIter = MembersIter<'a>;

    fn len(&self) -> usize {
        self.members.len()
    }

    fn get(&self, key: &Box<str>) -> Option<Node<'a>> {
        let member = member(self.members, key)?;
        self.document.pay(1).then_some(Node::Value(self.document, member.value))
    }

    fn members(&self) -> MembersIter<'a> {
        MembersIter { document: self.document, rest: self.members.iter() }
    }
}

impl<'a> Iterator for MembersIter<'a> {
    type Item = (&'a str, Node<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let member = self.rest.next()?;
        self.document.pay(1).then(|| (&*member.name, Node::Value(self.document, member.value)))
    }
}

/// The items of an array.
pub(crate) struct Items<'a> {
    document: &'a Document<'a>,
    items: &'a [Id],
}

/// Goes through items as long as the budget lasts.
pub(crate) struct ItemsIter<'a> {
    document: &'a Document<'a>,
    rest: slice::Iter<'a, Id>,
}

impl<'a> Array<'a, Tree> for Items<'a> {
    type Node = Node<'a>;
    type ElementsIter = ItemsIter<'a>;

    fn len(&self) -> usize {
        self.items.len()
    }

    fn elements(&self) -> ItemsIter<'a> {
        ItemsIter { document: self.document, rest: self.items.iter() }
    }

    fn is_unique(&self) -> bool {
        repeated(self.document, self.items).is_empty()
    }
}

impl<'a> Iterator for ItemsIter<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        let item = *self.rest.next()?;
        self.document.pay(1).then_some(Node::Value(self.document, item))
    }
}

/// Places of items that are equal to an earlier one, each with the place of the first. Sorted forms, no hashes: nobody
/// can choose items that make this slow.
pub(crate) fn repeated(document: &Document<'_>, items: &[Id]) -> Vec<(usize, usize)> {
    let spans = items.iter().map(|item| document.get(*item).span);
    let bytes: usize = spans.clone().map(|span| span.end - span.start).sum();
    if !document.pay(bytes as u64 / 8) {
        return Vec::new();
    }
    let mut forms: Vec<(Vec<u8>, usize)> = Vec::with_capacity(items.len());
    for (place, span) in spans.enumerate() {
        let mut form = Vec::new();
        canonical::write(document.text(), span.start, &mut form);
        forms.push((form, place));
    }
    forms.sort();
    let groups = forms.chunk_by(|(left, _), (right, _)| left == right);
    groups.flat_map(|group| group[1..].iter().map(|(_, place)| (*place, group[0].1))).collect()
}
