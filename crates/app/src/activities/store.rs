//! SQL of progress.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// How far an activity or assignment has come, as its responsible has said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProgressRow {
    /// Which.
    pub element: ElementId,
    /// How far.
    pub progress: Progress,
    /// The level of the model's scale by which it was said; empty when by none.
    pub scale_level: String,
    /// A few words; may be empty.
    pub note: String,
    /// Raised by each change; 0 when nothing has been said.
    pub version: i64,
}

/// What has been said of every activity and assignment.
pub fn all_progress(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, Progress>, DbError> {
    let rows =
        tx.all("select element_id, progress from progress where tenant = $1", &[], |row| {
            Ok((row.id(0)?, row.parsed(1)?))
        })?;
    Ok(rows.into_iter().collect())
}

/// What has been said of one.
pub fn progress(tx: &mut Tx<'_>, element: ElementId) -> Result<ProgressRow, DbError> {
    let found = tx.one(
        "select progress, note, version, scale_level from progress where tenant = $1 and element_id = $2",
        params![element.bytes()],
        |row| {
            let (progress, scale_level) = (row.parsed(0)?, row.text(3)?);
            Ok(ProgressRow { element, progress, scale_level, note: row.text(1)?, version: row.int(2)? })
        },
    )?;
    Ok(found.unwrap_or(ProgressRow {
        element,
        progress: Progress::NotStarted,
        scale_level: String::new(),
        note: String::new(),
        version: 0,
    }))
}

/// Keeps what is said now; `version` has been raised by one. Stale when another was faster.
pub fn keep_progress(tx: &mut Tx<'_>, row: &ProgressRow) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into progress (tenant, element_id, progress, note, version, scale_level) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, element_id) do update set \
         progress = excluded.progress, scale_level = excluded.scale_level, note = excluded.note, version = excluded.version \
         where progress.version = excluded.version - 1",
        params![
            row.element.bytes(),
            row.progress.code(),
            &row.note,
            row.version,
            &row.scale_level
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    crate::revisions::note_report(tx)?;
    record(tx, "progress", "element", row.element.bytes(), row.version, row)
}

/// What has been said of assignments in words, for those about which something has been said.
pub fn notes_of_assignments(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, String>, DbError> {
    let rows = tx.all(
        "select p.element_id, p.note from progress p join elements e \
         on e.tenant = p.tenant and e.element_id = p.element_id \
         where p.tenant = $1 and e.role = 'assignment' and p.note <> ''",
        &[],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// How far some elements have come.
pub fn progress_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Progress>, DbError> {
    let rows = ask(
        tx,
        among!("select element_id, progress from progress where tenant = $1 and element_id"),
        elements.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// How far what hangs directly under an element has come.
pub fn progress_of_children(
    tx: &mut Tx<'_>,
    parent: ElementId,
) -> Result<BTreeMap<ElementId, Progress>, DbError> {
    let rows = tx.all(
        "select p.element_id, p.progress from links l join progress p \
         on p.tenant = l.tenant and p.element_id = l.child_id \
         where l.tenant = $1 and l.parent_id = $2",
        params![parent.bytes()],
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// How far everything under an element has come, all the way down.
pub fn progress_below(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<BTreeMap<ElementId, Progress>, DbError> {
    let rows = tx.all(
        "with recursive below (id) as ( \
           select child_id from links where tenant = $1 and parent_id = $2 \
           union select l.child_id from links l join below b on l.parent_id = b.id where l.tenant = $1) \
         select p.element_id, p.progress from progress p join below b on b.id = p.element_id \
         where p.tenant = $1",
        params![element.bytes()],
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}
