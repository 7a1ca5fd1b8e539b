//! Defining a measure: what is measured, how, and how values are put together.

mod bound;
mod differing;
mod form;
mod offered;
mod reading;
mod typed;

use domain::access::Action;
use domain::elements::{Element, Link, Structure};
use domain::ids::{ElementId, LinkId};
use domain::own_fields::OwnFields;
use domain::steering::Role;
use maud::Markup;

use self::form::Form;
use self::offered::Choosable;
use self::reading::read;
use self::typed::{Problems, Typed};
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::identity::store::person_row;
use crate::measures::few::withhold_again;
use crate::measures::planning::plannable;
use crate::own_fields;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// A form for a new measure.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let mut typed = Typed::default();
    typed.set("id", cx.new_id::<ElementId>().to_string());
    typed.set("mal", cx.req.query.text("mal"));
    typed.set("decimaler", "0");
    typed.set("klass", class_that_counts(&cx.structure));
    if let Some(earlier) = cx.req.query.parsed::<ElementId>("efter") {
        let structure = cx.structure.clone();
        typed = continued(cx, &structure, earlier)?;
    } else if let Some(home) = cx.visit.person.as_ref().and_then(|person| person.home()) {
        typed.set("agare", home.to_string());
    }
    let body = form(cx, &typed, &Problems::new(), None)?;
    Ok(cx.page(cx.texts().measures_new(), Nav::Measures, &body))
}

/// What is measured for a goal is to count for it, unless somebody says otherwise.
fn class_that_counts(structure: &Structure) -> String {
    let mut classes = structure.model.types_with_role(Role::Measure).flat_map(|one| &one.classes);
    let counts = classes.find(|class| class.counts_in_assessment);
    counts.map(|class| class.name.clone()).unwrap_or_default()
}

/// A new measure that goes on where another ends, because it is to be measured otherwise.
fn continued(cx: &mut Cx<'_, '_>, structure: &Structure, earlier: ElementId) -> Answer<Typed> {
    let old = structure.element(earlier).filter(|old| cx.may_see(old)).or_not_found()?;
    let own = own_fields::store::own_fields(cx.tx, earlier)?;
    let mut typed = Typed::of(old, structure.measure(earlier).or_not_found()?, &own);
    typed.set("id", cx.new_id::<ElementId>().to_string());
    typed.set("version", "");
    typed.set("text", cx.texts().measures_continues(&old.title));
    let goal = structure.parents(earlier).find(|goal| cx.can(Action::Plan, goal.owner));
    typed.set("mal", goal.map(|goal| goal.id.to_string()).unwrap_or_default());
    Ok(typed)
}

/// A form with what is kept. What is adopted gets a new wording instead.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    if !element.is_editable() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let own = own_fields::store::own_fields(cx.tx, id)?;
    let body = form(cx, &Typed::of(element, measure, &own), &Problems::new(), Some(id))?;
    Ok(cx.page(cx.texts().measures_edit(), Nav::Measures, &body))
}

/// Makes a measure, with its link to the goal it measures when one was chosen.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let typed = Typed::sent(cx);
    let id: ElementId = cx.client_id();
    if cx.structure.element(id).is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    if is_searching(cx) {
        return searched(cx, &typed, None);
    }
    let (element, measure) = match read(cx, &typed, id, None)? {
        Ok(both) => both,
        Err(problems) => return again(cx, &typed, &problems, None),
    };
    cx.may(Action::Plan, element.owner)?;
    let link = match goal_link(cx, &typed, &element) {
        Ok(link) => link,
        Err(problem) => return again(cx, &typed, &vec![problem], None),
    };
    if !nodes::insert_element(cx.tx, &element)? {
        return Ok(Response::see_other(&super::url(id)));
    }
    nodes::insert_measure(cx.tx, &measure)?;
    keep_own(cx, &typed, &element, &OwnFields::none(id))?;
    if let Some(link) = link {
        nodes::insert_link(cx.tx, &link)?;
    }
    Ok(Response::see_other(&super::url(id)))
}

