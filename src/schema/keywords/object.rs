//! Objects, walked: members by name, what must be there, and what may not.

use crate::packed::packed;
use crate::payload::json::Span;
use crate::payload::scan::{Flaw, NAME, NAME_OR_END, Scan, Stop, end};
use crate::schema::capture::OFF;
use crate::schema::keyword::Keyword;
use crate::schema::names::{Names, Seen};
use crate::schema::program::{ANY, NodeId};
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;

use super::string::{Pattern, content};

/// What a schema object says about objects.
#[derive(Clone, Debug, Default)]
pub(crate) struct ObjectRules {
    /// Every name that any of the keywords speaks of.
    pub names: Names,
    /// What each of `names` means.
    pub properties: Vec<Property>,
    pub required: Vec<usize>,
    /// `required` as bits, where all names fit 64.
    pub required_bits: u64,
    pub patterns: Vec<(Pattern, NodeId)>,
    /// For members that neither `properties` nor `patternProperties` speaks of.
    pub additional: NodeId,
    /// Whether `additionalProperties` is `false`.
    pub closed: bool,
    /// Whether `additionalProperties` is there at all.
    pub additional_given: bool,
    pub property_names: Option<NodeId>,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
    /// A name, and the names that must be there with it.
    pub dependent_required: Vec<(Keyword, usize, Vec<usize>)>,
    pub dependent_schemas: Vec<(usize, NodeId)>,
    /// Whether members in `properties` are spoken of by nothing else.
    pub plain: bool,
    /// Whether the object as a whole has rules beside `required_bits`.
    pub bounded: bool,
    /// Whether a test may stop as soon as every one of `names` has been seen.
    pub hasty: bool,
}

/// A name that the schema speaks of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Property {
    pub node: NodeId,
    /// Whether it stands in `properties`.
    pub known: bool,
}

packed!(Property { node, known });

