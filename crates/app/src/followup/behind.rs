//! What stands behind a body's report. One answer for the body's page, its report and what is
//! frozen of it, whoever reads: what is decided, and what is handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::Structure;
use domain::followup::Round;
use domain::ids::{ElementId, FollowUpId, OrgUnitId};
use domain::organisation::{OrgLevelKind, Organisation};
use domain::steering::Role;

use super::store::{self, Account, Part};
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};

/// Mergers followed from an org unit to who has taken over.
const MOST_HEIRS: usize = 20;

/// What stands behind a body's report.
pub struct Behind {
    /// The picture of what is decided.
    pub structure: Arc<Structure>,
    /// The accounts of the org units that are counted here, and of those that are heard here too.
    pub accounts: BTreeMap<OrgUnitId, Account>,
    /// What is judged of goals in accounts that are handed in, by goal.
    pub judged: BTreeMap<ElementId, Part>,
    /// Org units that have judged goals which are not decided.
    pub undecided: usize,
    answering: BTreeSet<OrgUnitId>,
    body: OrgUnitId,
    /// Whose each account is.
    whose: BTreeMap<FollowUpId, OrgUnitId>,
}

impl Behind {
    /// Reads it.
    pub fn read(cx: &mut Cx<'_, '_>, body: OrgUnitId, round: &Round) -> Answer<Self> {
        let structure = cx.decided();
        let answering = answering(&structure, body);
        let (accounts, judged) = (BTreeMap::new(), BTreeMap::new());
        let whose = BTreeMap::new();
        let mut behind = Self { structure, accounts, judged, undecided: 0, answering, body, whose };
        for account in store::accounts_of_round(cx.tx, round.id)? {
            if behind.is_heard(account.org_unit) {
                behind.whose.insert(account.id, account.org_unit);
                behind.accounts.insert(account.org_unit, account);
            }
        }
        let handed_in = behind.accounts.values().filter(|account| account.state.is_handed_in());
        let handed_in = handed_in.map(|account| account.id).collect();
        for parts in store::goals_of_accounts(cx.tx, &handed_in)?.into_values() {
            behind.keep(parts);
        }
        Ok(behind)
    }

    /// Keeps what one account judges.
    fn keep(&mut self, parts: Vec<Part>) {
        let judged = parts.into_iter().filter(|part| part.level.is_some());
        let by_goal = judged.filter_map(|part| Some((part.subject?, part)));
        let decided = |(id, _): &(ElementId, Part)| self.structure.element(*id).is_some();
        let (kept, undecided): (Vec<_>, Vec<_>) = by_goal.partition(decided);
        self.undecided += usize::from(!undecided.is_empty());
        for (goal, part) in kept {
            let other = self.judged.get(&goal);
            if other.is_none_or(|other| self.holds_before(goal, &part, other)) {
                self.judged.insert(goal, part);
            }
        }
    }

    /// Which of two judgements of a goal holds, as when its org unit was merged into another in the
    /// middle of a round: that of who owns it now, else the latest.
    fn holds_before(&self, goal: ElementId, one: &Part, other: &Part) -> bool {
        let owner = self.structure.element(goal).map(|element| element.owner);
        let owns = |part: &Part| self.whose.get(&part.account).copied() == owner;
        (owns(one), one.at) > (owns(other), other.at)
    }

    /// The account in which something is judged.
    pub fn account_of(&self, part: &Part) -> Option<&Account> {
        self.accounts.get(self.whose.get(&part.account)?)
    }

    /// Whether the body counts the account of an org unit.
    pub fn counts(&self, org_unit: OrgUnitId) -> bool {
        counts(&self.structure.organisation, self.body, org_unit)
    }

    /// The accounts that the body counts.
    pub fn counted(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values().filter(|account| self.counts(account.org_unit))
    }

    /// How many accounts the body counts, and how many of them are handed in.
    pub fn tally(&self) -> (usize, usize) {
        let handed_in = self.counted().filter(|one| one.state.is_handed_in());
        (self.counted().count(), handed_in.count())
    }

    /// Whether what an org unit says of goals is told here: it is counted here, or a goal of its
    /// answers to one of the body's from elsewhere, or it was merged into one of those.
    pub fn is_heard(&self, org_unit: OrgUnitId) -> bool {
        let organisation = &self.structure.organisation;
        let is_one = |unit: &OrgUnitId| self.counts(*unit) || self.answering.contains(unit);
        let heir = |unit: &OrgUnitId| organisation.get(*unit)?.succeeded_by;
        // A broken store must not make the program run for ever.
        successors(Some(org_unit), heir).take(MOST_HEIRS).any(|unit| is_one(&unit))
    }
}

/// Whether a body counts the account of an org unit. One rule for every page that counts: an account is
/// counted once, on the way up from where its org unit lies today, or lay when it ended (decision 0039).
pub(super) fn counts(organisation: &Organisation, body: OrgUnitId, org_unit: OrgUnitId) -> bool {
    organisation.is_within(org_unit, body)
}

/// The org units whose goals answer to the body's from wherever they stand.
pub(super) fn answering(structure: &Structure, body: OrgUnitId) -> BTreeSet<OrgUnitId> {
    structure
        .owned_by(body)
        .filter(|element| element.role == Role::Goal)
        .flat_map(|goal| structure.children_with(goal.id, Role::Goal))
        .map(|child| child.owner)
        .collect()
}

/// Whether what the body reports is for everyone in the municipality: that of a political body is,
/// that of an administration or workplace is not.
pub fn is_open(cx: &Cx<'_, '_>, body: OrgUnitId) -> Answer<bool> {
    let unit = cx.structure.organisation.get(body).or_not_found()?;
    Ok(matches!(
        unit.kind,
        OrgLevelKind::Council
            | OrgLevelKind::ExecutiveBoard
            | OrgLevelKind::ExecutiveSubcommittee
            | OrgLevelKind::Committee
            | OrgLevelKind::ProgrammeCommittee
            | OrgLevelKind::Company
            | OrgLevelKind::JointBody
    ))
}

/// Whether the visitor reads what the body reports: everyone what is open, but not a private provider
/// elsewhere; the rest is for those who may read drafts there.
pub fn reads_report(cx: &Cx<'_, '_>, body: OrgUnitId) -> Answer<bool> {
    let open = is_open(cx, body)? && !cx.is_provider_elsewhere(body);
    Ok(open || cx.can(Action::ReadDrafts, body))
}
