//! The syntax of ECMA-262 patterns, read into a tree.

use crate::schema::compile::ELSEWHERE;

use super::class::{Class, DIGIT, LAST, LINE_END, Property, SPACE, WORD, complement};

/// A pattern or a part of one.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    Empty,
    Character(char),
    Class(Class),
    Start,
    End,
    Boundary(bool),
    Sequence(Vec<Tree>),
    Choice(Vec<Tree>),
    /// At least so often, and at most so often if there is a bound.
    Repeat(Box<Tree>, u32, Option<u32>),
}

/// Groups inside of groups.
const DEEPEST: u32 = 64;

pub(super) fn parse(pattern: &str) -> Result<Tree, String> {
    let mut parser = Parser { rest: pattern, depth: 0 };
    let tree = parser.choice()?;
    if parser.rest.is_empty() { Ok(tree) } else { Err("found `)` that closes nothing".to_owned()) }
}

/// Says of a pattern that is right what this engine cannot do about it.
fn elsewhere(what: &str) -> String {
    say!("{what}{ELSEWHERE}")
}

struct Parser<'a> {
    rest: &'a str,
    depth: u32,
}

/// One member of a class, or what an escape stands for.
enum Atom {
    Character(u32),
    Ranges(Vec<(u32, u32)>),
    Property(Property, bool),
    Boundary(bool),
}

