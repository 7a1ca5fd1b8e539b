//! Time in tests: a clock that stands still until told.

use std::sync::atomic::{AtomicI64, Ordering};

use app::app::Clock;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

/// Sweden in summer, which is when the demo is. Tests do not cross the change of hour.
const HOURS_EAST: i64 = 2;

/// A clock that stands still.
pub(crate) struct StillClock(AtomicI64);

impl StillClock {
    /// Stands at a moment of the wall clock.
    pub(crate) fn at(moment: DateTime) -> Self {
        Self(AtomicI64::new(instant(moment)))
    }

    /// Stands at another moment from now on.
    pub(crate) fn set(&self, moment: DateTime) {
        self.0.store(instant(moment), Ordering::SeqCst);
    }

    /// Goes on by some seconds.
    pub(crate) fn advance_secs(&self, secs: i64) {
        self.0.fetch_add(secs * 1_000_000, Ordering::SeqCst);
    }
}

/// A moment of the wall clock in microseconds since 1970, UTC.
pub(crate) fn instant(moment: DateTime) -> i64 {
    let since = moment.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
    let micros = i64::try_from(since.as_micros()).expect("tests stay near our own time");
    micros - HOURS_EAST * 3_600_000_000
}

impl Clock for StillClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    fn local(&self, at: i64) -> DateTime {
        let moved = Timestamp::from_microsecond(at).expect("tests stay near our own time")
            + SignedDuration::from_hours(HOURS_EAST);
        jiff::tz::Offset::UTC.to_datetime(moved)
    }
}
