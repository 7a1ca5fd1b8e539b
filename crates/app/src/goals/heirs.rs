//! What has come in the place of an element: its next wording, or the parts that it was split into;
//! and how what hangs under the element comes to hang there.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId};

use super::store;
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::web::error::AppError;

/// What an element is now; none when it is not there.
type Now<'f> =
    &'f mut dyn FnMut(&mut Cx<'_, '_>, ElementId) -> Result<Option<Arc<Element>>, AppError>;

/// The living ones among what has been written to replace an element, and what came after those that
/// have been replaced in their turn.
fn living(cx: &mut Cx<'_, '_>, id: ElementId, now: Now<'_>) -> Result<Vec<Arc<Element>>, AppError> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::from([id]));
    let mut left = store::successors(cx.tx, id)?;
    while let Some(heir) = left.pop() {
        if !seen.insert(heir) {
            continue;
        }
        match now(cx, heir)? {
            Some(heir) if heir.is_current() => found.push(heir),
            Some(heir) if heir.state != ElementState::Discarded => {
                left.extend(store::successors(cx.tx, heir.id)?);
            }
            _ => {}
        }
    }
    found.sort_by_key(|heir| heir.id);
    Ok(found)
}

/// As this transaction has left them, whatever it began with.
pub(super) fn of_now(cx: &mut Cx<'_, '_>, id: ElementId) -> Result<Vec<Arc<Element>>, AppError> {
    living(cx, id, &mut |cx, heir| Ok(nodes::element(cx.tx, heir)?.map(Arc::new)))
}

/// The decided parts of what still holds although none of its parts is on its way any longer: what
/// was left of them has been thrown away. `gone` is just about to be.
pub(super) fn settled(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    gone: Option<ElementId>,
) -> Result<Vec<Arc<Element>>, AppError> {
    if element.state != ElementState::Adopted {
        return Ok(Vec::new());
    }
    let mut heirs =
        living(cx, element.id, &mut |_, heir| Ok(structure.element(heir).map(Arc::clone)))?;
    heirs.retain(|heir| Some(heir.id) != gone);
    if heirs.iter().any(|heir| heir.is_editable()) { Ok(Vec::new()) } else { Ok(heirs) }
}

/// What lives in the place of an element or will, and what [`settled`] tells of it.
pub(super) fn after(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    mut successors: Vec<ElementId>,
) -> Result<(Vec<ElementId>, Vec<Arc<Element>>), AppError> {
    // Most have none, and then nothing is settled.
    if successors.is_empty() {
        return Ok((successors, Vec::new()));
    }
    let settled = settled(cx, structure, element, None)?;
    successors.retain(|id| structure.element(*id).is_some_and(|one| one.is_current()));
    Ok((successors, settled))
}

/// Lets what hangs under an element that has ended hang on its heirs: where it was placed, else on
/// the one that `otherwise` names. What hangs on one of them already stays.
pub(super) fn take_over(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    old: ElementId,
    heirs: &[Arc<Element>],
    otherwise: ElementId,
) -> Result<(), AppError> {
    let is_heir = |id: ElementId| heirs.iter().any(|heir| heir.id == id);
    let mut placed = Vec::new();
    for heir in heirs {
        placed.extend(store::placed_on(cx.tx, heir.id)?);
    }
    for link in structure.links_down(old) {
        // A draft that was thrown away may come back.
        let may_live =
            |child: &Arc<Element>| child.is_current() || child.state == ElementState::Discarded;
        let lives = structure.element(link.child).is_some_and(may_live);
        if !lives || is_heir(link.child) {
            continue;
        }
        let links = nodes::links_of(cx.tx, link.child)?;
        if links.iter().any(|link| is_heir(link.parent)) {
            continue;
        }
        let mut parents: Vec<ElementId> = placed
            .iter()
            .filter(|place| place.child == link.child && place.kind == link.kind)
            .map(|place| place.parent)
            .collect();
        if parents.is_empty() {
            parents.push(otherwise);
        }
        for parent in parents {
            let moved = Link { id: cx.new_id::<LinkId>(), parent, ..*link };
            nodes::insert_link(cx.tx, &moved)?;
            store::move_proposal(cx.tx, link.id, &moved)?;
        }
    }
    // What was proposed or placed under the old one is meant for what takes its place.
    for link in store::proposed_under(cx.tx, old)? {
        if link.child != otherwise {
            store::move_proposal(cx.tx, link.id, &Link { parent: otherwise, ..link })?;
        }
    }
    for part in store::successors(cx.tx, old)? {
        placed.extend(store::placed_on(cx.tx, part)?);
    }
    for place in placed {
        store::forget_proposal(cx.tx, place.id)?;
    }
    for place in store::placed_on(cx.tx, old)? {
        store::forget_proposal(cx.tx, place.id)?;
        let id = cx.new_id::<LinkId>();
        store::place(cx.tx, &Link { id, parent: otherwise, ..place })?;
    }
    Ok(())
}
