//! Recording that a body accepts a deviation.

use domain::acceptance::{Acceptance, AcceptanceProblem, check};
use domain::elements::{Element, ElementState};
use domain::ids::{AcceptanceId, DecisionId, ElementId, OrgUnitId};
use domain::steering::Role;
use jiff::civil::Date;

use super::accept_form::{Page, Typed, bodies};
use super::{may_accept, store};
use crate::cx::Cx;
use crate::decisions::{self, Decision};
use crate::elements;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Longest paragraph and register number.
const LONGEST: usize = 60;

/// What is to be accepted: an element that holds, and whose deviation it is.
struct Subject<'s> {
    element: &'s Element,
    org_unit: OrgUnitId,
}

fn subject<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s domain::elements::Structure,
    asked: &str,
) -> Answer<Subject<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let is_told = matches!(element.role, Role::Goal | Role::Measure | Role::Direction);
    (is_told && element.state == ElementState::Adopted).then_some(()).or_not_found()?;
    let org_unit = match asked {
        "" => element.owner,
        asked => asked.parse().ok().or_not_found()?,
    };
    structure.organisation.get(org_unit).or_not_found()?;
    // A goal's deviation is its owner's; a measure's that of whoever reports it.
    (element.role == Role::Measure || org_unit == element.owner).then_some(()).or_not_found()?;
    if !may_accept(cx, org_unit) {
        return Err(AppError::Forbidden);
    }
    Ok(Subject { element, org_unit })
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let Subject { element, org_unit } = subject(cx, &structure, cx.req.query.text("enhet"))?;
    let typed = Typed {
        id: cx.new_id::<AcceptanceId>().to_string(),
        decision: cx.new_id::<DecisionId>().to_string(),
        day: cx.today().to_string(),
        ..Typed::default()
    };
    let page = Page { element, org_unit, typed: &typed, problems: &[] };
    Ok(cx.page(cx.texts().acceptance_accept(), Nav::FollowUp, &page.body(cx)))
}

/// Keeps it with its decision.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let Subject { element, org_unit } = subject(cx, &structure, cx.req.form.text("enhet"))?;
    let back = Response::see_other(&format!("{}#accepterad", elements::url(element)));
    let id: AcceptanceId = cx.client_id();
    // The same form sent twice accepts once.
    if store::acceptance(cx.tx, id)?.is_some() {
        return Ok(back);
    }
    let typed = Typed::sent(&cx.req.form);
    let earlier = store::accepted_at(cx.tx, element.id, org_unit)?;
    let earlier: Vec<Acceptance> = earlier.into_iter().map(|(one, _)| one).collect();
    let (decision, until) = match read(cx, &typed, org_unit, &earlier) {
        Ok(read) => read,
        Err(problems) => {
            let page = Page { element, org_unit, typed: &typed, problems: &problems };
            return Ok(cx.refused(cx.texts().acceptance_accept(), Nav::FollowUp, &page.body(cx)));
        }
    };
    let kept = Acceptance {
        id,
        element: element.id,
        org_unit,
        reason: typed.reason.trim().to_owned(),
        decision: decision.id,
        until,
        ended_on: None,
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
        version: 1,
    };
    decisions::store::insert_decision(cx.tx, &decision)?;
    store::insert(cx.tx, &kept)?;
    Ok(back)
}

/// The decision and the last day that the fields tell of, or everything that is wrong with them.
fn read(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    org_unit: OrgUnitId,
    earlier: &[Acceptance],
) -> Result<(Decision, Date), Vec<(&'static str, String)>> {
    let (texts, today) = (cx.texts(), cx.today());
    let mut problems: Vec<(&'static str, String)> = Vec::new();
    let body: Option<OrgUnitId> =
        typed.body.parse().ok().filter(|body| bodies(cx, org_unit).contains(body));
    if body.is_none() {
        problems.push(("organ", texts.web_unknown_choice().to_owned()));
    }
    let (decided_on, until) = (typed.day.parse::<Date>().ok(), typed.until.parse::<Date>().ok());
    for (field, day) in [("dag", decided_on), ("till", until)] {
        if day.is_none() {
            problems.push((field, texts.web_bad_date().to_owned()));
        }
    }
    for (field, text) in [("paragraf", &typed.paragraph), ("dnr", &typed.reference)] {
        let written = text.chars().count();
        if written > LONGEST {
            problems.push((field, texts.web_too_long(LONGEST, written)));
        }
    }
    if typed.paragraph.is_empty() && typed.reference.is_empty() {
        problems.push(("paragraf", texts.acceptance_problem_reference().to_owned()));
    }
    // Days that are none are told of already.
    let said = (typed.reason.as_str(), decided_on.unwrap_or(today), until.unwrap_or(today));
    if let Err(found) = check(said, earlier, today) {
        problems.extend(found.iter().map(|one| words(texts, one)));
    }
    match (body, decided_on, until) {
        (Some(body), Some(decided_on), Some(until)) if problems.is_empty() => {
            let decision = Decision {
                id: typed.decision.parse().unwrap_or_else(|_| cx.new_id()),
                body,
                decided_on,
                paragraph: typed.paragraph.clone(),
                reference: typed.reference.clone(),
                version: 1,
            };
            Ok((decision, until))
        }
        _ => Err(problems),
    }
}

/// A problem at its field.
fn words(texts: Texts, problem: &AcceptanceProblem) -> (&'static str, String) {
    use AcceptanceProblem as P;
    match problem {
        P::NoReason => ("skal", texts.web_required().to_owned()),
        P::LongReason { written } => {
            ("skal", texts.web_too_long(domain::acceptance::LONGEST_REASON, *written))
        }
        P::DecidedAhead => ("dag", texts.acceptance_problem_ahead().to_owned()),
        P::Past => ("till", texts.acceptance_problem_past().to_owned()),
        P::TooLong { latest } => {
            ("till", texts.acceptance_problem_long(date(texts.language, *latest)))
        }
        P::Already { until } => {
            ("", texts.acceptance_problem_already(date(texts.language, *until)))
        }
        P::NoLongerHolds => ("", texts.acceptance_problem_ended().to_owned()),
    }
}
