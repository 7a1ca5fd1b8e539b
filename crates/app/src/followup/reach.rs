//! What a visitor may do with an account. What one may not know of is not found.

use domain::access::{Action, allows};
use domain::followup::{AccountState, FollowUpProblem, Round, SentBack, write, write_part};
use domain::ids::{FollowUpId, PartId};
use jiff::civil::Date;

use super::seen_at;
use super::store::{self, Account, Part, Returned};
use super::typed::state_of;
use crate::cx::Cx;
use crate::together::{self, Standing};
use crate::web::error::{Answer, AppError, OrNotFound};

/// What the visitor may do with one account.
#[expect(clippy::struct_excessive_bools, reason = "each is a right of its own, in any combination")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reach {
    /// Write in it.
    pub(super) write: bool,
    /// Hand it in and take it back.
    pub(super) submit: bool,
    /// Return parts and approve.
    pub(super) approve: bool,
    /// Whether it is the visitor's own: a role is held on this very org unit.
    pub(super) own: bool,
    /// Read it before it is handed in.
    pub(super) drafts: bool,
}

/// What the visitor may do with an account.
pub(super) fn reach(cx: &Cx<'_, '_>, account: &Account) -> Reach {
    let can = |action| cx.can(action, account.org_unit);
    let own = cx.visit.person.as_ref().is_some_and(|person| {
        person
            .grants
            .iter()
            .any(|grant| grant.org_unit == account.org_unit && allows(grant.role, Action::Report))
    });
    Reach {
        write: can(Action::Report),
        submit: can(Action::Submit),
        approve: can(Action::Approve),
        own,
        drafts: can(Action::ReadDrafts),
    }
}

/// An account with its round, as far as the visitor reaches.
pub(super) struct Found {
    pub(super) account: Account,
    pub(super) round: Round,
    pub(super) reach: Reach,
    /// What was sent back and is not handed in again.
    pub(super) returned: Vec<Returned>,
    /// What of it is the visitor's to write in, and in whose place.
    pub(super) standing: Standing,
}

impl Found {
    /// Whether the part may be written in today.
    pub(super) fn write_in(&self, part: &Part, today: Date) -> Result<(), FollowUpProblem> {
        write(self.account.state, &self.round, today)?;
        if !self.standing.share.holds(part.id) {
            return Err(FollowUpProblem::NotInvited);
        }
        let sent_back = match self.returned.iter().any(|one| one.part == part.id) {
            true => SentBack::This,
            false if self.returned.is_empty() => SentBack::Nothing,
            false => SentBack::Others,
        };
        write_part(state_of(part), sent_back)
    }
}

/// The account of the address, if the visitor may know of it.
pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let id: FollowUpId = cx.req.param("id").or_not_found()?;
    let account = store::account(cx.tx, id)?.or_not_found()?;
    let round = store::round(cx.tx, account.round)?.or_not_found()?;
    let round = seen_at(cx, &round, account.org_unit);
    let mut reach = reach(cx, &account);
    let standing = together::standing(cx, id, account.org_unit)?;
    reach.write = standing.share.is_any();
    reach.submit = standing.submits;
    reach.own |= standing.stands_in.is_some();
    reach.drafts |= standing.stands_in.is_some();
    let handed_in = account.state.is_handed_in() && cx.can(Action::ReadThread, account.org_unit);
    (reach.drafts || reach.write || handed_in).then_some(()).or_not_found()?;
    let returned = match account.state {
        AccountState::Draft => store::returned_of(cx.tx, id)?,
        _ => Vec::new(),
    };
    Ok(Found { account, round, reach, returned, standing })
}

/// The account of the address for someone who writes in it.
pub(super) fn find_to_write(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    if found.reach.write { Ok(found) } else { Err(AppError::Forbidden) }
}

/// The part of the address among the parts of the account.
pub(super) fn part_of<'p>(cx: &Cx<'_, '_>, parts: &'p [Part]) -> Answer<&'p Part> {
    let id: PartId = cx.req.param("part").or_not_found()?;
    parts.iter().find(|part| part.id == id).or_not_found()
}

/// The account of the address for someone who hands it in.
pub(super) fn find_to_hand_in(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find_to_write(cx)?;
    if found.reach.submit { Ok(found) } else { Err(AppError::Forbidden) }
}
