//! Which endpoints of a setup get an event.

use serde::Serialize;

use crate::{
    code::Code,
    data::{deserialize, members},
    error::UsageError,
    sender::{
        definition::{KeyHeader, LeavesMaster, MasterAdditional, Promise, Routing, Subscriptions},
        problem::named,
        setup::{AdditionalWebhook, Redacted, Setup},
    },
};

/// An event of a channel.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RouteQuery {
    /// Name of the channel in the setup. Needed where the sender routes by channel, ignored elsewhere.
    #[cfg_attr(feature = "types", ts(optional))]
    pub channel: Option<String>,
    /// The event type.
    pub event: String,
}

members!(RouteQuery { channel: "channel", event: "event" });
deserialize!(RouteQuery);

/// An endpoint that gets its own copy of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RouteTarget {
    /// Where the event is posted to.
    pub url: String,
    /// Headers that the setup adds, name and value. Values are often secrets.
    #[cfg_attr(feature = "types", ts(type = "Array<[string, string]>"))]
    pub headers: Vec<(String, Redacted)>,
    /// The header that carries the key of the webhook; `null` where authentication is off or goes by signature.
    pub auth: Option<RouteAuth>,
    /// The part of the setup that the event took.
    pub via: RouteVia,
}

/// The header that carries the key of a webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RouteAuth {
    /// Its name.
    pub name: String,
    /// Its value, a secret.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub value: Redacted,
}

/// The part of a setup that an event took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RouteVia {
    /// What it is.
    pub kind: RouteKind,
    /// Its name in the setup, or `null`.
    pub name: Option<String>,
    /// JSON Pointer to it in the setup.
    pub pointer: String,
}

/// What an event can take to its endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum RouteKind {
    /// A webhook of the whole account.
    Master,
    /// A webhook that takes over single channels.
    Additional,
    /// An endpoint that subscribes to the event.
    Endpoint,
}

/// Who gets the event, in the order of the setup. All of them get it: none stands in for another.
///
/// Empty where nobody does. The setup is taken as it stands; [`check_setup`](crate::sender::check_setup) tells whether
/// the sender would accept it.
///
/// # Errors
/// `usage.setup` where the question has no answer: the definition has no routing, or the sender has no such event, or
/// the setup no such channel.
pub fn route(promise: &Promise, setup: &Setup, query: &RouteQuery) -> Result<Vec<RouteTarget>, UsageError> {
    match &promise.routing {
        Some(Routing::MasterAdditional(rules)) => master_additional(rules, setup, query),
        Some(Routing::Subscriptions(rules)) => subscriptions(rules, setup, query),
        None => Err(usage("the definition says nothing about routing, expected a `routing` section".to_owned())),
    }
}

fn master_additional(
    rules: &MasterAdditional,
    setup: &Setup,
    query: &RouteQuery,
) -> Result<Vec<RouteTarget>, UsageError> {
    let Some(name) = &query.channel else {
        return Err(usage("the query names no channel, expected one: the sender routes by channel".to_owned()));
    };
    let Some(channel) = setup.channels.iter().find(|channel| channel.name == *name) else {
        return Err(usage(format!("the query names the channel {}, expected one of `channels`", named(name))));
    };
    let Some(event) = rules.events.iter().find(|event| event.kind == query.event) else {
        let known: Vec<_> = rules.events.iter().map(|event| event.kind.as_str()).collect();
        return Err(unknown_event(&query.event, &known));
    };
    if !event.channel_types.contains(&channel.kind) {
        return Ok(Vec::new());
    }

    let of_channel: Vec<_> =
        setup.additional.iter().enumerate().filter(|(_, webhook)| webhook.channels.contains(name)).collect();
    let carries = |webhook: &AdditionalWebhook| webhook.events.contains(&event.kind);
    let left_master = match rules.leaves_master {
        LeavesMaster::Channel => !of_channel.is_empty(),
        LeavesMaster::ChannelEvent => of_channel.iter().any(|(_, webhook)| carries(webhook)),
    };
    if left_master {
        let taken = of_channel.into_iter().filter(|(_, webhook)| carries(webhook));
        return Ok(taken.flat_map(|(index, webhook)| of_additional(rules, index, webhook)).collect());
    }
    let Some(master) = &setup.master else { return Ok(Vec::new()) };
    let urls = master.webhooks.get(&event.kind).map(Vec::as_slice).unwrap_or_default();
    let targets = urls.iter().enumerate().map(|(index, url)| RouteTarget {
        url: url.clone(),
        headers: Vec::new(),
        auth: auth(rules.key_header.as_ref(), master.key.as_ref()),
        via: RouteVia {
            kind: RouteKind::Master,
            name: None,
            pointer: format!("/master/webhooks/{}/{index}", escape(&event.kind)),
        },
    });
    Ok(targets.collect())
}

