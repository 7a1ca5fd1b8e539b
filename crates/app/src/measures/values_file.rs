//! The values of a measure as a CSV file that can be read in again.

use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names};
use domain::measures::Outcome;

use super::computed::computed;
use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Downloads the values; only one org unit's when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let asked = cx.req.query.text("enhet");
    let one: Option<OrgUnitId> =
        if asked.is_empty() { None } else { Some(asked.parse().ok().or_not_found()?) };
    let mut outcomes = if measure.formula.is_some() {
        computed(cx, &structure, measure, one.unwrap_or(element.owner))?.0
    } else {
        store::all_of_measure(cx.tx, id)?
    };
    if let Some(org_unit) = one {
        outcomes.retain(|outcome: &Outcome| outcome.org_unit == org_unit);
    }
    let names = Names::new(&structure, cx.today());
    let rows = outcomes.iter().map(|outcome| names.cells(outcome));
    let text = formats::csv_text::write(&Column::headings(), rows);
    Ok(Response::file("text/csv; charset=utf-8", &format!("{}.csv", element.title), text))
}
