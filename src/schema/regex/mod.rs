//! Regular expressions as JSON Schema means them (ECMA-262, `u` flag): whether a text matches, in linear time.
//!
//! There are no look-around assertions and no backreferences: they cannot be had in linear time. Unicode properties
//! are limited to those the standard library has.

mod class;
#[cfg(feature = "details")]
mod compile;
mod letters;
#[cfg(feature = "details")]
mod parse;
mod straight;

use crate::packed::packed;

use class::Class;
use straight::Straight;

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub(crate) enum Regex {
    /// One that needs no automaton.
    Straight(Straight),
    Automaton(Automaton),
}

/// An automaton whose states are followed all at once.
#[derive(Clone, Debug)]
pub(crate) struct Automaton {
    states: Vec<State>,
    classes: Vec<Class>,
    /// Whether every match begins at the start of the text.
    anchored: bool,
}

/// A state of the automaton. The state after is the next one, unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Takes this character.
    Character(char),
    /// Takes a character of `classes`.
    Class(u32),
    /// Goes on in two ways.
    Split(u32, u32),
    Jump(u32),
    /// At the start of the text.
    Start,
    /// At the end of the text.
    End,
    /// Between a word character and another one, or not so.
    Boundary(bool),
    Match,
}

packed!(
    enum Regex {
        Straight(parts),
        Automaton(automaton),
    }
);
packed!(Automaton { states, classes, anchored });
packed!(
    enum State {
        Character(own),
        Class(class),
        Split(first, second),
        Jump(target),
        Start,
        End,
        Boundary(wanted),
        Match,
    }
);

impl Regex {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// What the pattern has that cannot be used, in words.
    #[cfg(feature = "details")]
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let tree = parse::parse(pattern)?;
        match Straight::of(&tree) {
            Some(straight) => Ok(Self::Straight(straight)),
            None => Ok(Self::Automaton(compile::compile(&tree)?)),
        }
    }

    /// Whether the pattern matches anywhere in `text`. Takes its work off `fuel`; `None` when that is used up.
    pub(crate) fn is_match(&self, text: &str, fuel: &mut u64) -> Option<bool> {
        match self {
            Self::Straight(straight) => {
                let reading = straight.read(text);
                *fuel = fuel.checked_sub(reading.work / STATES_PER_STEP)?;
                Some(reading.matches)
            }
            Self::Automaton(automaton) => automaton.is_match(text, fuel),
        }
    }
}

impl Automaton {
    fn is_match(&self, text: &str, fuel: &mut u64) -> Option<bool> {
        let words = self.states.len().div_ceil(64);
        let mut small = [0; 3 * SMALL];
        let mut large = Vec::new();
        let sets = if words <= SMALL {
            &mut small[..3 * words]
        } else {
            large.resize(3 * words, 0);
            &mut large[..]
        };
        let (now, rest) = sets.split_at_mut(words);
        let (next, seen) = rest.split_at_mut(words);
        Run { automaton: self, now, next, seen, work: 0 }.search(text, fuel)
    }
}

/// Words of a state set that live on the stack: 256 states.
const SMALL: usize = 4;

/// Steps of the automaton that cost as much as one step of the walk.
const STATES_PER_STEP: u64 = 8;

struct Run<'a> {
    automaton: &'a Automaton,
    now: &'a mut [u64],
    next: &'a mut [u64],
    seen: &'a mut [u64],
    work: u64,
}

impl Run<'_> {
    fn search(&mut self, text: &str, fuel: &mut u64) -> Option<bool> {
        let mut before = None;
        let mut rest = text.chars();
        add(self.now, 0);
        loop {
            let character = rest.next();
            let matched = self.follow(before, character);
            *fuel = fuel.checked_sub(self.work / STATES_PER_STEP)?;
            self.work %= STATES_PER_STEP;
            if matched {
                return Some(true);
            }
            let Some(character) = character else { return Some(false) };
            let empty = !self.take(character);
            std::mem::swap(&mut self.now, &mut self.next);
            if !self.automaton.anchored {
                add(self.now, 0);
            } else if empty {
                return Some(false);
            }
            before = Some(character);
        }
    }

    /// Goes on from every state of `now` without taking a character; whether that leads to a match.
    ///
    /// Afterwards `seen` holds all states reached.
    fn follow(&mut self, before: Option<char>, after: Option<char>) -> bool {
        self.seen.fill(0);
        let boundary = is_word(before) != is_word(after);
        let mut word = 0;
        while word < self.now.len() {
            if self.now[word] == 0 {
                word += 1;
                continue;
            }
            let bit = self.now[word].trailing_zeros();
            self.now[word] &= self.now[word] - 1;
            if self.seen[word] >> bit & 1 == 1 {
                continue;
            }
            self.seen[word] |= 1 << bit;
            self.work += 1;
            let state = word as u32 * 64 + bit;
            let (first, second) = match self.automaton.states[state as usize] {
                State::Match => return true,
                State::Character(_) | State::Class(_) => continue,
                State::Split(first, second) => (first, second),
                State::Jump(target) => (target, target),
                State::Start if before.is_none() => (state + 1, state + 1),
                State::End if after.is_none() => (state + 1, state + 1),
                State::Boundary(wanted) if wanted == boundary => (state + 1, state + 1),
                State::Start | State::End | State::Boundary(_) => continue,
            };
            for target in [first, second] {
                add(self.now, target);
                word = word.min(target as usize / 64);
            }
        }
        false
    }

    /// Takes a character in every state of `seen`; whether any is left in `next`.
    fn take(&mut self, character: char) -> bool {
        self.next.fill(0);
        let mut any = false;
        for word in 0..self.seen.len() {
            let mut bits = self.seen[word];
            while bits != 0 {
                let state = word as u32 * 64 + bits.trailing_zeros();
                bits &= bits - 1;
                let takes = match self.automaton.states[state as usize] {
                    State::Character(own) => own == character,
                    State::Class(class) => self.automaton.classes[class as usize].has(character),
                    _ => false,
                };
                if takes {
                    add(self.next, state + 1);
                    any = true;
                }
            }
        }
        any
    }
}

