//! Where a value that is put together begins to rest on other org units than before.

use crate::ids::OrgUnitId;
use crate::periods::Period;

use super::Aggregation;

/// Of what is added, a change of more than one org unit in so many makes another sum.
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

    /// Whether values of these and of others cannot be compared: more than one in twenty have come or gone
    /// where they are added, one in five where their mean is taken. Where as many have come as have gone
    /// they count as one.
    fn differ_from(self, other: Self, by: Aggregation) -> bool {
        if self == other {
            return false;
        }
        let changed = self.count.abs_diff(other.count).max(1);
        let of = if by == Aggregation::Sum { OF_A_SUM } else { OF_A_MEAN };
        changed * of > self.count.max(other.count)
    }
}

/// The last period from which a series, in the order of time, rests on other org units than before. A
/// sum of fewer is no fall, and one of more no rise.
pub fn reporters_changed(
    by: Aggregation,
    behind: impl DoubleEndedIterator<Item = (Period, Reporters)>,
) -> Option<Period> {
    let mut later: Option<(Period, Reporters)> = None;
    for (period, reporters) in behind.rev() {
        match later {
            Some((since, known)) if known.differ_from(reporters, by) => return Some(since),
            _ => later = Some((period, reporters)),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(units: &[u8]) -> Reporters {
        let mut all = Reporters::default();
        for unit in units {
            all.add(OrgUnitId::from([*unit; 16]));
        }
        all
    }

    fn changed(by: Aggregation, months: &[&[u8]]) -> Option<String> {
        let month = |(index, units): (usize, &&[u8])| {
            let period: Period = format!("2026-{:02}", index + 1).parse().unwrap();
            (period, of(units))
        };
        let months: Vec<_> = months.iter().enumerate().map(month).collect();
        reporters_changed(by, months.into_iter()).map(|period| period.to_string())
    }

    #[test]
    fn a_unit_that_has_not_reported_yet_makes_another_sum() {
        assert_eq!(
            changed(Aggregation::Sum, &[&[1, 2], &[1, 2], &[1]]).as_deref(),
            Some("2026-03")
        );
        assert_eq!(
            changed(Aggregation::Mean, &[&[1, 2], &[1, 2], &[2]]).as_deref(),
            Some("2026-03")
        );
    }

    #[test]
    fn a_unit_that_has_begun_to_report_makes_another_sum_from_then_on() {
        let months: [&[u8]; 4] = [&[1, 2], &[1, 2], &[1, 2, 3], &[1, 2, 3]];
        assert_eq!(changed(Aggregation::Sum, &months).as_deref(), Some("2026-03"));
        let swapped: [&[u8]; 3] = [&[1, 2], &[1, 3], &[1, 3]];
        assert_eq!(changed(Aggregation::Sum, &swapped).as_deref(), Some("2026-02"));
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
