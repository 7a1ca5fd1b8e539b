//! Decisions from above: one part back with a comment, or the whole approved.

use domain::access::Action;
use domain::followup::{
    EventKind, FollowUpProblem, approve as approve_account, give_back as return_account,
};

use super::account::step;
use super::hand_in::{is_fresh, withdraw_judgements};
use super::reach::{find, part_of};
use super::store;
use super::typed::too_long_words;
use super::{public_work, reading, refusal, url};
use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::response::Response;

/// Sends one part back with a comment.
pub(super) fn give_back(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    cx.may(Action::Approve, found.account.org_unit)?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    let part = part_of(cx, &parts)?;
    let comment = cx.req.form.text("kommentar").to_owned();
    let texts = cx.texts();
    let sent = |problem| reading::Comment { part: part.id, text: comment.clone(), problem };
    let state = match return_account(found.account.state, &comment, &found.round, cx.today()) {
        Ok((state, _)) => state,
        Err(FollowUpProblem::NeedsComment) => {
            return reading::refused(cx, &found, &sent(texts.followup_needs_comment().to_owned()));
        }
        Err(FollowUpProblem::CommentTooLong { .. }) => {
            return reading::refused(cx, &found, &sent(too_long_words(texts, &comment)));
        }
        Err(problem) => {
            let why = refusal::explain(cx, &found.account, &problem);
            return reading::conflicting(cx, &found, &sent(String::new()), &why);
        }
    };
    if !is_fresh(cx, &found) {
        let why = refusal::stale_words(cx, &found.account);
        return reading::conflicting(cx, &found, &sent(String::new()), &why);
    }
    store::return_part(cx.tx, part)?;
    step(cx, &found.account, state, EventKind::Returned, &comment)?;
    withdraw_judgements(cx, &found, &parts)?;
    public_work::take_back(cx, &found.account)?;
    Ok(Response::see_other(&format!("{}/las", url(found.account.id))))
}

/// Approves the account.
pub(super) fn approve(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    cx.may(Action::Approve, found.account.org_unit)?;
    let handed_in = store::events_of(cx.tx, found.account.id)?
        .into_iter()
        .find(|event| event.kind == EventKind::Submitted)
        .map(|event| event.person);
    let person = cx.person_id()?;
    let state = match approve_account(found.account.state, handed_in, person) {
        Ok(state) => state,
        Err(problem) => return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem)),
    };
    if !is_fresh(cx, &found) {
        return Ok(refusal::stale(cx, (&found.account, &found.round)));
    }
    step(cx, &found.account, state, EventKind::Approved, "")?;
    Ok(Response::see_other(&format!("{}/las", url(found.account.id))))
}
