//! CPU time for criterion: other programs on the machine take wall time away, and not this.

use std::time::{Duration, Instant};

use criterion::measurement::{Measurement, ValueFormatter, WallTime};

use crate::support::cpu;

/// The CPU time of the thread that measures; wall time where the system does not tell it.
pub struct CpuTime;

/// When something began.
pub enum Begin {
    Cpu(Duration),
    Wall(Instant),
}

impl Measurement for CpuTime {
    type Intermediate = Begin;
    type Value = Duration;

    fn start(&self) -> Begin {
        cpu().map_or_else(|| Begin::Wall(Instant::now()), Begin::Cpu)
    }

    fn end(&self, begin: Begin) -> Duration {
        match begin {
            Begin::Cpu(before) => cpu().unwrap_or_default().saturating_sub(before),
            Begin::Wall(before) => before.elapsed(),
        }
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}
