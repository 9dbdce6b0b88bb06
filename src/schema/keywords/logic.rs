//! Applicators that read the same value again: `$ref`, `allOf`, `anyOf`, `oneOf`, `not`, `if` and `$dynamicRef`.

use crate::packed::packed;
use crate::payload::scan::Stop;
use crate::schema::Mode;
use crate::schema::keyword::Keyword;
use crate::schema::program::{Lead, NodeId, Program, Types};
use crate::schema::violation::{Effect, Log, Violation};
use crate::schema::walk::Walker;

/// What a schema object says by other schemas about the same value.
#[derive(Clone, Debug, Default)]
pub(crate) struct LogicRules {
    /// `$ref` and `allOf`: each must fit.
    pub all: Vec<NodeId>,
    pub dynamic: Vec<Dynamic>,
    pub choices: Vec<Choice>,
    pub not: Option<NodeId>,
    pub condition: Option<Condition>,
    pub unevaluated_properties: Option<Rest>,
    pub unevaluated_items: Option<Rest>,
}

packed!(LogicRules { all, dynamic, choices, not, condition, unevaluated_properties, unevaluated_items });

/// A `$dynamicRef` that depends on the way to it.
#[derive(Clone, Debug)]
pub(crate) struct Dynamic {
    pub anchor: Box<str>,
    /// Where it leads by itself.
    pub fallback: NodeId,
    /// The schema resources that have the anchor, and what it names there.
    pub anchors: Vec<(u32, NodeId)>,
}

packed!(Dynamic { anchor, fallback, anchors });

/// `anyOf` or `oneOf`.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub keyword: Keyword,
    pub branches: Vec<NodeId>,
    /// Whether the JSON type alone tells which branch can fit.
    pub by_type: bool,
}

packed!(Choice { keyword, branches } and { by_type: false });

/// `if`, `then`, `else`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Condition {
    pub test: NodeId,
    pub then: NodeId,
    pub otherwise: NodeId,
}

packed!(Condition { test, then, otherwise });

/// What the members or items must fit that nothing else has spoken of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rest {
    pub node: NodeId,
    /// Whether there may be none.
    pub closed: bool,
}

packed!(Rest { node, closed });

impl LogicRules {
    /// The nodes that are applied to the value itself.
    pub(crate) fn in_place(&self) -> impl Iterator<Item = NodeId> {
        let condition = self.condition.iter().flat_map(|c| [c.test, c.then, c.otherwise]);
        let dynamic = self.dynamic.iter().map(|d| d.fallback);
        let choices = self.choices.iter().flat_map(|choice| choice.branches.iter().copied());
        self.all.iter().copied().chain(dynamic).chain(choices).chain(self.not).chain(condition)
    }

    pub(crate) fn is_only_ref(&self) -> Option<NodeId> {
        let alone =
            self.dynamic.is_empty() && self.choices.is_empty() && self.not.is_none() && self.condition.is_none();
        let rest = self.unevaluated_properties.is_some() || self.unevaluated_items.is_some();
        match self.all.as_slice() {
            [only] if alone && !rest => Some(*only),
            _ => None,
        }
    }
}

impl Choice {
    /// Whether no type is allowed by two of the branches.
    pub(crate) fn is_by_type(&self, program: &Program) -> bool {
        let mut taken = Types::NONE;
        self.branches.iter().all(|&branch| {
            let types = program.node(branch).types;
            let free = !taken.has(types);
            taken = taken.with(types);
            free && !program.info(branch).tolerant.iter().any(|(keyword, _)| *keyword == Keyword::Type)
        })
    }
}

impl<'w> Walker<'w> {
    /// Applies what `lead` has not applied yet.
    pub(crate) fn logic(&mut self, id: NodeId, rules: &'w LogicRules, lead: Lead, at: usize) -> Result<(), Stop> {
        for &node in &rules.all[usize::from(lead == Lead::All)..] {
            self.again(node, at)?;
        }
        for dynamic in &rules.dynamic {
            self.again(self.dynamic_target(dynamic), at)?;
        }
        for choice in &rules.choices[usize::from(lead == Lead::Choice)..] {
            self.choice(id, choice, at)?;
        }
        if let Some(not) = rules.not
            && self.test(not, at, false)?
        {
            let length = self.token_length(at);
            self.fail(Violation::new(id, Keyword::Not, at, length))?;
        }
        if let Some(condition) = rules.condition {
            let next = if self.test(condition.test, at, false)? { condition.then } else { condition.otherwise };
            self.again(next, at)?;
        }
        if let Some(rest) = rules.unevaluated_properties {
            self.unevaluated_properties(id, rest, at)?;
        }
        if let Some(rest) = rules.unevaluated_items {
            self.unevaluated_items(id, rest, at)?;
        }
        Ok(())
    }

