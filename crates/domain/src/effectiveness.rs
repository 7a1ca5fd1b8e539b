//! Effectiveness: how far a goal is reached in relation to what was used for it.
//!
//! Österåker's steering model (*Styrmodell för Österåkers kommun*, the seed's part 002) defines
//! *effektivitet* as "graden av måluppfyllelse i förhållande till resursanvändningen". As a number:
//!
//! - **attainment** is the mean, over the measures that count in the assessment and have both an
//!   outcome and a level, of how much of the level was reached, each at most 1, so that more than
//!   enough in one cannot hide too little in another;
//! - **resource use** is the mean, over the measures of resources that have both, of the outcome
//!   divided by the level that was planned. Shares of a hundred, such as sick leave, tell of
//!   conditions and not of amounts used, and are left out;
//! - **effectiveness** is attainment divided by resource use. 1 is as planned, more is more reached
//!   for what was used, less is less.
//!
//! When a part is missing there is no ratio. It is never guessed, and missing is never zero.

use rust_decimal::Decimal;

use crate::measures::{Measure, Target};
use crate::steering::{MeasureClass, TargetKind};

/// An outcome beside the level it is held against.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// What was measured.
    pub value: Decimal,
    /// What it should be.
    pub target: &'a Target,
}

/// The ratio with its parts, each on its own when the other is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effectiveness {
    /// How much of the goal is reached, 0 to 1; none without a result to hold against a level.
    pub attainment: Option<Decimal>,
    /// What was used, 1 is as planned; none without a resource to hold against a level.
    pub resource_use: Option<Decimal>,
}

impl Effectiveness {
    /// Attainment divided by resource use; none when a part is missing or nothing was used.
    pub fn ratio(&self) -> Option<Decimal> {
        let used = self.resource_use.filter(|used| !used.is_zero())?;
        self.attainment?.checked_div(used)
    }
}

/// The class of a model's measures that tells of resources: the first one, when the municipality
/// steers it and it does not count itself but a later one does. None in a model without a chain.
pub fn resource_class<'c>(classes: &[&'c MeasureClass]) -> Option<&'c MeasureClass> {
    let (first, later) = classes.split_first()?;
    let is_resource = first.controllable && !first.counts_in_assessment;
    (is_resource && later.iter().any(|class| class.counts_in_assessment)).then_some(first)
}

/// How much of the level an outcome reaches, 0 to 1; none when the two make no share.
pub fn attainment_of(target: &Target, value: Decimal) -> Option<Decimal> {
    if target.is_met_by(value)? {
        return Some(Decimal::ONE);
    }
    let low = target.low?;
    let high = if target.kind == TargetKind::Range { target.high? } else { low };
    let share = match target.kind {
        TargetKind::AtLeast => value.checked_div(low),
        TargetKind::AtMost => low.checked_div(value),
        TargetKind::Range | TargetKind::Equal if value < low => value.checked_div(low),
        TargetKind::Range | TargetKind::Equal => high.checked_div(value),
        // A place among others, a direction or a yes is reached or not.
        _ => None,
    }?;
    let both_positive = value >= Decimal::ZERO && low >= Decimal::ZERO;
    both_positive.then(|| share.clamp(Decimal::ZERO, Decimal::ONE))
}

/// The outcome as a share of the level planned; none when the two make no share.
fn use_of(part: &Compared<'_>) -> Option<Decimal> {
    if part.measure.is_percentage {
        return None;
    }
    let planned = match part.target.kind {
        TargetKind::Range => part.target.high?,
        TargetKind::AtLeast | TargetKind::AtMost | TargetKind::Equal => part.target.low?,
        _ => return None,
    };
    let amounts = part.value >= Decimal::ZERO && planned > Decimal::ZERO;
    if amounts { part.value.checked_div(planned) } else { None }
}

/// Which of the resources are amounts that make up the resource use.
pub fn is_amount(part: &Compared<'_>) -> bool {
    use_of(part).is_some()
}

/// Puts results and resources together.
pub fn effectiveness(results: &[Compared<'_>], resources: &[Compared<'_>]) -> Effectiveness {
    let reached = results.iter().filter_map(|part| attainment_of(part.target, part.value));
    Effectiveness {
        attainment: mean(reached),
        resource_use: mean(resources.iter().filter_map(use_of)),
    }
}

