//! A body as something between the sender and the receiver may have left it: written again, or changed on the way.

mod bytes;
mod json;
mod styles;

pub use bytes::{CHANGES, Change};
pub use json::rewrite;
pub use styles::{Ascii, Indent, STYLES, Style};
