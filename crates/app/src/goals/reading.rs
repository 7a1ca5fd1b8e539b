//! From what somebody typed to an element that can be kept, or everything that hinders it.

use domain::access::Action;
use domain::elements::{Element, ElementState, Structure};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::steering::ElementType;

use super::words::{is_owned_on_level_of, level_problem};
use super::written::{Written, day};
use crate::cx::Cx;

/// What is wrong, by field.
pub(super) type Problems = Vec<(&'static str, String)>;

/// The element that the fields tell of.
pub(super) fn read(
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
        .chain(written.grounds.flaws(texts))
        .chain(written.own.flaws(texts, element_type))
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
        let is_chosen = !written.owner.is_empty();
        let words =
            if is_chosen { texts.web_unknown_choice() } else { texts.goals_problem_no_owner() };
        problems.push(("agare", words.to_owned()));
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