fn add(set: &mut [u64], state: u32) {
    set[state as usize / 64] |= 1 << (state % 64);
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        let regex = Regex::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        regex.is_match(text, &mut 1_000_000).expect("enough fuel")
    }

    #[test]
    fn matches_as_ecma_script_does() {
        // pattern, texts that match, texts that do not
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("", &["", "x"], &[]),
            ("a", &["a", "xxay"], &["", "b"]),
            ("^a*$", &["", "aaa"], &["aab", "b"]),
            ("^(?:ab|cd)+$", &["ab", "abcd"], &["", "abc"]),
            ("^[0-9]{10,15}$", &["79001234567"], &["123456789", "1234567890123456", "12345678901x"]),
            ("^\\d{3}-\\d{4}$", &["555-0134"], &["5550134", "٣٣٣-٣٣٣٣"]),
            ("^\\S+@\\S+$", &["a@b"], &["a @b", "a\u{feff}@b"]),
            ("^.$", &["x", "é", "😀"], &["", "\n", "\u{2028}", "xx"]),
            ("^[^]$", &["\n", "x"], &["", "xx"]),
            ("[]", &[], &["", "x"]),
            ("^[a-z\\-_.]+$", &["a-b_c."], &["A"]),
            ("^[^\\d\\s]+$", &["abc"], &["a1", "a b"]),
            ("^\\u0041\\x42\\cJ\\t\\/\\u{1F600}$", &["AB\n\t/😀"], &["AB"]),
            ("^[\\uD83D\\uDE00-\\uD83D\\uDE02]$", &["😁"], &["😃"]),
            ("\\bcat\\b", &["a cat!", "cat"], &["concat", "cats"]),
            ("\\Bat", &["cat"], &["at"]),
            ("^(?<year>\\d{4})-(?<month>\\d\\d)$", &["2026-11"], &["26-11"]),
            ("^(a?){3}a{3}$", &["aaa", "aaaaaa"], &["aa", "aaaaaaa"]),
            ("^(?:|x)$", &["", "x"], &["y"]),
            ("^(a|b)*?c+?$", &["abcc", "c"], &["ab"]),
            ("x{0}y{2,}$", &["yy", "yyyy"], &["y"]),
            ("^\\p{Alphabetic}+$", &["Эдна"], &["a1"]),
            ("^\\p{L}\\p{Letter}$", &["Я中", "ªé"], &["a1", "aⅣ", "aⓐ", "a\u{301}"]),
            ("^\\P{Lowercase}$", &["A", "1"], &["a"]),
            ("$^", &[""], &["x"]),
            // Without a choice: what may end early ends where the next part cannot begin.
            (
                "^evt_[0-9a-z]{8,32}$",
                &["evt_01234567"],
                &["evt_0123456", "evt_01234567-", "evt_0123456é", "xevt_01234567"],
            ),
            ("^a?b?c", &["c", "abc", "acd"], &["bac", "ab", ""]),
            ("^[a-f]+[0-9]*x{2}$", &["axx", "f09xx"], &["xx", "axxx", "a0ax"]),
            ("^[а-я]{2,3}[a-z]$", &["даx", "нетx"], &["дx", "нетттx", "даД"]),
            // With one: the last of what a part takes may be the next one's.
            ("^a*ab$", &["ab", "aaab"], &["b", "aa"]),
            ("^[a-z]*z?[x-z]$", &["z", "abz", "zx"], &["", "a", "zza"]),
            ("^.*x$", &["x", "axx"], &["xa"]),
        ];
        for (pattern, good, bad) in cases {
            for text in *good {
                assert!(matches(pattern, text), "{pattern} on {text:?}");
            }
            for text in *bad {
                assert!(!matches(pattern, text), "{pattern} on {text:?}");
            }
        }
    }

    #[test]
    fn refuses_what_it_cannot_do() {
        // pattern, part of the reason
        let cases = [
            ("(?=a)", "look-ahead"),
            ("(?!a)", "look-ahead"),
            ("(?<=a)", "look-behind"),
            ("(?<!a)", "look-behind"),
            ("(a)\\1", "backreference"),
            ("(?<n>a)\\k<n>", "backreference"),
            ("\\p{Script=Greek}", "Unicode property"),
            ("\\A", "escape"),
            ("(a", "`)`"),
            ("a)", "`)`"),
            ("[a", "`]`"),
            ("[b-a]", "range"),
            ("*", "nothing to repeat"),
            ("a**", "nothing to repeat"),
            ("a{2,1}", "quantifier"),
            ("a{", "quantifier"),
            ("\\", "escape"),
            ("\\u12", "hexadecimal"),
            ("(?i)a", "group"),
            ("(((a{100}){100}){100})", "too large"),
        ];
        for (pattern, reason) in cases {
            let error = Regex::new(pattern).expect_err(pattern);
            assert!(error.contains(reason), "{pattern}: {error}");
        }
    }

    #[test]
    fn work_is_bounded_by_fuel() {
        let regex = Regex::new("^(a*)*b$").expect("a pattern");
        let text = "a".repeat(100_000);
        assert_eq!(regex.is_match(&text, &mut 10), None);
        assert_eq!(regex.is_match(&text, &mut 10_000_000), Some(false));
    }
}
