//! What is not well with the thread, known of every element as soon as something changes.

use super::element::Element;
use super::shards::Shards;
use super::structure::Structure;
use crate::ids::ElementId;
use crate::steering::{ElementType, Role, TypeId, TypeRuleKind};

/// One kind of fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwell {
    /// Hangs on nothing, though the model says it should.
    Loose,
    /// A goal that nothing measures and nothing below it answers.
    Unmeasured,
    /// A measure that no target was ever set for.
    Aimless,
    /// Work without a last day.
    Undated,
    /// Work that nobody answers for.
    Unowned,
}

impl Unwell {
    /// All kinds, the gravest first.
    pub const ALL: [Self; 5] =
        [Self::Loose, Self::Unmeasured, Self::Aimless, Self::Undated, Self::Unowned];

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// How many living elements have each fault.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Health {
    counts: [usize; Unwell::ALL.len()],
}

impl Health {
    /// How many have a fault.
    pub fn count(&self, kind: Unwell) -> usize {
        self.counts.get(kind as usize).copied().unwrap_or(0)
    }

    /// Whether no fault is known. Of an empty municipality too, where nothing can be said to be
    /// well.
    pub fn is_well(&self) -> bool {
        self.counts.iter().all(|count| *count == 0)
    }
}

/// The faults of those that have some, how many have each, and what rightly hangs on nothing.
#[derive(Clone, Debug)]
pub(super) struct Faults {
    of: Shards<ElementId, u8>,
    alone: Shards<ElementId, ()>,
    health: Health,
}

impl Default for Faults {
    fn default() -> Self {
        Self { of: Shards::new(), alone: Shards::new(), health: Health::default() }
    }
}

impl Faults {
    fn set(&mut self, id: ElementId, faults: u8) {
        let before = if faults == 0 { self.of.remove(id) } else { self.of.insert(id, faults) };
        let before = before.unwrap_or(0);
        for (kind, count) in Unwell::ALL.into_iter().zip(&mut self.health.counts) {
            match (before & kind.bit() != 0, faults & kind.bit() != 0) {
                (false, true) => *count += 1,
                (true, false) => *count = count.saturating_sub(1),
                _ => {}
            }
        }
    }
}

impl Faults {
    fn set_alone(&mut self, id: ElementId, is_alone: bool) {
        if is_alone {
            self.alone.insert(id, ());
        } else {
            self.alone.remove(id);
        }
    }
}

impl Structure {
    /// How many have each fault.
    pub fn health(&self) -> Health {
        self.faults.health
    }

    /// The living elements with a fault, in no order that a person would like.
    pub fn unwell(&self, kind: Unwell) -> impl Iterator<Item = &std::sync::Arc<Element>> {
        let with = self.faults.of.iter().filter(move |(_, faults)| **faults & kind.bit() != 0);
        with.filter_map(|(id, _)| self.element(*id))
    }

    /// The living elements that hang on nothing and need not, in no order that a person would like.
    pub fn alone(&self) -> impl Iterator<Item = &std::sync::Arc<Element>> {
        self.faults.alone.iter().filter_map(|(id, ())| self.element(*id))
    }

    /// Whether an element hangs on nothing, and the model lets it.
    fn is_alone(&self, element: &Element) -> bool {
        let may = self.model.element_type(&element.element_type);
        may.is_some_and(ElementType::may_stand_alone)
            && self.parents(element.id).next().is_none()
            && !self.is_loose(element)
    }

    /// Whether the model wants the element to hang on something and it hangs on nothing.
    pub fn is_loose(&self, element: &Element) -> bool {
        let wants = self.model.element_type(&element.element_type).is_some_and(|found| {
            let required = found.parents.iter().any(|link| link.min != Some(0));
            required && found.rule(TypeRuleKind::ParentOptional).is_none()
        });
        wants && self.parents(element.id).next().is_none()
    }

    /// Whether an element has a fault.
    pub fn is_unwell(&self, kind: Unwell, element: &Element) -> bool {
        let is_work = matches!(element.role, Role::Activity | Role::Assignment);
        match kind {
            Unwell::Loose => element.role.is_in_thread() && self.is_loose(element),
            Unwell::Unmeasured => element.role == Role::Goal && self.is_unmeasured(element),
            Unwell::Aimless => element.role == Role::Measure && self.targets(element.id).is_empty(),
            Unwell::Undated => is_work && element.ends_on.is_none(),
            Unwell::Unowned => is_work && element.responsible.is_none(),
        }
    }

    /// A goal is measured by a measure, or taken further by a goal below it unless the model demands
    /// a measure of its own.
    fn is_unmeasured(&self, goal: &Element) -> bool {
        let element_type = self.model.element_type(&goal.element_type);
        let needs_own =
            element_type.is_some_and(|found| found.rule(TypeRuleKind::MustHaveMeasure).is_some());
        let measures = |(role, _): &(Role, TypeId)| {
            *role == Role::Measure || (*role == Role::Goal && !needs_own)
        };
        !self.families.get(goal.id).is_some_and(|family| family.keys().any(measures))
    }

    /// Finds the faults of an element anew.
    pub(super) fn examine(&mut self, id: ElementId) {
        let element = self.element(id).filter(|element| element.is_current());
        let faults = element.map_or(0, |element| {
            let found = Unwell::ALL.into_iter().filter(|kind| self.is_unwell(*kind, element));
            found.fold(0, |all, kind| all | kind.bit())
        });
        let is_alone = element.is_some_and(|element| self.is_alone(element));
        self.faults.set(id, faults);
        self.faults.set_alone(id, is_alone);
    }

    /// Finds the faults of an element anew, and of what hangs on it and it hangs on.
    pub(super) fn examine_around(&mut self, id: ElementId) {
        self.examine(id);
        let below: Vec<ElementId> = self.links_down(id).iter().map(|link| link.child).collect();
        for near in self.parent_ids(id).into_iter().chain(below) {
            self.examine(near);
        }
    }

    pub(super) fn examine_all(&mut self) {
        let all: Vec<ElementId> = self.elements().map(|element| element.id).collect();
        for id in all {
            self.examine(id);
        }
    }
}