impl<'w> Walker<'w> {
    #[inline]
    pub(crate) fn object(&mut self, id: NodeId, rules: Option<&'w ObjectRules>, open: usize) -> Scan {
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(self.scan.stop(Flaw::Depth, open));
        };
        self.depth = depth;
        let noting = self.enter();
        let after = match rules {
            Some(rules) if !self.is_plain(rules) => self.members::<false, true>(id, rules, open)?,
            Some(rules) if self.trail == OFF => self.members::<true, false>(id, rules, open)?,
            Some(rules) => self.members::<true, true>(id, rules, open)?,
            None => self.free_members(open)?,
        };
        self.depth = depth + 1;
        self.leave(noting, open, after);
        Ok(after)
    }

    #[inline(always)]
    fn is_plain(&self, rules: &ObjectRules) -> bool {
        // One loop more for captures is for speed alone, and what loads first is to be small.
        let captures = cfg!(feature = "details") || self.trail == OFF;
        rules.plain && !rules.bounded && !self.again && self.overridden.is_empty() && captures
    }

    /// An object that no rule speaks of.
    fn free_members(&mut self, open: usize) -> Scan {
        let mut at = self.scan.blank(open + 1);
        if self.scan.byte(at) == Some(b'}') {
            return end(at + 1);
        }
        let base = self.names.len();
        let trail = self.trail();
        loop {
            let name = at;
            let after = self.name(name, base == self.names.len())?;
            at = self.scan.colon(after)?;
            if self.overrides(name) {
                at = self.scan.value(at, self.depth)?.into();
            } else {
                self.note_name(name, after);
                let value = at;
                if trail != OFF {
                    self.follow_member(trail, Span { start: name, end: after }, self.scan.escaped);
                }
                at = self.value(ANY, value)?.into();
                if trail != OFF {
                    self.arrive(Span { start: value, end: at }, trail);
                }
            }
            match self.next(at)? {
                Next::Member(next) => at = next,
                Next::End(after) => {
                    self.compare_names(base);
                    return end(after);
                }
            }
        }
    }

    /// The members of an object. `PLAIN`: nothing but `properties`, `required` and `additionalProperties` speaks of them,
    /// and nothing else is to be found out. `TRAIL`: there may be values to capture.
    #[inline(never)]
    fn members<const PLAIN: bool, const TRAIL: bool>(
        &mut self,
        id: NodeId,
        rules: &'w ObjectRules,
        open: usize,
    ) -> Scan {
        let mut seen = Seen::new(if PLAIN { 0 } else { rules.names.len() });
        let base = self.names.len();
        let mut count = 0u64;
        let mut expected = 0;
        let mut previous = usize::MAX;
        let mut repeated = false;
        let overridden = !PLAIN && !self.overridden.is_empty();
        let trail = if TRAIL { self.trail() } else { OFF };
        let hasty = !PLAIN && rules.hasty && self.testing && open == self.tested;
        let first = self.scan.blank(open + 1);
        let mut at = first;
        let mut after = at + 1;
        let mut more = self.scan.byte(at) != Some(b'}');
        while more {
            let name = at;
            let (index, name_end, value, escaped) = match rules.names.at(expected, self.text(), name) {
                Some(value) => (Some(expected), value - 1, self.scan.blank(value), false),
                None => self.other_name(rules, name, name == first)?,
            };
            if !overridden || !self.overrides(name) {
                count += 1;
                if trail != OFF {
                    self.follow_member(trail, Span { start: name, end: name_end }, escaped);
                }
                at = match index {
                    Some(index) => {
                        if index != expected {
                            rules.names.learn(previous, index);
                        }
                        previous = index;
                        expected = rules.names.after(index);
                        repeated |= seen.note(index);
                        let property = rules.properties.as_slice()[index];
                        if PLAIN && property.known {
                            self.first_value(property.node, value)?.into()
                        } else if property.known && rules.plain {
                            self.value(property.node, value)?.into()
                        } else {
                            let name = Span { start: name, end: name_end };
                            self.checked_member((id, open), rules, Some(property), name, value)?
                        }
                    }
                    None => self.checked_member((id, open), rules, None, Span { start: name, end: name_end }, value)?,
                };
                if trail != OFF {
                    self.arrive(Span { start: value, end: at }, trail);
                }
                if hasty && count >= rules.names.len() as u64 {
                    let all = u64::MAX >> (64 - rules.names.len().clamp(1, 64));
                    if seen.bits == all {
                        return end(at);
                    }
                }
            } else {
                at = self.scan.value(value, self.depth)?.into();
            }
            match self.next(at)? {
                Next::Member(next) => at = next,
                Next::End(end) => {
                    after = end;
                    more = false;
                }
            }
        }
        if repeated && !self.again {
            self.names.truncate(base);
            self.note_all_names(open)?;
        }
        self.compare_names(base);
        if rules.required_bits & !seen.bits != 0 || !PLAIN && rules.bounded {
            self.complete(id, rules, open, &mut seen, count)?;
        }
        end(after)
    }

    /// A member name that is not the one expected: its index if it has one, its end, where its value begins, and whether it
    /// has escapes.
    #[inline(never)]
    fn other_name(
        &mut self,
        rules: &ObjectRules,
        name: usize,
        first: bool,
    ) -> Result<(Option<usize>, usize, usize, bool), Stop> {
        let end = self.name(name, first)?;
        let escaped = self.scan.escaped;
        let index = rules.names.find(&self.text()[name..end], escaped);
        Ok((index, end, self.scan.colon(end)?, escaped))
    }

    /// A member that is not spoken of by `properties` alone.
    #[inline(never)]
    fn checked_member(
        &mut self,
        (id, open): (NodeId, usize),
        rules: &'w ObjectRules,
        property: Option<Property>,
        name: Span,
        value: usize,
    ) -> Result<usize, Stop> {
        let known = property.filter(|property| property.known);
        let token = &self.text()[name.start..name.end];
        if property.is_none() {
            self.note_name(name.start, name.end);
        }
        if let Some(node) = rules.property_names {
            self.again(node, name.start)?;
        }
        let mut matching = Vec::new();
        if !rules.patterns.is_empty() {
            let name = content(token, token.contains(&b'\\'));
            for (pattern, node) in &rules.patterns {
                if self.matches(pattern, &name)? {
                    matching.push(*node);
                }
            }
        }
        let first = match known {
            Some(property) => property.node,
            None if matching.is_empty() => {
                if rules.closed {
                    let violation = Violation::new(id, Keyword::AdditionalProperties, name.start, token.len());
                    self.fail(Violation { extra: open as u64, ..violation })?;
                }
                rules.additional
            }
            None => matching.remove(0),
        };
        let after = self.value(first, value)?;
        for node in matching {
            self.again(node, value)?;
        }
        Ok(after.into())
    }

    fn complete(
        &mut self,
        id: NodeId,
        rules: &'w ObjectRules,
        open: usize,
        seen: &mut Seen,
        count: u64,
    ) -> Result<(), Stop> {
        for &index in &rules.required {
            if !seen.has(index) {
                self.fail(Violation { extra: index as u64, ..Violation::new(id, Keyword::Required, open, 1) })?;
            }
        }
        if rules.min_properties.is_some_and(|least| count < least) {
            self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MinProperties, open, 1) })?;
        }
        if rules.max_properties.is_some_and(|most| count > most) {
            self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MaxProperties, open, 1) })?;
        }
        for (keyword, index, needed) in &rules.dependent_required {
            if seen.has(*index) {
                for &missing in needed.iter().filter(|&&needed| !seen.has(needed)) {
                    let extra = (*index as u64) << 32 | missing as u64;
                    self.fail(Violation { extra, ..Violation::new(id, *keyword, open, 1) })?;
                }
            }
        }
        for &(index, node) in &rules.dependent_schemas {
            if seen.has(index) {
                self.again(node, open)?;
            }
        }
        Ok(())
    }

    /// The end of the member name at `at`.
    #[inline]
    fn name(&mut self, at: usize, first: bool) -> Result<usize, Stop> {
        if self.scan.byte(at) != Some(b'"') {
            let what = if first { NAME_OR_END } else { NAME };
            return Err(self.scan.expected(what, "an object", at));
        }
        self.scan.string(at).map(usize::from)
    }

    /// What comes after a member's value.
    #[inline(always)]
    pub(super) fn next(&mut self, at: usize) -> Result<Next, Stop> {
        let at = self.scan.blank(at);
        match self.scan.byte(at) {
            Some(b',') => Ok(Next::Member(self.scan.blank(at + 1))),
            Some(b'}') => Ok(Next::End(at + 1)),
            _ => Err(self.scan.expected("`,` or `}`", "an object", at)),
        }
    }

    #[inline]
    pub(super) fn overrides(&self, name: usize) -> bool {
        !self.overridden.is_empty() && self.overridden.binary_search(&name).is_ok()
    }
}

pub(super) enum Next {
    Member(usize),
    End(usize),
}
