//! What the values on the two sides of an action say to the question of its effect, and when an answer goes
//! against them. Whoever answers otherwise may be right, and says why.

use serde::{Deserialize, Serialize};

use super::{Answer, Moved, Wanted};
use crate::measures::{Direction, codes};
use crate::statistics::Movement;

/// Most letters of why an answer goes against the figures.
pub const LONGEST_WHY: usize = 500;

/// What the figures say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Showing {
    /// They went as was expected, further than they usually vary; or stayed where they were to stay.
    ForIt,
    /// They went the other way or nowhere; or moved where they were to stay.
    AgainstIt,
    /// They vary as they usually do.
    AsUsual,
    /// They can tell nothing: too few, hidden, counted otherwise, pointing both ways, or nobody has said
    /// what was expected and neither way is better.
    Silent,
}

codes!(Showing {
    ForIt = "for_it",
    AgainstIt = "against_it",
    AsUsual = "as_usual",
    Silent = "silent"
});

/// Which ways values after an action differ from how they usually vary.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Beyond {
    /// Some of them upwards.
    pub up: bool,
    /// Some of them downwards.
    pub down: bool,
}

/// Why a reason for an answer cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WhyProblem {
    /// The answer goes against the figures and nothing says why.
    #[error("nothing says why the answer goes against the figures")]
    Missing,
    /// It has more letters than there is room for.
    #[error("the reason has {written} letters")]
    Long {
        /// How many it has.
        written: usize,
    },
}

impl Wanted {
    /// The way that is better of a measure; none where neither is.
    pub fn better(direction: Direction) -> Option<Self> {
        match direction {
            Direction::Higher => Some(Self::Up),
            Direction::Lower => Some(Self::Down),
            Direction::Neutral => None,
        }
    }
}

impl Beyond {
    /// The ways of some values that each differ.
    pub fn of(ways: impl IntoIterator<Item = Movement>) -> Self {
        ways.into_iter().fold(Self::default(), |all, way| match way {
            Movement::Up => Self { up: true, ..all },
            Movement::Down => Self { down: true, ..all },
        })
    }
}

impl Showing {
    /// What two sides of an action say. `beyond` is how the values after it differ from how they usually
    /// vary; none where that cannot be told. A value that differs the other way than the mean went says
    /// nothing for it.
    pub fn of(moved: Moved, wanted: Option<Wanted>, beyond: Option<Beyond>) -> Self {
        let (Moved::Means { before, after, .. }, Some(wanted)) = (moved, wanted) else {
            return Self::Silent;
        };
        let usual = beyond.map(|one| one == Beyond::default());
        let (went_right, towards, away) = match wanted {
            Wanted::Up => (after > before, beyond.map(|one| one.up), beyond.map(|one| one.down)),
            Wanted::Down => (after < before, beyond.map(|one| one.down), beyond.map(|one| one.up)),
            Wanted::Still => {
                return match usual {
                    Some(true) => Self::ForIt,
                    Some(false) => Self::AgainstIt,
                    None => Self::Silent,
                };
            }
        };
        match (went_right, towards, away) {
            (_, Some(false), Some(false)) => Self::AsUsual,
            (true, Some(true), Some(false)) => Self::ForIt,
            (false, None | Some(false), _) => Self::AgainstIt,
            _ => Self::Silent,
        }
    }

    /// Whether an answer says otherwise.
    pub fn is_contradicted_by(self, answer: Answer) -> bool {
        matches!(
            (self, answer),
            (Self::AgainstIt, Answer::Yes | Answer::Partly)
                | (Self::AsUsual, Answer::Yes)
                | (Self::ForIt, Answer::No)
        )
    }

