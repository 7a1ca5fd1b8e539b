//! What changed between two days, told as single facts: what came, went and was given other words,
//! which links came and went, and which targets, people in charge and judgements are others.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::elements::{Element, ElementState, Link, Structure};
use crate::fulfilment::Fulfilment;
use crate::ids::{ElementId, OrgUnitId, PersonId};
use crate::measures::Target;
use crate::organisation::OrgUnit;
use crate::periods::Period;
use crate::steering::LinkKind;

/// A municipality on one day, as somebody may see it.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// Its structure.
    pub structure: &'a Structure,
    /// The judgement that lists show, of what has one.
    pub grades: &'a BTreeMap<ElementId, Fulfilment>,
}

/// What happened to an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It was not there, and is, in this state.
    Came(ElementState),
    /// It was there in this state, and is not.
    Left(ElementState),
    /// It has another state, such as when it is decided, replaced or ended.
    State {
        /// The state on the first day.
        before: ElementState,
        /// The state on the second.
        after: ElementState,
    },
    /// It is told with other words.
    Words {
        /// Title and text on the first day.
        before: (String, String),
        /// Title and text on the second.
        after: (String, String),
    },
    /// Somebody else answers for it.
    Responsible {
        /// Who did.
        before: Option<PersonId>,
        /// Who does.
        after: Option<PersonId>,
    },
    /// It belongs to another org unit.
    Owner {
        /// Whose it was.
        before: OrgUnitId,
        /// Whose it is.
        after: OrgUnitId,
    },
    /// It holds during another time.
    Time {
        /// First and last day before.
        before: (Option<Date>, Option<Date>),
        /// First and last day after.
        after: (Option<Date>, Option<Date>),
    },
    /// It is linked to a parent it was not linked to.
    Linked(ElementId, LinkKind),
    /// It is no longer linked to a parent.
    Unlinked(ElementId, LinkKind),
    /// A target of a measure is another.
    Target {
        /// Whose; none for everyone.
        org_unit: Option<OrgUnitId>,
        /// For when.
        period: Period,
        /// As it was; none where there was none.
        before: Option<Target>,
        /// As it is; none where there is none.
        after: Option<Target>,
    },
    /// It is measured in another way.
    Measured,
    /// What it says to inhabitants is answered otherwise, or it is counted by another definition.
    Worth,
    /// It is judged otherwise.
    Graded {
        /// As it was judged; none when it was not.
        before: Option<Fulfilment>,
        /// As it is.
        after: Option<Fulfilment>,
    },
}

impl Change {
    /// The same told backwards.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Came(state) => Self::Left(state),
            Self::Left(state) => Self::Came(state),
            Self::State { before, after } => Self::State { before: after, after: before },
            Self::Words { before, after } => Self::Words { before: after, after: before },
            Self::Responsible { before, after } => {
                Self::Responsible { before: after, after: before }
            }
            Self::Owner { before, after } => Self::Owner { before: after, after: before },
            Self::Time { before, after } => Self::Time { before: after, after: before },
            Self::Linked(parent, kind) => Self::Unlinked(parent, kind),
            Self::Unlinked(parent, kind) => Self::Linked(parent, kind),
            Self::Target { org_unit, period, before, after } => {
                Self::Target { org_unit, period, before: after, after: before }
            }
            Self::Measured => Self::Measured,
            Self::Worth => Self::Worth,
            Self::Graded { before, after } => Self::Graded { before: after, after: before },
        }
    }
}

/// One fact about one element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What it is about, as it is on the day it is told of last.
    pub element: Arc<Element>,
    /// What happened to it.
    pub change: Change,
}

/// What happened to an org unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OrgChange {
    /// It was not known.
    Came,
    /// It is no longer known.
    Left,
    /// It has another name, which was this.
    Renamed(String),
    /// It lay under something else.
    Moved(Option<OrgUnitId>),
    /// Its last day is another; none while it goes on.
    Ends(Option<Date>),
}

/// One fact about an org unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrgDifference {
    /// The org unit as it is told of last.
    pub org_unit: Arc<OrgUnit>,
    /// What happened to it.
    pub change: OrgChange,
}

/// What changed of elements from one picture to another. What came new is one fact: its words and
/// links are part of it.
pub fn differences(before: Picture<'_>, after: Picture<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for now in after.structure.elements() {
        match before.structure.element(now.id) {
            None => push(&mut found, now, Change::Came(now.state)),
            Some(was) => of_element(&mut found, was, now, before, after),
        }
    }
    for was in before.structure.elements() {
        if after.structure.element(was.id).is_none() {
            push(&mut found, was, Change::Left(was.state));
        }
    }
    // In an order that does not depend on where things happen to lie in memory; what is said of one
    // element keeps the order it was found in.
    found.sort_by_key(|one| one.element.id);
    found
}

