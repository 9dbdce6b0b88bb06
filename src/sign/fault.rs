//! Deliveries that are faulty on purpose: signed rightly, then changed as it happens on the way to a receiver.

use crate::code::Code;
use crate::error::UsageError;
use crate::provider::compile;
use crate::provider::definition::{LayoutDefinition, ProviderDefinition, SchemeDefinition};
use crate::provider::plan::Inputs;
use crate::rewrite::{CHANGES, STYLES, Style, rewrite};
use crate::signature::encoding::Encoding;
use crate::signature::key::Secret;
use crate::signature::source::Place;
use crate::signature::timestamp::Unit;

use super::{Draft, SignedDelivery, refuse, sign, url};

/// A cause of failure, and which form of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The cause.
    pub code: Code,
    /// Which form: of `body.reserialized` the style that the sender writes, of other changes of the body their name, of
    /// `scheme.provider` an id. Empty for the first that changes anything.
    pub form: String,
}

impl Fault {
    /// Reads `code` or `code:form`.
    ///
    /// # Errors
    /// `usage.option` for what is no fault, or no form of it.
    pub fn parse(text: &str) -> Result<Self, UsageError> {
        let (name, form) = text.split_once(':').unwrap_or((text, ""));
        let code = FAULTS.iter().copied().find(|code| code.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = FAULTS.iter().map(|code| code.as_str()).collect();
            UsageError::new(
                Code::UsageOption,
                format!("there is no fault `{name}`, expected one of {}", names.join(", ")),
            )
        })?;
        let forms = forms(code);
        // Of `scheme.provider` the form is any provider.
        if code != Code::SchemeProvider && text.contains(':') && !forms.contains(&form) {
            let expected = if forms.is_empty() { "none".to_owned() } else { forms.join(", ") };
            let message = format!("fault `{name}` has no form `{form}`, expected {expected}");
            return Err(UsageError::new(Code::UsageOption, message));
        }
        Ok(Self { code, form: form.to_owned() })
    }
}

/// The names of a fault's forms.
fn forms(code: Code) -> Vec<&'static str> {
    match code {
        Code::BodyReserialized => STYLES.iter().map(|style| style.name).collect(),
        _ => CHANGES.iter().filter(|change| change.code == code).map(|change| change.name).collect(),
    }
}

/// Every fault that can be made.
pub const FAULTS: &[Code] = &[
    Code::BodyReserialized,
    Code::BodyNewline,
    Code::BodyLineEndings,
    Code::BodyBom,
    Code::BodyWhitespace,
    Code::BodyCharset,
    Code::BodyUnicodeEscapes,
    Code::BodySlashEscapes,
    Code::BodyHtmlEscapes,
    Code::BodyBase64,
    Code::BodyDoubleEncoded,
    Code::BodyFormWrapped,
    Code::BodyPercentEncoded,
    Code::BodyEmpty,
    Code::BodyStringifiedObject,
    Code::BodyLossy,
    Code::BodyCompressed,
    Code::SecretWhitespace,
    Code::SecretQuoted,
    Code::SecretPrefix,
    Code::SecretEncoding,
    Code::SecretOther,
    Code::SecretWrongKind,
    Code::SchemeAlgorithm,
    Code::SchemeEncoding,
    Code::SchemeContent,
    Code::SchemeProvider,
    Code::HeaderMissing,
    Code::HeaderRenamed,
    Code::HeaderDuplicated,
    Code::HeaderMalformed,
    Code::TimestampUnit,
    Code::TimestampStale,
    Code::TimestampFuture,
    Code::UrlScheme,
    Code::UrlHost,
    Code::UrlPort,
    Code::UrlPath,
    Code::UrlQuery,
];

/// Signs a draft and makes it faulty. The answer's `secret` is the one with which a receiver fails, where the fault lies
/// there.
///
/// # Errors
/// As [`sign`](super::sign); `usage.sign` too where the fault cannot happen to this delivery.
pub fn faulty(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    fault: &Fault,
) -> Result<SignedDelivery, UsageError> {
    match fault.code {
        Code::TimestampStale => moved(definition, inputs, draft, -1),
        Code::TimestampFuture => moved(definition, inputs, draft, 1),
        code => match code.as_str().split('.').next() {
            Some("body") => body(definition, inputs, draft, fault),
            Some("secret") => secret(definition, inputs, draft, fault),
            Some("header") => header(definition, inputs, draft, code),
            Some("url") => url::changed(sign(definition, inputs, draft)?, code),
            _ => scheme(definition, inputs, draft, fault),
        },
    }
}

fn cannot(fault: Code, why: &str) -> UsageError {
    refuse(format!("`{}` cannot happen to this delivery: {why}", fault.as_str()))
}

