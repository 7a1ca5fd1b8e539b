//! SQL of successions, exemptions and proposed links, and of names that pages of elements show.

mod copies;
mod exemptions;
mod link_proposals;
mod placings;
mod thrown;

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::ElementId;

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

/// What the element was written to replace, and what has been written to replace it, in one question.
pub fn kin(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<(Option<ElementId>, Vec<ElementId>), DbError> {
    let all: Vec<(ElementId, bool)> = tx.all(
        "select supersedes_id, 1 from successions where tenant = $1 and element_id = $2 \
         union select element_id, 0 from successions where tenant = $1 and supersedes_id = $2 \
         union select element_id, 0 from mergers where tenant = $1 and supersedes_id = $2 \
         order by 1",
        params![element.bytes()],
        |row| Ok((row.id(0)?, row.int(1)? == 1)),
    )?;
    let before = all.iter().find(|(_, is_before)| *is_before).map(|(id, _)| *id);
    let after = all.iter().filter(|(_, is_before)| !is_before).map(|(id, _)| *id);
    Ok((before, after.collect()))
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
