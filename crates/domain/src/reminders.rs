//! When a person is reminded by mail of what waits for them, and when a mail that could not be sent
//! is tried again.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::is_working_day;
use crate::measures::codes;

/// How often a person wants to be reminded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// When something is new, seven days and one day before it is due and the same day, and once a
    /// week while anything waits.
    #[default]
    Rhythm,
    /// Each working day when something waits.
    Weekdays,
    /// Only when something is due within [`NEAR_DAYS`] days.
    Near,
    /// Not at all, but for what is due the same day if the person wants that.
    Never,
}

codes!(Pace { Rhythm = "rhythm", Weekdays = "weekdays", Near = "near", Never = "never" });

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
    /// Accounts that have not come by their day, told to who asks for them.
    Late,
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

/// How many days before something is due it is told again in [`Pace::Rhythm`].
pub const TOLD_AGAIN: [i32; 3] = [7, 1, 0];
/// Days after which what still waits is told again although no day is near.
pub const AGAIN_AFTER_DAYS: i32 = 7;

/// One thing that waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waits {
    /// The day it shall be done; none where nobody has said.
    pub due: Option<Date>,
    /// Whether the latest mail told it, with the same day.
    pub is_told: bool,
}

/// Whether what is due on a day is told again today: seven days and one day before and the same day,
/// and on the last working day before where one of these is a day off.
pub fn is_told_again(due: Date, today: Date) -> bool {
    TOLD_AGAIN.into_iter().any(|days| {
        let wanted = due.checked_sub(days.days()).ok();
        let mut before = wanted.into_iter().flat_map(|first| first.series((-1).days()));
        before.find(|day| is_sending_day(*day)) == Some(today)
    })
}

/// Whether what waits is worth a digest today. `last` is the day of the latest mail.
pub fn is_worth_a_digest(
    pace: Pace,
    waits: impl IntoIterator<Item = Waits>,
    (last, today): (Option<Date>, Date),
) -> bool {
    let near = |one: Waits| {
        one.due.is_some_and(|due| days_until(today, due).unsigned_abs() <= NEAR_DAYS.unsigned_abs())
    };
    let long_ago = last.is_none_or(|last| days_until(last, today) >= AGAIN_AFTER_DAYS);
    let turn = |one: Waits| {
        long_ago || !one.is_told || one.due.is_some_and(|due| is_told_again(due, today))
    };
    let mut waits = waits.into_iter();
    match pace {
        Pace::Rhythm => waits.any(turn),
        Pace::Weekdays => waits.next().is_some(),
        Pace::Near => waits.any(near),
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
            assert!(!is_worth_a_digest(*pace, [], (None, TODAY)), "{pace:?}");
        }
    }

    #[test]
    fn near_counts_from_three_days_late_to_three_days_ahead() {
        let sent = |days: i64| {
            let due = TODAY.checked_add(days.days()).unwrap();
            is_worth_a_digest(Pace::Near, [told(None), told(Some(due))], (Some(TODAY), TODAY))
        };
        assert!(sent(0) && sent(3) && sent(-3));
        assert!(!sent(4) && !sent(-4));
        let undated = |pace| is_worth_a_digest(pace, [told(None)], (Some(TODAY), TODAY));
        assert!(!undated(Pace::Near), "what has no day is never near");
        assert!(undated(Pace::Weekdays));
    }

    fn told(due: Option<Date>) -> Waits {
        Waits { due, is_told: true }
    }

    /// The days from the first on which a mail leaves, where each that leaves tells everything.
    fn days_told(first: Date, due: Date, days: i64) -> Vec<Date> {
        let mut sent: Vec<Date> = Vec::new();
        for day in first.series(1.days()).take(usize::try_from(days).unwrap()) {
            let waits = [Waits { due: Some(due), is_told: !sent.is_empty() }];
            let last = sent.last().copied();
            if is_sending_day(day) && is_worth_a_digest(Pace::Rhythm, waits, (last, day)) {
                sent.push(day);
            }
        }
        sent
    }

    #[test]
    fn a_report_is_told_when_it_opens_a_week_and_a_day_before_on_the_day_and_then_weekly() {
        let september = |day| date(2026, 9, day);
        let told = days_told(september(9), september(23), 30);
        let days = [9, 16, 22, 23, 30].map(september);
        assert_eq!(told, [&days[..], &[date(2026, 10, 7)]].concat());
    }

    #[test]
    fn a_day_off_is_told_on_the_last_working_day_before() {
        // A Sunday: the same day and the day before are both told on Friday.
        assert!(is_told_again(date(2026, 9, 6), date(2026, 9, 4)));
        assert!(is_told_again(date(2026, 9, 6), date(2026, 8, 28)), "a week before, on Friday");
        assert!(!is_told_again(date(2026, 9, 6), date(2026, 9, 3)));
        assert!(is_told_again(date(2026, 9, 7), date(2026, 9, 4)), "Monday's day before");
    }

    #[test]
    fn what_is_new_or_has_got_another_day_is_told_at_once_and_what_is_told_waits() {
        let far = Some(date(2026, 12, 1));
        let yesterday = Some(date(2026, 8, 24));
        let sent = |is_told| {
            is_worth_a_digest(Pace::Rhythm, [Waits { due: far, is_told }], (yesterday, TODAY))
        };
        assert!(sent(false));
        assert!(!sent(true));
    }

    #[test]
    fn all_attempts_fit_in_a_working_day() {
        let whole: i64 = (1..MOST_ATTEMPTS).map(seconds_until_next).sum();
        assert!(whole < 8 * 3600, "{whole} s");
    }

    proptest! {
        #[test]
        fn who_wants_none_is_sent_none(days in proptest::collection::vec(-400i64..400, 0..8)) {
            let waits = days.iter().map(|days| told(TODAY.checked_add((*days).days()).ok()));
            let at = (Some(TODAY), TODAY);
            prop_assert!(!is_worth_a_digest(Pace::Never, waits.clone(), at));
            // Whoever is told when something is near or has its turn would be told each weekday too.
            for pace in [Pace::Near, Pace::Rhythm] {
                prop_assert!(!is_worth_a_digest(pace, waits.clone(), at)
                    || is_worth_a_digest(Pace::Weekdays, waits.clone(), at));
            }
        }

        #[test]
        fn waits_grow_and_never_end(attempt in any::<i64>()) {
            let wait = seconds_until_next(attempt);
            prop_assert!((120..=7200).contains(&wait));
        }
    }
}
