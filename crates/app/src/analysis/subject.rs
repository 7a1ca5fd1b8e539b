//! What an analysis is about: where it is read, and which measures belong to it.

use std::collections::BTreeSet;

use domain::analysis::{MOST_MEASURES, SubjectKind};
use domain::elements::{Element, Structure};
use domain::followup::PartKind;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId};
use domain::steering::Role;

use super::store::Analysis;
use crate::cx::Cx;
use crate::elements;
use crate::followup;
use crate::followup::store::Part;
use crate::web::error::AppError;

/// Goals under a goal whose measures are looked at.
const MOST_GOALS: usize = 40;

/// What an analysis is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// Where it is read; none when there is nowhere, or the visitor may not.
    pub(super) url: Option<String>,
    /// Elements that it is about: a measure, a goal, what a deviation is about.
    pub(super) elements: Vec<ElementId>,
}

/// Reads what an analysis is about.
pub(super) fn subject(cx: &mut Cx<'_, '_>, of: &Analysis) -> Result<Subject, AppError> {
    let mut found = Subject::default();
    if of.kind == SubjectKind::Model {
        found.url = Some("/modell".to_owned());
    }
    if !of.subject_url.is_empty() {
        found.url = Some(of.subject_url.clone());
    }
    let Some(id) = of.subject else { return Ok(found) };
    match of.kind {
        SubjectKind::Measure | SubjectKind::Goal => {
            let id = ElementId::from(id);
            if let Some(element) = cx.structure.element(id).filter(|one| cx.may_see(one)) {
                found.url = Some(elements::url(element));
            }
            found.elements.push(id);
        }
        SubjectKind::Deviation => {
            let place = followup::store::place_of(cx.tx, PartId::from(id))?;
            if let Some(place) = place {
                found.url = Some(followup::part_url(place.part.account, place.part.id));
                found.elements.extend(place.part.subject);
            }
        }
        SubjectKind::Report => {
            let account = FollowUpId::from(id);
            found.url = Some(format!("{}/las", followup::url(account)));
            found.elements = measures_in(&followup::store::parts_of(cx.tx, account)?);
        }
        _ => {}
    }
    Ok(found)
}

/// The measures that belong to what an analysis is about, and how many more there are than are looked
/// at.
pub(super) fn measures_of(
    structure: &Structure,
    of: &Analysis,
    subject: &Subject,
) -> (Vec<ElementId>, usize) {
    let mut seen = BTreeSet::new();
    let mut all: Vec<ElementId> = Vec::new();
    let mut take = |element: &Element| {
        if element.is_current() && seen.insert(element.id) {
            all.push(element.id);
        }
    };
    for id in &subject.elements {
        let Some(element) = structure.element(*id) else { continue };
        if element.role == Role::Measure {
            take(element);
            continue;
        }
        structure.measures_of(*id).into_iter().for_each(|(one, _)| take(one));
        for goal in structure.children_with(*id, Role::Goal).into_iter().take(MOST_GOALS) {
            structure.measures_of(goal.id).into_iter().for_each(|(one, _)| take(one));
        }
    }
    // An account that nobody has begun asks about nothing yet.
    if of.kind == SubjectKind::Report && subject.elements.is_empty() {
        of_unit(structure, of.org_unit).into_iter().for_each(take);
    }
    let more = all.len().saturating_sub(MOST_MEASURES);
    all.truncate(MOST_MEASURES);
    (all, more)
}

/// Every measure that an account tells of: those that deviate first, then those that go as expected.
fn measures_in(parts: &[Part]) -> Vec<ElementId> {
    let told = parts.iter().filter(|part| part.kind == PartKind::Measure);
    let (deviate, usual): (Vec<&Part>, Vec<&Part>) = told.partition(|part| !part.needs.is_empty());
    deviate.into_iter().chain(usual).filter_map(|part| part.subject).collect()
}

/// The measures of an org unit's goals, and those it owns.
fn of_unit(structure: &Structure, unit: OrgUnitId) -> Vec<&Element> {
    let goals = structure.owned_by(unit).filter(|one| one.role == Role::Goal && one.is_current());
    let of_goals = goals.take(MOST_GOALS).flat_map(|goal| structure.measures_of(goal.id));
    let own = structure.owned_by(unit).filter(|one| one.role == Role::Measure);
    of_goals.map(|(one, _)| one).chain(own).map(|one| &**one).take(MOST_MEASURES * 5).collect()
}
