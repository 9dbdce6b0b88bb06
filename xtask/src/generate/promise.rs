//! What a sender promises, in words: which answers count, what it repeats, which requests are no deliveries.

use super::definition::{Definition, Handshake, Retries, Success};
use super::scheme::{code, conditions, place};

pub fn success(success: &Success) -> String {
    let ranges = success.statuses.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    let ranges: Vec<String> = ranges.collect();
    let line = format!("- **Answer**: {}{}", ranges.join(", "), known(&success.confidence, success.docs.as_deref()));
    line + &sentence(success.note.as_deref()) + "\n"
}

pub fn retries(retries: &Retries) -> String {
    let plan = match retries.delays_seconds.as_deref() {
        None => "yes, without published delays".to_owned(),
        Some([]) => "none".to_owned(),
        Some(delays) => plan(delays),
    };
    let outcome = match retries.after_last.outcome.as_str() {
        "dead-letter" => "the sender keeps the event",
        "lost" => "the event is lost",
        "refused" => "the endpoint is refused",
        _ => "",
    };
    let then = if retries.delays_seconds.as_ref().is_some_and(Vec::is_empty) { "" } else { "then " };
    let outcome = if outcome.is_empty() { String::new() } else { format!("; {then}{outcome}") };
    let known = known(&retries.confidence, retries.docs.as_deref());
    let line = format!("- **Repeats**: {plan}{outcome}{known}");
    line + &sentence(retries.note.as_deref()) + &sentence(retries.after_last.note.as_deref()) + "\n"
}

/// Delays one after the other, equal ones counted.
fn plan(delays: &[u32]) -> String {
    let groups = delays.chunk_by(|one, other| one == other).map(|group| match (group.len(), duration(group[0])) {
        (1, delay) => delay,
        (count, delay) => format!("{delay} ({count} times)"),
    });
    format!("after {}", groups.collect::<Vec<_>>().join(", "))
}

fn duration(seconds: u32) -> String {
    match seconds {
        0 => "no delay".to_owned(),
        _ if seconds.is_multiple_of(3600) => format!("{} h", seconds / 3600),
        _ if seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
        _ => format!("{seconds} s"),
    }
}

pub fn handshake(handshake: &Handshake, definition: &Definition) -> String {
    let name = handshake.id.as_ref().map_or(String::new(), |id| format!(" `{id}`"));
    let when = conditions(&handshake.when.all, definition);
    let when = if when.is_empty() { String::new() } else { format!(" where {when}") };
    let signed = if handshake.verify { ", signed like a delivery and verified first" } else { "" };
    let known = known(&handshake.confidence, handshake.docs.as_deref());
    let mut line =
        format!("- **Handshake{name}**: {}{when}{signed}; answered {}", handshake.when.method, answer(handshake));
    if let Some(source) = &handshake.store {
        line.push_str(&format!("; {} is a secret to keep", place(source, definition)));
    }
    line.push_str(&known);
    line.push_str(&format!(" {}", handshake.summary));
    line + &sentence(handshake.note.as_deref()) + "\n"
}

fn answer(handshake: &Handshake) -> String {
    let respond = &handshake.respond;
    let mut line = respond.status.to_string();
    if !respond.body.is_empty() {
        line.push_str(&format!(" with {}", code(&respond.body)));
    }
    // How the body is typed needs no words; what is said in a header does.
    let headers = respond.headers.iter().filter(|(_, value)| value.contains('{'));
    for (name, value) in headers {
        line.push_str(&format!(" with the header {}", code(&format!("{name}: {value}"))));
    }
    line
}

/// How far something is known, with the page that says so, at the end of a sentence.
fn known(confidence: &str, docs: Option<&str>) -> String {
    match docs {
        Some(page) => format!(" ([{confidence}]({page}))."),
        None => format!(" ({confidence})."),
    }
}

pub fn sentence(text: Option<&str>) -> String {
    text.map_or(String::new(), |text| format!(" {}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_delays_are_counted() {
        assert_eq!(plan(&[0, 30, 30, 120, 5400, 7200]), "after no delay, 30 s (2 times), 2 min, 90 min, 2 h");
    }
}
