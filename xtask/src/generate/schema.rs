//! What of a JSON Schema is for its readers only, and is left out of the built-in catalogue.

use super::json::Json;

const FOR_READERS: &[&str] = &["$comment", "$id", "$schema", "description", "examples", "title"];

/// Keywords whose value is a schema, or an array of schemas.
const HOLDS_SCHEMA: &[&str] = &[
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "oneOf",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Keywords whose value is an object of schemas; its keys are names, not keywords.
const HOLDS_NAMED_SCHEMAS: &[&str] =
    &["$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties"];

/// Drops the annotations of a schema and of the schemas in it. Values that are data (`const`, `enum`, `default`)
/// and names of properties stay as they are.
pub fn strip(schema: &mut Json) {
    match schema {
        Json::Scalar(_) => {}
        Json::Array(schemas) => schemas.iter_mut().for_each(strip),
        Json::Object(members) => {
            members.retain(|(keyword, _)| !FOR_READERS.contains(&keyword.as_str()));
            for (keyword, value) in members {
                if HOLDS_SCHEMA.contains(&keyword.as_str()) {
                    strip(value);
                } else if HOLDS_NAMED_SCHEMAS.contains(&keyword.as_str())
                    && let Json::Object(named) = value
                {
                    named.iter_mut().for_each(|(_, schema)| strip(schema));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_go_and_names_and_data_stay() -> anyhow::Result<()> {
        let mut schema = Json::parse(
            r##"{"$schema":"s","$id":"i","title":"t","description":"d","$comment":"c","examples":[1],
                "properties":{"title":{"type":"string","title":"t"},"description":{"const":{"title":"kept"}},
                "list":{"items":[{"description":"d","enum":[{"examples":1}]}]}},
                "anyOf":[{"$comment":"c","required":["title"]},true],"$defs":{"examples":{"not":{"title":"t"}}}}"##,
        )?;
        strip(&mut schema);
        assert_eq!(
            schema.to_string(),
            r#"{"properties":{"title":{"type":"string"},"description":{"const":{"title":"kept"}},"list":{"items":[{"enum":[{"examples":1}]}]}},"anyOf":[{"required":["title"]},true],"$defs":{"examples":{"not":{}}}}"#
        );
        Ok(())
    }
}
