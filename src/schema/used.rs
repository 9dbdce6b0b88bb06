//! What of JSON Schema the built-in schemas use. Made by `cargo xtask generate`; do not edit.

/// Whether a schema of this build can have `multipleOf`.
pub(super) const MULTIPLE_OF: bool = cfg!(feature = "details");

/// Whether a schema of this build can have `pattern` and `patternProperties`.
pub(super) const PATTERNS: bool = cfg!(feature = "details");

/// Whether a schema of this build can have `unevaluatedProperties` and `unevaluatedItems`.
pub(super) const UNEVALUATED: bool = cfg!(feature = "details");

/// Whether a schema of this build can have `uniqueItems`.
pub(super) const UNIQUE_ITEMS: bool = cfg!(feature = "details");

/// Whether a schema of this build can have arrays and objects in `enum` and `const`.
pub(super) const WHOLE_VALUES: bool = cfg!(feature = "details");

/// Whether a schema of this build can have this format.
pub(super) const fn format(name: &str) -> bool {
    cfg!(feature = "details") || matches!(name.as_bytes(), b"date-time")
}
