//! Many become one: the share that reaches each grade is held against what the rule demands.
//!
//! Every way of weighing together is a list of bars, best grade first. The first bar that holds is
//! the proposal; when none holds it is the worst grade. So one table shows them all, and anyone can
//! compute it again.

use serde::{Deserialize, Serialize};

use super::{Grade, Input, Weight};
use crate::steering::{Aggregate, Assessment, Scale};

/// How large a share must be, in per cent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// This much or more.
    AtLeast(u8),
    /// More than this.
    MoreThan(u8),
}

impl Limit {
    /// Whether a part of a whole is enough. Whole numbers, so that nothing is rounded.
    pub fn holds(self, part: u64, whole: u64) -> bool {
        let part = part.saturating_mul(100);
        match self {
            Self::AtLeast(pct) => part >= u64::from(pct).saturating_mul(whole),
            Self::MoreThan(pct) => part > u64::from(pct).saturating_mul(whole),
        }
    }

    /// The part in whole per cent: the nearest, except where that would read as the other side of
    /// the limit. 0 of nothing.
    #[must_use]
    pub fn whole_percent(self, part: u64, whole: u64) -> u64 {
        let hundred = part.saturating_mul(100);
        let Some(below) = hundred.checked_div(whole) else { return 0 };
        let is_nearer_above = hundred % whole >= whole.div_ceil(2);
        let reads_right = |percent| self.holds(percent, 100) == self.holds(part, whole);
        let nearest = below + u64::from(is_nearer_above);
        if reads_right(nearest) { nearest } else { below + u64::from(!is_nearer_above) }
    }
}

/// What is demanded for a grade: the share that must reach it or better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bar {
    /// The grade.
    pub grade: Grade,
    /// The share.
    pub limit: Limit,
}

/// A bar and how much reached it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reached {
    /// What was demanded.
    pub bar: Bar,
    /// The weight of what reaches the grade or better.
    pub weight: u64,
    /// Whether it is enough.
    pub holds: bool,
}

/// How the inputs were weighed together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// The bars, best first.
    pub bars: Vec<Reached>,
    /// The weight of all that say something.
    pub weight: u64,
    /// How many of them are fully reached.
    pub reached: usize,
    /// What comes out.
    pub grade: Grade,
}

/// The bars of a rule on a scale. Thresholds of the rule come before what its aggregate says; a grade
/// that the scale does not have is never demanded and never proposed.
pub fn bars(rule: &Assessment, scale: Option<&Scale>) -> Vec<Bar> {
    let own = thresholds(rule, scale);
    if !own.is_empty() {
        return own;
    }
    let all = Limit::AtLeast(100);
    let (reached, partly) = match rule.params.aggregate {
        Some(Aggregate::Worst) => (all, all),
        // More than half reach it; partly, unless more than half reach nothing.
        Some(Aggregate::Majority) => (Limit::MoreThan(50), Limit::AtLeast(50)),
        _ => (all, Limit::MoreThan(0)),
    };
    [(Grade::Reached, reached), (Grade::Partly, partly)]
        .into_iter()
        .filter(|(grade, _)| grade.is_on(scale))
        .map(|(grade, limit)| Bar { grade, limit })
        .collect()
}

fn thresholds(rule: &Assessment, scale: Option<&Scale>) -> Vec<Bar> {
    let Some(scale) = scale else { return Vec::new() };
    let mut bars: Vec<Bar> = scale
        .judged_levels()
        .filter_map(|level| {
            let (_, share) = rule.params.thresholds.iter().find(|(id, _)| *id == level.id)?;
            Some(Bar { grade: Grade::of_symbol(level.symbol)?, limit: Limit::AtLeast(*share) })
        })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.grade));
    bars
}

/// Weighs the inputs that count and say something. None when there are none.
pub fn weigh(rule: &Assessment, bars: &[Bar], inputs: &[Input]) -> Option<Figure> {
    let weighs = rule.params.aggregate == Some(Aggregate::Weighted);
    let said: Vec<(Grade, u64)> = inputs
        .iter()
        .filter(|input| input.counts)
        .filter_map(|input| {
            let weight = if weighs { input.weight } else { Weight::EQUAL };
            Some((input.grade?, weight.number()))
        })
        .collect();
    if said.is_empty() {
        return None;
    }
    let whole: u64 = said.iter().map(|(_, weight)| weight).sum();
    let reaching = |wanted: Grade| -> u64 {
        said.iter().filter(|(grade, _)| *grade >= wanted).map(|(_, weight)| weight).sum()
    };
    let bars: Vec<Reached> = bars
        .iter()
        .map(|bar| {
            let weight = reaching(bar.grade);
            Reached { bar: *bar, weight, holds: bar.limit.holds(weight, whole) }
        })
        .collect();
    let first = bars.iter().find(|one| one.holds).map(|one| one.bar.grade);
    Some(Figure {
        grade: first.unwrap_or(Grade::NotReached),
        reached: said.iter().filter(|(grade, _)| *grade == Grade::Reached).count(),
        weight: whole,
        bars,
    })
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn a_share_is_told_in_the_nearest_whole_per_cent_on_its_own_side_of_the_limit() {
        let of = |part, whole| Limit::AtLeast(90).whole_percent(part, whole);
        assert_eq!(
            [of(2, 3), of(90, 92), of(1, 8), of(0, 7), of(7, 7), of(0, 0)],
            [67, 98, 13, 0, 100, 0]
        );
        // 89.6 per cent is not 90, and 50.4 is more than 50.
        assert_eq!(of(896, 1000), 89);
        assert_eq!(Limit::MoreThan(50).whole_percent(504, 1000), 51);
        assert_eq!(Limit::MoreThan(50).whole_percent(496, 1000), 50);
    }
}
