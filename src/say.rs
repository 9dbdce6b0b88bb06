//! Sentences for people. Only the build with `details` has them; the other knows codes and leaves the words to it.

/// `format!` for a sentence that nothing but a person reads.
#[cfg(feature = "details")]
macro_rules! say {
    ($($piece:tt)*) => { std::format!($($piece)*) };
}

/// Checked like the one that speaks, and never called.
#[cfg(not(feature = "details"))]
macro_rules! say {
    ($($piece:tt)*) => {{
        let _ = || std::format!($($piece)*);
        String::new()
    }};
}

/// The same for one that is always the same.
macro_rules! said {
    ($text:literal) => {
        if cfg!(feature = "details") { $text.to_owned() } else { String::new() }
    };
}
