//! The published format of definitions: it takes ours, refuses misspelt members, and says what each member is.

mod support;

use std::fs;

use hookproof::provider;
use hookproof::schema::{CompileOptions, Schema, Validator};
use serde_json::{Map, Value};
use support::{folders, of_folder, provider_ids, read, root};

fn format() -> Value {
    serde_json::from_str(&read("providers/provider.schema.json")).unwrap()
}

/// Every definition of the repository, the tests' own included, with what it is called.
fn definitions() -> Vec<(String, Value)> {
    let built_in = provider_ids().into_iter().map(|id| format!("providers/{id}"));
    let own = folders("tests/providers").into_iter().map(|id| format!("tests/providers/{id}"));
    let read = |folder: String| {
        let definition = serde_json::from_str(&read(format!("{folder}/provider.json"))).unwrap();
        (folder, definition)
    };
    built_in.chain(own).map(read).collect()
}

#[test]
fn definitions_follow_the_published_format() {
    let format = format();
    let ours = Validator::new(Schema::compile(&format.to_string(), &CompileOptions::default()).unwrap());
    let format = jsonschema::validator_for(&format).unwrap();
    for (folder, definition) in definitions() {
        let errors: Vec<_> =
            format.iter_errors(&definition).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{folder}\n{}", errors.join("\n"));
        let validation = ours.validate(definition.to_string().as_bytes());
        assert!(validation.ok, "{folder}: {:?}", validation.problems);
    }
}

/// Members whose names the definition makes up.
const NAMES_OF_ITS_OWN: &[&str] = &["parameters", "schemas", "equals", "errors", "fields"];

#[test]
fn a_misspelt_member_is_refused_by_the_format_and_by_the_engine() {
    let ours = Validator::new(Schema::compile(&format().to_string(), &CompileOptions::default()).unwrap());
    let mut seen = std::collections::BTreeSet::new();
    for (folder, definition) in definitions() {
        let mut places = Vec::new();
        members(&definition, String::new(), &mut places);
        for (object, name) in places {
            // Once for each member of each kind of object is enough.
            let kind: String = object.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
            if !seen.insert((kind, name.clone())) {
                continue;
            }
            let mut misspelt = definition.clone();
            let members = misspelt.pointer_mut(&object).and_then(Value::as_object_mut).unwrap();
            let value = members.remove(&name).unwrap();
            members.insert(format!("{name}s"), value);
            let text = misspelt.to_string();
            assert!(!ours.validate(text.as_bytes()).ok, "{folder}: the format takes `{name}s` in {object}");
            assert!(provider::parse(&text).is_err(), "{folder}: the engine takes `{name}s` in {object}");
        }
    }
    assert!(seen.len() > 80, "only {} members were tried", seen.len());
}

/// Pointers to the objects below, and the name of each member that they have.
fn members(value: &Value, pointer: String, places: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                places.push((pointer.clone(), name.clone()));
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                let below = value.as_object().filter(|_| NAMES_OF_ITS_OWN.contains(&name.as_str()));
                match (below, name.as_str()) {
                    (_, "schemas") => {}
                    (None, _) => members(value, pointer, places),
                    (Some(own), _) => {
                        for (name, value) in own {
                            members(value, format!("{pointer}/{}", name.replace('/', "~1")), places);
                        }
                    }
                }
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                members(item, format!("{pointer}/{place}"), places);
            }
        }
        _ => {}
    }
}

/// Editors show it beside what they complete.
#[test]
fn each_member_of_the_format_is_described() {
    let format = format();
    let mut undescribed = Vec::new();
    describe(&format, &format, "", &mut undescribed);
    assert!(undescribed.is_empty(), "without a description: {}", undescribed.join(", "));
}

fn describe(format: &Value, schema: &Value, place: &str, undescribed: &mut Vec<String>) {
    let Value::Object(members) = schema else {
        let Value::Array(items) = schema else { return };
        items.iter().for_each(|item| describe(format, item, place, undescribed));
        return;
    };
    // Conditions only narrow what is described elsewhere.
    let narrows = ["if", "then", "else", "dependentSchemas", "not"];
    for (keyword, value) in members.iter().filter(|(keyword, _)| !narrows.contains(&keyword.as_str())) {
        if let ("properties", Value::Object(properties)) = (keyword.as_str(), value) {
            for (name, member) in properties {
                let place = format!("{place}/{name}");
                // The only part of a layout is described by what it holds.
                if !described(format, member) {
                    undescribed.push(place.clone());
                }
                describe(format, member, &place, undescribed);
            }
        } else if let ("$defs", Value::Object(named)) = (keyword.as_str(), value) {
            named.iter().for_each(|(name, schema)| describe(format, schema, name, undescribed));
        } else if ["items", "additionalProperties", "oneOf", "allOf", "anyOf", "prefixItems"]
            .contains(&keyword.as_str())
        {
            describe(format, value, place, undescribed);
        }
    }
}

