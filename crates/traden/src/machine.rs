//! The machine's clock and randomness: the only place where they come from the air.

use app::app::Clock;
use db::Entropy;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The operating system's clock, in Swedish time.
pub(crate) struct SystemClock(TimeZone);

impl SystemClock {
    pub(crate) fn new() -> anyhow::Result<Self> {
        Ok(Self(TimeZone::get("Europe/Stockholm")?))
    }

    /// A wall-clock moment in Sweden as an instant.
    pub(crate) fn instant(&self, at: DateTime) -> anyhow::Result<i64> {
        Ok(at.to_zoned(self.0.clone())?.timestamp().as_microsecond())
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the clock that is passed in comes from here")]
    fn now(&self) -> i64 {
        Timestamp::now().as_microsecond()
    }

    fn local(&self, at: i64) -> DateTime {
        let instant = Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        Zoned::new(instant, self.0.clone()).datetime()
    }
}

/// The operating system's randomness.
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness no session is safe; stopping is the only honest answer.
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}
