//! What an inspection tells: problems in the order of the text, drift, exact integers.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::code::Code;
use crate::payload::json::{Span, skip_whitespace};
use crate::payload::scan::Scanner;
use crate::report::{ChangedType, Drift, Problem, Severity, Stage};
use crate::sort::{sort, sort_by};

#[cfg(feature = "full")]
use super::full::Worded;
use super::keyword::Keyword;
use super::message::{type_word, word};
use super::place::{Path, locate};
use super::program::{Program, Types};
use super::violation::{Effect, Log, Violation};
use super::{Mode, Walk};

/// Everything that inspections have found, of one value or of several in one body.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Problems with severity, stage and place, in the order of the text; at most as many as asked for.
    pub problems: Vec<Problem>,
    /// How many more problems there are.
    pub omitted: u32,
    /// Integers, however they are written, whose schema says `format: int64`; in the order of the text.
    pub integers: Vec<Span>,
    cap: u32,
    // By the line that goes into the fingerprint: the first pointer with it.
    unknown: BTreeMap<String, String>,
    listed: BTreeMap<String, String>,
    types: Vec<(String, ChangedType)>,
}

/// One thing found, before it has words.
enum Found {
    Violation(Violation, Effect),
    Duplicate {
        first: usize,
        later: usize,
    },
    UnsafeInteger {
        at: usize,
        length: usize,
    },
    #[cfg(feature = "full")]
    Worded(Worded),
}

impl Found {
    fn offset(&self) -> usize {
        match self {
            Found::Violation(violation, _) => violation.at,
            Found::Duplicate { later, .. } => *later,
            Found::UnsafeInteger { at, .. } => *at,
            #[cfg(feature = "full")]
            Found::Worded(worded) => worded.at,
        }
    }

    fn stage(&self) -> Stage {
        match self {
            Found::Violation(..) => Stage::Schema,
            #[cfg(feature = "full")]
            Found::Worded(_) => Stage::Schema,
            Found::Duplicate { .. } | Found::UnsafeInteger { .. } => Stage::Event,
        }
    }

    fn severity(&self, mode: Mode) -> Severity {
        match self {
            Found::Violation(_, effect) => effect.severity(mode),
            #[cfg(feature = "full")]
            Found::Worded(worded) => worded.effect.severity(mode),
            Found::Duplicate { .. } if mode == Mode::Strict => Severity::Error,
            Found::Duplicate { .. } => Severity::Warning,
            Found::UnsafeInteger { .. } => Severity::Note,
        }
    }

    fn rank(&self, mode: Mode) -> usize {
        rank(self.severity(mode), self.stage())
    }

    fn is_drift(&self) -> bool {
        match self {
            Found::Violation(_, effect) => *effect == Effect::Drift,
            #[cfg(feature = "full")]
            Found::Worded(worded) => worded.effect == Effect::Drift,
            _ => false,
        }
    }
}

const RANKS: usize = 3;

/// What may take another's place in a full list: errors that are found earlier in the check, other errors, the rest.
fn rank(severity: Severity, stage: Stage) -> usize {
    match (severity, stage) {
        (Severity::Error, Stage::Schema) => 1,
        (Severity::Error, _) => 0,
        _ => 2,
    }
}

/// What decides which problem gives way: its rank, and among errors, of which the first decides, also the place.
fn weight(severity: Severity, stage: Stage, at: Option<usize>) -> (usize, Option<usize>) {
    (rank(severity, stage), at.filter(|_| severity == Severity::Error))
}

fn weight_of(problem: &Problem) -> (usize, Option<usize>) {
    weight(problem.severity, problem.stage, problem.offset.map(|offset| offset as usize))
}

impl Findings {
    /// Empty findings that list up to `cap` problems, but at least one: the one that decides.
    pub fn new(cap: u32) -> Self {
        Self { cap: cap.max(1), ..Self::default() }
    }

    /// Whether the list has a place for such a problem: a free one, or that of a lesser problem.
    pub fn takes(&self, severity: Severity, stage: Stage, at: Option<usize>) -> bool {
        self.problems.len() < self.cap as usize
            || self.problems.iter().any(|other| weight(severity, stage, at) < weight_of(other))
    }

