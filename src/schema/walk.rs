//! The walk: one pass over a value's bytes that checks syntax and schema together.

use crate::payload::number;
use crate::payload::scan::{DEEPEST, End, Flaw, Scan, Scanner, Stop, end};

use super::Mode;
use super::capture::{OFF, Recorder};
use super::keyword::Keyword;
use super::keywords::logic::LogicRules;
use super::program::{Lead, NONE, Node, NodeId, Program, Tolerance, Types};
use super::violation::{Effect, Log, Violation};

/// Steps of an inspection for what a check does not need to know, such as the closest alternative of a failed `anyOf`.
/// They are counted apart, so that both come to the same verdict; without them the report is only coarser.
const DIAGNOSIS: u64 = 4 << 20;

/// Applicators that may be open at once, reading the same value again and again. With the nesting of the payload they
/// bound the call stack: a level of both takes at most 6 KB without optimisation and 2 KB with it.
const MOST_OPEN: u32 = 512;

/// The state of one walk.
///
/// The first pass over a value sees every byte once. Applicators then walk the same bytes again (`again`), and those
/// that need only a yes or no (`testing`) stop at the first broken rule.
pub(crate) struct Walker<'w> {
    pub program: &'w Program,
    pub scan: Scanner<'w>,
    pub mode: Mode,
    /// Steps left for reading values again.
    pub fuel: u64,
    /// Levels of nesting left.
    pub depth: u32,
    pub(super) open: u32,
    /// Names without a rule of the objects that are open, for the search for duplicates.
    pub names: Vec<Name>,
    /// Offsets of member names that a later member of the same name overrides; sorted.
    pub overridden: Vec<usize>,
    /// Offsets of the first and of a later member name that are equal.
    pub duplicates: Vec<(usize, usize)>,
    /// Whether the next object or array will be read again, and whether the one that is walked will be.
    pub(super) rereads: bool,
    pub(super) noting: bool,
    /// Objects and arrays in such ones, with their ends, in the order of the text.
    pub(super) ends: Vec<(usize, usize)>,
    /// Schema resources entered on the way here; kept only for programs with `$dynamicRef`.
    pub scope: Vec<u32>,
    pub again: bool,
    pub testing: bool,
    pub(super) lenient: bool,
    /// Whether the test under way has met a broken rule.
    pub(super) failed: bool,
    /// Where the value under test starts.
    pub tested: usize,
    pub errors: bool,
    pub details: bool,
    /// What is found, where the caller wants to know more than yes or no.
    pub log: Option<Log>,
    /// What is captured on the way, and which part of that lies in the value at hand.
    pub(super) recorder: Option<Recorder<'w>>,
    pub(super) trail: u32,
    pub(super) diagnosis: u64,
}

/// A member name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub hash: u64,
    pub start: usize,
    pub end: usize,
}

impl<'w> Walker<'w> {
    pub(crate) fn new(program: &'w Program, text: &'w [u8], mode: Mode, depth: u32, steps: u64) -> Self {
        Self {
            program,
            scan: Scanner::new(text),
            mode,
            fuel: steps,
            depth: depth.min(DEEPEST),
            open: MOST_OPEN,
            names: Vec::new(),
            overridden: Vec::new(),
            duplicates: Vec::new(),
            rereads: false,
            noting: false,
            ends: Vec::new(),
            scope: Vec::new(),
            again: false,
            testing: false,
            lenient: false,
            failed: false,
            tested: usize::MAX,
            errors: false,
            details: false,
            log: None,
            recorder: None,
            trail: OFF,
            diagnosis: DIAGNOSIS,
        }
    }

