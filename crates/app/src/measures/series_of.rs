//! Which series a page shows: an org unit's own values, or a roll-up of what lies under it.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{
    Aggregation, Baseline, Measure, Outcome, OutcomeQuality, OutcomeValue, Series, Target,
};
use domain::periods::Period;
use domain::statistics::aggregate::{Method, Part, over_organisation};
use domain::statistics::finding::Finding;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::store;
use crate::web::error::AppError;

/// A series ready to be shown, with what belongs to it.
pub struct Shown {
    /// Whose values.
    pub org_unit: OrgUnitId,
    /// The values.
    pub series: Series,
    /// How many org units stand behind the last value, of how many; none for own values.
    pub coverage: Option<(usize, usize)>,
    /// The target in force for the last place.
    pub target: Option<Target>,
    /// Breaks.
    pub baselines: Vec<Baseline>,
    /// What can be said; none when the numbers are not usable.
    pub finding: Option<Finding>,
}

impl Shown {
    /// Puts a series together from rows already read.
    pub fn new(
        structure: &Structure,
        measure: &Measure,
        org_unit: OrgUnitId,
        outcomes: Vec<Outcome>,
        baselines: Vec<Baseline>,
        today: Date,
    ) -> Self {
        let through = Period::containing(today, measure.frequency).previous();
        let series = Series::new(outcomes, measure.frequency, through);
        let at = series.last_period().unwrap_or(through);
        let target = structure.target(measure.id, org_unit, at).cloned();
        let finding = series.finding(measure, target.as_ref(), &baselines, 0).ok();
        Self { org_unit, series, coverage: None, target, baselines, finding }
    }
}

/// The series of a measure for an org unit: its own values, else a roll-up of what lies under it.
pub fn shown(
    tx: &mut db::Tx<'_>,
    structure: &Structure,
    id: ElementId,
    org_unit: OrgUnitId,
    today: Date,
) -> Result<Option<Shown>, AppError> {
    let Some(measure) = structure.measure(id) else { return Ok(None) };
    let own = carried(tx, structure, measure, org_unit)?;
    let baselines = store::baselines(tx, id, org_unit)?;
    if !own.is_empty() || measure.over_organisation == Aggregation::None {
        return Ok(Some(Shown::new(structure, measure, org_unit, own, baselines, today)));
    }
    Ok(Some(put_together(tx, structure, measure, org_unit, baselines, today)?))
}

/// The series of several measures for one org unit: one question for all own values, then one for
/// each measure that has to be put together from what lies under the org unit.
pub fn shown_together(
    tx: &mut db::Tx<'_>,
    structure: &Structure,
    ids: &[ElementId],
    org_unit: OrgUnitId,
    today: Date,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let mut own: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    if !ids.is_empty() {
        for outcome in store::all_of_org_unit(tx, org_unit)? {
            own.entry(outcome.measure).or_default().push(outcome);
        }
    }
    let mut breaks = store::baselines_of_org_unit(tx, org_unit)?;
    let mut all = BTreeMap::new();
    for id in ids {
        let Some(measure) = structure.measure(*id) else { continue };
        let baselines = breaks.remove(id).unwrap_or_default();
        let outcomes = own.remove(id).unwrap_or_default();
        let shown = if outcomes.is_empty() && measure.over_organisation != Aggregation::None {
            put_together(tx, structure, measure, org_unit, baselines, today)?
        } else {
            Shown::new(structure, measure, org_unit, outcomes, baselines, today)
        };
        all.insert(*id, shown);
    }
    Ok(all)
}

/// The series of every measure of an org unit's goals, for a report: two questions in all.
pub fn shown_of_goals(
    tx: &mut db::Tx<'_>,
    structure: &Structure,
    owner: OrgUnitId,
    today: Date,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let mut by_measure: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    for outcome in store::all_of_goals_of(tx, owner)? {
        if structure.organisation.is_within(outcome.org_unit, owner) {
            by_measure.entry(outcome.measure).or_default().push(outcome);
        }
    }
    let mut breaks = store::baselines_of_org_unit(tx, owner)?;
    let mut all = BTreeMap::new();
    for (id, below) in by_measure {
        let Some(measure) = structure.measure(id) else { continue };
        let baselines = breaks.remove(&id).unwrap_or_default();
        let (own, others): (Vec<_>, Vec<_>) =
            below.into_iter().partition(|outcome| outcome.org_unit == owner);
        let alone = !own.is_empty() || measure.over_organisation == Aggregation::None;
        let (series, coverage) = if alone { (own, None) } else { roll_up(measure, owner, &others) };
        let mut shown = Shown::new(structure, measure, owner, series, baselines, today);
        shown.coverage = coverage;
        all.insert(id, shown);
    }
    Ok(all)
}

