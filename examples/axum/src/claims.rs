//! Which deliveries were taken, in the memory of this process. Several machines need a store that they share.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Deliveries by their replay key: being worked on, or done until a time.
pub struct Claims {
    remembered: Duration,
    claims: Mutex<HashMap<String, State>>,
}

enum State {
    Working,
    Done(Instant),
}

/// What a delivery is.
pub enum Taken<'c> {
    /// Nobody has it: work on it, and then keep the claim.
    Ours(Claim<'c>),
    /// A copy of it is being worked on, which may fail yet.
    Busy,
    /// A copy of it was accepted.
    Done,
}

/// A delivery that is being worked on. Dropped without [`keep`](Self::keep) it may come again.
pub struct Claim<'c> {
    claims: &'c Claims,
    key: String,
}

impl Claims {
    pub fn new(remembered: Duration) -> Self {
        Self { remembered, claims: Mutex::default() }
    }

    pub fn take(&self, key: &str) -> Taken<'_> {
        let now = Instant::now();
        let mut claims = self.lock();
        if claims.len() == claims.capacity() {
            // Before it grows, what has ended is forgotten.
            claims.retain(|_, state| !matches!(state, State::Done(end) if *end <= now));
        }
        match claims.get(key) {
            Some(State::Working) => Taken::Busy,
            Some(State::Done(end)) if *end > now => Taken::Done,
            _ => {
                claims.insert(key.to_owned(), State::Working);
                Taken::Ours(Claim { claims: self, key: key.to_owned() })
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, State>> {
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Claim<'_> {
    /// The work is done: copies are told so from now on.
    pub fn keep(self) {
        let end = Instant::now() + self.claims.remembered;
        self.claims.lock().insert(self.key.clone(), State::Done(end));
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        let mut claims = self.claims.lock();
        if matches!(claims.get(&self.key), Some(State::Working)) {
            claims.remove(&self.key);
        }
    }
}
