//! Where a value that is put together begins to rest on other org units than before.

use rust_decimal::Decimal;

use crate::ids::OrgUnitId;
use crate::periods::Period;

use super::Aggregation;

/// One in so many of a usual step from one period to the next may another circle of org units be worth.
const OF_A_STEP: u32 = 2;
/// Of what is added, a change of more than one org unit in so many makes another sum, where it is not known
/// what they are worth.
const OF_A_SUM: usize = 20;
/// Of a mean, where each moves the whole less.
const OF_A_MEAN: usize = 5;

/// Who stands behind a value that is put together: how many, and a sign of who they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reporters {
    count: usize,
    sign: u64,
}

impl Reporters {
    /// Adds an org unit that has said a number.
    pub fn add(&mut self, org_unit: OrgUnitId) {
        let bytes = org_unit.bytes();
        // The last bytes of an identity are drawn at random.
        let last = bytes.last_chunk::<8>().copied().unwrap_or_default();
        self.sign ^= u64::from_be_bytes(last);
        self.count += 1;
    }

    /// Whether more than one in twenty are others where they are added, one in five where their mean is
    /// taken. Where as many have come as have gone they count as one.
    fn are_others(self, than: Self, by: Aggregation) -> bool {
        let changed = self.count.abs_diff(than.count).max(1);
        let of = if by == Aggregation::Sum { OF_A_SUM } else { OF_A_MEAN };
        changed * of > self.count.max(than.count)
    }
}

/// A value that is put together of org units, with who stand behind it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Behind {
    /// Of when.
    pub period: Period,
    /// Who.
    pub who: Reporters,
    /// None where it is not known what each of them is worth.
    pub worth: Option<Worth>,
}

/// What a value is, and what it is worth that just these org units stand behind it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Worth {
    /// The value, in the measure's unit.
    pub value: Decimal,
    /// What it would be if each of them said what it usually says: the median of its own values.
    pub usual: Decimal,
}

/// The last period from which a series, in the order of time, rests on other org units than before. A
/// sum of fewer is no fall, and one of more no rise.
///
/// Every period is held against the last one, so that units that go one by one are seen together. Others
/// stand behind it when what those of then usually say differs from what those of now do by more than half
/// a usual step: the mean of the changes from one period to the next, less what is due to who has reported.
/// The limits of a series lie 2.66 such steps from its mean (Wheeler), and half of one is a choice of ours.
pub fn reporters_changed(by: Aggregation, behind: &[Behind]) -> Option<Period> {
    let last = behind.last()?;
    let most = usual_step(behind).and_then(|step| step.checked_div(Decimal::from(OF_A_STEP)));
    let is_other = |one: &Behind| match (one.worth, last.worth) {
        _ if one.who == last.who => false,
        (Some(then), Some(now)) => {
            let differs = then.usual.checked_sub(now.usual).map(|by| by.abs());
            differs.zip(most).is_none_or(|(differs, most)| differs > most)
        }
        _ => one.who.are_others(last.who, by),
    };
    let at = behind.iter().rposition(is_other)?;
    behind.get(at + 1).map(|since| since.period)
}

