//! Saying which the greatest challenges are, and what answers to each.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::challenges::{
    Challenge, ChallengeProblem, LONGEST_TITLE, LONGEST_WHY, MOST_ELEMENTS, check,
};
use domain::elements::Structure;
use domain::ids::{ChallengeId, ElementId, OrgUnitId};

use super::form::{Form, Typed, may_answer_to};
use super::{URL, edit_url, may_write, store};
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

fn allowed(cx: &Cx<'_, '_>) -> Result<(), AppError> {
    if may_write(cx) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Shows an empty form.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    allowed(cx)?;
    let typed = Typed { id: cx.new_id::<ChallengeId>().to_string(), ..Typed::default() };
    let form = Form { action: URL.to_owned(), typed: &typed, problems: &[], theirs: None };
    Ok(cx.page(cx.texts().challenges_new(), Nav::FollowUp, &form.body(cx)))
}

fn find(cx: &mut Cx<'_, '_>) -> Answer<(Challenge, Vec<ElementId>)> {
    allowed(cx)?;
    let id: ChallengeId = cx.req.param("id").or_not_found()?;
    let one = store::challenge(cx.tx, id)?.or_not_found()?;
    let chosen = store::elements(cx.tx)?.remove(&id).unwrap_or_default();
    Ok((one, chosen))
}

/// Shows the form of a challenge.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let (one, chosen) = find(cx)?;
    let typed = Typed {
        id: one.id.to_string(),
        version: one.version,
        is_ended: one.ended_on.is_some(),
        title: one.title,
        why: one.why,
        org_unit: one.org_unit.to_string(),
        elements: chosen,
        more: String::new(),
    };
    let form = Form { action: edit_url(one.id), typed: &typed, problems: &[], theirs: None };
    Ok(cx.page(cx.texts().challenges_change(), Nav::FollowUp, &form.body(cx)))
}

fn explain(texts: Texts, problem: ChallengeProblem) -> Problem {
    use ChallengeProblem as P;
    match problem {
        P::NoTitle => Problem::at("titel", texts.web_required()),
        P::LongTitle { written } => {
            Problem::at("titel", texts.web_too_long(LONGEST_TITLE, written))
        }
        P::LongWhy { written } => Problem::at("varfor", texts.web_too_long(LONGEST_WHY, written)),
    }
}

/// Who answers and what answers to it, with what is wrong added to the problems.
fn read(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    typed: &Typed,
    problems: &mut Vec<Problem>,
) -> (Option<OrgUnitId>, Vec<ElementId>) {
    let texts = cx.texts();
    let unit: Option<OrgUnitId> = typed.org_unit.parse().ok();
    let unit = unit.filter(|unit| cx.can(Action::Plan, *unit));
    if unit.is_none() {
        problems.push(Problem::at("agare", texts.web_unknown_choice()));
    }
    let more: Option<ElementId> = typed.more.parse().ok();
    if more.is_none() && !typed.more.is_empty() {
        problems.push(Problem::at("mer", texts.web_unknown_choice()));
    }
    let mut seen = BTreeSet::new();
    let all = typed.elements.iter().copied().chain(more);
    let all: Vec<ElementId> = all.filter(|id| seen.insert(*id)).collect();
    let answers = |id: &ElementId| {
        structure.element(*id).is_some_and(|one| cx.may_see(one) && may_answer_to(one.role))
    };
    if !all.iter().all(answers) {
        problems.push(Problem::at("mer", texts.web_unknown_choice()));
    } else if all.len() > MOST_ELEMENTS {
        let most = i64::try_from(MOST_ELEMENTS).unwrap_or(0);
        problems.push(Problem::at("mer", texts.challenges_too_many(most)));
    }
    (unit, all)
}

/// Keeps a new challenge.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    allowed(cx)?;
    keep(cx, None)
}

/// Keeps a changed challenge.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let (known, _) = find(cx)?;
    keep(cx, Some(known))
}

fn keep(cx: &mut Cx<'_, '_>, known: Option<Challenge>) -> Answer {
    let structure = cx.structure.clone();
    let (texts, mut typed) = (cx.texts(), Typed::sent(&cx.req.form));
    let action = known.as_ref().map_or_else(|| URL.to_owned(), |one| edit_url(one.id));
    let title = known.as_ref().map_or(texts.challenges_new(), |_| texts.challenges_change());
    if is_searching(cx) {
        let form = Form { action, typed: &typed, problems: &[], theirs: None };
        return Ok(cx.page(title, Nav::FollowUp, &form.body(cx)));
    }
    let found = check(&typed.title, &typed.why).err().unwrap_or_default();
    let mut problems: Vec<Problem> = found.iter().map(|one| explain(texts, *one)).collect();
    let (unit, elements) = read(cx, &structure, &typed, &mut problems);
    let id: ChallengeId = known.as_ref().map_or_else(|| cx.client_id(), |one| one.id);
    if known.is_none() && store::challenge(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(URL));
    }
    let version = known.as_ref().map_or(0, |one| one.version);
    let is_stale = typed.version != version;
    if is_stale {
        problems.push(Problem::at("titel", texts.actions_said_meanwhile()));
    }
    let (Some(org_unit), true) = (unit, problems.is_empty()) else {
        typed.version = version;
        let theirs = known.as_ref().filter(|_| is_stale);
        let form = Form { action, typed: &typed, problems: &problems, theirs };
        let body = form.body(cx);
        return Ok(if is_stale {
            cx.conflicting(title, Nav::FollowUp, &body)
        } else {
            cx.refused(title, Nav::FollowUp, &body)
        });
    };
    let before = known.and_then(|one| one.ended_on);
    let one = Challenge {
        id,
        title: typed.title.trim().to_owned(),
        why: typed.why.trim().to_owned(),
        org_unit,
        ended_on: typed.is_ended.then(|| before.unwrap_or(cx.today())),
        version: version + 1,
    };
    store::keep(cx.tx, &one, &elements)?;
    Ok(Response::see_other(&format!("{URL}#utmaning-{id}")))
}
