//! `cargo xtask bench --instructions`: one call of the hot path each, for callgrind to count. Without a name it lists them.

mod support;

use std::hint::black_box;

use hookproof::signature::algorithm;
use support::{NOW, Recorded, SECRET, recorded, validator, verifier};

const BODIES: [&str; 7] = ["0.5k", "2k", "16k", "16k-cyrillic", "16k-escaped", "256k-text", "256k-numbers"];
const WHAT: [&str; 3] = ["verdict", "walk", "hmac"];

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for what in WHAT {
        // The hash does not look at what it hashes.
        for body in BODIES.iter().filter(|body| what != "hmac" || !body.contains('-')) {
            let name = format!("{what} {body}");
            match &wanted {
                None => println!("{name}"),
                Some(wanted) if *wanted == name => run(what, &recorded(&[body])[0]),
                Some(_) => {}
            }
        }
    }
}

fn run(what: &str, recorded: &Recorded) {
    match what {
        "verdict" => {
            let verifier = verifier();
            let delivery = recorded.delivery();
            count(&|| verifier.judge(&delivery, NOW).code.as_str() == "ok");
        }
        "walk" => {
            let validator = validator();
            count(&|| validator.check(&recorded.body).is_ok_and(|verdict| !verdict.errors));
        }
        _ => {
            let row = algorithm::find("hmac-sha256").expect("a known name");
            let key = (row.prepare)(SECRET.as_bytes()).expect("any key will do");
            count(&|| key.sign(&[&recorded.body]).is_some());
        }
    }
}

fn count(call: &dyn Fn() -> bool) {
    // What is made on first use does not belong to the hot path.
    assert!(call(), "a right delivery is refused");
    assert!(measured(call), "a right delivery is refused");
}

/// The function that callgrind looks into, by this name.
#[inline(never)]
fn measured(call: &dyn Fn() -> bool) -> bool {
    black_box(call())
}
