//! What a sender would refuse about the webhooks and endpoints of a setup.

use crate::{
    code::Code,
    report::Severity,
    sender::{
        definition::{LeavesMaster, MasterAdditional, Promise, RoutedEvent, Subscriptions},
        endpoint::check_endpoint,
        problem::{SetupProblem, named, weight},
        routing::escape,
        setup::{AdditionalWebhook, Channel, MasterWebhooks, Setup, SubscribedEndpoint},
    },
};

pub(super) fn master(
    promise: &Promise,
    rules: Option<&MasterAdditional>,
    master: &MasterWebhooks,
    problems: &mut Vec<SetupProblem>,
) {
    for (event, list) in &master.webhooks {
        let pointer = format!("/master/webhooks/{}", escape(event));
        if let Some(rules) = rules.filter(|rules| find(rules, event).is_none()) {
            problems.push(unknown_event(rules, event, &pointer));
        }
        urls(promise, rules, list, &pointer, problems);
    }
}

pub(super) fn additional(
    promise: &Promise,
    rules: Option<&MasterAdditional>,
    setup: &Setup,
    problems: &mut Vec<SetupProblem>,
) {
    for (index, webhook) in setup.additional.iter().enumerate() {
        let pointer = format!("/additional/{index}");
        urls(promise, rules, &webhook.urls, &format!("{pointer}/urls"), problems);
        if webhook.channels.is_empty() {
            let message = "the webhook has no channels, expected at least one";
            problems.push(SetupProblem::error(Code::SetupNoChannel, message).at(format!("{pointer}/channels")));
        }
        if webhook.events.is_empty() {
            problems.push(no_event("webhook", &pointer));
        }
        let Some(rules) = rules else { continue };
        channels_of(rules, setup, webhook, &pointer, problems);
        events_of(rules, setup, webhook, &pointer, problems);
        overlaps(rules, setup, index, problems);
    }
}

/// The URLs of one webhook.
fn urls(
    promise: &Promise,
    rules: Option<&MasterAdditional>,
    urls: &[String],
    pointer: &str,
    problems: &mut Vec<SetupProblem>,
) {
    if urls.is_empty() {
        let message = "there is no URL, expected at least one";
        problems.push(SetupProblem::error(Code::SetupNoUrl, message).at(pointer));
    }
    for (place, url) in urls.iter().enumerate() {
        let pointer = format!("{pointer}/{place}");
        if let Some(most) = rules.map(|rules| rules.urls_per_event).filter(|&most| place >= most) {
            let message = format!("this is URL {} of an event type in a channel, expected at most {most}", place + 1);
            problems.push(SetupProblem::error(Code::SetupUrls, message).at(&pointer));
        }
        if urls[..place].contains(url) {
            let message = "the same URL stands here twice, expected each once: it would get every event twice";
            problems.push(SetupProblem::warning(Code::SetupDuplicate, message).at(&pointer));
        }
        problems.extend(check_endpoint(promise, url).into_iter().map(|problem| problem.at(&pointer)));
    }
}

fn channels_of(
    rules: &MasterAdditional,
    setup: &Setup,
    webhook: &AdditionalWebhook,
    pointer: &str,
    problems: &mut Vec<SetupProblem>,
) {
    for (place, name) in webhook.channels.iter().enumerate() {
        let pointer = format!("{pointer}/channels/{place}");
        if webhook.channels[..place].contains(name) {
            let message = format!("the webhook names {} twice, expected each channel once", named(name));
            problems.push(SetupProblem::warning(Code::SetupDuplicate, message).at(&pointer));
        }
        let Some(channel) = channel(setup, name) else {
            let message = format!("the webhook names {}, expected one of `channels`", named(name));
            problems.push(SetupProblem::error(Code::SetupChannel, message).at(&pointer));
            continue;
        };
        let states = rules.channel_status.as_ref().zip(channel.status.as_ref());
        if let Some((expected, found)) = states.filter(|(expected, found)| expected != found) {
            let message =
                format!("the channel {} has the status {}, expected {}", named(name), named(found), named(expected));
            problems.push(SetupProblem::new(Code::SetupChannelStatus, weight(rules.confidence), message).at(&pointer));
        }
    }
}

