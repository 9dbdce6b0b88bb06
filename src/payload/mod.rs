//! Reading JSON from raw bytes without building a tree: syntax, strings, exact numbers, pointers.

pub mod document;
pub mod edit;
pub mod event;
pub mod form;
pub mod json;
pub mod number;
pub mod pointer;
pub mod reading;

pub(crate) mod canonical;
pub(crate) mod scan;
pub(crate) mod strings;
pub(crate) mod text;
