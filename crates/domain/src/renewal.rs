//! Copying a plan to the period that follows: what is copied, when it will hold and what it will
//! hang on. Nothing is decided by it; copies are drafts.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Span, ToSpan, Unit};

use crate::elements::{Element, ElementState, Link, Structure};
use crate::ids::{ElementId, OrgUnitId};
use crate::steering::Role;

/// The period that follows, as long as the one that was: whole years after whole years, else as many
/// days. What has no last day goes on and has no period that follows.
pub fn following(starts: Option<Date>, ends: Option<Date>) -> Option<(Date, Date)> {
    let last = ends?;
    let first = last.tomorrow().ok()?;
    let length: Span = match starts {
        Some(begun) if (begun.month(), begun.day()) == (first.month(), first.day()) => {
            (first.year() - begun.year()).max(1).years()
        }
        Some(begun) if begun <= last => begun.until(first).ok()?,
        _ => 1.year(),
    };
    Some((first, first.checked_add(length).ok()?.yesterday().ok()?))
}

/// Whether elements with a role are work on days of their own within the period of a plan, so that the
/// days say nothing of how long the period is.
pub const fn is_work(role: Role) -> bool {
    matches!(role, Role::Activity | Role::Risk | Role::Control)
}

/// The same days a plan period later, as many times as it takes for the new to begin after the old has
/// ended. A plan is followed by the next after a year at most, also where a goal holds for several.
fn later(starts: Option<Date>, ends: Option<Date>, plan: Span) -> Option<(Date, Date)> {
    let last = ends?;
    let begun = starts.filter(|begun| *begun <= last).unwrap_or(last);
    (1..=MOST_PERIODS_LATER).find_map(|times| {
        let shift = plan.checked_mul(times).ok()?;
        let first = begun.checked_add(shift).ok().filter(|first| *first > last)?;
        Some((first, last.checked_add(shift).ok()?))
    })
}

/// So many plan periods later at most: work that has gone on for longer is planned anew.
const MOST_PERIODS_LATER: i64 = 120;

/// How long the plan is that an element is part of: as long as what it hangs on, a year at most.
fn plan_period(structure: &Structure, element: &Element) -> Span {
    let shorter = structure.parents(element.id).find_map(|parent| {
        let (begun, next) = (parent.starts_on?, parent.ends_on?.tomorrow().ok()?);
        let year_later = begun.checked_add(1.year()).ok()?;
        let months = begun.until((Unit::Month, next)).ok()?;
        (begun < next && next < year_later).then_some(months)
    });
    shorter.unwrap_or_else(|| 1.year())
}

/// When a copy of an element holds.
fn next_period(structure: &Structure, element: &Element) -> Option<(Date, Date)> {
    if is_work(element.role) {
        later(element.starts_on, element.ends_on, plan_period(structure, element))
    } else {
        following(element.starts_on, element.ends_on)
    }
}

/// Where a link of a copy leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopiedLink {
    /// To the same parent, which holds in the new period too.
    Same(Link),
    /// To what the parent is copied to, now or before.
    Copy(Link, ElementId),
    /// To the same parent although it does not hold then: work is not left loose.
    Old(Link),
    /// To nothing yet: the parent does not hold then.
    Broken(Link),
}

/// What a copy would be.
#[derive(Clone, PartialEq, Debug)]
pub struct Copied<'a> {
    /// What is copied.
    pub original: &'a Arc<Element>,
    /// First and last day of the copy.
    pub period: (Date, Date),
    /// Its links upward.
    pub links: Vec<CopiedLink>,
    /// The measures that go on measuring it; they are linked, never copied.
    pub measured_by: Vec<Link>,
}

/// Whether elements with a role are planned period by period. Measures outlive goals, and what is
/// ordered once or comes from outside is not copied.
pub const fn is_renewed(role: Role) -> bool {
    matches!(
        role,
        Role::Goal
            | Role::Grouping
            | Role::Mission
            | Role::Criterion
            | Role::Activity
            | Role::Promise
            | Role::Risk
            | Role::Control
    )
}

/// What an org unit could take with it to the next period: what is decided, has a last day and has
/// no living copy. `copies` tells what each element has been copied to.
pub fn candidates<'a>(
    structure: &'a Structure,
    org_unit: OrgUnitId,
    copies: &BTreeMap<ElementId, ElementId>,
) -> Vec<&'a Arc<Element>> {
    structure.owned_by(org_unit).filter(|one| can_be_copied(structure, one, copies)).collect()
}

/// Whether an element can be copied to the period that follows.
pub fn can_be_copied(
    structure: &Structure,
    element: &Element,
    copies: &BTreeMap<ElementId, ElementId>,
) -> bool {
    element.state == ElementState::Adopted
        && is_renewed(element.role)
        && next_period(structure, element).is_some()
        && living_copy(structure, element.id, copies).is_none()
}

fn living_copy(
    structure: &Structure,
    id: ElementId,
    copies: &BTreeMap<ElementId, ElementId>,
) -> Option<ElementId> {
    let copy = *copies.get(&id)?;
    structure.element(copy).filter(|one| one.is_current()).map(|one| one.id)
}

