//! Where an action is proposed: whose it becomes, what it may carry out, and where its effect may be
//! seen.

use std::collections::BTreeSet;

use domain::actions::Origin;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::steering::{ElementType, LinkKind, Role};

use maud::Markup;

use super::{lessons, store};
use crate::cx::Cx;
use crate::web::error::AppError;

/// Most measures and org units to choose among.
const MOST: usize = 200;

/// Where an action is proposed, with what can be chosen there.
pub struct Place<'s> {
    pub(super) structure: &'s Structure,
    /// Whose the action becomes.
    pub org_unit: OrgUnitId,
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// The goals that it may carry out.
    pub(super) goals: Vec<&'s Element>,
    /// The measures where its effect may be seen.
    pub(super) measures: Vec<&'s Element>,
    /// Whose values of the measure: the org unit itself and what lies directly under it.
    pub(super) units: Vec<OrgUnitId>,
    pub(super) people: Vec<(PersonId, String)>,
    /// How it went before, of the same measures and goals.
    pub(super) earlier: Markup,
}

/// The type of activity that may carry out a goal.
pub(super) fn activity_type<'s>(
    structure: &'s Structure,
    goal: &Element,
) -> Option<&'s ElementType> {
    structure.model.types_with_role(Role::Activity).find(|element_type| {
        structure
            .model
            .links_between(&element_type.id, &goal.element_type)
            .contains(&LinkKind::Executes)
    })
}

fn ids(elements: &[&Element]) -> Vec<ElementId> {
    elements.iter().map(|one| one.id).collect()
}

impl<'s> Place<'s> {
    /// At an org unit. The goals are its own, with `about` among them when it is a goal that an
    /// activity may carry out; when it is a measure, it is the first to choose. The caller asks
    /// whether the visitor may propose anything there.
    pub fn of(
        cx: &mut Cx<'_, '_>,
        structure: &'s Structure,
        (org_unit, origin): (OrgUnitId, Option<Origin>),
        about: Option<ElementId>,
    ) -> Result<Self, AppError> {
        let about = about.and_then(|id| structure.element(id)).map(AsRef::as_ref);
        let may_carry = |element: &&Element| {
            element.role == Role::Goal
                && element.is_current()
                && activity_type(structure, element).is_some()
        };
        let own = structure.owned_by(org_unit).map(AsRef::as_ref).filter(may_carry);
        let first = about.filter(may_carry);
        let mut seen = BTreeSet::new();
        let goals: Vec<&Element> =
            first.into_iter().chain(own).filter(|goal| seen.insert(goal.id)).collect();
        let measured = goals.iter().flat_map(|goal| structure.measures_of(goal.id));
        let measured = measured.map(|(element, _)| element.as_ref());
        let first = about.filter(|one| one.role == Role::Measure);
        let mut seen = BTreeSet::new();
        let measures: Vec<&Element> = first
            .into_iter()
            .chain(measured)
            .filter(|one: &&Element| one.is_current() && seen.insert(one.id))
            .take(MOST)
            .collect();
        let below = structure.organisation.children(org_unit).iter().copied();
        let units = std::iter::once(org_unit).chain(below).take(MOST).collect();
        let mut people = store::people_of(cx.tx, org_unit)?;
        let writer = cx.person()?;
        if !people.iter().any(|(id, _)| *id == writer.id) {
            people.push((writer.id, writer.name.clone()));
        }
        let (of_measures, of_goals) = (ids(&measures), ids(&goals));
        let earlier = lessons::earlier(cx, structure, &of_measures, &of_goals)?;
        Ok(Self { structure, org_unit, origin, goals, measures, units, people, earlier })
    }

    /// With the measures of the goals that an activity carries out already.
    pub(super) fn offer_measures_above(&mut self, activity: ElementId) {
        let structure = self.structure;
        let above = structure.parents(activity).flat_map(|goal| structure.measures_of(goal.id));
        for (element, _) in above {
            if element.is_current() && self.measure(Some(element.id)).is_none() {
                self.measures.push(element);
            }
        }
    }

    /// With an org unit that has been chosen before.
    pub(super) fn offer_unit(&mut self, unit: Option<OrgUnitId>) {
        self.units.extend(unit.filter(|unit| !self.units.contains(unit)));
    }

    /// Whether there is any goal that an action may carry out.
    pub fn has_goals(&self) -> bool {
        !self.goals.is_empty()
    }

    pub(super) fn goal(&self, id: Option<ElementId>) -> Option<&'s Element> {
        self.goals.iter().find(|goal| Some(goal.id) == id).copied()
    }

    pub(super) fn measure(&self, id: Option<ElementId>) -> Option<&'s Element> {
        self.measures.iter().find(|one| Some(one.id) == id).copied()
    }
}
