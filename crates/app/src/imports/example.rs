//! A file to begin from: the columns and a few rows of the municipality's own measures.

use domain::access::Action;
use domain::imports::{Column, Names};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;

use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::response::Response;

/// Rows in the example.
const ROWS: usize = 5;

/// Downloads the example: last period's row of some measures, with the value left out as missing.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let today = cx.today();
    let names = Names::new(&structure, today);
    let rows: Vec<_> = structure
        .elements()
        .filter(|element| element.is_current() && cx.can(Action::Import, element.owner))
        .filter_map(|element| Some((element, structure.measure(element.id)?)))
        .take(ROWS)
        .map(|(element, measure)| Outcome {
            measure: element.id,
            org_unit: element.owner,
            breakdown: String::new(),
            period: Period::containing(today, measure.frequency).previous(),
            value: OutcomeValue::Missing,
            quality: OutcomeQuality::Preliminary,
            version: 1,
        })
        .map(|outcome| names.cells(&outcome))
        .collect();
    let bytes = formats::csv_text::write(&Column::headings(), rows);
    Ok(Response::file("text/csv; charset=utf-8", cx.texts().imports_example_file(), bytes))
}
