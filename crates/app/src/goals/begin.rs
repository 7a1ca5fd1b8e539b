//! The form for a new element, with what can be told beforehand filled in.

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::{ElementType, TypeId};

use super::form::Form;
use super::type_choice::TypeChoice;
use super::words::may_write_type;
use super::written::Written;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;

/// A form for a new element; first the choice of what it is, unless the address says it.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let asked = TypeId::new(cx.req.query.text("typ"));
    let parent = cx.req.query.parsed::<ElementId>("under").and_then(|id| structure.element(id));
    let Some(element_type) =
        structure.model.element_type(&asked).filter(|one| may_write_type(cx, one))
    else {
        let choice = TypeChoice::new(cx, parent);
        return Ok(cx.page(cx.texts().goals_new(), Nav::Plan, &choice.body()));
    };
    // The form has an address of its own: going back to it leads to what was saved from it.
    let Some(id) = cx.req.query.parsed::<ElementId>("id") else {
        return Ok(Response::see_other(&address(cx, element_type)));
    };
    if let Some(made) = structure.element(id) {
        let made = cx.find_visible(&structure, made.id)?;
        return Ok(Response::see_other(&format!("/mal/{}/andra", made.id)));
    }
    let written = Written {
        id: id.to_string(),
        element_type: element_type.id.as_str().to_owned(),
        parent: parent.map(|parent| parent.id.to_string()).unwrap_or_default(),
        owner: owner_asked_for(cx, element_type).map(|unit| unit.to_string()).unwrap_or_default(),
        ..Written::default()
    };
    let form = Form::new(cx, element_type, written, None)?;
    let title = form.title();
    Ok(cx.page(&title, Nav::Plan, &form.body()))
}

/// The form as it was asked for, with the identity of what is written in it.
fn address(cx: &Cx<'_, '_>, element_type: &ElementType) -> String {
    let query = &cx.req.query;
    let mut address = format!("/mal/nytt?typ={}", element_type.id.as_str());
    if let Some(under) = query.parsed::<ElementId>("under") {
        address = format!("{address}&under={under}");
    }
    if let Some(unit) = query.parsed::<OrgUnitId>("enhet") {
        address = format!("{address}&enhet={unit}");
    }
    format!("{address}&id={}", cx.new_id::<ElementId>())
}

/// The org unit asked for, or the one above it on the level that owns such elements.
fn owner_asked_for(cx: &Cx<'_, '_>, element_type: &ElementType) -> Option<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let asked = cx.req.query.parsed::<OrgUnitId>("enhet")?;
    std::iter::once(asked)
        .chain(organisation.ancestors(asked))
        .filter(|unit| cx.can(Action::Plan, *unit))
        .find(|unit| {
            organisation.get(*unit).is_some_and(|unit| unit.level == element_type.owner.as_str())
        })
        .or(Some(asked))
}
