//! Planting the decisions of the minutes, and what goals said before they were reworded.

use db::Tx;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::impact::Exemption;
use domain::minimum::Requirement;
use domain::steering::{SteeringModel, TypeId};
use jiff::civil::date;

use super::plant_thread::element_id;
use super::world::{self, World};
use super::{id_of, plant_history};
use crate::decisions::Decision;
use crate::decisions::store::insert_decision;
use crate::elements::store::{change_element, element, insert_element};
use crate::goals::store::{insert_exemption, insert_succession};
use crate::minimum;
use crate::web::error::AppError;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    for decision in world.decisions.iter().filter(|one| !is_later(one)) {
        insert(tx, decision)?;
    }
    for element in &world.elements {
        plant_earlier(tx, element, model)?;
    }
    for exemption in &world.exemptions {
        plant_exemption(tx, world, exemption)?;
    }
    plant_minimum(tx)?;
    Ok(())
}

fn insert(tx: &mut Tx<'_>, decision: &world::Decision) -> Result<(), AppError> {
    insert_decision(
        tx,
        &Decision {
            id: id_of("decision", &decision.id),
            body: id_of("org", &decision.instance),
            decided_on: decision.date,
            paragraph: decision.paragraph.clone(),
            reference: decision.register.clone(),
            version: 1,
        },
    )?;
    Ok(())
}

/// Whether a decision was made after the first day of a municipality with a history.
pub(super) fn is_later(decision: &world::Decision) -> bool {
    decision.date > plant_history::told_from()
}

/// Whether an element waits for such a decision when everything begins.
pub(super) fn waits(world: &World, element: &world::Element) -> bool {
    let by = element.decision.as_deref();
    world.decisions.iter().any(|one| Some(one.id.as_str()) == by && is_later(one))
}

/// A later decision on its day: what waited for it holds.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    world: &World,
    decision: &world::Decision,
) -> Result<(), AppError> {
    insert(tx, decision)?;
    for one in world.elements.iter().filter(|one| one.decision.as_ref() == Some(&decision.id)) {
        let Some(mut now) = element(tx, element_id(&one.id))? else { continue };
        now.version += 1;
        now.state = ElementState::Adopted;
        now.decision = Some(id_of("decision", &decision.id));
        change_element(tx, "adopt", &now)?;
    }
    Ok(())
}

/// What all plans must have beside what the model demands, and what one committee has added.
fn plant_minimum(tx: &mut Tx<'_>) -> Result<(), AppError> {
    let person = id_of("person", "kerstin-oberg");
    let common = [Requirement::FollowedUp, Requirement::Responsible];
    minimum::keep(tx, None, &common, person, 1)?;
    let committee = id_of("org", "utbildningsnamnden");
    minimum::keep(tx, Some(committee), &[Requirement::Evaluated], person, 1)
}

/// What a committee has said not to concern it was decided together with its goals.
fn plant_exemption(
    tx: &mut Tx<'_>,
    world: &World,
    exemption: &world::Exemption,
) -> Result<(), AppError> {
    let of_committee = |one: &&world::Element| one.owner == exemption.org && one.decision.is_some();
    let goal = world.elements.iter().filter(of_committee).find(|one| one.assignment.is_none());
    let decision = goal.and_then(|goal| goal.decision.as_deref());
    let kept = Exemption {
        id: id_of("exemption", &format!("{}/{}", exemption.org, exemption.element)),
        org_unit: id_of("org", &exemption.org),
        element: element_id(&exemption.element),
        reason: exemption.reason.clone(),
        state: ElementState::Adopted,
        decision: decision.map(|word| id_of("decision", word)),
        version: 1,
    };
    insert_exemption(tx, &kept)?;
    Ok(())
}

fn plant_earlier(
    tx: &mut Tx<'_>,
    element: &world::Element,
    model: &SteeringModel,
) -> Result<(), AppError> {
    let element_type = TypeId::from(element.kind.as_str());
    let Some(role) = model.element_type(&element_type).map(|one| one.role) else { return Ok(()) };
    let earlier_id = |from: i16| -> ElementId { element_id(&format!("{}/{from}", element.id)) };
    let mut before: Option<ElementId> = None;
    for wording in &element.earlier {
        let id = earlier_id(wording.from);
        insert_element(
            tx,
            &Element {
                id,
                element_type: element_type.clone(),
                role,
                owner: id_of("org", &element.owner),
                number: element.number.map(|number| number.to_string()).unwrap_or_default(),
                title: wording.title.clone(),
                text: wording.text.clone(),
                responsible: None,
                starts_on: Some(date(wording.from, 1, 1)),
                ends_on: Some(date(wording.to, 12, 31)),
                state: ElementState::Superseded,
                decision: wording.decision.as_deref().map(|word| id_of("decision", word)),
                version: 1,
            },
        )?;
        if let Some(before) = before {
            insert_succession(tx, id, before)?;
        }
        before = Some(id);
    }
    if let Some(before) = before {
        insert_succession(tx, element_id(&element.id), before)?;
    }
    Ok(())
}
