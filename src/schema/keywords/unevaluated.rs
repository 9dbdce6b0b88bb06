//! `unevaluatedProperties` and `unevaluatedItems`: what no other keyword of a fitting schema has spoken of.

use crate::payload::json::Span;
use crate::payload::scan::Stop;
use crate::schema::keyword::Keyword;
use crate::schema::program::{NONE, NodeId};
use crate::schema::used;
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;

use super::logic::Rest;
use super::string::content;

/// One member or item of a value under inspection, and whether a schema has spoken of it.
struct Part {
    /// The name token; empty for items.
    name: Span,
    value: usize,
    evaluated: bool,
}

impl<'w> Walker<'w> {
    pub(crate) fn unevaluated_properties(&mut self, id: NodeId, rest: Rest, at: usize) -> Result<(), Stop> {
        if !used::UNEVALUATED || self.scan.byte(at) != Some(b'{') {
            return Ok(());
        }
        let mut parts = self.parts(at, b'}')?;
        self.mark(id, id, at, &mut parts)?;
        for part in parts.iter().filter(|part| !part.evaluated) {
            if rest.closed {
                let length = part.name.end - part.name.start;
                let violation = Violation::new(id, Keyword::UnevaluatedProperties, part.name.start, length);
                self.fail(Violation { extra: at as u64, ..violation })?;
            } else {
                self.again(rest.node, part.value)?;
            }
        }
        Ok(())
    }

    pub(crate) fn unevaluated_items(&mut self, id: NodeId, rest: Rest, at: usize) -> Result<(), Stop> {
        if !used::UNEVALUATED || self.scan.byte(at) != Some(b'[') {
            return Ok(());
        }
        let mut parts = self.parts(at, b']')?;
        self.mark(id, id, at, &mut parts)?;
        for (index, part) in parts.iter().enumerate().filter(|(_, part)| !part.evaluated) {
            if rest.closed {
                let length = self.token_length(part.value);
                let violation = Violation::new(id, Keyword::UnevaluatedItems, part.value, length);
                self.fail(Violation { extra: index as u64, ..violation })?;
            } else {
                self.again(rest.node, part.value)?;
            }
        }
        Ok(())
    }

    fn parts(&mut self, open: usize, close: u8) -> Result<Vec<Part>, Stop> {
        let mut parts = Vec::new();
        let mut at = self.scan.blank(open + 1);
        while self.scan.byte(at) != Some(close) {
            let mut name = Span { start: at, end: at };
            if close == b'}' {
                name.end = self.scan.string(at)?.into();
                at = self.scan.colon(name.end)?;
            }
            if self.overridden.binary_search(&name.start).is_err() || close == b']' {
                parts.push(Part { name, value: at, evaluated: false });
            }
            at = self.known(at).map(usize::from)?;
            at = self.scan.blank(at);
            if self.scan.byte(at) == Some(b',') {
                at = self.scan.blank(at + 1);
            }
        }
        self.step(parts.len() as u64 + 1)?;
        Ok(parts)
    }

    /// Marks what a node, known to fit, speaks of. `top` is the node whose own `unevaluated...` is being decided.
    fn mark(&mut self, top: NodeId, id: NodeId, at: usize, parts: &mut [Part]) -> Result<(), Stop> {
        self.step(1 + parts.len() as u64)?;
        self.open()?;
        let program = self.program;
        let resource = program.node(id).resource;
        let scoped = program.dynamic && resource != NONE && self.scope.last() != Some(&resource);
        if scoped {
            self.scope.push(resource);
        }
        if self.scan.byte(at) == Some(b'{') {
            self.mark_members(id, at, top, parts)?;
        } else {
            self.mark_items(id, parts)?;
        }
        self.mark_logic(top, id, at, parts)?;
        if scoped {
            self.scope.pop();
        }
        self.close();
        Ok(())
    }

    fn mark_members(&mut self, id: NodeId, at: usize, top: NodeId, parts: &mut [Part]) -> Result<(), Stop> {
        let Some(rules) = self.program.object(id) else { return Ok(()) };
        let mut present = vec![false; rules.names.len()];
        for part in parts.iter_mut() {
            let token = &self.text()[part.name.start..part.name.end];
            let escaped = token.contains(&b'\\');
            let index = rules.names.find(token, escaped);
            if let Some(index) = index {
                present[index] = true;
            }
            let mut spoken_of = rules.additional_given || index.is_some_and(|index| rules.properties[index].known);
            if !spoken_of && !part.evaluated && !rules.patterns.is_empty() {
                let name = content(token, escaped);
                for (pattern, _) in &rules.patterns {
                    spoken_of = spoken_of || self.matches(pattern, &name)?;
                }
            }
            part.evaluated |= spoken_of;
        }
        for &(index, node) in &rules.dependent_schemas {
            if present[index] {
                self.mark(top, node, at, parts)?;
            }
        }
        Ok(())
    }

    fn mark_items(&mut self, id: NodeId, parts: &mut [Part]) -> Result<(), Stop> {
        let Some(rules) = self.program.array(id) else { return Ok(()) };
        for (index, part) in parts.iter_mut().enumerate() {
            part.evaluated |= rules.items_given || index < rules.prefix.len();
            if let Some(contains) = rules.contains
                && contains.evaluates
                && !part.evaluated
            {
                part.evaluated = self.test(contains.node, part.value, false)?;
            }
        }
        Ok(())
    }

    fn mark_logic(&mut self, top: NodeId, id: NodeId, at: usize, parts: &mut [Part]) -> Result<(), Stop> {
        let Some(rules) = self.program.logic(id) else { return Ok(()) };
        for &node in &rules.all {
            self.mark(top, node, at, parts)?;
        }
        for dynamic in &rules.dynamic {
            self.mark(top, self.dynamic_target(dynamic), at, parts)?;
        }
        for &branch in rules.choices.iter().flat_map(|choice| &choice.branches) {
            let lenient = self.tolerates();
            if self.test(branch, at, lenient)? {
                self.mark(top, branch, at, parts)?;
            }
        }
        if let Some(condition) = rules.condition {
            if self.test(condition.test, at, false)? {
                self.mark(top, condition.test, at, parts)?;
                self.mark(top, condition.then, at, parts)?;
            } else {
                self.mark(top, condition.otherwise, at, parts)?;
            }
        }
        let rest =
            if self.scan.byte(at) == Some(b'{') { rules.unevaluated_properties } else { rules.unevaluated_items };
        if id != top && rest.is_some() {
            parts.iter_mut().for_each(|part| part.evaluated = true);
        }
        Ok(())
    }
}
