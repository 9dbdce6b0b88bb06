//! The entries of the package, one table: each is a WebAssembly module of its own with other features.

/// One entry of the package.
pub struct Entry {
    /// As in `hookproof/NAME`; empty for `hookproof`.
    pub name: &'static str,
    /// What the crate is compiled with beside its defaults.
    pub features: &'static [&'static str],
    /// The files in `tests/` that are run once more with the features: those that speak of what the features change.
    pub tests: &'static [&'static str],
}

pub const ENTRIES: &[Entry] = &[
    Entry { name: "", features: &[], tests: &[] },
    Entry { name: "public-key", features: &["public-key"], tests: &["public_key", "sign", "usage", "vectors"] },
    Entry {
        name: "full",
        features: &["full", "public-key"],
        tests: &["full", "schema_oracle", "schema_problems", "schema_suite", "schema_vectors", "sender_vectors"],
    },
];

impl Entry {
    /// The module, below the package's folder for code.
    pub fn wasm(&self) -> String {
        match self.name {
            "" => "hookproof.wasm".to_owned(),
            name => format!("{name}/hookproof_{}.wasm", name.replace('-', "_")),
        }
    }

    /// The module's glue, in the same folder.
    pub fn glue(&self) -> String {
        match self.name {
            "" => "glue.js".to_owned(),
            name => format!("{name}/glue.js"),
        }
    }

    /// A name for files of the build.
    pub fn label(&self) -> String {
        match self.name {
            "" => "wasm".to_owned(),
            name => format!("wasm-{name}"),
        }
    }

    /// As cargo takes it.
    pub fn feature_list(&self) -> String {
        self.features.join(",")
    }
}
