//! Gate 5: a changed value is put together upwards, for every org unit above it.

use std::collections::BTreeMap;

use app::measures::shown;
use app::web::error::AppError;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Aggregation;

use super::gates::Gate;
use super::stopwatch::cpu_per_call;
use super::town::{Town, wrong};

/// Puts the series of the measure with most values together, for each org unit above a workplace.
pub(super) fn gate(town: &Town) -> anyhow::Result<Gate> {
    let what = "roll-up of a changed value to every level above it, CPU";
    let limit = (5.0, "ms");
    let structure = &town.structure;
    let Some((measure, units)) = widest(town)? else {
        return Ok(Gate::at_most("5", what, limit, Err("no measure to put together".to_owned())));
    };
    let deepest =
        units.iter().max_by_key(|unit| (structure.organisation.ancestors(**unit).len(), **unit));
    let above = deepest.map(|unit| structure.organisation.ancestors(*unit)).unwrap_or_default();
    let today = jiff::civil::date(2026, 8, 25);
    let mut rolled = 0;
    let cpu = cpu_per_call(|| {
        rolled = 0;
        town.app
            .db
            .read(app::demo::tenant(), |tx| {
                for org_unit in &above {
                    let series = shown(tx, structure, measure, *org_unit, today)?;
                    rolled += usize::from(series.is_some_and(|series| series.coverage.is_some()));
                }
                Ok::<_, AppError>(())
            })
            .map_err(wrong)
    })?;
    println!(
        "Roll-up: {} org units report the measure; {rolled} levels above are put together.",
        units.len()
    );
    Ok(Gate::at_most("5", what, limit, Ok(cpu)))
}

/// The measure that most org units report, of those that may be put together.
fn widest(town: &Town) -> anyhow::Result<Option<(ElementId, Vec<OrgUnitId>)>> {
    let structure: &Structure = &town.structure;
    let measures: Vec<ElementId> = structure
        .elements()
        .filter(|element| {
            structure
                .measure(element.id)
                .is_some_and(|measure| measure.over_organisation != Aggregation::None)
        })
        .map(|element| element.id)
        .collect();
    let units: BTreeMap<ElementId, Vec<OrgUnitId>> = town
        .app
        .db
        .read(app::demo::tenant(), |tx| {
            measures
                .iter()
                .map(|id| Ok((*id, app::measures::store::org_units_with_values(tx, *id)?)))
                .collect::<Result<_, AppError>>()
        })
        .map_err(wrong)?;
    Ok(units.into_iter().max_by_key(|(id, units)| (units.len(), *id)))
}
