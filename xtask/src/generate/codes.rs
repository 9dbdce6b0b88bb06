//! The reason codes for readers and for TypeScript.

use std::collections::BTreeSet;

use hookproof::code::Code;

use super::{MADE_BY, cell, quoted, union};

fn area(code: Code) -> &'static str {
    code.as_str().split('.').next().unwrap_or_default()
}

/// What the codes of an area are about.
fn heading(area: &str) -> &str {
    match area {
        "ok" => "The delivery is accepted",
        "delivery" => "The request as a whole",
        "limit" => "Limits",
        "signature" => "Signature or token",
        "timestamp" => "Time of signing",
        "payload" => "Reading the payload",
        "event" => "Telling the event",
        "schema" => "The payload against its schema",
        "usage" => "Misuse of the library (thrown, never in a report)",
        "body" => "What happened to the body on the way",
        "secret" => "What is wrong with the secret",
        "scheme" => "What was signed in another way",
        "header" => "What happened to the header with the signature",
        "unexplained" => "What nothing explains",
        "url" => "What happened to the URL that was signed",
        "endpoint" => "The endpoint's URL",
        "setup" => "The setup at the sender",
        other => other,
    }
}

pub fn markdown() -> String {
    let mut text = format!(
        "<!-- Every reason code, what it means and what to do about it. {MADE_BY} -->\n\n\
         # Reason codes\n\n\
         A code is stable: new ones may be added, none is renamed or given another meaning. A refused delivery has the\n\
         code of the problem that decided; its status is the HTTP status to answer with. Codes without a status never\n\
         answer a delivery.\n"
    );
    let mut current = "";
    for &code in Code::ALL {
        if area(code) != current {
            current = area(code);
            text.push_str(&format!("\n## {}\n\n", heading(current)));
            text.push_str("| code | status | meaning | what to do |\n| --- | --- | --- | --- |\n");
        }
        let status = code.status().map_or("-".to_owned(), |status| status.to_string());
        // Other pages link to the code.
        text.push_str(&format!(
            "| <a id=\"{code}\"></a>`{code}` | {status} | {} | {} |\n",
            cell(code.meaning()),
            cell(code.remedy())
        ));
    }
    text
}

pub fn typescript() -> String {
    let all = Code::ALL.iter().copied();
    let kind = |wanted: Kind| all.clone().filter(move |&code| Kind::of(code) == wanted).map(Code::as_str);
    let list: String = Code::ALL.iter().map(|code| format!("  {},\n", quoted(code.as_str()))).collect();
    // By place, since names weigh more than numbers where scripts are loaded.
    let answering = all.clone().rposition(|code| code.status().is_some()).map_or(0, |last| last + 1);
    let statuses = Code::ALL[..answering].iter().map(|code| code.status().unwrap_or_default().to_string());
    let statuses =
        statuses.collect::<Vec<_>>().chunks(20).map(|row| format!("  {},\n", row.join(", "))).collect::<String>();
    let faults: String = hookproof::sign::FAULTS.iter().map(|code| format!("  {},\n", quoted(code.as_str()))).collect();
    let areas: BTreeSet<&str> = all.clone().filter(|&code| Kind::of(code) == Kind::Setup).map(area).collect();
    let setup_areas = areas.into_iter().map(|area| format!("`{area}.*`")).collect::<Vec<_>>().join(", ");
    let setup_areas = if setup_areas.is_empty() { "none yet".to_owned() } else { setup_areas };
    format!(
        "// The reason codes. {MADE_BY}\n\n\
         /** Every code; its place is its number in a packed verdict. */\n\
         export const CODES = [\n{list}] as const;\n\n\
         /** Any reason code. */\n\
         export type Code = (typeof CODES)[number];\n\n\
         /** The codes that a report and its problems have. */\n{}\n\
         /** The codes of a `UsageError`. */\n{}\n\
         /** The codes of problems of an endpoint or setup at the sender: {setup_areas}. */\n{}\n\
         /** The codes of what can happen to a delivery between sender and receiver, and `unexplained`. */\n{}\n\
         /** The faults that `sign` can make. */\n\
         export const FAULTS = [\n{faults}] as const;\n\n\
         /** A fault, or a fault and its form: `body.newline`, `body.reserialized:python`. */\n\
         export type Fault = (typeof FAULTS)[number] | `${{(typeof FAULTS)[number]}}:${{string}}`;\n\n\
         /** The HTTP status to answer with, by the place of the code; 0 where it answers no delivery. */\n\
         export const STATUSES: readonly number[] = [\n{statuses}];\n",
        union("ReportCode", kind(Kind::Report)),
        union("UsageCode", kind(Kind::Usage)),
        union("SetupCode", kind(Kind::Setup)),
        union("CauseCode", kind(Kind::Cause)),
    )
}

/// Where a code occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Report,
    Usage,
    Setup,
    Cause,
}

impl Kind {
    fn of(code: Code) -> Self {
        match (area(code), code.status()) {
            ("usage", _) => Self::Usage,
            (_, Some(_)) => Self::Report,
            ("body" | "secret" | "scheme" | "header" | "timestamp" | "url" | "unexplained", None) => Self::Cause,
            (_, None) => Self::Setup,
        }
    }
}
