//! The entries of the package, one table: each has WebAssembly modules of its own, with other features.

/// One entry of the package.
pub struct Entry {
    /// As in `hookproof/NAME`; empty for `hookproof`.
    pub name: &'static str,
    /// What the crate is compiled with beside its defaults.
    pub features: &'static [&'static str],
    /// Whether what is not needed to verify lies in a module of its own, the one with the feature `details`.
    pub split: bool,
    /// Whether its module with everything also comes as text, as `hookproof/inline` and `hookproof/NAME/inline`.
    pub inline: bool,
    /// The files in `tests/` that are run once more with the features: those that speak of what the features change.
    pub tests: &'static [&'static str],
}

pub const ENTRIES: &[Entry] = &[
    Entry { name: "", features: &[], split: true, inline: true, tests: &[] },
    Entry {
        name: "public-key",
        features: &["public-key"],
        split: true,
        inline: true,
        tests: &["native", "public_key", "sign", "usage", "vectors"],
    },
    Entry {
        name: "full",
        features: &["full", "public-key"],
        split: false,
        inline: false,
        tests: &["full", "schema_oracle", "schema_problems", "schema_suite", "schema_vectors", "sender_vectors"],
    },
];

/// A module of an entry. All entries have the same files in their folders, under the same names.
pub struct Module {
    /// A name for files of the build.
    pub label: String,
    /// The module, below the package's folder for code.
    pub wasm: String,
    /// Its glue, in the same folder.
    pub glue: String,
    /// The profile that it is published in: for size what loads first or is large anyway, for speed what loads when needed.
    pub profile: &'static str,
    /// The features that it is compiled with, as cargo takes them; none is there by default.
    pub features: String,
}

impl Entry {
    /// Its folder, below the package's folder for code.
    pub fn folder(&self) -> &'static str {
        match self.name {
            "" => "hookproof",
            name => name,
        }
    }

    /// Its modules: the one that loads first, then the one that loads when something asks for it.
    pub fn modules(&self) -> Vec<Module> {
        match self.split {
            true => vec![self.module(false), self.whole()],
            false => vec![self.whole()],
        }
    }

    /// The module that does everything.
    pub fn whole(&self) -> Module {
        self.module(true)
    }

    fn module(&self, details: bool) -> Module {
        let apart = if details { "details" } else { "" };
        let path = |first: &'static str| [first, self.name, apart].into_iter().filter(|part| !part.is_empty());
        let folder = if details { format!("{}/details", self.folder()) } else { self.folder().to_owned() };
        let features = self.features.iter().copied().chain(details.then_some("details"));
        Module {
            label: path("wasm").collect::<Vec<_>>().join("-"),
            wasm: format!("{folder}/hookproof.wasm"),
            glue: format!("{folder}/glue.js"),
            profile: if details && self.split { "release" } else { "release-small" },
            features: features.collect::<Vec<_>>().join(","),
        }
    }

    /// As cargo takes it.
    pub fn feature_list(&self) -> String {
        self.features.join(",")
    }
}

impl Module {
    /// Whether it is the one with everything, sentences too.
    pub fn has_words(&self) -> bool {
        self.features.split(',').any(|feature| ["details", "full"].contains(&feature))
    }
}

/// Every module of the package.
pub fn modules() -> impl Iterator<Item = Module> {
    ENTRIES.iter().flat_map(Entry::modules)
}