fn of_additional<'a>(
    rules: &'a MasterAdditional,
    index: usize,
    webhook: &'a AdditionalWebhook,
) -> impl Iterator<Item = RouteTarget> + 'a {
    webhook.urls.iter().enumerate().map(move |(url_index, url)| RouteTarget {
        url: url.clone(),
        headers: Vec::new(),
        auth: auth(rules.key_header.as_ref(), webhook.key.as_ref()),
        via: RouteVia {
            kind: RouteKind::Additional,
            name: webhook.name.clone(),
            pointer: format!("/additional/{index}/urls/{url_index}"),
        },
    })
}

fn auth(header: Option<&KeyHeader>, key: Option<&Redacted>) -> Option<RouteAuth> {
    let (header, key) = header.zip(key)?;
    let value = Redacted::new(format!("{}{}", header.prefix, key.reveal()));
    Some(RouteAuth { name: header.name.clone(), value })
}

fn subscriptions(rules: &Subscriptions, setup: &Setup, query: &RouteQuery) -> Result<Vec<RouteTarget>, UsageError> {
    if !rules.open && !rules.events.contains(&query.event) {
        let known: Vec<_> = rules.events.iter().map(String::as_str).collect();
        return Err(unknown_event(&query.event, &known));
    }
    let subscribed = setup.endpoints.iter().enumerate();
    let subscribed = subscribed.filter(|(_, endpoint)| endpoint.enabled && endpoint.events.contains(&query.event));
    let targets = subscribed.map(|(index, endpoint)| RouteTarget {
        url: endpoint.url.clone(),
        headers: endpoint.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
        auth: None,
        via: RouteVia {
            kind: RouteKind::Endpoint,
            name: endpoint.name.clone(),
            pointer: format!("/endpoints/{index}"),
        },
    });
    Ok(targets.collect())
}

fn unknown_event(event: &str, known: &[&str]) -> UsageError {
    usage(format!("the query names the event {}, expected one of {}", named(event), known.join(", ")))
}

fn usage(message: String) -> UsageError {
    UsageError::new(Code::UsageSetup, message)
}

