//! Arrays: items by place, their number, `contains` and `uniqueItems`.

use crate::packed::packed;
use crate::payload::canonical;
use crate::payload::json::Span;
use crate::payload::scan::{Flaw, Scan, Stop, end};
use crate::schema::capture::OFF;
use crate::schema::keyword::Keyword;
use crate::schema::program::{ANY, NodeId};
use crate::schema::used;
use crate::schema::violation::Violation;
use crate::schema::walk::Walker;
use crate::sort::sort_by;

/// What a schema object says about arrays.
#[derive(Clone, Debug, Default)]
pub(crate) struct ArrayRules {
    pub prefix: Vec<NodeId>,
    /// For the items after `prefix`.
    pub items: NodeId,
    /// The keyword that says that there may be none after `prefix`.
    pub closed: Option<Keyword>,
    /// Whether the items after `prefix` are spoken of at all.
    pub items_given: bool,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique: bool,
    pub contains: Option<Contains>,
}

packed!(ArrayRules { prefix, items, closed, items_given, min_items, max_items, unique, contains });

/// Items of one kind and how many of them there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contains {
    pub node: NodeId,
    pub least: u64,
    pub most: Option<u64>,
    /// Whether the items found count as evaluated, as they do since 2020-12.
    pub evaluates: bool,
}

packed!(Contains { node, least, most, evaluates });

impl<'w> Walker<'w> {
    #[inline(never)]
    pub(crate) fn array(&mut self, id: NodeId, rules: Option<&'w ArrayRules>, open: usize) -> Scan {
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(self.scan.stop(Flaw::Depth, open));
        };
        self.depth = depth;
        let noting = self.enter();
        let after = self.items(id, rules, open)?;
        self.depth = depth + 1;
        self.leave(noting, open, after);
        Ok(after)
    }

    fn items(&mut self, id: NodeId, rules: Option<&'w ArrayRules>, open: usize) -> Scan {
        let mut count = 0usize;
        let mut matching = 0u64;
        let mut starts = rules.is_some_and(|rules| rules.unique).then(Vec::new);
        let trail = self.trail();
        let again = self.again;
        let mut at = self.scan.blank(open + 1);
        if self.scan.byte(at) == Some(b']') {
            at += 1;
        } else {
            loop {
                if !self.begins_value(at) {
                    let what = if count == 0 { "a value or `]`" } else { "a value after the comma" };
                    return Err(self.scan.expected(what, "an array", at));
                }
                let item = at;
                let node = rules.map_or(ANY, |rules| rules.prefix.get(count).copied().unwrap_or(rules.items));
                if trail != OFF {
                    self.follow_item(trail, count);
                }
                at = if again { self.value(node, item)? } else { self.first_value(node, item)? }.into();
                if trail != OFF {
                    self.arrive(Span { start: item, end: at }, trail);
                }
                if let Some(rules) = rules {
                    if let Some(keyword) = rules.closed
                        && count == rules.prefix.len()
                    {
                        self.fail(Violation { extra: count as u64, ..Violation::new(id, keyword, item, 1) })?;
                    }
                    if let Some(contains) = &rules.contains
                        && self.test(contains.node, item, false)?
                    {
                        matching += 1;
                    }
                    if let Some(starts) = &mut starts {
                        starts.push(item);
                    }
                }
                count += 1;
                at = self.scan.blank(at);
                match self.scan.byte(at) {
                    Some(b',') => at = self.scan.blank(at + 1),
                    Some(b']') => {
                        at += 1;
                        break;
                    }
                    _ => return Err(self.scan.expected("`,` or `]`", "an array", at)),
                }
            }
        }
        if let Some(rules) = rules {
            self.counts(id, rules, open, count as u64, matching)?;
            if used::UNIQUE_ITEMS
                && let Some(starts) = starts.filter(|starts| starts.len() > 1)
            {
                self.unique(id, &starts, at - open)?;
            }
        }
        end(at)
    }

    #[inline]
    fn begins_value(&self, at: usize) -> bool {
        matches!(self.scan.byte(at), Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'))
    }

    fn counts(
        &mut self,
        id: NodeId,
        rules: &'w ArrayRules,
        open: usize,
        count: u64,
        matching: u64,
    ) -> Result<(), Stop> {
        if rules.min_items.is_some_and(|least| count < least) {
            self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MinItems, open, 1) })?;
        }
        if rules.max_items.is_some_and(|most| count > most) {
            self.fail(Violation { extra: count, ..Violation::new(id, Keyword::MaxItems, open, 1) })?;
        }
        if let Some(contains) = &rules.contains {
            let keyword = if contains.least == 1 { Keyword::Contains } else { Keyword::MinContains };
            if matching < contains.least {
                self.fail(Violation { extra: matching, ..Violation::new(id, keyword, open, 1) })?;
            }
            if contains.most.is_some_and(|most| matching > most) {
                self.fail(Violation { extra: matching, ..Violation::new(id, Keyword::MaxContains, open, 1) })?;
            }
        }
        Ok(())
    }

    /// Compares items by sorting what they are in canonical form.
    fn unique(&mut self, id: NodeId, starts: &[usize], bytes: usize) -> Result<(), Stop> {
        if self.again {
            self.step(bytes as u64 / 4)?;
        }
        let mut forms = Vec::with_capacity(bytes);
        let mut items = Vec::with_capacity(starts.len());
        for (index, &start) in starts.iter().enumerate() {
            let from = forms.len();
            canonical::write(self.text(), start, &mut forms);
            items.push((from..forms.len(), index));
        }
        sort_by(&mut items, &mut |(left, _), (right, _)| forms[left.clone()].cmp(&forms[right.clone()]));
        let equal = |(left, _): &(std::ops::Range<usize>, usize), (right, _): &(std::ops::Range<usize>, usize)| {
            forms[left.clone()] == forms[right.clone()]
        };
        for group in items.chunk_by(equal).filter(|group| group.len() > 1) {
            for (_, index) in &group[1..] {
                let violation = Violation::new(id, Keyword::UniqueItems, starts[*index], 1);
                self.fail(Violation { extra: group[0].1 as u64, ..violation })?;
            }
        }
        Ok(())
    }
}