/// Keeps what differs in the fields that the steering model adds.
fn keep_own(
    cx: &mut Cx<'_, '_>,
    typed: &Typed,
    element: &Element,
    before: &OwnFields,
) -> Answer<()> {
    let structure = cx.structure.clone();
    let of_type = structure.model.element_type(&element.element_type).or_not_found()?;
    let said = typed.own.read(element.id, of_type, element.version);
    own_fields::store::keep(cx.tx, before, &said)
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
    let upper = cx.structure.element(parent);
    let upper = upper.filter(|upper| upper.is_current() && cx.may_see(upper));
    let upper = upper.ok_or_else(refused)?;
    let model = &cx.structure.model;
    let kind = crate::steering::link_between(model, &element.element_type, &upper.element_type)
        .ok_or_else(|| ("mal", cx.texts().measures_problem_goal().to_owned()))?;
    Ok(Some(Link { id: cx.new_id::<LinkId>(), child: element.id, parent, kind }))
}

/// Keeps a changed measure.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (old, measure) = plannable(cx, &structure)?;
    let id = old.id;
    let own = own_fields::store::own_fields(cx.tx, id)?;
    let kept = Typed::of(old, measure, &own);
    let typed = Typed::sent(cx);
    if is_searching(cx) {
        return searched(cx, &typed, Some(id));
    }
    if !old.is_editable() {
        let problem = ("", cx.texts().measures_problem_adopted().to_owned());
        return again(cx, &typed, &vec![problem], Some(id));
    }
    let (element, measure) = match read(cx, &typed, id, Some(old))? {
        Ok(both) => both,
        Err(problems) => return again(cx, &typed, &problems, Some(id)),
    };
    cx.may(Action::Plan, element.owner)?;
    let bound = bound::problems(cx, &structure, (&element, &measure))?;
    if !bound.is_empty() {
        return again(cx, &typed, &bound, Some(id));
    }
    if typed.get("version") != kept.get("version") {
        return conflict(cx, typed, &kept, id);
    }
    nodes::change_element(cx.tx, "change", &element)?;
    nodes::update_measure(cx.tx, &measure, element.version)?;
    withhold_again(cx, [id])?;
    keep_own(cx, &typed, &element, &own)?;
    Ok(Response::see_other(&super::url(id)))
}

/// Somebody else was faster: what they wrote stands above what was typed, and saving again keeps
/// what was typed. The same change sent twice is no conflict.
fn conflict(cx: &mut Cx<'_, '_>, mut typed: Typed, kept: &Typed, id: ElementId) -> Answer {
    let mut theirs = differing::differing(&typed, kept, cx);
    if typed.get("ansvarig") != kept.get("ansvarig") {
        let known = kept.get("ansvarig").parse().ok();
        let person = known.map(|id| person_row(cx.tx, id)).transpose()?.flatten();
        let nobody = || cx.texts().goals_nobody().to_owned();
        let name = person.map_or_else(nobody, |person| person.name);
        theirs.push((cx.texts().goals_field_responsible(), name));
    }
    if theirs.is_empty() {
        return Ok(Response::see_other(&super::url(id)));
    }
    typed.set("version", kept.get("version"));
    let bound = bound::bound_by(cx, id)?;
    let choosable = Choosable::of(cx, &typed)?;
    let problems = &Problems::new();
    let form = Form { typed: &typed, problems, id: Some(id), theirs, bound, choosable };
    Ok(cx.conflicting(cx.texts().measures_edit(), Nav::Measures, &form.body(cx)))
}

/// The form with all that was typed, and lists narrowed to what was searched for.
fn searched(cx: &mut Cx<'_, '_>, typed: &Typed, id: Option<ElementId>) -> Answer {
    let title = if id.is_some() { cx.texts().measures_edit() } else { cx.texts().measures_new() };
    let body = form(cx, typed, &Problems::new(), id)?;
    Ok(cx.page(title, Nav::Measures, &body))
}

fn again(cx: &mut Cx<'_, '_>, typed: &Typed, problems: &Problems, id: Option<ElementId>) -> Answer {
    let title = if id.is_some() { cx.texts().measures_edit() } else { cx.texts().measures_new() };
    let body = form(cx, typed, problems, id)?;
    Ok(cx.refused(title, Nav::Measures, &body))
}

fn form(
    cx: &mut Cx<'_, '_>,
    typed: &Typed,
    problems: &Problems,
    id: Option<ElementId>,
) -> Answer<Markup> {
    let bound = match id {
        Some(id) => bound::bound_by(cx, id)?,
        None => None,
    };
    let choosable = Choosable::of(cx, typed)?;
    Ok(Form { typed, problems, id, theirs: Vec::new(), bound, choosable }.body(cx))
}
