//! How many of what hangs under an element have come how far: summed once and kept, because what a
//! whole municipality contributes to has thousands under it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Mark};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::steering::{OrgLevelKind, Role, TypeId};

use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// How many there are of each grade, among what is decided.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct LevelCounts {
    counts: BTreeMap<Fulfilment, usize>,
    /// Whether each comes from a workplace of its own.
    pub of_units: bool,
}

impl LevelCounts {
    /// Counts grades one by one.
    pub fn of(levels: impl IntoIterator<Item = Fulfilment>) -> Self {
        let mut grades = Self::default();
        for level in levels {
            *grades.counts.entry(level).or_default() += 1;
        }
        grades
    }

    /// How many have a grade.
    pub fn count(&self, level: Fulfilment) -> usize {
        self.counts.get(&level).copied().unwrap_or(0)
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.counts.values().sum()
    }

    /// Takes others in.
    pub fn add(&mut self, other: &Self) {
        for (level, count) in &other.counts {
            *self.counts.entry(*level).or_default() += count;
        }
    }
}

/// The grades of what hangs directly under an element, type by type.
#[derive(Clone, Debug)]
pub struct GradesBelow {
    mark: Mark,
    of_type: BTreeMap<TypeId, LevelCounts>,
    /// Of all goals together.
    pub goals: LevelCounts,
}

impl GradesBelow {
    /// Each type with its grades.
    pub fn types(&self) -> impl Iterator<Item = (&TypeId, &LevelCounts)> {
        self.of_type.iter()
    }

    /// The grades of one type.
    pub fn of_type(&self, element_type: &TypeId) -> LevelCounts {
        self.of_type.get(element_type).cloned().unwrap_or_default()
    }
}

/// The grades of what hangs directly under an element.
pub fn grades_below(cx: &mut Cx<'_, '_>, id: ElementId) -> Result<Arc<GradesBelow>, AppError> {
    let mark = cx.structure.mark_of_children(id);
    let holds = |below: &GradesBelow| below.mark == mark;
    cx.kept(&id.bytes(), holds, |cx| {
        let levels = store::status_of_children(cx.tx, id)?;
        let level = |element: &Arc<Element>| {
            levels.get(&element.id).copied().unwrap_or(Fulfilment::NotAssessed)
        };
        let (of_type, goals) = (BTreeMap::new(), LevelCounts::default());
        let mut below = GradesBelow { mark: mark.clone(), of_type, goals };
        let mut goals: Vec<&Arc<Element>> = Vec::new();
        for (role, found, siblings) in cx.structure.families(id) {
            let decided: Vec<&Arc<Element>> =
                siblings.iter().filter(|element| !element.is_editable()).collect();
            let mut grades = LevelCounts::of(decided.iter().copied().map(level));
            grades.of_units = are_of_units(cx, &decided);
            if role == Role::Goal {
                below.goals.add(&grades);
                goals.extend(decided);
            }
            below.of_type.insert(found.clone(), grades);
        }
        below.goals.of_units = are_of_units(cx, &goals);
        Ok(below)
    })
}

/// Whether each comes from a workplace of its own.
fn are_of_units(cx: &Cx<'_, '_>, elements: &[&Arc<Element>]) -> bool {
    let owners: BTreeSet<_> = elements.iter().map(|one| one.owner).collect();
    let is_unit = |kind| matches!(kind, OrgLevelKind::Unit | OrgLevelKind::Provider);
    let organisation = &cx.structure.organisation;
    owners.len() == elements.len()
        && owners
            .iter()
            .all(|owner| organisation.get(*owner).is_some_and(|unit| is_unit(unit.kind)))
}
