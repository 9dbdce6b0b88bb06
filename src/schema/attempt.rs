//! Reading a value again: as one more rule for it, as a test, or only for the report.

use crate::payload::scan::Stop;

use super::program::NodeId;
use super::violation::Log;
use super::walk::Walker;

/// What a test or trial changes and must put back.
struct Saved {
    depth: u32,
    noting: bool,
    open: u32,
    names: usize,
    scope: usize,
    again: bool,
    testing: bool,
    lenient: bool,
    failed: bool,
    tested: usize,
}

impl Walker<'_> {
    /// Reads the value at `at` again, against another node that it must fit as well.
    pub(crate) fn again(&mut self, id: NodeId, at: usize) -> Result<(), Stop> {
        if self.program.node(id).any {
            // Where the value ends is of no interest.
            return self.step(1);
        }
        let was = std::mem::replace(&mut self.again, true);
        self.value(id, at)?;
        self.again = was;
        Ok(())
    }

    /// Whether the value at `at`, already scanned, fits a node. `lenient`: what this mode lets pass counts as fitting.
    pub(crate) fn test(&mut self, id: NodeId, at: usize, lenient: bool) -> Result<bool, Stop> {
        let saved = self.save();
        self.lenient = lenient && (self.lenient || !self.testing);
        self.testing = true;
        self.again = true;
        self.failed = false;
        self.tested = at;
        let result = self.value(id, at);
        let failed = self.failed;
        self.restore(&saved);
        match result {
            Ok(_) => Ok(true),
            Err(Stop) if failed => Ok(false),
            Err(Stop) => Err(Stop),
        }
    }

    /// Everything that is wrong with the value at `at` as seen by a node, without it counting.
    ///
    /// `None`: there is no log, or the search for the closest alternative has used up its steps.
    pub(crate) fn trial(&mut self, id: NodeId, at: usize) -> Option<Log> {
        let log = self.log.take()?;
        let (errors, details) = (self.errors, self.details);
        self.log = Some(Log::default());
        let result = self.at_no_cost(|walker| walker.again(id, at));
        (self.errors, self.details) = (errors, details);
        let found = self.log.replace(log);
        result.and(found)
    }

    /// Does something only for the report; `None` if the steps for that are used up.
    pub(crate) fn at_no_cost<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Stop>) -> Option<T> {
        let saved = self.save();
        std::mem::swap(&mut self.fuel, &mut self.diagnosis);
        let result = work(self);
        std::mem::swap(&mut self.fuel, &mut self.diagnosis);
        self.restore(&saved);
        result.ok()
    }

    fn save(&self) -> Saved {
        Saved {
            depth: self.depth,
            noting: self.noting,
            open: self.open,
            names: self.names.len(),
            scope: self.scope.len(),
            again: self.again,
            testing: self.testing,
            lenient: self.lenient,
            failed: self.failed,
            tested: self.tested,
        }
    }

    fn restore(&mut self, saved: &Saved) {
        self.depth = saved.depth;
        self.noting = saved.noting;
        self.open = saved.open;
        self.names.truncate(saved.names);
        self.scope.truncate(saved.scope);
        self.again = saved.again;
        self.testing = saved.testing;
        self.lenient = saved.lenient;
        self.failed = saved.failed;
        self.tested = saved.tested;
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::{CompileOptions, Schema, Walk};

    #[test]
    fn a_test_that_ends_early_says_nothing_of_where_its_value_ends() {
        // What is noted of the ends comes from the first pass alone: `contains` has seen enough at `"a"`.
        let schema = r#"{
            "contains": { "properties": { "a": { "type": "null" } } },
            "allOf": [{ "items": { "type": "object", "maxProperties": 2 } }],
            "unevaluatedItems": false
        }"#;
        let schema = Schema::compile(schema, &CompileOptions::default()).unwrap();
        for (text, fits) in [
            (r#"[{"a":null,"b":[1,{}]},{"b":{"c":"]"}}]"#, true),
            (r#"[{"a":1,"b":2},{"a":{"b":null}}]"#, false),
            (r#"[{"a":null,"a":null},{"b":0,"c":1,"d":2}]"#, false),
        ] {
            let verdict = schema.check(&Walk::new(text.as_bytes())).unwrap();
            assert_eq!((verdict.end, verdict.errors), (text.len(), !fits), "{text}");
        }
    }
}