fn push(found: &mut Vec<Difference>, element: &Arc<Element>, change: Change) {
    found.push(Difference { element: Arc::clone(element), change });
}

fn of_element(
    found: &mut Vec<Difference>,
    was: &Arc<Element>,
    now: &Arc<Element>,
    before: Picture<'_>,
    after: Picture<'_>,
) {
    let mut tell = |change: Change| push(found, now, change);
    // Most elements are the same on both days.
    if was != now {
        if was.state != now.state {
            tell(Change::State { before: was.state, after: now.state });
        }
        if (&was.title, &was.text) != (&now.title, &now.text) {
            let words = |one: &Element| (one.title.clone(), one.text.clone());
            tell(Change::Words { before: words(was), after: words(now) });
        }
        if was.responsible != now.responsible {
            tell(Change::Responsible { before: was.responsible, after: now.responsible });
        }
        if was.owner != now.owner {
            tell(Change::Owner { before: was.owner, after: now.owner });
        }
        let time = |one: &Element| (one.starts_on, one.ends_on);
        if time(was) != time(now) {
            tell(Change::Time { before: time(was), after: time(now) });
        }
    }
    let place = |link: &Link| (link.parent, link.kind);
    let (old, new) = (before.structure.links_up(now.id), after.structure.links_up(now.id));
    for link in new.iter().filter(|link| !old.iter().any(|one| place(one) == place(link))) {
        tell(Change::Linked(link.parent, link.kind));
    }
    for link in old.iter().filter(|link| !new.iter().any(|one| place(one) == place(link))) {
        tell(Change::Unlinked(link.parent, link.kind));
    }
    if let (Some(was), Some(is)) =
        (before.structure.measure(now.id), after.structure.measure(now.id))
    {
        if **was != is.with_worth_of(was) {
            tell(Change::Measured);
        }
        if !is.has_worth_of(was) {
            tell(Change::Worth);
        }
    }
    for change in of_targets(before.structure.targets(now.id), after.structure.targets(now.id)) {
        tell(change);
    }
    let (graded, grade) = (before.grades.get(&now.id), after.grades.get(&now.id));
    // Nobody having said anything and somebody having said that it is not judged read the same.
    let read = |grade: Option<&Fulfilment>| grade.copied().unwrap_or(Fulfilment::NotAssessed);
    if read(graded) != read(grade) {
        tell(Change::Graded { before: graded.copied(), after: grade.copied() });
    }
}

fn of_targets<'t>(old: &'t [Target], new: &'t [Target]) -> impl Iterator<Item = Change> + 't {
    let place = |target: &Target| (target.org_unit, target.period);
    let same =
        move |all: &'t [Target], one: &Target| all.iter().find(|other| place(other) == place(one));
    let changed = new.iter().filter_map(move |after| {
        let before = same(old, after);
        let differs = before.is_none_or(|before| !before.says_the_same(after));
        differs.then(|| Change::Target {
            org_unit: after.org_unit,
            period: after.period,
            before: before.cloned(),
            after: Some(after.clone()),
        })
    });
    let gone = old.iter().filter(move |before| same(new, before).is_none());
    changed.chain(gone.map(|before| Change::Target {
        org_unit: before.org_unit,
        period: before.period,
        before: Some(before.clone()),
        after: None,
    }))
}

/// What changed of the organisation from one picture to another.
pub fn org_differences(before: &Structure, after: &Structure) -> Vec<OrgDifference> {
    let mut found = Vec::new();
    let mut tell = |org_unit: &Arc<OrgUnit>, change: OrgChange| {
        found.push(OrgDifference { org_unit: Arc::clone(org_unit), change });
    };
    for now in after.organisation.all() {
        let Some(was) = before.organisation.get(now.id) else {
            tell(now, OrgChange::Came);
            continue;
        };
        if was.name != now.name {
            tell(now, OrgChange::Renamed(was.name.clone()));
        }
        if was.parent != now.parent {
            tell(now, OrgChange::Moved(was.parent));
        }
        if was.valid_to != now.valid_to {
            tell(now, OrgChange::Ends(now.valid_to));
        }
    }
    for was in before.organisation.all() {
        if after.organisation.get(was.id).is_none() {
            tell(was, OrgChange::Left);
        }
    }
    found
}

#[cfg(test)]
mod tests;
