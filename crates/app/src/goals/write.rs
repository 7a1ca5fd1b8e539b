//! Writing a new element, and changing one that is not adopted yet.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId, OrgUnitId, PersonId};
use domain::steering::{ElementType, TypeId};

use super::form::Form;
use super::type_choice::TypeChoice;
use super::words::{is_owned_on_level_of, level_problem, may_write_type};
use super::written::{Written, day};
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::steering::link_between;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

type Problems = Vec<(&'static str, String)>;

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
    let written = Written {
        id: cx.new_id::<ElementId>().to_string(),
        element_type: element_type.id.as_str().to_owned(),
        parent: parent.map(|parent| parent.id.to_string()).unwrap_or_default(),
        owner: owner_to_begin_with(cx, element_type)
            .map(|unit| unit.to_string())
            .unwrap_or_default(),
        ..Written::default()
    };
    let form = Form::new(cx, element_type, written, None)?;
    let title = form.title();
    Ok(cx.page(&title, Nav::Plan, &form.body()))
}

/// The org unit asked for, else the visitor's own or the one above it on the level that owns such elements.
fn owner_to_begin_with(cx: &Cx<'_, '_>, element_type: &ElementType) -> Option<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let asked = cx.req.query.parsed::<OrgUnitId>("enhet");
    let home = asked.or_else(|| cx.visit.person.as_ref().and_then(|person| person.home()))?;
    std::iter::once(home)
        .chain(organisation.ancestors(home))
        .filter(|unit| cx.can(Action::Plan, *unit))
        .find(|unit| {
            organisation.get(*unit).is_some_and(|unit| unit.level == element_type.owner.as_str())
        })
        .or(Some(home))
}

/// Makes an element, with its link upward when one was chosen.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.client_id();
    if let Some(made) = structure.element(id) {
        return Ok(Response::see_other(&elements::url(made)));
    }
    let written = Written::sent(&cx.req.form);
    let type_id = TypeId::new(written.element_type.as_str());
    let element_type = structure.model.element_type(&type_id).or_not_found()?;
    if !may_write_type(cx, element_type) {
        return Err(AppError::Forbidden);
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
    Ok(Response::see_other(&elements::url(&element)))
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
    let form = Form::new(cx, element_type, Written::kept(element), Some(element))?;
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
    let mut written = Written::sent(&cx.req.form);
    if !old.is_editable() {
        let problem = ("", cx.texts().goals_problem_adopted().to_owned());
        return refused(cx, element_type, written, vec![problem], Some(old));
    }
    let element = match read(cx, &structure, element_type, &written, Some(old)) {
        Ok(element) => element,
        Err(problems) => return refused(cx, element_type, written, problems, Some(old)),
    };
    cx.may(Action::Plan, element.owner)?;
    if written.version.parse() != Ok(old.version) {
        // The same words sent twice are no conflict.
        if same_words(&element, old) {
            return Ok(Response::see_other(&elements::url(old)));
        }
        written.version = old.version.to_string();
        let form = Form::new(cx, element_type, written, Some(old))?.against(old);
        let title = form.title();
        return Ok(cx.conflicting(&title, Nav::Plan, &form.body()));
    }
    nodes::change_element(cx.tx, "change", &element)?;
    Ok(Response::see_other(&elements::url(&element)))
}

fn same_words(new: &Element, old: &Element) -> bool {
    Element { version: old.version, ..new.clone() } == *old
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

fn read(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element_type: &ElementType,
    written: &Written,
    old: Option<&Element>,
) -> Result<Element, Problems> {
    let texts = cx.texts();
    let mut problems: Problems = written
        .flaws(element_type.role)
        .into_iter()
        .map(|(field, flaw)| (field, flaw.words(texts)))
        .collect();
    let owner = written.owner.parse::<OrgUnitId>().ok();
    let owner = owner.filter(|owner| {
        structure.organisation.get(*owner).is_some_and(|unit| unit.is_valid_on(cx.today()))
    });
    let responsible = match written.responsible.as_str() {
        "" => Ok(None),
        id => id.parse::<PersonId>().map(Some),
    };
    let Some(owner) = owner else {
        problems.push(("agare", texts.web_unknown_choice().to_owned()));
        return Err(problems);
    };
    if !cx.can(Action::Plan, owner) {
        problems.push(("agare", texts.goals_problem_owner().to_owned()));
    } else if old.is_none_or(|old| old.owner != owner)
        && !is_owned_on_level_of(structure, element_type, owner)
    {
        problems.push(("agare", level_problem(texts, structure, element_type)));
    }
    let Ok(responsible) = responsible else {
        problems.push(("ansvarig", texts.web_unknown_choice().to_owned()));
        return Err(problems);
    };
    let (Ok(starts_on), Ok(ends_on), true) =
        (day(&written.starts_on), day(&written.ends_on), problems.is_empty())
    else {
        return Err(problems);
    };
    Ok(Element {
        id: old.map_or_else(|| ElementId::from([0; 16]), |old| old.id),
        element_type: element_type.id.clone(),
        role: element_type.role,
        owner,
        number: written.number.clone(),
        title: written.title.clone(),
        text: written.text.clone(),
        responsible,
        starts_on,
        ends_on,
        state: old.map_or(ElementState::Draft, |old| old.state),
        decision: old.and_then(|old| old.decision),
        version: old.map_or(1, |old| old.version + 1),
    })
}
