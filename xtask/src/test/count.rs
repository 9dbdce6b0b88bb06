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

    /// Adds up a closing line of `cargo test`: `test result: ok. 12 passed; 0 failed; ...`.
    pub fn add_cargo(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else { return };
        let Some((_, counts)) = result.split_once(". ") else { return };
        for part in counts.split(';') {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Adds up a closing line of `node --test` with the reporter `tap`: `# pass 12`.
    pub fn add_node(&mut self, line: &str) {
        let Some(rest) = line.strip_prefix("# ") else { return };
        match rest.split_once(' ') {
            Some(("pass", number)) => self.passed += number.parse().unwrap_or(0),
            Some(("fail" | "cancelled", number)) => self.failed += number.parse().unwrap_or(0),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up() {
        let mut count = Count::default();
        count.add_cargo(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
        );
        count.add_cargo(
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0s",
        );
        count.add_cargo("test something ... ok");
        assert_eq!(count, Count { passed: 13, failed: 2 });
        for line in ["# tests 9", "# pass 7", "# fail 1", "# cancelled 1", "# skipped 0", "ok 1 - # pass 5"] {
            count.add_node(line);
        }
        assert_eq!(count, Count { passed: 20, failed: 4 });
    }
}
