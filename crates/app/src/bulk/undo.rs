//! Taking a change of many elements back in one step, while nobody has changed them since.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, LinkProblem, Structure};
use domain::ids::{BulkChangeId, LinkId, OrgUnitId};

use super::plan::is_work;
use super::receipt_url;
use super::store::{self, BulkChange, Part};
use super::value::{Kind, OldLink, links_read};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Takes it back; twice does nothing more.
pub(super) fn undo(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: BulkChangeId = cx.req.param("id").or_not_found()?;
    let (change, parts) = find(cx, &structure, id)?;
    if change.taken_back_at.is_some() {
        return Ok(Response::see_other(&receipt_url(id)));
    }
    for part in &parts {
        let element = unchanged(cx, &structure, change.kind, part).ok_or(AppError::Stale)?;
        may_take_back(cx, change.kind, element, part)?;
        restore(cx, &structure, change.kind, element, part)?;
    }
    if change.kind == Kind::Parent {
        check_all(cx, &parts)?;
    }
    let version = change.version + 1;
    store::take_back(cx.tx, &BulkChange { taken_back_at: Some(cx.visit.now), version, ..change })?;
    Ok(Response::see_other(&receipt_url(id)))
}

/// A change of the visitor's own, or of elements that the visitor plans; others are unknown.
pub(super) fn find(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: BulkChangeId,
) -> Result<(BulkChange, Vec<Part>), AppError> {
    let change = store::change(cx.tx, id)?.or_not_found()?;
    let parts = store::parts(cx.tx, id)?;
    let own = cx.person_id()? == change.person;
    let plans = |part: &Part| {
        let element = structure.element(part.element);
        element.is_some_and(|element| cx.can(Action::Plan, element.owner))
    };
    if own || parts.iter().any(plans) { Ok((change, parts)) } else { Err(AppError::NotFound) }
}

/// The element, if it still is as the change left it and can get back what it had: what somebody has
/// decided since is changed by a decision, and the thread must not lead in a circle or end in the air.
pub(super) fn unchanged<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
    kind: Kind,
    part: &Part,
) -> Option<&'s Arc<Element>> {
    let element = structure.element(part.element)?;
    if element.version != part.element_version {
        return None;
    }
    match kind {
        Kind::Parent => {
            let new = part.before.split(';').next()?;
            let [link] = structure.links_up(element.id) else { return None };
            let moves = element.is_editable() || is_work(element);
            (moves && link.id.to_string() == new && can_move_back(structure, part))
                .then_some(element)
        }
        Kind::Owner => {
            let owner: OrgUnitId = part.before.parse().ok()?;
            let lives = structure.organisation.get(owner)?.is_valid_on(cx.today());
            lives.then_some(element)
        }
        Kind::Responsible | Kind::End | Kind::Propose => Some(element),
    }
}

/// Whose planning it takes to take it back: those who own the element, also once it is given back.
pub(super) fn may_take_back(
    cx: &Cx<'_, '_>,
    kind: Kind,
    element: &Element,
    part: &Part,
) -> Result<(), AppError> {
    cx.may(Action::Plan, element.owner)?;
    match part.before.parse() {
        Ok(owner) if kind == Kind::Owner => cx.may(Action::Plan, owner),
        _ => Ok(()),
    }
}

/// Whether the links that it had can be made again. What had ended when they were taken away is no
/// hinder; but somewhere it must hang, if it did.
fn can_move_back(structure: &Structure, part: &Part) -> bool {
    let old = links_read(&part.before);
    let hangs = |one: &OldLink| structure.element(one.parent).is_some_and(|it| it.is_current());
    let fits = |one: &OldLink| {
        if !hangs(one) {
            return one.had_ended;
        }
        // Its one link leads elsewhere, or back to where it had another.
        let problem = structure.check_link(part.element, one.kind, one.parent);
        matches!(problem, Ok(()) | Err(LinkProblem::Twice))
    };
    old.iter().all(fits) && (old.is_empty() || old.iter().any(hangs))
}

fn restore(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    kind: Kind,
    element: &Element,
    part: &Part,
) -> Result<(), AppError> {
    let mut before = Element { version: element.version + 1, ..element.clone() };
    match kind {
        Kind::Responsible => before.responsible = part.before.parse().ok(),
        Kind::Owner => before.owner = part.before.parse().map_err(|_| AppError::Stale)?,
        Kind::End => before.ends_on = part.before.parse().ok(),
        Kind::Propose => before.state = ElementState::Draft,
        Kind::Parent => return move_back(cx, structure, element, part),
    }
    nodes::change_element(cx.tx, "undo", &before)
}

fn move_back(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    part: &Part,
) -> Result<(), AppError> {
    for link in structure.links_up(element.id) {
        nodes::end_link(cx.tx, link)?;
    }
    for OldLink { parent, kind, .. } in links_read(&part.before) {
        let link = Link { id: cx.new_id::<LinkId>(), child: element.id, parent, kind };
        nodes::insert_link(cx.tx, &link)?;
    }
    Ok(())
}

/// Each link alone may be sound and all of them together lead in a circle.
fn check_all(cx: &mut Cx<'_, '_>, parts: &[Part]) -> Result<(), AppError> {
    let thread = cx.app.structures.at_head(cx.tx, false)?;
    let on_itself = |part: &Part| thread.above(part.element).contains(&part.element);
    if parts.iter().any(on_itself) { Err(AppError::Stale) } else { Ok(()) }
}
