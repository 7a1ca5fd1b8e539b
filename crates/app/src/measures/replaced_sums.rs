//! What the org units below make up, where an own value is about to take its place: a change like any
//! other, which owes a reason, once that was checked or stands in a frozen report.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use db::Tx;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Measure, Outcome, OutcomeValue, Standing};
use domain::periods::Period;

use super::decide_outcome::standing;
use super::own_values::nearest;
use super::roll_up::{carry_on, roll_up};
use super::store::{self, Sums};
use crate::organisation::lineage;
use crate::web::error::AppError;

/// What everybody has said of a measure for a period, for all people.
type OfPeriod = BTreeMap<(ElementId, Period), Vec<Outcome>>;

/// Of more measures everything is read at once.
const MANY: usize = 128;

/// A value that is about to be written.
type Asked<'k> = (&'k ValueKey, OutcomeValue);

/// The sums that own values are about to take the place of, and that others could trust: they were
/// checked, or stand in a frozen report. A value that says what the sum says changes nothing.
pub(crate) fn replaced_sums<'k>(
    tx: &mut Tx<'_>,
    structure: &Structure,
    values: impl IntoIterator<Item = Asked<'k>>,
) -> Result<Sums, AppError> {
    // A file brings many, most of them of org units that nothing makes up.
    let heirs: HashSet<OrgUnitId> =
        structure.organisation.all().filter_map(|unit| unit.succeeded_by).collect();
    let may_be = |key: &ValueKey| may_be_summed(structure, (key, heirs.contains(&key.org_unit)));
    let asked: Vec<Asked<'k>> = values.into_iter().filter(|(key, _)| may_be(key)).collect();
    if asked.is_empty() {
        return Ok(Sums::new());
    }
    let said = said_of(tx, &asked)?;
    // Only who carries on after others speaks for the past as well.
    let of_heirs = asked.iter().filter(|(key, _)| heirs.contains(&key.org_unit));
    let of_heirs: BTreeSet<ElementId> = of_heirs.map(|(key, _)| key.measure).collect();
    let speaking: HashSet<(ElementId, OrgUnitId)> =
        store::who_has_said(tx, &of_heirs)?.into_iter().collect();
    let sums = asked.into_iter().filter_map(|(key, value)| {
        let measure = structure.measure(key.measure)?;
        let of_period = said.get(&(key.measure, key.period))?;
        let has_said = speaking.contains(&(key.measure, key.org_unit));
        let merged = if heirs.contains(&key.org_unit) {
            lineage(&structure.organisation, key.org_unit)
        } else {
            Vec::new()
        };
        let sum = sum_at(structure, measure, (key, has_said, merged), of_period)?;
        differs(measure, sum.value, value).then_some((key, sum, value))
    });
    let sums: Vec<(&ValueKey, Standing, OutcomeValue)> = sums.collect();
    let unchecked: BTreeSet<ElementId> = sums
        .iter()
        .filter(|(_, sum, value)| !sum.owes_reason(*value))
        .map(|(key, ..)| key.measure)
        .collect();
    let frozen = store::frozen_periods(tx, unchecked)?;
    let owed = sums.into_iter().filter(|(key, sum, value)| {
        sum.owes_reason(*value) || frozen.contains(&(key.measure, key.org_unit, key.period))
    });
    Ok(owed.map(|(key, sum, _)| (key.clone(), sum)).collect())
}

/// Whether others make up what stands in a place that nobody has said anything of.
fn may_be_summed(structure: &Structure, (key, is_heir): (&ValueKey, bool)) -> bool {
    if !key.breakdown.is_empty() {
        return false;
    }
    let has_parts = !structure.organisation.children(key.org_unit).is_empty();
    let Some(measure) = structure.measure(key.measure) else { return false };
    let rolls_up = has_parts && measure.over_organisation.across().is_some();
    measure.formula.is_none() && (rolls_up || is_heir)
}

/// What has been said for the periods of some places.
fn said_of(tx: &mut Tx<'_>, asked: &[Asked<'_>]) -> Result<OfPeriod, AppError> {
    let mut said: OfPeriod =
        asked.iter().map(|(key, _)| ((key.measure, key.period), Vec::new())).collect();
    let texts: BTreeSet<String> = asked.iter().map(|(key, _)| key.period.to_string()).collect();
    let (Some(first), Some(last)) = (texts.first(), texts.last()) else { return Ok(said) };
    let take = |outcome: Outcome| {
        if outcome.breakdown.is_empty()
            && let Some(of_period) = said.get_mut(&(outcome.measure, outcome.period))
        {
            of_period.push(outcome);
        }
    };
    let measures: BTreeSet<ElementId> = asked.iter().map(|(key, _)| key.measure).collect();
    if measures.len() <= MANY {
        let found = store::outcomes_between(tx, &measures, (first, last))?;
        found.into_iter().for_each(take);
    } else {
        store::each_outcome_of(tx, &measures.into_iter().collect(), take)?;
    }
    Ok(said)
}

/// What others make up in a place; none where it has been said, or nobody says a number.
fn sum_at(
    structure: &Structure,
    measure: &Measure,
    (key, has_said, merged): (&ValueKey, bool, Vec<OrgUnitId>),
    of_period: &[Outcome],
) -> Option<Standing> {
    let (organisation, org_unit) = (&structure.organisation, key.org_unit);
    if of_period.iter().any(|one| one.org_unit == org_unit) {
        return None;
    }
    // Where something lies under an org unit without values the roll-up speaks, not the past.
    let speaks_below = !has_said && !organisation.children(org_unit).is_empty();
    let is_earlier = |one: &&Outcome| !speaks_below && merged.contains(&one.org_unit);
    let earlier = of_period.iter().filter(is_earlier).cloned();
    let carried = carry_on(measure, org_unit, Vec::new(), earlier.collect());
    let below = || {
        measure.over_organisation.across()?;
        let is_below = |one: &&Outcome| organisation.is_within(one.org_unit, org_unit);
        let below = of_period.iter().filter(is_below).cloned().collect();
        roll_up(measure, org_unit, &nearest(organisation, org_unit, below)).0.pop()
    };
    let whole = carried.into_iter().next().or_else(below);
    whole.as_ref().map(standing).filter(|sum| sum.value.number().is_some())
}

/// Whether a value says anything else than a sum, as far as the measure's decimals show.
fn differs(measure: &Measure, sum: OutcomeValue, value: OutcomeValue) -> bool {
    let shown = |value: OutcomeValue| {
        value.number().map(|number| number.round_dp(u32::from(measure.decimals)).normalize())
    };
    shown(sum) != shown(value)
}
