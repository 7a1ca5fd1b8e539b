//! Inviting co-workers to write in an account or in some of its parts, and taking it back.

use std::collections::BTreeSet;

use domain::followup::write;
use domain::ids::{InvitationId, PartId, PersonId};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::super::reach::{Found, find};
use super::super::refusal;
use super::super::store;
use super::page::refused;
use super::typed::Typed;
use super::{people_url, who};
use crate::cx::Cx;
use crate::together::store::{
    Holder, Invitation, insert_invitation, invitations_of, remove_invitation,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// The account for who invites to it.
fn find_to_invite(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    if found.reach.submit { Ok(found) } else { Err(AppError::Forbidden) }
}

/// Invites those chosen.
pub(super) fn invite(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_invite(cx)?;
    let typed = Typed::sent(cx, &found);
    let open = write(found.account.state, &found.round, cx.today());
    if let Err(problem) = open.or_else(not_begun_is_fine) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let people = who::co_workers(cx, found.account.org_unit)?;
    let known = invitations_of(cx.tx, found.account.id)?;
    let parts: BTreeSet<PartId> =
        store::parts_of(cx.tx, found.account.id)?.iter().map(|part| part.id).collect();
    let (chosen, wanted, due_on) = match read(cx, &found, &typed, (&people, &parts)) {
        Ok(read) => read,
        Err(problems) => return refused(cx, &found, &typed, &problems),
    };
    let holds = |person: PersonId, part: Option<PartId>| {
        let same = |one: &&Invitation| one.person == person && one.removed_at.is_none();
        known.iter().filter(same).any(|one| one.part.is_none() || one.part == part)
    };
    let mut fresh = Vec::new();
    for holder in &chosen {
        for part in wanted.iter().copied().filter(|part| !holds(holder.person, *part)) {
            fresh.push((holder, part));
        }
    }
    if fresh.is_empty() && !known.iter().any(|one| typed_before(&typed, one)) {
        let problem = Problem::at("person", cx.texts().together_invited_already());
        return refused(cx, &found, &typed, &[problem]);
    }
    let invited_by = cx.person()?.name.clone();
    for (holder, part) in fresh {
        let one = Invitation {
            id: id_of(&typed, holder.person, part),
            account: found.account.id,
            part,
            person: holder.person,
            person_name: holder.name.clone(),
            invited_by: invited_by.clone(),
            due_on,
            at: cx.visit.now,
            removed_at: None,
            version: 1,
        };
        insert_invitation(cx.tx, &one)?;
    }
    Ok(Response::see_other(&people_url(found.account.id)))
}

/// One may invite before the account is opened.
fn not_begun_is_fine(
    problem: domain::followup::FollowUpProblem,
) -> Result<(), domain::followup::FollowUpProblem> {
    match problem {
        domain::followup::FollowUpProblem::NotStarted => Ok(()),
        other => Err(other),
    }
}

/// The identity of one of the invitations that a form makes, the same when it is sent twice.
fn id_of(typed: &Typed, person: PersonId, part: Option<PartId>) -> InvitationId {
    let text =
        format!("{} {person} {}", typed.id, part.map(|id| id.to_string()).unwrap_or_default());
    let digest = Sha256::digest(text.as_bytes());
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(digest) {
        *to = from;
    }
    InvitationId::from(id)
}

/// Whether the form was sent before and made this.
fn typed_before(typed: &Typed, one: &Invitation) -> bool {
    one.id == id_of(typed, one.person, one.part)
}

type Read<'p> = (Vec<&'p Holder>, Vec<Option<PartId>>, Date);

fn read<'p>(
    cx: &Cx<'_, '_>,
    found: &Found,
    typed: &Typed,
    (people, parts): (&'p [Holder], &BTreeSet<PartId>),
) -> Result<Read<'p>, Vec<Problem>> {
    let texts = cx.texts();
    let mut problems = Vec::new();
    let ids: BTreeSet<PersonId> = typed.people.iter().filter_map(|id| id.parse().ok()).collect();
    let chosen: Vec<&Holder> = people.iter().filter(|one| ids.contains(&one.person)).collect();
    if chosen.is_empty() {
        problems.push(Problem::at("person", texts.together_needs_person()));
    } else if chosen.len() < typed.people.len() {
        problems.push(Problem::at("person", texts.web_unknown_choice()));
    }
    let wanted: Vec<Option<PartId>> = typed
        .parts
        .iter()
        .filter_map(|id| id.parse().ok())
        .filter(|id| parts.contains(id))
        .map(Some)
        .collect();
    if wanted.len() < typed.parts.len() {
        problems.push(Problem::at("del", texts.web_unknown_choice()));
    }
    let due_on = typed.due_on.parse::<Date>();
    match due_on {
        Err(_) => problems.push(Problem::at("klart", texts.web_bad_date())),
        Ok(day) if day < cx.today() => {
            problems.push(Problem::at("klart", texts.together_due_past()));
        }
        Ok(day) if day > found.round.closes_on => {
            problems.push(Problem::at("klart", texts.together_due_late()));
        }
        Ok(_) => {}
    }
    match due_on {
        Ok(due_on) if problems.is_empty() => {
            Ok((chosen, if wanted.is_empty() { vec![None] } else { wanted }, due_on))
        }
        _ => Err(problems),
    }
}

/// Takes an invitation back. What the person has written stands.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_invite(cx)?;
    let id: InvitationId = cx.req.form.parsed("inbjudan").or_not_found()?;
    let all = invitations_of(cx.tx, found.account.id)?;
    let one = all.iter().find(|one| one.id == id).or_not_found()?;
    if one.removed_at.is_none() {
        remove_invitation(cx.tx, one, cx.visit.now)?;
    } else {
        cx.tx.leave_unaudited("it was taken back already");
    }
    Ok(Response::see_other(&people_url(found.account.id)))
}
