//! Whether a computed value grows with the org units behind it, as a sum does, or not, as a share does.

use super::expand::Parts;
use super::{Expression, Rule};
use crate::measures::{Aggregation, Measure};

impl Parts {
    /// What the value is over org units: a mean where it stays when twice as many stand behind every part,
    /// as a ratio of sums does, and otherwise a sum. `leaves` are the reported measures, in order.
    pub fn over_organisation(&self, leaves: &[&Measure]) -> Aggregation {
        match degree(&self.expression, leaves) {
            Some(0) => Aggregation::Mean,
            _ => Aggregation::Sum,
        }
    }
}

/// By which power of the number of org units a value grows; none where it grows by no single one.
fn degree(expression: &Expression<usize>, leaves: &[&Measure]) -> Option<i64> {
    match expression {
        Expression::Number(_) => Some(0),
        Expression::Measure(place) => {
            let is_sum = leaves.get(*place)?.over_organisation == Aggregation::Sum;
            Some(i64::from(is_sum))
        }
        Expression::Negative(inner) => degree(inner, leaves),
        Expression::Both(rule, left, right) => {
            let (left, right) = (degree(left, leaves)?, degree(right, leaves)?);
            match rule {
                Rule::Add | Rule::Subtract => (left == right).then_some(left),
                Rule::Multiply => left.checked_add(right),
                Rule::Divide => left.checked_sub(right),
            }
        }
    }
}
