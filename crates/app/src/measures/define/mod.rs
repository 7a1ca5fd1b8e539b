//! Defining a measure: what is measured, how, and how values are put together.

mod form;
mod typed;

use domain::access::Action;
use domain::elements::{Element, Link};
use domain::ids::{ElementId, LinkId};
use maud::Markup;

use self::form::Form;
use self::typed::{Problems, Typed, read};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// A form for a new measure.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let mut typed = Typed::default();
    typed.set("id", cx.new_id::<ElementId>().to_string());
    typed.set("mal", cx.req.query.text("mal"));
    typed.set("decimaler", "0");
    if let Some(home) = cx.visit.person.as_ref().and_then(|person| person.home()) {
        typed.set("agare", home.to_string());
    }
    let body = form(cx, &typed, &Problems::new(), None);
    Ok(cx.page(cx.texts().measures_new(), Nav::Measures, &body))
}

/// A form with what is kept.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    let measure = structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let body = form(cx, &Typed::of(element, measure), &Problems::new(), Some(id));
    Ok(cx.page(cx.texts().measures_edit(), Nav::Measures, &body))
}

/// Makes a measure, with its link to the goal it measures when one was chosen.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let typed = Typed::sent(cx);
    let id: ElementId = cx.client_id();
    if cx.structure.element(id).is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let (element, measure) = match read(cx, &typed, id, None) {
        Ok(both) => both,
        Err(problems) => return Ok(again(cx, &typed, &problems, None)),
    };
    cx.may(Action::Plan, element.owner)?;
    let link = match goal_link(cx, &typed, &element) {
        Ok(link) => link,
        Err(problem) => return Ok(again(cx, &typed, &vec![problem], None)),
    };
    if !nodes::insert_element(cx.tx, &element)? {
        return Ok(Response::see_other(&super::url(id)));
    }
    nodes::insert_measure(cx.tx, &measure)?;
    if let Some(link) = link {
        nodes::insert_link(cx.tx, &link)?;
    }
    Ok(Response::see_other(&super::url(id)))
}

fn goal_link(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    element: &Element,
) -> Result<Option<Link>, (&'static str, String)> {
    let wanted = typed.get("mal");
    if wanted.is_empty() {
        return Ok(None);
    }
    let refused = || ("mal", cx.texts().web_unknown_choice().to_owned());
    let parent: ElementId = wanted.parse().map_err(|_| refused())?;
    let upper = cx.structure.element(parent).filter(|upper| upper.is_current());
    let upper = upper.ok_or_else(refused)?;
    let model = &cx.structure.model;
    let kind = crate::steering::link_between(model, &element.element_type, &upper.element_type)
        .ok_or_else(|| ("mal", cx.texts().measures_problem_goal().to_owned()))?;
    Ok(Some(Link { id: cx.new_id::<LinkId>(), child: element.id, parent, kind }))
}

/// Keeps a changed measure.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let old = structure.element(id).or_not_found()?;
    let kept = Typed::of(old, structure.measure(id).or_not_found()?);
    cx.may(Action::Plan, old.owner)?;
    let typed = Typed::sent(cx);
    let (element, measure) = match read(cx, &typed, id, Some(old)) {
        Ok(both) => both,
        Err(problems) => return Ok(again(cx, &typed, &problems, Some(id))),
    };
    cx.may(Action::Plan, element.owner)?;
    if typed.get("version") != kept.get("version") {
        return Ok(conflict(cx, typed, &kept, id));
    }
    nodes::change_element(cx.tx, "change", &element)?;
    nodes::update_measure(cx.tx, &measure, element.version)?;
    Ok(Response::see_other(&super::url(id)))
}

/// Somebody else was faster: what they wrote stands above what was typed, and saving again keeps
/// what was typed. The same change sent twice is no conflict.
fn conflict(cx: &Cx<'_, '_>, mut typed: Typed, kept: &Typed, id: ElementId) -> Response {
    let theirs = typed.differing(kept, cx.texts());
    if theirs.is_empty() {
        return Response::see_other(&super::url(id));
    }
    typed.set("version", kept.get("version"));
    let form = Form { typed: &typed, problems: &Problems::new(), id: Some(id), theirs };
    cx.conflicting(cx.texts().measures_edit(), Nav::Measures, &form.body(cx))
}

fn again(cx: &Cx<'_, '_>, typed: &Typed, problems: &Problems, id: Option<ElementId>) -> Response {
    let title = if id.is_some() { cx.texts().measures_edit() } else { cx.texts().measures_new() };
    cx.refused(title, Nav::Measures, &form(cx, typed, problems, id))
}

fn form(cx: &Cx<'_, '_>, typed: &Typed, problems: &Problems, id: Option<ElementId>) -> Markup {
    Form { typed, problems, id, theirs: Vec::new() }.body(cx)
}