    /// Where a `$dynamicRef` leads here: the outermost resource on the way that has the anchor decides.
    pub(crate) fn dynamic_target(&self, dynamic: &Dynamic) -> NodeId {
        let outermost = self.scope.iter().find_map(|resource| {
            dynamic.anchors.iter().find(|(owner, _)| owner == resource).map(|(_, target)| *target)
        });
        outermost.unwrap_or(dynamic.fallback)
    }

    fn choice(&mut self, id: NodeId, choice: &'w Choice, at: usize) -> Result<(), Stop> {
        if choice.by_type {
            let found = self.type_of(at);
            if let Some(&branch) = choice.branches.iter().find(|&&b| self.program.node(b).types.has(found)) {
                return self.again(branch, at);
            }
        }
        let mut fitting = (None, None);
        for (index, &branch) in choice.branches.iter().enumerate() {
            if !self.test(branch, at, false)? {
                continue;
            }
            fitting = if fitting.0.is_none() { (Some(index), None) } else { (fitting.0, Some(index)) };
            let enough = choice.keyword == Keyword::AnyOf || fitting.1.is_some();
            if enough {
                break;
            }
        }
        match fitting {
            (Some(first), Some(second)) if choice.keyword == Keyword::OneOf => {
                let violation = Violation::new(id, choice.keyword, at, self.token_length(at));
                self.fail(Violation { extra: both(first, second), ..violation })
            }
            (Some(first), _) => {
                if !self.testing && self.log.is_some() {
                    self.retell(choice, first, at);
                }
                Ok(())
            }
            (None, _) => self.no_branch(id, choice, at),
        }
    }

    /// Walks the fitting branches again for what they say beside yes: which integers are `int64`.
    #[cold]
    fn retell(&mut self, choice: &'w Choice, first: usize, at: usize) {
        self.at_no_cost(|walker| {
            for (index, &branch) in choice.branches.iter().enumerate().skip(first) {
                if index == first || choice.keyword == Keyword::AnyOf && walker.test(branch, at, false)? {
                    walker.again(branch, at)?;
                }
            }
            Ok(())
        });
    }

    /// No branch fits as it stands.
    #[cold]
    fn no_branch(&mut self, id: NodeId, choice: &'w Choice, at: usize) -> Result<(), Stop> {
        if self.tolerates() {
            for &branch in &choice.branches {
                if self.test(branch, at, true)? {
                    return if self.testing { Ok(()) } else { self.again(branch, at) };
                }
            }
        }
        if !self.testing && self.log.is_some() {
            let effect = self.effect(id, choice.keyword);
            if let Some(found) = self.closest(id, choice, at) {
                self.adopt(found, effect);
                return Ok(());
            }
        }
        let length = self.token_length(at);
        self.fail(Violation::new(id, choice.keyword, at, length))
    }

    /// Reports what is wrong with the closest branch as what is wrong with the value.
    fn adopt(&mut self, mut found: Log, effect: Effect) {
        match effect {
            Effect::Error if self.mode != Mode::Observe => self.errors = true,
            _ => self.details = true,
        }
        for (_, own) in &mut found.violations {
            *own = (*own).max(effect);
        }
        if let Some(log) = &mut self.log {
            log.append(found);
        }
    }

    /// The JSON type of the value at `at`, already scanned.
    pub(crate) fn type_of(&mut self, at: usize) -> Types {
        match self.scan.byte(at) {
            Some(b'"') => Types::STRING,
            Some(b'{') => Types::OBJECT,
            Some(b'[') => Types::ARRAY,
            Some(b't' | b'f') => Types::BOOLEAN,
            Some(b'n') => Types::NULL,
            _ => self.number_type(at),
        }
    }

    fn number_type(&mut self, at: usize) -> Types {
        let Ok(after) = self.scan.number(at) else { return Types::NONE };
        if !self.scan.fraction {
            return Types::INTEGER;
        }
        let token = &self.text()[at..after.into()];
        let whole = crate::payload::number::Decimal::parse(token).is_some_and(|number| number.is_integer());
        if whole { Types::INTEGER } else { Types::DECIMAL }
    }

    /// How much of the value at `at` a report points at: all of a scalar, the bracket of anything else.
    pub(crate) fn token_length(&mut self, at: usize) -> usize {
        match self.scan.byte(at) {
            Some(b'{' | b'[') => 1,
            _ => self.scan.known(at).map_or(1, |after| usize::from(after) - at),
        }
    }
}

/// Two indexes in one number; 0 is kept for "none".
pub(crate) fn both(first: usize, second: usize) -> u64 {
    (first as u64 + 1) << 32 | (second as u64 + 1)
}
