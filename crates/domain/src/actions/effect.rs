//! Whether an action had effect: the question, the answers over time, and what the values can say
//! beside them. What follows on an action need not come of it; nothing here says so.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Showing;
use crate::ids::{EffectId, ElementId, PersonId};
use crate::measures::codes;

/// Most letters of what was learned.
pub const LONGEST_LEARNED: usize = 2_000;
/// Fewest values on each side of an action for their means to be set beside each other.
const FEWEST: usize = 3;
/// Most years ahead that it may be asked again.
const LATEST_YEARS: i32 = 5;

/// The answer to whether an action had effect.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It had the effect that was expected.
    Yes,
    /// It had some of it.
    Partly,
    /// It had not.
    No,
    /// It cannot be told yet; it is asked again.
    TooEarly,
}

codes!(Answer { Yes = "yes", Partly = "partly", No = "no", TooEarly = "too_early" });

/// What somebody answered on a day. A changed mind is a new answer beside the old.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Effect {
    /// Identity of the answer.
    pub id: EffectId,
    /// The action.
    pub element: ElementId,
    /// Which answer it is, from 1.
    pub place: i64,
    /// The answer.
    pub answer: Answer,
    /// What was learned.
    pub learned: String,
    /// What the figures said then; none of answers from before it was kept.
    pub figures: Option<Showing>,
    /// Why the answer goes against them; empty where it does not.
    pub why: String,
    /// When it is asked again; only where it is too early to tell.
    pub ask_on: Option<Date>,
    /// Who answered.
    pub person: PersonId,
    /// The name of who answered, as it was.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// How an action stands to the question of its effect.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// It is to be asked on a day that has not come.
    Ahead,
    /// It waits for an answer.
    Waits,
    /// It is answered.
    Answered,
    /// No day is chosen.
    Never,
}

impl Asked {
    /// How an action stands on a day: `ask_on` is what was chosen at first, `latest` the answer that
    /// holds.
    pub fn of(ask_on: Option<Date>, latest: Option<&Effect>, today: Date) -> (Self, Option<Date>) {
        let day = match latest {
            Some(effect) if effect.answer == Answer::TooEarly => effect.ask_on,
            Some(_) => return (Self::Answered, None),
            None => ask_on,
        };
        match day {
            Some(day) if day <= today => (Self::Waits, Some(day)),
            Some(day) => (Self::Ahead, Some(day)),
            None => (Self::Never, None),
        }
    }
}

/// Why an answer cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AnswerProblem {
    /// What was learned has more letters than there is room for.
    #[error("what was learned has {written} letters")]
    LongLearned {
        /// How many it has.
        written: usize,
    },
    /// It is too early to tell, and no day says when it is asked again.
    #[error("a new day is needed")]
    NoNewDay,
    /// The new day has been already.
    #[error("the new day has been")]
    PastDay,
    /// The new day lies too far ahead.
    #[error("the new day may be {latest} at the latest")]
    TooLate {
        /// The last day.
        latest: Date,
    },
}

