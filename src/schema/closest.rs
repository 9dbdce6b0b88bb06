//! Which alternative of a failed `anyOf` or `oneOf` was meant, so that one fault is reported as one problem.

use crate::payload::json::Span;
use crate::payload::text;
use crate::sort::sort_by;

use super::decide::DISCRIMINATOR;
use super::keyword::Keyword;
use super::keywords::logic::Choice;
use super::keywords::value::Listed;
use super::program::{NodeId, Program, Types};
use super::violation::{Effect, Log, Violation};
use super::walk::Walker;

/// Names that tell alternatives apart before any other name does.
const USUAL: [&str; 3] = ["type", "event", "action"];

/// Alternatives that are tried out; beyond them the report is only that none fits.
const MOST_TRIED: usize = 64;

/// References that are followed to the object rules of an alternative.
const MOST_FOLLOWED: u32 = 8;

impl<'w> Walker<'w> {
    /// What is wrong with the value at `at` as seen by the alternative that it probably means to be.
    pub(crate) fn closest(&mut self, id: NodeId, choice: &'w Choice, at: usize) -> Option<Log> {
        let mut meant: Vec<NodeId> = choice.branches.clone();
        if self.scan.byte(at) == Some(b'{') {
            match self.by_discriminator(choice, at) {
                Discriminated::By(branches) => meant = branches,
                Discriminated::None(value) => {
                    let violation = Violation::new(id, choice.keyword, value.start, value.end - value.start);
                    return Some(single(
                        Violation { extra: DISCRIMINATOR, ..violation },
                        self.effect(id, choice.keyword),
                    ));
                }
                Discriminated::Unknown => {}
            }
        }
        let mut best: Option<(usize, Log)> = None;
        let mut allowed = Types::NONE;
        let mut only_types = true;
        for &branch in meant.iter().take(MOST_TRIED) {
            let found = self.trial(branch, at)?;
            let errors = found.violations.iter().filter(|(_, effect)| *effect == Effect::Error).count();
            let mistyped = found.violations.iter().find(|(violation, _)| {
                violation.at == at && matches!(violation.keyword, Keyword::Type | Keyword::False)
            });
            if let Some((violation, _)) = mistyped {
                allowed = allowed.with(self.program.node(violation.node).types);
                continue;
            }
            only_types = false;
            if errors > 0 && best.as_ref().is_none_or(|(least, _)| errors < *least) {
                best = Some((errors, found));
            }
        }
        if only_types && meant.len() <= MOST_TRIED && allowed != Types::NONE {
            let found = self.type_of(at);
            let violation = Violation::new(id, choice.keyword, at, self.token_length(at));
            let types = u64::from(found.0) | u64::from(allowed.0) << 8;
            return Some(single(Violation { extra: types, ..violation }, self.effect(id, choice.keyword)));
        }
        best.map(|(_, found)| found)
    }

    /// The alternatives that the value names by one of its members.
    fn by_discriminator(&mut self, choice: &'w Choice, at: usize) -> Discriminated {
        let program = self.program;
        for name in discriminators(program, choice) {
            let Some(value) = self.member(at, name) else { continue };
            let token = &self.text()[value.start..value.end];
            let named = |branch: &NodeId| listed(program, *branch, name);
            let fitting: Vec<NodeId> = choice
                .branches
                .iter()
                .copied()
                .filter(|branch| named(branch).is_some_and(|lists| lists.iter().all(|list| list.has(token))))
                .collect();
            if !fitting.is_empty() {
                return Discriminated::By(fitting);
            }
            if choice.branches.iter().all(|branch| named(branch).is_some()) {
                return Discriminated::None(value);
            }
        }
        Discriminated::Unknown
    }

    /// The value of a member of the object at `open`.
    fn member(&mut self, open: usize, name: &str) -> Option<Span> {
        let mut found = None;
        let mut at = self.scan.blank(open + 1);
        while self.scan.byte(at)? == b'"' {
            let name_end = usize::from(self.scan.string(at).ok()?);
            let same = text::decode(&self.text()[at..name_end]) == name;
            let start = self.scan.colon(name_end).ok()?;
            let end = usize::from(self.known(start).ok()?);
            if same {
                found = Some(Span { start, end });
            }
            at = self.scan.blank(end);
            if self.scan.byte(at)? == b',' {
                at = self.scan.blank(at + 1);
            }
        }
        found
    }
}

enum Discriminated {
    By(Vec<NodeId>),
    /// No alternative knows the value of the member that tells them apart.
    None(Span),
    Unknown,
}

fn single(violation: Violation, effect: Effect) -> Log {
    let mut log = Log::default();
    log.push(violation, effect);
    log
}

/// Names of members that tell at least two alternatives apart, the usual ones first.
fn discriminators<'p>(program: &'p Program, choice: &Choice) -> Vec<&'p str> {
    let mut names: Vec<&str> = Vec::new();
    for &branch in &choice.branches {
        let mut own = Vec::new();
        each_object(program, branch, MOST_FOLLOWED, &mut |rules| own.extend(rules.names.iter()));
        for name in own {
            let telling = choice.branches.iter().filter(|branch| listed(program, **branch, name).is_some()).count();
            if telling > 1 && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let rank = |name: &&str| USUAL.iter().position(|usual| usual == name).unwrap_or(USUAL.len());
    sort_by(&mut names, &mut |left, right| rank(left).cmp(&rank(right)));
    names
}

/// The values that an alternative allows for a member, where it lists them.
fn listed<'p>(program: &'p Program, branch: NodeId, name: &str) -> Option<Vec<&'p Listed>> {
    let mut lists = Vec::new();
    each_object(program, branch, MOST_FOLLOWED, &mut |rules| {
        let node = rules.names.find_name(name.as_bytes()).map(|index| rules.properties[index].node);
        let values = node.and_then(|node| program.values.get(program.node(node).values as usize));
        lists.extend(values.into_iter().flat_map(|values| values.exactly.iter().chain(&values.one_of)));
    });
    (!lists.is_empty()).then_some(lists)
}

/// Calls `visit` with the object rules of a node and of the nodes that must fit with it.
pub(super) fn each_object<'p>(
    program: &'p Program,
    id: NodeId,
    deep: u32,
    visit: &mut impl FnMut(&'p super::keywords::object::ObjectRules),
) {
    if let Some(rules) = program.object(id) {
        visit(rules);
    }
    if let (Some(logic), Some(deep)) = (program.logic(id), deep.checked_sub(1)) {
        for &node in &logic.all {
            each_object(program, node, deep, visit);
        }
    }
}
