//! How forecasts hold: what was expected earlier in the year beside what came out at its end.

use crate::fulfilment::Fulfilment;

/// How a forecast held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Held {
    /// It came out as expected.
    AsExpected,
    /// It came out worse than expected.
    Worse,
    /// It came out better than expected.
    Better,
    /// What came out was never told, so nobody can say.
    Untold,
}

fn rank(level: Fulfilment) -> Option<u8> {
    match level {
        Fulfilment::NotAchieved => Some(0),
        Fulfilment::Partly => Some(1),
        Fulfilment::Achieved => Some(2),
        Fulfilment::CannotTell | Fulfilment::NotAssessed => None,
    }
}

/// How a forecast held, with what was judged at the end of the year if anything was. None when
/// nothing was expected: "cannot be judged" is no forecast.
pub fn held(expected: Fulfilment, came_out: Option<Fulfilment>) -> Option<Held> {
    let expected = rank(expected)?;
    Some(match came_out.and_then(rank) {
        None => Held::Untold,
        Some(outcome) if outcome == expected => Held::AsExpected,
        Some(outcome) if outcome < expected => Held::Worse,
        Some(_) => Held::Better,
    })
}

/// How many forecasts held, and how the others failed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Kept {
    /// Came out as expected.
    pub as_expected: usize,
    /// Came out worse.
    pub worse: usize,
    /// Came out better.
    pub better: usize,
    /// Never told.
    pub untold: usize,
}

impl Kept {
    /// Fewest forecasts for a share to be shown: below this one goal moves it by more than a fifth.
    pub const FEWEST: usize = 5;

    /// Counts one.
    pub fn add(&mut self, held: Held) {
        *match held {
            Held::AsExpected => &mut self.as_expected,
            Held::Worse => &mut self.worse,
            Held::Better => &mut self.better,
            Held::Untold => &mut self.untold,
        } += 1;
    }

    /// Takes others in.
    pub fn add_all(&mut self, other: Self) {
        self.as_expected += other.as_expected;
        self.worse += other.worse;
        self.better += other.better;
        self.untold += other.untold;
    }

    /// How many can be compared with what came out.
    pub fn compared(&self) -> usize {
        self.as_expected + self.worse + self.better
    }

    /// The share that held, in whole percent; none where too few can be compared.
    pub fn share_pct(&self) -> Option<usize> {
        let all = self.compared();
        (all >= Self::FEWEST).then(|| (self.as_expected * 200 + all) / (2 * all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Fulfilment as F;

    #[test]
    fn a_forecast_holds_fails_upward_or_downward_or_is_never_told() {
        assert_eq!(held(F::Achieved, Some(F::Achieved)), Some(Held::AsExpected));
        assert_eq!(held(F::Achieved, Some(F::Partly)), Some(Held::Worse));
        assert_eq!(held(F::Partly, Some(F::Achieved)), Some(Held::Better));
        assert_eq!(held(F::Achieved, Some(F::CannotTell)), Some(Held::Untold));
        assert_eq!(held(F::Achieved, None), Some(Held::Untold));
    }

    #[test]
    fn what_nobody_could_expect_anything_of_is_no_forecast() {
        assert_eq!(held(F::CannotTell, Some(F::Achieved)), None);
        assert_eq!(held(F::NotAssessed, None), None);
    }

    #[test]
    fn a_share_is_only_told_of_five_or_more_and_leaves_out_what_was_never_told() {
        let mut kept = Kept { as_expected: 3, worse: 1, better: 0, untold: 4 };
        assert_eq!(kept.share_pct(), None);
        kept.add(Held::Better);
        assert_eq!((kept.compared(), kept.share_pct()), (5, Some(60)));
        kept.add_all(Kept { as_expected: 3, ..Kept::default() });
        assert_eq!(kept.share_pct(), Some(75));
    }
}
