//! SQL of what a measure was written to replace, and of what its values bind.

use std::collections::HashSet;

use db::{DbError, Tx, params};
use domain::ids::ElementId;

/// The measure that another one was written to give new words.
pub fn reworded(tx: &mut Tx<'_>, id: ElementId) -> Result<Option<ElementId>, DbError> {
    tx.one(
        "select supersedes_id from successions where tenant = $1 and element_id = $2",
        params![id.bytes()],
        |row| row.id(0),
    )
}

/// What has been written to give a measure new words, adopted or not.
pub fn rewordings(tx: &mut Tx<'_>, id: ElementId) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from successions where tenant = $1 and supersedes_id = $2 \
         order by element_id",
        params![id.bytes()],
        |row| row.id(0),
    )
}

/// Whether anything has been reported of a measure.
pub fn has_values(tx: &mut Tx<'_>, id: ElementId) -> Result<bool, DbError> {
    let one = tx.one(
        "select period from outcomes where tenant = $1 and measure_id = $2 limit 1",
        params![id.bytes()],
        |row| row.text(0),
    )?;
    Ok(one.is_some())
}

/// New words for measures, not decided yet: the values stand with what they are to replace.
pub fn undecided_wordings(tx: &mut Tx<'_>) -> Result<HashSet<ElementId>, DbError> {
    let all = tx.all(
        "select s.element_id from successions s join elements e on e.tenant = s.tenant \
         and e.element_id = s.element_id join measures m on m.tenant = s.tenant \
         and m.element_id = s.element_id \
         where s.tenant = $1 and e.state in ('draft', 'proposed')",
        params![],
        |row| row.id(0),
    )?;
    Ok(all.into_iter().collect())
}
