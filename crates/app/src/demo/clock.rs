//! The demo's clock: it starts on the morning of the demo's day and goes on at the usual pace.

use std::sync::Arc;

use jiff::civil::DateTime;

use crate::app::Clock;

/// A clock that shows demo time.
pub struct DemoClock {
    real: Arc<dyn Clock>,
    behind: i64,
}

impl DemoClock {
    /// A clock that shows `start` (microseconds since 1970) when the real one shows `real_start`.
    pub fn new(real: Arc<dyn Clock>, real_start: i64, start: i64) -> Self {
        Self { real, behind: real_start - start }
    }
}

impl Clock for DemoClock {
    fn now(&self) -> i64 {
        self.real.now() - self.behind
    }

    fn local(&self, at: i64) -> DateTime {
        self.real.local(at)
    }
}
