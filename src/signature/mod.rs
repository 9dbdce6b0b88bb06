//! How deliveries are authenticated: from scheme plans and a delivery to verified bytes.

pub mod algorithm;
pub mod attempt;
pub mod blank;
pub mod condition;
pub mod encoding;
pub mod functions;
pub mod header;
mod hosted;
pub mod key;
pub mod key_id;
pub mod plan;
pub mod public_key;
#[cfg(feature = "details")]
pub mod shown;
pub mod source;
pub mod template;
pub mod timestamp;
pub mod token;
pub mod url;
pub mod verified;