fn events_of(
    rules: &MasterAdditional,
    setup: &Setup,
    webhook: &AdditionalWebhook,
    pointer: &str,
    problems: &mut Vec<SetupProblem>,
) {
    // Channels of a type that no event is known for have a problem of their own.
    let known_type = |channel: &&Channel| rules.events.iter().any(|event| event.channel_types.contains(&channel.kind));
    let channels: Vec<_> = webhook.channels.iter().filter_map(|name| channel(setup, name)).filter(known_type).collect();
    for (place, kind) in webhook.events.iter().enumerate() {
        let pointer = format!("{pointer}/events/{place}");
        if webhook.events[..place].contains(kind) {
            problems.push(same_event(kind, &pointer));
            continue;
        }
        let Some(event) = find(rules, kind) else {
            problems.push(unknown_event(rules, kind, &pointer));
            continue;
        };
        let without: Vec<_> = channels.iter().filter(|channel| !event.channel_types.contains(&channel.kind)).collect();
        let Some(first) = without.first() else { continue };
        // With one channel that has the event the webhook makes sense; whether the sender takes it is not known.
        let severity = if without.len() == channels.len() { Severity::Error } else { Severity::Warning };
        let message = format!(
            "the event `{kind}` does not exist for the channel {} of type {}, expected a channel of type {}",
            named(&first.name),
            named(&first.kind),
            event.channel_types.join(" or ")
        );
        problems.push(SetupProblem::new(Code::SetupEventChannel, severity, message).at(&pointer));
    }
}

/// Channel and event pairs of one webhook that earlier ones carry as often as is allowed.
fn overlaps(rules: &MasterAdditional, setup: &Setup, index: usize, problems: &mut Vec<SetupProblem>) {
    let webhook = &setup.additional[index];
    let first_only = |list: &[String], place: usize| !list[..place].contains(&list[place]);
    for (place, channel) in webhook.channels.iter().enumerate() {
        for (event_place, event) in webhook.events.iter().enumerate() {
            let carries = |other: &&AdditionalWebhook| other.channels.contains(channel) && other.events.contains(event);
            let earlier = setup.additional[..index].iter().filter(carries).count();
            if earlier < rules.additional_per_channel_event
                || !first_only(&webhook.channels, place)
                || !first_only(&webhook.events, event_place)
            {
                continue;
            }
            let message = format!(
                "the event {} of the channel {} has an additional webhook already, expected at most {}",
                named(event),
                named(channel),
                rules.additional_per_channel_event
            );
            let mut problem = SetupProblem::error(Code::SetupOverlap, message);
            problem.hint = rules.errors.get(problem.code.as_str()).map(|text| format!("the sender answers `{text}`"));
            problems.push(problem.at(format!("/additional/{index}/channels/{place}")));
        }
    }
}

/// Events that the master webhooks seem to get and that nobody gets, since their channel has left the master.
pub(super) fn shadowed(rules: &MasterAdditional, setup: &Setup, problems: &mut Vec<SetupProblem>) {
    let Some(master) = setup.master.as_ref().filter(|_| rules.leaves_master == LeavesMaster::Channel) else { return };
    for (place, channel) in setup.channels.iter().enumerate() {
        let mut taken = setup.additional.iter().filter(|webhook| webhook.channels.contains(&channel.name)).peekable();
        if taken.peek().is_none() {
            continue;
        }
        let carried: Vec<_> = taken.flat_map(|webhook| &webhook.events).collect();
        let lost = rules.events.iter().filter(|event| {
            event.channel_types.contains(&channel.kind)
                && master.webhooks.get(&event.kind).is_some_and(|urls| !urls.is_empty())
                && !carried.contains(&&event.kind)
        });
        for event in lost {
            let message = format!(
                "nobody gets the event `{}` of the channel {}, expected an additional webhook that carries it",
                event.kind,
                named(&channel.name)
            );
            let hint = "a channel that any additional webhook names has left the master webhooks";
            let problem = SetupProblem::warning(Code::SetupShadowed, message).with_hint(hint);
            problems.push(problem.at(format!("/channels/{place}")));
        }
    }
}

