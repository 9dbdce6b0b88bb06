//! The page on all senders: one row for each, then what each does in a section of its own.

use anyhow::Result;

use super::catalog::Entry;
use super::definition::{Definition, Events, Scheme};
use super::promise::{self, sentence};
use super::scheme::{place, word};
use super::{MADE_BY, cell};

/// What a reader must know to read the rest.
const LEGEND: &str = "\
The id is what `createVerifier` takes as `provider`; each sender is one folder of `providers/`. A sender of your own is
[described the same way](senders/custom.md).

- **Signs with**: *(weak)* marks MD5 and SHA-1, which only stand where the sender leaves no choice. *(public key)* marks
  schemes that verify with a key that the sender publishes: import `hookproof/public-key` (in Rust, the feature
  `public-key`), fetch the key yourself and hand it in as the secret.
- **Proves**: what `report.authenticated` says. `body`: every byte of the body is the sender's. `partial`: only some fields
  are, or all of them but for what can be moved from one to the next. `token`: the request comes from somebody who knows the
  secret; the body could be anything.
- **Handshake**: requests that are no deliveries; `handshake` answers them.
- **Known**: `documented` stands in the sender's own pages, `observed` was seen in real deliveries or in code that handles
  them, `assumed` is inferred and may turn out to be wrong. The weakest part counts.

Below, `{body}` is the raw body, `{ts}` the time and `{id}` the id as received, `{url}` the public URL; `{body|sha256|hex}`
is a digest of the body in hexadecimal, and so on.
";

pub fn markdown(entries: &[Entry]) -> Result<String> {
    let mut text = format!(
        "<!-- Every built-in sender: how it authenticates, what it sends, how far that is known. {MADE_BY} -->\n\n\
         # Senders\n\n{} senders are built in. {LEGEND}\n\
         | id | sender | signs with | proves | handshake | known |\n| --- | --- | --- | --- | --- | --- |\n",
        entries.len()
    );
    for Entry { definition, .. } in entries {
        text.push_str(&row(definition)?);
    }
    for Entry { definition, .. } in entries {
        text.push_str(&section(definition)?);
    }
    Ok(text)
}

fn row(definition: &Definition) -> Result<String> {
    let mut algorithms: Vec<String> = Vec::new();
    let mut proved: Vec<&str> = Vec::new();
    for scheme in &definition.schemes {
        push_new(&mut algorithms, algorithm(scheme));
        let (proves, without) = scheme.proves()?;
        push_new(&mut proved, word(proves));
        without.into_iter().for_each(|less| push_new(&mut proved, word(less)));
    }
    let mut handshakes = Vec::new();
    for handshake in &definition.sender.handshakes {
        let signed = if handshake.verify { " (signed)" } else { "" };
        push_new(&mut handshakes, format!("{}{signed}", handshake.when.method));
    }
    let id = &definition.id;
    Ok(format!(
        "| [`{id}`](#{id}) | {} | {} | {} | {} | {} |\n",
        cell(&definition.name),
        algorithms.join(", "),
        proved.join(", "),
        handshakes.join(", "),
        definition.confidence
    ))
}

