//! SQL of the reports where somebody writes about an element; the slice of reports owns the tables.

use db::{DbError, Tx, params};
use domain::ids::ElementId;

/// How many reports that are begun and not handed in have a part about an element.
pub fn reports_under_way(tx: &mut Tx<'_>, element: ElementId) -> Result<i64, DbError> {
    tx.one(
        "select count(distinct f.follow_up_id) from follow_ups f join parts p \
         on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         where f.tenant = $1 and f.state = 'draft' and p.subject_id = $2",
        params![element.bytes()],
        |row| row.int(0),
    )
    .map(Option::unwrap_or_default)
}
