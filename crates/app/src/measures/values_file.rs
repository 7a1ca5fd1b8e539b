//! The values of a measure as a CSV file that can be read in again.

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::OutcomeValue;

use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// The columns of the file, which imports know too.
pub(crate) const COLUMNS: [&str; 7] =
    ["matt", "enhet", "uppdelning", "period", "tillstand", "varde", "kvalitet"];

/// Downloads the values; only one org unit's when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    structure.measure(id).or_not_found()?;
    let outcomes = match cx.req.query.parsed::<OrgUnitId>("enhet") {
        Some(org_unit) => store::series(cx.tx, id, org_unit)?,
        None => store::all_of_measure(cx.tx, id)?,
    };
    let rows = outcomes.iter().map(|outcome| {
        let (state, value) = match outcome.value {
            OutcomeValue::Measured(value) => ("matt", value.to_string().replace('.', ",")),
            OutcomeValue::Missing => ("saknas", String::new()),
            OutcomeValue::NotApplicable => ("ej_tillampligt", String::new()),
        };
        [
            element.title.clone(),
            structure.organisation.name(outcome.org_unit).to_owned(),
            outcome.breakdown.clone(),
            outcome.period.to_string(),
            state.to_owned(),
            value,
            outcome.quality.code().to_owned(),
        ]
    });
    let text = formats::csv_text::write(&COLUMNS, rows);
    Ok(Response::file("text/csv; charset=utf-8", &format!("{}.csv", element.title), text))
}