fn algorithm(scheme: &Scheme) -> String {
    let weak = if scheme.is_weak() { " *(weak)*" } else { "" };
    let public = if scheme.is_public() { " *(public key)*" } else { "" };
    format!("{}{weak}{public}", scheme.algorithm_name())
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn section(definition: &Definition) -> Result<String> {
    let mut text = format!("\n## {}\n\n**{}**. {}\n\n", definition.id, definition.name, definition.summary);
    for scheme in &definition.schemes {
        let confidence = match scheme.confidence == definition.confidence {
            true => String::new(),
            false => format!(" ({})", scheme.confidence),
        };
        text.push_str(&format!("- **Scheme `{}`**{confidence}: {}.", scheme.id, scheme.line(definition)?));
        text.push_str(&sentence(scheme.note.as_deref()));
        text.push('\n');
    }
    for (name, parameter) in &definition.parameters {
        let need = match (&parameter.default, parameter.optional) {
            (Some(value), _) => format!("default `{value}`"),
            (None, true) => "optional".to_owned(),
            (None, false) => "required".to_owned(),
        };
        text.push_str(&format!("- **Parameter `{name}`** ({need}): {}\n", parameter.description));
    }
    if definition.authentication_optional {
        text.push_str(
            "- **Optional**: authentication can be switched off at the sender; say `authentication: 'none'` then.\n",
        );
    }
    if definition.methods != ["POST"] {
        text.push_str(&format!("- **Methods**: {}\n", definition.methods.join(", ")));
    }
    text.push_str(&delivery(&definition.events, definition));
    for handshake in &definition.sender.handshakes {
        text.push_str(&promise::handshake(handshake, definition));
    }
    text.extend(definition.sender.success.iter().map(promise::success));
    text.extend(definition.sender.retries.iter().map(promise::retries));
    let pages: Vec<String> = definition.docs.iter().map(|page| format!("<{page}>")).collect();
    text.push_str(&format!(
        "- **Known**: {}; compared on {} with {}\n",
        definition.confidence,
        definition.checked,
        pages.join(", ")
    ));
    text.push_str(&events(&definition.events));
    if !definition.notes.is_empty() {
        text.push_str("\nWorth knowing:\n\n");
        text.extend(definition.notes.iter().map(|note| format!("- {note}\n")));
    }
    Ok(text)
}

/// What a delivery holds, and where its events say what they are.
fn delivery(events: &Events, definition: &Definition) -> String {
    let kinds = events.body.iter().map(|kind| match kind.as_str() {
        "json" => "JSON".to_owned(),
        "form" => "a form".to_owned(),
        "query" => "the query".to_owned(),
        "empty" => "nothing".to_owned(),
        "opaque" => "anything else, not read".to_owned(),
        kind => format!("a form whose field `{}` holds JSON", kind.trim_start_matches("form:")),
    });
    let kinds: Vec<String> = kinds.collect();
    let body = if kinds.is_empty() { "JSON".to_owned() } else { kinds.join(" or ") };
    let held = match (&events.envelope, events.envelope.get("items").and_then(|items| items.as_str())) {
        (_, Some(items)) => format!("its events are `{items}`"),
        (envelope, _) if envelope == "one-or-array" => "one event or an array of them".to_owned(),
        _ => "one event".to_owned(),
    };
    let places = |sources: &[String]| {
        let one = |source: &String| {
            let parts: Vec<String> = source.split(" + ").map(|part| event_place(part, definition)).collect();
            parts.join(" and ")
        };
        sources.iter().map(one).collect::<Vec<_>>().join(", else ")
    };
    let mut line = format!("- **Delivery**: {body}; {held}");
    let by_shape = events.kind.is_empty() && !events.known.is_empty();
    if events.kind.is_empty() && events.id.is_empty() && !by_shape {
        return line + "; neither type nor id is known\n";
    }
    for (what, sources) in [("type", &events.kind), ("id", &events.id)] {
        match sources.is_empty() {
            true if what == "type" && by_shape => line.push_str("; type by its shape"),
            true => line.push_str(&format!("; no {what} is known")),
            false => line.push_str(&format!("; {what}: {}", places(sources))),
        }
    }
    line + "\n"
}

fn event_place(source: &str, definition: &Definition) -> String {
    match source.strip_prefix("json:") {
        Some(pointer) => format!("`{pointer}`"),
        None => place(source, definition),
    }
}

fn events(events: &Events) -> String {
    if events.known.is_empty() {
        return String::new();
    }
    let mut table = "\n| event | when | payload | schema |\n| --- | --- | --- | --- |\n".to_owned();
    for event in &events.known {
        let page = match &event.docs {
            Some(page) => format!("[{}]({page})", event.confidence),
            None => event.confidence.clone(),
        };
        let schema = event.schema.as_ref().or(events.schema.as_ref());
        let schema = schema.map_or("none".to_owned(), |name| format!("`{name}`"));
        table.push_str(&format!("| `{}` | {} | {page} | {schema} |\n", event.kind, cell(&event.summary)));
    }
    table.push_str(match events.unknown.as_str() {
        "error" => "\nAn event that is not listed is refused.\n",
        _ => "\nAn event that is not listed is accepted with a note.\n",
    });
    table
}
