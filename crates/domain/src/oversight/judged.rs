//! Whose judgement prevails where several stages have judged, and what share of the judgements tell
//! anything.

use std::collections::BTreeMap;

use crate::fulfilment::{Fulfilment, Stage};
use crate::periods::Period;

/// A judgement of one goal, as far as oversight needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// For when.
    pub period: Period,
    /// Whose.
    pub stage: Stage,
    /// The judgement.
    pub level: Fulfilment,
}

/// Whether a judgement says how it goes. "Cannot be judged" and "not yet judged" do not.
pub fn is_told(level: Fulfilment) -> bool {
    matches!(level, Fulfilment::Achieved | Fulfilment::Partly | Fulfilment::NotAchieved)
}

/// What is judged for each period: the judgement of the last stage that has said anything.
pub fn prevailing(judgements: impl IntoIterator<Item = Judgement>) -> BTreeMap<Period, Judgement> {
    let mut found: BTreeMap<Period, Judgement> = BTreeMap::new();
    for one in judgements {
        let known = found.entry(one.period).or_insert(one);
        if one.stage > known.stage {
            *known = one;
        }
    }
    found
}

/// How many goals there are of each grade.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Shares {
    counts: BTreeMap<Fulfilment, usize>,
}

impl Shares {
    /// Counts grades.
    pub fn of(levels: impl IntoIterator<Item = Fulfilment>) -> Self {
        let mut shares = Self::default();
        for level in levels {
            *shares.counts.entry(level).or_default() += 1;
        }
        shares
    }

    /// How many have a grade.
    pub fn count(&self, level: Fulfilment) -> usize {
        self.counts.get(&level).copied().unwrap_or(0)
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.counts.values().sum()
    }

    /// How many say how it goes.
    pub fn told(&self) -> usize {
        let told = self.counts.iter().filter(|(level, _)| is_told(**level));
        told.map(|(_, count)| count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(period: &str, stage: Stage, level: Fulfilment) -> Judgement {
        Judgement { period: period.parse().unwrap(), stage, level }
    }

    #[test]
    fn the_last_stage_that_has_judged_prevails_whatever_order_they_come_in() {
        let own = judged("2026-T2", Stage::Own, Fulfilment::Achieved);
        let central = judged("2026-T2", Stage::Central, Fulfilment::Partly);
        let before = judged("2026-T1", Stage::Own, Fulfilment::NotAchieved);
        for order in [[own, central, before], [central, before, own]] {
            let found = prevailing(order);
            assert_eq!(found.get(&own.period), Some(&central));
            assert_eq!(found.get(&before.period), Some(&before));
        }
    }

    #[test]
    fn what_cannot_be_judged_is_counted_and_says_nothing() {
        use Fulfilment as F;
        let shares = Shares::of([F::Achieved, F::CannotTell, F::NotAssessed, F::NotAchieved]);
        assert_eq!((shares.all(), shares.told(), shares.count(F::Achieved)), (4, 2, 1));
        assert_eq!((Shares::default().all(), Shares::default().told()), (0, 0));
    }
}
