//! Changing one value of a JSON text and leaving every other byte as it is.

use crate::payload::form::quote;
use crate::payload::pointer::{self, find_one};

/// The text with `value`, which is JSON, at a pointer; members that lead there are added. `None` where an array or a
/// scalar is in the way, where the pointer names an item of an array that is not there, or the pointer is none.
pub fn set(text: &[u8], at: &str, value: &str) -> Option<Vec<u8>> {
    if let Some(span) = find_one(text, 0, at) {
        return Some([&text[..span.start], value.as_bytes(), &text[span.end..]].concat());
    }
    let (parent, _) = at.rsplit_once('/')?;
    let tokens = pointer::tokens(at).ok()?;
    let last = tokens.last()?;
    let mut name = String::new();
    quote(last, &mut name);
    let Some(object) = find_one(text, 0, parent) else {
        if last.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        return set(text, parent, &format!("{{{name}:{value}}}"));
    };
    if text[object.start] != b'{' {
        return None;
    }
    let inside = text[object.start + 1..object.end - 1].trim_ascii_end();
    let end = object.start + 1 + inside.len();
    let comma = if inside.is_empty() { "" } else { "," };
    Some([&text[..end], comma.as_bytes(), name.as_bytes(), b":", value.as_bytes(), &text[end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_stay() {
        let rows = [
            (r#"{ "a" : 1 , "b":[1, 2] }"#, "/a", "9", Some(r#"{ "a" : 9 , "b":[1, 2] }"#)),
            (r#"{ "a" : 1 }"#, "/b", "9", Some(r#"{ "a" : 1,"b":9 }"#)),
            ("{}", "/a~1b/c", "9", Some(r#"{"a/b":{"c":9}}"#)),
            (r#"{"b":[1, 2] }"#, "/b/1", "9", Some(r#"{"b":[1, 9] }"#)),
            (r#"{"b":[1, 2] }"#, "/b/2", "9", None),
            (r#"{"b":1}"#, "/b/c", "9", None),
            ("{}", "/b/0/c", "9", None),
            ("[1]", "/c", "9", None),
        ];
        for (text, at, value, expected) in rows {
            let found = set(text.as_bytes(), at, value).map(|bytes| String::from_utf8(bytes).unwrap());
            assert_eq!(found.as_deref(), expected, "{text} {at}");
        }
    }
}
