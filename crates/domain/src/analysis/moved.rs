//! Which of the figures that a conclusion rests on have been changed since it was drawn: by the same rule
//! wherever the conclusion is read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Facts;
use crate::ids::{ElementId, OrgUnitId};
use crate::periods::{Frequency, Period};

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

    /// The periods that lie in it, of whatever length.
    pub fn periods(&self) -> Vec<Period> {
        let mut all = Vec::new();
        for frequency in Frequency::ALL {
            let first = Period::containing(self.first, frequency);
            let on = std::iter::successors(Some(first), |one| Some(one.next()));
            all.extend(
                on.take_while(|one| one.first_day() <= self.last).filter(|one| self.holds(*one)),
            );
        }
        all
    }

    fn holds(&self, period: Period) -> bool {
        self.first <= period.first_day() && period.last_day() <= self.last
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

/// Changes of values, by what they are of, whose and when.
#[derive(Clone, Default, Debug)]
pub struct Turns {
    by_measure: BTreeMap<ElementId, BTreeMap<(OrgUnitId, Period), Vec<Turn>>>,
}

impl FromIterator<Turn> for Turns {
    fn from_iter<I: IntoIterator<Item = Turn>>(turns: I) -> Self {
        let mut all = Self::default();
        for turn in turns {
            let places = all.by_measure.entry(turn.measure).or_default();
            places.entry((turn.org_unit, turn.period)).or_default().push(turn);
        }
        for place in all.by_measure.values_mut().flat_map(BTreeMap::values_mut) {
            place.sort_by_key(|turn| turn.at);
        }
        all
    }
}

impl Turns {
    /// The measures whose figures are others than when a conclusion was drawn, by what has been changed
    /// after that (microseconds since 1970 in UTC) where the conclusion is about. A value that was changed
    /// and changed back is as it was.
    pub fn moved(
        &self,
        grounds: &[Ground],
        since: i64,
        is_inside: impl Fn(OrgUnitId) -> bool,
    ) -> BTreeSet<ElementId> {
        let is_moved = |ground: &&Ground| {
            let mut places = self.by_measure.get(&ground.measure).into_iter().flatten();
            places.any(|((unit, period), turns)| {
                ground.holds(*period) && is_other(turns, since) && is_inside(*unit)
            })
        };
        grounds.iter().filter(is_moved).map(|ground| ground.measure).collect()
    }
}

/// Whether a value is another than at an instant, by its changes in the order of time.
fn is_other(turns: &[Turn], since: i64) -> bool {
    let later = turns.split_at(turns.partition_point(|turn| turn.at <= since)).1;
    later.first().zip(later.last()).is_some_and(|(first, last)| first.before != last.after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        let all: Turns = turns.iter().copied().collect();
        !all.moved(&[ground], 10, |unit| unit == OrgUnitId::from([2; 16])).is_empty()
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

    #[test]
    fn the_periods_of_a_figure_are_all_that_lie_in_it() {
        let of = |period: &str| {
            let ground = Ground::new(ElementId::from([1; 16]), period.parse().unwrap());
            let mut all: Vec<String> = ground.periods().iter().map(ToString::to_string).collect();
            all.sort();
            all
        };
        assert_eq!(of("2026-07"), ["2026-07"]);
        assert_eq!(of("2026-T2"), ["2026-05", "2026-06", "2026-07", "2026-08", "2026-T2"]);
        assert_eq!(of("2026").len(), 1 + 2 + 3 + 12);
    }

    /// Twenty-four thousand changes, ten of each value, under forty figures: each value is looked at once.
    #[test]
    fn many_changes_of_many_values_are_gone_through_once() {
        let changed = |at: i64| Turn {
            org_unit: OrgUnitId::from(uuid_of(at % 200)),
            ..turn(20 + at, &format!("2026-{:02}", at / 200 % 12 + 1), (at / 2_400, at / 2_400 + 1))
        };
        let all: Turns = (0..24_000).map(changed).collect();
        let ground = Ground::new(ElementId::from([1; 16]), "2026".parse().unwrap());
        let asked = std::cell::Cell::new(0);
        let found = all.moved(&[ground; 40], 10, |_| {
            asked.set(asked.get() + 1);
            false
        });
        assert_eq!((found.len(), asked.get()), (0, 40 * 200 * 12));
    }

    fn uuid_of(number: i64) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[8..].copy_from_slice(&number.to_be_bytes());
        bytes
    }

    proptest! {
        #[test]
        fn a_figure_has_moved_exactly_when_a_value_of_it_is_another_than_it_was(
            steps in prop::collection::vec((0_u8..3, 1_u8..4, 0_i64..3), 0..40), since in 0_i64..40,
        ) {
            // Values of three org units in three months, as they stand one step after another.
            let (mut now, mut turns) = (BTreeMap::new(), Vec::new());
            let mut then = BTreeMap::new();
            for (at, (unit, month, value)) in (1_i64..).zip(steps) {
                let place = (unit, format!("2026-0{month}"));
                let before = now.insert(place.clone(), value).unwrap_or(0);
                if at <= since {
                    then.insert(place.clone(), value);
                }
                let unit = OrgUnitId::from([unit; 16]);
                turns.push(Turn { org_unit: unit, ..turn(at, &place.1, (before, value)) });
            }
            let ground = Ground::new(ElementId::from([1; 16]), "2026-02".parse().unwrap());
            let inside = |unit: OrgUnitId| unit != OrgUnitId::from([2; 16]);
            let all: Turns = turns.into_iter().collect();
            let expected = now.iter().any(|((unit, month), value)| {
                let stood = then.get(&(*unit, month.clone())).copied().unwrap_or(0);
                *unit != 2 && month == "2026-02" && *value != stood
            });
            prop_assert_eq!(!all.moved(&[ground], since, inside).is_empty(), expected);
        }
    }
}
