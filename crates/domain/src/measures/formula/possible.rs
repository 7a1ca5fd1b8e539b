//! Whether a formula can have a value at all.

use rust_decimal::Decimal;

use super::Expression;

impl<M: Ord> Expression<M> {
    /// Whether it can have a value at all: `a / 0` and `a / (b - b)` never can, whatever the measures
    /// are. Tried with a few values that have nothing to do with each other.
    pub fn can_have_a_value(&self) -> bool {
        let measures = self.measures();
        let tries = [(0_i64, 7_i64, 3_u32), (1, 11, 1), (2, -13, 2), (3, 1, 0), (4, 17_239, 0)];
        tries.into_iter().any(|(shift, step, scale)| {
            let mut of = |measure: &M| {
                let at = measures.iter().position(|one| *one == measure)?;
                let at = i64::try_from(at).ok()?;
                Some(Decimal::new((at + 1) * (at + 2 + shift) * step + shift + 1, scale))
            };
            self.value(&mut of).is_some()
        })
    }
}
