//! Which series a page shows: an org unit's own values, or a roll-up of what lies under it.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Aggregation, Baseline, Measure, Outcome, OutcomeQuality, OutcomeValue, Series, Target};
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
    let own = store::series(tx, id, org_unit)?;
    let baselines = store::baselines(tx, id, org_unit)?;
    if !own.is_empty() || measure.over_organisation == Aggregation::None {
        return Ok(Some(Shown::new(structure, measure, org_unit, own, baselines, today)));
    }
    let below: Vec<Outcome> = store::all_of_measure(tx, id)?
        .into_iter()
        .filter(|outcome| {
            outcome.breakdown.is_empty() && structure.organisation.is_within(outcome.org_unit, org_unit)
        })
        .collect();
    let (rolled, coverage) = roll_up(measure, org_unit, &below);
    let mut shown = Shown::new(structure, measure, org_unit, rolled, baselines, today);
    shown.coverage = coverage;
    Ok(Some(shown))
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
    let units: std::collections::BTreeSet<_> = below.iter().map(|outcome| outcome.org_unit).collect();
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
        let preliminary = outcomes.iter().any(|outcome| outcome.quality == OutcomeQuality::Preliminary);
        rolled.push(Outcome {
            measure: measure.id,
            org_unit,
            breakdown: String::new(),
            period,
            value: value.map_or(OutcomeValue::Missing, |value| {
                // Limits are computed on these; rounding to what is shown would make steps of noise.
                OutcomeValue::Measured(value.round_dp(u32::from(measure.decimals) + 2))
            }),
            quality: if preliminary { OutcomeQuality::Preliminary } else { OutcomeQuality::Verified },
            version: 1,
        });
    }
    (rolled, coverage)
}
