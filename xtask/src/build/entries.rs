//! The entries of the package, one table: each is a WebAssembly module of its own with other features.

/// One entry of the package.
pub struct Entry {
    /// As in `hookproof/NAME`; empty for `hookproof`.
    pub name: &'static str,
    /// What the crate is compiled with beside its defaults.
    pub features: &'static [&'static str],
    /// Whether its module also comes as text, as `hookproof/inline` and `hookproof/NAME/inline`.
    pub inline: bool,
    /// The files in `tests/` that are run once more with the features: those that speak of what the features change.
    pub tests: &'static [&'static str],
}

pub const ENTRIES: &[Entry] = &[
    Entry { name: "", features: &[], inline: true, tests: &[] },
    Entry {
        name: "public-key",
        features: &["public-key"],
        inline: true,
        tests: &["native", "public_key", "sign", "usage", "vectors"],
    },
    Entry {
        name: "full",
        features: &["full", "public-key"],
        inline: false,
        tests: &["full", "schema_oracle", "schema_problems", "schema_suite", "schema_vectors", "sender_vectors"],
    },
];

impl Entry {
    /// Its folder, below the package's folder for code. All entries have the same files in it, under the same names.
    pub fn folder(&self) -> &'static str {
        match self.name {
            "" => "hookproof",
            name => name,
        }
    }

    /// The module, below the package's folder for code.
    pub fn wasm(&self) -> String {
        format!("{}/hookproof.wasm", self.folder())
    }

    /// The module's glue, in the same folder.
    pub fn glue(&self) -> String {
        format!("{}/glue.js", self.folder())
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
