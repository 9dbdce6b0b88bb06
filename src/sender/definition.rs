//! The `sender` section of a definition.

use serde::Deserialize;

/// What a sender promises. Everything is optional: what is not documented is not invented.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Promise {}
