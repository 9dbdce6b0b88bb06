//! The senders for readers and for TypeScript.

use hookproof::provider::definition::{
    Confidence, EncodingDefinition, Envelope, EventDefinition, KeyFormat, LayoutDefinition, Parameter,
    ProviderDefinition, SchemeDefinition, TimestampUnit, UnknownEvent,
};

use super::catalog::Entry;
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
        text.push_str(&format!("- Known: {}; compared on {}\n", confidence(definition.confidence), definition.checked));
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
            text.push_str(&format!("- `{}` ({}): {}.", one.id, confidence(one.confidence), scheme(one, definition)));
            text.push_str(&one.note.as_ref().map_or(String::new(), |note| format!(" {note}")));
            text.push('\n');
        }
        text.push_str(&events(&definition.events.known));
        if definition.events.envelope == Envelope::OneOrArray {
            text.push_str("A delivery is one event or an array of events. ");
        }
        text.push_str(match definition.events.unknown {
            UnknownEvent::Note => "An event that is not listed is accepted with a note.\n",
            UnknownEvent::Error => "An event that is not listed is refused.\n",
        });
        if !definition.notes.is_empty() {
            text.push_str("\nWorth knowing:\n\n");
            text.extend(definition.notes.iter().map(|note| format!("- {note}\n")));
        }
    }
    text
}

fn events(events: &[EventDefinition]) -> String {
    if events.is_empty() {
        return "\n".to_owned();
    }
    let mut table = "\n| event | when | payload | schema |\n| --- | --- | --- | --- |\n".to_owned();
    for event in events {
        let known = confidence(event.confidence);
        let known = event.docs.as_ref().map_or(known.to_owned(), |page| format!("[{known}]({page})"));
        let schema = event.schema.as_ref().map_or("none".to_owned(), |name| format!("`{name}`"));
        table.push_str(&format!("| `{}` | {} | {known} | {schema} |\n", event.kind, cell(&event.summary)));
    }
    table.push('\n');
    table
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Documented => "documented",
        Confidence::Observed => "observed",
        Confidence::Assumed => "assumed",
    }
}

/// A scheme in one line.
fn scheme(scheme: &SchemeDefinition, definition: &ProviderDefinition) -> String {
    let encoding = match scheme.signature.encoding {
        EncodingDefinition::Hex => "hex",
        EncodingDefinition::Base64 => "base64",
        EncodingDefinition::Base64url => "base64url",
        EncodingDefinition::Text => "secret",
    };
    let value = match &scheme.signature.layout {
        LayoutDefinition::Bare => format!("<{encoding}>"),
        LayoutDefinition::Prefix { text, .. } => format!("{text}<{encoding}>"),
        LayoutDefinition::Pairs { separator, assign, signature } => match time_part(scheme) {
            Some(part) => format!("{part}{assign}<time>{separator}{signature}{assign}<{encoding}>"),
            None => format!("{signature}{assign}<{encoding}>"),
        },
        LayoutDefinition::List { separator, tag } => format!("{tag}<{encoding}>{separator}..."),
    };
    let mut line = format!("{} holds `{value}`", source(&scheme.signature.source, definition));
    if matches!(scheme.signature.layout, LayoutDefinition::Prefix { ignore_case: true, .. }) {
        line.push_str(" (prefix in upper or lower case)");
    }
    match &scheme.content {
        Some(content) => line.push_str(&format!(", {} over `{content}`", scheme.algorithm)),
        None => line.push_str(&format!(", compared as it is ({})", scheme.algorithm)),
    }
    match scheme.key.format {
        KeyFormat::Raw => {}
        KeyFormat::Hex => line.push_str(", key decoded from hex"),
        KeyFormat::Base64 => line.push_str(", key decoded from base64"),
        KeyFormat::Base64url => line.push_str(", key decoded from base64url"),
    }
    for prefix in &scheme.key.strip_prefix {
        line.push_str(&format!(", without its prefix `{prefix}`"));
    }
    if let Some(time) = &scheme.timestamp {
        let unit = match time.unit {
            TimestampUnit::Seconds => "seconds",
            TimestampUnit::Milliseconds => "milliseconds",
            TimestampUnit::Iso8601 => "ISO 8601",
        };
        let place = time_part(scheme).map_or_else(|| source(&time.source, definition), |part| format!("part `{part}`"));
        line.push_str(&format!(", time in {place} in {unit}, {} s either way", time.tolerance_seconds));
    }
    line
}

/// The part of the signature header that holds the time.
fn time_part(scheme: &SchemeDefinition) -> Option<&str> {
    scheme.timestamp.as_ref()?.source.strip_prefix("part:")
}

/// `header:NAME` for a reader, with the default of a parameter in its place.
fn source(source: &str, definition: &ProviderDefinition) -> String {
    let Some(name) = source.strip_prefix("header:") else { return format!("`{source}`") };
    let parameter = name.strip_prefix("{param:").and_then(|rest| rest.strip_suffix('}'));
    match parameter.map(|parameter| (parameter, definition.parameters.get(parameter))) {
        Some((_, Some(Parameter { default: Some(name), .. }))) => format!("header `{name}`"),
        Some((parameter, _)) => format!("the header that the parameter `{parameter}` names"),
        None => format!("header `{name}`"),
    }
}