    /// The reason that is kept with an answer: what is said where it goes against the figures, and nothing
    /// elsewhere.
    ///
    /// # Errors
    /// [`WhyProblem`] where it is needed and missing, or too long.
    pub fn reason(self, answer: Answer, why: &str) -> Result<&str, WhyProblem> {
        if !self.is_contradicted_by(answer) {
            return Ok("");
        }
        match why.trim().chars().count() {
            0 => Err(WhyProblem::Missing),
            written if written > LONGEST_WHY => Err(WhyProblem::Long { written }),
            _ => Ok(why.trim()),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn means(before: i64, after: i64) -> Moved {
        let [before, after] = [before, after].map(Decimal::from);
        Moved::Means { before, count_before: 12, after, count_after: 6 }
    }

    const UP: Option<Beyond> = Some(Beyond { up: true, down: false });
    const DOWN: Option<Beyond> = Some(Beyond { up: false, down: true });
    const BOTH: Option<Beyond> = Some(Beyond { up: true, down: true });
    const USUAL: Option<Beyond> = Some(Beyond { up: false, down: false });

    #[test]
    fn values_that_went_as_expected_beyond_the_usual_speak_for_an_action() {
        for (wanted, before, after, beyond) in [(Wanted::Up, 5, 8, UP), (Wanted::Down, 8, 5, DOWN)]
        {
            let moved = means(before, after);
            assert_eq!(Showing::of(moved, Some(wanted), beyond), Showing::ForIt);
            assert_eq!(Showing::of(moved, Some(wanted), USUAL), Showing::AsUsual);
            assert_eq!(Showing::of(moved, Some(wanted), None), Showing::Silent);
        }
    }

    #[test]
    fn values_that_differ_the_other_way_than_the_mean_went_say_nothing() {
        for beyond in [DOWN, BOTH] {
            assert_eq!(Showing::of(means(5, 6), Some(Wanted::Up), beyond), Showing::Silent);
        }
        assert_eq!(Showing::of(means(5, 4), Some(Wanted::Down), UP), Showing::Silent);
        for beyond in [UP, BOTH] {
            assert_eq!(Showing::of(means(5, 4), Some(Wanted::Up), beyond), Showing::Silent);
        }
    }

    #[test]
    fn values_that_went_the_other_way_or_nowhere_speak_against_it() {
        for after in [5, 3] {
            let moved = means(5, after);
            assert_eq!(Showing::of(moved, Some(Wanted::Up), None), Showing::AgainstIt);
            assert_eq!(Showing::of(moved, Some(Wanted::Up), DOWN), Showing::AgainstIt);
        }
        for beyond in [UP, DOWN, BOTH] {
            let still = Some(Wanted::Still);
            assert_eq!(Showing::of(means(5, 9), still, beyond), Showing::AgainstIt);
        }
        assert_eq!(Showing::of(means(5, 5), Some(Wanted::Still), USUAL), Showing::ForIt);
    }

    #[test]
    fn what_cannot_be_set_beside_each_other_contradicts_nobody() {
        for moved in [Moved::Hidden, Moved::Seasonal, Moved::TooFew { before: 1, after: 2 }] {
            let showing = Showing::of(moved, Some(Wanted::Up), None);
            assert_eq!(showing, Showing::Silent);
            assert!(Answer::ALL.iter().all(|answer| !showing.is_contradicted_by(*answer)));
        }
        assert_eq!(Showing::of(means(1, 9), None, UP), Showing::Silent);
    }

    #[test]
    fn an_answer_against_the_figures_needs_a_reason_and_others_keep_none() {
        use Answer as A;
        assert_eq!(Showing::AgainstIt.reason(A::Yes, "  "), Err(WhyProblem::Missing));
        assert_eq!(
            Showing::AsUsual.reason(A::Yes, " Barnen märkte det. "),
            Ok("Barnen märkte det.")
        );
        assert_eq!(Showing::AsUsual.reason(A::Partly, "något"), Ok(""));
        assert_eq!(Showing::ForIt.reason(A::No, ""), Err(WhyProblem::Missing));
        assert_eq!(Showing::ForIt.reason(A::TooEarly, ""), Ok(""));
        let long = "å".repeat(LONGEST_WHY + 1);
        let written = LONGEST_WHY + 1;
        assert_eq!(Showing::AgainstIt.reason(A::Partly, &long), Err(WhyProblem::Long { written }));
    }
}
