//! What is not well with the thread, found in the picture of the municipality without asking
//! the store.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use domain::elements::{Element, Structure};
use domain::steering::Role;

use super::notes::is_loose;

/// One kind of fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwell {
    /// Hangs on nothing, though the model says it should.
    Loose,
    /// A goal that nothing measures and nothing below it answers.
    Unmeasured,
    /// A measure that no target was ever set for.
    Aimless,
    /// Work that nobody answers for or that has no end.
    Unowned,
}

impl Unwell {
    /// All kinds, the gravest first.
    pub const ALL: [Self; 4] = [Self::Loose, Self::Unmeasured, Self::Aimless, Self::Unowned];

    /// The name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Loose => "koppling",
            Self::Unmeasured => "matt",
            Self::Aimless => "malniva",
            Self::Unowned => "ansvar",
        }
    }

    /// Whether an element has the fault.
    pub fn is_in(self, structure: &Structure, element: &Element) -> bool {
        match self {
            Self::Loose => element.role.is_in_thread() && is_loose(structure, element),
            Self::Unmeasured => {
                element.role == Role::Goal
                    && !structure.links_down(element.id).iter().any(|link| {
                        let child = structure.element(link.child);
                        child.is_some_and(|child| {
                            child.is_current() && matches!(child.role, Role::Measure | Role::Goal)
                        })
                    })
            }
            Self::Aimless => {
                element.role == Role::Measure && structure.targets(element.id).is_empty()
            }
            Self::Unowned => {
                element.role == Role::Activity
                    && (element.responsible.is_none() || element.ends_on.is_none())
            }
        }
    }
}

/// How many elements have each fault.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Health {
    counts: [usize; Unwell::ALL.len()],
}

impl Health {
    /// How many have a fault.
    pub fn count(&self, kind: Unwell) -> usize {
        let place = Unwell::ALL.iter().position(|one| *one == kind);
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or(0)
    }

    /// Whether all is well.
    pub fn is_well(&self) -> bool {
        self.counts.iter().all(|count| *count == 0)
    }
}

/// The counts of each living picture: the walk is made once for a revision, not for a page.
static KNOWN: Mutex<Vec<(Weak<Structure>, Health)>> = Mutex::new(Vec::new());

/// How many elements have each fault.
pub fn health(structure: &Arc<Structure>) -> Health {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.retain(|(picture, _)| picture.strong_count() > 0);
    let same = |picture: &Weak<Structure>| std::ptr::eq(picture.as_ptr(), Arc::as_ptr(structure));
    if let Some((_, health)) = known.iter().find(|(picture, _)| same(picture)) {
        return *health;
    }
    let health = count(structure);
    known.push((Arc::downgrade(structure), health));
    health
}

fn count(structure: &Structure) -> Health {
    let mut health = Health::default();
    for element in structure.elements().filter(|element| element.is_current()) {
        for (count, kind) in health.counts.iter_mut().zip(Unwell::ALL) {
            *count += usize::from(kind.is_in(structure, element));
        }
    }
    health
}

/// The elements with a fault, a page at a time, and how many there are.
pub(super) fn unwell(
    structure: &Structure,
    kind: Unwell,
    skip: usize,
    take: usize,
) -> (Vec<&Arc<Element>>, usize) {
    let mut all: Vec<&Arc<Element>> = structure
        .elements()
        .filter(|element| element.is_current() && kind.is_in(structure, element))
        .collect();
    all.sort_by_cached_key(|element| {
        (
            structure.organisation.name(element.owner).to_owned(),
            crate::i18n::sort_key(&element.title),
        )
    });
    let total = all.len();
    (all.into_iter().skip(skip).take(take).collect(), total)
}
