//! From the tree of a pattern to the states of its automaton.

use super::parse::Tree;
use super::{Automaton, State};

/// States of one automaton; repeats with bounds are written out.
const MOST_STATES: usize = 1 << 14;

pub(super) fn compile(tree: &Tree) -> Result<Automaton, String> {
    let mut automaton = Automaton { states: Vec::new(), classes: Vec::new(), anchored: starts_anchored(tree) };
    automaton.emit(tree)?;
    automaton.push(State::Match)?;
    Ok(automaton)
}

fn starts_anchored(tree: &Tree) -> bool {
    match tree {
        Tree::Start => true,
        Tree::Sequence(parts) => parts.first().is_some_and(starts_anchored),
        Tree::Choice(branches) => branches.iter().all(starts_anchored),
        _ => false,
    }
}

impl Automaton {
    fn emit(&mut self, tree: &Tree) -> Result<(), String> {
        match tree {
            Tree::Empty => Ok(()),
            Tree::Character(character) => self.push(State::Character(*character)),
            Tree::Class(class) => {
                let known = self.classes.iter().position(|own| own == class);
                let index = known.unwrap_or_else(|| {
                    self.classes.push(class.clone());
                    self.classes.len() - 1
                });
                self.push(State::Class(index as u32))
            }
            Tree::Start => self.push(State::Start),
            Tree::End => self.push(State::End),
            Tree::Boundary(wanted) => self.push(State::Boundary(*wanted)),
            Tree::Sequence(parts) => parts.iter().try_for_each(|part| self.emit(part)),
            Tree::Choice(branches) => self.choice(branches),
            Tree::Repeat(part, least, most) => self.repeat(part, *least, *most),
        }
    }

    fn choice(&mut self, branches: &[Tree]) -> Result<(), String> {
        let mut ends = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index + 1 == branches.len() {
                self.emit(branch)?;
                break;
            }
            let split = self.len();
            self.push(State::Split(split + 1, 0))?;
            self.emit(branch)?;
            ends.push(self.len());
            self.push(State::Jump(0))?;
            self.states[split as usize] = State::Split(split + 1, self.len());
        }
        for end in ends {
            self.states[end as usize] = State::Jump(self.len());
        }
        Ok(())
    }

    fn repeat(&mut self, part: &Tree, least: u32, most: Option<u32>) -> Result<(), String> {
        for _ in 0..least {
            let before = self.len();
            self.emit(part)?;
            if self.len() == before {
                // Nothing, however often, is nothing.
                return Ok(());
            }
        }
        let Some(most) = most else {
            let split = self.len();
            self.push(State::Split(split + 1, 0))?;
            self.emit(part)?;
            self.push(State::Jump(split))?;
            self.states[split as usize] = State::Split(split + 1, self.len());
            return Ok(());
        };
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.len());
            self.push(State::Split(self.len() + 1, 0))?;
            self.emit(part)?;
        }
        for split in splits {
            self.states[split as usize] = State::Split(split + 1, self.len());
        }
        Ok(())
    }

    fn push(&mut self, state: State) -> Result<(), String> {
        if self.states.len() >= MOST_STATES {
            return Err("its bounded repeats make it too large".to_owned());
        }
        self.states.push(state);
        Ok(())
    }

    fn len(&self) -> u32 {
        self.states.len() as u32
    }
}
