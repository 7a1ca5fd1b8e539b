//! The day of a decision, held against what was decided.

use jiff::ToSpan;
use jiff::civil::Date;

/// Whether a day is so long before what was decided began to hold that it is mostly a slip of the
/// hand: more than a year before its first day, or before today where it has none or that is later.
/// Plans are decided in the year before, and written in here when they hold already.
pub fn is_long_before(day: Date, holds_from: Option<Date>, today: Date) -> bool {
    let from = holds_from.map_or(today, |first| first.min(today));
    from.checked_sub(1.year()).is_ok_and(|earliest| day < earliest)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_decision_of_last_autumn_is_not_long_ago_and_one_of_another_century_is() {
        let (today, first) = (date(2026, 8, 25), Some(date(2026, 1, 1)));
        assert!(!is_long_before(date(2025, 11, 17), first, today));
        assert!(is_long_before(date(1999, 1, 1), first, today));
        assert!(is_long_before(date(2024, 12, 31), first, today));
    }

    #[test]
    fn what_holds_for_long_may_be_written_in_long_after_it_was_decided() {
        let today = date(2026, 8, 25);
        assert!(!is_long_before(date(2022, 11, 28), Some(date(2023, 1, 1)), today));
        assert!(is_long_before(date(2022, 11, 28), None, today));
        assert!(!is_long_before(date(2025, 8, 25), Some(date(2030, 1, 1)), today));
    }
}
