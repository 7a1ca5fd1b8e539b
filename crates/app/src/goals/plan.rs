//! What an org unit plans: what it must answer, and what it has written.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Structure};
use domain::ids::OrgUnitId;
use domain::steering::{ElementType, Role, TypeRule};

use super::plan_page::Page;
use super::store;
use super::waiting_links;
use super::words::may_write_type;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::grounds;
use crate::web::error::{Answer, OrNotFound};

/// Most elements whose grounds are shown in short.
const MOST_GROUNDS: usize = 200;

/// An element of the level above that the org unit has not answered with one of its own.
pub(super) struct Unanswered<'a> {
    /// The element above.
    pub(super) parent: &'a Arc<Element>,
    /// What the answer would be.
    pub(super) answer: &'a ElementType,
    /// Whether the steering model demands an answer, which then may be that it does not concern them.
    pub(super) must: bool,
}

/// Elements of one type that the org unit owns, drafts first.
pub(super) struct OfType<'a> {
    /// The type.
    pub(super) element_type: &'a ElementType,
    /// The elements.
    pub(super) elements: Vec<&'a Arc<Element>>,
}

/// Shows the plan of the org unit asked for, else of the visitor's own.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    let asked = cx.req.query.text("enhet");
    let org_unit: OrgUnitId =
        if asked.is_empty() { home.or_not_found()? } else { asked.parse().ok().or_not_found()? };
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let writable: Vec<&ElementType> = structure
        .model
        .element_types
        .iter()
        .filter(|one| may_write_type(cx, one))
        .filter(|one| is_written_by(&structure, one, org_unit))
        .collect();
    let mut exemptions = store::exemptions_of(cx.tx, org_unit)?;
    exemptions.retain(|one| one.state != ElementState::Ended);
    let mut unanswered = unanswered(&structure, org_unit, &writable);
    unanswered.retain(|one| exemptions.iter().all(|exempt| exempt.element != one.parent.id));
    let own = own(&structure, org_unit, &writable);
    let shown = own.iter().flat_map(|of_type| &of_type.elements).map(|one| one.id);
    let grounds = grounds::store::grounds_of(cx.tx, shown.take(MOST_GROUNDS))?;
    let instructions = crate::wheel::instructions_section(cx, org_unit)?;
    let (waiting, links_waiting) = waiting_links::on_plan(cx, &structure, org_unit)?;
    let page = Page {
        texts: cx.texts(),
        waiting,
        links_waiting,
        grounds,
        instructions,
        wheel: crate::wheel::url(org_unit, cx.today().year()),
        structure: &structure,
        org_unit,
        choices: org_units(cx, org_unit),
        unanswered,
        exemptions,
        own,
        may_adopt: cx.can(Action::Adopt, org_unit),
        writable,
    };
    Ok(cx.page(cx.texts().goals_plan_title(), Nav::Plan, &page.body()))
}

/// Whether elements of the type are written on the org unit's level.
fn is_written_by(structure: &Structure, element_type: &ElementType, org_unit: OrgUnitId) -> bool {
    let level = structure.organisation.get(org_unit).map_or("", |unit| unit.level.as_str());
    element_type.owner.as_str() == level || element_type.role == Role::Activity
}

/// The way down to the org unit and what lies directly under it, as far as the visitor may plan.
fn org_units(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> Vec<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let mut way = organisation.ancestors(org_unit);
    way.reverse();
    way.push(org_unit);
    way.extend(organisation.children(org_unit));
    if let Some(parent) = organisation.get(org_unit).and_then(|unit| unit.parent) {
        way.extend(organisation.children(parent).iter().filter(|unit| **unit != org_unit));
    }
    let today = cx.today();
    way.retain(|unit| {
        cx.can(Action::Plan, *unit)
            && organisation.get(*unit).is_some_and(|unit| unit.is_valid_on(today))
    });
    way
}

/// What the level above has decided and no own element links to. A type that must answer every
/// parent is held against all of them; others against those of the org units above.
pub(super) fn unanswered<'a>(
    structure: &'a Structure,
    org_unit: OrgUnitId,
    answers: &[&'a ElementType],
) -> Vec<Unanswered<'a>> {
    let above = structure.organisation.ancestors(org_unit);
    let own: Vec<&Arc<Element>> = structure.owned_by(org_unit).collect();
    let mut found = Vec::new();
    for answer in answers.iter().filter(|one| one.role == Role::Goal) {
        let all_of = answer.rules.iter().find_map(|rule| match rule {
            TypeRule::MustCoverAllParents(of) => Some(of.as_ref()),
            _ => None,
        });
        for link in &answer.parents {
            let must = all_of.is_some_and(|of| of.is_none_or(|of| *of == link.parent));
            if all_of.is_some() && !must {
                continue;
            }
            for parent in structure.of_type(&link.parent) {
                let concerns = must || (parent.role == Role::Goal && above.contains(&parent.owner));
                let answered = own.iter().any(|one| {
                    one.element_type == answer.id
                        && structure.links_up(one.id).iter().any(|link| link.parent == parent.id)
                });
                if concerns && !answered && parent.state == ElementState::Adopted {
                    found.push(Unanswered { parent, answer, must });
                }
            }
        }
    }
    found
}

/// What the org unit writes itself comes first, then what it has been given.
fn own<'s>(
    structure: &'s Structure,
    org_unit: OrgUnitId,
    writable: &[&ElementType],
) -> Vec<OfType<'s>> {
    let owned: Vec<&Arc<Element>> = structure.owned_by(org_unit).collect();
    let mut all: Vec<OfType<'s>> = structure
        .model
        .element_types
        .iter()
        .map(|element_type| {
            // Decided measures have a list of their own; those on their way are part of the plan.
            let wanted = |one: &&Arc<Element>| {
                one.element_type == element_type.id
                    && (one.role != Role::Measure || one.is_editable())
            };
            let mut elements: Vec<_> = owned.iter().copied().filter(wanted).collect();
            elements.sort_by_cached_key(|one| {
                (one.state, crate::i18n::sort_key(&one.number), crate::i18n::sort_key(&one.title))
            });
            OfType { element_type, elements }
        })
        .filter(|of_type| !of_type.elements.is_empty())
        .collect();
    let given =
        |one: &ElementType| matches!(one.role, Role::Direction | Role::External | Role::Mission);
    all.sort_by_key(|of_type| {
        let one = of_type.element_type;
        (given(one), !writable.iter().any(|own| own.id == one.id))
    });
    all
}
