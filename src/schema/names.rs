//! A fixed set of names and the fast way from a string token in a payload to a name's index.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU16, Ordering::Relaxed};

use wide::u8x16;

use crate::packed::packed_as;
use crate::payload::text;

/// Names in schema order, found by guess (the next one expected) or by hash.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    keys: Vec<Key>,
    // Open addressing; a power of two, at most half full. Entries are index + 1.
    buckets: Vec<u16>,
}

#[derive(Debug)]
struct Key {
    // The first 16 bytes of the token, with quotes and colon, which of them count, and the last 16 of a longer one.
    head: u8x16,
    tail: u8x16,
    mask: u32,
    // Length of the same; 0 where the name cannot be written without escapes.
    length: usize,
    token: Box<[u8]>,
    name: Box<str>,
    // The name that came after it last time: only a guess, which every use checks.
    next: AtomicU16,
}

impl Clone for Key {
    fn clone(&self) -> Self {
        let next = AtomicU16::new(self.next.load(Relaxed));
        Self { token: self.token.clone(), name: self.name.clone(), next, ..*self }
    }
}

packed_as! {
    Names: |names| names.iter().map(str::to_owned).collect::<Vec<_>>(), |from| {
        let keys: Vec<Key> = (1..=from.length()).map(|next| Key::new(from.text(), next as u16)).collect();
        let mut names = Names { keys, buckets: Vec::new() };
        names.seal();
        names
    }
}

/// Names that one set can hold.
pub(crate) const MOST_NAMES: usize = u16::MAX as usize - 1;

impl Names {
    /// The index of `name`, added if it is new. After the last one call [`seal`](Self::seal).
    pub(crate) fn add(&mut self, name: &str) -> usize {
        if let Some(index) = self.keys.iter().position(|key| &*key.name == name) {
            return index;
        }
        let next = u16::try_from(self.keys.len() + 1).unwrap_or(0);
        self.keys.push(Key::new(name, next));
        self.keys.len() - 1
    }

    /// Builds the hash table.
    pub(crate) fn seal(&mut self) {
        self.buckets = vec![0; (self.keys.len() * 2).next_power_of_two()];
        for index in 0..self.keys.len() {
            let mask = self.buckets.len() - 1;
            let mut bucket = hash(self.keys[index].name.as_bytes()) as usize & mask;
            while self.buckets[bucket] != 0 {
                bucket = (bucket + 1) & mask;
            }
            self.buckets[bucket] = u16::try_from(index + 1).unwrap_or(0);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(crate) fn name(&self, index: usize) -> &str {
        &self.keys[index].name
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &*key.name)
    }

    /// The name that is likely to come after the one at `index`.
    #[inline(always)]
    pub(crate) fn after(&self, index: usize) -> usize {
        self.keys.as_slice()[index].next.load(Relaxed).into()
    }

    /// Learns that the name at `next` came after the one at `index`.
    #[inline(always)]
    pub(crate) fn learn(&self, index: usize, next: usize) {
        if let Some(key) = self.keys.get(index) {
            key.next.store(next as u16, Relaxed);
        }
    }

    /// The end of the token at `at` and the colon behind it if it is the name at `index`, written without escapes.
    #[inline(always)]
    pub(crate) fn at(&self, index: usize, text: &[u8], at: usize) -> Option<usize> {
        let key = self.keys.get(index)?;
        let Some(head) = text.get(at..).and_then(|rest| rest.first_chunk::<16>()) else {
            return key.at_end(text, at);
        };
        if u8x16::from(*head).simd_eq(key.head).to_bitmask() & key.mask != key.mask {
            return None;
        }
        (key.length <= 16 || key.goes_on(text, at)).then_some(at + key.length)
    }

    /// The index of the name that a string token holds.
    #[inline]
    pub(crate) fn find(&self, token: &[u8], escaped: bool) -> Option<usize> {
        if escaped {
            return self.find_name(text::decode(token).as_bytes());
        }
        self.find_name(&token[1..token.len() - 1])
    }

    pub(crate) fn find_name(&self, name: &[u8]) -> Option<usize> {
        let mask = self.buckets.len().checked_sub(1)?;
        let mut bucket = hash(name) as usize & mask;
        loop {
            let index = usize::from(self.buckets[bucket]).checked_sub(1)?;
            if self.keys[index].name.as_bytes() == name {
                return Some(index);
            }
            bucket = (bucket + 1) & mask;
        }
    }
}

impl Key {
    fn new(name: &str, next: u16) -> Self {
        let plain = name.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\');
        let token: Box<[u8]> = ["\"", name, "\":"].concat().into_bytes().into();
        let mut head = [0; 16];
        let shown = token.len().min(16);
        head[..shown].copy_from_slice(&token[..shown]);
        let tail = token.last_chunk::<16>().copied().unwrap_or_default();
        // What cannot be written without escapes is never found here: no bytes have a seventeenth.
        let (length, mask) = if plain { (token.len(), u32::MAX >> (32 - shown)) } else { (0, 1 << 16) };
        let [head, tail] = [head, tail].map(u8x16::from);
        Self { head, tail, mask, length, token, name: name.into(), next: AtomicU16::new(next) }
    }

