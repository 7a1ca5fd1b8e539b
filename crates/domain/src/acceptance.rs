//! That a body accepts a deviation: it knows, it has its reasons, and it lets it be so for a time.
//!
//! An acceptance ends by its day. It is never a way to make a deviation vanish: what is judged stays
//! as it is judged, and the acceptance stands beside it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{AcceptanceId, DecisionId, ElementId, OrgUnitId};

/// The longest reason, in letters.
pub const LONGEST_REASON: usize = 1_000;
/// The longest that a deviation can be accepted at a time: two years, so that a new body meets it too.
const LONGEST_YEARS: i32 = 2;

/// An accepted deviation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Acceptance {
    /// Identity.
    pub id: AcceptanceId,
    /// The goal or measure that deviates.
    pub element: ElementId,
    /// Whose deviation it is: the goal's owner, or one of those who report the measure.
    pub org_unit: OrgUnitId,
    /// Why it is accepted.
    pub reason: String,
    /// The decision.
    pub decision: DecisionId,
    /// The last day it holds.
    pub until: Date,
    /// The day it was ended before that; from this day it no longer holds.
    pub ended_on: Option<Date>,
    /// Who recorded the latest step.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl Acceptance {
    /// Whether the deviation is accepted on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        day <= self.until && self.ended_on.is_none_or(|ended| day < ended)
    }

    /// It as it is when it is ended on a day.
    ///
    /// # Errors
    /// [`AcceptanceProblem::NoLongerHolds`] when it has ended already.
    pub fn ended(&self, today: Date) -> Result<Self, AcceptanceProblem> {
        if !self.holds_on(today) {
            return Err(AcceptanceProblem::NoLongerHolds);
        }
        Ok(Self { ended_on: Some(today), version: self.version + 1, ..self.clone() })
    }
}

/// Why an acceptance cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AcceptanceProblem {
    /// Nothing says why.
    #[error("a reason is needed")]
    NoReason,
    /// More is said than there is room for.
    #[error("the reason has {written} letters")]
    LongReason {
        /// How many letters it has.
        written: usize,
    },
    /// The decision is made on a day that has not come.
    #[error("the decision lies ahead")]
    DecidedAhead,
    /// Its last day has been.
    #[error("the last day has been")]
    Past,
    /// Its last day lies too far ahead.
    #[error("the last day may be {latest} at the latest")]
    TooLong {
        /// The latest last day.
        latest: Date,
    },
    /// The deviation is accepted already.
    #[error("it is accepted until {until} already")]
    Already {
        /// Until when.
        until: Date,
    },
    /// It has ended.
    #[error("it no longer holds")]
    NoLongerHolds,
}

/// The latest day that something accepted today may end on.
pub fn latest_end(today: Date) -> Date {
    today.checked_add(LONGEST_YEARS.years()).unwrap_or(today)
}

/// Everything that is wrong with what is to be accepted; `earlier` is what is accepted of the same
/// before.
///
/// # Errors
/// Every problem there is, in the order of the fields.
pub fn check(
    (reason, decided_on, until): (&str, Date, Date),
    earlier: &[Acceptance],
    today: Date,
) -> Result<(), Vec<AcceptanceProblem>> {
    let mut problems = Vec::new();
    let written = reason.trim().chars().count();
    if written == 0 {
        problems.push(AcceptanceProblem::NoReason);
    } else if written > LONGEST_REASON {
        problems.push(AcceptanceProblem::LongReason { written });
    }
    if decided_on > today {
        problems.push(AcceptanceProblem::DecidedAhead);
    }
    let latest = latest_end(today);
    if until < today {
        problems.push(AcceptanceProblem::Past);
    } else if until > latest {
        problems.push(AcceptanceProblem::TooLong { latest });
    }
    if let Some(known) = earlier.iter().find(|one| one.holds_on(today)) {
        problems.push(AcceptanceProblem::Already { until: known.until });
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = Date::constant(2026, 8, 25);

    fn until(until: Date) -> Acceptance {
        Acceptance {
            id: AcceptanceId::from([1; 16]),
            element: ElementId::from([2; 16]),
            org_unit: OrgUnitId::from([3; 16]),
            reason: "Ny lokal står klar i vår".to_owned(),
            decision: DecisionId::from([4; 16]),
            until,
            ended_on: None,
            person_name: String::new(),
            at: 0,
            version: 1,
        }
    }

    #[test]
    fn it_holds_through_its_last_day_and_not_a_day_longer() {
        let one = until(TODAY);
        assert!(one.holds_on(TODAY));
        assert!(!one.holds_on(date(2026, 8, 26)));
    }

    #[test]
    fn what_is_ended_holds_until_the_day_before() {
        let ended = until(date(2026, 12, 31)).ended(TODAY).unwrap();
        assert!(ended.holds_on(date(2026, 8, 24)) && !ended.holds_on(TODAY));
        assert_eq!(ended.version, 2);
        assert_eq!(ended.ended(TODAY), Err(AcceptanceProblem::NoLongerHolds));
    }

    #[test]
    fn a_deviation_is_accepted_for_a_reason_by_a_decision_that_is_made_and_for_at_most_two_years() {
        let problems = |said: (&str, Date, Date)| check(said, &[], TODAY).unwrap_err();
        assert!(check(("Skäl", TODAY, TODAY), &[], TODAY).is_ok());
        assert!(check(("Skäl", TODAY, date(2028, 8, 25)), &[], TODAY).is_ok());
        assert_eq!(
            problems((" ", date(2026, 8, 26), date(2026, 8, 24))),
            [AcceptanceProblem::NoReason, AcceptanceProblem::DecidedAhead, AcceptanceProblem::Past]
        );
        let latest = date(2028, 8, 25);
        assert_eq!(
            problems(("Skäl", TODAY, date(2028, 8, 26))),
            [AcceptanceProblem::TooLong { latest }]
        );
        let long = "å".repeat(LONGEST_REASON + 1);
        assert_eq!(
            problems((&long, TODAY, TODAY)),
            [AcceptanceProblem::LongReason { written: LONGEST_REASON + 1 }]
        );
    }

    #[test]
    fn what_is_accepted_already_is_ended_before_it_is_accepted_anew() {
        let known = until(date(2026, 12, 31));
        let said = ("Skäl", TODAY, date(2027, 1, 31));
        assert_eq!(
            check(said, std::slice::from_ref(&known), TODAY),
            Err(vec![AcceptanceProblem::Already { until: known.until }])
        );
        assert!(check(said, &[known.ended(TODAY).unwrap()], TODAY).is_ok());
    }
}
