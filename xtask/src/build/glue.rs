//! The JavaScript side of the module: wasm-bindgen's functions, and a reset for what they remember.
//!
//! The functions keep views of the module's memory in top-level variables. A second instance, made after a trap,
//! would go on reading the memory of the first one unless those are cleared.

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

use super::stamp::hex;

/// The glue with two more exports: `__reset_caches()`, and `__module_sha256`, the hash of the module it belongs to.
pub fn with_reset(glue: &str, module: &[u8]) -> Result<String> {
    let mut cleared = String::new();
    for line in glue.lines() {
        match declaration(line) {
            None => {}
            Some((name, "null")) if is_memory_view(name) => cleared.push_str(&format!("    {name} = null;\n")),
            Some((name, value)) if is_harmless(name, value) => {}
            Some((name, _)) => bail!(
                "the glue of wasm-bindgen keeps state in `{name}`, which nothing resets; \
                 look at it, then teach xtask/src/build/glue.rs"
            ),
        }
    }
    let hash = hex(&Sha256::digest(module));
    Ok(format!(
        "// The glue between JavaScript and the module, by wasm-bindgen. Made by `cargo xtask build`.\n\
         {}\n\n\
         export function __reset_caches() {{\n{cleared}}}\n\n\
         export const __module_sha256 = '{hash}';\n",
        glue.trim_end()
    ))
}

/// Name and first value of a top-level variable that can change.
fn declaration(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix("let ").or_else(|| line.strip_prefix("var ")).or_else(|| stateful_constant(line))?;
    let rest = rest.trim_end().trim_end_matches(';');
    Some(rest.split_once('=').map_or((rest.trim(), ""), |(name, value)| (name.trim(), value.trim())))
}

/// A constant whose value can change all the same.
fn stateful_constant(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("const ")?;
    let (_, value) = rest.split_once('=')?;
    let value = value.trim_start();
    ["[", "{", "new Array", "new Map", "new Set", "new WeakMap"]
        .iter()
        .any(|start| value.starts_with(start))
        .then_some(rest)
}

fn is_memory_view(name: &str) -> bool {
    name.strip_prefix("cached").and_then(|rest| rest.rsplit_once("Memory")).is_some_and(|(kind, number)| {
        !kind.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_harmless(name: &str, value: &str) -> bool {
    match name {
        // Set before any use of an instance, or right before it is read.
        "wasm" | "WASM_VECTOR_LEN" => true,
        // Both belong to a text decoder, which knows nothing of an instance.
        "cachedTextDecoder" => value.starts_with("new TextDecoder"),
        "numBytesDecoded" => value == "0",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm;\n\
        let cachedUint8ArrayMemory0 = null;\n\
        function view() {\n    let cachedNothing = 1;\n}\n\
        let cachedDataViewMemory0 = null;\n\
        let WASM_VECTOR_LEN = 0;\n";

    #[test]
    fn every_memory_view_is_cleared() -> Result<()> {
        let glue = with_reset(GLUE, b"")?;
        assert!(glue.contains(
            "export function __reset_caches() {\n    cachedUint8ArrayMemory0 = null;\n    cachedDataViewMemory0 = null;\n}\n"
        ));
        Ok(())
    }

    #[test]
    fn unknown_state_is_refused() {
        for line in [
            "let heap_next = heap.length;",
            "var something = null;",
            "let cachedMemory0 = null;",
            "let cachedUint8ArrayMemory0 = new Uint8Array();",
            "const heap = new Array(128).fill(undefined);",
        ] {
            assert!(with_reset(&format!("{GLUE}{line}\n"), b"").is_err(), "{line}");
        }
    }
}