    /// Whether a token that begins as this one at `at` is this one.
    #[inline]
    fn goes_on(&self, text: &[u8], at: usize) -> bool {
        let end = at + self.length;
        let last = text.get(..end).and_then(|text| text.last_chunk::<16>());
        last.is_some_and(|last| u8x16::from(*last) == self.tail)
            && (self.length <= 32 || text.get(at..end) == Some(&self.token))
    }

    /// The end of this token at `at`, where the text has no 16 bytes more.
    #[cold]
    fn at_end(&self, text: &[u8], at: usize) -> Option<usize> {
        let same = self.length != 0 && text.get(at..).is_some_and(|rest| rest.starts_with(&self.token));
        same.then_some(at + self.length)
    }
}

/// A quick hash of a name: its length and both ends. Equal hashes prove nothing.
#[inline]
pub(crate) fn hash(name: &[u8]) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (first, last) = match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk::<4>(), name.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into()),
            _ => match name {
                [] => (0, 0),
                [first, middle @ .., last] => {
                    (u64::from(*first), u64::from(*last) << 8 | u64::from(middle.first().copied().unwrap_or(0)))
                }
                [only] => (u64::from(*only), 0),
            },
        },
    };
    let mixed = (first ^ last.rotate_left(29) ^ (name.len() as u64).rotate_left(57)).wrapping_mul(SPREAD);
    mixed ^ mixed >> 32
}

/// The name that a string token holds.
pub(crate) fn name_of(token: &[u8]) -> Cow<'_, str> {
    text::decode(token)
}

/// Which names of a set have been seen.
pub(crate) struct Seen {
    pub bits: u64,
    // Beyond 64 names.
    more: Option<Box<[u64]>>,
}

impl Seen {
    pub(crate) fn new(names: usize) -> Self {
        Self { bits: 0, more: (names > 64).then(|| vec![0; (names - 1) / 64].into()) }
    }

    #[inline(always)]
    fn word(&mut self, index: usize) -> &mut u64 {
        match &mut self.more {
            Some(more) if index >= 64 => &mut more[index / 64 - 1],
            _ => &mut self.bits,
        }
    }

    /// Notes a name; whether it was there already.
    #[inline(always)]
    pub(crate) fn note(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = self.word(index);
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    pub(crate) fn has(&mut self, index: usize) -> bool {
        *self.word(index) >> (index % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_by_guess_and_by_hash() {
        let all = [
            "",
            "a",
            "ab",
            "abc",
            "abcd",
            "seventeen-letters",
            "fourteen-chars",
            "fifteen-letters",
            "q\"t",
            "é",
            "a\u{1}",
        ];
        let mut names = Names::default();
        for name in all {
            names.add(name);
        }
        names.seal();
        for (index, name) in all.iter().enumerate() {
            let token = format!("\"{name}\"");
            assert_eq!(names.find_name(name.as_bytes()), Some(index), "{name}");
            if !name.contains(['"', '\u{1}']) {
                for text in [format!("{token}:"), format!("{token}: 1234567890123456")] {
                    assert_eq!(names.at(index, text.as_bytes(), 0), Some(token.len() + 1), "{text}");
                    assert_eq!(names.at((index + 1) % all.len(), text.as_bytes(), 0), None, "{text}");
                }
            }
        }
        assert_eq!(names.find(br#""\u0061b""#, true), Some(2));
        assert_eq!(names.find(br#""q\"t""#, true), Some(8));
        assert_eq!(names.find(b"\"abce\"", false), None);
        assert_eq!(Names::default().find(b"\"a\"", false), None);
    }
}
