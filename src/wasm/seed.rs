//! The hash seeds of the `jsonschema` crate: fixed, since the module reaches no randomness.

use getrandom::Error;

/// What the crate `getrandom` calls when it is compiled with `--cfg getrandom_backend="custom"`.
///
/// Hash tables are all that asks for seeds. A sender that is authentic could choose member names that collide; the
/// limits of the body bound what that costs.
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(dest: *mut u8, len: usize) -> Result<(), Error> {
    // SAFETY: the caller hands in `len` bytes that it owns.
    unsafe { dest.write_bytes(0x5A, len) };
    Ok(())
}
