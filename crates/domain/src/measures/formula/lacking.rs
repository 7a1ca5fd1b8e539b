//! Why a formula has no value.

use rust_decimal::Decimal;

use super::{Expression, Rule};

/// What keeps a formula from having a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lacking<M> {
    /// These parts have no value, in the order they first stand.
    Parts(Vec<M>),
    /// Something is divided by zero.
    DividedByZero,
    /// The result is larger than what can be kept.
    TooLarge,
}

impl<M: Ord + Clone> Expression<M> {
    /// Why there is no value with these values of the parts; none when there is one.
    pub fn lacks(&self, of: &impl Fn(&M) -> Option<Decimal>) -> Option<Lacking<M>> {
        let missing = self.measures().into_iter().filter(|one| of(one).is_none());
        let missing: Vec<M> = missing.cloned().collect();
        if !missing.is_empty() {
            return Some(Lacking::Parts(missing));
        }
        if self.value(&mut |one| of(one)).is_some() {
            return None;
        }
        Some(if self.divides_by_zero(of) { Lacking::DividedByZero } else { Lacking::TooLarge })
    }

    fn divides_by_zero(&self, of: &impl Fn(&M) -> Option<Decimal>) -> bool {
        match self {
            Self::Number(_) | Self::Measure(_) => false,
            Self::Negative(inner) => inner.divides_by_zero(of),
            Self::Both(rule, left, right) => {
                let by_zero = *rule == Rule::Divide
                    && right.value(&mut |one| of(one)).is_some_and(|below| below.is_zero());
                by_zero || left.divides_by_zero(of) || right.divides_by_zero(of)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacks(text: &str, values: [Option<i64>; 2]) -> Option<Lacking<usize>> {
        let formula = Expression::of_letters(text, |place| place < 2).unwrap();
        formula.lacks(&|place| values[*place].map(Decimal::from))
    }

    #[test]
    fn the_parts_without_a_value_are_named_before_anything_is_computed() {
        assert_eq!(lacks("A / B", [None, Some(0)]), Some(Lacking::Parts(vec![0])));
        assert_eq!(lacks("B / A", [None, None]), Some(Lacking::Parts(vec![1, 0])));
        assert_eq!(lacks("A / B", [Some(1), Some(2)]), None);
    }

    #[test]
    fn a_division_by_zero_is_told_from_what_is_too_large() {
        assert_eq!(lacks("1 + -(A / (B - 2))", [Some(1), Some(2)]), Some(Lacking::DividedByZero));
        let large = "A * A * A * A * A";
        assert_eq!(lacks(large, [Some(i64::MAX), None]), Some(Lacking::TooLarge));
    }
}