pub(super) fn endpoints(
    promise: &Promise,
    rules: Option<&Subscriptions>,
    endpoints: &[SubscribedEndpoint],
    problems: &mut Vec<SetupProblem>,
) {
    for (index, endpoint) in endpoints.iter().enumerate() {
        let pointer = format!("/endpoints/{index}");
        let at_url = format!("{pointer}/url");
        problems.extend(check_endpoint(promise, &endpoint.url).into_iter().map(|problem| problem.at(&at_url)));
        let shares_events =
            |other: &SubscribedEndpoint| other.events.iter().any(|event| endpoint.events.contains(event));
        if endpoints[..index].iter().any(|other| other.url == endpoint.url && shares_events(other)) {
            let message = "an earlier endpoint has the same URL and shares events, expected each event once a URL";
            problems.push(SetupProblem::warning(Code::SetupDuplicate, message).at(&at_url));
        }
        if endpoint.events.is_empty() {
            problems.push(no_event("endpoint", &pointer));
        }
        for (place, event) in endpoint.events.iter().enumerate() {
            let pointer = format!("{pointer}/events/{place}");
            if endpoint.events[..place].contains(event) {
                problems.push(same_event(event, &pointer));
            } else if let Some(rules) = rules.filter(|rules| !rules.events.contains(event)) {
                let severity = if rules.open { Severity::Warning } else { Severity::Error };
                let list = rules.events.join(", ");
                let message = format!("the event {} is not known, expected one of {list}", named(event));
                let problem = SetupProblem::new(Code::SetupEvent, severity, message);
                let hint = "the sender has events that it does not list; compare the spelling with its dashboard";
                problems.push(if rules.open { problem.with_hint(hint) } else { problem }.at(pointer));
            }
        }
        headers(rules, endpoint, &pointer, problems);
    }
}

fn headers(
    rules: Option<&Subscriptions>,
    endpoint: &SubscribedEndpoint,
    pointer: &str,
    problems: &mut Vec<SetupProblem>,
) {
    let pointer = format!("{pointer}/headers");
    if !endpoint.headers.is_empty() && rules.is_some_and(|rules| !rules.custom_headers) {
        let message = "the endpoint adds headers, expected none";
        problems.push(SetupProblem::error(Code::SetupHeader, message).at(&pointer));
    }
    // RFC 9110: a token, and a field value without controls. A wrong name may be a whole header line with its value
    // in it, so that it is not shown.
    let in_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    let mut seen: Vec<String> = Vec::new();
    for (name, value) in &endpoint.headers {
        if name.is_empty() || !name.bytes().all(in_token) {
            let message = "the name of a header is not a token, expected letters, digits and `-`";
            problems.push(SetupProblem::error(Code::SetupHeader, message).at(&pointer));
            continue;
        }
        let pointer = format!("{pointer}/{}", escape(name));
        if value.reveal().chars().any(|c| c.is_control() && c != '\t') {
            let message = format!("the value of the header {} has a control character, expected none", named(name));
            problems.push(SetupProblem::error(Code::SetupHeader, message).at(&pointer));
        }
        let lower = name.to_ascii_lowercase();
        if seen.contains(&lower) {
            let message = format!("the header {} stands here twice but for its case, expected it once", named(name));
            problems.push(SetupProblem::warning(Code::SetupDuplicate, message).at(&pointer));
        }
        seen.push(lower);
    }
}

fn channel<'a>(setup: &'a Setup, name: &str) -> Option<&'a Channel> {
    setup.channels.iter().find(|channel| channel.name == name)
}

fn find<'a>(rules: &'a MasterAdditional, event: &str) -> Option<&'a RoutedEvent> {
    rules.events.iter().find(|known| known.kind == event)
}

fn unknown_event(rules: &MasterAdditional, event: &str, pointer: &str) -> SetupProblem {
    let known = rules.events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>().join(", ");
    let message = format!("the event {} is not known, expected one of {known}", named(event));
    SetupProblem::error(Code::SetupEvent, message).at(pointer)
}

fn no_event(what: &str, pointer: &str) -> SetupProblem {
    let message = format!("the {what} has no events, expected at least one");
    SetupProblem::error(Code::SetupNoEvent, message).at(format!("{pointer}/events"))
}

fn same_event(event: &str, pointer: &str) -> SetupProblem {
    let message = format!("the event {} stands here twice, expected each once", named(event));
    SetupProblem::warning(Code::SetupDuplicate, message).at(pointer)
}
