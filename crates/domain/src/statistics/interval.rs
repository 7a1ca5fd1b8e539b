//! How sure a share of few people is, and whether two groups differ more than chance.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: intervals are estimates, not accounts"
)]

use rust_decimal::prelude::ToPrimitive;

use super::funnel::{Counted, Standing};
use super::quantiles::{NORMAL_95, normal};
use super::rules::Movement;

/// A share with the interval that chance puts around it, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Confidence {
    fn holds(self, share: f64) -> bool {
        self.low <= share && share <= self.high
    }
}

/// The interval of 95 per cent by E. B. Wilson, Journal of the American Statistical Association 22
/// (1927), 209–212. Unlike the simple one it never leaves 0 to 1, and has a width where nobody or
/// everybody is counted.
pub fn wilson(of: Counted) -> Confidence {
    score_interval(of, NORMAL_95)
}

fn score_interval(of: Counted, z: f64) -> Confidence {
    let many = of.out_of.to_f64().unwrap_or(f64::MAX).max(1.0);
    let (share, square) = (of.share(), z * z);
    let middle = share + square / (2.0 * many);
    let reach = z * (share * (1.0 - share) / many + square / (4.0 * many * many)).sqrt();
    let over = 1.0 + square / many;
    let low = if of.events == 0 { 0.0 } else { ((middle - reach) / over).max(0.0) };
    let high = if of.events >= of.out_of { 1.0 } else { ((middle + reach) / over).min(1.0) };
    Confidence { low, high }
}

/// Few org units held against what is common to them.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldAgainst {
    /// The share of all together, from 0 to 1.
    pub common: f64,
    /// One interval for each, in their order. One that does not hold what is common differs more than
    /// chance, with all of them looked at.
    pub intervals: Vec<Confidence>,
    /// How each stands.
    pub standings: Vec<Standing>,
}

/// Holds few org units against all of them together; none when they are fewer than two.
///
/// Each gets Wilson's interval with the one case of twenty shared among them all (Bonferroni; O. J. Dunn,
/// Journal of the American Statistical Association 56 (1961), 52–64): of seven alike, one in three times
/// some interval of 95 per cent would miss. Where only the interval of 95 per cent misses what is common,
/// the unit is one to watch.
pub fn held_against(units: &[Counted]) -> Option<HeldAgainst> {
    if units.len() < 2 {
        return None;
    }
    let all = |count: fn(&Counted) -> u64| units.iter().map(count).sum();
    let common = Counted { events: all(|one| one.events), out_of: all(|one| one.out_of) }.share();
    let z = normal(1.0 - 0.025 / units.len().to_f64()?);
    let intervals: Vec<Confidence> = units.iter().map(|one| score_interval(*one, z)).collect();
    let stands = |(one, interval): (&Counted, &Confidence)| {
        let way = if one.share() > common { Movement::Up } else { Movement::Down };
        if !interval.holds(common) {
            Standing::Differs(way)
        } else if !wilson(*one).holds(common) {
            Standing::Watch(way)
        } else {
            Standing::Usual
        }
    };
    let standings = units.iter().zip(&intervals).map(stands).collect();
    Some(HeldAgainst { common, intervals, standings })
}

/// Groups beside each other, each with an interval made for comparing.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The intervals, in the order of the groups. Two that do not meet differ more than chance.
    pub intervals: Vec<Confidence>,
    /// Which pairs differ, the one with the higher share first, by their places.
    pub apart: Vec<(usize, usize)>,
}

/// Sets groups beside each other; none when they are fewer than two.
///
/// Each gets an interval of about 1.39 standard errors, so that two alike fail to meet in one case of
/// twenty (H. Goldstein and M. J. R. Healy, Journal of the Royal Statistical Society A 158 (1995),
/// 175–177): intervals of 95 per cent that just meet would differ far more than that. With more pairs
/// than one the one case of twenty is shared among them all (Bonferroni). The intervals are Wilson's.
pub fn compared(groups: &[Counted]) -> Option<Compared> {
    if groups.len() < 2 {
        return None;
    }
    let pairs = groups.len() * (groups.len() - 1) / 2;
    let z = normal(1.0 - 0.025 / pairs.to_f64()?) / std::f64::consts::SQRT_2;
    let intervals: Vec<Confidence> = groups.iter().map(|one| score_interval(*one, z)).collect();
    let mut apart = Vec::new();
    for (first, one) in intervals.iter().enumerate() {
        for (second, other) in intervals.iter().enumerate() {
            if one.low > other.high {
                apart.push((first, second));
            }
        }
    }
    Some(Compared { intervals, apart })
}

/// Why a share moves easily: it is of few, or of something that seldom happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallNumbers {
    /// Fewer than thirty people.
    FewPeople,
    /// Under five per cent of them, or over ninety-five: a handful decides.
    Rare,
}

