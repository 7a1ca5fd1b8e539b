//! Choosing a framework, taking in a newer version of it, and letting it go again.

use domain::access::Action;
use domain::elements::{Element, ElementState};
use domain::ids::OrgUnitId;
use domain::steering::{Role, TypeId};

use super::known;
use super::pack::Pack;
use super::store::{self, Chosen};
use super::{show, url};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

fn find(cx: &mut Cx<'_, '_>) -> Result<(Pack, OrgUnitId), AppError> {
    let asked: String = cx.req.param("pack").or_not_found()?;
    let pack = known::read(cx)?.pack(&asked).or_not_found()?.clone();
    let top = cx.structure.organisation.roots().first().copied().ok_or(AppError::Forbidden)?;
    // A framework is the whole municipality's.
    cx.may(Action::ManageModel, top)?;
    Ok((pack, top))
}

/// Uses the pack, or takes in the words of its newer version. Where the steering model has a type for
/// goals from outside they become elements; tags need none.
pub(super) fn choose(cx: &mut Cx<'_, '_>) -> Answer {
    let (pack, top) = find(cx)?;
    let structure = cx.structure.clone();
    if let Some(of_type) = structure.model.types_with_role(Role::External).next() {
        make_elements(cx, &pack, &of_type.id, top)?;
    }
    let before = store::chosen(cx.tx)?.remove(&pack.id);
    if before.as_ref().is_none_or(|before| before.pack_version != pack.version) {
        let chosen = Chosen {
            framework: pack.id.clone(),
            pack_version: pack.version.clone(),
            at: cx.visit.now,
            version: before.map_or(1, |before| before.version + 1),
        };
        if let Some(first) = pack.goals.first() {
            store::keep(cx.tx, &chosen, pack.element(first))?;
        }
    }
    Ok(Response::see_other(&url(&pack.id)))
}

/// Makes the pack's goals elements, or gives them the words of the pack's newer version.
fn make_elements(
    cx: &mut Cx<'_, '_>,
    pack: &Pack,
    of_type: &TypeId,
    top: OrgUnitId,
) -> Result<(), AppError> {
    let structure = cx.structure.clone();
    for goal in &pack.goals {
        let old = structure.element(pack.element(goal));
        let new = Element {
            id: pack.element(goal),
            element_type: of_type.clone(),
            role: Role::External,
            owner: old.map_or(top, |old| old.owner),
            number: goal.number.to_string(),
            title: pack.title(goal),
            text: cx.texts().frameworks_source(&pack.source_date, &pack.source),
            responsible: None,
            starts_on: None,
            ends_on: None,
            state: ElementState::Adopted,
            decision: None,
            version: old.map_or(1, |old| old.version),
        };
        match old {
            None => {
                nodes::insert_element(cx.tx, &new)?;
            }
            Some(old) if old.state != new.state || old.title != new.title => {
                let version = new.version + 1;
                nodes::change_element(cx.tx, "change", &Element { version, ..new })?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Lets the framework go, when nothing contributes to it any longer.
pub(super) fn leave(cx: &mut Cx<'_, '_>) -> Answer {
    let (pack, _) = find(cx)?;
    let structure = cx.structure.clone();
    let Some(chosen) = store::chosen(cx.tx)?.remove(&pack.id) else {
        return Ok(Response::see_other("/ramverk"));
    };
    let elements = || pack.goals.iter().filter_map(|goal| structure.element(pack.element(goal)));
    let is_tagged = !store::tagged_with(cx.tx, &pack.id)?.is_empty();
    if is_tagged || elements().any(|element| structure.count_children(element.id) > 0) {
        let body = show::body(cx, &pack, Some(cx.texts().frameworks_in_use()))?;
        return Ok(cx.refused(pack.name(cx.texts()), Nav::Settings, &body));
    }
    for element in elements().filter(|element| element.is_current()) {
        let version = element.version + 1;
        let ended = Element { state: ElementState::Ended, version, ..Element::clone(element) };
        nodes::change_element(cx.tx, "end", &ended)?;
    }
    if let Some(first) = pack.goals.first() {
        store::forget(cx.tx, &chosen, pack.element(first))?;
    }
    Ok(Response::see_other("/ramverk"))
}
