//! The host's own hash functions, which beat any that run in WebAssembly. What is hashed, and every comparison, stays here.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An object of the host that hashes.
    pub type HostHash;

    /// Hashes `head` and what follows it, and writes the digest to `digest`; `false` where it could not. All are addresses
    /// in this module's memory.
    #[wasm_bindgen(method)]
    fn hash(
        this: &HostHash,
        bits: u32,
        head: *const u8,
        head_bytes: usize,
        rest: *const u8,
        rest_bytes: usize,
        digest: *mut u8,
    ) -> bool;
}

/// Bytes before the body of a delivery, for what is hashed before it.
pub(crate) const ROOM: usize = 256;

struct Host {
    hash: HostHash,
    /// Contents from so many bytes on are faster over there.
    least: usize,
}

thread_local! {
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
}

/// Takes the host's hash functions for contents of at least so many bytes.
#[wasm_bindgen(js_name = useHash)]
pub fn use_hash(hash: HostHash, least: usize) {
    HOST.set(Some(Host { hash, least }));
}

/// Whether the host hashes a content of that length faster.
pub(crate) fn takes(bytes: usize) -> bool {
    HOST.with_borrow(|host| host.as_ref().is_some_and(|host| bytes >= host.least))
}

/// The SHA-2 digest of `head` and `rest` in `digest`, whose length names the function; `false` where the host has none.
pub(crate) fn hash(head: &[u8], rest: &[u8], digest: &mut [u8]) -> bool {
    let bits = digest.len() as u32 * 8;
    HOST.with_borrow(|host| {
        host.as_ref().is_some_and(|host| {
            host.hash.hash(bits, head.as_ptr(), head.len(), rest.as_ptr(), rest.len(), digest.as_mut_ptr())
        })
    })
}
