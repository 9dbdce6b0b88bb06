//! The keywords by what they speak about: each file has the compiled rules, how they are compiled and how they are walked.

pub(crate) mod array;
mod duplicates;
pub(crate) mod logic;
pub(crate) mod number;
pub(crate) mod object;
pub(crate) mod string;
pub(crate) mod unevaluated;
pub(crate) mod value;