    /// Lists a problem, in place of the last lesser one where the list is full, or counts it as omitted.
    pub fn push(&mut self, problem: Problem) {
        if self.problems.len() >= self.cap as usize {
            let lesser = |other: &Problem| weight_of(&problem) < weight_of(other);
            let worst = self.problems.iter().map(weight_of).max();
            let place = self.problems.iter().rposition(|other| Some(weight_of(other)) == worst);
            self.omit(1);
            match place {
                Some(place) if lesser(&self.problems[place]) => drop(self.problems.remove(place)),
                _ => return,
            }
        }
        self.problems.push(problem);
    }

    /// Counts problems that are not listed.
    pub fn omit(&mut self, problems: usize) {
        self.omitted = self.omitted.saturating_add(u32::try_from(problems).unwrap_or(u32::MAX));
    }

    /// How the payload differs from what the schema knows; `None` where it does not.
    pub fn drift(&self) -> Option<Drift> {
        if self.unknown.is_empty() && self.listed.is_empty() && self.types.is_empty() {
            return None;
        }
        let sorted = |pointers: &BTreeMap<String, String>| {
            let mut pointers: Vec<String> = pointers.values().cloned().collect();
            sort(&mut pointers);
            pointers
        };
        let mut changed_types: Vec<ChangedType> = self.types.iter().map(|(_, changed)| changed.clone()).collect();
        sort(&mut changed_types);
        Some(Drift {
            unknown_fields: sorted(&self.unknown),
            new_enum_values: sorted(&self.listed),
            changed_types,
            fingerprint: self.fingerprint(),
        })
    }

