//! JSON Pointers (RFC 6901) into raw bytes: many of them found in one pass, none of them parsing more than it must.

use std::borrow::Cow;
use std::fmt;

use crate::packed::{packed, packed_as};

use super::json::Span;
use super::scan::{DEEPEST, End, Scanner, Stop};
use super::text;

/// A set of pointers that one pass looks for.
#[derive(Clone, Debug)]
pub struct PointerSet {
    // A trie: `nodes[0]` is the root.
    nodes: Vec<Node>,
    targets: usize,
}

#[derive(Clone, Debug, Default)]
struct Node {
    children: Vec<(String, Option<usize>, usize)>,
    targets: Vec<usize>,
    // Which lengths the children's names have, as bits; the last one stands for longer ones too.
    lengths: u64,
}

packed!(PointerSet { nodes, targets });
packed_as! {
    Node: |node| (node.children.clone(), node.targets.clone()), |from| {
        let (children, targets) = from.value();
        let mut node = Node { children, targets, lengths: 0 };
        node.lengths = node.children.iter().fold(0, |lengths, (name, ..)| lengths | length_bit(name.len()));
        node
    }
}

fn length_bit(length: usize) -> u64 {
    1 << length.min(63)
}

impl Node {
    /// The node that a member leads to, by its name as it is written.
    #[inline]
    fn member(&self, token: &[u8], escaped: bool) -> Option<usize> {
        let name = text::inner(token);
        if escaped {
            return self.child(text::decode(token).as_bytes());
        }
        if self.lengths & length_bit(name.len()) == 0 { None } else { self.child(name) }
    }

    fn child(&self, name: &[u8]) -> Option<usize> {
        self.children.iter().find(|(own, ..)| own.as_bytes() == name).map(|(_, _, child)| *child)
    }

    /// The node that an item of an array leads to.
    fn item(&self, index: usize) -> Option<usize> {
        self.children.iter().find(|(_, wanted, _)| *wanted == Some(index)).map(|(_, _, child)| *child)
    }
}

/// A text that is not a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointerError {
    /// The text.
    pub pointer: String,
    /// What is wrong with it.
    pub message: &'static str,
}

impl fmt::Display for PointerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a JSON Pointer: {}", self.pointer, self.message)
    }
}

impl std::error::Error for PointerError {}

impl Default for PointerSet {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], targets: 0 }
    }
}

impl PointerSet {
    /// Prepares `pointers`; the spans found by [`find`](Self::find) stand in the same order.
    ///
    /// # Errors
    /// The first text that is not a pointer.
    pub fn new(pointers: &[&str]) -> Result<Self, PointerError> {
        let mut set = Self { targets: pointers.len(), ..Self::default() };
        for (target, pointer) in pointers.iter().enumerate() {
            let mut node = 0;
            for token in tokens(pointer)? {
                node = set.child(node, token.into_owned());
            }
            set.nodes[node].targets.push(target);
        }
        Ok(set)
    }

    /// Looks for every pointer in the value at `start` and sets its place of `found` to the value's span or `None`.
    ///
    /// Of members with the same name the last counts, as in `JSON.parse`. After each value that was found `enough` is asked
    /// whether the pass may end. Malformed text ends the pass at the fault.
    pub fn find(
        &self,
        text: &[u8],
        start: usize,
        found: &mut [Option<Span>],
        enough: &mut dyn FnMut(&[Option<Span>]) -> bool,
    ) {
        found.fill(None);
        let mut pass = Pass { set: self, scanner: Scanner::new(text), found, enough };
        if let Ok(at) = pass.scanner.start(start) {
            // What stops it early is of no interest here: the spans found so far are the answer.
            let _ = pass.value(0, at, DEEPEST);
        }
    }

    /// How many pointers there are.
    pub(crate) fn len(&self) -> usize {
        self.targets
    }

    /// The node that a member leads to; the root is 0. `token` is the member's name as it is written, perhaps with escapes.
    #[inline]
    pub(crate) fn member(&self, node: u32, token: &[u8], escaped: bool) -> Option<u32> {
        self.nodes[node as usize].member(token, escaped).map(|child| child as u32)
    }

    /// The node that an item of an array leads to.
    pub(crate) fn item(&self, node: u32, index: usize) -> Option<u32> {
        self.nodes[node as usize].item(index).map(|child| child as u32)
    }

