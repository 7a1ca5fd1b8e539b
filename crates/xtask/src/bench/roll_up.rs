//! Gate 5: a value is changed, and put together upwards for every org unit above.

use std::collections::BTreeMap;

use app::cx::Visit;
use app::demo::tenant;
use app::measures::{shown, url};
use app::web::error::AppError;
use app::web::request::Request;
use domain::ids::{ElementId, OrgUnitId};

use super::gates::Gate;
use super::pages::Recorder;
use super::stopwatch::thread_cpu_seconds;
use super::town::{Town, wrong};

/// How many times a value is changed; the first changes only warm up.
const CHANGES: u32 = 110;
const WARM_UP: u32 = 10;

/// Changes a value of the measure with most values by the form a person uses, and reads the series
/// of each org unit above the one it is about.
pub(super) fn gate(town: &Town) -> anyhow::Result<Gate> {
    let what = "roll-up of a changed value to every level above it, CPU";
    let limit = (5.0, "ms");
    let organisation = &town.structure.organisation;
    let Some((measure, units)) = widest(town)? else {
        return Ok(Gate::at_most("5", what, limit, Err("no measure to put together".to_owned())));
    };
    let deepest = units.iter().max_by_key(|unit| (organisation.ancestors(**unit).len(), **unit));
    let Some(changed) = deepest.copied() else {
        return Ok(Gate::at_most("5", what, limit, Err("nobody has reported".to_owned())));
    };
    let mut recorder = Recorder::find(town, &url(measure), &format!("?enhet={changed}"))?;
    let mut cpu = 0.0;
    let mut levels = 0;
    for change in 0..CHANGES {
        recorder.send(town)?;
        let before = thread_cpu_seconds()?;
        levels = read_above(town, measure, &organisation.ancestors(changed))?;
        if change >= WARM_UP {
            cpu += thread_cpu_seconds()? - before;
        }
    }
    println!(
        "Roll-up: {} org units report the measure; {levels} levels above are put together.",
        units.len()
    );
    let each = cpu * 1000.0 / f64::from(CHANGES - WARM_UP);
    Ok(Gate::at_most("5", what, limit, Ok(each)))
}

/// Reads the series of each org unit; how many were put together from others'.
fn read_above(town: &Town, measure: ElementId, above: &[OrgUnitId]) -> anyhow::Result<usize> {
    let request = Request::empty();
    let visit = Visit::stranger(Some(tenant()), town.app.clock.now(), &request);
    let mut levels = 0;
    town.app
        .read(&request, &visit, |cx| {
            let (structure, today) = (cx.structure.clone(), cx.today());
            for org_unit in above {
                let series = shown(cx, &structure, measure, *org_unit, today)?;
                levels += usize::from(series.is_some_and(|series| series.coverage.is_some()));
            }
            Ok(())
        })
        .map_err(wrong)?;
    Ok(levels)
}

/// The measure that most org units report, of those that may be put together.
pub(super) fn widest(town: &Town) -> anyhow::Result<Option<(ElementId, Vec<OrgUnitId>)>> {
    let structure = &town.structure;
    let measures: Vec<ElementId> = structure
        .elements()
        .filter(|element| {
            structure
                .measure(element.id)
                .is_some_and(|measure| measure.over_organisation.across().is_some())
        })
        .map(|element| element.id)
        .collect();
    let units: BTreeMap<ElementId, Vec<OrgUnitId>> = town
        .app
        .db
        .read(tenant(), |tx| {
            measures
                .iter()
                .map(|id| Ok((*id, app::measures::store::org_units_with_values(tx, *id)?)))
                .collect::<Result<_, AppError>>()
        })
        .map_err(wrong)?;
    Ok(units.into_iter().max_by_key(|(id, units)| (units.len(), *id)))
}