/// The time of signing, well outside the tolerance.
fn moved(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    sign_of: i64,
) -> Result<SignedDelivery, UsageError> {
    let scheme = chosen(definition, inputs, draft)?;
    let tolerance = scheme.timestamp.as_ref().and_then(|time| inputs.tolerance_seconds.or(time.tolerance_seconds));
    let code = if sign_of < 0 { Code::TimestampStale } else { Code::TimestampFuture };
    let tolerance = tolerance.ok_or_else(|| cannot(code, "its scheme compares no timestamp"))?;
    let offset = (i64::from(tolerance) + 3600).saturating_mul(1000 * sign_of);
    sign(definition, inputs, &Draft { now: draft.now.saturating_add(offset), ..draft.clone() })
}

/// The scheme that signs.
fn chosen<'d>(
    definition: &'d ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
) -> Result<&'d SchemeDefinition, UsageError> {
    let id = sign(definition, inputs, draft)?.scheme;
    definition.schemes.iter().find(|scheme| scheme.id == id).ok_or_else(|| refuse("no scheme signs".to_owned()))
}

fn body(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    fault: &Fault,
) -> Result<SignedDelivery, UsageError> {
    if fault.code == Code::BodyReserialized {
        return reserialized(definition, inputs, draft, &fault.form);
    }
    let mut signed = sign(definition, inputs, draft)?;
    let body = &signed.body;
    let changed = match fault.code {
        Code::BodyEmpty => Some(Vec::new()),
        Code::BodyStringifiedObject => Some(b"[object Object]".to_vec()),
        Code::BodyLossy => std::str::from_utf8(body).ok().map(|text| {
            let lossy = |character: char| if character.is_ascii() { character } else { char::REPLACEMENT_CHARACTER };
            text.chars().map(lossy).collect::<String>().into_bytes()
        }),
        Code::BodyCompressed => Some(stored(body)),
        code => {
            let mut made = CHANGES
                .iter()
                .filter(|change| change.code == code && (fault.form.is_empty() || change.name == fault.form))
                .filter_map(|change| (change.make)(body));
            made.find(|made| made != body)
        }
    };
    match changed.filter(|changed| changed != body) {
        Some(changed) => signed.body = changed,
        None => return Err(cannot(fault.code, "it would change nothing in this body")),
    }
    Ok(signed)
}

/// The sender writes in one style, and something on the way writes it again as most do; where that is the sender's own,
/// with blanks.
fn reserialized(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    form: &str,
) -> Result<SignedDelivery, UsageError> {
    let code = Code::BodyReserialized;
    let name = if form.is_empty() { "indent-2" } else { form };
    let style = Style::named(name).ok_or_else(|| cannot(code, "there is no such style"))?;
    let received = Style::named(if name == "compact" { "python" } else { "compact" }).expect("both are in the table");
    let sent = rewrite(draft.body, style).ok_or_else(|| cannot(code, "the body is no JSON"))?;
    let mut signed = sign(definition, inputs, &Draft { body: &sent, ..draft.clone() })?;
    let written = rewrite(&signed.body, received).filter(|written| *written != signed.body);
    signed.body = written.ok_or_else(|| cannot(code, "it would change nothing in this body"))?;
    Ok(signed)
}

