//! How a measure's values become one: of org units side by side, and of shorter periods in a longer.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Aggregation, Measure, OutcomeValue};
use crate::periods::{Frequency, Period};
use crate::statistics::aggregate::{Coverage, Method, OverTime, Part, over_time};

impl Aggregation {
    /// How values of org units side by side become one; none where they do not. The latest is no way:
    /// org units stand in no order, so that none of them is the latest.
    pub fn across(self) -> Option<Method> {
        match self {
            Self::Sum => Some(Method::Sum),
            Self::Mean => Some(Method::WeightedMean),
            Self::Latest | Self::None => None,
        }
    }

    /// How values of shorter periods become that of a longer; none where they do not.
    pub fn over_time(self) -> Option<OverTime> {
        match self {
            Self::Sum => Some(OverTime::As(Method::Sum)),
            Self::Mean => Some(OverTime::As(Method::WeightedMean)),
            Self::Latest => Some(OverTime::Latest),
            Self::None => None,
        }
    }
}

/// The value of a longer period, put together from shorter ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Longer {
    /// The longer period.
    pub period: Period,
    /// Its value, with two decimals more than the measure shows at most; none when no part is known.
    pub value: Option<Decimal>,
    /// How many of its parts are known. Those that the question does not concern are not waited for.
    pub coverage: Coverage,
    /// The part that stands for the whole, where the latest does.
    pub taken_from: Option<Period>,
}

/// The values of a measure's periods put together to longer ones, as the measure says, in the order of
/// time. Nothing where the measure does not say how, or its own periods are as long.
pub fn longer(
    measure: &Measure,
    values: impl IntoIterator<Item = (Period, OutcomeValue)>,
    frequency: Frequency,
) -> Vec<Longer> {
    let Some(method) = measure.over_time.over_time() else { return Vec::new() };
    if frequency.per_year() >= measure.frequency.per_year() {
        return Vec::new();
    }
    let mut wholes: BTreeMap<Period, BTreeMap<Period, OutcomeValue>> = BTreeMap::new();
    for (period, value) in values {
        if period.frequency() == measure.frequency {
            let whole = Period::containing(period.first_day(), frequency);
            wholes.entry(whole).or_default().insert(period, value);
        }
    }
    let wholes = wholes.into_iter();
    wholes.filter_map(|(period, known)| put_together(measure, method, period, &known)).collect()
}

fn put_together(
    measure: &Measure,
    method: OverTime,
    period: Period,
    known: &BTreeMap<Period, OutcomeValue>,
) -> Option<Longer> {
    let first = Period::containing(period.first_day(), measure.frequency);
    let parts = std::iter::successors(Some(first), |part| Some(part.next()));
    let expected: Vec<Period> = parts
        .take_while(|part| period.covers(*part))
        .filter(|part| known.get(part) != Some(&OutcomeValue::NotApplicable))
        .collect();
    let number = |part: &Period| known.get(part).and_then(|value| value.number());
    let values: Vec<Part> = expected.iter().map(|part| Part::plain(number(part))).collect();
    let whole = over_time(method, &values).ok()?;
    let value = whole.value.map(|value| value.round_dp(u32::from(measure.decimals) + 2));
    let taken_from = whole.taken_from.and_then(|index| expected.get(index).copied());
    Some(Longer { period, value, coverage: whole.coverage, taken_from })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::tests::sick_leave;

    fn of_year(over_time: Aggregation, values: &[(&str, OutcomeValue)]) -> Vec<Longer> {
        let measure = Measure { over_time, ..sick_leave() };
        let values = values.iter().map(|(period, value)| (period.parse().unwrap(), *value));
        longer(&measure, values, Frequency::Year)
    }

    fn number(text: &str) -> OutcomeValue {
        OutcomeValue::Measured(text.parse().unwrap())
    }

    /// January to April 2025 are known, May is missing, and June does not concern anybody.
    fn spring() -> Vec<(&'static str, OutcomeValue)> {
        vec![
            ("2025-02", number("20")),
            ("2025-01", number("10")),
            ("2025-03", number("31")),
            ("2025-04", number("0")),
            ("2025-05", OutcomeValue::Missing),
            ("2025-06", OutcomeValue::NotApplicable),
        ]
    }

    #[test]
    fn a_year_is_the_sum_the_mean_or_the_latest_of_its_months_as_the_measure_says() {
        let told = |over_time| {
            let all = of_year(over_time, &spring());
            let [year] = all.as_slice() else { panic!("{all:?}") };
            assert_eq!(year.period, Period::year_of(2025));
            assert_eq!((year.coverage.known, year.coverage.expected), (4, 11), "{over_time:?}");
            (year.value.unwrap().normalize().to_string(), year.taken_from)
        };
        assert_eq!(told(Aggregation::Sum), ("61".to_owned(), None));
        assert_eq!(told(Aggregation::Mean), ("15.25".to_owned(), None));
        let april = "2025-04".parse().ok();
        assert_eq!(told(Aggregation::Latest), ("0".to_owned(), april), "zero is a value");
        assert_eq!(of_year(Aggregation::None, &spring()), []);
    }

    #[test]
    fn years_come_in_order_and_nothing_known_is_not_zero() {
        let values = [("2026-01", OutcomeValue::Missing), ("2024-12", number("7"))];
        let all = of_year(Aggregation::Sum, &values);
        let told: Vec<_> = all.iter().map(|one| (one.period.year(), one.value)).collect();
        assert_eq!(told, [(2024, Some(Decimal::from(7))), (2026, None)]);
    }

    #[test]
    fn months_make_up_a_tertial_and_a_year_makes_up_nothing_longer() {
        let values = [("2025-04", number("1")), ("2025-05", number("2")), ("2025-08", number("3"))];
        let measure = Measure { over_time: Aggregation::Sum, ..sick_leave() };
        let of = |measure: &Measure, frequency| {
            let values = values.iter().map(|(period, value)| (period.parse().unwrap(), *value));
            longer(measure, values, frequency)
        };
        let tertials = of(&measure, Frequency::Tertial);
        let told: Vec<_> =
            tertials.iter().map(|one| (one.period.to_string(), one.value.unwrap())).collect();
        let wanted = [("2025-T1".to_owned(), 1.into()), ("2025-T2".to_owned(), 5.into())];
        assert_eq!(told, wanted);
        assert_eq!(of(&measure, Frequency::Month), []);
        assert_eq!(of(&Measure { frequency: Frequency::Year, ..measure }, Frequency::Year), []);
    }

    #[test]
    fn org_units_have_no_latest_among_them() {
        assert_eq!(Aggregation::Latest.across(), None);
        assert_eq!(Aggregation::None.across(), None);
        assert_eq!(Aggregation::Sum.across(), Some(Method::Sum));
        assert_eq!(Aggregation::Mean.across(), Some(Method::WeightedMean));
    }
}
