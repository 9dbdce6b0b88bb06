//! Everything that a sender would refuse about a setup: members, channels and API keys here, the rest by its own file.

use crate::{
    code::Code,
    report::Severity,
    sender::{
        callback::callback_set,
        check_webhooks::{additional, endpoints, master, shadowed},
        definition::{ApiKeyRules, Promise, Routing},
        problem::{SetupProblem, named, weight},
        setup::{ApiKey, ApiKeyKind, Channel, Setup},
    },
    sort::sort,
};

/// What the sender would refuse about `setup`, and what would lose or double events, in the order of its members.
///
/// Messages name channels, events and headers of the setup, but hold no key, no header value, and nothing of a URL
/// beyond scheme, host and port.
pub fn check_setup(promise: &Promise, setup: &Setup) -> Vec<SetupProblem> {
    let (by_master, by_subscription) = match &promise.routing {
        Some(Routing::MasterAdditional(rules)) => (Some(rules), None),
        Some(Routing::Subscriptions(rules)) => (None, Some(rules)),
        None => (None, None),
    };
    let mut problems = Vec::new();
    members(promise, setup, &mut problems);
    channels(promise, &setup.channels, &mut problems);
    if let Some(webhooks) = &setup.master {
        master(promise, by_master, webhooks, &mut problems);
    }
    additional(promise, by_master, setup, &mut problems);
    if let Some(rules) = by_master {
        shadowed(rules, setup, &mut problems);
    }
    endpoints(promise, by_subscription, &setup.endpoints, &mut problems);
    if let Some(rules) = &promise.api_keys {
        api_keys(rules, setup, &mut problems);
    }
    if let Some((form, body)) = promise.callback_set.as_ref().zip(setup.callback_set.as_ref()) {
        callback_set(promise, form, &setup.channels, body, &mut problems);
    }
    problems
}

/// Members of the setup that the sender does not have.
fn members(promise: &Promise, setup: &Setup, problems: &mut Vec<SetupProblem>) {
    let by_master = matches!(promise.routing, Some(Routing::MasterAdditional(_)));
    let by_subscription = matches!(promise.routing, Some(Routing::Subscriptions(_)));
    let keys = promise.api_keys.is_some();
    let form = promise.callback_set.is_some();
    let routed = promise.routing.is_some();
    for (member, given, known, certain) in [
        ("channels", !setup.channels.is_empty(), by_master || keys || form, false),
        ("master", setup.master.is_some(), by_master, routed),
        ("additional", !setup.additional.is_empty(), by_master, routed),
        ("endpoints", !setup.endpoints.is_empty(), by_subscription, routed),
        ("apiKeys", !setup.api_keys.is_empty(), keys, false),
        ("callbackSet", setup.callback_set.is_some(), form, false),
    ] {
        if !given || known {
            continue;
        }
        let (severity, expected) = match (certain, by_master) {
            (true, true) => (Severity::Error, "`master` and `additional`: so this sender routes"),
            (true, false) => (Severity::Error, "`endpoints`: so this sender routes"),
            (false, _) => (Severity::Warning, "only what is known of this sender; the rules for this are not"),
        };
        let message = format!("the setup has `{member}`, expected {expected}");
        problems.push(SetupProblem::new(Code::SetupMember, severity, message).at(format!("/{member}")));
    }
}

fn channels(promise: &Promise, channels: &[Channel], problems: &mut Vec<SetupProblem>) {
    for (index, channel) in channels.iter().enumerate() {
        if channels[..index].iter().any(|earlier| earlier.name == channel.name) {
            let message = format!("a second channel has the name {}, expected each name once", named(&channel.name));
            problems.push(SetupProblem::error(Code::SetupDuplicate, message).at(format!("/channels/{index}/name")));
        }
        let Some(Routing::MasterAdditional(rules)) = &promise.routing else { continue };
        if !rules.events.iter().any(|event| event.channel_types.contains(&channel.kind)) {
            let mut known: Vec<_> = rules.events.iter().flat_map(|event| &event.channel_types).collect();
            sort(&mut known);
            known.dedup();
            let known = known.into_iter().map(String::as_str).collect::<Vec<_>>().join(" or ");
            let message =
                format!("the channel type {} has no event that is known, expected {known}", named(&channel.kind));
            problems.push(SetupProblem::warning(Code::SetupChannelType, message).at(format!("/channels/{index}/type")));
        }
    }
}

fn api_keys(rules: &ApiKeyRules, setup: &Setup, problems: &mut Vec<SetupProblem>) {
    let severity = weight(rules.confidence);
    for (index, key) in setup.api_keys.iter().enumerate() {
        let mut found = |code: Code, pointer: String, message: String| {
            problems.push(SetupProblem::new(code, severity, message).at(format!("/apiKeys/{index}{pointer}")));
        };
        let earlier: Vec<_> = setup.api_keys[..index].iter().filter(|earlier| earlier.kind == key.kind).collect();
        match key.kind {
            ApiKeyKind::Master => {
                if earlier.len() >= rules.master {
                    let message =
                        format!("this is master key {}, expected at most {}", earlier.len() + 1, rules.master);
                    found(Code::SetupKeyCount, String::new(), message);
                }
                if key.expires.is_some() && !rules.master_expires {
                    let message = "the master key has an expiry, expected none".to_owned();
                    found(Code::SetupKeyExpiry, "/expires".to_owned(), message);
                }
                if key.channels.is_some() {
                    let message = "the master key is limited to channels, expected the whole account".to_owned();
                    found(Code::SetupKeyScope, "/channels".to_owned(), message);
                }
            }
            ApiKeyKind::Additional => {
                let names = key.channels.as_deref();
                if names.is_some_and(<[String]>::is_empty) {
                    let message = "the key has an empty list of channels, expected channels, or no list for all";
                    found(Code::SetupNoChannel, "/channels".to_owned(), message.to_owned());
                }
                for (place, name) in names.unwrap_or_default().iter().enumerate() {
                    if !setup.channels.iter().any(|channel| channel.name == *name) {
                        let message = format!("the key names {}, expected one of `channels`", named(name));
                        found(Code::SetupChannel, format!("/channels/{place}"), message);
                    }
                    if names.unwrap_or_default()[..place].contains(name) {
                        let message = format!("the key names {} twice, expected each channel once", named(name));
                        found(Code::SetupDuplicate, format!("/channels/{place}"), message);
                    }
                }
                for (pointer, message) in key_overlaps(rules, key, &earlier) {
                    found(Code::SetupKeyOverlap, pointer, message);
                }
            }
        }
    }
}

/// The channels that `key` would give one key too many. A key without a list reaches every channel.
fn key_overlaps(rules: &ApiKeyRules, key: &ApiKey, earlier: &[&ApiKey]) -> Vec<(String, String)> {
    let most = rules.additional_per_channel;
    let Some(names) = &key.channels else {
        let others = earlier.iter().filter(|other| other.channels.as_ref().is_none_or(|names| !names.is_empty()));
        let message =
            format!("the key is for all channels, of which some have others, expected at most {most} a channel");
        return if others.count() >= most { vec![(String::new(), message)] } else { Vec::new() };
    };
    let reaches = |other: &ApiKey, name: &String| other.channels.as_ref().is_none_or(|names| names.contains(name));
    let places = names.iter().enumerate().filter(|(place, name)| {
        !names[..*place].contains(name) && earlier.iter().filter(|other| reaches(other, name)).count() >= most
    });
    let message = |name| format!("the channel {} has additional keys already, expected at most {most}", named(name));
    places.map(|(place, name)| (format!("/channels/{place}"), message(name))).collect()
}
