//! Letting somebody report an account for a time, and ending it before its last day.

use std::collections::BTreeSet;

use domain::followup::{TimeProblem, check_time};
use domain::ids::{FollowUpId, PersonId, SubstituteId};
use jiff::civil::Date;

use super::super::reach::{Found, find};
use super::super::store;
use super::page::{names, refused, searched};
use super::typed::Typed;
use super::{people_url, who};
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::together::copied;
use crate::together::store::{
    Substitute, end_substitute, insert_substitute, is_ended, substitutes_among, substitutes_of,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

fn find_to_name(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    found.reach.drafts.then_some(()).or_not_found()?;
    if names(&found) { Ok(found) } else { Err(AppError::Forbidden) }
}

/// The other accounts of the org unit in rounds that are not over: a leave is a leave from all of them.
fn beside(cx: &mut Cx<'_, '_>, found: &Found) -> Answer<BTreeSet<FollowUpId>> {
    let today = cx.today();
    let rounds = store::rounds(cx.tx)?;
    let goes_on = |id| rounds.iter().any(|round| round.id == id && round.closes_on >= today);
    let all = store::accounts_of_org_unit(cx.tx, found.account.org_unit)?;
    let others = all.iter().filter(|one| one.id != found.account.id && goes_on(one.round));
    Ok(others.map(|one| one.id).collect())
}

/// Names the same person in the other accounts too, where nobody stands in already.
fn name_beside(cx: &mut Cx<'_, '_>, found: &Found, one: &Substitute) -> Result<(), AppError> {
    let beside = beside(cx, found)?;
    let taken = substitutes_among(cx.tx, &beside)?;
    for account in beside {
        if let Some(copy) = copied(cx, one, account, &taken) {
            insert_substitute(cx.tx, &copy)?;
        }
    }
    Ok(())
}

/// Names who reports instead.
pub(super) fn name(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_name(cx)?;
    let typed = Typed::sent(cx, &found);
    if is_searching(cx) {
        return searched(cx, &found, &typed);
    }
    let (account, today) = (&found.account, cx.today());
    let id: Option<SubstituteId> = cx.req.form.parsed("id");
    let known = substitutes_of(cx.tx, account.id, today)?;
    if id.is_some_and(|id| known.iter().any(|one| one.id == id)) {
        cx.tx.leave_unaudited("the same form was sent before");
        return Ok(Response::see_other(&people_url(account.id)));
    }
    let people = who::stand_ins(cx, account.org_unit)?;
    let (mut problems, texts) = (Vec::new(), cx.texts());
    let chosen = typed.substitute.parse::<PersonId>().ok();
    let chosen = chosen.and_then(|id| people.iter().find(|one| one.person == id));
    if chosen.is_none() {
        problems.push(Problem::at("ersattare", texts.together_choose()));
    }
    let (from, to) = (typed.from.parse::<Date>(), typed.to.parse::<Date>());
    for (field, day) in [("fran", &from), ("till", &to)] {
        if day.is_err() {
            problems.push(Problem::at(field, texts.web_bad_date()));
        }
    }
    if let (Ok(from), Ok(to)) = (&from, &to) {
        let words = match check_time(*from, *to, today) {
            Ok(()) => known
                .iter()
                .find(|one| one.from <= *to && *from <= one.to)
                .map(|one| texts.together_taken(&one.person_name)),
            Err(TimeProblem::Backwards) => Some(texts.together_time_backwards().to_owned()),
            Err(TimeProblem::Over) => Some(texts.together_time_over().to_owned()),
            Err(TimeProblem::TooLong) => Some(texts.together_time_long().to_owned()),
        };
        problems.extend(words.map(|words| Problem::at("till", words)));
    }
    let (Some(chosen), Ok(from), Ok(to), true) = (chosen, from, to, problems.is_empty()) else {
        return refused(cx, &found, &typed, &problems);
    };
    let responsible = who::responsible(cx, account.org_unit)?;
    let own = cx.person_id()?;
    let instead_of = responsible.iter().find(|one| one.person == own).or(responsible.first());
    let one = Substitute {
        id: id.unwrap_or_else(|| cx.new_id()),
        account: account.id,
        person: chosen.person,
        person_name: chosen.name.clone(),
        instead_of: instead_of.map(|one| one.person),
        instead_of_name: instead_of.map(|one| one.name.clone()).unwrap_or_default(),
        from,
        to,
        named_by: cx.person()?.name.clone(),
        at: cx.visit.now,
        ended_at: None,
        version: 1,
    };
    insert_substitute(cx.tx, &one)?;
    name_beside(cx, &found, &one)?;
    Ok(Response::see_other(&people_url(account.id)))
}

/// Ends it now.
pub(super) fn end(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_name(cx)?;
    let id: SubstituteId = cx.req.form.parsed("ersattare").or_not_found()?;
    let today = cx.today();
    let known = substitutes_of(cx.tx, found.account.id, today)?;
    if let Some(one) = known.iter().find(|one| one.id == id) {
        end_substitute(cx.tx, one, cx.visit.now)?;
        let beside = beside(cx, &found)?;
        for other in substitutes_among(cx.tx, &beside)?.iter().filter(|other| other.is_alike(one)) {
            end_substitute(cx.tx, other, cx.visit.now)?;
        }
    } else {
        is_ended(cx.tx, found.account.id, id)?.then_some(()).or_not_found()?;
        cx.tx.leave_unaudited("it was ended already");
    }
    Ok(Response::see_other(&people_url(found.account.id)))
}
