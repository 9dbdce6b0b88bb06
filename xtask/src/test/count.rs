//! How many tests ran, read from what the test runners print.

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// Whether any test ran.
    pub fn ran(self) -> bool {
        self != Self::default()
    }

    /// Reads a line of `cargo test` and adds up closing lines: `test result: ok. 12 passed; 0 failed; ...`.
    /// Says whether the line is worth showing: tests that passed are only counted.
    pub fn cargo(&mut self, line: &str) -> bool {
        if let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|result| result.split_once(". ")) {
            for part in counts.split(';') {
                match part.trim().split_once(' ') {
                    Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                    Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                    _ => {}
                }
            }
        }
        !(line.is_empty() || line.starts_with("test ") && line.ends_with(" ok"))
    }

    /// The same for `xtask/conformance.mjs`; a test that was refused has not passed.
    pub fn conformance(&mut self, line: &str) -> bool {
        for part in line.strip_prefix("conformance: ").into_iter().flat_map(|counts| counts.split(", ")) {
            match part.split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed" | "refused")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
        !line.ends_with(" 0 failed     0 refused")
    }

    /// The same for `tests/runtimes/run.mjs`. Of the tarball's contents nothing is shown.
    pub fn runtimes(&mut self, line: &str) -> bool {
        for part in line.strip_prefix("runtimes: ").into_iter().flat_map(|counts| counts.split(", ")) {
            match part.split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
        !(line.is_empty() || line.contains("  dist/"))
    }

    /// The same for `node --test` with the reporter `spec`, which closes with lines such as `ℹ pass 12`.
    pub fn node(&mut self, line: &str) -> bool {
        match line.strip_prefix("ℹ ").and_then(|rest| rest.split_once(' ')) {
            Some(("pass", number)) => self.passed += number.parse().unwrap_or(0),
            Some(("fail" | "cancelled", number)) => self.failed += number.parse().unwrap_or(0),
            _ => {}
        }
        !["✔", "▶"].iter().any(|mark| line.trim_start().starts_with(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up() {
        let mut count = Count::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0s",
        ] {
            assert!(count.cargo(line));
        }
        assert_eq!(count, Count { passed: 13, failed: 2 });
        for line in ["ℹ tests 9", "ℹ pass 7", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0"] {
            assert!(count.node(line));
        }
        assert_eq!(count, Count { passed: 20, failed: 4 });
        assert!(count.conformance("conformance: 1200 passed, 1 failed, 2 refused"));
        assert_eq!(count, Count { passed: 1220, failed: 7 });
        assert!(count.runtimes("runtimes: 100 passed, 1 failed"));
        assert_eq!(count, Count { passed: 1320, failed: 8 });
    }

    #[test]
    fn only_passed_tests_are_left_out() {
        let mut count = Count::default();
        assert!(!count.cargo("test schema::tests::a_row ... ok"));
        assert!(count.cargo("test schema::tests::a_row ... FAILED"));
        assert!(!count.node("  ✔ edesy/plain (0.7ms)"));
        assert!(count.node("  ✖ edesy/plain (0.7ms)"));
        assert!(!count.conformance("  draft2020-12/enum                    45 passed     0 failed     0 refused"));
        assert!(count.conformance("  draft2020-12/enum                    44 passed     1 failed     0 refused"));
        assert!(!count.runtimes("       951  dist/hookproof/node/index.js"));
        assert!(!count.ran());
    }
}
