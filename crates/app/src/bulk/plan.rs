//! What would happen to each element: it is changed, or something hinders that. The same plan is
//! shown before and carried out after.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, LinkProblem, Structure};
use domain::ids::ElementId;
use domain::steering::{LinkKind, Role};

use super::value::Value;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::link_between;

/// What is done to one element.
pub(super) enum Step {
    /// It is kept as this.
    Keep(Box<Element>),
    /// Its links upward end and it hangs under another.
    Move(ElementId, LinkKind),
}

/// Why nothing is done to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hinder {
    /// Others plan it.
    NotYours,
    /// What is decided changes by a decision.
    Decided,
    /// Only drafts are proposed.
    NotDraft,
    /// It is so already.
    Same,
    /// The steering model has no place for it there.
    NotInModel,
    /// It would hang under itself.
    Circle,
    /// It would end before it begins.
    EndsBeforeStart,
    /// Somebody has changed it since it was shown.
    ChangedMeanwhile,
}

impl Hinder {
    pub(super) fn words(self, texts: Texts) -> &'static str {
        match self {
            Self::NotYours => texts.bulk_not_yours(),
            Self::Decided => texts.bulk_decided(),
            Self::NotDraft => texts.bulk_not_draft(),
            Self::Same => texts.bulk_same(),
            Self::NotInModel => texts.bulk_not_in_model(),
            Self::Circle => texts.bulk_circle(),
            Self::EndsBeforeStart => texts.bulk_ends_before_start(),
            Self::ChangedMeanwhile => texts.bulk_changed_meanwhile(),
        }
    }
}

/// One element and what is done to it.
pub(super) struct Planned<'a> {
    pub(super) element: &'a Arc<Element>,
    pub(super) step: Result<Step, Hinder>,
}

/// Plans the change of all elements.
pub(super) fn plan<'a>(
    cx: &Cx<'_, '_>,
    structure: &'a Structure,
    elements: &[&'a Arc<Element>],
    value: Value,
) -> Vec<Planned<'a>> {
    let one =
        |element: &&'a Arc<Element>| Planned { element, step: step(cx, structure, element, value) };
    elements.iter().map(one).collect()
}

fn step(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    value: Value,
) -> Result<Step, Hinder> {
    if !cx.can(Action::Plan, element.owner) {
        return Err(Hinder::NotYours);
    }
    let mut after = Element { version: element.version + 1, ..element.clone() };
    let described = !matches!(element.role, Role::Measure | Role::External);
    match value {
        // Who answers for something is not what was decided (decision 0021).
        Value::Responsible(person) => {
            if element.role == Role::External || !element.is_current() {
                return Err(Hinder::Decided);
            }
            after.responsible = Some(person);
        }
        Value::Owner(owner) => {
            is_editable(element)?;
            if !cx.can(Action::Plan, owner) {
                return Err(Hinder::NotYours);
            }
            after.owner = owner;
        }
        Value::End(day) => {
            is_editable(element)?;
            if !described {
                return Err(Hinder::NotInModel);
            }
            if element.starts_on.is_some_and(|start| day < start) {
                return Err(Hinder::EndsBeforeStart);
            }
            after.ends_on = Some(day);
        }
        Value::Propose => {
            if element.state != ElementState::Draft || !described {
                return Err(Hinder::NotDraft);
            }
            after.state = ElementState::Proposed;
        }
        Value::Parent(parent) => return moved(structure, element, parent),
    }
    let is_same = Element { version: element.version, ..after.clone() } == *element;
    if is_same {
        return Err(Hinder::Same);
    }
    Ok(Step::Keep(Box::new(after)))
}

fn is_editable(element: &Element) -> Result<(), Hinder> {
    if element.is_editable() { Ok(()) } else { Err(Hinder::Decided) }
}

/// Activities are everyday work, which is moved without a decision.
pub(super) fn is_work(element: &Element) -> bool {
    element.role == Role::Activity && element.is_current()
}

/// What is decided is moved by a decision.
fn moved(structure: &Structure, element: &Element, parent: ElementId) -> Result<Step, Hinder> {
    if !element.is_editable() && !is_work(element) {
        return Err(Hinder::Decided);
    }
    let upper = structure.element(parent).ok_or(Hinder::NotInModel)?;
    let kind = link_between(&structure.model, &element.element_type, &upper.element_type)
        .ok_or(Hinder::NotInModel)?;
    let has = |link: &Link| link.parent == parent && link.kind == kind;
    let links = structure.links_up(element.id);
    if links.len() == 1 && links.iter().all(has) {
        return Err(Hinder::Same);
    }
    match structure.check_link(element.id, kind, parent) {
        Ok(()) | Err(LinkProblem::Twice) => Ok(Step::Move(parent, kind)),
        Err(LinkProblem::Circle) => Err(Hinder::Circle),
        Err(_) => Err(Hinder::NotInModel),
    }
}
