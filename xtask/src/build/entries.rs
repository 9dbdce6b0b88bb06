//! The entries of the package, one table: each has WebAssembly modules of its own, with other features.

/// One entry of the package.
pub struct Entry {
    /// As in `hookproof/NAME`; empty for `hookproof`.
    pub name: &'static str,
    /// What the crate is compiled with beside its defaults.
    pub features: &'static [&'static str],
    /// Whether what is not needed to verify lies in a module of its own, the one with the feature `details`.
    pub split: bool,
    /// The files in `tests/` that are run once more with the features: those that speak of what the features change.
    pub tests: &'static [&'static str],
}

pub const ENTRIES: &[Entry] = &[
    Entry { name: "", features: &[], split: true, tests: &[] },
    Entry {
        name: "public-key",
        features: &["public-key"],
        split: true,
        tests: &["public_key", "sign", "usage", "vectors"],
    },
    Entry {
        name: "full",
        features: &["full", "public-key"],
        split: false,
        tests: &["full", "schema_oracle", "schema_problems", "schema_suite", "schema_vectors", "sender_vectors"],
    },
];

/// A module of an entry.
pub struct Module {
    /// A name for files of the build.
    pub label: String,
    /// The module, below the package's folder for code.
    pub wasm: String,
    /// Its glue, in the same folder.
    pub glue: String,
    /// The features that it is compiled with, as cargo takes them; none is there by default.
    pub features: String,
}

impl Entry {
    /// Its modules: the one that loads first, then the one that loads when something asks for it.
    pub fn modules(&self) -> Vec<Module> {
        match self.split {
            true => vec![self.module(false), self.module(true)],
            false => vec![self.module(true)],
        }
    }

    fn module(&self, details: bool) -> Module {
        let apart = details && self.split;
        let path: Vec<&str> =
            [self.name, if apart { "details" } else { "" }].into_iter().filter(|s| !s.is_empty()).collect();
        let folder: String = path.iter().map(|part| format!("{part}/")).collect();
        let words = path.join("_").replace('-', "_");
        let stem = if words.is_empty() { "hookproof".to_owned() } else { format!("hookproof_{words}") };
        let mut features = self.features.to_vec();
        if details {
            features.push("details");
        }
        Module {
            label: ["wasm"].iter().chain(&path).copied().collect::<Vec<_>>().join("-"),
            wasm: format!("{folder}{stem}.wasm"),
            glue: format!("{folder}glue.js"),
            features: features.join(","),
        }
    }

    /// As cargo takes it.
    pub fn feature_list(&self) -> String {
        self.features.join(",")
    }
}

/// Every module of the package.
pub fn modules() -> impl Iterator<Item = Module> {
    ENTRIES.iter().flat_map(Entry::modules)
}
