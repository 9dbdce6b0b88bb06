//! A scheme in words: where its signature stands, what it signs with which key, and what it proves.

use anyhow::{Result, anyhow};
use hookproof::report::Authenticated;
use hookproof::signature::public_key;
use hookproof::signature::template::Template;

use super::definition::{Check, Condition, Definition, Layout, Parameter, Scheme};

/// The entry that holds the algorithms of published keys.
const ENTRY: &str = "`hookproof/public-key`";

impl Scheme {
    /// What its algorithm is called, as a reader knows it.
    pub fn algorithm_name(&self) -> String {
        match self.algorithm.as_str() {
            "jwt" => {
                let names = self.jwt.as_ref().map(|token| token.algorithms.join(", "));
                format!("JWT {}", names.unwrap_or_default()).trim_end().to_owned()
            }
            "static" => "token".to_owned(),
            "basic" => "Basic".to_owned(),
            "ed25519" => "Ed25519".to_owned(),
            "ecdsa-p256-sha256" => "ECDSA P-256".to_owned(),
            "ecdsa-p256-sha256-raw" => "ECDSA P-256 (raw)".to_owned(),
            "hash-sha256" => "SHA-256".to_owned(),
            "hash-md5" => "MD5".to_owned(),
            id => id.to_uppercase(),
        }
    }

    /// Whether it rests on a hash that is broken or weakened.
    pub fn is_weak(&self) -> bool {
        ["md5", "sha1"].iter().any(|hash| self.algorithm.ends_with(hash))
    }

    /// Whether it takes a published key.
    pub fn is_public(&self) -> bool {
        let tokens = self.jwt.iter().flat_map(|token| &token.algorithms).any(|name| name.starts_with("ES"));
        tokens || public_key::NAMES.contains(&self.algorithm.as_str())
    }

    /// What a match proves: with all that is checked, and where an optional claim is missing.
    pub fn proves(&self) -> Result<(Authenticated, Option<Authenticated>)> {
        let covers = |text: &str| {
            let template = Template::parse(text, &|_| Some(String::new())).map_err(|error| anyhow!(error))?;
            anyhow::Ok(template.covers())
        };
        let least = self.content.as_deref().map_or(Ok(Authenticated::Token), covers)?;
        let mut proves = least;
        for check in &self.checks {
            proves = strongest(proves, covers(&check.equals)?);
        }
        let limit = |proved: Authenticated| match self.proves.as_deref() {
            Some("token") => Authenticated::Token,
            Some("partial") => weakest(proved, Authenticated::Partial),
            _ => proved,
        };
        let optional = self.checks.iter().any(|check| check.optional == true);
        let without = (optional && limit(least) != limit(proves)).then(|| limit(least));
        Ok((limit(proves), without))
    }

    /// The whole scheme in one line.
    pub fn line(&self, definition: &Definition) -> Result<String> {
        let mut parts = vec![format!("{} holds {}", place(&self.signature.source, definition), code(&self.written()))];
        if matches!(self.signature.layout, Layout::Prefix { ignore_case: true, .. }) {
            parts[0].push_str(" (the words before it in upper or lower case)");
        }
        parts.push(self.signs());
        parts.extend(self.key());
        if let Some(source) = &self.id_source {
            parts.push(format!("`{{id}}` is {}", place(source, definition)));
        }
        parts.extend(self.time(definition));
        parts.extend(self.checks.iter().map(|check| compared(check, definition)));
        if let Some(key) = &self.key_id {
            let hosts = match &key.hosts[..] {
                [] => String::new(),
                hosts => format!(", a URL at {}", hosts.iter().map(|host| code(host)).collect::<Vec<_>>().join(" or ")),
            };
            parts.push(format!("the key is named by {}{hosts}", place(&key.source, definition)));
        }
        let when = conditions(&self.when, definition);
        if !when.is_empty() {
            parts.push(format!("only where {when}"));
        }
        let (proves, without) = self.proves()?;
        let without = without.map_or(String::new(), |less| format!(", `{}` where that is missing", word(less)));
        parts.push(format!("proves `{}`{without}", word(proves)));
        Ok(parts.join("; "))
    }

    /// The value as it stands in the delivery.
    fn written(&self) -> String {
        let value = match self.algorithm.as_str() {
            "jwt" => "<token>".to_owned(),
            "static" => "<secret>".to_owned(),
            "basic" => "<base64 of user:password>".to_owned(),
            _ => format!("<{}>", self.signature.encoding),
        };
        match &self.signature.layout {
            Layout::Bare => value,
            Layout::Prefix { text, .. } => format!("{text}{value}"),
            Layout::Pairs { separator, assign, signature } => match self.time_part() {
                Some(part) => format!("{part}{assign}<time>{separator}{signature}{assign}{value}"),
                None => format!("{signature}{assign}{value}"),
            },
            Layout::List { separator, tag } => format!("{tag}{value}{separator}..."),
        }
    }

