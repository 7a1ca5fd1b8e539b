//! The values of a measure as a CSV file that can be read in again.

use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names};
use domain::measures::Outcome;

use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Downloads the values; only one org unit's when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    structure.measure(id).or_not_found()?;
    let mut outcomes = store::all_of_measure(cx.tx, id)?;
    let asked = cx.req.query.text("enhet");
    if !asked.is_empty() {
        let org_unit: OrgUnitId = asked.parse().ok().or_not_found()?;
        outcomes.retain(|outcome: &Outcome| outcome.org_unit == org_unit);
    }
    let names = Names::new(&structure, cx.today());
    let rows = outcomes.iter().map(|outcome| names.cells(outcome));
    let text = formats::csv_text::write(&Column::headings(), rows);
    Ok(Response::file("text/csv; charset=utf-8", &format!("{}.csv", element.title), text))
}
