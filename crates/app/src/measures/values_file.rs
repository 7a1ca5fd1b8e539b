//! The values of a measure as a file that can be read in again: text or a spreadsheet.

use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names};
use domain::measures::Outcome;
use formats::csv_text;
use formats::xlsx::{self, Cell};

use super::computed::computed;
use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Downloads the values as text; only one org unit's when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, outcomes) = outcomes(cx)?;
    Ok(values_as_csv(cx, &title, &outcomes))
}

/// Downloads the values as a spreadsheet; only one org unit's when asked so.
pub(super) fn download_xlsx(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, outcomes) = outcomes(cx)?;
    Ok(values_as_xlsx(cx, &title, &outcomes))
}

fn outcomes(cx: &mut Cx<'_, '_>) -> Answer<(String, Vec<Outcome>)> {
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
    Ok((element.title.clone(), outcomes))
}

/// Values as a file of text.
pub(crate) fn values_as_csv(cx: &Cx<'_, '_>, title: &str, outcomes: &[Outcome]) -> Response {
    let names = Names::new(&cx.structure, cx.today());
    Response::file(CSV, &format!("{title}.csv"), csv_of(&names, outcomes))
}

/// Values as a spreadsheet.
pub(crate) fn values_as_xlsx(cx: &Cx<'_, '_>, title: &str, outcomes: &[Outcome]) -> Response {
    let names = Names::new(&cx.structure, cx.today());
    Response::file(XLSX, &format!("{title}.xlsx"), xlsx_of(title, &names, outcomes))
}

/// The text of values.
pub fn csv_of(names: &Names, outcomes: &[Outcome]) -> Vec<u8> {
    csv_text::write(&Column::headings(), outcomes.iter().map(|outcome| names.cells(outcome)))
}

/// The spreadsheet of values, numbers as numbers.
pub fn xlsx_of(title: &str, names: &Names, outcomes: &[Outcome]) -> Vec<u8> {
    let rows = outcomes.iter().map(|outcome| {
        let cells = Column::ALL.into_iter().zip(names.cells(outcome));
        cells
            .map(|(column, text)| match column {
                Column::Value => Cell::Number(text),
                _ => Cell::Text(text),
            })
            .collect()
    });
    xlsx::write(title, &Column::headings(), rows)
}
