//! Putting values of several org units together: of those below one, or of those merged into it.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::OrgUnitId;
use domain::measures::{
    Aggregation, Behind, Measure, Outcome, OutcomeQuality, OutcomeValue, Reporters, Worth,
};
use domain::periods::Period;
use domain::statistics::aggregate::{Method, Part, over_organisation};
use rust_decimal::Decimal;

use super::spread::Known;

/// Own values, and for periods without one those of the org units merged into this one.
pub(super) fn carry_on(
    measure: &Measure,
    org_unit: OrgUnitId,
    own: Vec<Outcome>,
    mut earlier: Vec<Outcome>,
) -> Vec<Outcome> {
    earlier.retain(|outcome| own.iter().all(|known| known.period != outcome.period));
    if measure.over_organisation.across().is_none() {
        // Values that must not be put together are carried on only where there is one.
        let mut times: BTreeMap<Period, usize> = BTreeMap::new();
        for outcome in &earlier {
            *times.entry(outcome.period).or_default() += 1;
        }
        earlier.retain(|outcome| times.get(&outcome.period) == Some(&1));
    }
    let (mut series, _) = roll_up(measure, org_unit, &earlier);
    series.extend(own);
    series.sort_by_key(|outcome| outcome.period);
    series
}

/// What values that are put together would be if each org unit behind them said what it usually says.
pub(super) struct Usual {
    /// In the order of time: what those who have said something usually say, added, and how many they are.
    /// None where the numbers are too large.
    periods: Vec<(Period, Option<Decimal>, u32)>,
}

impl Usual {
    /// Of some periods, in the order of time.
    pub(super) fn of<'p>(periods: impl IntoIterator<Item = &'p Period>) -> Self {
        let nothing = |period: &Period| (*period, Some(Decimal::ZERO), 0);
        Self { periods: periods.into_iter().map(nothing).collect() }
    }

    /// Adds what an org unit has said, in the order of time.
    pub(super) fn add(&mut self, said: impl Iterator<Item = (Period, Decimal)>) {
        let said: Vec<(Period, Decimal)> = said.collect();
        // The median: one value that is mistyped makes no unit worth more.
        let mut values: Vec<Decimal> = said.iter().map(|(_, value)| *value).collect();
        let middle = values.len() / 2;
        if values.is_empty() {
            return;
        }
        let usual = *values.select_nth_unstable(middle).1;
        let mut places = self.periods.iter_mut();
        for (period, _) in said {
            if let Some((_, sum, known)) = places.find(|(place, ..)| *place == period) {
                *sum = sum.and_then(|sum| sum.checked_add(usual));
                *known += 1;
            }
        }
    }

    /// As they are put together.
    pub(super) fn by(self, by: Aggregation) -> BTreeMap<Period, Decimal> {
        let whole = |(period, sum, known): (Period, Option<Decimal>, u32)| {
            let of = if by == Aggregation::Sum { 1 } else { known.max(1) };
            Some((period, sum?.checked_div(Decimal::from(of))?))
        };
        self.periods.into_iter().filter_map(whole).collect()
    }
}

/// A value that is put together, with who stand behind it.
pub(super) fn behind(
    outcome: &Outcome,
    who: Reporters,
    usual: &BTreeMap<Period, Decimal>,
) -> Behind {
    let worth = outcome.value.number().zip(usual.get(&outcome.period));
    let worth = worth.map(|(value, usual)| Worth { value, usual: *usual });
    Behind { period: outcome.period, who, worth }
}

/// The same of values that were put together of some others, in the order of time.
pub(super) fn all_behind(by: Aggregation, rolled: &[Outcome], below: &[Outcome]) -> Vec<Behind> {
    let mut who: BTreeMap<Period, Reporters> = BTreeMap::new();
    let mut said: BTreeMap<OrgUnitId, BTreeMap<Period, Decimal>> = BTreeMap::new();
    for one in below {
        if let Some(value) = one.value.number() {
            who.entry(one.period).or_default().add(one.org_unit);
            said.entry(one.org_unit).or_default().insert(one.period, value);
        }
    }
    let mut usual = Usual::of(who.keys());
    for said in said.into_values() {
        usual.add(said.into_iter());
    }
    let usual = usual.by(by);
    let of = |outcome: &Outcome| {
        behind(outcome, who.get(&outcome.period).copied().unwrap_or_default(), &usual)
    };
    rolled.iter().map(of).collect()
}

