//! Parameters of a form body or a query: split and decoded as browsers do it, and written as JSON to be read like any payload.

use std::borrow::Cow;

use crate::sort::sort_by;

/// One name and its value, decoded.
pub type Pair<'t> = (Cow<'t, [u8]>, Cow<'t, [u8]>);

/// The pairs of an `application/x-www-form-urlencoded` text, in order.
pub fn pairs(text: &[u8]) -> impl Iterator<Item = Pair<'_>> {
    text.split(|&byte| byte == b'&').filter(|part| !part.is_empty()).map(|part| {
        let at = part.iter().position(|&byte| byte == b'=');
        let (name, value) = at.map_or((part, &b""[..]), |at| (&part[..at], &part[at + 1..]));
        (decode(name), decode(value))
    })
}

/// Whether a text has more parameters than `most` separators leave room for.
pub fn is_crowded(text: &[u8], most: u32) -> bool {
    text.iter().filter(|&&byte| byte == b'&').nth(most as usize).is_some()
}

/// Whether a body looks like JSON; in a form the first character would be encoded.
pub fn is_braced(body: &[u8]) -> bool {
    matches!(body.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// The query of a URL, without its `?` and the fragment; empty where there is none.
pub fn query(url: &str) -> &[u8] {
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').map_or(b"", |(_, query)| query.as_bytes())
}

/// `+` is a blank and `%41` a byte; a percent sign that begins no escape stands for itself.
fn decode(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| matches!(byte, b'+' | b'%')) {
        return Cow::Borrowed(text);
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        decoded.push(match (byte, escaped(after)) {
            (b'+', _) => b' ',
            (b'%', Some(byte)) => {
                rest = &after[2..];
                byte
            }
            _ => byte,
        });
    }
    Cow::Owned(decoded)
}

/// The byte that two hexadecimal digits stand for.
pub fn escaped(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

/// Appends a text as browsers write it into a form.
pub fn encode(text: &[u8], to: &mut Vec<u8>) {
    for &byte in text {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => to.push(byte),
            b' ' => to.push(b'+'),
            _ => {
                let digit = |nibble: u8| b"0123456789ABCDEF"[usize::from(nibble)];
                to.extend([b'%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
}

/// The pairs as a JSON object of strings, where a repeated name has an array of them; `None` when one is not UTF-8.
pub fn to_json(text: &[u8]) -> Option<String> {
    let mut places = Vec::new();
    for (place, (name, value)) in pairs(text).enumerate() {
        places.push((place, text_of(name)?, text_of(value)?));
    }
    // Equal names side by side, in the order in which each first stands.
    sort_by(&mut places, &mut |left, right| left.1.cmp(&right.1));
    let mut groups: Vec<&[(usize, String, String)]> = places.chunk_by(|left, right| left.1 == right.1).collect();
    sort_by(&mut groups, &mut |left, right| left[0].0.cmp(&right[0].0));
    let mut json = String::from("{");
    for group in groups {
        separate(&mut json);
        quote(&group[0].1, &mut json);
        json.push(':');
        match group {
            [(.., value)] => quote(value, &mut json),
            values => {
                json.push('[');
                for (.., value) in values {
                    separate(&mut json);
                    quote(value, &mut json);
                }
                json.push(']');
            }
        }
    }
    json.push('}');
    Some(json)
}

fn text_of(bytes: Cow<'_, [u8]>) -> Option<String> {
    String::from_utf8(bytes.into_owned()).ok()
}

fn separate(json: &mut String) {
    if !json.ends_with(['{', '[']) {
        json.push(',');
    }
}

/// Appends a text as a JSON string.
pub fn quote(text: &str, json: &mut String) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\u{0}'..='\u{1f}' => {
                let digit = |nibble: u32| char::from_digit(nibble, 16).unwrap_or('0');
                json.push_str("\\u00");
                json.extend([digit(character as u32 >> 4), digit(character as u32 & 15)]);
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_browsers_read_them() {
        let rows = [
            ("a=1&b=2", r#"{"a":"1","b":"2"}"#),
            ("b=2&a=1&b=3&&c", r#"{"b":["2","3"],"a":"1","c":""}"#),
            ("a%3D=%C3%A4+%2B&x=%zz%4", r#"{"a=":"ä +","x":"%zz%4"}"#),
            ("q=%22%5C%0A", r#"{"q":"\"\\\u000a"}"#),
            ("", "{}"),
        ];
        for (form, json) in rows {
            assert_eq!(to_json(form.as_bytes()).as_deref(), Some(json), "{form}");
        }
        assert_eq!(to_json(b"a=%FF"), None);
    }

    #[test]
    fn a_value_written_is_read_back() {
        let mut text = Vec::new();
        encode("ä b&=+*~".as_bytes(), &mut text);
        assert_eq!(String::from_utf8_lossy(&text), "%C3%A4+b%26%3D%2B*%7E");
        assert_eq!(&*decode(&text), "ä b&=+*~".as_bytes());
    }

    #[test]
    fn a_query_ends_before_the_fragment() {
        assert_eq!(query("https://h/p?a=1?b#f?g"), b"a=1?b");
        assert_eq!(query("https://h/p#f?g"), b"");
    }
}
