//! SQL of the assignments that are to be answered in a report.

use db::{DbError, Tx, params};
use domain::followup::RoundKind;
use domain::ids::ElementId;

/// The assignments to be answered in the report of a kind about a year; they are few.
pub(in crate::wheel) fn to_answer(
    tx: &mut Tx<'_>,
    kind: RoundKind,
    year: i16,
) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from report_points where tenant = $1 and kind = $2 and year = $3 \
         order by element_id",
        params![kind.code(), i64::from(year)],
        |row| row.id(0),
    )
}
