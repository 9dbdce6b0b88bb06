//! Tells an application whether an inbound webhook is real, right, and if not, exactly why.

pub mod code;
pub mod datetime;
pub mod delivery;
pub mod error;
pub mod limits;
pub mod payload;
pub mod provider;
pub mod report;
pub mod schema;
pub mod sender;
pub mod signature;
