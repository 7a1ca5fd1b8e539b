//! SQL of successions, exemptions and proposed links, and of names that pages of elements show.

mod copies;
mod exemptions;
mod link_proposals;
mod placings;
mod reports;
mod thrown;

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::ids::{ElementId, OrgUnitId};

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

pub use copies::{
    all_predecessors_of, begun_at, copies_of, copies_of_owned, insert_copy, insert_merger,
    predecessors,
};
pub use exemptions::{
    adopted_exemptions, adopted_exemptions_among, change_exemption, exemptions_of,
    exemptions_of_element, insert_exemption, living_exemptions,
};
pub use link_proposals::{
    LinkChange, all_proposed, forget_proposal, link_proposals, link_proposals_of, move_proposal,
    propose_link, proposed_under, with_link_proposals,
};
pub use placings::{place, placed_on};
pub use reports::reports_under_way;
pub use thrown::{Thrown, keep_thrown, thrown, thrown_since};

/// Keeps what a new element is written to replace; does nothing when that is kept already.
pub fn insert_succession(
    tx: &mut Tx<'_>,
    element: ElementId,
    supersedes: ElementId,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into successions (tenant, element_id, supersedes_id, version) \
         values ($1, $2, $3, 1) on conflict do nothing",
        params![element.bytes(), supersedes.bytes()],
    )?;
    if kept > 0 {
        let after = serde_json::json!({ "supersedes": supersedes });
        record(tx, "succeed", "element", element.bytes(), 1, &after)?;
    }
    Ok(())
}

/// Turns a succession around: `kept` takes over the words of `wording`, which becomes the earlier
/// one and stands between `kept` and what `kept` replaced before.
pub fn swap_succession(
    tx: &mut Tx<'_>,
    kept: ElementId,
    wording: ElementId,
) -> Result<(), AppError> {
    let before = predecessor(tx, kept)?;
    for one in [kept, wording] {
        tx.run(
            "delete from successions where tenant = $1 and element_id = $2",
            params![one.bytes()],
        )?;
    }
    insert_succession(tx, kept, wording)?;
    match before {
        Some(before) => insert_succession(tx, wording, before),
        None => Ok(()),
    }
}

/// What the element was written to replace.
pub fn predecessor(tx: &mut Tx<'_>, element: ElementId) -> Result<Option<ElementId>, DbError> {
    tx.one(
        "select supersedes_id from successions where tenant = $1 and element_id = $2",
        params![element.bytes()],
        |row| row.id(0),
    )
}

/// What has been written to replace the element, adopted or not.
pub fn successors(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from successions where tenant = $1 and supersedes_id = $2 \
         union select element_id from mergers where tenant = $1 and supersedes_id = $2 \
         order by 1",
        params![element.bytes()],
        |row| row.id(0),
    )
}

/// What drafts of an org unit are written to replace.
pub fn on_their_way_out(tx: &mut Tx<'_>, owner: OrgUnitId) -> Result<BTreeSet<ElementId>, DbError> {
    let found = tx.all(
        "select s.supersedes_id from elements e join successions s on s.tenant = e.tenant \
         and s.element_id = e.element_id where e.tenant = $1 and e.owner_id = $2 \
         and e.state in ('draft', 'proposed') union select m.supersedes_id from elements e \
         join mergers m on m.tenant = e.tenant and m.element_id = e.element_id \
         where e.tenant = $1 and e.owner_id = $2 and e.state in ('draft', 'proposed')",
        params![owner.bytes()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// What an element has replaced, nearest first and four steps back at most; and what has been written to
/// replace it, adopted or not.
pub fn in_time(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<(Vec<ElementId>, Vec<ElementId>), DbError> {
    let rows = tx.all(
        "with recursive back (id, place) as (select supersedes_id, 1 from successions \
         where tenant = $1 and element_id = $2 union all select s.supersedes_id, b.place + 1 \
         from back b join successions s on s.tenant = $1 and s.element_id = b.id where b.place < 4) \
         select id, place from back \
         union select element_id, 0 from successions where tenant = $1 and supersedes_id = $2 \
         union select element_id, 0 from mergers where tenant = $1 and supersedes_id = $2 \
         order by 2, 1",
        params![element.bytes()],
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    let (after, back): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, place)| *place == 0);
    let ids = |some: Vec<(ElementId, i64)>| some.into_iter().map(|(id, _)| id).collect();
    Ok((ids(back), ids(after)))
}

/// What each of many elements was written to replace, of those that replace something.
pub fn predecessors_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, ElementId>, DbError> {
    let pairs = ask(
        tx,
        among!(
            "select element_id, supersedes_id from successions where tenant = $1 and element_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    Ok(pairs.into_iter().collect())
}
