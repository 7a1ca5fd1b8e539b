//! Saying that a goal from above does not concern an org unit, and why. Decided with the plan.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Structure};
use domain::ids::{ElementId, ExemptionId, OrgUnitId};
use domain::impact::{Answer, Exemption, answers};
use maud::{Markup, html};

use super::store;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer as Answered, AppError, OrNotFound};
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end, notice,
    page_header,
};

/// Longest reason, in letters.
const LONGEST_REASON: usize = 500;

/// The form with what was typed and what is wrong with it.
struct Form<'a> {
    structure: &'a Structure,
    goal: &'a Arc<Element>,
    org_unit: OrgUnitId,
    id: ExemptionId,
    version: i64,
    reason: String,
    problem: Option<String>,
    theirs: Option<&'a str>,
}

/// Where the plan of an org unit is.
fn plan_url(org_unit: OrgUnitId) -> String {
    format!("/planera?enhet={org_unit}")
}

/// The goal and the org unit of an address or a form, when the one may be asked to answer the other.
fn find<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
    from: &Fields,
) -> Answered<(&'s Arc<Element>, OrgUnitId)> {
    let org_unit: OrgUnitId = from.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let goal = structure.element(from.parsed::<ElementId>("mal").or_not_found()?).or_not_found()?;
    let asked = answers(structure, goal, &[], cx.today()).unwrap_or_default();
    let is_asked = asked.iter().any(|(unit, _)| *unit == org_unit);
    (goal.state == ElementState::Adopted && is_asked).then_some((goal, org_unit)).or_not_found()
}

/// What the org unit has said of the goal.
fn kept(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    goal: ElementId,
) -> Result<Option<Exemption>, AppError> {
    let all = store::exemptions_of(cx.tx, org_unit)?;
    Ok(all.into_iter().find(|one| one.element == goal))
}

/// Shows the form, with what has been said before.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answered {
    let structure = cx.structure.clone();
    let (goal, org_unit) = find(cx, &structure, &cx.req.query)?;
    let kept = kept(cx, org_unit, goal.id)?;
    if kept.as_ref().is_some_and(|kept| kept.state == ElementState::Adopted) {
        return Ok(Response::see_other(&plan_url(org_unit)));
    }
    let form = Form {
        structure: &structure,
        goal,
        org_unit,
        id: kept.as_ref().map_or_else(|| cx.new_id(), |kept| kept.id),
        version: kept.as_ref().map_or(0, |kept| kept.version),
        reason: kept.map(|kept| kept.reason).unwrap_or_default(),
        problem: None,
        theirs: None,
    };
    Ok(cx.page(cx.texts().goals_exempt(), Nav::Plan, &form.body(cx)))
}

/// Keeps what was said as a proposal, or takes it back.
pub(super) fn exempt(cx: &mut Cx<'_, '_>) -> Answered {
    let structure = cx.structure.clone();
    let (goal, org_unit) = find(cx, &structure, &cx.req.form)?;
    let before = kept(cx, org_unit, goal.id)?;
    let version = before.as_ref().map_or(0, |before| before.version);
    let mut form = Form {
        structure: &structure,
        goal,
        org_unit,
        id: before.as_ref().map_or_else(|| cx.client_id(), |before| before.id),
        version,
        reason: cx.req.form.text("skal").to_owned(),
        problem: None,
        theirs: None,
    };
    let takes_back = cx.req.form.text("gor") == "tillbaka";
    form.problem = form.flaw(cx, before.as_ref(), takes_back);
    if form.problem.is_some() {
        return Ok(cx.refused(cx.texts().goals_exempt(), Nav::Plan, &form.body(cx)));
    }
    let state = if takes_back { ElementState::Ended } else { ElementState::Proposed };
    let reason = match &before {
        Some(before) if takes_back => before.reason.clone(),
        _ => form.reason.clone(),
    };
    let same = |before: &Exemption| before.state == state && before.reason == reason;
    if before.as_ref().is_some_and(same) || (before.is_none() && takes_back) {
        return Ok(Response::see_other(&plan_url(org_unit)));
    }
    if cx.req.form.parsed("version").unwrap_or(0) != version {
        form.theirs = before.as_ref().map(|before| before.reason.as_str());
        return Ok(cx.conflicting(cx.texts().goals_exempt(), Nav::Plan, &form.body(cx)));
    }
    let exemption = Exemption {
        id: form.id,
        org_unit,
        element: goal.id,
        reason,
        state,
        decision: None,
        version: version + 1,
    };
    if before.is_some() {
        let action = if takes_back { "withdraw" } else { "exempt" };
        store::change_exemption(cx.tx, action, &exemption)?;
    } else if !store::insert_exemption(cx.tx, &exemption)? {
        return Err(AppError::Stale);
    }
    Ok(Response::see_other(&plan_url(org_unit)))
}

impl Form<'_> {
    /// Why it cannot be kept.
    fn flaw(
        &self,
        cx: &Cx<'_, '_>,
        before: Option<&Exemption>,
        takes_back: bool,
    ) -> Option<String> {
        let texts = cx.texts();
        if before.is_some_and(|before| before.state == ElementState::Adopted) {
            return Some(texts.goals_problem_exempted().to_owned());
        }
        if takes_back {
            return None;
        }
        let answered = answers(self.structure, self.goal, &[], cx.today()).unwrap_or_default();
        let has_goals = |(unit, answer): &(OrgUnitId, Answer<'_>)| {
            *unit == self.org_unit && matches!(answer, Answer::Goals(_))
        };
        if answered.iter().any(has_goals) {
            return Some(texts.goals_problem_answered().to_owned());
        }
        let written = self.reason.trim().chars().count();
        if written == 0 {
            return Some(texts.goals_problem_reason().to_owned());
        }
        (written > LONGEST_REASON).then(|| texts.web_too_long(LONGEST_REASON, written))
    }

    fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.goals_exempt_title(&self.goal.title),
            lead: texts.goals_exempt_lead().to_owned(),
            end: None,
        };
        let summary: Vec<Problem> =
            self.problem.iter().map(|words| Problem::at("skal", words)).collect();
        let end = html! {
            (button(Button::Primary, texts.goals_exempt_save(), None))
            @if self.version > 0 { (button(Button::Secondary, texts.goals_exempt_back(), Some(("gor", "tillbaka")))) }
            (button_link(Button::Secondary, &plan_url(self.org_unit), texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                @if let Some(theirs) = self.theirs {
                    (notice(Tone::Partly, texts.goals_conflict(), &html! { p { (texts.goals_conflict_text()) } p { b { (theirs) } } }))
                }
                form.form method="post" action="/planera/avsta" {
                    input type="hidden" name="id" value=(self.id);
                    input type="hidden" name="version" value=(self.version);
                    input type="hidden" name="enhet" value=(self.org_unit);
                    input type="hidden" name="mal" value=(self.goal.id);
                    (Field::textarea("skal", texts.goals_exempt_reason()).rows(3).hint(texts.goals_exempt_hint()).value(&self.reason).problem(self.problem.as_deref()))
                    (form_end(&end, None))
                }
            }
        }
    }
}