    #[inline(always)]
    pub(crate) fn text(&self) -> &'w [u8] {
        self.scan.text()
    }

    /// Walks the value whose first byte is at `at` against a node; gives the value's end.
    #[inline(never)]
    pub(crate) fn value(&mut self, id: NodeId, at: usize) -> Scan {
        if self.again { self.any_value(id, self.program.node(id), at) } else { self.first_value(id, at) }
    }

    #[inline(never)]
    pub(crate) fn any_value(&mut self, id: NodeId, node: &'w Node, at: usize) -> Scan {
        let program = self.program;
        if self.again {
            self.step(1)?;
            if node.any {
                return self.known(at);
            }
        }
        let scoped = program.dynamic && node.resource != NONE && self.scope.last() != Some(&node.resource);
        if scoped {
            self.scope.push(node.resource);
        }
        let after = self.rules(id, node, at)?;
        if scoped {
            // A test that stops in between puts the scope back itself.
            self.scope.pop();
        }
        Ok(after)
    }

    #[inline(always)]
    fn rules(&mut self, id: NodeId, node: &'w Node, at: usize) -> Scan {
        let program = self.program;
        if node.lead != Lead::Own
            && let Some(rules) = program.logic.get(node.logic as usize)
            && let Some(leader) = self.leader(node, rules, at)
        {
            return self.led(id, node, rules, leader, at);
        }
        self.rereads = node.logic != NONE && !self.again;
        let (found, after) = match self.scan.byte(at) {
            Some(b'"') => {
                let after = self.scan.string(at)?;
                if let Some(rules) = program.strings.get(node.string as usize)
                    && node.types.has(Types::STRING)
                {
                    self.string(id, rules, at, after)?;
                }
                (Types::STRING, after)
            }
            Some(b'{') => {
                let rules = program.objects.get(node.object as usize).filter(|_| node.types.has(Types::OBJECT));
                (Types::OBJECT, self.object(id, rules, at)?)
            }
            Some(b'[') => {
                let rules = program.arrays.get(node.array as usize).filter(|_| node.types.has(Types::ARRAY));
                (Types::ARRAY, self.array(id, rules, at)?)
            }
            Some(b'-' | b'0'..=b'9') => self.number_token(id, node, at)?,
            Some(b't' | b'f') => (Types::BOOLEAN, self.scan.literal(at)?),
            Some(b'n') => (Types::NULL, self.scan.literal(at)?),
            _ => return Err(self.no_value(at)),
        };
        if !node.types.has(found) {
            self.wrong_type(id, node, found, at, after)?;
        } else if node.after {
            self.after(id, node, at, after)?;
        }
        Ok(after)
    }

    /// The node that takes the first pass over the value instead of this one.
    fn leader(&mut self, node: &Node, rules: &LogicRules, at: usize) -> Option<NodeId> {
        match node.lead {
            Lead::Own => None,
            Lead::All => rules.all.first().copied(),
            Lead::Choice => {
                let found = self.type_of(at);
                rules
                    .choices
                    .first()?
                    .branches
                    .iter()
                    .copied()
                    .find(|branch| self.program.node(*branch).types.has(found))
            }
        }
    }

    #[inline(never)]
    fn led(&mut self, id: NodeId, node: &'w Node, rules: &'w LogicRules, leader: NodeId, at: usize) -> Scan {
        self.open()?;
        self.rereads = !self.again;
        let after = self.value(leader, at)?;
        let found = if node.types == Types::ALL { Types::ALL } else { self.type_of(at) };
        if !node.types.has(found) {
            self.wrong_type(id, node, found, at, after)?;
        } else {
            if let Some(values) = self.program.values.get(node.values as usize) {
                self.listed(id, values, at, after.into())?;
            }
            self.logic(id, rules, node.lead, at)?;
        }
        self.close();
        Ok(after)
    }

    fn number_token(&mut self, id: NodeId, node: &'w Node, at: usize) -> Result<(Types, End), Stop> {
        let after = self.scan.number(at)?;
        let token = &self.text()[at..after.into()];
        let fraction = self.scan.fraction;
        if !self.again && !fraction {
            self.check_precision(at, token);
        }
        let whole = !fraction || node.types.has(Types::INTEGER) && !node.types.has(Types::DECIMAL) && is_whole(token);
        let found = if whole { Types::INTEGER } else { Types::DECIMAL };
        if let Some(rules) = self.program.numbers.get(node.number as usize)
            && node.types.has(found)
        {
            self.number(id, rules, at, token)?;
        }
        Ok((found, after))
    }

    #[inline(never)]
    fn after(&mut self, id: NodeId, node: &'w Node, at: usize, after: End) -> Result<(), Stop> {
        let program = self.program;
        if let Some(rules) = program.values.get(node.values as usize) {
            self.listed(id, rules, at, after.into())?;
        }
        if let Some(rules) = program.logic.get(node.logic as usize) {
            self.open()?;
            self.logic(id, rules, Lead::Own, at)?;
            self.close();
        }
        Ok(())
    }

    /// Whether a broken rule that this mode lets pass is of no concern here.
    pub(crate) fn tolerates(&self) -> bool {
        self.mode != Mode::Strict && (!self.testing || self.lenient)
    }

    pub(crate) fn step(&mut self, steps: u64) -> Result<(), Stop> {
        match self.fuel.checked_sub(steps) {
            Some(rest) => {
                self.fuel = rest;
                Ok(())
            }
            None => Err(self.scan.stop(Flaw::Steps, 0)),
        }
    }

    pub(crate) fn open(&mut self) -> Result<(), Stop> {
        match self.open.checked_sub(1) {
            Some(rest) => {
                self.open = rest;
                Ok(())
            }
            None => Err(self.scan.stop(Flaw::Steps, 0)),
        }
    }

    pub(crate) fn close(&mut self) {
        self.open += 1;
    }

    /// A rule is broken. Goes on, or stops if this was a test.
    #[cold]
    #[inline(never)]
    pub(crate) fn fail(&mut self, violation: Violation) -> Result<(), Stop> {
        let effect = self.effect(violation.node, violation.keyword);
        if self.testing {
            if effect == Effect::Error || !self.lenient {
                self.failed = true;
                return Err(Stop);
            }
            return Ok(());
        }
        match effect {
            Effect::Error if self.mode != Mode::Observe => self.errors = true,
            _ => self.details = true,
        }
        if let Some(log) = &mut self.log {
            log.push(violation, effect);
        }
        Ok(())
    }

    pub(crate) fn effect(&self, node: NodeId, keyword: Keyword) -> Effect {
        if self.mode == Mode::Strict {
            return Effect::Error;
        }
        let tolerant = &self.program.info(node).tolerant;
        match tolerant.iter().find(|(own, _)| *own == keyword) {
            Some((_, Tolerance::Drift)) => Effect::Drift,
            Some((_, Tolerance::Warning)) => Effect::Warning,
            None if keyword.code() == crate::code::Code::SchemaUnknownField => Effect::Drift,
            None => Effect::Error,
        }
    }

    #[cold]
    fn wrong_type(&mut self, id: NodeId, node: &Node, found: Types, at: usize, after: End) -> Result<(), Stop> {
        let keyword = if node.types == Types::NONE { Keyword::False } else { Keyword::Type };
        let length = if found.has(Types::ARRAY.with(Types::OBJECT)) { 1 } else { usize::from(after) - at };
        self.fail(Violation { extra: u64::from(found.0), ..Violation::new(id, keyword, at, length) })
    }

    /// Notes an integer that JavaScript's numbers do not hold exactly.
    pub(super) fn check_precision(&mut self, at: usize, token: &[u8]) {
        if !number::is_unsafe_integer(token) {
            return;
        }
        self.details = true;
        if let Some(log) = &mut self.log {
            log.unsafe_integers.push((at, token.len()));
        }
    }

    #[cold]
    fn no_value(&mut self, at: usize) -> Stop {
        self.scan.expected("a value", "an object", at)
    }
}

fn is_whole(token: &[u8]) -> bool {
    number::Decimal::parse(token).is_some_and(|number| number.is_integer())
}

impl Scanner<'_> {
    /// The end of a value that has been scanned before, so that only its brackets and quotes matter.
    pub(crate) fn known(&mut self, at: usize) -> Scan {
        let text = self.text();
        match text.get(at) {
            Some(b'"') => self.string(at),
            Some(b'{' | b'[') => {
                let mut level = 0u32;
                let mut at = at;
                loop {
                    match text.get(at) {
                        Some(b'"') => {
                            at = self.string(at)?.into();
                            continue;
                        }
                        Some(b'{' | b'[') => level += 1,
                        Some(b'}' | b']') => {
                            level -= 1;
                            if level == 0 {
                                return end(at + 1);
                            }
                        }
                        Some(_) => {}
                        None => return Err(Stop),
                    }
                    at += 1;
                }
            }
            Some(b'-' | b'0'..=b'9') => self.number(at),
            _ => self.literal(at),
        }
    }
}
