//! All values put together at three levels by the tally that every roll-up of a page is made of.

use std::collections::BTreeMap;

use anyhow::Context;
use domain::periods::Period;
use domain::statistics::aggregate::{Aggregate, AggregateProblem, Method, Part, Tally};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::shared::shared;
use super::values::{OfMeasure, Values};

/// Org unit, committee, municipality.
const LEVELS: usize = 3;
const THOUSAND: Decimal = Decimal::ONE_THOUSAND;

/// What stands for an org unit and period: the value by the measure's own method, with coverage.
struct Group {
    place: usize,
    period: Period,
    whole: Aggregate,
}

/// The groups of each level, by measure.
pub(super) struct Sums(Vec<[Vec<Group>; LEVELS]>);

impl Sums {
    /// Puts all together.
    pub(super) fn of(values: &Values) -> anyhow::Result<Self> {
        let sums = shared(values.measures.len(), |next| {
            let mut done = Vec::new();
            while let Some(at) = next() {
                let Some(measure) = values.measures.get(at) else { continue };
                done.push((at, levels(measure, &values.committees)?));
            }
            Ok(done)
        })?;
        Ok(Self(sums))
    }

    /// How many groups there are in all.
    pub(super) fn groups(&self) -> usize {
        self.0.iter().flatten().map(Vec::len).sum()
    }

    /// For each level a number that tells whether others put the same together: each group's sum and
    /// counts, weighted by which group it is.
    pub(super) fn checksums(&self, values: &Values) -> anyhow::Result<Vec<String>> {
        let periods = values.periods();
        let mut checksums = [0_i128; LEVELS];
        for (measure, levels) in self.0.iter().enumerate() {
            let method = values.measures.get(measure).map(|measure| measure.method);
            for (level, checksum) in levels.iter().zip(&mut checksums) {
                for group in level {
                    let period = periods.get(&group.period).copied().unwrap_or_default();
                    let weight = (31 * measure + 7 * group.place + 3 * period) % 1009 + 1;
                    *checksum +=
                        (thousandths(group, method)? + counted(group)?) * i128::try_from(weight)?;
                }
            }
        }
        Ok(checksums.iter().map(ToString::to_string).collect())
    }
}

/// A measure at every level: what is put together for the committees is carried on upwards.
fn levels(
    measure: &OfMeasure,
    committees: &[usize],
) -> Result<[Vec<Group>; LEVELS], AggregateProblem> {
    let mut units = Vec::with_capacity(measure.rows.len());
    let mut above: BTreeMap<(usize, Period), Tally> = BTreeMap::new();
    for row in &measure.rows {
        let own = Tally::of(measure.method, &[Part::plain(row.value)])?;
        units.push(Group { place: row.unit, period: row.period, whole: own.finish()? });
        let committee = committees.get(row.unit).copied().unwrap_or_default();
        carry(&mut above, (committee, row.period), &own)?;
    }
    let mut top: BTreeMap<(usize, Period), Tally> = BTreeMap::new();
    for ((_, period), tally) in &above {
        carry(&mut top, (0, *period), tally)?;
    }
    Ok([units, finished(above)?, finished(top)?])
}

fn carry(
    to: &mut BTreeMap<(usize, Period), Tally>,
    key: (usize, Period),
    more: &Tally,
) -> Result<(), AggregateProblem> {
    match to.get_mut(&key) {
        Some(tally) => *tally = tally.merge(more)?,
        None => drop(to.insert(key, *more)),
    }
    Ok(())
}

fn finished(tallies: BTreeMap<(usize, Period), Tally>) -> Result<Vec<Group>, AggregateProblem> {
    let group = |((place, period), tally): ((usize, Period), Tally)| {
        Ok(Group { place, period, whole: tally.finish()? })
    };
    tallies.into_iter().map(group).collect()
}

/// The bare sum behind a group: of a mean it is the mean times how many are known.
fn thousandths(group: &Group, method: Option<Method>) -> anyhow::Result<i128> {
    let value = group.whole.value.unwrap_or_default();
    let times = match method {
        Some(Method::WeightedMean) => Decimal::from(group.whole.coverage.known),
        _ => Decimal::ONE,
    };
    (value * times * THOUSAND).round().to_i128().context("a sum too large")
}

fn counted(group: &Group) -> anyhow::Result<i128> {
    let coverage = group.whole.coverage;
    Ok(i128::try_from(7 * coverage.known + 11 * coverage.expected)?)
}
