//! How deliveries are authenticated: from scheme plans and a delivery to verified bytes.

pub mod algorithm;
pub mod encoding;
pub mod header;
pub mod key;
pub mod plan;
pub mod public_key;
pub mod template;
pub mod timestamp;
pub mod verified;
