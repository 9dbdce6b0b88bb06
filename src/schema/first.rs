//! The first pass over a value, where nothing but the rules of its own JSON type speaks of it: what most values need.
//!
//! All of it is inlined into the loops over members and items. In WebAssembly a call costs as much as a short string, since
//! every value that lives across it goes through memory. Not so without optimisation, where that makes the stack's frames large.

use crate::payload::scan::{Scan, Stop, end};
use crate::payload::strings::plain_end;

use super::program::{Node, NodeId, Types};
use super::walk::Walker;

/// Integers up to here are what JavaScript's numbers hold exactly, all of them.
const MOST_EXACT: u64 = (1 << 53) - 1;

impl<'w> Walker<'w> {
    /// As [`value`](Walker::value), for a value that was not walked before.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn first_value(&mut self, id: NodeId, at: usize) -> Scan {
        let program = self.program;
        let node = program.node(id);
        match self.scan.byte(at) {
            Some(b'"') if node.direct.has(Types::STRING) => self.first_string(id, node, at),
            Some(b'-' | b'0'..=b'9') if node.direct.has(Types::INTEGER) => self.first_number(id, node, at),
            Some(b't' | b'f') if node.direct.has(Types::BOOLEAN) => self.scan.literal(at),
            Some(b'n') if node.direct.has(Types::NULL) => self.scan.literal(at),
            Some(b'{') if node.direct.has(Types::OBJECT) => {
                self.object(id, program.objects.get(node.object as usize), at)
            }
            Some(b'[') if node.direct.has(Types::ARRAY) => self.array(id, program.arrays.get(node.array as usize), at),
            _ => self.any_value(id, node, at),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn first_string(&mut self, id: NodeId, node: &'w Node, at: usize) -> Scan {
        let text = self.text();
        let stop = plain_end(text, at + 1);
        if text.get(stop) != Some(&b'"') {
            return self.mixed_string(id, node, at, stop);
        }
        let after = end(stop + 1)?;
        if !node.quick.has(Types::STRING)
            && let Some(rules) = self.program.strings.get(node.string as usize)
            && !rules.surely(stop - at - 1)
        {
            self.scan.escaped = false;
            self.scan.wide = false;
            self.string(id, rules, at, after)?;
        }
        Ok(after)
    }

    /// A string that is not plain ASCII from `stop` on.
    #[inline(never)]
    fn mixed_string(&mut self, id: NodeId, node: &'w Node, at: usize, stop: usize) -> Scan {
        let after = self.scan.string_from(stop)?;
        if let Some(rules) = self.program.strings.get(node.string as usize)
            && !rules.surely_mixed(usize::from(after) - at - 2)
        {
            self.string(id, rules, at, after)?;
        }
        Ok(after)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn first_number(&mut self, id: NodeId, node: &'w Node, at: usize) -> Scan {
        let after = self.scan.number(at)?;
        let (fraction, whole) = (self.scan.fraction, self.scan.whole());
        if fraction && !node.direct.has(Types::DECIMAL) {
            return self.any_value(id, node, at);
        }
        if let Some(whole) = whole.filter(|whole| whole.unsigned_abs() <= MOST_EXACT) {
            let surely = match self.program.numbers.get(node.number as usize) {
                Some(rules) => !self.scan.exponent && rules.surely(whole, self.scan.negative, fraction),
                None => true,
            };
            if surely {
                return Ok(after);
            }
        }
        self.other_number(id, node, at, after.into())?;
        Ok(after)
    }

    /// A number that may be too long for JavaScript, or whose rules need a closer look.
    #[inline(never)]
    fn other_number(&mut self, id: NodeId, node: &'w Node, at: usize, after: usize) -> Result<(), Stop> {
        let token = &self.text()[at..after];
        if !self.scan.fraction {
            self.check_precision(at, token);
        }
        match self.program.numbers.get(node.number as usize) {
            Some(rules) => self.number(id, rules, at, token),
            None => Ok(()),
        }
    }
}
