//! Handing an account in, taking it back, and the receipt.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::{
    EventKind, FollowUpProblem, PartKind, submit as submit_account, withdraw as take_back,
};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{AssessmentId, ElementId};
use domain::organisation::OrgLevelKind;
use maud::html;

use super::account::step;
use super::reach::{Found, find_to_hand_in, find_to_write};
use super::store::{self, Part};
use super::typed::state_of;
use super::words::moment_words;
use super::{active, now, public_work, refusal, review, url, worth};
use crate::assessment::store::{Assessment, AssessmentKind, keep_assessment, withdraw_assessments};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::routes::{Access, Routes};
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Button, button, button_link, receipt as sheet};

/// The pages of handing in.
pub(super) fn routes(routes: &mut Routes) {
    let report = Access::May(Action::Report);
    routes
        .post("/folja-upp/{id}/lamna", report, submit)
        .post("/folja-upp/{id}/angra", report, withdraw)
        .get("/folja-upp/{id}/kvitto", report, receipt);
}

/// Whether the page at hand showed the account as it is now; a form that does not say which version
/// it showed is not fresh.
pub(super) fn is_fresh(cx: &Cx<'_, '_>, found: &Found) -> bool {
    cx.req.form.parsed::<i64>("version").is_some_and(|version| version == found.account.version)
}

/// Hands the account in; the judgements are kept beside those of other stages.
pub(super) fn submit(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_hand_in(cx)?;
    let parts = now::parts_of(cx, &found)?;
    // What is kept says how each part stands; a rule that has become stricter is asked again.
    let states = parts.iter().map(|part| (part.id, state_of(part)));
    let state = match submit_account(found.account.state, states, &found.round, cx.today()) {
        Ok(state) => state,
        Err(FollowUpProblem::CannotSubmit { left }) => {
            let problems = review::left_problems(cx, &parts, &left);
            return review::refused(cx, &found, &parts, &problems);
        }
        Err(problem) => return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem)),
    };
    if !is_fresh(cx, &found) {
        return Ok(refusal::stale(cx, (&found.account, &found.round)));
    }
    let parts = now::keep(cx, &found, parts)?;
    active::count(cx, &found)?;
    step(cx, &found.account, state, EventKind::Submitted, "")?;
    // What was judged before and is no longer judged must not stand.
    withdraw_judgements(cx, &found, &parts)?;
    for part in &parts {
        keep_judgement(cx, &found, part)?;
    }
    public_work::begin(cx, &found.account)?;
    Ok(Response::see_other(&format!("{}/kvitto", url(found.account.id))))
}

/// Takes back what the account has judged: only what is handed in is public. What another account
/// of the same time judges, as the follow-up beside a forecast, is not touched.
pub(super) fn withdraw_judgements(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    parts: &[Part],
) -> Result<(), AppError> {
    let judged: BTreeSet<_> = parts.iter().filter_map(judges).collect();
    let at = (found.round.period, Stage::Own);
    withdraw_assessments(cx.tx, found.account.org_unit, at, &judged)
}

/// What a part judges: a goal by what came out so far, a measure by what is expected at the end of the
/// year.
fn judges(part: &Part) -> Option<(ElementId, AssessmentKind)> {
    let kind = match part.kind {
        PartKind::Goal => AssessmentKind::Outcome,
        PartKind::Measure => AssessmentKind::Forecast,
        _ => return None,
    };
    Some((part.subject?, kind))
}

fn keep_judgement(cx: &mut Cx<'_, '_>, found: &Found, part: &Part) -> Result<(), AppError> {
    let judged = part.level.filter(|level| *level != Fulfilment::NotAssessed);
    let (Some((element, kind)), Some(level)) = (judges(part), judged) else { return Ok(()) };
    let person = cx.person()?;
    keep_assessment(
        cx.tx,
        &Assessment {
            id: cx.app.new_id::<AssessmentId>(),
            element,
            org_unit: found.account.org_unit,
            period: found.round.period,
            kind,
            stage: Stage::Own,
            level,
            scale_level: part.scale_level.clone(),
            proposed: part.proposed,
            reason: if part.reason.is_empty() { part.text.clone() } else { part.reason.clone() },
            person: Some(person.id),
            person_name: person.name.clone(),
            at: cx.visit.now,
            version: 1,
        },
    )
}

/// Takes back what is handed in and not yet approved.
pub(super) fn withdraw(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_hand_in(cx)?;
    let state = match take_back(found.account.state, &found.round, cx.today()) {
        Ok(state) => state,
        Err(problem) => return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem)),
    };
    if !is_fresh(cx, &found) {
        return Ok(refusal::stale(cx, (&found.account, &found.round)));
    }
    step(cx, &found.account, state, EventKind::Withdrawn, "")?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    withdraw_judgements(cx, &found, &parts)?;
    public_work::take_back(cx, &found.account)?;
    Ok(Response::see_other(&url(found.account.id)))
}

/// The receipt.
pub(super) fn receipt(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let account = &found.account;
    if !account.state.is_handed_in() {
        return Ok(Response::see_other(&url(account.id)));
    }
    let texts = cx.texts();
    let events = store::events_of(cx.tx, account.id)?;
    let handed_in = events.iter().find(|event| event.kind == EventKind::Submitted);
    let when = moment_words(cx.app, texts, handed_in.map_or(account.at, |event| event.at));
    let who = handed_in.map_or(&account.person_name, |event| &event.person_name).clone();
    let own = handed_in.is_some_and(|event| cx.person_id().is_ok_and(|id| id == event.person));
    let organisation = &cx.structure.organisation;
    let committee = organisation.nearest(account.org_unit, OrgLevelKind::Committee);
    let readers = match committee {
        Some(committee) => {
            let above = organisation
                .get(account.org_unit)
                .and_then(|unit| unit.parent)
                .unwrap_or(committee);
            if above == committee {
                texts.followup_read_by_one(organisation.name(committee))
            } else {
                texts.followup_read_by(organisation.name(above), organisation.name(committee))
            }
        }
        None => String::new(),
    };
    let open = withdraw_possible(cx, &found);
    let worth = if own {
        worth::question(cx, &found)?
    } else {
        html! {}
    };
    let body = html! {
        @if open {
            p.block { (texts.followup_withdraw_hint(date_short(texts.language, found.round.closes_on))) }
        }
        (worth)
    };
    let actions = html! {
        (button_link(Button::Primary, "/", texts.web_to_start()))
        (button_link(Button::Secondary, &format!("{}/las", url(account.id)), texts.followup_read_account()))
        (button_link(Button::Secondary, &format!("{}/mote", url(account.id)), texts.together_meeting_link()))
        @if open {
            form method="post" action={ (url(account.id)) "/angra" } {
                input type="hidden" name="version" value=(account.version);
                (button(Button::Careful, texts.followup_withdraw(), None))
            }
        }
    };
    let title = texts.followup_thanks();
    let sentence = format!("{} {readers}", texts.followup_handed_in(when, &who));
    let page = html! { div.wrap.page { (sheet(title, sentence.trim(), &body, &actions)) } };
    Ok(cx.page(title, Nav::FollowUp, &page))
}

/// Whether the visitor may take the account back now.
pub(super) fn withdraw_possible(cx: &Cx<'_, '_>, found: &Found) -> bool {
    found.reach.submit && take_back(found.account.state, &found.round, cx.today()).is_ok()
}