/// Whether an answer can be kept. A day is asked for only where it is too early to tell.
///
/// # Errors
/// Every problem there is, in the order of the fields.
pub fn check_answer(
    answer: Answer,
    learned: &str,
    ask_on: Option<Date>,
    today: Date,
) -> Result<(), Vec<AnswerProblem>> {
    let mut problems = Vec::new();
    let written = learned.chars().count();
    if written > LONGEST_LEARNED {
        problems.push(AnswerProblem::LongLearned { written });
    }
    if answer == Answer::TooEarly {
        let latest = today.checked_add(LATEST_YEARS.years()).unwrap_or(today);
        match ask_on {
            None => problems.push(AnswerProblem::NoNewDay),
            Some(day) if day <= today => problems.push(AnswerProblem::PastDay),
            Some(day) if day > latest => problems.push(AnswerProblem::TooLate { latest }),
            Some(_) => {}
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What the values show on the two sides of an action. It tells what was, never why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moved {
    /// Fewer values before or after than anything can be said of.
    TooFew {
        /// Known values before.
        before: usize,
        /// Known values after.
        after: usize,
    },
    /// Some value on either side is hidden, or once was: their means would give it away.
    Hidden,
    /// The way of counting was changed between them.
    OtherMethod,
    /// They follow the seasons: other months before than after would be set beside each other.
    Seasonal,
    /// Their means.
    Means {
        /// Mean of the known values before.
        before: Decimal,
        /// How many they are.
        count_before: usize,
        /// Mean of the known values after.
        after: Decimal,
        /// How many they are.
        count_after: usize,
    },
}

/// The values before and after an action, as far as they can be set beside each other.
pub fn change_between(before: &[Decimal], after: &[Decimal]) -> Moved {
    let (few_before, few_after) = (before.len(), after.len());
    if few_before < FEWEST || few_after < FEWEST {
        return Moved::TooFew { before: few_before, after: few_after };
    }
    match (mean(before), mean(after)) {
        (Some(mean_before), Some(mean_after)) => Moved::Means {
            before: mean_before,
            count_before: few_before,
            after: mean_after,
            count_after: few_after,
        },
        _ => Moved::TooFew { before: few_before, after: few_after },
    }
}

fn mean(values: &[Decimal]) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for value in values {
        sum = sum.checked_add(*value)?;
    }
    sum.checked_div(Decimal::from(values.len()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = Date::constant(2026, 8, 25);

    fn effect(answer: Answer, ask_on: Option<Date>) -> Effect {
        Effect {
            id: EffectId::from([1; 16]),
            element: ElementId::from([2; 16]),
            place: 1,
            answer,
            learned: String::new(),
            figures: None,
            why: String::new(),
            ask_on,
            person: PersonId::from([3; 16]),
            person_name: String::new(),
            at: 0,
        }
    }

    #[test]
    fn an_effect_is_asked_for_from_its_day_until_it_is_answered() {
        let tomorrow = Some(date(2026, 8, 26));
        assert_eq!(Asked::of(None, None, TODAY), (Asked::Never, None));
        assert_eq!(Asked::of(tomorrow, None, TODAY), (Asked::Ahead, tomorrow));
        assert_eq!(Asked::of(Some(TODAY), None, TODAY), (Asked::Waits, Some(TODAY)));
        let no = effect(Answer::No, None);
        assert_eq!(Asked::of(Some(TODAY), Some(&no), TODAY), (Asked::Answered, None));
    }

    #[test]
    fn what_it_is_too_early_to_tell_is_asked_again_on_the_new_day() {
        let later = date(2026, 12, 1);
        let early = effect(Answer::TooEarly, Some(later));
        assert_eq!(Asked::of(Some(TODAY), Some(&early), TODAY), (Asked::Ahead, Some(later)));
        assert_eq!(Asked::of(Some(TODAY), Some(&early), later), (Asked::Waits, Some(later)));
    }

    #[test]
    fn who_finds_it_too_early_says_when_to_ask_again() {
        let check = |day| check_answer(Answer::TooEarly, "", day, TODAY);
        assert_eq!(check(None), Err(vec![AnswerProblem::NoNewDay]));
        assert_eq!(check(Some(TODAY)), Err(vec![AnswerProblem::PastDay]));
        assert_eq!(check(Some(date(2026, 8, 26))), Ok(()));
        let latest = date(2031, 8, 25);
        assert_eq!(check(Some(date(2031, 8, 26))), Err(vec![AnswerProblem::TooLate { latest }]));
        assert_eq!(check_answer(Answer::Yes, "", None, TODAY), Ok(()));
        let long = "å".repeat(LONGEST_LEARNED + 1);
        let written = LONGEST_LEARNED + 1;
        assert_eq!(
            check_answer(Answer::Yes, &long, None, TODAY),
            Err(vec![AnswerProblem::LongLearned { written }])
        );
    }

    #[test]
    fn means_are_set_beside_each_other_only_with_three_values_on_each_side() {
        let values = |numbers: &[i64]| -> Vec<Decimal> {
            numbers.iter().map(|one| Decimal::from(*one)).collect()
        };
        let moved = change_between(&values(&[2, 4, 6]), &values(&[1, 2]));
        assert_eq!(moved, Moved::TooFew { before: 3, after: 2 });
        let moved = change_between(&values(&[2, 4, 6]), &values(&[1, 2, 3]));
        let (before, after) = (Decimal::from(4), Decimal::from(2));
        assert_eq!(moved, Moved::Means { before, count_before: 3, after, count_after: 3 });
        assert_eq!(
            change_between(&[Decimal::MAX; 3], &[Decimal::MAX; 3]),
            Moved::TooFew { before: 3, after: 3 },
            "sums that no number holds say nothing"
        );
    }
}
