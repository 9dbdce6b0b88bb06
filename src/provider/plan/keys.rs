//! The keys of a scheme: what its secrets come to, and which of them are not for it.

use super::Inputs;
use crate::code::Code;
use crate::error::UsageError;
use crate::provider::outline::SchemeOutline;
use crate::signature::algorithm::{self, Algorithm, Kind};
use crate::signature::encoding::Encoding;
use crate::signature::key::Secret;
use crate::signature::plan::{KeySet, PreparedKey};

/// Where a sender has schemes with a shared secret beside others with a published key, and a prefix tells which is which,
/// a secret without one could be either. A published key that is taken for a shared secret lets everybody sign.
pub(super) fn one_kind(used: &[SchemeOutline], inputs: &Inputs) -> Result<(), UsageError> {
    // The key of a signed token is told by what its header names.
    let is_published = |scheme: &SchemeOutline| scheme.rule.published && scheme.plan.token_leeway.is_none();
    let published = used.iter().any(is_published);
    let shared = !used.iter().all(is_published);
    let prefixed = used.iter().any(|scheme| !scheme.rule.strip_prefix.is_empty());
    if !(published && shared && prefixed) {
        return Ok(());
    }
    let told = |secret: &Secret| {
        secret.is_published() || used.iter().any(|scheme| secret.has_prefix(&scheme.rule.strip_prefix))
    };
    match inputs.secrets.iter().position(|secret| !told(secret)) {
        None => Ok(()),
        Some(place) => {
            let ids = || used.iter().map(|scheme| scheme.plan.id.as_str()).collect::<Vec<_>>().join(", ");
            let name = inputs.secrets[place].name(place);
            let message = say!(
                "{name} has no prefix that tells a shared secret from a published key, expected the secret as the sender shows it, or one of {} in `schemes`",
                ids()
            );
            Err(UsageError::new(Code::UsageSecret, message))
        }
    }
}

/// The prepared keys, or why there are none.
pub(super) fn keys(scheme: &SchemeOutline, inputs: &Inputs) -> Result<Result<Vec<KeySet>, UsageError>, UsageError> {
    let rows: Vec<(&'static Algorithm, &String)> =
        scheme.algorithms.iter().filter_map(|(id, name)| Some((algorithm::find(id)?, name))).collect();
    if rows.is_empty() {
        let what = scheme.algorithms.last().map_or("", |(id, _)| id);
        let message = say!(
            "scheme `{}` needs {what}, which this entry leaves out, expected the entry `hookproof/public-key` (in Rust, the feature `public-key`)",
            scheme.plan.id
        );
        return Ok(Err(UsageError::new(Code::UsageEntry, message)));
    }
    let mut sets: Vec<KeySet> = Vec::new();
    let mut refusal = None;
    for (row, name) in rows {
        let mut keys = Vec::new();
        for (place, secret) in inputs.secrets.iter().enumerate() {
            let called = secret.name(place);
            let refuse = |message: String| UsageError::new(Code::UsageSecret, say!("{called} {message}"));
            if row.kind == Kind::Token && scheme.plan.encoding == Encoding::Text && secret.holds(b", ") {
                return Err(refuse(said!(
                    "holds a comma and a blank, which stand between combined header lines; no header can carry it"
                )));
            }
            let Some(key) = scheme.rule.key(secret, &called)? else {
                refusal = Some(refuse(match (secret.is_published(), scheme.rule.format.name()) {
                    (true, _) => said!("is a published key, expected the secret that only you and the sender know"),
                    (_, format) => say!("is not {format}, which this sender's secrets are written in"),
                }));
                continue;
            };
            match (row.prepare)(&key) {
                Ok(prepared) => keys.push(PreparedKey {
                    secret: place,
                    key: prepared,
                    text: (row.kind == Kind::Hash).then(|| key.into()),
                    name: secret.own_name(),
                }),
                Err(error) => refusal = Some(refuse(error)),
            }
        }
        sets.push(KeySet { algorithm: row, name: name.clone(), keys });
    }
    // Without any secret nothing authenticates, or published keys are to be named by the deliveries.
    let none = sets.iter().all(|set| set.keys.is_empty());
    Ok(match refusal {
        Some(error) if none => Err(error),
        _ => Ok(sets),
    })
}
