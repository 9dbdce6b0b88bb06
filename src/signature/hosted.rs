//! HMACs of long contents where the host hashes faster than this module. Keys and comparisons stay here.

#[cfg(target_arch = "wasm32")]
use std::borrow::Cow;

use hmac::{KeyInit, Mac};
use sha2::Digest;

use super::algorithm::{Key, MacKey};
#[cfg(target_arch = "wasm32")]
use super::algorithm::{Tag, Tagging};
#[cfg(target_arch = "wasm32")]
use crate::host;

/// A key for one of the HMACs whose hash hosts have: `M` is the HMAC and `D` its hash, which only hosts are asked for.
#[cfg_attr(not(target_arch = "wasm32"), expect(clippy::extra_unused_type_parameters))]
pub(super) fn hmac<M, D>(key: &[u8]) -> Result<Box<dyn Key>, String>
where
    M: Mac + KeyInit + Clone + Send + Sync + 'static,
    D: Digest + Clone + Send + Sync + 'static,
{
    let here = MacKey::<M>::new(key)?;
    #[cfg(not(target_arch = "wasm32"))]
    return Ok(Box::new(here));
    #[cfg(target_arch = "wasm32")]
    Ok(Box::new(HostedKey::<M, D>::new(key, here)))
}

#[cfg(target_arch = "wasm32")]
struct HostedKey<M, D> {
    here: MacKey<M>,
    /// What the inner hash begins with: the block that the key makes (RFC 2104).
    inner: Box<[u8]>,
    /// The outer hash after its block.
    outer: D,
}

#[cfg(target_arch = "wasm32")]
impl<M: Mac + Clone, D: Digest + Clone> HostedKey<M, D> {
    fn new(key: &[u8], here: MacKey<M>) -> Self {
        let width = <D as Digest>::output_size();
        // SHA-2 takes blocks of twice the state's size, which is the digest's where nothing is cut off it.
        let mut block = vec![0; 2 * width];
        match key.len() > block.len() {
            true => block[..width].copy_from_slice(&D::digest(key)),
            false => block[..key.len()].copy_from_slice(key),
        }
        let padded = |pad: u8| block.iter().map(|byte| byte ^ pad).collect::<Box<[u8]>>();
        Self { here, inner: padded(0x36), outer: D::new_with_prefix(padded(0x5C)) }
    }

    fn hosted(&self, parts: &[&[u8]]) -> Option<Tag> {
        let (last, first) = parts.split_last()?;
        if !host::takes(last.len()) {
            return None;
        }
        let head = match first {
            [] => Cow::Borrowed(&*self.inner),
            _ => Cow::Owned([&[&*self.inner], first].concat().concat()),
        };
        if head.len() > host::ROOM {
            return None;
        }
        let mut digest = [0; 64];
        let digest = &mut digest[..<D as Digest>::output_size()];
        host::hash(&head, last, digest).then(|| Tag::new(&self.outer.clone().chain_update(digest).finalize()))
    }
}

#[cfg(target_arch = "wasm32")]
impl<M: Mac + Clone + Send + Sync, D: Digest + Clone + Send + Sync> Tagging for HostedKey<M, D> {
    fn tag(&self, parts: &[&[u8]]) -> Tag {
        self.hosted(parts).unwrap_or_else(|| self.here.tag(parts))
    }
}