    fn signs(&self) -> String {
        let name = match self.algorithm.as_str() {
            "static" => return "compared with the secret; nothing is signed".to_owned(),
            "basic" => return "compared with the secret `user:password`; nothing is signed".to_owned(),
            "jwt" => format!("a signed token ({})", self.algorithm_name().trim_start_matches("JWT ")),
            "ecdsa-p256-sha256" => "ECDSA P-256 with SHA-256 (DER)".to_owned(),
            "ecdsa-p256-sha256-raw" => "ECDSA P-256 with SHA-256 (r and s)".to_owned(),
            "rsa-sha1" => "RSA PKCS#1 v1.5 with SHA-1".to_owned(),
            "rsa-sha256" => "RSA PKCS#1 v1.5 with SHA-256".to_owned(),
            id if id.starts_with("hash-") => format!("plain {}", self.algorithm_name()),
            _ => self.algorithm_name(),
        };
        let mut line = name;
        if let Some(content) = &self.content {
            line.push_str(&format!(" of {}", code(&content.replace('\n', "\\n"))));
        }
        let leeway = self.jwt.as_ref().map_or(0, |token| token.leeway_seconds);
        if leeway > 0 {
            line.push_str(&format!(", clocks may differ by {leeway} s"));
        }
        if self.url_variants.len() > 1 {
            line.push_str(", the URL with or without its port");
        }
        if self.is_weak() {
            line.push_str(" (**weak hash**)");
        }
        if self.is_public() {
            line.push_str(&format!(" (**{ENTRY}**)"));
        }
        line
    }

    /// The key form; `None` where there is nothing to say but that it is the secret.
    fn key(&self) -> Option<String> {
        if matches!(self.algorithm.as_str(), "static" | "basic") {
            return None;
        }
        let decoded = |format: &str| match format {
            "raw" => "as it is shown".to_owned(),
            format => format!("decoded from {format}"),
        };
        let format = self.key.format.as_deref().unwrap_or("raw");
        let prefixes: Vec<String> = self.key.strip_prefix.iter().map(|prefix| code(prefix)).collect();
        if self.is_public() {
            let raw = match (format, &prefixes[..]) {
                ("raw", _) => String::new(),
                (format, []) => format!(", or the raw key in {format}"),
                (format, prefixes) => format!(", or {} and the raw key in {format}", prefixes.join(" or ")),
            };
            return Some(format!("key: the sender's public key or certificate (PEM, JWK, base64 DER{raw})"));
        }
        let mut line = match (&prefixes[..], format) {
            ([], format) => format!("key: the secret {}", decoded(format)),
            (prefixes, "raw") => format!("key: the secret without its prefix {}", prefixes.join(" or ")),
            (prefixes, format) => {
                format!("key: the secret without its prefix {}, {}", prefixes.join(" or "), decoded(format))
            }
        };
        if let Some(format) = &self.key.without_prefix {
            line.push_str(&format!(" (one without prefix {})", decoded(format)));
        }
        if self.key.prehash.is_some() {
            line.push_str(", then its SHA-1");
        }
        Some(line)
    }

    fn time(&self, definition: &Definition) -> Option<String> {
        let time = self.timestamp.as_ref()?;
        let unit = match time.unit.as_str() {
            "s" => "seconds",
            "ms" => "milliseconds",
            _ => "RFC 3339",
        };
        let tolerance = match time.tolerance_seconds {
            Some(seconds) => format!("at most {seconds} s off"),
            None => "compared only with a tolerance of your own".to_owned(),
        };
        let optional = if time.optional { " where it is there" } else { "" };
        Some(format!("time: {} in {unit}{optional}, {tolerance}", place(&time.source, definition)))
    }
}

fn compared(check: &Check, definition: &Definition) -> String {
    let optional = match &check.optional {
        serde_json::Value::Bool(true) => " where it is there",
        serde_json::Value::String(_) => ", which only an empty body may lack,",
        _ => "",
    };
    format!("{}{optional} must be {}", place(&check.source, definition), code(&check.equals))
}

