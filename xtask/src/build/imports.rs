//! Holds the module to its promise: it reaches no clock, no randomness, no network and no console.

use anyhow::{Context, Result, bail};
use wasmparser::{Parser, Payload};

const GLUE_MODULE: &str = "./hookproof_bg.js";

/// What the module may import, without wasm-bindgen's prefixes and hashes: throwing, reading and making plain values.
const HARMLESS: &[&str] = &[
    "Error",
    "Number",
    "String",
    "bigint_get_as_i64",
    "boolean_get",
    "call",
    "cast",
    "copy_to_typed_array",
    "debug_string",
    "done",
    "entries",
    "from",
    "generic",
    "get",
    "get_unchecked",
    "get_with_ref_key",
    "getwithrefkey",
    // Of the object that `useHash` was given: the digest of bytes of the module.
    "hash",
    "in",
    "init_externref_table",
    "instanceof_ArrayBuffer",
    "instanceof_Map",
    "instanceof_Uint8Array",
    "isArray",
    "isSafeInteger",
    "is_bigint",
    "is_function",
    "is_null",
    "is_object",
    "is_string",
    "is_undefined",
    "iterator",
    "jsval_eq",
    "jsval_loose_eq",
    "keys",
    "length",
    "new",
    "new_from_slice",
    "new_with_length",
    "next",
    "number_get",
    "prototypesetcall",
    "push",
    "set",
    "string_get",
    "string_new",
    "subarray",
    "throw",
    "value",
];

/// Words of the glue that would reach out of the module, whatever the import that uses them is called.
const REACHING_OUT: &[&str] = &[
    "Date",
    "Intl",
    "Temporal",
    "WebSocket",
    "XMLHttpRequest",
    "console",
    "crypto",
    "document",
    "eval",
    "fetch",
    "global",
    "globalThis",
    "localStorage",
    "navigator",
    "performance",
    "process",
    "random",
    "require",
    "self",
    "setInterval",
    "setTimeout",
    "window",
];

pub fn check(module: &[u8], glue: &str) -> Result<()> {
    let imports = imports(module)?;
    for (from, name) in &imports {
        if from != GLUE_MODULE {
            bail!("the module imports `{name}` from `{from}`; it may import from wasm-bindgen's runtime only");
        }
        let bare = bare_name(name);
        if bare.is_none_or(|bare| HARMLESS.binary_search(&bare).is_err()) {
            bail!(
                "the module imports `{name}`, which is not known to be harmless; look in the glue at what it does: \
                 no clock, no randomness, no network, no console. If it is, add it to xtask/src/build/imports.rs"
            );
        }
    }
    if let Some(word) = words(glue).find(|word| REACHING_OUT.contains(word)) {
        bail!("the glue uses `{word}`; the module must do without clock, randomness, network and console");
    }
    println!("  the module imports {} functions of wasm-bindgen's runtime and nothing else", imports.len());
    Ok(())
}

fn imports(module: &[u8]) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload.context("the module is not WebAssembly")? {
            for import in section.into_imports() {
                let import = import.context("the module's import section cannot be read")?;
                found.push((import.module.to_owned(), import.name.to_owned()));
            }
        }
    }
    Ok(found)
}

/// `__wbg_get_0123456789abcdef` and the like without what wasm-bindgen puts around the name.
fn bare_name(import: &str) -> Option<&str> {
    let name = import.strip_prefix("__wbg_").or_else(|| import.strip_prefix("__wbindgen_"))?;
    let name = name.strip_prefix("__wbindgen_").unwrap_or(name);
    Some(match name.rsplit_once('_') {
        Some((bare, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => bare,
        _ => name,
    })
}

/// The glue's identifiers, comments left out.
fn words(glue: &str) -> impl Iterator<Item = &str> {
    glue.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .filter(|line| !line.trim_start().starts_with('*'))
        .flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports one function of type `() -> ()`.
    fn importing(from: &str, name: &str) -> Vec<u8> {
        let mut section = vec![1, from.len() as u8];
        section.extend_from_slice(from.as_bytes());
        section.push(name.len() as u8);
        section.extend_from_slice(name.as_bytes());
        section.extend_from_slice(&[0, 0]);
        let mut module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        module.push(section.len() as u8);
        module.extend(section);
        module
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(HARMLESS.is_sorted());
    }

    #[test]
    fn the_runtime_passes() {
        for name in [
            "__wbg_get_0123456789abcdef",
            "__wbg___wbindgen_throw_0123456789abcdef",
            "__wbindgen_cast_0123456789abcdef",
        ] {
            assert!(check(&importing(GLUE_MODULE, name), "let wasm;").is_ok(), "{name}");
        }
    }

    #[test]
    fn everything_else_fails() {
        for (from, name, glue) in [
            ("env", "__wbg_get_0123456789abcdef", ""),
            (GLUE_MODULE, "now", ""),
            (GLUE_MODULE, "__wbg_now_0123456789abcdef", ""),
            (GLUE_MODULE, "__wbg_getRandomValues_0123456789abcdef", ""),
            (GLUE_MODULE, "__wbg_log_0123456789abcdef", ""),
            (GLUE_MODULE, "__wbg_new_0123456789abcdef", "const ret = new Date();"),
            (GLUE_MODULE, "__wbg_call_0123456789abcdef", "return Math.random();"),
        ] {
            assert!(check(&importing(from, name), glue).is_err(), "{from} {name} {glue}");
        }
    }
}
