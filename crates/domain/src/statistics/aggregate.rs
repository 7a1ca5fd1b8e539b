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
        Self { method, total: Decimal::ZERO, coverage: Coverage::default(), weight: none, missing_weight: none }
    }

    /// A tally of parts; their order does not matter.
    ///
    /// # Errors
    /// When a needed weight is missing or below zero, or the sum is too large.
    pub fn of(method: Method, parts: &[Part]) -> Result<Self, AggregateProblem> {
        parts.iter().try_fold(Self::empty(method), |tally, part| tally.merge(&Self::one(method, *part)?))
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
            (Method::WeightedMean | Method::RatioOfSums { .. }, None) => return Err(AggregateProblem::WeightMissing),
            (Method::WeightedMean, Some(weight)) => value.checked_mul(weight).ok_or(AggregateProblem::TooLarge)?,
            (Method::Sum | Method::RatioOfSums { .. }, _) => value,
            (Method::NotAdded, _) => Decimal::ZERO,
        };
        Ok(tally)
    }

    fn divided(&self, per: Decimal) -> Result<Option<Decimal>, AggregateProblem> {
        let Some(weight) = self.weight.filter(|weight| !weight.is_zero()) else { return Ok(None) };
        let scaled = self.total.checked_mul(per).ok_or(AggregateProblem::TooLarge)?;
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

fn add(one: Decimal, other: Decimal) -> Result<Decimal, AggregateProblem> {
    one.checked_add(other).ok_or(AggregateProblem::TooLarge)
}

fn add_known(one: Option<Decimal>, other: Option<Decimal>) -> Result<Option<Decimal>, AggregateProblem> {
    one.zip(other).map(|(one, other)| add(one, other)).transpose()
}
