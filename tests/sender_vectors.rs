//! Runs the vectors of what senders promise: endpoints, retries, liveness checks, routes, setups.

use std::{collections::BTreeMap, collections::BTreeSet, fs};

use hookproof::{
    Delivery, Verifier,
    code::Code,
    provider,
    sender::{
        Promise, RetrySchedule, RouteQuery, Setup, SetupProblem, accepts, check_endpoint, check_setup,
        definition::Routing, liveness_schedule, retry_schedule, route,
    },
};
use serde::Deserialize;
use serde_json::{Value, json};

const PROVIDERS: [&str; 4] = ["edna-pulse", "edesy", "edesy-masking", "edesy-voice"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    #[serde(default)]
    setups: BTreeMap<String, Value>,
    vectors: Vec<Value>,
    #[serde(default)]
    answers: Vec<Value>,
}

fn read(name: &str) -> File {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file: File = serde_json::from_str(&fs::read_to_string(&path).expect(&path)).expect(&path);
    let names: BTreeSet<_> = file.vectors.iter().map(|vector| text(vector, "name")).collect();
    assert_eq!(names.len(), file.vectors.len(), "{name}.json names two vectors alike");
    file
}

fn text<'a>(vector: &'a Value, member: &str) -> &'a str {
    vector[member].as_str().unwrap_or_else(|| panic!("{vector} has no text `{member}`"))
}

fn first_attempt(vector: &Value) -> i64 {
    vector["firstAttemptMs"].as_i64().unwrap_or_else(|| panic!("{vector} has no time"))
}

fn promise(vector: &Value) -> Promise {
    let provider = text(vector, "provider");
    provider::built_in(provider).expect(provider).sender
}

fn setup(value: &Value) -> Setup {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// The members that a vector names, of each problem; the list as a whole is compared.
#[track_caller]
fn assert_problems(vector: &Value, found: &[SetupProblem]) {
    let expected = vector["problems"].as_array().unwrap_or_else(|| panic!("{vector} has no problems"));
    let found: Vec<Value> = found.iter().map(|problem| json!(problem)).collect();
    let shown: Vec<Value> = found
        .iter()
        .enumerate()
        .map(|(index, problem)| match expected.get(index).and_then(Value::as_object) {
            Some(expected) => expected.keys().map(|key| (key.clone(), problem[key].clone())).collect(),
            None => problem.clone(),
        })
        .collect();
    assert_eq!(&shown, expected, "{}", text(vector, "name"));
}

fn shown(schedule: &RetrySchedule) -> Value {
    json!({
        "attempts": schedule.attempts,
        "complete": schedule.complete,
        "outcome": schedule.after_last.outcome,
        "confidence": schedule.confidence,
    })
}

#[test]
fn endpoints() {
    for vector in read("endpoints").vectors {
        assert_problems(&vector, &check_endpoint(&promise(&vector), text(&vector, "url")));
    }
}

#[test]
fn retries() {
    let file = read("retries");
    for vector in file.vectors {
        let schedule = retry_schedule(&promise(&vector), first_attempt(&vector));
        assert_eq!(shown(&schedule), vector["expect"], "{}", text(&vector, "name"));
    }
    for answer in file.answers {
        let status = answer["status"].as_u64().and_then(|status| status.try_into().ok()).expect("a status");
        assert_eq!(json!(accepts(&promise(&answer), status)), answer["accepted"], "{answer}");
    }
}

#[test]
fn liveness() {
    for vector in read("liveness").vectors {
        let (promise, method) = (promise(&vector), text(&vector, "method"));
        let mut definition = provider::built_in("edna-pulse").expect("it is built in");
        definition.sender = promise.clone();
        let request = Delivery { method: Some(method), ..Delivery::default() };
        let answer = Verifier::builder(definition).handshake(&request, 0).expect("the definition is right");
        assert_eq!(json!(answer), vector["answer"], "{}", text(&vector, "name"));
        let schedule = liveness_schedule(&promise, method, first_attempt(&vector));
        assert_eq!(json!(schedule.as_ref().map(shown)), vector["schedule"], "{}", text(&vector, "name"));
    }
}

#[test]
fn routes() {
    let file = read("routes");
    for vector in file.vectors {
        let setup = setup(&file.setups[text(&vector, "setup")]);
        let query: RouteQuery = serde_json::from_value(vector["query"].clone()).expect("a query");
        match route(&promise(&vector), &setup, &query) {
            Ok(targets) => assert_eq!(json!(targets), vector["targets"], "{}", text(&vector, "name")),
            Err(error) => assert_eq!(json!(error.code), vector["error"], "{}", text(&vector, "name")),
        }
    }
}

#[test]
fn setups() {
    for vector in read("setups").vectors {
        assert_problems(&vector, &check_setup(&promise(&vector), &setup(&vector["setup"])));
    }
}

#[test]
fn every_code_stands_in_a_vector() {
    let mut seen = BTreeSet::new();
    for name in ["endpoints", "setups", "routes"] {
        for vector in read(name).vectors {
            let problems = vector["problems"].as_array().cloned().unwrap_or_default();
            seen.extend(problems.iter().map(|problem| text(problem, "code").to_owned()));
            seen.extend(vector["error"].as_str().map(str::to_owned));
        }
    }
    let ours = |code: &&Code| {
        let id = code.as_str();
        id.starts_with("endpoint.") || id.starts_with("setup.") || id == "usage.setup"
    };
    let missing: Vec<_> = Code::ALL.iter().filter(ours).filter(|code| !seen.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "in no vector: {missing:?}");
}

#[test]
fn definitions_agree_with_themselves() {
    for provider in PROVIDERS {
        let promise = promise(&json!({ "provider": provider }));
        let mut named_codes = Vec::new();
        let mut named_events = Vec::new();
        let mut known_events = Vec::new();
        match &promise.routing {
            Some(Routing::MasterAdditional(rules)) => {
                named_codes.extend(rules.errors.keys());
                known_events.extend(rules.events.iter().map(|event| &event.kind));
            }
            Some(Routing::Subscriptions(rules)) => known_events.extend(&rules.events),
            None => {}
        }
        if let Some(form) = &promise.callback_set {
            named_codes.extend(form.errors.keys());
            named_events.extend(form.fields.iter().flat_map(|(_, field)| &field.events));
        }
        for code in named_codes {
            assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{provider} names the code {code}");
        }
        for event in named_events {
            assert!(known_events.contains(&event), "{provider} names the event {event}");
        }
        let ranges = promise.success.iter().flat_map(|success| &success.statuses);
        assert!(ranges.clone().all(|(first, last)| first <= last), "{provider}");
    }
}

#[test]
fn nothing_secret_stands_in_a_problem() {
    let setup = setup(&json!({
        "channels": [{ "name": "a", "type": "WHATSAPP" }],
        "master": { "webhooks": { "message_status": ["http://hidden:hidden@10.0.0.1:81/hidden?hidden#hidden "] },
            "key": "hidden" },
        "additional": [{ "urls": ["https://h h/hidden"], "channels": [], "events": [], "key": "hidden" }],
        "endpoints": [{ "url": "http://localhost/hidden", "events": ["x"],
            "headers": { "X-A: hidden": "hidden", "X-B": "hidden\n", "x-b": "hidden" } }],
        "callbackSet": { "statusCallbackUrl": "http://localhost/hidden", "subjectId": "hidden" },
    }));
    for provider in PROVIDERS {
        let problems = check_setup(&promise(&json!({ "provider": provider })), &setup);
        assert!(problems.len() > 5);
        assert!(!json!(problems).to_string().contains("hidden"), "{provider}");
    }
}