/// Conditions in words, joined by `and`.
pub fn conditions(conditions: &[Condition], definition: &Definition) -> String {
    let one = |condition: &Condition| {
        let name = place(&condition.source, definition);
        let mut texts = Vec::new();
        if let Some(text) = &condition.equals {
            texts.push(if text.is_empty() { "is empty".to_owned() } else { format!("is {}", code(text)) });
        }
        if let Some(text) = &condition.starts_with {
            texts.push(format!("begins with {}", code(text)));
        }
        if condition.present == Some(false) {
            texts.push("is missing".to_owned());
        }
        match condition.only.as_deref() {
            Some("hex") => texts.push("is hexadecimal".to_owned()),
            Some(_) => texts.push("has only letters, digits and `+/=_-.`".to_owned()),
            None => {}
        }
        if let Some((least, most)) = condition.length {
            texts.push(format!("is {least} to {most} bytes long"));
        }
        if texts.is_empty() {
            texts.push("is there".to_owned());
        }
        format!("{name} {}", texts.join(" and "))
    };
    conditions.iter().map(one).collect::<Vec<_>>().join(" and ")
}

/// A source for a reader, with the default of a parameter in its place.
pub fn place(source: &str, definition: &Definition) -> String {
    let source = source.strip_suffix('?').unwrap_or(source);
    let Some((kind, name)) = source.split_once(':') else {
        return match source {
            "url" => "the URL".to_owned(),
            "method" => "the method".to_owned(),
            source => format!("the {source}"),
        };
    };
    let parameter = name.strip_prefix("{param:").and_then(|rest| rest.strip_suffix('}'));
    let name = match parameter.map(|parameter| (parameter, definition.parameters.get(parameter))) {
        Some((_, Some(Parameter { default: Some(name), .. }))) => name,
        Some((parameter, _)) => return format!("the {kind} that the parameter `{parameter}` names"),
        None => name,
    };
    match kind {
        "header" => format!("header `{name}`"),
        "query" => format!("query parameter `{name}`"),
        "form" => format!("form field `{name}`"),
        "part" => format!("part `{name}`"),
        "claim" => format!("claim `{}`", name.trim_start_matches('/')),
        "jwt" => format!("`{name}` of the token's header"),
        "root" => format!("`{name}` of the whole body"),
        _ => format!("`{name}` of the body"),
    }
}

/// A text as code, whatever is in it.
pub fn code(text: &str) -> String {
    match text.contains('`') {
        true => format!("`` {text} ``"),
        false => format!("`{text}`"),
    }
}

/// How reports call it.
pub fn word(proved: Authenticated) -> &'static str {
    match proved {
        Authenticated::None => "none",
        Authenticated::Token => "token",
        Authenticated::Partial => "partial",
        Authenticated::Body => "body",
    }
}

fn strongest(one: Authenticated, other: Authenticated) -> Authenticated {
    if strength(one) < strength(other) { other } else { one }
}

fn weakest(one: Authenticated, other: Authenticated) -> Authenticated {
    if strength(one) < strength(other) { one } else { other }
}

fn strength(proved: Authenticated) -> u8 {
    match proved {
        Authenticated::None => 0,
        Authenticated::Token => 1,
        Authenticated::Partial => 2,
        Authenticated::Body => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proves(scheme: &str) -> (Authenticated, Option<Authenticated>) {
        let start =
            r#""id":"s","confidence":"assumed","signature":{"source":"header:S","layout":"bare","encoding":"hex"}"#;
        let scheme: Scheme = serde_json::from_str(&format!("{{{start},{scheme}}}")).unwrap();
        scheme.proves().unwrap()
    }

    #[test]
    fn no_more_is_said_to_be_proved_than_is() {
        let digest = r#"{"source":"claim:/h","equals":"{body|sha256|hex}""#;
        let rows = [
            (r#""algorithm":"static""#.to_owned(), (Authenticated::Token, None)),
            (r#""algorithm":"hmac-sha256","content":"{ts}.{body}""#.to_owned(), (Authenticated::Body, None)),
            (r#""algorithm":"hmac-sha256","content":"{json:/a}""#.to_owned(), (Authenticated::Partial, None)),
            (format!(r#""algorithm":"jwt","checks":[{digest}}}]"#), (Authenticated::Body, None)),
            (
                format!(r#""algorithm":"jwt","checks":[{digest},"optional":true}}]"#),
                (Authenticated::Body, Some(Authenticated::Token)),
            ),
            (
                r#""algorithm":"hmac-sha256","content":"{body}","proves":"partial""#.to_owned(),
                (Authenticated::Partial, None),
            ),
        ];
        for (scheme, expected) in rows {
            assert_eq!(proves(&scheme), expected, "{scheme}");
        }
    }
}