/// What copies of the chosen elements would be. Each comes with the identity of its copy, so that
/// what is copied together hangs together.
pub fn copied<'a>(
    structure: &'a Structure,
    chosen: &[(&'a Arc<Element>, ElementId)],
    copies: &BTreeMap<ElementId, ElementId>,
) -> Vec<Copied<'a>> {
    let together: BTreeMap<ElementId, ElementId> =
        chosen.iter().map(|(one, copy)| (one.id, *copy)).collect();
    let copy_of = |one: &(&'a Arc<Element>, ElementId)| {
        let original = one.0;
        let period = next_period(structure, original)?;
        let lead = |link: &Link| {
            let copy = together
                .get(&link.parent)
                .copied()
                .or_else(|| living_copy(structure, link.parent, copies));
            let parent = structure.element(link.parent).filter(|parent| parent.is_current());
            let holds =
                parent.is_some_and(|parent| parent.ends_on.is_none_or(|last| last >= period.0));
            // Work goes with the plan it is copied with, also where it begins before that does.
            let goes_along = is_work(original.role)
                && parent
                    .and_then(|parent| next_period(structure, parent))
                    .is_some_and(|(first, _)| first <= period.1);
            match copy {
                Some(copy) if !holds || goes_along => CopiedLink::Copy(*link, copy),
                _ if holds => CopiedLink::Same(*link),
                _ if is_work(original.role) && parent.is_some() => CopiedLink::Old(*link),
                _ => CopiedLink::Broken(*link),
            }
        };
        let measures = structure.links_down(original.id).iter().copied().filter(|link| {
            structure
                .element(link.child)
                .is_some_and(|child| child.role == Role::Measure && child.is_current())
        });
        Some(Copied {
            original,
            period,
            links: structure.links_up(original.id).iter().map(lead).collect(),
            measured_by: measures.collect(),
        })
    };
    chosen.iter().filter_map(copy_of).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn years_are_followed_by_years() {
        for (from, to, first, last) in [
            ((2026, 1, 1), (2026, 12, 31), (2027, 1, 1), (2027, 12, 31)),
            ((2026, 1, 1), (2028, 12, 31), (2029, 1, 1), (2031, 12, 31)),
            ((2023, 9, 1), (2024, 8, 31), (2024, 9, 1), (2025, 8, 31)),
            ((2024, 2, 29), (2025, 2, 28), (2025, 3, 1), (2026, 3, 1)),
            ((2026, 3, 1), (2026, 5, 31), (2026, 6, 1), (2026, 8, 31)),
        ] {
            let day = |(y, m, d): (i16, i8, i8)| date(y, m, d);
            let found = following(Some(day(from)), Some(day(to)));
            assert_eq!(found, Some((day(first), day(last))), "{from:?}");
        }
    }

    #[test]
    fn what_has_no_last_day_goes_on() {
        assert_eq!(following(Some(date(2026, 1, 1)), None), None);
        let year = Some((date(2027, 1, 1), date(2027, 12, 31)));
        assert_eq!(following(None, Some(date(2026, 12, 31))), year);
    }

    #[test]
    fn work_gets_the_same_days_a_plan_period_later() {
        let day = |(y, m, d): (i16, i8, i8)| date(y, m, d);
        for (from, to, plan, first, last) in [
            ((2026, 3, 2), (2026, 5, 15), 1.year(), (2027, 3, 2), (2027, 5, 15)),
            ((2026, 8, 10), (2026, 10, 16), 1.year(), (2027, 8, 10), (2027, 10, 16)),
            ((2025, 11, 1), (2027, 1, 31), 1.year(), (2027, 11, 1), (2029, 1, 31)),
            ((2026, 2, 1), (2026, 3, 31), 6.months(), (2026, 8, 1), (2026, 9, 30)),
        ] {
            let found = later(Some(day(from)), Some(day(to)), plan);
            let expected = (day(first), day(last));
            // The last day of a month is kept as a day: 31 March and six months is 30 September.
            assert_eq!(found, Some(expected), "{from:?}");
        }
        assert_eq!(later(Some(date(2026, 3, 2)), None, 1.year()), None);
    }

    #[test]
    fn measures_and_what_comes_from_outside_are_not_copied() {
        for role in [Role::Measure, Role::External, Role::Assignment, Role::Direction] {
            assert!(!is_renewed(role), "{role}");
        }
    }

    proptest! {
        #[test]
        fn the_period_that_follows_begins_the_day_after_and_does_not_end_before_it_begins(
            start in 0_i32..20_000, length in 0_i32..4_000, known in any::<bool>()
        ) {
            let begun = date(1990, 1, 1).checked_add(start.days()).unwrap();
            let last = begun.checked_add(length.days()).unwrap();
            let (first, end) = following(known.then_some(begun), Some(last)).unwrap();
            prop_assert_eq!(first, last.tomorrow().unwrap());
            prop_assert!(end >= first);
        }
    }
}