/// A member name as a part of a JSON Pointer.
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MASTER: &str = r#"{ "routing": { "model": "master-additional", "events": [
        { "type": "in", "channelTypes": ["A", "B"] }, { "type": "a/out", "channelTypes": ["A", "B"] },
        { "type": "only-a", "channelTypes": ["A"] } ],
        "urlsPerEvent": 2, "additionalPerChannelEvent": 1, "leavesMaster": "channel", "confidence": "documented",
        "keyHeader": { "name": "X-Key", "prefix": "Key ", "confidence": "observed" } } }"#;

    const SETUP: &str = r#"{ "channels": [
        { "name": "a1", "type": "A" }, { "name": "a2", "type": "A" }, { "name": "b1", "type": "B" } ],
        "master": { "webhooks": { "in": ["https://m.example.com/1", "https://m.example.com/2"],
            "a/out": ["https://m.example.com/out"], "only-a": ["https://m.example.com/a"] }, "key": "top-secret" },
        "additional": [ { "name": "x", "urls": ["https://x.example.com/1", "https://x.example.com/2"],
            "channels": ["a2"], "events": ["in"] },
            { "urls": ["https://y.example.com/"], "channels": ["a2"], "events": ["only-a"], "key": "other-secret" } ] }"#;

    fn urls(promise: &Promise, setup: &Setup, channel: Option<&str>, event: &str) -> Result<String, String> {
        let query = RouteQuery { channel: channel.map(str::to_owned), event: event.to_owned() };
        let targets = route(promise, setup, &query).map_err(|error| error.to_string())?;
        Ok(targets.into_iter().map(|target| target.via.pointer).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_channel_with_an_additional_webhook_leaves_the_master() {
        let setup: Setup = serde_json::from_str(SETUP).expect("the text is a setup");
        let by_channel: Promise = serde_json::from_str(MASTER).expect("the text is a promise");
        let by_event: Promise = serde_json::from_str(&MASTER.replace(r#""channel","#, r#""channel-event","#))
            .expect("the text is a promise");
        let cases: &[(&str, &str, &str, &str)] = &[
            ("a1", "in", "/master/webhooks/in/0 /master/webhooks/in/1", ""),
            ("a1", "a/out", "/master/webhooks/a~1out/0", ""),
            ("a1", "only-a", "/master/webhooks/only-a/0", ""),
            ("b1", "in", "/master/webhooks/in/0 /master/webhooks/in/1", ""),
            ("b1", "only-a", "", ""),
            ("a2", "in", "/additional/0/urls/0 /additional/0/urls/1", ""),
            ("a2", "only-a", "/additional/1/urls/0", ""),
            ("a2", "a/out", "", "/master/webhooks/a~1out/0"),
        ];
        for (channel, event, expected, where_by_event_differs) in cases {
            let found = urls(&by_channel, &setup, Some(channel), event);
            assert_eq!(found.as_deref(), Ok(*expected), "{channel} {event}");
            let expected = if where_by_event_differs.is_empty() { expected } else { where_by_event_differs };
            let found = urls(&by_event, &setup, Some(channel), event);
            assert_eq!(found.as_deref(), Ok(*expected), "{channel} {event}");
        }
    }

    #[test]
    fn a_question_without_an_answer_is_misuse() {
        let setup: Setup = serde_json::from_str(SETUP).expect("the text is a setup");
        let promise: Promise = serde_json::from_str(MASTER).expect("the text is a promise");
        for (promise, channel, event, expected) in [
            (&promise, None, "in", "names no channel"),
            (&promise, Some("z"), "in", "the channel `z`"),
            (&promise, Some("a1"), "z", "the event `z`, expected one of in, a/out, only-a"),
            (&Promise::default(), Some("a1"), "in", "nothing about routing"),
        ] {
            let error = urls(promise, &setup, channel, event).expect_err(expected);
            assert!(error.starts_with("usage.setup: ") && error.contains(expected), "{error}");
        }
    }

    #[test]
    fn keys_and_headers_are_handed_out_and_never_shown() {
        let setup: Setup = serde_json::from_str(SETUP).expect("the text is a setup");
        let promise: Promise = serde_json::from_str(MASTER).expect("the text is a promise");
        let query = RouteQuery { channel: Some("a1".to_owned()), event: "in".to_owned() };
        let targets = route(&promise, &setup, &query).expect("the question has an answer");
        assert_eq!(targets[1].auth.as_ref().map(|auth| auth.value.reveal()), Some("Key top-secret"));

        let promise: Promise = serde_json::from_str(
            r#"{ "routing": { "model": "subscriptions", "events": ["in"], "customHeaders": true, "confidence": "documented" } }"#,
        )
        .expect("the text is a promise");
        let endpoints: Setup = serde_json::from_str(
            r#"{ "endpoints": [
                { "url": "https://x.example.com/", "events": ["in"], "headers": { "X-Key": "top-secret" } },
                { "url": "https://y.example.com/", "events": ["in"], "enabled": false },
                { "url": "https://z.example.com/", "events": [] } ] }"#,
        )
        .expect("the text is a setup");
        let subscribed = route(&promise, &endpoints, &query).expect("the question has an answer");
        assert_eq!(subscribed.len(), 1);
        assert_eq!(
            serde_json::to_string(&subscribed[0].headers).expect("headers are data"),
            r#"[["X-Key","top-secret"]]"#
        );
        let shown = format!("{setup:?} {targets:?} {endpoints:?} {subscribed:?}");
        assert!(!shown.contains("secret"), "{shown}");
    }
}
