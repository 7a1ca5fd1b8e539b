//! Roll-up of outcomes over organisation and over time, by the method declared for the measure. Exact decimals; a missing
//! outcome is never zero, and every result says how many of the expected outcomes, and how much weight, it rests on.

use rust_decimal::Decimal;
use thiserror::Error;

/// How parts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The sum of the outcomes.
    Sum,
    /// The mean of the outcomes by weight. For a plain mean every part weighs one.
    WeightedMean,
    /// The sum of the outcomes divided by the sum of the weights, times `per`: outcome is numerator, weight denominator.
    RatioOfSums {
        /// 1 for a share, 100 for per cent, 1000 for per thousand inhabitants.
        per: Decimal,
    },
    /// Parts are not put together; only the coverage is counted.
    NotAdded,
}

/// How periods are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverTime {
    /// As parts of an organisation are.
    As(Method),
    /// The latest observed outcome stands for the whole, for stocks such as the number of residents.
    Latest,
}

/// One expected outcome: an organisational part, or a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// The outcome, or the numerator of a ratio; none when missing.
    pub value: Option<Decimal>,
    /// The weight, or the denominator of a ratio, zero or more. It may be known where the outcome is missing.
    pub weight: Option<Decimal>,
}

impl Part {
    /// An outcome that weighs one, missing or not.
    pub fn plain(value: Option<Decimal>) -> Self {
        Self { value, weight: Some(Decimal::ONE) }
    }
}

/// How many of the expected outcomes are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Known outcomes.
    pub known: usize,
    /// Known and missing outcomes.
    pub expected: usize,
}

impl Coverage {
    /// Whether nothing is missing. Nothing expected is not complete, for there is nothing to show.
    pub fn is_complete(self) -> bool {
        self.expected > 0 && self.known == self.expected
    }
}

/// The outcome of a whole, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aggregate {
    /// None when nothing is known, when the weights are zero in all, or when parts are not put together.
    pub value: Option<Decimal>,
    /// Known of expected.
    pub coverage: Coverage,
    /// Weight of the known outcomes, none when one of them has no weight.
    pub weight: Option<Decimal>,
    /// Weight of the missing outcomes, none when one of them has no weight.
    pub missing_weight: Option<Decimal>,
    /// With [`OverTime::Latest`] the index of the period the outcome comes from; an older one than the last shows here.
    pub taken_from: Option<usize>,
}

/// Why parts cannot be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AggregateProblem {
    /// A known outcome has no weight, and the method needs it.
    #[error("a known outcome has no weight")]
    WeightMissing,
    /// A weight is below zero.
    #[error("a weight is below zero")]
    NegativeWeight,
    /// The result has more digits than a decimal holds.
    #[error("the result is too large")]
    TooLarge,
    /// Tallies of different methods were merged.
    #[error("the parts are tallied by different methods")]
    MethodsDiffer,
}

/// A running roll-up that can be merged, so that a changed outcome is carried up an organisation level by level and gives
/// the same as one over all the lowest parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    method: Method,
    total: Decimal,
    coverage: Coverage,
    weight: Option<Decimal>,
    missing_weight: Option<Decimal>,
}

impl Tally {
    /// A tally of nothing.
    pub fn empty(method: Method) -> Self {
        let none = Some(Decimal::ZERO);
        Self {
            method,
            total: Decimal::ZERO,
            coverage: Coverage::default(),
            weight: none,
            missing_weight: none,
        }
    }

    /// A tally of parts; their order does not matter.
    ///
    /// # Errors
    /// When a needed weight is missing or below zero, or the sum is too large.
    pub fn of(method: Method, parts: &[Part]) -> Result<Self, AggregateProblem> {
        let mut tallies = parts.iter().map(|part| Self::one(method, *part));
        let Some(first) = tallies.next() else { return Ok(Self::empty(method)) };
        tallies.try_fold(first?, |tally, next| tally.merge(&next?))
    }

    /// Two tallies as one.
    ///
    /// # Errors
    /// When the methods differ, or the sum is too large.
    pub fn merge(&self, other: &Self) -> Result<Self, AggregateProblem> {
        if self.method != other.method {
            return Err(AggregateProblem::MethodsDiffer);
        }
        Ok(Self {
            method: self.method,
            total: add(self.total, other.total)?,
            coverage: Coverage {
                known: self.coverage.known + other.coverage.known,
                expected: self.coverage.expected + other.coverage.expected,
            },
            weight: add_known(self.weight, other.weight)?,
            missing_weight: add_known(self.missing_weight, other.missing_weight)?,
        })
    }