    /// The places of the pointers that end at a node.
    pub(crate) fn targets(&self, node: u32) -> &[usize] {
        &self.nodes[node as usize].targets
    }

    fn child(&mut self, parent: usize, token: String) -> usize {
        if let Some(child) = self.nodes[parent].child(token.as_bytes()) {
            return child;
        }
        let child = self.nodes.len();
        self.nodes.push(Node::default());
        let index = array_index(&token);
        self.nodes[parent].lengths |= length_bit(token.len());
        self.nodes[parent].children.push((token, index, child));
        child
    }
}

/// The span of the value that `pointer` names in the value at `start`; `None` where there is none.
pub fn find_one(text: &[u8], start: usize, pointer: &str) -> Option<Span> {
    let mut found = [None];
    PointerSet::new(&[pointer]).ok()?.find(text, start, &mut found, &mut |_| false);
    found[0]
}

/// The text of the string token at `span`, escapes decoded; a lone surrogate becomes U+FFFD.
pub fn unescape(text: &[u8], span: Span) -> Cow<'_, str> {
    text::decode(text.get(span.start..span.end).unwrap_or_default())
}

/// The reference tokens of a pointer, `~0` and `~1` decoded.
pub(crate) fn tokens(pointer: &str) -> Result<Vec<Cow<'_, str>>, PointerError> {
    let fail = |message| PointerError { pointer: pointer.to_owned(), message };
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let Some(rest) = pointer.strip_prefix('/') else { return Err(fail("it does not begin with `/`")) };
    let tokens: Vec<_> = rest
        .split('/')
        .map(|token| {
            if !token.contains('~') {
                return Ok(Cow::Borrowed(token));
            }
            let bad = token.split('~').skip(1).any(|rest| !rest.starts_with(['0', '1']));
            if bad { Err(fail("`~` stands neither before `0` nor before `1`")) } else { Ok(decode_token(token)) }
        })
        .collect::<Result<_, _>>()?;
    if tokens.len() > DEEPEST as usize {
        return Err(fail("it has more parts than any payload has levels"));
    }
    Ok(tokens)
}

fn decode_token(token: &str) -> Cow<'_, str> {
    let mut decoded = String::with_capacity(token.len());
    let mut pieces = token.split('~');
    decoded.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        // Behind `~` stands `0` or `1`.
        decoded.push(if piece.starts_with('1') { '/' } else { '~' });
        decoded.push_str(piece.get(1..).unwrap_or_default());
    }
    Cow::Owned(decoded)
}

/// Appends one reference token to a pointer.
#[cfg(feature = "details")]
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

fn array_index(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with('0') && token.bytes().all(|b| b.is_ascii_digit());
    if canonical { token.parse().ok() } else { None }
}

struct Pass<'a, 'f> {
    set: &'a PointerSet,
    scanner: Scanner<'a>,
    found: &'f mut [Option<Span>],
    enough: &'f mut dyn FnMut(&[Option<Span>]) -> bool,
}

impl Pass<'_, '_> {
    fn value(&mut self, node: usize, at: usize, depth: u32) -> Result<End, Stop> {
        let set = self.set;
        let rules = &set.nodes[node];
        let end = match self.scanner.byte(at) {
            Some(b'{') if !rules.children.is_empty() && depth > 0 => self.object(rules, at, depth - 1)?,
            Some(b'[') if !rules.children.is_empty() && depth > 0 => self.array(rules, at, depth - 1)?,
            _ => self.scanner.value(at, depth)?,
        };
        for &target in &rules.targets {
            if let Some(place) = self.found.get_mut(target) {
                *place = Some(Span { start: at, end: end.into() });
            }
        }
        if !rules.targets.is_empty() && (self.enough)(self.found) {
            return Err(Stop);
        }
        Ok(end)
    }

