//! Whether a build result is still that of its inputs, told by their content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::project::{self, Project};

/// What a result was made from, kept beside cargo's own files.
pub struct Stamp {
    path: PathBuf,
    inputs: String,
}

impl Stamp {
    /// The stamp `name` for these inputs and anything else that the result depends on.
    pub fn new(project: &Project, name: &str, inputs: &[PathBuf], more: &str) -> Result<Self> {
        let mut hash = Sha256::new();
        hash.update(more);
        for path in inputs {
            hash.update(project.shown(path));
            hash.update(digest(path)?);
        }
        let path = project.target.join("stamps").join(name);
        Ok(Self { path, inputs: hex(&hash.finalize()) })
    }

    /// Whether `outputs` are what [`Stamp::set`] last saw, made from the same inputs.
    pub fn is_current(&self, outputs: &[PathBuf]) -> Result<bool> {
        if outputs.iter().any(|path| !path.is_file()) {
            return Ok(false);
        }
        Ok(fs::read_to_string(&self.path).is_ok_and(|text| text == self.text(outputs).unwrap_or_default()))
    }

    pub fn set(&self, outputs: &[PathBuf]) -> Result<()> {
        project::write(&self.path, self.text(outputs)?)
    }

    fn text(&self, outputs: &[PathBuf]) -> Result<String> {
        let mut hash = Sha256::new();
        for path in outputs {
            hash.update(digest(path)?);
        }
        Ok(format!("{} {}\n", self.inputs, hex(&hash.finalize())))
    }
}

fn digest(path: &Path) -> Result<[u8; 32]> {
    let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Sha256::digest(content).into())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