fn described(format: &Value, schema: &Value) -> bool {
    let Value::Object(members) = schema else { return true };
    let referred = |members: &Map<String, Value>| {
        let name = members.get("$ref")?.as_str()?.strip_prefix('#')?;
        format.pointer(name).map(|schema| described(format, schema))
    };
    members.get("description").is_some_and(Value::is_string) || referred(members).unwrap_or_default()
}

/// What editors offer must be right.
#[test]
fn each_example_of_the_format_fits_where_it_stands() {
    let format = format();
    let mut tried = 0;
    examples(&format, &format, &mut tried);
    assert!(tried > 80, "only {tried} examples");
}

fn examples(format: &Value, schema: &Value, tried: &mut usize) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Array(examples)) = members.get("examples") {
                let mut whole = schema.clone();
                whole["$defs"] = format["$defs"].clone();
                let validator = jsonschema::validator_for(&whole).unwrap();
                for example in examples {
                    let error = validator.iter_errors(example).next().map(|error| error.to_string());
                    assert_eq!(error, None, "{example}");
                    *tried += 1;
                }
            }
            members.values().for_each(|value| examples(format, value, tried));
        }
        Value::Array(items) => items.iter().for_each(|item| examples(format, item, tried)),
        _ => {}
    }
}

/// An answer made with the key of deliveries must not be one that is a signature of a delivery.
#[test]
fn what_handshakes_answer_with_a_mac_is_bounded_or_signed() {
    for (folder, definition) in definitions() {
        for handshake in definition["sender"]["handshakes"].as_array().into_iter().flatten() {
            let respond = handshake["respond"].to_string();
            if handshake["verify"] == true {
                continue;
            }
            for (before, _) in respond.match_indices("|hmac-").map(|(at, _)| respond.split_at(at)) {
                let source = before.rsplit('{').next().unwrap().split('|').next().unwrap();
                let conditions = handshake["when"]["all"].as_array().into_iter().flatten();
                let bounded = conditions
                    .filter(|condition| condition["source"] == *source)
                    .any(|condition| condition["only"].is_string() && condition["length"].is_array());
                assert!(bounded, "{folder}: whoever asks gets a MAC of any `{source}`: give it `only` and `length`");
            }
        }
    }
}

/// The folder of the contributing guide's worked example, put together from the guide.
fn worked_example() -> &'static str {
    const FOLDER: &str = "target/contributing/parcel-tracker";
    let guide = read("CONTRIBUTING.md");
    let blocks: Vec<&str> = guide.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let files = ["provider.json", "schemas/parcel.moved.schema.json", "examples/parcel.moved.json", "vectors.json"];
    assert_eq!(blocks.len(), files.len());
    for (file, text) in files.iter().zip(blocks) {
        let lines: Vec<&str> = text.trim_end().lines().map(|line| line.strip_prefix("   ").unwrap()).collect();
        let path = root().join(FOLDER).join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, lines.join("\n") + "\n").unwrap();
    }
    FOLDER
}

#[test]
fn the_worked_example_of_the_contributing_guide_works() {
    let folder = worked_example();
    let definition: Value = serde_json::from_str(&read(format!("{folder}/provider.json"))).unwrap();
    jsonschema::validate(&format(), &definition).unwrap();
    let (vectors, handshakes) = of_folder(folder);
    for vector in &vectors {
        let report = serde_json::to_value(vector.report()).unwrap();
        for (member, expected) in vector.expect.as_object().unwrap() {
            assert_eq!(report[member], *expected, "{}: {member}", vector.title());
        }
        assert_eq!(report["drift"], Value::Null);
    }
    for handshake in &handshakes {
        assert_eq!(handshake.answer(), handshake.expect, "{}", handshake.name);
    }
    assert!(vectors.len() > 2 && !handshakes.is_empty());
}