/// Whether a share rests on small numbers, so that single persons move it.
pub fn small_numbers(of: Counted) -> Option<SmallNumbers> {
    let share = of.share();
    if of.out_of < 30 {
        Some(SmallNumbers::FewPeople)
    } else if !(0.05..=0.95).contains(&share) {
        Some(SmallNumbers::Rare)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(events: u64, out_of: u64) -> Counted {
        Counted { events, out_of }
    }

    /// Table I of R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, method 3.
    #[test]
    fn the_intervals_of_a_published_table_come_out() {
        let published = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ];
        for (events, out_of, low, high) in published {
            let found = wilson(of(events, out_of));
            assert!(
                (found.low - low).abs() < 5e-5 && (found.high - high).abs() < 5e-5,
                "{found:?}"
            );
        }
    }

    #[test]
    fn two_groups_are_held_to_about_one_point_three_nine_standard_errors() {
        // With many people Wilson's interval is share ± z √(p(1 − p)/n).
        let found = compared(&[of(500_000, 1_000_000), of(500_000, 1_000_000)]).unwrap();
        let errors = (found.intervals[0].high - 0.5) / 0.0005;
        assert!((errors - 1.386).abs() < 1e-3, "{errors}");
        assert_eq!(found.apart, []);
    }

    #[test]
    fn groups_apart_are_told_with_the_higher_first() {
        let found = compared(&[of(50, 100), of(80, 100), of(79, 100)]).unwrap();
        assert_eq!(found.apart, [(1, 0), (2, 0)]);
        assert_eq!(compared(&[of(1, 2)]), None);
    }

    #[test]
    fn intervals_of_95_per_cent_may_meet_although_the_groups_differ() {
        let (one, other) = (of(60, 100), of(45, 100));
        assert!(wilson(other).high > wilson(one).low, "the intervals of 95 per cent meet");
        assert_eq!(compared(&[one, other]).unwrap().apart, [(0, 1)]);
    }

    #[test]
    fn more_groups_need_a_larger_difference() {
        let two = compared(&[of(60, 100), of(45, 100)]).unwrap();
        let many =
            compared(&[of(60, 100), of(45, 100), of(52, 100), of(53, 100), of(54, 100)]).unwrap();
        assert!(!two.apart.is_empty() && many.apart.is_empty());
    }

    #[test]
    fn a_share_of_few_or_of_something_rare_is_of_small_numbers() {
        assert_eq!(small_numbers(of(10, 29)), Some(SmallNumbers::FewPeople));
        assert_eq!(small_numbers(of(4, 100)), Some(SmallNumbers::Rare));
        assert_eq!(small_numbers(of(96, 100)), Some(SmallNumbers::Rare));
        assert_eq!(small_numbers(of(5, 100)), None);
        assert_eq!(small_numbers(of(15, 30)), None);
    }

    #[test]
    fn among_few_units_the_one_case_of_twenty_is_shared() {
        let alike = [of(50, 100), of(50, 100), of(50, 100), of(50, 100), of(50, 100)];
        let found = held_against(&alike).unwrap();
        assert_eq!(found.standings, [Standing::Usual; 5]);
        // z(1 − 0.025/5) = 2.5758, the point of 99 per cent.
        let reach = score_interval(of(50, 100), 2.575_829_3);
        assert!((found.intervals[0].high - reach.high).abs() < 1e-6);
        assert_eq!(held_against(&alike[..1]), None);
    }

    #[test]
    fn a_unit_that_only_misses_by_its_own_interval_is_one_to_watch() {
        let mut units = vec![of(500, 1000); 5];
        units.push(of(61, 100));
        units.push(of(20, 100));
        let found = held_against(&units).unwrap();
        assert_eq!(found.standings[..5], [Standing::Usual; 5]);
        assert_eq!(found.standings[5], Standing::Watch(Movement::Up));
        assert_eq!(found.standings[6], Standing::Differs(Movement::Down));
    }

    /// Seven units alike, many times over: seldom does any of them differ.
    #[test]
    fn of_alike_units_some_one_differs_at_most_once_in_twenty() {
        let mut state = 20_260_825_u64;
        let mut even = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 1_000
        };
        let (mut some, mut alone) = (0_u32, 0_u32);
        for _ in 0..2_000 {
            let units: Vec<Counted> =
                (0..7).map(|_| of((0..120).filter(|_| even() < 300).count() as u64, 120)).collect();
            let found = held_against(&units).unwrap();
            let differs = |one: &Standing| matches!(one, Standing::Differs(_));
            some += u32::from(found.standings.iter().any(differs));
            alone += u32::from(found.standings.iter().any(|one| *one != Standing::Usual));
        }
        assert!(some <= 110, "{some} of 2000");
        assert!(alone > 2 * some, "without the correction it would be {alone}");
    }

    proptest! {
        #[test]
        fn an_interval_lies_within_nought_and_one_and_holds_its_share(
            events in 0_u64..500, more in 0_u64..500,
        ) {
            let one = of(events, events + more + 1);
            let found = wilson(one);
            prop_assert!(0.0 <= found.low && found.high <= 1.0 && found.low < found.high);
            prop_assert!(found.holds(one.share()));
        }

        #[test]
        fn a_group_never_differs_from_itself(events in 0_u64..50, more in 0_u64..50, many in 2_usize..9) {
            let one = of(events, events + more + 1);
            prop_assert_eq!(compared(&vec![one; many]).unwrap().apart, vec![]);
        }
    }
}
