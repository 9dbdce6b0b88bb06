//! Cuts the words of panics out of a module. Nobody hears them: a panic ends in a trap, which is all that the host sees.
//!
//! The functions of the standard library that never return but put a sentence together are replaced by the trap itself;
//! wasm-opt then drops what only they used, and the arguments that were prepared for them. The places in the sources that they
//! would have named are overwritten with zeros, which weigh nothing.

use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::ir::Value;
use walrus::{ConstExpr, Data, DataKind, FunctionBuilder, FunctionKind, Module};

/// What the names of such functions have in them, as wasm-bindgen writes them.
const PARTS: [&str; 12] = [
    "::panicking::panic",
    "::panicking::assert_failed",
    "::panicking::unreachable_display",
    "::panicking::begin_panic_handler",
    "::panicking::rust_panic",
    "unwrap_failed",
    "expect_failed",
    "slice_error_fail",
    "slice_index_fail",
    "len_mismatch_fail",
    "raw_vec::handle_error",
    "raw_vec::capacity_overflow",
];

/// What the names of functions have in them that print values for programmers.
const DEBUG: [&str; 4] = ["::fmt::Debug>::fmt", "::fmt::builders::", "::escape_debug", "::unicode::printable::"];

/// Makes panics a trap; in a module that is `wordless`, where only they print values, that printing too.
pub fn silence(from: &Path, to: &Path, wordless: bool) -> Result<()> {
    let mut module = Module::from_file(from).with_context(|| format!("cannot read {}", from.display()))?;
    let mut silenced = 0;
    let named: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| {
            module.funcs.get(*id).name.as_deref().is_some_and(|name| is_panic(name) || wordless && is_debug(name))
        })
        .map(|(id, local)| (id, local.ty()))
        .collect();
    for (id, ty) in named {
        let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        builder.func_body().unreachable();
        let arguments = params.iter().map(|param| module.locals.add(*param)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
        silenced += 1;
    }
    if silenced == 0 {
        bail!("the module has no function that panics; compare the names in it with xtask/src/build/panics.rs");
    }
    let data: Vec<_> = module.data.iter().map(Data::id).collect();
    let places: usize = data.into_iter().map(|id| forget_places(module.data.get_mut(id))).sum();
    if places == 0 {
        bail!("the module's data names no place in the sources; compare it with xtask/src/build/panics.rs");
    }
    println!("  {silenced} functions that only panic are a trap now, {places} places that they named are forgotten");
    module.emit_wasm_file(to).with_context(|| format!("cannot write {}", to.display()))
}

/// Overwrites each `core::panic::Location`, and the name of its file; gives how many there were.
fn forget_places(data: &mut Data) -> usize {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { return 0 };
    let mut places = Vec::new();
    for at in (0..data.value.len().saturating_sub(15)).step_by(4) {
        let word = |index: usize| {
            let bytes = data.value[at + 4 * index..].first_chunk::<4>();
            bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
        };
        let (file, length, line, column) = (word(0).wrapping_sub(start as usize), word(1), word(2), word(3));
        let name = file.checked_add(length).and_then(|end| data.value.get(file..end)).unwrap_or_default();
        if is_source(name) && (1..1 << 16).contains(&line) && (1..1 << 10).contains(&column) {
            places.extend([at..at + 16, file..file + length]);
        }
    }
    places.iter().for_each(|place| data.value[place.clone()].fill(0));
    places.len() / 2
}

fn is_source(name: &[u8]) -> bool {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    // In this version of Rust a zero follows, which may be counted or not.
    let name = name.strip_suffix(b"\0").unwrap_or(name);
    name.ends_with(b".rs") && name.iter().all(part)
}

fn is_debug(name: &str) -> bool {
    DEBUG.iter().any(|part| name.contains(part))
}

fn is_panic(name: &str) -> bool {
    PARTS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{is_panic, is_source};

    #[test]
    fn tells_sources_from_other_texts() {
        assert!(is_source(b"src/check/mod.rs") && is_source(b"/rustc/0a/library/core/src/str/mod.rs\0"));
        assert!(!is_source(b"") && !is_source(b"a text about mod.rs") && !is_source(b"https://example.com/"));
    }

    #[test]
    fn tells_panics_from_what_returns() {
        for name in ["core[c5930c85a12de822]::panicking::panic_fmt", "core[0]::str::slice_error_fail_rt"] {
            assert!(is_panic(name), "{name}");
        }
        for name in ["hookproof::check::Check::run", "alloc[0]::raw_vec::finish_grow", "std[0]::panic::catch_unwind"] {
            assert!(!is_panic(name), "{name}");
        }
    }
}
