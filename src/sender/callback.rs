//! The body of the API call that registers endpoints, checked before it is sent.

use crate::{
    code::Code,
    data::Map,
    sender::{
        callback_form::{CallbackForm, CallbackValue},
        definition::Promise,
        endpoint::check_endpoint,
        problem::{SetupProblem, named, weight},
        routing::escape,
        setup::{Channel, FieldValue},
    },
};

/// What the API would answer with an error. A field that is `null` counts as not given.
pub(super) fn callback_set(
    promise: &Promise,
    form: &CallbackForm,
    channels: &[Channel],
    body: &Map<FieldValue>,
    problems: &mut Vec<SetupProblem>,
) {
    let mut urls = 0;
    for (name, value) in body.iter().filter(|(_, value)| *value != FieldValue::Null) {
        let pointer = format!("/callbackSet/{}", escape(name));
        let mut found = |problem: SetupProblem| problems.push(answered(form, problem).at(&pointer));
        match form.fields.get(name).map(|field| field.holds) {
            Some(CallbackValue::Url) => {
                urls += 1;
                match value {
                    FieldValue::Text(url) => check_endpoint(promise, url).into_iter().for_each(found),
                    _ => found(wrong_type(form, name, value, "a text")),
                }
            }
            Some(CallbackValue::ChannelId) => match *value {
                FieldValue::Integer(id) => {
                    // A channel without an id might be the one that is meant.
                    let known =
                        channels.is_empty() || channels.iter().any(|one| one.id.is_none_or(|other| other == id));
                    if !known {
                        let message = format!("`{name}` is the id of no channel, expected one of `channels`");
                        found(SetupProblem::error(Code::SetupCallbackChannel, message));
                    }
                }
                _ => found(wrong_type(form, name, value, "an integer")),
            },
            None => {
                // Perhaps it is a URL, so that nothing can be said about a body without one.
                urls += usize::from(form.further_fields.is_some());
                let known = form.fields.keys().collect::<Vec<_>>().join(", ");
                let message = format!("the field {} is not known, expected {known}", named(name));
                found(match &form.further_fields {
                    Some(why) => SetupProblem::warning(Code::SetupCallbackField, message).with_hint(why),
                    None => SetupProblem::new(Code::SetupCallbackField, weight(form.confidence), message),
                });
            }
        }
    }
    if urls == 0 {
        let message = "the body gives no URL, expected at least one";
        let problem = SetupProblem::new(Code::SetupCallbackEmpty, weight(form.confidence), message);
        problems.push(answered(form, problem).at("/callbackSet"));
    }
}

fn wrong_type(form: &CallbackForm, name: &str, value: &FieldValue, expected: &str) -> SetupProblem {
    let found = match value {
        FieldValue::Null => "null",
        FieldValue::Boolean => "a boolean",
        FieldValue::Integer(_) | FieldValue::Number => "a number",
        FieldValue::Text(_) => "a text",
        FieldValue::Array => "an array",
        FieldValue::Object => "an object",
    };
    let message = format!("`{name}` is {found}, expected {expected}");
    SetupProblem::new(Code::SetupCallbackValue, weight(form.confidence), message)
}

/// The problem with the API's own name for it.
fn answered(form: &CallbackForm, problem: SetupProblem) -> SetupProblem {
    match form.errors.get(problem.code.as_str()) {
        Some(error) => problem.with_hint(format!("the API answers `{error}`")),
        None => problem,
    }
}