fn mean(shares: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let shares: Vec<Decimal> = shares.collect();
    let sum = shares.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one))?;
    sum.checked_div(Decimal::from(shares.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::ElementId;
    use crate::measures::tests::sick_leave;
    use crate::periods::Period;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn target(kind: TargetKind, low: Decimal, high: Option<Decimal>) -> Target {
        Target {
            measure: ElementId::from([1; 16]),
            org_unit: None,
            period: Period::year_of(2026),
            kind,
            low: Some(low),
            high,
            version: 1,
        }
    }

    fn amounts() -> Measure {
        Measure { is_percentage: false, ..sick_leave() }
    }

    #[test]
    fn the_golden_case_is_as_counted_by_hand() {
        let (share, krona) = (sick_leave(), amounts());
        let satisfied = target(TargetKind::AtLeast, dec("90"), None);
        let falls = target(TargetKind::AtMost, dec("4"), None);
        let cost = target(TargetKind::AtMost, dec("150000"), None);
        // 81 of 90 is 0.9; 5 where at most 4 was wanted is 0.8; the mean is 0.85.
        let results = [
            Compared { measure: &share, value: dec("81"), target: &satisfied },
            Compared { measure: &share, value: dec("5"), target: &falls },
        ];
        // 153 000 of 150 000 kronor is 1.02.
        let resources = [Compared { measure: &krona, value: dec("153000"), target: &cost }];
        let found = effectiveness(&results, &resources);
        assert_eq!(found.attainment, Some(dec("0.85")));
        assert_eq!(found.resource_use, Some(dec("1.02")));
        assert_eq!(found.ratio().map(|ratio| ratio.round_dp(4)), Some(dec("0.8333")));
    }

    #[test]
    fn without_one_of_the_parts_there_is_no_ratio() {
        let krona = amounts();
        let level = target(TargetKind::AtMost, dec("10"), None);
        let part = [Compared { measure: &krona, value: dec("9"), target: &level }];
        for found in [effectiveness(&part, &[]), effectiveness(&[], &part)] {
            assert_eq!(found.ratio(), None);
            assert_ne!(found, Effectiveness::default());
        }
        assert_eq!(effectiveness(&[], &[]), Effectiveness::default());
        let nothing = [Compared { measure: &krona, value: dec("0"), target: &level }];
        assert_eq!(effectiveness(&part, &nothing).ratio(), None);
    }

    #[test]
    fn shares_and_levels_of_zero_are_no_amounts_used() {
        let (share, krona) = (sick_leave(), amounts());
        let (seven, zero) = (
            target(TargetKind::AtMost, dec("7"), None),
            target(TargetKind::AtMost, dec("0"), None),
        );
        for part in [
            Compared { measure: &share, value: dec("8"), target: &seven },
            Compared { measure: &krona, value: dec("8"), target: &zero },
            Compared { measure: &krona, value: dec("-8"), target: &seven },
        ] {
            assert!(!is_amount(&part));
            assert_eq!(effectiveness(&[], &[part]).resource_use, None);
        }
    }

    #[test]
    fn a_range_is_held_against_its_nearest_end() {
        let range = target(TargetKind::Range, dec("50"), Some(dec("80")));
        assert_eq!(attainment_of(&range, dec("40")), Some(dec("0.8")));
        assert_eq!(attainment_of(&range, dec("60")), Some(dec("1")));
        assert_eq!(attainment_of(&range, dec("100")), Some(dec("0.8")));
        assert_eq!(attainment_of(&target(TargetKind::Increase, dec("1"), None), dec("2")), None);
    }

    #[test]
    fn the_first_class_of_a_chain_tells_of_resources() {
        let class = |name: &str, counts, controllable| MeasureClass {
            name: name.to_owned(),
            counts_in_assessment: counts,
            controllable,
            note: None,
        };
        let (use_of, does, gives) =
            (class("resurs", false, true), class("gör", false, true), class("ger", true, true));
        assert_eq!(resource_class(&[&use_of, &does, &gives]), Some(&use_of));
        assert_eq!(resource_class(&[&gives, &does]), None);
        assert_eq!(resource_class(&[&class("omvärld", false, false), &gives]), None);
        assert_eq!(resource_class(&[]), None);
    }

    proptest! {
        #[test]
        fn attainment_stays_between_nothing_and_all(value in -1_000_000i64..1_000_000, low in -1_000_000i64..1_000_000, at_least in any::<bool>()) {
            let kind = if at_least { TargetKind::AtLeast } else { TargetKind::AtMost };
            let reached = attainment_of(&target(kind, low.into(), None), value.into());
            prop_assert!(reached.is_none_or(|reached| (Decimal::ZERO..=Decimal::ONE).contains(&reached)));
        }

        #[test]
        fn better_results_never_make_it_less_effective(value in 0i64..1_000_000, more in 0i64..1_000_000, low in 1i64..1_000_000) {
            let level = target(TargetKind::AtLeast, low.into(), None);
            prop_assert!(attainment_of(&level, (value + more).into()) >= attainment_of(&level, value.into()));
        }
    }
}