    fn object(&mut self, rules: &Node, open: usize, depth: u32) -> Result<End, Stop> {
        let mut at = self.scanner.blank(open + 1);
        if self.scanner.byte(at) == Some(b'}') {
            return super::scan::end(at + 1);
        }
        loop {
            if self.scanner.byte(at) != Some(b'"') {
                return Err(Stop);
            }
            let name_end: usize = self.scanner.string(at)?.into();
            let child = rules.member(&self.scanner.text()[at..name_end], self.scanner.escaped);
            at = self.scanner.colon(name_end)?;
            at = match child {
                Some(child) => {
                    self.forget(child);
                    self.value(child, at, depth)?.into()
                }
                None => self.scanner.value(at, depth)?.into(),
            };
            at = self.scanner.blank(at);
            match self.scanner.byte(at) {
                Some(b',') => at = self.scanner.blank(at + 1),
                Some(b'}') => return super::scan::end(at + 1),
                _ => return Err(Stop),
            }
        }
    }

    fn array(&mut self, rules: &Node, open: usize, depth: u32) -> Result<End, Stop> {
        let mut at = self.scanner.blank(open + 1);
        if self.scanner.byte(at) == Some(b']') {
            return super::scan::end(at + 1);
        }
        let mut index = 0;
        loop {
            at = match rules.item(index) {
                Some(child) => self.value(child, at, depth)?.into(),
                None => self.scanner.value(at, depth)?.into(),
            };
            index += 1;
            at = self.scanner.blank(at);
            match self.scanner.byte(at) {
                Some(b',') => at = self.scanner.blank(at + 1),
                Some(b']') => return super::scan::end(at + 1),
                _ => return Err(Stop),
            }
        }
    }

    /// Drops what an earlier member of the same name has given.
    fn forget(&mut self, node: usize) {
        let set = self.set;
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            for &target in &set.nodes[node].targets {
                if let Some(place) = self.found.get_mut(target) {
                    *place = None;
                }
            }
            open.extend(set.nodes[node].children.iter().map(|(_, _, child)| *child));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_rfc_6901_shows() {
        let text = br#"{"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"k\"l":6,"\u0061":{"0":[[7]]},"i\\j":5}"#;
        // pointer, the value's text
        let cases: &[(&str, Option<&str>)] = &[
            ("/foo", Some(r#"["bar","baz"]"#)),
            ("/foo/1", Some("\"baz\"")),
            ("/foo/01", None),
            ("/foo/2", None),
            ("/foo/-", None),
            ("/", Some("0")),
            ("/a~1b", Some("1")),
            ("/m~0n", Some("8")),
            ("/k\"l", Some("6")),
            ("/a/0/0/0", Some("7")),
            ("/i\\j", Some("5")),
            ("/missing/x", None),
        ];
        for (pointer, value) in cases {
            let found = find_one(text, 0, pointer).map(|span| String::from_utf8_lossy(&text[span.start..span.end]));
            assert_eq!(found.as_deref(), *value, "{pointer}");
        }
        assert_eq!(find_one(text, 0, ""), Some(Span { start: 0, end: text.len() }));
    }

    #[test]
    fn the_last_of_equal_names_counts() {
        let text = br#"{"a":{"b":1},"\u0061":{"c":2}}"#;
        let set = PointerSet::new(&["/a/b", "/a/c", "/a"]).expect("pointers");
        let mut found = [None; 3];
        set.find(text, 0, &mut found, &mut |_| false);
        assert_eq!(found, [None, Some(Span { start: 27, end: 28 }), Some(Span { start: 22, end: 29 })]);
    }

    #[test]
    fn stops_at_faults_and_when_there_is_enough() {
        let set = PointerSet::new(&["/a", "/b"]).expect("pointers");
        let mut found = [None; 2];
        let all = |found: &[Option<Span>]| found.iter().all(Option::is_some);
        set.find(br#"{"a":1,"b":2,"a":3,"#, 0, &mut found, &mut |found| all(found));
        assert_eq!(found, [Some(Span { start: 5, end: 6 }), Some(Span { start: 11, end: 12 })]);
        set.find(br#"{"a":1,"b":"#, 0, &mut found, &mut |_| false);
        assert_eq!(found, [Some(Span { start: 5, end: 6 }), None]);
        set.find(b"", 0, &mut found, &mut |_| false);
        assert_eq!(found, [None, None]);
    }

    #[test]
    fn refuses_what_is_no_pointer() {
        for pointer in ["a", "/~", "/~2", "/a~"] {
            assert!(PointerSet::new(&[pointer]).is_err(), "{pointer}");
        }
        let error = PointerSet::new(&["a"]).expect_err("no pointer");
        assert_eq!(error.to_string(), "`a` is not a JSON Pointer: it does not begin with `/`");
    }
}
