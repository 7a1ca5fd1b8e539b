//! What somebody holds of the accounts that are open, told when they are about to leave: what only they
//! hand in, what they hand in for others, and what they are invited to write. It is handed over in
//! one step.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Action, allows};
use domain::followup::Round;
use domain::ids::{FollowUpId, InvitationId, OrgUnitId, PersonId, SubstituteId};
use jiff::civil::Date;

use super::super::store::{self, Account};
use crate::cx::Cx;
use crate::together::store::{
    Holder, Invitation, Substitute, end_substitute, holders, insert_invitation, insert_substitute,
    invitations_of, invitations_to, remove_invitation, substitutes_now, substitutions_of,
};
use crate::web::error::AppError;

/// Most org units whose people are offered; beyond these a list is no help.
const MOST_UNITS: usize = 60;

/// An account that is not handed in, in a round that is not over.
#[derive(Clone)]
pub struct OpenAccount {
    /// The account.
    pub id: FollowUpId,
    /// Whose it is.
    pub org_unit: OrgUnitId,
    /// The round, by its title.
    pub round: String,
    /// When it is to be handed in.
    pub due_on: Date,
    /// When the round is over.
    pub closes_on: Date,
    /// Who hands it in instead, if anybody.
    pub instead: Option<Substitute>,
    /// Who else answers for it, if anybody.
    pub also: Option<String>,
}

impl OpenAccount {
    /// Whether nobody hands it in when the person has left.
    pub fn is_left(&self) -> bool {
        self.instead.is_none() && self.also.is_none()
    }
}

/// What a person holds.
#[derive(Default)]
pub struct Holdings {
    /// Accounts that they answer for.
    pub accounts: Vec<OpenAccount>,
    /// Accounts that they hand in for somebody else.
    pub stands_in: Vec<(Substitute, OpenAccount)>,
    /// Accounts that they are invited to write in.
    pub invitations: Vec<(Invitation, OpenAccount)>,
}

impl Holdings {
    /// Whether there is nothing for anybody to take over.
    pub fn is_empty(&self) -> bool {
        self.accounts.iter().all(|one| !one.is_left())
            && self.stands_in.is_empty()
            && self.invitations.is_empty()
    }

    /// The org units of everything.
    fn units(&self) -> BTreeSet<OrgUnitId> {
        let stands_in = self.stands_in.iter().map(|(_, one)| one);
        let invitations = self.invitations.iter().map(|(_, one)| one);
        self.accounts.iter().chain(stands_in).chain(invitations).map(|one| one.org_unit).collect()
    }
}

/// What a person holds by the roles they have on a day.
pub fn holdings(cx: &mut Cx<'_, '_>, person: PersonId, on: Date) -> Result<Holdings, AppError> {
    let today = cx.today();
    let rounds: Vec<Round> =
        store::rounds(cx.tx)?.into_iter().filter(|round| round.closes_on >= today).collect();
    if rounds.is_empty() {
        return Ok(Holdings::default());
    }
    let own = store::accounts_answered_by(cx.tx, person, on)?;
    let mut stands_in = substitutions_of(cx.tx, person, today)?;
    stands_in.retain(|one| one.person == person);
    let invitations = invitations_to(cx.tx, person, today)?;
    let others: BTreeSet<FollowUpId> = stands_in
        .iter()
        .map(|one| one.account)
        .chain(invitations.iter().map(|one| one.account))
        .collect();
    let mut known = store::accounts_among(cx.tx, &others)?;
    known.retain(|_, one| !one.state.is_handed_in());
    let units: BTreeSet<OrgUnitId> = own.iter().map(|one| one.org_unit).collect();
    let answers = holders(cx.tx, &units, Action::Submit, today)?;
    let own_ids = own.iter().map(|one| one.id).collect();
    let instead = substitutes_now(cx.tx, &own_ids, today)?;
    let open = |account: &Account| {
        let round = rounds.iter().find(|round| round.id == account.round)?;
        let also = answers
            .iter()
            .find(|one| one.org_unit == account.org_unit && one.person != person)
            .map(|one| one.name.clone());
        Some(OpenAccount {
            id: account.id,
            org_unit: account.org_unit,
            round: round.title.clone(),
            due_on: round.due_on,
            closes_on: round.closes_on,
            instead: instead.get(&account.id).filter(|one| one.person != person).cloned(),
            also,
        })
    };
    let of = |id: &FollowUpId| known.get(id).and_then(open);
    Ok(Holdings {
        accounts: own.iter().filter_map(open).collect(),
        stands_in: stands_in
            .into_iter()
            .filter_map(|one| of(&one.account).map(|account| (one, account)))
            .collect(),
        invitations: invitations
            .into_iter()
            .filter_map(|one| of(&one.account).map(|account| (one, account)))
            .collect(),
    })
}

