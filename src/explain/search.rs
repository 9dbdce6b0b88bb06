//! The search: ideas one by one, then in pairs, within one budget; the first that makes the signature match is the answer.

use super::scene::{Change, Outcome, Reason, Scene, Step};
use super::{Cause, Explanation, Tried, body, fix, header, scheme, secret, time, url};
use crate::code::Code;
use crate::signature::attempt::Match;
use crate::signature::plan::SchemePlan;

/// The causes, and what it took to find them.
pub fn explain(scene: &Scene<'_>, now: i64) -> Explanation {
    Search::new(scene, now).explain()
}

/// The body and the URL as they were signed, where it is proved that they were changed.
pub fn signed(scene: &Scene<'_>, now: i64) -> (Option<Vec<u8>>, Option<String>) {
    let mut search = Search::new(scene, now);
    search.explain();
    (search.body, search.url)
}

struct Search<'s> {
    scene: &'s Scene<'s>,
    now: i64,
    tried: Tried,
    body: Option<Vec<u8>>,
    url: Option<String>,
}

impl<'s> Search<'s> {
    fn new(scene: &'s Scene<'s>, now: i64) -> Self {
        Self { scene, now, tried: Tried::default(), body: None, url: None }
    }

    fn explain(&mut self) -> Explanation {
        let scene = self.scene;
        let codes = match scene.attempt(&[], &mut self.tried) {
            Outcome::Passed(plan, found) => {
                let causes = causes(scene, time::reasons(plan, &found, self.now), true);
                return Explanation { causes, tried: self.tried };
            }
            Outcome::Failed(codes) => codes,
            Outcome::Skipped => Vec::new(),
        };
        let causes = self.run(&codes).unwrap_or_else(|| guesses(scene, &codes));
        Explanation { causes, tried: self.tried }
    }

    fn run(&mut self, codes: &[Code]) -> Option<Vec<Cause>> {
        let scene = self.scene;
        // Without a secret that can be used nothing but another secret can match.
        let usable = !scene.plans.is_empty();
        let secrets = secret::steps(scene);
        let headers = header::steps(scene);
        let missing = !codes.is_empty() && codes.iter().all(|code| *code == Code::SignatureMissing);
        if let Some(mut found) = usable.then(|| self.singles(&headers)).flatten() {
            // Another sender's header with a scheme like this one's looks the same.
            if found.first().is_some_and(|cause| cause.code == Code::HeaderRenamed) {
                let other = self.singles(&scheme::others(scene, missing)).unwrap_or_default();
                found.splice(1..1, other.into_iter().take(1).map(|cause| Cause { alternative: true, ..cause }));
            }
            return Some(found);
        }
        if let Some(found) = self.singles(&secrets) {
            return Some(found);
        }
        let (bodies, urls) = (body::steps(scene), url::steps(scene));
        let mut schemes = Vec::new();
        if usable {
            for family in [&bodies, &urls] {
                if let Some(found) = self.singles(family) {
                    return Some(found);
                }
            }
            schemes = scheme::steps(scene);
            if let Some(found) = self.singles(&schemes) {
                return Some(found);
            }
        }
        if let Some(found) = self.singles(&scheme::others(scene, missing)) {
            return Some(found);
        }
        if let Some(found) = self.pairs(&bodies, &secrets) {
            return Some(found);
        }
        for (left, right) in [(&secrets, &headers), (&urls, &secrets)] {
            if let Some(found) = self.pairs(left, right) {
                return Some(found);
            }
        }
        if !usable {
            return None;
        }
        for (left, right) in [(&bodies, &urls), (&bodies, &headers), (&urls, &headers)] {
            if let Some(found) = self.pairs(left, right) {
                return Some(found);
            }
        }
        // Many bodies are written for these, which is in vain when none of them can be tried.
        if self.tried.exhausted {
            return None;
        }
        self.singles(&body::pairs(scene)).or_else(|| self.pairs(&bodies, &schemes))
    }

    fn singles(&mut self, steps: &[Step]) -> Option<Vec<Cause>> {
        steps.iter().find_map(|step| self.proved(&[step]))
    }

    /// Pairs, those of two that are met often before those of one often and one seldom.
    fn pairs(&mut self, left: &[Step], right: &[Step]) -> Option<Vec<Cause>> {
        if self.tried.exhausted {
            return None;
        }
        let mut places: Vec<(usize, usize)> =
            (0..left.len()).flat_map(|first| (0..right.len()).map(move |second| (first, second))).collect();
        places.sort_by_key(|(first, second)| (first + 1) * (second + 1));
        for (first, second) in places {
            let found = self.proved(&[&left[first], &right[second]]);
            if found.is_some() || self.tried.exhausted {
                return found;
            }
        }
        None
    }

    /// The causes, when these steps make the signature match.
    fn proved(&mut self, steps: &[&Step]) -> Option<Vec<Cause>> {
        let Outcome::Passed(plan, found) = self.scene.attempt(steps, &mut self.tried) else { return None };
        for step in steps {
            match &step.change {
                Change::Body(body) => self.body = Some(body.clone()),
                Change::Url(url) => self.url = Some(url.clone()),
                Change::Headers(_) | Change::Plans(_) => {}
            }
        }
        Some(self.told(steps, plan, &found))
    }

    fn told(&self, steps: &[&Step], plan: &SchemePlan, found: &Match) -> Vec<Cause> {
        let mut all = Vec::new();
        for step in steps {
            for (place, reason) in step.reasons.iter().enumerate() {
                let alternative = place > 0 && !reason.together;
                all.push(cause(self.scene, reason, true, alternative));
            }
        }
        all.extend(causes(self.scene, time::reasons(plan, found, self.now), true));
        all
    }
}

fn cause(scene: &Scene<'_>, reason: &Reason, proved: bool, alternative: bool) -> Cause {
    let fix = fix::of(reason.code, scene.delivery);
    Cause { code: reason.code, proved, alternative, evidence: reason.evidence.clone(), fix }
}

fn causes(scene: &Scene<'_>, reasons: Vec<Reason>, proved: bool) -> Vec<Cause> {
    reasons.iter().map(|reason| cause(scene, reason, proved, false)).collect()
}

/// What the looks of the delivery and the secret tell, where nothing is proved.
fn guesses(scene: &Scene<'_>, codes: &[Code]) -> Vec<Cause> {
    let mut reasons = header::guesses(scene, codes);
    reasons.extend(secret::guesses(scene));
    reasons.extend(body::guesses(scene));
    if reasons.is_empty() {
        reasons.push(Reason::new(Code::Unexplained, super::Evidence::default()));
    }
    causes(scene, reasons, false)
}