    /// The outcome of what is tallied. Means and ratios are rounded only here, at 28 significant digits.
    ///
    /// # Errors
    /// When the result is too large.
    pub fn finish(&self) -> Result<Aggregate, AggregateProblem> {
        let value = if self.coverage.known == 0 {
            None
        } else {
            match self.method {
                Method::Sum => Some(self.total),
                Method::WeightedMean => self.divided(Decimal::ONE)?,
                Method::RatioOfSums { per } => self.divided(per)?,
                Method::NotAdded => None,
            }
        };
        Ok(Aggregate {
            value,
            coverage: self.coverage,
            weight: self.weight,
            missing_weight: self.missing_weight,
            taken_from: None,
        })
    }

    fn one(method: Method, part: Part) -> Result<Self, AggregateProblem> {
        if part.weight.is_some_and(|weight| weight < Decimal::ZERO) {
            return Err(AggregateProblem::NegativeWeight);
        }
        let mut tally = Self::empty(method);
        tally.coverage.expected = 1;
        let Some(value) = part.value else {
            tally.missing_weight = part.weight;
            return Ok(tally);
        };
        tally.coverage.known = 1;
        tally.weight = part.weight;
        tally.total = match (method, part.weight) {
            (Method::WeightedMean | Method::RatioOfSums { .. }, None) => {
                return Err(AggregateProblem::WeightMissing);
            }
            (Method::WeightedMean, Some(weight)) => multiply(value, weight)?,
            (Method::Sum | Method::RatioOfSums { .. }, _) => value,
            (Method::NotAdded, _) => Decimal::ZERO,
        };
        Ok(tally)
    }

    fn divided(&self, per: Decimal) -> Result<Option<Decimal>, AggregateProblem> {
        let Some(weight) = self.weight.filter(|weight| !weight.is_zero()) else {
            return Ok(None);
        };
        let scaled = multiply(self.total, per)?;
        scaled.checked_div(weight).map(Some).ok_or(AggregateProblem::TooLarge)
    }
}

/// The outcome of an organisation from its parts, in any order.
///
/// # Errors
/// As [`Tally::of`] and [`Tally::finish`].
pub fn over_organisation(method: Method, parts: &[Part]) -> Result<Aggregate, AggregateProblem> {
    Tally::of(method, parts)?.finish()
}

/// The outcome of a longer period from shorter ones, in time order.
///
/// # Errors
/// As [`over_organisation`].
pub fn over_time(method: OverTime, periods: &[Part]) -> Result<Aggregate, AggregateProblem> {
    match method {
        OverTime::As(method) => over_organisation(method, periods),
        OverTime::Latest => {
            let tally = Tally::of(Method::NotAdded, periods)?.finish()?;
            let taken_from = periods.iter().rposition(|period| period.value.is_some());
            let value = taken_from.and_then(|index| periods.get(index)?.value);
            Ok(Aggregate { value, taken_from, ..tally })
        }
    }
}

/// An exact sum. A decimal that runs out of digits would round without saying so; here that is a problem.
fn add(one: Decimal, other: Decimal) -> Result<Decimal, AggregateProblem> {
    if let Some(sum) = add_digits(one, other) {
        return Ok(sum);
    }
    one.checked_add(other)
        .filter(|sum| sum.checked_sub(other) == Some(one) && sum.checked_sub(one) == Some(other))
        .ok_or(AggregateProblem::TooLarge)
}

/// The sum of numbers with as many decimals, by adding their digits, which cannot round. Values of a
/// measure have as many, and millions of them are added. None where it is not that easy.
fn add_digits(one: Decimal, other: Decimal) -> Option<Decimal> {
    if one.scale() != other.scale() {
        return None;
    }
    let digits = one.mantissa().checked_add(other.mantissa())?;
    Decimal::try_from_i128_with_scale(digits, one.scale()).ok()
}

/// An exact product, as [`add`].
fn multiply(one: Decimal, other: Decimal) -> Result<Decimal, AggregateProblem> {
    // A plain mean gives every outcome this weight.
    if other.scale() == 0 && other.mantissa() == 1 {
        return Ok(one.normalize());
    }
    let (one, other) = (one.normalize(), other.normalize());
    one.checked_mul(other)
        .filter(|product| product.is_zero() || product.scale() == one.scale() + other.scale())
        .filter(|product| !product.is_zero() || one.is_zero() || other.is_zero())
        .ok_or(AggregateProblem::TooLarge)
}