/// Those who may take over: who writes where the accounts and some other org units are, above them or
/// beside them.
pub fn who_may_take_over(
    cx: &mut Cx<'_, '_>,
    holdings: &Holdings,
    other_units: impl IntoIterator<Item = OrgUnitId>,
    not: PersonId,
) -> Result<Vec<Holder>, AppError> {
    let (today, structure) = (cx.today(), cx.structure.clone());
    let organisation = &structure.organisation;
    let mut units = BTreeSet::new();
    for unit in holdings.units().into_iter().chain(other_units) {
        if units.len() >= MOST_UNITS {
            break;
        }
        units.insert(unit);
        if let Some(parent) = organisation.get(unit).and_then(|unit| unit.parent) {
            units.insert(parent);
            units.extend(organisation.children(parent).iter().copied().take(MOST_UNITS));
        }
    }
    let mut all = holders(cx.tx, &units, Action::Report, today)?;
    all.retain(|one| one.person != not);
    all.dedup_by_key(|one| one.person);
    Ok(all)
}

/// Hands everything over to somebody. An invitation goes only to who has a role that writes there.
pub fn hand_over(
    cx: &mut Cx<'_, '_>,
    holdings: &Holdings,
    (from, from_name): (PersonId, &str),
    to: &Holder,
) -> Result<(), AppError> {
    let units = holdings.units();
    let today = cx.today();
    let own: Vec<Holder> = holders(cx.tx, &units, Action::Report, today)?
        .into_iter()
        .filter(|one| one.person == to.person)
        .collect();
    for one in holdings.accounts.iter().filter(|one| one.is_left()) {
        let answers = |holder: &Holder| {
            holder.org_unit == one.org_unit && allows(holder.role, Action::Submit)
        };
        if !own.iter().any(answers) {
            let time = (today, one.closes_on);
            name(cx, one.id, (Some(from), from_name.to_owned()), time, to)?;
        }
    }
    let now = cx.visit.now;
    for (before, _) in &holdings.stands_in {
        end_substitute(cx.tx, before, now)?;
        if before.instead_of != Some(to.person) {
            let instead_of = (before.instead_of, before.instead_of_name.clone());
            name(cx, before.account, instead_of, (before.from.max(today), before.to), to)?;
        }
    }
    let mut asked: BTreeMap<FollowUpId, Vec<Invitation>> = BTreeMap::new();
    for (before, account) in &holdings.invitations {
        let here = |holder: &&Holder| holder.org_unit == account.org_unit;
        let Some(role) = own.iter().find(here).map(|holder| holder.role) else { continue };
        remove_invitation(cx.tx, before, now)?;
        // Who answers for the account writes in all of it.
        if allows(role, Action::Submit) {
            continue;
        }
        if let Entry::Vacant(unknown) = asked.entry(before.account) {
            unknown.insert(invitations_of(cx.tx, before.account)?);
        }
        let holds = |one: &Invitation| {
            one.person == to.person
                && one.removed_at.is_none()
                && (one.part.is_none() || one.part == before.part)
        };
        if asked.get(&before.account).is_none_or(|all| !all.iter().any(holds)) {
            let one = Invitation {
                id: cx.new_id::<InvitationId>(),
                person: to.person,
                person_name: to.name.clone(),
                invited_by: cx.person()?.name.clone(),
                due_on: before.due_on.max(today),
                at: now,
                version: 1,
                ..before.clone()
            };
            insert_invitation(cx.tx, &one)?;
        }
    }
    Ok(())
}

fn name(
    cx: &mut Cx<'_, '_>,
    account: FollowUpId,
    (instead_of, instead_of_name): (Option<PersonId>, String),
    (from, to): (Date, Date),
    who: &Holder,
) -> Result<(), AppError> {
    let one = Substitute {
        id: cx.new_id::<SubstituteId>(),
        account,
        person: who.person,
        person_name: who.name.clone(),
        instead_of,
        instead_of_name,
        from,
        to,
        named_by: cx.person()?.name.clone(),
        at: cx.visit.now,
        ended_at: None,
        version: 1,
    };
    insert_substitute(cx.tx, &one)
}
