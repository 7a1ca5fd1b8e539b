//! Copying to the next period: one element, or what an org unit chooses of its plan. Copies are
//! drafts with their grounds and links; measures are linked to them and never copied.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId, OrgUnitId};
use domain::renewal::{Copied, CopiedLink, can_be_copied, candidates, copied};

use super::renew_page::Page;
use super::store;
use super::succeed::copy_grounds;
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Most elements copied at once.
const MOST: usize = 200;

/// What can be copied to what, for an org unit.
struct Found<'s> {
    org_unit: OrgUnitId,
    elements: Vec<&'s Arc<Element>>,
    copies: BTreeMap<ElementId, ElementId>,
}

/// One element that was asked for, or all of an org unit's.
fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Answer<Found<'s>> {
    let alone = cx.req.query.parsed::<ElementId>("mal");
    let alone = alone.map(|id| cx.find_visible(structure, id)).transpose()?;
    let org_unit = match alone {
        Some(one) => one.owner,
        None => cx
            .req
            .query
            .parsed::<OrgUnitId>("enhet")
            .or_else(|| cx.req.form.parsed("enhet"))
            .or_not_found()?,
    };
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let mut copies = store::copies_of_owned(cx.tx, org_unit)?;
    let elements = match alone {
        Some(one) if can_be_copied(structure, one, &copies) => vec![one],
        Some(_) => Vec::new(),
        None => {
            let mut all = candidates(structure, org_unit, &copies);
            all.truncate(MOST);
            all
        }
    };
    let parents = elements.iter().flat_map(|one| structure.links_up(one.id));
    let parents: BTreeSet<ElementId> = parents.map(|link| link.parent).collect();
    let unknown = parents.into_iter().filter(|parent| !copies.contains_key(parent));
    copies.extend(store::copies_of(cx.tx, unknown)?);
    Ok(Found { org_unit, elements, copies })
}

/// Shows what would be copied, when it would hold and what it would hang on.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let found = find(cx, &structure)?;
    let chosen: Vec<_> = found.elements.iter().map(|one| (*one, one.id)).collect();
    let today = cx.today();
    let page = Page {
        texts: cx.texts(),
        structure: &structure,
        org_unit: found.org_unit,
        // What is about to end is what one comes here for; the rest can be chosen.
        ticked: chosen
            .iter()
            .filter(|(one, _)| {
                chosen.len() == 1 || one.ends_on.is_some_and(|last| last.year() <= today.year())
            })
            .map(|(one, _)| one.id)
            .collect(),
        copies: copied(&structure, &chosen, &found.copies),
        nothing_chosen: false,
    };
    Ok(cx.page(cx.texts().goals_renew_title(), Nav::Plan, &page.body()))
}

/// Copies what was chosen. What has a living copy already is left alone, so that sending twice
/// copies once.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let found = find(cx, &structure)?;
    let wanted: Vec<ElementId> = cx.req.form.all("mal").filter_map(|id| id.parse().ok()).collect();
    let back = Response::see_other(&format!("/planera?enhet={}", found.org_unit));
    if wanted.is_empty() {
        let structure = cx.seen();
        let found = find(cx, &structure)?;
        let chosen: Vec<_> = found.elements.iter().map(|one| (*one, one.id)).collect();
        let page = Page {
            texts: cx.texts(),
            structure: &structure,
            org_unit: found.org_unit,
            ticked: Vec::new(),
            copies: copied(&structure, &chosen, &found.copies),
            nothing_chosen: true,
        };
        return Ok(cx.refused(cx.texts().goals_renew_title(), Nav::Plan, &page.body()));
    }
    let chosen: Vec<(&Arc<Element>, ElementId)> = found
        .elements
        .iter()
        .filter(|one| wanted.contains(&one.id))
        .map(|one| (*one, cx.new_id::<ElementId>()))
        .collect();
    for (copy, (_, id)) in copied(&structure, &chosen, &found.copies).iter().zip(&chosen) {
        keep(cx, copy, *id)?;
    }
    for (copy, (_, id)) in copied(&structure, &chosen, &found.copies).iter().zip(&chosen) {
        link(cx, copy, *id)?;
    }
    Ok(back)
}

fn keep(cx: &mut Cx<'_, '_>, copy: &Copied<'_>, id: ElementId) -> Result<(), AppError> {
    let (first, last) = copy.period;
    let new = Element {
        id,
        starts_on: Some(first),
        ends_on: Some(last),
        state: ElementState::Draft,
        decision: None,
        version: 1,
        ..Element::clone(copy.original)
    };
    nodes::insert_element(cx.tx, &new)?;
    store::insert_copy(cx.tx, id, copy.original.id)?;
    copy_grounds(cx, copy.original.id, id)
}

fn link(cx: &mut Cx<'_, '_>, copy: &Copied<'_>, id: ElementId) -> Result<(), AppError> {
    for link in &copy.links {
        let (link, parent) = match link {
            CopiedLink::Same(link) | CopiedLink::Old(link) => (link, link.parent),
            CopiedLink::Copy(link, parent) => (link, *parent),
            CopiedLink::Broken(_) => continue,
        };
        let new = Link { id: cx.new_id::<LinkId>(), child: id, parent, kind: link.kind };
        nodes::insert_link(cx.tx, &new)?;
    }
    for link in &copy.measured_by {
        nodes::insert_link(cx.tx, &Link { id: cx.new_id::<LinkId>(), parent: id, ..*link })?;
    }
    Ok(())
}