fn add_known(
    one: Option<Decimal>,
    other: Option<Decimal>,
) -> Result<Option<Decimal>, AggregateProblem> {
    one.zip(other).map(|(one, other)| add(one, other)).transpose()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PER_CENT: Method = Method::RatioOfSums { per: Decimal::ONE_HUNDRED };

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn part(value: &str, weight: &str) -> Part {
        let known = |text: &str| {
            if text.is_empty() { None } else { Some(decimal(text)) }
        };
        Part { value: known(value), weight: known(weight) }
    }

    fn rolled(method: Method, parts: &[Part]) -> Aggregate {
        over_organisation(method, parts).unwrap()
    }

    #[test]
    fn each_method_puts_parts_together_in_its_own_way() {
        let parts = [part("80", "10"), part("90", "30")];
        assert_eq!(rolled(Method::Sum, &parts).value, Some(decimal("170")));
        assert_eq!(rolled(Method::WeightedMean, &parts).value, Some(decimal("87.5")));
        assert_eq!(rolled(Method::NotAdded, &parts).value, None);
        let pupils = [part("8", "10"), part("27", "30")];
        assert_eq!(rolled(PER_CENT, &pupils).value, Some(decimal("87.5")));
    }

    #[test]
    fn a_plain_mean_weighs_every_part_the_same() {
        let parts =
            [Part::plain(Some(decimal("1"))), Part::plain(None), Part::plain(Some(decimal("2")))];
        let mean = rolled(Method::WeightedMean, &parts);
        assert_eq!(mean.value, Some(decimal("1.5")));
        assert_eq!(mean.coverage, Coverage { known: 2, expected: 3 });
    }

    #[test]
    fn a_missing_outcome_is_not_zero_and_shows_in_coverage_and_weight() {
        let parts = [part("80", "10"), part("", "30")];
        let mean = rolled(Method::WeightedMean, &parts);
        assert_eq!(mean.value, Some(decimal("80")));
        assert_eq!(mean.coverage, Coverage { known: 1, expected: 2 });
        assert!(!mean.coverage.is_complete());
        assert_eq!(mean.weight, Some(decimal("10")));
        assert_eq!(mean.missing_weight, Some(decimal("30")));
        let unknown_weight = rolled(Method::WeightedMean, &[part("80", "10"), part("", "")]);
        assert_eq!(unknown_weight.missing_weight, None);
    }

    #[test]
    fn nothing_known_has_no_outcome_rather_than_zero() {
        for method in [Method::Sum, Method::WeightedMean, PER_CENT, Method::NotAdded] {
            assert_eq!(rolled(method, &[]).value, None);
            assert_eq!(rolled(method, &[part("", "4")]).value, None);
        }
        assert!(!rolled(Method::Sum, &[]).coverage.is_complete());
        assert_eq!(rolled(Method::Sum, &[part("0", "")]).value, Some(Decimal::ZERO));
    }

    #[test]
    fn weights_of_zero_give_no_mean_and_no_ratio() {
        let parts = [part("80", "0"), part("90", "0")];
        assert_eq!(rolled(Method::WeightedMean, &parts).value, None);
        assert_eq!(rolled(PER_CENT, &parts).value, None);
    }

    #[test]
    fn digits_that_no_decimal_holds_are_not_added() {
        assert_eq!(add_digits(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(add_digits(Decimal::ONE, decimal("0.1")), None);
        assert_eq!(add(Decimal::MAX, Decimal::ONE), Err(AggregateProblem::TooLarge));
    }

    #[test]
    fn a_missing_or_negative_weight_is_refused_where_it_matters() {
        let without = [part("80", "")];
        let refused = |method, parts: &[Part]| over_organisation(method, parts).unwrap_err();
        assert_eq!(refused(Method::WeightedMean, &without), AggregateProblem::WeightMissing);
        assert_eq!(refused(PER_CENT, &without), AggregateProblem::WeightMissing);
        assert_eq!(rolled(Method::Sum, &without).value, Some(decimal("80")));
        assert_eq!(refused(Method::Sum, &[part("1", "-1")]), AggregateProblem::NegativeWeight);
    }

    #[test]
    fn the_latest_outcome_stands_for_the_year_and_tells_which_period_it_is_from() {
        let year = [part("10", ""), part("12", ""), part("", "")];
        let latest = over_time(OverTime::Latest, &year).unwrap();
        assert_eq!((latest.value, latest.taken_from), (Some(decimal("12")), Some(1)));
        assert_eq!(latest.coverage, Coverage { known: 2, expected: 3 });
        assert_eq!(over_time(OverTime::Latest, &[]).unwrap().value, None);
        let sum = over_time(OverTime::As(Method::Sum), &year).unwrap();
        assert_eq!((sum.value, sum.taken_from), (Some(decimal("22")), None));
    }

    #[test]
    fn a_result_that_would_have_to_be_rounded_or_overflows_is_refused() {
        let largest = Decimal::MAX.to_string();
        let refused = |method, parts: &[Part]| over_organisation(method, parts).unwrap_err();
        assert_eq!(
            refused(Method::Sum, &[part(&largest, ""), part("1", "")]),
            AggregateProblem::TooLarge
        );
        assert_eq!(
            refused(Method::Sum, &[part(&largest, ""), part("0.1", "")]),
            AggregateProblem::TooLarge
        );
        assert_eq!(
            refused(Method::WeightedMean, &[part(&largest, "2")]),
            AggregateProblem::TooLarge
        );
        assert_eq!(
            refused(Method::Sum, &[part("0.1", ""), part(&largest, "")]),
            AggregateProblem::TooLarge
        );
        let tiny = "0.000000000000001";
        let long = "0.1234567890123456789012345678";
        for (value, weight) in [(tiny, tiny), (long, "0.1")] {
            assert_eq!(
                refused(Method::WeightedMean, &[part(value, weight)]),
                AggregateProblem::TooLarge
            );
        }
    }

    #[test]
    fn tallies_of_different_methods_are_not_merged() {
        let merged = Tally::empty(Method::Sum).merge(&Tally::empty(Method::WeightedMean));
        assert_eq!(merged, Err(AggregateProblem::MethodsDiffer));
    }

    fn method() -> impl Strategy<Value = Method> {
        prop::sample::select(vec![Method::Sum, Method::WeightedMean, PER_CENT, Method::NotAdded])
    }

    fn parts() -> impl Strategy<Value = Vec<Part>> {
        let value = prop::option::weighted(0.8, (-1_000_000..1_000_000_i64, 0..4_u32));
        let part = (value, 0..5_000_i64).prop_map(|(value, weight)| Part {
            value: value.map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
            weight: Some(Decimal::new(weight, 1)),
        });
        prop::collection::vec(part, 0..30)
    }

    proptest! {
        #[test]
        fn the_order_of_parts_does_not_matter(
            method in method(),
            (parts, shuffled) in parts().prop_flat_map(|parts| (Just(parts.clone()), Just(parts).prop_shuffle())),
        ) {
            prop_assert_eq!(rolled(method, &parts), rolled(method, &shuffled));
        }

        #[test]
        fn a_whole_equals_its_parts_level_by_level(method in method(), parts in parts(), cut in 0..30_usize) {
            let (left, right) = parts.split_at(cut.min(parts.len()));
            let merged = Tally::of(method, left).unwrap().merge(&Tally::of(method, right).unwrap()).unwrap();
            prop_assert_eq!(merged.finish().unwrap(), rolled(method, &parts));
        }

        #[test]
        fn a_sum_equals_its_parts_and_coverage_counts_every_part(parts in parts()) {
            let sum = rolled(Method::Sum, &parts);
            let known: Vec<Decimal> = parts.iter().filter_map(|part| part.value).collect();
            prop_assert_eq!(sum.value, (!known.is_empty()).then(|| known.iter().sum()));
            prop_assert_eq!(sum.coverage, Coverage { known: known.len(), expected: parts.len() });
        }

        #[test]
        fn adding_digits_gives_the_same_as_adding_decimals(
            one in any::<i64>(), other in any::<i64>(), scale in 0..6_u32,
        ) {
            let (one, other) = (Decimal::new(one, scale), Decimal::new(other, scale));
            let sum = add_digits(one, other).unwrap();
            prop_assert_eq!(sum, one.checked_add(other).unwrap());
            prop_assert_eq!(sum.scale(), scale);
        }

        #[test]
        fn a_mean_lies_between_its_smallest_and_largest_part(parts in parts()) {
            if let Some(mean) = rolled(Method::WeightedMean, &parts).value {
                let weighing = parts.iter().filter(|part| part.weight.is_some_and(|weight| !weight.is_zero()));
                let known: Vec<Decimal> = weighing.filter_map(|part| part.value).collect();
                let rounding = Decimal::new(1, 15);
                prop_assert!(known.iter().min().is_some_and(|least| *least - rounding <= mean));
                prop_assert!(known.iter().max().is_some_and(|largest| mean <= *largest + rounding));
            }
        }

        #[test]
        fn a_missing_part_changes_coverage_and_nothing_else(method in method(), parts in parts()) {
            let mut with_missing = parts.clone();
            with_missing.push(Part { value: None, weight: Some(Decimal::ONE) });
            let (before, after) = (rolled(method, &parts), rolled(method, &with_missing));
            prop_assert_eq!((before.value, before.weight), (after.value, after.weight));
            prop_assert_eq!(before.coverage.expected + 1, after.coverage.expected);
        }
    }
}
