//! SQL of views that people have given a name.

use db::{DbError, Row, Tx, params};
use domain::ids::{PersonId, SavedViewId};
use serde::Serialize;

use crate::cx::record;
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// Most views that a person keeps.
pub(super) const MOST: usize = 30;

/// A view with a name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(super) struct SavedView {
    /// Identity.
    pub(super) id: SavedViewId,
    /// Whose it is.
    pub(super) person: PersonId,
    /// What the person calls it.
    pub(super) name: String,
    /// The filters as an address tells them.
    pub(super) query: String,
}

fn row(row: &Row<'_>) -> Result<SavedView, DbError> {
    Ok(SavedView { id: row.id(0)?, person: row.id(1)?, name: row.text(2)?, query: row.text(3)? })
}

/// The views of a person, by name.
pub(super) fn views_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<SavedView>, DbError> {
    tx.all(
        "select view_id, person_id, name, query from saved_views \
         where tenant = $1 and person_id = $2 order by sort_key, view_id limit $3",
        params![person.bytes(), i64::try_from(MOST).unwrap_or(i64::MAX)],
        row,
    )
}

/// Keeps a view; nothing happens when it is kept already.
pub(super) fn keep_view(tx: &mut Tx<'_>, view: &SavedView, at: i64) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into saved_views (tenant, view_id, person_id, name, sort_key, query, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict do nothing",
        params![
            view.id.bytes(),
            view.person.bytes(),
            &view.name,
            sort_key(&view.name),
            &view.query,
            at
        ],
    )?;
    if kept > 0 {
        record(tx, "save", "saved_view", view.id.bytes(), 1, view)?;
    }
    Ok(())
}

/// Forgets a view of the person's own; nothing happens when it is gone.
pub(super) fn forget_view(tx: &mut Tx<'_>, view: &SavedView) -> Result<(), AppError> {
    let gone = tx.run(
        "delete from saved_views where tenant = $1 and view_id = $2 and person_id = $3",
        params![view.id.bytes(), view.person.bytes()],
    )?;
    if gone > 0 {
        record(tx, "forget", "saved_view", view.id.bytes(), 2, view)?;
    }
    Ok(())
}
