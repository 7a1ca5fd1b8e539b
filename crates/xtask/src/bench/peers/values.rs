//! All values for all people that may be put together: read from the store, and written to a file of
//! numbers for those who read files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use app::demo::tenant;
use app::measures::store::each_for_everyone;
use app::web::error::AppError;
use domain::ids::{ElementId, OrgUnitId};
use domain::organisation::OrgLevelKind;
use domain::periods::Period;
use domain::statistics::aggregate::Method;
use rust_decimal::Decimal;

use super::super::town::{Town, wrong};
use super::shared::shared;

/// One value of a measure; an org unit is told by its place among all.
pub(super) struct Row {
    pub(super) unit: usize,
    pub(super) period: Period,
    pub(super) value: Option<Decimal>,
}

/// A measure with its values and how they are put together.
pub(super) struct OfMeasure {
    pub(super) method: Method,
    pub(super) rows: Vec<Row>,
}

/// The values.
pub(super) struct Values {
    pub(super) measures: Vec<OfMeasure>,
    /// The place of each org unit's committee, or its own where it has none above it.
    pub(super) committees: Vec<usize>,
}

impl Values {
    /// Reads them anew, as the first look at each measure does.
    pub(super) fn read(town: &Town) -> anyhow::Result<Self> {
        let organisation = &town.structure.organisation;
        let places: BTreeMap<OrgUnitId, usize> =
            organisation.all().enumerate().map(|(at, unit)| (unit.id, at)).collect();
        let place = |unit: OrgUnitId| places.get(&unit).copied().unwrap_or_default();
        let committees = organisation
            .all()
            .map(|unit| organisation.nearest(unit.id, OrgLevelKind::Committee).unwrap_or(unit.id))
            .map(place)
            .collect();
        let wanted = wanted(town);
        let mut measures = shared(wanted.len(), |next| {
            let mut read = Vec::new();
            let done = town.app.db.read(tenant(), |tx| {
                while let Some(at) = next() {
                    let Some((measure, method)) = wanted.get(at) else { continue };
                    let mut rows: Vec<Row> = Vec::new();
                    let mut last = None;
                    each_for_everyone(tx, *measure, |held| {
                        let unit = match last {
                            Some((unit, place)) if unit == held.org_unit => place,
                            _ => place(held.org_unit),
                        };
                        last = Some((held.org_unit, unit));
                        let value = held.known.and_then(|(value, _)| value.number());
                        rows.push(Row { unit, period: held.period, value });
                    })?;
                    read.push((at, OfMeasure { method: *method, rows }));
                }
                Ok::<_, AppError>(())
            });
            done.map_err(wrong)?;
            Ok(read)
        })?;
        measures.retain(|measure| !measure.rows.is_empty());
        Ok(Self { measures, committees })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.measures.iter().map(|measure| measure.rows.len()).sum()
    }

    /// How many org units have any.
    pub(super) fn org_units(&self) -> usize {
        let rows = self.measures.iter().flat_map(|measure| &measure.rows);
        rows.map(|row| row.unit).collect::<BTreeSet<_>>().len()
    }

    /// The periods with a number each, in the order of time.
    pub(super) fn periods(&self) -> BTreeMap<Period, usize> {
        let rows = self.measures.iter().flat_map(|measure| &measure.rows);
        let periods: BTreeSet<Period> = rows.map(|row| row.period).collect();
        periods.into_iter().enumerate().map(|(at, period)| (period, at)).collect()
    }

    /// Writes them as numbers alone, which is what is quickest to read and to group by.
    pub(super) fn write(&self, file: &Path) -> anyhow::Result<()> {
        let periods = self.periods();
        let mut text = "measure,unit,committee,town,period,value\n".to_owned();
        for (measure, of) in self.measures.iter().enumerate() {
            for row in &of.rows {
                let committee = self.committees.get(row.unit).copied().unwrap_or_default();
                let period = periods.get(&row.period).copied().unwrap_or_default();
                let value = row.value.map_or_else(String::new, |value| value.to_string());
                writeln!(text, "{measure},{},{committee},0,{period},{value}", row.unit)?;
            }
        }
        Ok(std::fs::write(file, text)?)
    }
}

/// The measures that may be put together, and how.
fn wanted(town: &Town) -> Vec<(ElementId, Method)> {
    let structure = &town.structure;
    let method = |id: ElementId| structure.measure(id)?.over_organisation.across();
    structure.elements().filter_map(|element| Some((element.id, method(element.id)?))).collect()
}
