//! SQL of where things shall hang once what they hang on has been split. They stand beside the
//! proposed changes of links, but it is the parts that are decided, not what is placed on them.

use db::{DbError, Tx, params};
use domain::elements::Link;
use domain::ids::ElementId;

use super::link_proposals::link_row;
use crate::cx::record;
use crate::web::error::AppError;

/// Keeps that something shall hang on a part when the part takes its place.
pub fn place(tx: &mut Tx<'_>, link: &Link) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into link_proposals (tenant, link_id, child_id, parent_id, kind, state, version) \
         values ($1, $2, $3, $4, $5, 'place', 1) on conflict do nothing",
        params![link.id.bytes(), link.child.bytes(), link.parent.bytes(), link.kind.key()],
    )?;
    if kept > 0 {
        record(tx, "place_link", "link", link.id.bytes(), 1, link)?;
    }
    Ok(())
}

/// What is placed on a part.
pub fn placed_on(tx: &mut Tx<'_>, part: ElementId) -> Result<Vec<Link>, DbError> {
    tx.all(
        "select link_id, child_id, parent_id, kind from link_proposals \
         where tenant = $1 and parent_id = $2 and state = 'place' order by link_id",
        params![part.bytes()],
        link_row,
    )
}
