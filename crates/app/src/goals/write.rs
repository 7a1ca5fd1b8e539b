//! Writing a new element, and changing one that is not adopted yet.

use std::sync::Arc;

use db::audit::author_of;
use domain::access::Action;
use domain::elements::{Element, Link, Structure};
use domain::ids::{ElementId, LinkId};
use domain::own_fields::OwnFields;
use domain::steering::{ElementType, TypeId};

use super::form::Form;
use super::reading::{Problems, read};
use super::theirs::Theirs;
use super::words::may_write_type;
use super::written::Written;
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::grounds;
use crate::own_fields;
use crate::steering::link_between;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Makes an element, with its link upward when one was chosen.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.client_id();
    let written = Written::sent(&cx.req.form);
    if structure.element(id).is_some() {
        return create_again(cx, &structure, id, written);
    }
    let type_id = TypeId::new(written.element_type.as_str());
    let element_type = structure.model.element_type(&type_id).or_not_found()?;
    if !may_write_type(cx, element_type) {
        return Err(AppError::Forbidden);
    }
    if is_searching(cx) {
        return searched(cx, element_type, written, None);
    }
    let read = read(cx, &structure, element_type, &written, None);
    let parent = parent_of(cx, &structure, element_type, &written);
    let (element, parent) = match (read, parent) {
        (Ok(element), Ok(parent)) => (Element { id, ..element }, parent),
        (read, parent) => {
            let mut problems = read.err().unwrap_or_default();
            problems.extend(parent.err());
            return refused(cx, element_type, written, problems, None);
        }
    };
    cx.may(Action::Plan, element.owner)?;
    if !nodes::insert_element(cx.tx, &element)? {
        return Ok(Response::see_other(&elements::url(&element)));
    }
    if let Some((parent, kind)) = parent {
        nodes::insert_link(cx.tx, &Link { id: cx.new_id::<LinkId>(), child: id, parent, kind })?;
    }
    let said = written.grounds.read(id, element.role, element.version);
    if !said.is_empty() {
        grounds::store::keep(cx.tx, &said)?;
    }
    let own = written.own.read(id, element_type, element.version);
    own_fields::store::keep(cx.tx, &OwnFields::none(id), &own)?;
    Ok(Response::see_other(&elements::url(&element)))
}

/// The form of something new, sent again after it was kept: the same words change nothing, and others
/// change the draft as long as nobody else has.
fn create_again(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: ElementId,
    written: Written,
) -> Answer {
    let made = cx.find_visible(structure, id)?;
    let there = Response::see_other(&elements::url(made));
    let element_type = structure.model.element_type(&made.element_type).or_not_found()?;
    let is_mine = made.is_editable() && cx.can(Action::Plan, made.owner);
    if structure.measure(id).is_some() || !is_mine || is_searching(cx) {
        return Ok(there);
    }
    let written = Written { version: "1".to_owned(), ..written };
    change_kept(cx, structure, (made, element_type), written)
}

type Parent = (ElementId, domain::steering::LinkKind);

fn parent_of(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element_type: &ElementType,
    written: &Written,
) -> Result<Option<Parent>, (&'static str, String)> {
    if written.parent.is_empty() {
        if element_type.may_stand_alone() {
            return Ok(None);
        }
        return Err(("under", cx.texts().goals_problem_parent().to_owned()));
    }
    let parent = written.parent.parse::<ElementId>().ok().and_then(|id| structure.element(id));
    let Some(parent) = parent.filter(|parent| parent.is_current() && cx.may_see(parent)) else {
        return Err(("under", cx.texts().web_unknown_choice().to_owned()));
    };
    let kind = link_between(&structure.model, &element_type.id, &parent.element_type)
        .ok_or_else(|| ("under", cx.texts().goals_problem_link_model().to_owned()))?;
    Ok(Some((parent.id, kind)))
}

/// The form with what is kept.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, element_type) = find(cx, &structure)?;
    if !element.is_editable() {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let said = grounds::store::grounds(cx.tx, element.id)?;
    let own = own_fields::store::own_fields(cx.tx, element.id)?;
    let form = Form::new(cx, element_type, Written::kept(element, &said, &own), Some(element))?;
    let title = form.title();
    Ok(cx.page(&title, Nav::Plan, &form.body()))
}

fn find<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
) -> Answer<(&'s Arc<Element>, &'s ElementType)> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let element_type = structure.model.element_type(&element.element_type).or_not_found()?;
    if structure.measure(id).is_some() {
        return Err(AppError::NotFound);
    }
    cx.may(Action::Plan, element.owner)?;
    Ok((element, element_type))
}

/// Keeps changed words. What is adopted is never changed; when somebody else was faster both texts are shown.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (old, element_type) = find(cx, &structure)?;
    let written = Written::sent(&cx.req.form);
    if is_searching(cx) {
        return searched(cx, element_type, written, Some(old));
    }
    change_kept(cx, &structure, (old, element_type), written)
}

fn change_kept(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    (old, element_type): (&Arc<Element>, &ElementType),
    mut written: Written,
) -> Answer {
    if !old.is_editable() {
        let problem = ("", cx.texts().goals_problem_adopted().to_owned());
        return refused(cx, element_type, written, vec![problem], Some(old));
    }
    let element = match read(cx, structure, element_type, &written, Some(old)) {
        Ok(element) => element,
        Err(problems) => return refused(cx, element_type, written, problems, Some(old)),
    };
    cx.may(Action::Plan, element.owner)?;
    let said_before = grounds::store::grounds(cx.tx, old.id)?;
    let said = written.grounds.read(old.id, element.role, element.version);
    let own_before = own_fields::store::own_fields(cx.tx, old.id)?;
    let own = written.own.read(old.id, element_type, element.version);
    // The same words sent twice are no conflict, and no change.
    let is_same_own = own.since(&own_before).next().is_none();
    if same_words(&element, old) && said.says_as(&said_before) && is_same_own {
        return Ok(Response::see_other(&elements::url(old)));
    }
    if written.version.parse() != Ok(old.version) {
        written.version = old.version.to_string();
        let author = author_of(cx.tx, ("element", old.id.bytes()), old.version)?;
        let who = author.map(|(name, _)| name);
        let theirs = Theirs { element: old, grounds: said_before, own: own_before, who };
        let form = Form::new(cx, element_type, written, Some(old))?.against(theirs);
        let title = form.title();
        return Ok(cx.conflicting(&title, Nav::Plan, &form.body()));
    }
    nodes::change_element(cx.tx, "change", &element)?;
    if !said.says_as(&said_before) {
        grounds::store::keep(cx.tx, &said)?;
    }
    own_fields::store::keep(cx.tx, &own_before, &own)?;
    Ok(Response::see_other(&elements::url(&element)))
}

fn same_words(new: &Element, old: &Element) -> bool {
    Element { version: old.version, ..new.clone() } == *old
}

/// The form with all that was typed, and lists narrowed to what was searched for.
fn searched(
    cx: &mut Cx<'_, '_>,
    element_type: &ElementType,
    written: Written,
    old: Option<&Element>,
) -> Answer {
    let form = Form::new(cx, element_type, written, old)?;
    let title = form.title();
    Ok(cx.page(&title, Nav::Plan, &form.body()))
}

fn refused(
    cx: &mut Cx<'_, '_>,
    element_type: &ElementType,
    written: Written,
    problems: Problems,
    old: Option<&Element>,
) -> Answer {
    let form = Form::new(cx, element_type, written, old)?.with(problems);
    let title = form.title();
    Ok(cx.refused(&title, Nav::Plan, &form.body()))
}