fn put_together(
    tx: &mut db::Tx<'_>,
    structure: &Structure,
    measure: &Measure,
    org_unit: OrgUnitId,
    baselines: Vec<Baseline>,
    today: Date,
) -> Result<Shown, AppError> {
    let mut below = store::all_of_measure_for_everyone(tx, measure.id)?;
    // An org unit's values come one after another: where it lies is looked up once.
    let mut known = None;
    below.retain(|outcome| match known {
        Some((unit, within)) if unit == outcome.org_unit => within,
        _ => {
            let within = structure.organisation.is_within(outcome.org_unit, org_unit);
            known = Some((outcome.org_unit, within));
            within
        }
    });
    let (rolled, coverage) = roll_up(measure, org_unit, &below);
    let mut shown = Shown::new(structure, measure, org_unit, rolled, baselines, today);
    shown.coverage = coverage;
    Ok(shown)
}

/// An org unit's own values, and for periods it has none, the values of those merged into it.
/// Where something lies under an org unit without values the roll-up speaks, not the past.
fn carried(
    tx: &mut db::Tx<'_>,
    structure: &Structure,
    measure: &Measure,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, AppError> {
    let own = store::series(tx, measure.id, org_unit)?;
    let organisation = &structure.organisation;
    if own.is_empty() && !organisation.children(org_unit).is_empty() {
        return Ok(own);
    }
    let mut earlier = Vec::new();
    for old in crate::organisation::lineage(organisation, org_unit) {
        earlier.extend(store::series(tx, measure.id, old)?);
    }
    Ok(carry_on(measure, org_unit, own, earlier))
}

fn carry_on(
    measure: &Measure,
    org_unit: OrgUnitId,
    own: Vec<Outcome>,
    mut earlier: Vec<Outcome>,
) -> Vec<Outcome> {
    earlier.retain(|outcome| own.iter().all(|known| known.period != outcome.period));
    if measure.over_organisation == Aggregation::None {
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

fn roll_up(
    measure: &Measure,
    org_unit: OrgUnitId,
    below: &[Outcome],
) -> (Vec<Outcome>, Option<(usize, usize)>) {
    let mut by_period: BTreeMap<Period, Vec<&Outcome>> = BTreeMap::new();
    for outcome in below {
        by_period.entry(outcome.period).or_default().push(outcome);
    }
    let units: std::collections::BTreeSet<_> =
        below.iter().map(|outcome| outcome.org_unit).collect();
    let method = match measure.over_organisation {
        Aggregation::Sum => Method::Sum,
        _ => Method::WeightedMean,
    };
    let mut coverage = None;
    let mut rolled = Vec::new();
    for (period, outcomes) in by_period {
        let parts: Vec<Part> = outcomes
            .iter()
            .map(|outcome| Part { value: outcome.value.number(), weight: Some(Decimal::ONE) })
            .collect();
        let measured = outcomes.iter().filter(|outcome| outcome.value.number().is_some()).count();
        let value = over_organisation(method, &parts).ok().and_then(|aggregate| aggregate.value);
        coverage = Some((measured, units.len()));
        let preliminary =
            outcomes.iter().any(|outcome| outcome.quality == OutcomeQuality::Preliminary);
        rolled.push(Outcome {
            measure: measure.id,
            org_unit,
            breakdown: String::new(),
            period,
            value: value.map_or(OutcomeValue::Missing, |value| {
                // Limits are computed on these; rounding to what is shown would make steps of noise.
                OutcomeValue::Measured(value.round_dp(u32::from(measure.decimals) + 2))
            }),
            quality: if preliminary {
                OutcomeQuality::Preliminary
            } else {
                OutcomeQuality::Verified
            },
            version: 1,
        });
    }
    (rolled, coverage)
}

#[cfg(test)]
mod tests {
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
        assert_eq!(carried(Aggregation::None), wanted(&[("2023", 10), ("2025", 50)]));
    }
}
