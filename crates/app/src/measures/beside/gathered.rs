//! The values of all org units that stand lowest and report a measure, for one period.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, OutcomeValue};
use domain::periods::Period;
use rust_decimal::Decimal;

use crate::cx::Cx;
use crate::measures::few::Few;
use crate::measures::spread::Spread;
use crate::measures::store;
use crate::web::error::AppError;

/// Periods that one may choose among, newest first.
const CHOICES: usize = 12;

/// One org unit's value.
pub(super) struct OfUnit {
    pub(super) unit: OrgUnitId,
    /// The value; none where it is not for the visitor to see.
    pub(super) value: Option<Decimal>,
    /// How many people it is about, where that is known and may be told.
    pub(super) people: Option<u32>,
}

/// The values of a period.
pub(super) struct Gathered {
    pub(super) period: Period,
    /// Periods to choose among.
    pub(super) periods: Vec<Period>,
    /// In the order of names.
    pub(super) units: Vec<OfUnit>,
    /// Whether how many people values are about is not told, because it would tell how few others are.
    pub(super) counts_hidden: bool,
}

impl Gathered {
    /// How many values the visitor may not see.
    pub(super) fn hidden(&self) -> usize {
        self.units.iter().filter(|one| one.value.is_none()).count()
    }
}

/// Gathers the values of the period asked for, else of the newest that most have reported for. None
/// where nobody has.
pub(super) fn gathered(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    asked: Option<Period>,
) -> Result<Option<Gathered>, AppError> {
    let (spread, few) = spread_of(cx, measure)?;
    let periods = periods(&spread);
    let Some(newest) = newest_of_most(&periods) else { return Ok(None) };
    let period = asked.filter(|asked| periods.contains_key(asked)).unwrap_or(newest);
    let shown = |unit: &OrgUnitId| !few.hides(measure.id, (*unit, "", period)) || sees(cx, *unit);
    let counts_hidden =
        few.places(measure.id).any(|(unit, hidden)| hidden == period && !sees(cx, unit));
    let number = |unit: &OrgUnitId| match spread.value(*unit, period) {
        Some((OutcomeValue::Measured(number), _)) => Some(number),
        _ => None,
    };
    let having: BTreeSet<OrgUnitId> =
        spread.units().filter(|unit| number(unit).is_some()).collect();
    let lowest = lowest(cx, &having);
    let shown: Vec<(OrgUnitId, Option<Decimal>)> =
        lowest.iter().map(|unit| (*unit, number(unit).filter(|_| shown(unit)))).collect();
    let people = if counts_hidden {
        BTreeMap::new()
    } else {
        store::counts_of_period(cx.tx, measure.id, period)?
    };
    let mut units: Vec<OfUnit> = shown
        .into_iter()
        .map(|(unit, value)| {
            let people = people.get(&unit).copied().filter(|_| value.is_some());
            OfUnit { unit, value, people }
        })
        .collect();
    let organisation = &cx.structure.organisation;
    units.sort_by_cached_key(|one| crate::i18n::sort_key(organisation.name(one.unit)));
    let periods = periods.into_keys().rev().take(CHOICES).collect();
    Ok(Some(Gathered { period, periods, units, counts_hidden }))
}

/// All values of a measure, and what of them is about too few.
pub(super) fn spread_of(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
) -> Result<(std::sync::Arc<Spread>, Few), AppError> {
    let revision = store::values_revisions(cx.tx, &[measure.id])?;
    let revision = revision.get(&measure.id).copied().unwrap_or(0);
    let spread = Spread::of(cx, measure.id, revision)?;
    let few = Few::of(cx, &[measure.id])?;
    Ok((spread, few))
}

/// Whether the visitor sees what is about few, too: who reports there does.
pub(super) fn sees(cx: &Cx<'_, '_>, unit: OrgUnitId) -> bool {
    cx.can(Action::RecordOutcome, unit)
}

/// Those among org units that have none of the others below them, and that there still are: what
/// stands above is made up of them.
pub(super) fn lowest(cx: &Cx<'_, '_>, having: &BTreeSet<OrgUnitId>) -> Vec<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let mut above = BTreeSet::new();
    for unit in having {
        above.extend(organisation.ancestors(*unit));
    }
    let is_lowest =
        |unit: &&OrgUnitId| !above.contains(*unit) && organisation.get(**unit).is_some();
    having.iter().filter(is_lowest).copied().collect()
}

/// How many org units have a number for each of the newest periods.
fn periods(spread: &Spread) -> BTreeMap<Period, usize> {
    let mut many = BTreeMap::new();
    for unit in spread.units() {
        for (period, (value, _)) in spread.series(unit).iter().rev().take(CHOICES) {
            if value.number().is_some() {
                *many.entry(*period).or_default() += 1;
            }
        }
    }
    many
}

/// The newest period that at least half as many have reported for as for the fullest: a period that
/// only a few have reached yet compares nothing.
fn newest_of_most(periods: &BTreeMap<Period, usize>) -> Option<Period> {
    let most = periods.values().max()?;
    let enough = |count: &usize| count * 2 >= *most;
    periods.iter().rev().find(|(_, count)| enough(count)).map(|(period, _)| *period)
}