/// The mean change from one period to the next, when the org units behind are thought away. Nought where
/// nothing changes: then any other circle is worth more. None where the numbers are too large.
fn usual_step(behind: &[Behind]) -> Option<Decimal> {
    let worth = behind.iter().filter_map(|one| one.worth);
    let own: Option<Vec<Decimal>> = worth.map(|one| one.value.checked_sub(one.usual)).collect();
    let own = own?;
    let mut steps = own.iter().zip(own.iter().skip(1));
    let sum = steps
        .try_fold(Decimal::ZERO, |sum, (one, next)| sum.checked_add(next.checked_sub(*one)?.abs()));
    sum?.checked_div(Decimal::from(own.len().saturating_sub(1).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(units: &[u8]) -> Reporters {
        let mut all = Reporters::default();
        for unit in units {
            // As drawn at random.
            let drawn = u128::from(*unit).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            all.add(OrgUnitId::from(drawn.to_be_bytes()));
        }
        all
    }

    fn month(index: usize) -> Period {
        format!("{}-{:02}", 2023 + index / 12, index % 12 + 1).parse().unwrap()
    }

    /// Where it is not known what each is worth.
    fn changed(by: Aggregation, months: &[&[u8]]) -> Option<String> {
        let behind = |(index, units): (usize, &&[u8])| Behind {
            period: month(index),
            who: of(units),
            worth: None,
        };
        let behind: Vec<Behind> = months.iter().enumerate().map(behind).collect();
        reporters_changed(by, &behind).map(|period| period.to_string())
    }

    /// Some months' values by org unit, put together.
    fn changed_of(by: Aggregation, months: &[Vec<(u8, Decimal)>]) -> Option<String> {
        let said = |unit: u8| months.iter().flatten().filter(move |(of, _)| *of == unit);
        let usual = |unit: u8| {
            said(unit).map(|(_, value)| *value).sum::<Decimal>() / Decimal::from(said(unit).count())
        };
        let behind = |(index, said): (usize, &Vec<(u8, Decimal)>)| {
            let units: Vec<u8> = said.iter().map(|(unit, _)| *unit).collect();
            let of_all = |sum: Decimal| match by {
                Aggregation::Sum => sum,
                _ => sum / Decimal::from(units.len()),
            };
            let worth = Worth {
                value: of_all(said.iter().map(|(_, value)| *value).sum()),
                usual: of_all(units.iter().map(|unit| usual(*unit)).sum()),
            };
            Behind { period: month(index), who: of(&units), worth: Some(worth) }
        };
        let behind: Vec<Behind> = months.iter().enumerate().map(behind).collect();
        reporters_changed(by, &behind).map(|period| period.to_string())
    }

    /// What a unit says in a month: its level, and a little that comes and goes.
    fn about(unit: u8, month: usize, level: u32) -> (u8, Decimal) {
        let step = (month * 7 + usize::from(unit) * 3) % 5;
        (unit, Decimal::from(level) + Decimal::from(step) / Decimal::TEN)
    }

    #[test]
    fn one_unit_among_many_counts_by_what_it_is_worth() {
        let months = |level: u32, most: usize| -> Vec<Vec<(u8, Decimal)>> {
            let of_month = |at: usize| {
                let small = (2..=22).map(move |unit| about(unit, at, 50));
                let large = (at < most).then(|| about(1, at, level));
                small.chain(large).collect()
            };
            (0..24).map(of_month).collect()
        };
        let last = Some("2024-12".to_owned());
        assert_eq!(changed_of(Aggregation::Sum, &months(1000, 23)), last, "most of the sum");
        assert_eq!(changed_of(Aggregation::Mean, &months(150, 23)), last, "unlike the others");
        assert_eq!(changed_of(Aggregation::Mean, &months(50, 23)), None, "like the others");
        assert_eq!(changed_of(Aggregation::Sum, &months(1000, 24)), None, "nobody is missing");
    }

    #[test]
    fn units_that_go_one_by_one_and_units_that_change_places_are_seen() {
        let leaving = |at: usize| {
            let level = |unit: u8| 40 + u32::from(unit);
            let left = |unit: &u8| at < 16 || usize::from(*unit) + at < 38;
            (1..=22).filter(left).map(move |unit| about(unit, at, level(unit))).collect()
        };
        let months: Vec<Vec<(u8, Decimal)>> = (0..24).map(leaving).collect();
        assert!(changed_of(Aggregation::Mean, &months).is_some());
        let swapped = |at: usize| {
            let range = if at < 16 { 1..=18 } else { 5..=22 };
            range.map(move |unit| about(unit, at, 30 + 2 * u32::from(unit))).collect()
        };
        let months: Vec<Vec<(u8, Decimal)>> = (0..24).map(swapped).collect();
        assert_eq!(changed_of(Aggregation::Mean, &months).as_deref(), Some("2024-05"));
    }

    #[test]
    fn a_unit_that_has_not_reported_yet_makes_another_sum() {
        assert_eq!(
            changed(Aggregation::Sum, &[&[1, 2], &[1, 2], &[1]]).as_deref(),
            Some("2023-03")
        );
        assert_eq!(
            changed(Aggregation::Mean, &[&[1, 2], &[1, 2], &[2]]).as_deref(),
            Some("2023-03")
        );
    }

    #[test]
    fn a_unit_that_has_begun_to_report_makes_another_sum_from_then_on() {
        let months: [&[u8]; 4] = [&[1, 2], &[1, 2], &[1, 2, 3], &[1, 2, 3]];
        assert_eq!(changed(Aggregation::Sum, &months).as_deref(), Some("2023-03"));
        let swapped: [&[u8]; 3] = [&[1, 2], &[1, 3], &[1, 3]];
        assert_eq!(changed(Aggregation::Sum, &swapped).as_deref(), Some("2023-02"));
    }

    #[test]
    fn the_same_units_and_one_among_many_make_no_change() {
        assert_eq!(changed(Aggregation::Sum, &[&[1, 2], &[2, 1], &[1, 2]]), None);
        let many: Vec<u8> = (1..=40).collect();
        let fewer: Vec<u8> = (2..=40).collect();
        assert_eq!(changed(Aggregation::Sum, &[&many, &fewer, &many]), None);
        assert_eq!(changed(Aggregation::Mean, &[&many[..6], &many[..5]]), None);
    }
}
