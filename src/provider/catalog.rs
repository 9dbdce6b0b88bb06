//! The built-in definitions. Made by `cargo xtask generate`; do not edit.

/// Id and definition of each built-in provider, sorted by id.
#[rustfmt::skip]
pub const CATALOG: &[(&str, &str)] = &[];
