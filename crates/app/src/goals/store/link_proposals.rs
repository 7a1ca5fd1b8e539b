//! SQL of proposed changes of links: what is decided changes its links only by a decision.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::elements::Link;
use domain::ids::{ElementId, LinkId, OrgUnitId};

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Which way a link would change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkChange {
    /// A link to come.
    Begin,
    /// A link to go.
    End,
}

impl LinkChange {
    fn code(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::End => "end",
        }
    }
}

pub(super) fn link_row(row: &Row<'_>) -> Result<Link, DbError> {
    Ok(Link { id: row.id(0)?, child: row.id(1)?, parent: row.id(2)?, kind: row.parsed(3)? })
}

/// The links proposed to come under an element.
pub fn proposed_under(tx: &mut Tx<'_>, parent: ElementId) -> Result<Vec<Link>, DbError> {
    tx.all(
        "select link_id, child_id, parent_id, kind from link_proposals \
         where tenant = $1 and parent_id = $2 and state = 'begin' order by link_id",
        params![parent.bytes()],
        link_row,
    )
}

/// All links proposed to come.
pub fn all_proposed(tx: &mut Tx<'_>) -> Result<Vec<Link>, DbError> {
    tx.all(
        "select link_id, child_id, parent_id, kind from link_proposals \
         where tenant = $1 and state = 'begin' order by link_id",
        &[],
        link_row,
    )
}

/// Lets a proposed change be about the link that has come in place of another; does nothing when
/// none was proposed. The trail tells of it as one proposal settled and one made, so that any day can
/// be shown again.
pub fn move_proposal(tx: &mut Tx<'_>, id: LinkId, link: &Link) -> Result<(), AppError> {
    let state = tx.one(
        "select state from link_proposals where tenant = $1 and link_id = $2",
        params![id.bytes()],
        |row| row.text(0),
    )?;
    let changes = [LinkChange::Begin, LinkChange::End];
    let change = changes.into_iter().find(|change| state.as_deref() == Some(change.code()));
    let Some(change) = change else { return Ok(()) };
    forget_proposal(tx, id)?;
    propose_link(tx, change, link)
}

/// The changes proposed of the links upward from an element.
pub fn link_proposals(
    tx: &mut Tx<'_>,
    child: ElementId,
) -> Result<Vec<(LinkChange, Link)>, DbError> {
    tx.all(
        "select link_id, child_id, parent_id, kind, state from link_proposals \
         where tenant = $1 and child_id = $2 and state <> 'place' order by link_id",
        params![child.bytes()],
        change_row,
    )
}

/// The changes proposed of the links upward from each of many elements.
pub fn link_proposals_of(
    tx: &mut Tx<'_>,
    children: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Vec<(LinkChange, Link)>>, DbError> {
    let rows = ask(
        tx,
        among!(
            "select link_id, child_id, parent_id, kind, state from link_proposals \
             where tenant = $1 and state <> 'place' and child_id"
        ),
        children.into_iter().map(ElementId::bytes),
        change_row,
    )?;
    let mut by_child = BTreeMap::<ElementId, Vec<(LinkChange, Link)>>::new();
    for (change, link) in rows {
        by_child.entry(link.child).or_default().push((change, link));
    }
    for changes in by_child.values_mut() {
        changes.sort_by_key(|(_, link)| link.id);
    }
    Ok(by_child)
}

/// What an org unit owns whose links somebody has proposed to change.
pub fn with_link_proposals(tx: &mut Tx<'_>, owner: OrgUnitId) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select distinct p.child_id from link_proposals p join elements e \
         on e.tenant = p.tenant and e.element_id = p.child_id \
         where p.tenant = $1 and e.owner_id = $2 and p.state <> 'place' order by p.child_id",
        params![owner.bytes()],
        |row| row.id(0),
    )
}

fn change_row(row: &Row<'_>) -> Result<(LinkChange, Link), DbError> {
    let link = link_row(row)?;
    let ends = row.text(4)? == LinkChange::End.code();
    Ok((if ends { LinkChange::End } else { LinkChange::Begin }, link))
}

/// Keeps a proposed change; does nothing when the same link has one already.
pub fn propose_link(tx: &mut Tx<'_>, change: LinkChange, link: &Link) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into link_proposals (tenant, link_id, child_id, parent_id, kind, state, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing",
        params![
            link.id.bytes(),
            link.child.bytes(),
            link.parent.bytes(),
            link.kind.key(),
            change.code()
        ],
    )?;
    if kept > 0 {
        let action = match change {
            LinkChange::Begin => "propose_link",
            LinkChange::End => "propose_unlink",
        };
        record(tx, action, "link", link.id.bytes(), 1, link)?;
    }
    Ok(())
}

/// Takes a proposed change away, because it was taken back or decided.
pub fn forget_proposal(tx: &mut Tx<'_>, id: LinkId) -> Result<(), AppError> {
    let gone = tx.run(
        "delete from link_proposals where tenant = $1 and link_id = $2",
        params![id.bytes()],
    )?;
    if gone > 0 {
        let after = serde_json::json!({ "link": id });
        record(tx, "settle_link", "link", id.bytes(), 2, &after)?;
    }
    Ok(())
}