impl Parser<'_> {
    fn choice(&mut self) -> Result<Tree, String> {
        let mut branches = vec![self.sequence()?];
        while self.eat("|") {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Tree::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Tree, String> {
        let mut parts = Vec::new();
        while let Some(next) = self.rest.chars().next() {
            if next == '|' || next == ')' {
                break;
            }
            let part = self.term()?;
            parts.push(self.quantified(part)?);
        }
        Ok(match parts.len() {
            0 => Tree::Empty,
            1 => parts.remove(0),
            _ => Tree::Sequence(parts),
        })
    }

    fn term(&mut self) -> Result<Tree, String> {
        let Some(next) = self.next() else { return Ok(Tree::Empty) };
        Ok(match next {
            '^' => Tree::Start,
            '$' => Tree::End,
            '.' => Tree::Class(Class::new(LINE_END.to_vec(), Vec::new(), true)),
            '(' => return self.group(),
            '[' => return self.class(),
            '\\' => match self.escape(false)? {
                Atom::Character(code) => Tree::Character(character(code)?),
                Atom::Ranges(ranges) => Tree::Class(Class::new(ranges, Vec::new(), false)),
                Atom::Property(property, wanted) => {
                    Tree::Class(Class::new(Vec::new(), vec![(property, wanted)], false))
                }
                Atom::Boundary(wanted) => Tree::Boundary(wanted),
            },
            '*' | '+' | '?' => return Err("found a quantifier with nothing to repeat".to_owned()),
            '{' => return Err("found `{` that is no quantifier, expected `\\{`".to_owned()),
            other => Tree::Character(other),
        })
    }

    fn group(&mut self) -> Result<Tree, String> {
        if self.depth == DEEPEST {
            return Err("its groups are nested too deep".to_owned());
        }
        if self.eat("?") {
            if self.rest.starts_with(['=', '!']) {
                return Err(elsewhere("a look-ahead assertion cannot be matched in linear time"));
            }
            if self.rest.starts_with("<=") || self.rest.starts_with("<!") {
                return Err(elsewhere("a look-behind assertion cannot be matched in linear time"));
            }
            if self.eat("<") {
                match self.rest.split_once('>') {
                    Some((name, rest)) if !name.is_empty() => self.rest = rest,
                    _ => return Err("found a group name without an end, expected `>`".to_owned()),
                }
            } else if !self.eat(":") {
                return Err("found a kind of group that is not known, expected `(?:`".to_owned());
            }
        }
        self.depth += 1;
        let inner = self.choice()?;
        self.depth -= 1;
        if !self.eat(")") {
            return Err("found a group without an end, expected `)`".to_owned());
        }
        // A group may be repeated, whatever is in it.
        Ok(Tree::Sequence(vec![inner]))
    }

    fn quantified(&mut self, part: Tree) -> Result<Tree, String> {
        let (least, most) = if self.eat("*") {
            (0, None)
        } else if self.eat("+") {
            (1, None)
        } else if self.eat("?") {
            (0, Some(1))
        } else if self.eat("{") {
            self.bounds()?
        } else {
            return Ok(part);
        };
        if matches!(part, Tree::Start | Tree::End | Tree::Boundary(_)) {
            return Err("found a quantifier after an assertion: nothing to repeat".to_owned());
        }
        // Laziness changes which match is found, not whether there is one.
        self.eat("?");
        if self.rest.starts_with(['*', '+', '?']) {
            return Err("found a quantifier after a quantifier: nothing to repeat".to_owned());
        }
        Ok(Tree::Repeat(Box::new(part), least, most))
    }

    fn bounds(&mut self) -> Result<(u32, Option<u32>), String> {
        let wrong = || "found `{` that is no quantifier such as `{2}`, `{2,}` or `{2,5}`".to_owned();
        let (inside, rest) = self.rest.split_once('}').ok_or_else(wrong)?;
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            if digits { text.parse::<u32>().map_err(|_| wrong()) } else { Err(wrong()) }
        };
        let bounds = match inside.split_once(',') {
            None => (number(inside)?, Some(number(inside)?)),
            Some((least, "")) => (number(least)?, None),
            Some((least, most)) => (number(least)?, Some(number(most)?)),
        };
        if bounds.1.is_some_and(|most| most < bounds.0) {
            return Err("found a quantifier whose upper bound is below the lower".to_owned());
        }
        self.rest = rest;
        Ok(bounds)
    }

    fn class(&mut self) -> Result<Tree, String> {
        let negated = self.eat("^");
        let mut ranges = Vec::new();
        let mut properties = Vec::new();
        while !self.eat("]") {
            let first = self.class_atom()?;
            let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            match first {
                Atom::Character(first) if is_range => {
                    self.eat("-");
                    match self.class_atom()? {
                        Atom::Character(last) if last >= first => ranges.push((first, last)),
                        Atom::Character(_) => return Err("found a range whose end is below its start".to_owned()),
                        _ => return Err("found a range whose end is a class".to_owned()),
                    }
                }
                Atom::Character(only) => ranges.push((only, only)),
                Atom::Ranges(more) => ranges.extend(more),
                Atom::Property(property, wanted) => properties.push((property, wanted)),
                Atom::Boundary(_) => ranges.push((8, 8)),
            }
        }
        Ok(Tree::Class(Class::new(ranges, properties, negated)))
    }

    fn class_atom(&mut self) -> Result<Atom, String> {
        match self.next() {
            None => Err("found a class without an end, expected `]`".to_owned()),
            Some('\\') => self.escape(true),
            Some(other) => Ok(Atom::Character(other.into())),
        }
    }

    fn escape(&mut self, in_class: bool) -> Result<Atom, String> {
        let Some(kind) = self.next() else { return Err("found an escape without an end".to_owned()) };
        Ok(match kind {
            'd' => Atom::Ranges(DIGIT.to_vec()),
            'D' => Atom::Ranges(complement(DIGIT)),
            'w' => Atom::Ranges(WORD.to_vec()),
            'W' => Atom::Ranges(complement(WORD)),
            's' => Atom::Ranges(SPACE.to_vec()),
            'S' => Atom::Ranges(complement(SPACE)),
            'b' => Atom::Boundary(true),
            'B' if !in_class => Atom::Boundary(false),
            't' => Atom::Character(0x09),
            'n' => Atom::Character(0x0A),
            'v' => Atom::Character(0x0B),
            'f' => Atom::Character(0x0C),
            'r' => Atom::Character(0x0D),
            '0' if !self.rest.starts_with(|c: char| c.is_ascii_digit()) => Atom::Character(0),
            '0'..='9' | 'k' => return Err(elsewhere("a backreference cannot be matched in linear time")),
            'c' => match self.next() {
                Some(letter) if letter.is_ascii_alphabetic() => Atom::Character(u32::from(letter) % 32),
                _ => return Err("found the escape `\\c` without a letter".to_owned()),
            },
            'x' => Atom::Character(self.hex(2)?),
            'u' => Atom::Character(self.unicode()?),
            'p' | 'P' => self.property(kind == 'p')?,
            other if other.is_ascii_punctuation() || other == ' ' => Atom::Character(other.into()),
            other => return Err(say!("found the escape `\\{other}`, which the syntax does not have")),
        })
    }

    fn unicode(&mut self) -> Result<u32, String> {
        if self.eat("{") {
            let wrong = || "found `\\u{` that is no code point, expected hexadecimal digits and `}`".to_owned();
            let (digits, rest) = self.rest.split_once('}').ok_or_else(wrong)?;
            let code = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
            self.rest = rest;
            return if code <= LAST { Ok(code) } else { Err(wrong()) };
        }
        let unit = self.hex(4)?;
        if (0xD800..0xDC00).contains(&unit) && self.rest.starts_with("\\u") {
            let after = self.rest;
            self.eat("\\u");
            match self.hex(4) {
                Ok(low) if (0xDC00..0xE000).contains(&low) => {
                    return Ok(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
                }
                _ => self.rest = after,
            }
        }
        Ok(unit)
    }

    fn hex(&mut self, digits: usize) -> Result<u32, String> {
        let code = self.rest.get(..digits).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(code) = code.and_then(|text| u32::from_str_radix(text, 16).ok()) else {
            return Err(say!("found an escape without its {digits} hexadecimal digits"));
        };
        self.rest = &self.rest[digits..];
        Ok(code)
    }

    fn property(&mut self, wanted: bool) -> Result<Atom, String> {
        let braced = self.rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let Some((name, rest)) = braced else {
            return Err("found a Unicode property without a name in braces".to_owned());
        };
        self.rest = rest;
        match (name, Property::from_name(name)) {
            ("Any", _) => Ok(Atom::Ranges(if wanted { vec![(0, LAST)] } else { Vec::new() })),
            ("ASCII", _) if wanted => Ok(Atom::Ranges(vec![(0, 0x7F)])),
            ("ASCII", _) => Ok(Atom::Ranges(vec![(0x80, LAST)])),
            (_, Some(property)) => Ok(Atom::Property(property, wanted)),
            _ => Err(say!(
                "the Unicode property `{name}` is not implemented; the entry `hookproof/full` has more of them"
            )),
        }
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

fn character(code: u32) -> Result<char, String> {
    char::from_u32(code).ok_or_else(|| "found half of a surrogate pair, which no text holds".to_owned())
}
