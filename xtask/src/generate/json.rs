//! JSON as its tokens: members stay in order, and numbers and strings stay as they are written.

use std::fmt;

use serde_json::value::RawValue;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// A JSON value with untouched scalars.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A string, number or literal, as written.
    Scalar(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; a key that stands twice in one object is an error.
    pub fn parse(text: &str) -> Result<Self> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Self::from_raw(raw)
    }

    fn from_raw(raw: &RawValue) -> Result<Self> {
        let text = raw.get();
        match text.as_bytes().first() {
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                Ok(Self::Array(items.into_iter().map(Self::from_raw).collect::<Result<_>>()?))
            }
            Some(b'{') => {
                let Members(members) = serde_json::from_str(text)?;
                let mut object: Vec<(String, Json)> = Vec::with_capacity(members.len());
                for (key, value) in members {
                    if object.iter().any(|(earlier, _)| *earlier == key) {
                        bail!("the key `{key}` stands twice in one object");
                    }
                    let value = Self::from_raw(value).with_context(|| format!("in `{key}`"))?;
                    object.push((key, value));
                }
                Ok(Self::Object(object))
            }
            _ => Ok(Self::Scalar(text.to_owned())),
        }
    }

    /// The member `key` of an object, to read.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of the member `key`, if it is a string.
    pub fn text(&self, key: &str) -> Option<String> {
        match self.get(key)? {
            Self::Scalar(token) => serde_json::from_str(token).ok(),
            _ => None,
        }
    }

    /// The items of the member `key`, if it is an array.
    pub fn items(&self, key: &str) -> &[Json] {
        match self.get(key) {
            Some(Self::Array(items)) => items,
            _ => &[],
        }
    }

    /// The member `key` as a list of texts: a string, or an array of strings.
    pub fn names(&self, key: &str) -> Result<Option<Vec<String>>> {
        Ok(match self.get(key) {
            None => None,
            Some(list) => match serde_json::from_str(&list.to_string())? {
                serde_json::Value::String(one) => Some(vec![one]),
                list => Some(serde_json::from_value(list)?),
            },
        })
    }

    /// The member `key` of an object.
    pub fn member(&mut self, key: &str) -> Option<&mut Json> {
        match self {
            Self::Object(members) => members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// Writes the value without any blanks.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(token) => f.write_str(token),
            Self::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index == 0 { "[" } else { "," })?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Object(members) => {
                for (index, (key, value)) in members.iter().enumerate() {
                    let key = serde_json::to_string(key).map_err(|_| fmt::Error)?;
                    write!(f, "{}{key}:{value}", if index == 0 { "{" } else { "," })?;
                }
                f.write_str(if members.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

/// An object's members in order, repeated keys included.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_order_stay() -> Result<()> {
        let text = r#" { "z": [1.0, 1e2, 9007199254740993, -0] , "a" : { } , "": "\u00e9\/", "n": [ ] , "t":true } "#;
        let minified = r#"{"z":[1.0,1e2,9007199254740993,-0],"a":{},"":"\u00e9\/","n":[],"t":true}"#;
        assert_eq!(Json::parse(text)?.to_string(), minified);
        Ok(())
    }

    #[test]
    fn a_repeated_key_is_refused() {
        assert!(Json::parse(r#"{"a":{"b":1,"b":2}}"#).is_err());
    }
}