/// gzip with the body stored in it, which is all that its first bytes show.
fn stored(body: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut chunks = body.chunks(0xffff).peekable();
    while let Some(chunk) = chunks.next() {
        let length = u16::try_from(chunk.len()).unwrap_or(u16::MAX);
        out.push(u8::from(chunks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend_from_slice(chunk);
    }
    out.extend(crate::signature::functions::crc32(body).to_le_bytes());
    out.extend((body.len() as u32).to_le_bytes());
    out
}

fn secret(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    fault: &Fault,
) -> Result<SignedDelivery, UsageError> {
    let scheme = chosen(definition, inputs, draft)?;
    let mut signed = sign(definition, inputs, draft)?;
    let given = inputs.secrets.first().map(Secret::value).unwrap_or_default();
    let prefix = scheme.key.strip_prefix.iter().find(|prefix| given.starts_with(prefix.as_bytes()));
    let bare = &given[prefix.map_or(0, String::len)..];
    let wrong = match fault.code {
        Code::SecretWhitespace => Some([given, b"\n"].concat()),
        Code::SecretQuoted => Some([b"\"", given, b"\""].concat()),
        // Where the prefix is dropped anyway nobody can fail by it.
        Code::SecretPrefix if scheme.key.strip_prefix.is_empty() => {
            Some(given.strip_prefix(b"whsec_").map_or_else(|| [b"whsec_", given].concat(), <[u8]>::to_vec))
        }
        Code::SecretEncoding => match scheme.key.format {
            Encoding::Text => Some(Encoding::Base64.encode(given)),
            format => format.decode(bare),
        },
        Code::SecretOther => Some([b"another-", given].concat()),
        Code::SecretWrongKind => Some(b"https://example.com/webhook".to_vec()),
        _ => None,
    };
    let wrong = wrong.filter(|wrong| wrong != given);
    signed.secret = Some(wrong.ok_or_else(|| cannot(fault.code, "the scheme takes the secret either way"))?);
    Ok(signed)
}

fn header(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    code: Code,
) -> Result<SignedDelivery, UsageError> {
    let scheme = chosen(definition, inputs, draft)?;
    let mut signed = sign(definition, inputs, draft)?;
    let plans = compile::scheme_plans(definition, inputs)?;
    let header = plans.iter().find(|plan| plan.id == scheme.id).and_then(|plan| match &plan.signature {
        Place::Header(name) => Some(name),
        _ => None,
    });
    let place = header.and_then(|header| signed.headers.iter().position(|(name, _)| name == header));
    let place = place.ok_or_else(|| cannot(code, "its signature stands in no header"))?;
    let (name, value) = signed.headers[place].clone();
    match code {
        Code::HeaderMissing => drop(signed.headers.remove(place)),
        Code::HeaderRenamed => signed.headers[place].0 = format!("X-Original-{}", name.trim_start_matches("X-")),
        Code::HeaderDuplicated => signed.headers.push((name, value)),
        _ => {
            let text = String::from_utf8_lossy(&value).into_owned();
            let broken = match &scheme.signature.layout {
                LayoutDefinition::Bare if scheme.token.is_none() && scheme.signature.encoding == Encoding::Text => {
                    return Err(cannot(code, "any text is a token"));
                }
                LayoutDefinition::Bare => format!("signature {text}"),
                LayoutDefinition::Prefix { text: prefix, .. } => text.replacen(prefix.as_str(), "", 1),
                LayoutDefinition::Pairs { assign, .. } => text.replace(assign.as_str(), " "),
                LayoutDefinition::List { tag, .. } => text.replacen(tag.as_str(), "", 1),
            };
            signed.headers[place].1 = broken.into_bytes();
        }
    }
    Ok(signed)
}

/// The sender signs by another rule than the definition says.
fn scheme(
    definition: &ProviderDefinition,
    inputs: &Inputs,
    draft: &Draft<'_>,
    fault: &Fault,
) -> Result<SignedDelivery, UsageError> {
    let code = fault.code;
    if code == Code::SchemeProvider {
        let other = if fault.form.is_empty() {
            return Err(cannot(code, "say whose, as in `scheme.provider:ID`"));
        } else {
            &fault.form
        };
        let inputs = Inputs { secrets: inputs.secrets.clone(), ..Inputs::default() };
        let other = crate::provider::built_in(other)?;
        return match sign(&other, &inputs, draft) {
            Err(error) if error.code == Code::UsageSecret => Err(cannot(code, "the secret is none of that sender's")),
            signed => signed,
        };
    }
    let scheme = chosen(definition, inputs, draft)?;
    let mut changed = scheme.clone();
    match code {
        Code::SchemeAlgorithm => {
            changed.algorithm = match scheme.algorithm.as_str() {
                "hmac-sha256" => "hmac-sha1".to_owned(),
                mac if mac.starts_with("hmac-") => "hmac-sha256".to_owned(),
                _ => return Err(cannot(code, "its scheme uses no MAC")),
            };
        }
        Code::SchemeEncoding => {
            changed.signature.encoding = match scheme.signature.encoding {
                Encoding::Hex => Encoding::Base64,
                Encoding::Base64 | Encoding::Base64Url => Encoding::Hex,
                Encoding::Text => return Err(cannot(code, "its signature is no encoded bytes")),
            };
        }
        Code::SchemeContent => {
            let content = scheme.content.as_deref().filter(|content| content.contains("{body}"));
            changed.content = Some(match content {
                Some("{body}") => "{body}.".to_owned(),
                Some("{body}{ts}") => "{ts}{body}".to_owned(),
                Some(content) if content.contains("{ts}") => "{body}{ts}".to_owned(),
                Some(_) if scheme.algorithm.starts_with("hmac-") => "{body}".to_owned(),
                _ => return Err(cannot(code, "its content is not a text around the body")),
            });
        }
        _ => {
            let time = changed.timestamp.as_mut().ok_or_else(|| cannot(code, "its scheme has no timestamp"))?;
            time.unit = match time.unit {
                Unit::Seconds => Unit::Milliseconds,
                Unit::Milliseconds => Unit::Seconds,
                Unit::Iso8601 => return Err(cannot(code, "its timestamp is no number")),
            };
        }
    }
    let id = changed.id.clone();
    let definition = ProviderDefinition { schemes: vec![changed], ..definition.clone() };
    sign(&definition, &Inputs { schemes: vec![id], ..inputs.clone() }, draft)
}
