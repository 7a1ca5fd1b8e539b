//! Taking a change of many elements back in one step, while nobody has changed them since.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{BulkChangeId, LinkId};

use super::receipt_url;
use super::store::{self, BulkChange, Part};
use super::value::Kind;
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
        let element = unchanged(&structure, change.kind, part).ok_or(AppError::Stale)?;
        cx.may(Action::Plan, element.owner)?;
        restore(cx, &structure, change.kind, element, part)?;
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

/// The element, if it still is as the change left it.
pub(super) fn unchanged<'s>(
    structure: &'s Structure,
    kind: Kind,
    part: &Part,
) -> Option<&'s Arc<Element>> {
    let element = structure.element(part.element)?;
    if kind == Kind::Parent {
        let new = part.before.split(';').next()?;
        let [link] = structure.links_up(element.id) else { return None };
        return (link.id.to_string() == new).then_some(element);
    }
    (element.version == part.element_version).then_some(element)
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
    for old in part.before.split(';').skip(1) {
        let Some((parent, kind)) = old.split_once(' ') else { continue };
        let (Ok(parent), Ok(kind)) = (parent.parse(), kind.parse()) else { continue };
        let link = Link { id: cx.new_id::<LinkId>(), child: element.id, parent, kind };
        nodes::insert_link(cx.tx, &link)?;
    }
    Ok(())
}
