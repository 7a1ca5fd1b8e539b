//! Laying a draft before the body that decides, and taking it back.

use domain::access::Action;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;

use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Turns a draft into a proposal, or a proposal into a draft.
pub(super) fn propose(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    let (action, state) = match cx.req.form.text("gor") {
        "tillbaka" => ("withdraw", ElementState::Draft),
        _ => ("propose", ElementState::Proposed),
    };
    if element.state == state {
        return Ok(Response::see_other(&elements::url(element)));
    }
    if !element.is_editable() || cx.req.form.parsed("version") != Some(element.version) {
        return Err(AppError::Stale);
    }
    let version = element.version + 1;
    nodes::change_element(cx.tx, action, &Element { state, version, ..Element::clone(element) })?;
    Ok(Response::see_other(&elements::url(element)))
}
