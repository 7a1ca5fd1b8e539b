//! What has been left without a word: values that have not come for two of their periods, and work
//! past its last day of which nobody has said what became of it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::elements::{ElementState, Structure};
use crate::fulfilment::Progress;
use crate::health::last_period_awaited;
use crate::ids::{ElementId, OrgUnitId, PersonId};
use crate::periods::Period;
use crate::steering::Role;

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awaited {
    /// Values of a measure.
    Value {
        /// The last period that has one.
        latest: Period,
        /// The last period that should have.
        due: Period,
    },
    /// Word of work that should be done.
    Work,
}

/// Something that somebody answers for and has been silent about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Silence {
    /// The measure, activity or assignment.
    pub element: ElementId,
    /// Where it is waited for.
    pub org_unit: OrgUnitId,
    /// Who answers for it.
    pub person: Option<PersonId>,
    /// What is waited for.
    pub awaited: Awaited,
    /// Since when nothing has been heard.
    pub since: Date,
}

/// How many of those who report a measure lack what should have come by now.
pub type Lacking = BTreeMap<ElementId, (usize, usize)>;

/// Everything that has been left without a word on a day, and how many values each measure lacks.
///
/// A value is silent when two of its periods have passed their day without one; work when it is past
/// its last day and still said to go on.
pub fn silences(
    structure: &Structure,
    latest: &BTreeMap<(ElementId, OrgUnitId), Period>,
    progress: &BTreeMap<ElementId, Progress>,
    today: Date,
) -> (Vec<Silence>, Lacking) {
    let mut found = Vec::new();
    let mut lacking = Lacking::new();
    for (&(id, org_unit), &last) in latest {
        let living = structure.organisation.get(org_unit).is_some_and(|one| one.is_valid_on(today));
        let element = structure.element(id).filter(|one| one.is_current() && living);
        let (Some(element), Some(measure)) = (element, structure.measure(id)) else { continue };
        let due = last_period_awaited(element, measure, today);
        let counted = lacking.entry(id).or_default();
        counted.1 += 1;
        if last.last_day() >= due.last_day() {
            continue;
        }
        counted.0 += 1;
        if last.last_day() < due.previous().last_day() {
            found.push(Silence {
                element: id,
                org_unit,
                person: element.responsible,
                awaited: Awaited::Value { latest: last, due },
                since: last.last_day(),
            });
        }
    }
    for element in structure.elements() {
        let is_work = matches!(element.role, Role::Activity | Role::Assignment);
        if !is_work || element.state != ElementState::Adopted {
            continue;
        }
        let said = progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        let Some(ended) = element.ends_on.filter(|last| *last < today) else { continue };
        if matches!(said, Progress::NotStarted | Progress::Ongoing) {
            found.push(Silence {
                element: element.id,
                org_unit: element.owner,
                person: element.responsible,
                awaited: Awaited::Work,
                since: ended,
            });
        }
    }
    found.sort_by_key(|one| (one.since, one.element, one.org_unit));
    (found, lacking)
}