/// Values of what lies under an org unit put together period by period, and how many stand behind
/// the last one, of how many.
pub(super) fn roll_up(
    measure: &Measure,
    org_unit: OrgUnitId,
    below: &[Outcome],
) -> (Vec<Outcome>, Option<(usize, usize)>) {
    let mut by_period: BTreeMap<Period, Vec<Known>> = BTreeMap::new();
    for outcome in below {
        let known = (outcome.value, outcome.quality);
        by_period.entry(outcome.period).or_default().push(known);
    }
    let units: BTreeSet<_> = below.iter().map(|outcome| outcome.org_unit).collect();
    let mut coverage = None;
    let mut rolled = Vec::new();
    for (period, values) in by_period {
        let (outcome, known) = one_period(measure, (org_unit, period), &values);
        coverage = Some((known, units.len()));
        rolled.push(outcome);
    }
    (rolled, coverage)
}

/// Values of one period put together for an org unit, and how many of them are numbers.
pub(super) fn one_period(
    measure: &Measure,
    (org_unit, period): (OrgUnitId, Period),
    values: &[Known],
) -> (Outcome, usize) {
    // What is not put together comes here alone, and is its own mean.
    let method = measure.over_organisation.across().unwrap_or(Method::WeightedMean);
    let parts: Vec<Part> = values.iter().map(|(value, _)| Part::plain(value.number())).collect();
    let known = parts.iter().filter(|part| part.value.is_some()).count();
    let value = over_organisation(method, &parts).ok().and_then(|aggregate| aggregate.value);
    // The whole can be trusted no further than the least trusted of its parts.
    let quality = values.iter().map(|(_, quality)| *quality).min();
    let outcome = Outcome {
        measure: measure.id,
        org_unit,
        breakdown: String::new(),
        period,
        value: value.map_or(OutcomeValue::Missing, |value| {
            // Limits are computed on these; rounding to what is shown would make steps of noise.
            OutcomeValue::Measured(value.round_dp(u32::from(measure.decimals) + 2))
        }),
        quality: quality.unwrap_or(OutcomeQuality::Verified),
        version: 1,
    };
    (outcome, known)
}

#[cfg(test)]
mod tests {
    use domain::ids::ElementId;
    use domain::measures::Direction;
    use domain::periods::Frequency;

    use super::*;

    fn measure(over_organisation: Aggregation) -> Measure {
        Measure {
            id: ElementId::from([1; 16]),
            class: String::new(),
            measure_unit: String::new(),
            decimals: 0,
            direction: Direction::Higher,
            method: String::new(),
            source: String::new(),
            frequency: Frequency::Year,
            over_organisation,
            over_time: Aggregation::None,
            counts_in_assessment: true,
            controllable: true,
            is_percentage: false,
            formula: None,
            breakdowns: Vec::new(),
            least_count: domain::measures::LEAST_COUNT,
            lag_days: None,
            tells_inhabitants: None,
            tells_reason: String::new(),
            established: String::new(),
            established_link: String::new(),
            share_of: None,
        }
    }

    fn value(org_unit: u8, period: &str, number: i64) -> Outcome {
        Outcome {
            measure: ElementId::from([1; 16]),
            org_unit: OrgUnitId::from([org_unit; 16]),
            breakdown: String::new(),
            period: period.parse().unwrap(),
            value: OutcomeValue::Measured(Decimal::from(number)),
            quality: OutcomeQuality::Verified,
            version: 1,
        }
    }

    fn carried(over_organisation: Aggregation) -> Vec<(String, Option<Decimal>)> {
        let own = vec![value(3, "2025", 50)];
        let earlier = vec![
            value(1, "2023", 10),
            value(1, "2024", 20),
            value(2, "2024", 30),
            value(1, "2025", 1),
        ];
        carry_on(&measure(over_organisation), OrgUnitId::from([3; 16]), own, earlier)
            .iter()
            .map(|outcome| (outcome.period.to_string(), outcome.value.number()))
            .collect()
    }

    fn wanted(values: &[(&str, i64)]) -> Vec<(String, Option<Decimal>)> {
        values
            .iter()
            .map(|(period, value)| ((*period).to_owned(), Some(Decimal::from(*value))))
            .collect()
    }

    #[test]
    fn values_of_merged_org_units_stand_where_the_successor_has_none() {
        assert_eq!(carried(Aggregation::Sum), wanted(&[("2023", 10), ("2024", 50), ("2025", 50)]));
        assert_eq!(carried(Aggregation::Mean), wanted(&[("2023", 10), ("2024", 25), ("2025", 50)]));
    }

    #[test]
    fn values_that_must_not_be_put_together_are_carried_on_only_alone() {
        for over_organisation in [Aggregation::None, Aggregation::Latest] {
            assert_eq!(carried(over_organisation), wanted(&[("2023", 10), ("2025", 50)]));
        }
    }
}
