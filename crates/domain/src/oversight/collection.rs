//! How a collection of accounts goes: what each org unit has handed in, and what that comes to on
//! each level above it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::followup::AccountState;
use crate::ids::OrgUnitId;
use crate::organisation::Organisation;

/// How the account of one org unit stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reported {
    /// Whose account it is.
    pub org_unit: OrgUnitId,
    /// Where it stands.
    pub state: AccountState,
    /// Whether something of it was sent back and is not handed in again.
    pub returned: bool,
    /// The day it was handed in first; none while it has not been.
    pub handed_in_on: Option<Date>,
    /// The day it is due.
    pub due_on: Date,
}

/// An account as those who wait for it read it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// Nobody has begun.
    NotStarted,
    /// Being written.
    Draft,
    /// Sent back and not handed in again.
    Returned,
    /// Handed in, not yet approved.
    Submitted,
    /// Approved.
    Approved,
}

impl Reported {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        match self.state {
            AccountState::NotStarted => Standing::NotStarted,
            AccountState::Draft if self.returned => Standing::Returned,
            AccountState::Draft => Standing::Draft,
            AccountState::Submitted => Standing::Submitted,
            AccountState::Approved => Standing::Approved,
        }
    }

    /// How many days it is late on a day: nothing when it was handed in, though late, or when the day
    /// has not passed. What was sent back was in time once.
    pub fn days_late(&self, today: Date) -> Option<i32> {
        if self.state.is_handed_in() || self.handed_in_on.is_some() || today <= self.due_on {
            return None;
        }
        self.due_on.until(today).ok().map(|span| span.get_days())
    }

    /// Whether it was handed in after its day.
    pub fn was_late(&self) -> bool {
        self.handed_in_on.is_some_and(|day| day > self.due_on)
    }
}

/// Accounts of a branch, counted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// How many are asked for.
    pub asked: usize,
    /// Nobody has begun.
    pub not_started: usize,
    /// Being written, what was sent back left out.
    pub draft: usize,
    /// Sent back and not handed in again.
    pub returned: usize,
    /// Handed in, not yet approved.
    pub submitted: usize,
    /// Approved.
    pub approved: usize,
    /// Not handed in although the day has passed.
    pub late: usize,
    /// Handed in after the day.
    pub was_late: usize,
}

impl Tally {
    /// Handed in, approved ones included.
    pub fn handed_in(&self) -> usize {
        self.submitted + self.approved
    }

    /// Two branches together.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        Self {
            asked: self.asked + other.asked,
            not_started: self.not_started + other.not_started,
            draft: self.draft + other.draft,
            returned: self.returned + other.returned,
            submitted: self.submitted + other.submitted,
            approved: self.approved + other.approved,
            late: self.late + other.late,
            was_late: self.was_late + other.was_late,
        }
    }

    fn add(&mut self, one: &Reported, today: Date) {
        self.asked += 1;
        *match one.standing() {
            Standing::NotStarted => &mut self.not_started,
            Standing::Draft => &mut self.draft,
            Standing::Returned => &mut self.returned,
            Standing::Submitted => &mut self.submitted,
            Standing::Approved => &mut self.approved,
        } += 1;
        self.late += usize::from(one.days_late(today).is_some());
        self.was_late += usize::from(one.was_late());
    }
}

/// The accounts of a collection, each, and counted for every branch that has any.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Branches {
    own: BTreeMap<OrgUnitId, Reported>,
    sums: BTreeMap<OrgUnitId, Tally>,
}

impl Branches {
    /// Counts them: each account once on every level above it.
    pub fn of(
        organisation: &Organisation,
        accounts: impl IntoIterator<Item = Reported>,
        today: Date,
    ) -> Self {
        let mut branches = Self::default();
        for one in accounts {
            let way = organisation.ancestors(one.org_unit);
            for branch in way.into_iter().chain([one.org_unit]) {
                branches.sums.entry(branch).or_default().add(&one, today);
            }
            branches.own.insert(one.org_unit, one);
        }
        branches
    }

    /// The account of an org unit itself.
    pub fn own(&self, org_unit: OrgUnitId) -> Option<&Reported> {
        self.own.get(&org_unit)
    }

    /// An org unit's account and all below it.
    pub fn tally(&self, org_unit: OrgUnitId) -> Tally {
        self.sums.get(&org_unit).copied().unwrap_or_default()
    }

    /// All accounts, by whose they are.
    pub fn all(&self) -> impl Iterator<Item = &Reported> {
        self.own.values()
    }

    /// What lies directly under an org unit and has any account.
    pub fn below<'b>(
        &'b self,
        organisation: &'b Organisation,
        org_unit: OrgUnitId,
    ) -> impl Iterator<Item = OrgUnitId> + 'b {
        let children = organisation.children(org_unit).iter().copied();
        children.filter(|child| self.sums.contains_key(child))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::organisation::tests::small;

    const DUE: Date = Date::constant(2026, 9, 4);

    fn one(org_unit: OrgUnitId, state: AccountState) -> Reported {
        let handed_in_on = state.is_handed_in().then_some(DUE);
        Reported { org_unit, state, returned: false, handed_in_on, due_on: DUE }
    }

    #[test]
    fn an_account_is_counted_once_on_every_level_above_it() {
        let (organisation, [council, committee, school]) = small();
        let accounts = [one(school, AccountState::Approved), one(committee, AccountState::Draft)];
        let branches = Branches::of(&organisation, accounts, DUE);
        let (of_school, of_all) = (branches.tally(school), branches.tally(council));
        assert_eq!((of_school.asked, of_school.approved), (1, 1));
        assert_eq!((of_all.asked, of_all.approved, of_all.draft), (2, 1, 1));
        assert_eq!(branches.tally(committee), of_all);
        assert_eq!(branches.below(&organisation, council).collect::<Vec<_>>(), [committee]);
        assert!(branches.own(council).is_none());
    }

    #[test]
    fn an_account_is_late_the_day_after_its_day_and_not_when_it_came_late_or_was_sent_back() {
        let (_, [_, _, school]) = small();
        let draft = one(school, AccountState::Draft);
        assert_eq!(draft.days_late(DUE), None);
        assert_eq!(draft.days_late(date(2026, 9, 5)), Some(1));
        assert_eq!(draft.days_late(date(2026, 11, 5)), Some(62));
        let came = Reported {
            handed_in_on: Some(date(2026, 9, 7)),
            ..one(school, AccountState::Submitted)
        };
        assert!(came.was_late() && came.days_late(date(2026, 9, 20)).is_none());
        let back = Reported { returned: true, handed_in_on: Some(DUE), ..draft };
        assert_eq!(back.standing(), Standing::Returned);
        assert_eq!(back.days_late(date(2026, 9, 20)), None);
    }
}
