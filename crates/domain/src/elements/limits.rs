//! How many of a type the steering model advises at most, and whether there are more. What is advised
//! hinders nobody.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::element::{Element, ElementState};
use super::structure::Structure;
use crate::ids::{ElementId, OrgUnitId};
use crate::steering::{ElementType, TypeRule};

/// More than the model advises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beyond {
    /// So many hold at once.
    pub count: usize,
    /// So many are advised.
    pub most: usize,
    /// Whose they are, where the limit is each owner's own; none where it is of all.
    pub owner: Option<OrgUnitId>,
}

/// Something of a type that may come to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Itself, where it is kept already.
    pub id: Option<ElementId>,
    /// Whose it is.
    pub owner: OrgUnitId,
    /// First and last day; none where it is open.
    pub period: (Option<Date>, Option<Date>),
}

impl Planned {
    /// As an element is kept.
    pub fn of(element: &Element) -> Self {
        let period = (element.starts_on, element.ends_on);
        Self { id: Some(element.id), owner: element.owner, period }
    }
}

/// Most of some periods that hold on one day.
fn most_at_once(periods: impl Iterator<Item = (Option<Date>, Option<Date>)>) -> usize {
    let mut turns: Vec<(Date, bool)> = Vec::new();
    for (first, last) in periods {
        turns.push((first.unwrap_or(Date::MIN), true));
        if let Some(gone) = last.and_then(|last| last.tomorrow().ok()) {
            turns.push((gone, false));
        }
    }
    // What goes on a day makes room for what comes that day.
    turns.sort();
    let (mut now, mut most) = (0_usize, 0);
    for (_, comes) in turns {
        now = if comes { now + 1 } else { now.saturating_sub(1) };
        most = most.max(now);
    }
    most
}

fn size(most: u32) -> usize {
    usize::try_from(most).unwrap_or(usize::MAX)
}

impl Structure {
    /// Where more is decided of a type than the model advises. Drafts count nothing: a new wording
    /// and a copy to the next period take the place of what holds.
    pub fn beyond_limits(&self, element_type: &ElementType) -> Vec<Beyond> {
        let owners: BTreeSet<OrgUnitId> = self.decided(element_type).map(|one| one.owner).collect();
        let mut found = Vec::new();
        for rule in &element_type.rules {
            if let TypeRule::MaxTotal(most) = rule {
                found.extend(self.beyond(element_type, (*most, None), &[]));
            }
            if let TypeRule::MaxPerOwner(most) = rule {
                let of = |owner| self.beyond(element_type, (*most, Some(owner)), &[]);
                found.extend(owners.iter().copied().filter_map(of));
            }
        }
        found
    }

    /// The first limit that is passed when something planned comes to hold beside what is decided.
    pub fn would_pass(&self, element_type: &ElementType, planned: &[Planned]) -> Option<Beyond> {
        let one = planned.first()?;
        element_type.rules.iter().find_map(|rule| match rule {
            TypeRule::MaxTotal(most) => self.beyond(element_type, (*most, None), planned),
            TypeRule::MaxPerOwner(most) => {
                self.beyond(element_type, (*most, Some(one.owner)), planned)
            }
            _ => None,
        })
    }

    fn decided(&self, element_type: &ElementType) -> impl Iterator<Item = &Element> {
        let all = self.of_type(&element_type.id).map(|one| &**one);
        all.filter(|one| one.state == ElementState::Adopted)
    }

    fn beyond(
        &self,
        element_type: &ElementType,
        (most, owner): (u32, Option<OrgUnitId>),
        planned: &[Planned],
    ) -> Option<Beyond> {
        let known: BTreeSet<ElementId> = planned.iter().filter_map(|one| one.id).collect();
        let decided = self.decided(element_type).filter(|one| !known.contains(&one.id));
        let all = decided.map(Planned::of).chain(planned.iter().copied());
        let counted = all.filter(|one| owner.is_none_or(|owner| one.owner == owner));
        let count = most_at_once(counted.map(|one| one.period));
        let most = size(most);
        (count > most).then_some(Beyond { count, most, owner })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_follows_what_has_ended_does_not_hold_at_once_with_it() {
        let year = |year| (Some(date(year, 1, 1)), Some(date(year, 12, 31)));
        assert_eq!(most_at_once([year(2026), year(2027)].into_iter()), 1);
        assert_eq!(most_at_once([year(2026), year(2026), year(2027)].into_iter()), 2);
        assert_eq!(
            most_at_once([(None, None), year(2026), (Some(date(2026, 12, 31)), None)].into_iter()),
            3
        );
        assert_eq!(most_at_once(std::iter::empty()), 0);
    }
}
