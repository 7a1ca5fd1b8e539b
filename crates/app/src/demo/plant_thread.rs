//! Planting the thread: goals, assignments, declarations, activities and measures with their links.

use db::Tx;
use domain::elements::{Element, ElementState, Link};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, LinkId, PersonId};
use domain::own_fields::{OwnFields, fields_of};
use domain::steering::{ElementType, LinkKind, OrgLevelKind, Role, SteeringModel, TypeId};
use jiff::civil::{Date, date};

use super::plant_measures::plant_measure;
use super::world::{self, World};
use super::{id_of, plant_decisions, plant_grounds, plant_history, plant_progress};
use crate::activities::store::{ProgressRow, keep_progress};
use crate::elements::store::{insert_element, insert_link};
use crate::own_fields;
use crate::web::error::AppError;

const ACTIVITY: &str = "aktivitet";

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    for element in &world.elements {
        plant_element(tx, element, model, plant_decisions::waits(world, element))?;
    }
    let leads = world.leaders();
    let began = plant_history::told_from();
    for activity in &world.activities {
        plant_activity(tx, activity, &leads, began)?;
    }
    world.measures.iter().try_for_each(|measure| plant_measure(tx, measure))
}

/// The identity of an element, activity or measure of the data.
pub(super) fn element_id(word: &str) -> ElementId {
    id_of("element", word)
}

pub(super) fn link(
    tx: &mut Tx<'_>,
    child: &str,
    parent: &str,
    kind: LinkKind,
) -> Result<(), AppError> {
    let id: LinkId = id_of("link", &format!("{child}/{parent}/{}", kind.key()));
    insert_link(tx, &Link { id, child: element_id(child), parent: element_id(parent), kind })
}

fn plant_element(
    tx: &mut Tx<'_>,
    element: &world::Element,
    model: &SteeringModel,
    waits: bool,
) -> Result<(), AppError> {
    let element_type = TypeId::from(element.kind.as_str());
    let of_type = model
        .element_type(&element_type)
        .ok_or_else(|| anyhow::anyhow!("{} has no type", element.id))?;
    let role = of_type.role;
    // What comes from outside needs no decision here, and what officers decide has none in minutes:
    // it holds as soon as somebody answers for it.
    let holds = element.decision.is_some()
        || role == Role::External
        || (of_type.owner == of_type.decided_by
            && is_workplace(model, of_type)
            && element.responsible.is_some());
    let due = element.assignment.as_ref().map(|assignment| assignment.due);
    insert_element(
        tx,
        &Element {
            id: element_id(&element.id),
            element_type,
            role,
            owner: id_of("org", &element.owner),
            number: element.number.map(|number| number.to_string()).unwrap_or_default(),
            title: element.title.clone(),
            text: element.text.clone(),
            responsible: element
                .responsible
                .as_deref()
                .map(|word| id_of::<PersonId>("person", word)),
            starts_on: Some(date(element.from, 1, 1)),
            ends_on: due.or(Some(date(element.to, 12, 31))),
            state: if holds && !waits { ElementState::Adopted } else { ElementState::Draft },
            decision: element
                .decision
                .as_deref()
                .filter(|_| !waits)
                .map(|word| id_of("decision", word)),
            version: 1,
        },
    )?;
    plant_grounds::plant(tx, element)?;
    plant_own_fields(tx, element, of_type)?;
    if let Some(assignment) = &element.assignment {
        keep_progress(
            tx,
            &ProgressRow {
                element: element_id(&element.id),
                progress: progress(assignment.progress),
                scale_level: String::new(),
                note: assignment.answer.clone().unwrap_or_default(),
                version: 1,
            },
        )?;
    }
    for parent in &element.parents {
        link(tx, &element.id, &parent.to, link_kind(parent.kind))?;
    }
    Ok(())
}

/// What the data says in the fields that the model adds to the type.
fn plant_own_fields(
    tx: &mut Tx<'_>,
    element: &world::Element,
    of_type: &ElementType,
) -> Result<(), AppError> {
    let said = fields_of(of_type).into_iter().filter_map(|field| {
        Some((field.name.clone(), field.read(element.fields.get(&field.name)?).ok()?))
    });
    let none = OwnFields::none(element_id(&element.id));
    let own = OwnFields { values: said.collect(), version: 1, ..none.clone() };
    own_fields::store::keep(tx, &none, &own)
}

fn is_workplace(model: &SteeringModel, of_type: &ElementType) -> bool {
    model.org_level(&of_type.decided_by).is_some_and(|level| level.kind == OrgLevelKind::Unit)
}

fn link_kind(kind: world::LinkKind) -> LinkKind {
    match kind {
        world::LinkKind::Contributes => LinkKind::Contributes,
        world::LinkKind::Decomposes => LinkKind::Decomposes,
        world::LinkKind::Specifies => LinkKind::Specifies,
        world::LinkKind::Executes => LinkKind::Executes,
        world::LinkKind::Measures => LinkKind::Measures,
    }
}

fn plant_activity<'w>(
    tx: &mut Tx<'_>,
    activity: &'w world::Activity,
    leads: &world::Leaders<'w>,
    began: Date,
) -> Result<(), AppError> {
    let responsible = activity.person.as_deref().or_else(|| leads.of(&activity.owner));
    insert_element(
        tx,
        &Element {
            id: element_id(&activity.id),
            element_type: TypeId::from(ACTIVITY),
            role: Role::Activity,
            owner: id_of("org", &activity.owner),
            number: String::new(),
            title: activity.title.clone(),
            text: activity.note.clone().unwrap_or_default(),
            responsible: responsible.map(|word| id_of::<PersonId>("person", word)),
            starts_on: Some(activity.start),
            ends_on: Some(activity.end),
            state: ElementState::Adopted,
            decision: None,
            version: 1,
        },
    )?;
    keep_progress(tx, &plant_progress::first(activity, began))?;
    link(tx, &activity.id, &activity.executes, LinkKind::Executes)
}

pub(super) fn progress(progress: world::Progress) -> Progress {
    match progress {
        world::Progress::NotStarted => Progress::NotStarted,
        world::Progress::Ongoing => Progress::Ongoing,
        world::Progress::Late => Progress::Late,
        world::Progress::Done => Progress::Done,
        world::Progress::Paused => Progress::Paused,
    }
}
