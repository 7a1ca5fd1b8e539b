//! Superseding: a new wording is written beside the adopted one and takes its place when it is adopted.

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{DecisionId, ElementId, LinkId};
use domain::measures::Measure;
use domain::own_fields::OwnFields;
use domain::steering::Role;

use super::{heirs, store};
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::grounds;
use crate::measures::few::withhold_again;
use crate::measures::store::has_values;
use crate::own_fields;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Begins a new wording of an adopted element, with the same words and links upward to start from.
pub(super) fn begin(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let old = cx.find_visible(&structure, id)?;
    cx.may(Action::Plan, old.owner)?;
    if let Some(begun) = living_successor(cx, &structure, id)? {
        return Ok(Response::see_other(&edit_url(old, begun)));
    }
    if old.state != ElementState::Adopted {
        return Err(AppError::Stale);
    }
    let new = Element {
        id: cx.client_id(),
        state: ElementState::Draft,
        decision: None,
        version: 1,
        ..Element::clone(old)
    };
    if structure.element(new.id).is_some() {
        return Err(AppError::Stale);
    }
    if !nodes::insert_element(cx.tx, &new)? {
        return Err(AppError::Stale);
    }
    store::insert_succession(cx.tx, new.id, id)?;
    copy_grounds(cx, id, new.id)?;
    if let Some(measure) = structure.measure(id) {
        // New words for a measure hang on nothing: its place, values and levels stay where they are.
        nodes::insert_measure(cx.tx, &Measure { id: new.id, ..Measure::clone(measure) })?;
        return Ok(Response::see_other(&edit_url(old, new.id)));
    }
    for link in structure.links_up(id) {
        nodes::insert_link(cx.tx, &Link { id: cx.new_id::<LinkId>(), child: new.id, ..*link })?;
    }
    Ok(Response::see_other(&edit_url(old, new.id)))
}

/// Lets a new element begin with the grounds of another, and with what it says in fields of its own.
pub(super) fn copy_grounds(
    cx: &mut Cx<'_, '_>,
    from: ElementId,
    to: ElementId,
) -> Result<(), AppError> {
    let own = own_fields::store::own_fields(cx.tx, from)?;
    let none = OwnFields::none(to);
    own_fields::store::keep(cx.tx, &none, &own.for_element(to, 1))?;
    let said = grounds::store::grounds(cx.tx, from)?;
    if said.is_empty() { Ok(()) } else { grounds::store::keep(cx.tx, &said.for_element(to, 1)) }
}

fn edit_url(old: &Element, id: ElementId) -> String {
    if old.role == Role::Measure { format!("/matt/{id}/andra") } else { format!("/mal/{id}/andra") }
}

/// The new wording that has been begun and not been superseded in its turn.
pub(super) fn living_successor(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: ElementId,
) -> Result<Option<ElementId>, AppError> {
    Ok(living_successors(cx, structure, id)?.first().copied())
}

/// As [`living_successor`], all of them: several when something is split.
pub(super) fn living_successors(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: ElementId,
) -> Result<Vec<ElementId>, AppError> {
    let living = |id: &ElementId| structure.element(*id).is_some_and(|one| one.is_current());
    Ok(store::successors(cx.tx, id)?.into_iter().filter(living).collect())
}

/// Lets a newly adopted element take the place of what it was written to replace: what hangs under
/// the old one hangs under the new one too, so that series and activities go on.
pub(super) fn take_place(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    new: &Element,
    decision: DecisionId,
) -> Result<(), AppError> {
    for old in store::predecessors(cx.tx, new.id)? {
        if let Some(old) = structure.element(old).filter(|old| old.is_current()) {
            replace(cx, structure, old, new, decision)?;
        }
    }
    Ok(())
}

fn replace(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    old: &Element,
    adopted: &Element,
    decision: DecisionId,
) -> Result<(), AppError> {
    cx.may(Action::Adopt, old.owner)?;
    if let (Some(was), Some(now)) = (structure.measure(old.id), structure.measure(adopted.id)) {
        return reword(cx, (old, was), (adopted, now), decision);
    }
    let heirs = heirs::of_now(cx, old.id)?;
    // What was split holds until all its parts are decided, so that nothing falls between.
    if heirs.iter().any(|heir| heir.is_editable()) {
        return Ok(());
    }
    let version = old.version + 1;
    let superseded = Element { state: ElementState::Superseded, version, ..Element::clone(old) };
    nodes::change_element(cx.tx, "supersede", &superseded)?;
    heirs::take_over(cx, structure, old.id, &heirs, adopted.id)
}

/// Gives a measure the words decided. The measure keeps its identity, so that its series goes on;
/// what it said before is kept as the wording that was superseded.
fn reword(
    cx: &mut Cx<'_, '_>,
    (old, was): (&Element, &Measure),
    (new, now): (&Element, &Measure),
    decision: DecisionId,
) -> Result<(), AppError> {
    // Values may have come since the words were written.
    if !was.bound_changes(now).is_empty() && has_values(cx.tx, old.id)? {
        return Err(AppError::Stale);
    }
    let reworded = Element {
        id: old.id,
        decision: Some(decision),
        state: ElementState::Adopted,
        version: old.version + 1,
        ..Element::clone(new)
    };
    nodes::change_element(cx.tx, "supersede", &reworded)?;
    nodes::update_measure(cx.tx, &Measure { id: old.id, ..now.clone() }, reworded.version)?;
    let earlier = Element {
        id: new.id,
        state: ElementState::Superseded,
        version: new.version + 1,
        ..Element::clone(old)
    };
    nodes::change_element(cx.tx, "supersede", &earlier)?;
    nodes::update_measure(cx.tx, &Measure { id: new.id, ..was.clone() }, earlier.version)?;
    withhold_again(cx, [old.id, new.id])?;
    let [said, decided] = [old.id, new.id].map(|id| own_fields::store::own_fields(cx.tx, id));
    let (said, decided) = (said?, decided?);
    let now = OwnFields { version: reworded.version, ..decided.in_place_of(&said) };
    own_fields::store::keep(cx.tx, &said, &now)?;
    let then = OwnFields { version: earlier.version, ..said.in_place_of(&decided) };
    own_fields::store::keep(cx.tx, &decided, &then)?;
    store::swap_succession(cx.tx, old.id, new.id)
}

/// The page of what an element replaces or is replaced by, with its title.
pub(super) fn named(structure: &Structure, id: ElementId) -> Option<(String, String)> {
    structure.element(id).map(|one| (elements::url(one), one.title.clone()))
}
