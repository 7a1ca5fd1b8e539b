//! How long a deviation may wait for something to be decided about it.

use jiff::ToSpan;
use jiff::civil::Date;

/// Days that a deviation may wait where nobody has said otherwise.
pub const USUAL_WAIT: i64 = 30;
/// Most days that may be chosen: a year.
pub const LONGEST_WAIT: i64 = 366;

/// Whether what has deviated since a day has waited more than some days.
pub fn has_waited(since: Date, days: i64, today: Date) -> bool {
    since.checked_add(days.days()).is_ok_and(|last| last < today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_has_waited_from_the_day_after_the_last_that_it_may() {
        let since = date(2026, 7, 1);
        assert!(!has_waited(since, 30, date(2026, 7, 31)));
        assert!(has_waited(since, 30, date(2026, 8, 1)));
        assert!(!has_waited(Date::MAX, 30, Date::MAX), "a day beyond all days has not come");
    }
}