    fn fingerprint(&self) -> String {
        let mut lines: Vec<&str> = self.unknown.keys().chain(self.listed.keys()).map(String::as_str).collect();
        lines.extend(self.types.iter().map(|(line, _)| line.as_str()));
        sort(&mut lines);
        let digest = Sha256::digest(lines.join("\n").as_bytes());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    pub(crate) fn add(&mut self, walk: &Walk<'_>, program: &Program, log: Log, duplicates: &[(usize, usize)]) {
        let violations = log.violations.into_iter().map(|(violation, effect)| Found::Violation(violation, effect));
        let duplicates = duplicates.iter().map(|&(first, later)| Found::Duplicate { first, later });
        let integers = log.unsafe_integers.iter().map(|&(at, length)| Found::UnsafeInteger { at, length });
        #[cfg(feature = "full")]
        let violations = violations.chain(log.worded.into_iter().map(Found::Worded));
        let mut found: Vec<Found> = violations.chain(duplicates).chain(integers).collect();
        // Stable: what one value breaks stays in the order in which it was checked.
        sort_by(&mut found, &mut |left, right| left.offset().cmp(&right.offset()));
        drop_repeated(&mut found);
        self.omit(log.dropped as usize);
        self.thin_out(&mut found, walk.mode);
        let offsets: Vec<usize> = found.iter().map(Found::offset).collect();
        let paths = locate(walk.text, walk.start, walk.prefix, &offsets);
        for (found, path) in found.iter().zip(paths) {
            match found {
                Found::Violation(violation, Effect::Drift) => {
                    let node = program.node(violation.node);
                    let types = (node.types, violation.extra);
                    self.note_drift(walk, violation.keyword, violation.at, types, path);
                }
                #[cfg(feature = "full")]
                Found::Worded(worded) if worded.effect == Effect::Drift => {
                    let keyword = worded.keyword.as_deref().and_then(Keyword::from_name).unwrap_or(Keyword::False);
                    self.note_drift(walk, keyword, worded.at, (worded.expected, worded.found.0.into()), path);
                }
                found => self.push(problem(walk, program, found, path)),
            }
        }
        sort_by(&mut self.types, &mut |(left, _), (right, _)| left.cmp(right));
        self.types.dedup_by(|(later, _), (first, _)| later == first);
        let mut integers = log.integers;
        sort(&mut integers);
        integers.dedup();
        self.integers.extend(integers);
    }

    /// Leaves out the problems that will not be listed, the lesser ones first, before they cost words and places.
    fn thin_out(&mut self, found: &mut Vec<Found>, mode: Mode) {
        let mut room = [0; RANKS];
        let mut left = self.cap as usize;
        for (place, room) in room.iter_mut().enumerate() {
            let problems = found.iter().filter(|found| !found.is_drift());
            let of_rank = problems.filter(|found| found.rank(mode) == place).count();
            *room = of_rank.min(left);
            left -= *room;
        }
        let before = found.len();
        found.retain(|found| {
            let rank = found.rank(mode);
            let kept = found.is_drift()
                || room[rank] > 0 && self.takes(found.severity(mode), found.stage(), Some(found.offset()));
            if kept && !found.is_drift() {
                room[rank] -= 1;
            }
            kept
        });
        self.omit(before - found.len());
    }

    /// `types`: those that the schema allows, and the bits of the one that was found.
    fn note_drift(&mut self, walk: &Walk<'_>, keyword: Keyword, at: usize, types: (Types, u64), path: Path) {
        let Path { pointer, pattern } = path;
        match keyword {
            Keyword::Type => {
                let expected = types.0.words();
                let found = type_word(types.1);
                let line = format!("changed type\t{pattern}\t{expected}\t{found}");
                self.types.push((line, ChangedType { pointer, expected, found }));
            }
            Keyword::Enum | Keyword::Const => {
                let line = format!("new enum value\t{pattern}\t{}", type_at(walk.text, at));
                self.listed.entry(line).or_insert(pointer);
            }
            _ => {
                let line = format!("unknown field\t{pattern}\t{}", member_type(walk.text, at));
                self.unknown.entry(line).or_insert(pointer);
            }
        }
    }
}

/// The same rule may be reached in several ways; it is broken once.
fn drop_repeated(found: &mut Vec<Found>) {
    let mut group: Vec<(Violation, Effect)> = Vec::new();
    found.retain(|found| {
        let Found::Violation(violation, effect) = found else { return true };
        if group.first().is_some_and(|(first, _)| first.at != violation.at) {
            group.clear();
        }
        let new = !group.contains(&(*violation, *effect));
        if new {
            group.push((*violation, *effect));
        }
        new
    });
}

fn problem(walk: &Walk<'_>, program: &Program, found: &Found, path: Path) -> Problem {
    let (problem, length) = match found {
        Found::Violation(violation, _) => {
            let words = word(program, walk.text, violation);
            let mut problem = Problem::new(words.code, Stage::Schema, words.message);
            problem.keyword = words.keyword;
            problem.schema_pointer = Some(words.schema_pointer);
            problem.hint = words.hint;
            (problem, violation.length)
        }
        #[cfg(feature = "full")]
        Found::Worded(worded) => {
            let mut problem = Problem::new(worded.code, Stage::Schema, worded.message.clone());
            problem.keyword = worded.keyword.clone();
            problem.schema_pointer = Some(worded.schema_pointer.clone());
            problem.hint = worded.hint.clone();
            (problem, worded.length)
        }
        Found::Duplicate { first, later } => {
            let place = Problem::new(Code::Ok, Stage::Event, "").at(walk.text, *first, 0);
            let (line, column) = (place.line.unwrap_or(0), place.column.unwrap_or(0));
            let message = say!(
                "found a member name that stands in this object already, on line {line}, column {column}; expected each name once"
            );
            let problem = Problem::new(Code::PayloadDuplicateKey, Stage::Event, message);
            (problem, token_length(walk.text, *later))
        }
        Found::UnsafeInteger { length, .. } => {
            let message =
                "found an integer beyond what JavaScript's numbers hold exactly, expected one within ±(2^53 - 1)";
            (Problem::new(Code::PayloadUnsafeInteger, Stage::Event, message), *length)
        }
    };
    let mut problem = problem.at(walk.text, found.offset(), length);
    problem.severity = found.severity(walk.mode);
    problem.pointer = Some(path.pointer);
    problem
}

fn token_length(text: &[u8], at: usize) -> usize {
    Scanner::new(text).known(at).map_or(1, |end| usize::from(end) - at)
}

fn type_at(text: &[u8], at: usize) -> String {
    let types = match text.get(at) {
        Some(b'"') => Types::STRING,
        Some(b'{') => Types::OBJECT,
        Some(b'[') => Types::ARRAY,
        Some(b't' | b'f') => Types::BOOLEAN,
        Some(b'n') => Types::NULL,
        _ => Types::NUMBER,
    };
    types.words()
}

/// The type of the value of the member whose name is at `at`.
fn member_type(text: &[u8], at: usize) -> String {
    let mut scanner = Scanner::new(text);
    let after = scanner.string(at).map_or(at, usize::from);
    let colon = skip_whitespace(text, after);
    type_at(text, skip_whitespace(text, colon + 1))
}
