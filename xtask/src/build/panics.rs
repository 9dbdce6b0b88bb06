//! Cuts the words of panics out of a module. Nobody hears them: a panic ends in a trap, which is all that the host sees.
//!
//! The functions of the standard library that never return but put a sentence together are replaced by the trap itself;
//! wasm-opt then drops what only they used, and the arguments that were prepared for them.

use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::{FunctionBuilder, FunctionKind, Module};

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

pub fn silence(from: &Path, to: &Path) -> Result<()> {
    let mut module = Module::from_file(from).with_context(|| format!("cannot read {}", from.display()))?;
    let mut silenced = 0;
    let named: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_panic))
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
    println!("  {silenced} functions that only panic are a trap now");
    module.emit_wasm_file(to).with_context(|| format!("cannot write {}", to.display()))
}

fn is_panic(name: &str) -> bool {
    PARTS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::is_panic;

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
