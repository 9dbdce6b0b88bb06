//! The public data types as TypeScript.

use hookproof::confidence::Confidence;
use hookproof::explain::{Cause, Explanation, InspectedScheme, Inspection, Segment, Tried};
use hookproof::limits::Limits;
use hookproof::provider::ProviderSummary;
use hookproof::report::{
    Authenticated, ChangedType, Drift, Event, Outcome, Problem, Report, Severity, Stage, StageResult,
};
use hookproof::schema::{Mode, Validation};
use hookproof::sender::{
    AdditionalWebhook, AfterLast, AfterLastOutcome, ApiKey, ApiKeyKind, Attempt, Channel, MasterWebhooks,
    RetrySchedule, RouteAuth, RouteKind, RouteQuery, RouteTarget, RouteVia, Setup, SetupProblem, SubscribedEndpoint,
};
use hookproof::{Answer, Candidate};
use ts_rs::{Config, TS};

use super::MADE_BY;

pub fn typescript() -> String {
    let config = Config::new();
    let declarations = [
        declaration::<Report>(&config),
        declaration::<Authenticated>(&config),
        declaration::<Event>(&config),
        declaration::<Problem>(&config),
        declaration::<Severity>(&config),
        declaration::<Drift>(&config),
        declaration::<ChangedType>(&config),
        declaration::<StageResult>(&config),
        declaration::<Stage>(&config),
        declaration::<Outcome>(&config),
        declaration::<Mode>(&config),
        declaration::<Validation>(&config),
        optional::<Limits>(&config),
        declaration::<ProviderSummary>(&config),
        declaration::<Confidence>(&config),
        declaration::<SetupProblem>(&config),
        declaration::<RetrySchedule>(&config),
        declaration::<Attempt>(&config),
        declaration::<AfterLast>(&config),
        declaration::<AfterLastOutcome>(&config),
        declaration::<Answer>(&config),
        declaration::<Candidate>(&config),
        declaration::<Explanation>(&config),
        declaration::<Cause>(&config),
        declaration::<Tried>(&config),
        declaration::<Inspection>(&config),
        declaration::<InspectedScheme>(&config),
        declaration::<Segment>(&config),
        declaration::<Setup>(&config),
        declaration::<Channel>(&config),
        declaration::<MasterWebhooks>(&config),
        declaration::<AdditionalWebhook>(&config),
        declaration::<SubscribedEndpoint>(&config),
        declaration::<ApiKey>(&config),
        declaration::<ApiKeyKind>(&config),
        declaration::<RouteQuery>(&config),
        declaration::<RouteTarget>(&config),
        declaration::<RouteKind>(&config),
        declaration::<RouteVia>(&config),
        declaration::<RouteAuth>(&config),
    ];
    format!(
        "// The public data types. {MADE_BY}\n\nimport type {{ CauseCode, ReportCode, SetupCode }} from './codes.js';\n\n{}",
        declarations.join("\n")
    )
}

fn declaration<T: TS>(config: &Config) -> String {
    tidy(&format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(config)))
}

/// A type of options, of which any may be left out.
fn optional<T: TS>(config: &Config) -> String {
    let mut members = declaration::<T>(config).lines().map(str::to_owned).collect::<Vec<_>>();
    for line in members.iter_mut().filter(|line| line.starts_with("  ") && line.ends_with(';')) {
        *line = line.replacen(':', "?:", 1);
    }
    members.join("\n") + "\n"
}

/// The same declaration laid out for a reader: indented, one member a line, comments of one line where they fit.
fn tidy(declaration: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    let mut comment: Option<Vec<&str>> = None;
    for line in declaration.lines().map(str::trim) {
        match &mut comment {
            Some(text) if line == "*/" => {
                emit_comment(&mut out, depth, text);
                comment = None;
            }
            Some(text) => text.push(line.trim_start_matches('*').trim()),
            None if line == "/**" => comment = Some(Vec::new()),
            None => {
                let (member, closes) = match line.strip_suffix("};") {
                    Some(member) if depth > 0 => (member.trim_end(), true),
                    _ => (line, false),
                };
                if !member.is_empty() {
                    let member = member.strip_suffix(',').map_or(member.to_owned(), |member| format!("{member};"));
                    emit(&mut out, depth, &member.replace('"', "'"));
                }
                depth += usize::from(member.ends_with('{'));
                if closes {
                    depth -= 1;
                    emit(&mut out, depth, "};");
                }
            }
        }
    }
    out
}

fn emit(out: &mut String, depth: usize, line: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(line);
    out.push('\n');
}

fn emit_comment(out: &mut String, depth: usize, text: &[&str]) {
    if let [line] = text {
        return emit(out, depth, &format!("/** {line} */"));
    }
    emit(out, depth, "/**");
    for line in text {
        emit(out, depth, format!(" * {line}").trim_end());
    }
    emit(out, depth, " */");
}
