//! Whose delivery it may be: every accepted vector is recognised, and verified where its secret is at hand.

mod support;

use hookproof::detect;
use support::{own, vectors};

#[test]
fn every_accepted_delivery_is_recognised() {
    let mut first = 0;
    let mut all = 0;
    let accepted = vectors().into_iter().filter(|vector| vector.code() == "ok" && vector.is_signed() && !own(vector));
    for vector in accepted {
        let body = vector.body();
        let found = detect(&vector.delivery(&body), &[], vector.now).unwrap();
        let place = found.iter().position(|candidate| candidate.provider == vector.provider);
        // A header that the user names himself is no mark of anybody.
        let Some(place) = place else {
            assert!(vector.has_parameters(), "{} is not among {found:?}", vector.title());
            continue;
        };
        assert!(!found[place].why.is_empty() && !found[place].verified, "{}", vector.title());
        all += 1;
        first += usize::from(place == 0);
    }
    println!("{first} of {all} recognised at the first place without a secret");
}

#[test]
fn a_secret_that_verifies_decides() {
    let accepted = vectors().into_iter().filter(|vector| vector.code() == "ok" && vector.is_signed() && !own(vector));
    for vector in accepted {
        let body = vector.body();
        let found = detect(&vector.delivery(&body), &[vector.builder()], vector.now).unwrap();
        let best = found.first().unwrap_or_else(|| panic!("{} is not recognised", vector.title()));
        assert_eq!((best.provider.as_str(), best.verified), (vector.provider.as_str(), true), "{}", vector.title());
        assert_eq!(Some(&best.scheme), vector.report().scheme.as_ref(), "{}", vector.title());
    }
}

#[test]
fn what_nobody_sends_is_nobodys() {
    let request = hookproof::Delivery { body: b"{}", ..hookproof::Delivery::default() };
    assert_eq!(detect(&request, &[], 0).unwrap(), []);
}
