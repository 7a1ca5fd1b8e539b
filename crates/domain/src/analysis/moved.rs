//! Which of the figures that a conclusion rests on have been changed since it was drawn: by the same rule
//! wherever the conclusion is read.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Facts;
use crate::ids::{ElementId, OrgUnitId};
use crate::periods::Period;

/// A figure that a conclusion rests on: the values of a measure in some periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ground {
    /// The measure.
    pub measure: ElementId,
    /// The first day of the periods.
    pub first: Date,
    /// The last day of the periods.
    pub last: Date,
}

impl Ground {
    /// The figure of one measure in one period, or in all that lie in it.
    pub fn new(measure: ElementId, period: Period) -> Self {
        Self { measure, first: period.first_day(), last: period.last_day() }
    }

    /// The figures that were kept when a step was called done: the latest of each measure.
    pub fn of_facts(facts: &Facts) -> Vec<Self> {
        let latest = |kept: &str| kept.parse::<Period>().ok();
        let with_one = facts.measures.iter().filter_map(|one| Some((one, latest(&one.period)?)));
        with_one.map(|(one, period)| Self::new(one.measure, period)).collect()
    }

    fn holds(&self, turn: &Turn) -> bool {
        let (first, last) = (turn.period.first_day(), turn.period.last_day());
        turn.measure == self.measure && self.first <= first && last <= self.last
    }
}

/// That a value which stood was changed or taken away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// Of what.
    pub measure: ElementId,
    /// Whose.
    pub org_unit: OrgUnitId,
    /// When.
    pub period: Period,
    /// The number that stood; none where it was said to be missing or not to concern.
    pub before: Option<Decimal>,
    /// The number that took its place.
    pub after: Option<Decimal>,
    /// When it was changed, microseconds since 1970 in UTC.
    pub at: i64,
}

/// The measures whose figures are others than when a conclusion was drawn, by what has been changed after
/// that, the oldest first. A value that was changed and changed back is as it was.
pub fn moved(
    grounds: &[Ground],
    turns: &[Turn],
    since: i64,
    is_inside: impl Fn(OrgUnitId) -> bool,
) -> BTreeSet<ElementId> {
    let counts = |turn: &&Turn| turn.at > since && is_inside(turn.org_unit);
    let mut found = BTreeSet::new();
    for ground in grounds {
        let here: Vec<&Turn> =
            turns.iter().filter(counts).filter(|one| ground.holds(one)).collect();
        let mut firsts: Vec<&Turn> = Vec::new();
        for turn in &here {
            if !firsts.iter().any(|first| same_place(first, turn)) {
                firsts.push(turn);
            }
        }
        let is_other = |first: &&Turn| {
            let last = here.iter().rev().find(|one| same_place(one, first));
            last.is_some_and(|last| last.after != first.before)
        };
        if firsts.iter().any(is_other) {
            found.insert(ground.measure);
        }
    }
    found
}

fn same_place(one: &Turn, other: &Turn) -> bool {
    (one.org_unit, one.period) == (other.org_unit, other.period)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(at: i64, period: &str, (before, after): (i64, i64)) -> Turn {
        Turn {
            measure: ElementId::from([1; 16]),
            org_unit: OrgUnitId::from([2; 16]),
            period: period.parse().unwrap(),
            before: Some(Decimal::from(before)),
            after: Some(Decimal::from(after)),
            at,
        }
    }

    fn is_moved(turns: &[Turn]) -> bool {
        let ground = Ground::new(ElementId::from([1; 16]), "2026-07".parse().unwrap());
        !moved(&[ground], turns, 10, |unit| unit == OrgUnitId::from([2; 16])).is_empty()
    }

    #[test]
    fn a_figure_has_moved_when_its_value_was_changed_after_the_conclusion() {
        assert!(is_moved(&[turn(11, "2026-07", (86, 94))]));
        assert!(!is_moved(&[turn(10, "2026-07", (86, 94))]), "it was known then");
        assert!(!is_moved(&[turn(11, "2026-06", (86, 94))]), "another period");
        let elsewhere = Turn { org_unit: OrgUnitId::from([3; 16]), ..turn(11, "2026-07", (1, 2)) };
        assert!(!is_moved(&[elsewhere]));
    }

    #[test]
    fn what_was_changed_back_has_not_moved() {
        let there_and_back = [turn(11, "2026-07", (86, 94)), turn(12, "2026-07", (94, 86))];
        assert!(!is_moved(&there_and_back));
        assert!(is_moved(&[there_and_back[0], turn(12, "2026-07", (94, 87))]));
    }

    #[test]
    fn a_value_taken_away_has_moved() {
        assert!(is_moved(&[Turn { after: None, ..turn(11, "2026-07", (86, 0)) }]));
    }
}
