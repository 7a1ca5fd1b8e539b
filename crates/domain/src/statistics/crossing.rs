//! What org units cost beside the quality they give: each in one of four fields around the two
//! medians. Tells where to look, not what is right: the cheap may serve other people than the dear.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::association::{Association, median};
use super::rules::Movement;
use super::target::{Desired, Meaning};

/// Fewer org units than this have no cross.
pub const FEWEST: usize = 5;

/// Where an org unit lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Lower cost and better quality than the medians.
    LowCostBetter,
    /// Higher cost and better quality.
    HighCostBetter,
    /// Lower cost and worse quality.
    LowCostWorse,
    /// Higher cost and worse quality.
    HighCostWorse,
    /// On one of the medians.
    OnCross,
}

/// Org units around the medians of cost and quality.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// The median cost.
    pub cost: Decimal,
    /// The median quality.
    pub quality: Decimal,
    /// One for each org unit, in the order they were given.
    pub fields: Vec<Field>,
    /// Whether the dearer ones have higher values of quality, more than chance.
    pub association: Association,
}

impl Crossing {
    /// Sets org units, each with its cost and its quality, around their medians. None when they are
    /// fewer than five, or nobody has said which way quality is better.
    pub fn of(units: &[(Decimal, Decimal)], better: Desired) -> Option<Self> {
        if units.len() < FEWEST || better == Desired::Neither {
            return None;
        }
        let cost = median(units.iter().map(|one| one.0))?;
        let quality = median(units.iter().map(|one| one.1))?;
        let field = |(own_cost, own_quality): &(Decimal, Decimal)| {
            let is_better = match own_quality.cmp(&quality) {
                Ordering::Greater => better.meaning(Movement::Up) == Meaning::Better,
                Ordering::Less => better.meaning(Movement::Down) == Meaning::Better,
                Ordering::Equal => return Field::OnCross,
            };
            match (own_cost.cmp(&cost), is_better) {
                (Ordering::Equal, _) => Field::OnCross,
                (Ordering::Less, true) => Field::LowCostBetter,
                (Ordering::Less, false) => Field::LowCostWorse,
                (Ordering::Greater, true) => Field::HighCostBetter,
                (Ordering::Greater, false) => Field::HighCostWorse,
            }
        };
        let fields = units.iter().map(field).collect();
        Some(Self { cost, quality, fields, association: Association::of(units) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn units(all: &[(i64, i64)]) -> Vec<(Decimal, Decimal)> {
        all.iter().map(|(cost, quality)| (Decimal::from(*cost), Decimal::from(*quality))).collect()
    }

    #[test]
    fn each_unit_lies_in_its_field_around_the_medians() {
        let all = units(&[(1, 9), (2, 1), (5, 5), (8, 2), (9, 8)]);
        let found = Crossing::of(&all, Desired::Higher).unwrap();
        assert_eq!((found.cost, found.quality), (Decimal::from(5), Decimal::from(5)));
        let fields = [
            Field::LowCostBetter,
            Field::LowCostWorse,
            Field::OnCross,
            Field::HighCostWorse,
            Field::HighCostBetter,
        ];
        assert_eq!(found.fields, fields);
        let turned = Crossing::of(&all, Desired::Lower).unwrap();
        assert_eq!(turned.fields[0], Field::LowCostWorse);
    }

    #[test]
    fn few_units_or_no_wish_have_no_cross() {
        let all = units(&[(1, 9), (2, 1), (5, 5), (8, 2)]);
        assert_eq!(Crossing::of(&all, Desired::Higher), None);
        let all = units(&[(1, 9), (2, 1), (5, 5), (8, 2), (9, 8)]);
        assert_eq!(Crossing::of(&all, Desired::Neither), None);
    }

    proptest! {
        #[test]
        fn never_more_than_half_lie_on_one_side(
            all in prop::collection::vec((-20_i64..20, -20_i64..20), FEWEST..60),
        ) {
            let found = Crossing::of(&units(&all), Desired::Higher).unwrap();
            let many = |field: &[Field]| found.fields.iter().filter(|one| field.contains(one)).count();
            prop_assert!(2 * many(&[Field::LowCostBetter, Field::LowCostWorse]) <= all.len());
            prop_assert!(2 * many(&[Field::LowCostBetter, Field::HighCostBetter]) <= all.len());
        }
    }
}
