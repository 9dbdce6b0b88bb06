//! The senders for readers and for TypeScript.

use super::catalog::Entry;
use super::definition::{Definition, Events, Layout, Parameter, Scheme};
use super::{MADE_BY, cell, quoted};

pub fn typescript(entries: &[Entry]) -> String {
    let mut ids = String::new();
    let mut names = String::new();
    for Entry { definition, .. } in entries {
        ids.push_str(&format!("  {},\n", quoted(&definition.id)));
        names.push_str(&format!("  {}: {},\n", quoted(&definition.id), quoted(&definition.name)));
    }
    format!(
        "// The built-in providers. {MADE_BY}\n\n\
         /** The ids of the built-in providers, sorted. */\n\
         export const PROVIDER_IDS = [\n{ids}] as const;\n\n\
         /** The id of a built-in provider. */\n\
         export type ProviderId = (typeof PROVIDER_IDS)[number];\n\n\
         /** The senders' names as they write them. */\n\
         export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {{\n{names}}};\n"
    )
}

pub fn markdown(entries: &[Entry]) -> String {
    let mut text = format!(
        "<!-- Every built-in sender: how it authenticates, what it sends, how far that is known. {MADE_BY} -->\n\n\
         # Senders\n\n\
         What is `documented` stands in the sender's own documentation. What is `observed` was seen in real deliveries\n\
         or in code that handles them. What is `assumed` is inferred, and may turn out to be wrong.\n"
    );
    for Entry { definition, .. } in entries {
        text.push_str(&format!("\n## {} (`{}`)\n\n{}\n\n", definition.name, definition.id, definition.summary));
        let pages: Vec<String> = definition.docs.iter().map(|page| format!("<{page}>")).collect();
        text.push_str(&format!("- Known: {}; compared on {}\n", definition.confidence, definition.checked));
        text.push_str(&format!("- Documentation: {}\n", pages.join(", ")));
        for (name, parameter) in &definition.parameters {
            let default =
                parameter.default.as_ref().map_or("required".to_owned(), |value| format!("default `{value}`"));
            text.push_str(&format!("- Parameter `{name}` ({default}): {}\n", parameter.description));
        }
        if definition.authentication_optional {
            text.push_str("- Authentication can be switched off at the sender; say `authentication: 'none'` then.\n");
        }
        text.push_str("\nSchemes, any of which may pass:\n\n");
        for one in &definition.schemes {
            text.push_str(&format!("- `{}` ({}): {}.", one.id, one.confidence, scheme(one, definition)));
            text.push_str(&one.note.as_ref().map_or(String::new(), |note| format!(" {note}")));
            text.push('\n');
        }
        text.push_str(&events(&definition.events));
        if definition.events.envelope.as_str() == Some("one-or-array") {
            text.push_str("A delivery is one event or an array of events. ");
        }
        text.push_str(match definition.events.unknown.as_str() {
            "error" => "An event that is not listed is refused.\n",
            _ => "An event that is not listed is accepted with a note.\n",
        });
        if !definition.notes.is_empty() {
            text.push_str("\nWorth knowing:\n\n");
            text.extend(definition.notes.iter().map(|note| format!("- {note}\n")));
        }
    }
    text
}

fn events(events: &Events) -> String {
    if events.known.is_empty() {
        return "\n".to_owned();
    }
    let mut table = "\n| event | when | payload | schema |\n| --- | --- | --- | --- |\n".to_owned();
    for event in &events.known {
        let known = &event.confidence;
        let known = event.docs.as_ref().map_or(known.clone(), |page| format!("[{known}]({page})"));
        let schema = event.schema.as_ref().or(events.schema.as_ref());
        let schema = schema.map_or("none".to_owned(), |name| format!("`{name}`"));
        table.push_str(&format!("| `{}` | {} | {known} | {schema} |\n", event.kind, cell(&event.summary)));
    }
    table.push('\n');
    table
}

/// A scheme in one line.
fn scheme(scheme: &Scheme, definition: &Definition) -> String {
    let encoding = match scheme.signature.encoding.as_str() {
        "text" => "secret",
        encoding => encoding,
    };
    let value = match &scheme.signature.layout {
        Layout::Bare => format!("<{encoding}>"),
        Layout::Prefix { text, .. } => format!("{text}<{encoding}>"),
        Layout::Pairs { separator, assign, signature } => match scheme.time_part() {
            Some(part) => format!("{part}{assign}<time>{separator}{signature}{assign}<{encoding}>"),
            None => format!("{signature}{assign}<{encoding}>"),
        },
        Layout::List { separator, tag } => format!("{tag}<{encoding}>{separator}..."),
    };
    let mut line = format!("{} holds `{value}`", source(&scheme.signature.source, definition));
    if matches!(scheme.signature.layout, Layout::Prefix { ignore_case: true, .. }) {
        line.push_str(" (prefix in upper or lower case)");
    }
    match &scheme.content {
        Some(content) => line.push_str(&format!(", {} over `{content}`", scheme.algorithm)),
        None => line.push_str(", compared as it is"),
    }
    match scheme.key.format.as_deref() {
        None | Some("raw") => {}
        Some(format) => line.push_str(&format!(", key decoded from {format}")),
    }
    for prefix in &scheme.key.strip_prefix {
        line.push_str(&format!(", without its prefix `{prefix}`"));
    }
    if let Some(time) = &scheme.timestamp {
        let unit = match time.unit.as_str() {
            "s" => "seconds",
            "ms" => "milliseconds",
            unit => unit,
        };
        let place =
            scheme.time_part().map_or_else(|| source(&time.source, definition), |part| format!("part `{part}`"));
        line.push_str(&format!(", time in {place} in {unit}"));
        if let Some(seconds) = time.tolerance_seconds {
            line.push_str(&format!(", {seconds} s either way"));
        }
    }
    line
}

/// `header:NAME` for a reader, with the default of a parameter in its place.
fn source(source: &str, definition: &Definition) -> String {
    let Some(name) = source.strip_prefix("header:") else { return format!("`{source}`") };
    let parameter = name.strip_prefix("{param:").and_then(|rest| rest.strip_suffix('}'));
    match parameter.map(|parameter| (parameter, definition.parameters.get(parameter))) {
        Some((_, Some(Parameter { default: Some(name), .. }))) => format!("header `{name}`"),
        Some((parameter, _)) => format!("the header that the parameter `{parameter}` names"),
        None => format!("header `{name}`"),
    }
}
