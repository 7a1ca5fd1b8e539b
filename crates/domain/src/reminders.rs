//! When a person is reminded by mail of what waits for them, and when a mail that could not be sent
//! is tried again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::is_working_day;
use crate::measures::codes;

/// How often a person wants to be reminded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Each working day when something waits.
    #[default]
    Weekdays,
    /// Only when something is due within [`NEAR_DAYS`] days.
    Near,
    /// Not at all, but for what is due the same day if the person wants that.
    Never,
}

codes!(Pace { Weekdays = "weekdays", Near = "near", Never = "never" });

/// The two mails that a person can get in a day, one of each at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sending {
    /// Everything that waits.
    Digest,
    /// What came after the digest and is due the same day.
    Today,
}

codes!(Sending { Digest = "digest", Today = "today" });

/// What a thing that waits is about. The order is that of the mail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// A part of an account was sent back with a comment.
    Returned,
    /// An account is to be written and handed in.
    Report,
    /// An account waits to be approved.
    Approve,
    /// Somebody asks in a comment.
    Question,
    /// An activity or assignment is late or soon due.
    Work,
    /// Values have not come.
    Values,
    /// A step of the year wheel comes near.
    Step,
}

/// How near a day is that makes a step, a piece of work or a value worth a line.
pub const AHEAD_DAYS: i32 = 7;
/// What [`Pace::Near`] means by near. What has been late for longer is no news each day.
pub const NEAR_DAYS: i32 = 3;

/// Days from one to another; negative when the other has been.
pub fn days_until(today: Date, due: Date) -> i32 {
    (due - today).get_days()
}

/// Whether anything is sent on a day at all: not on Saturdays, Sundays, public holidays and the eves
/// that are kept as such.
pub fn is_sending_day(day: Date) -> bool {
    is_working_day(day)
}

/// Whether what waits is worth a digest today, by the days when each thing is due.
pub fn is_worth_a_digest(
    pace: Pace,
    due: impl IntoIterator<Item = Option<Date>>,
    today: Date,
) -> bool {
    let near = |due: Option<Date>| {
        due.is_some_and(|due| days_until(today, due).unsigned_abs() <= NEAR_DAYS.unsigned_abs())
    };
    let mut due = due.into_iter();
    match pace {
        Pace::Weekdays => due.next().is_some(),
        Pace::Near => due.any(near),
        Pace::Never => false,
    }
}

/// How many times a mail is tried before it is given up for the day.
pub const MOST_ATTEMPTS: i64 = 6;

/// Seconds to wait after an attempt that failed; the first is 1.
pub fn seconds_until_next(attempt: i64) -> i64 {
    const WAITS: [i64; 5] = [2 * 60, 5 * 60, 15 * 60, 60 * 60, 2 * 60 * 60];
    let index = usize::try_from(attempt.max(1) - 1).unwrap_or(usize::MAX);
    WAITS.get(index).copied().unwrap_or(2 * 60 * 60)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = Date::constant(2026, 8, 25);

    #[test]
    fn nothing_is_sent_on_holidays_and_weekends() {
        assert!(is_sending_day(TODAY));
        assert!(!is_sending_day(date(2026, 8, 29)), "Saturday");
        assert!(!is_sending_day(date(2026, 12, 24)), "Christmas Eve");
        assert!(!is_sending_day(date(2027, 1, 6)), "Epiphany");
    }

    #[test]
    fn where_nothing_waits_no_pace_sends() {
        for pace in Pace::ALL {
            assert!(!is_worth_a_digest(*pace, [], TODAY), "{pace:?}");
        }
    }

    #[test]
    fn near_counts_from_three_days_late_to_three_days_ahead() {
        let sent = |days: i64| {
            let due = TODAY.checked_add(jiff::ToSpan::days(days)).unwrap();
            is_worth_a_digest(Pace::Near, [None, Some(due)], TODAY)
        };
        assert!(sent(0) && sent(3) && sent(-3));
        assert!(!sent(4) && !sent(-4));
        assert!(!is_worth_a_digest(Pace::Near, [None], TODAY), "what has no day is never near");
        assert!(is_worth_a_digest(Pace::Weekdays, [None], TODAY));
    }

    #[test]
    fn all_attempts_fit_in_a_working_day() {
        let whole: i64 = (1..MOST_ATTEMPTS).map(seconds_until_next).sum();
        assert!(whole < 8 * 3600, "{whole} s");
    }

    proptest! {
        #[test]
        fn who_wants_none_is_sent_none(days in proptest::collection::vec(-400i64..400, 0..8)) {
            let due = days.iter().map(|days| TODAY.checked_add(jiff::ToSpan::days(*days)).ok());
            prop_assert!(!is_worth_a_digest(Pace::Never, due.clone(), TODAY));
            // Whoever is told when something is near would be told each weekday too.
            prop_assert!(!is_worth_a_digest(Pace::Near, due.clone(), TODAY)
                || is_worth_a_digest(Pace::Weekdays, due, TODAY));
        }

        #[test]
        fn waits_grow_and_never_end(attempt in any::<i64>()) {
            let wait = seconds_until_next(attempt);
            prop_assert!((120..=7200).contains(&wait));
        }
    }
}
