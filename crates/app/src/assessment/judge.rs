//! Judging outside a round: at the visitor's own stage, beside what other stages have said.

use domain::assessment::{Answers, Extent, Grade, is_reason_needed};
use domain::elements::{Element, ElementState, Structure};
use domain::followup::LONGEST_TEXT;
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{AssessmentId, ElementId};
use domain::periods::Period;
use domain::steering::RuleMethod;

use super::grounds::{Grounds, grounds_of, is_judged, values_behind};
use super::judge_form::Form;
use super::reach::{account_of, others_judgement, periods, stages_for, usual, values_speak_of};
use super::store::{self, Assessment, AssessmentKind, keep_answers, keep_assessment};
use super::words::{Offered, offered_on};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::Problem;

/// What is typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) stage: Option<Stage>,
    pub(super) period: Option<Period>,
    pub(super) level: Option<Offered>,
    pub(super) answers: Answers,
    pub(super) reason: String,
}

impl Typed {
    fn sent(form: &Fields, levels: &[Offered]) -> Self {
        let chosen = form.text("bedomning");
        Self {
            stage: form.parsed("steg"),
            period: form.parsed("period"),
            level: levels.iter().find(|one| one.value == chosen).cloned(),
            answers: Answers {
                coverage: form.parsed::<Extent>("tackning"),
                fulfilment: form.parsed::<Fulfilment>("uppfyllelse").and_then(Grade::of),
            },
            reason: form.text("skal").trim().to_owned(),
        }
    }
}

/// Outcome unless the address or the form asks for the forecast.
fn kind_of(fields: &Fields) -> AssessmentKind {
    match fields.text("slag") {
        "prognos" => AssessmentKind::Forecast,
        _ => AssessmentKind::Outcome,
    }
}

/// The element of the address, when it may be judged at all.
fn find<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
) -> Answer<(&'s std::sync::Arc<Element>, Vec<Stage>)> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let judged = is_judged(structure, element) && element.state == ElementState::Adopted;
    judged.then_some(()).or_not_found()?;
    let stages = stages_for(cx, element)?;
    if stages.is_empty() { Err(AppError::Forbidden) } else { Ok((element, stages)) }
}

/// What the rule proposes of the kind at hand.
fn read<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    element: &Element,
    kind: AssessmentKind,
) -> Answer<Grounds<'s>> {
    let measures = values_behind(cx, structure, element)?;
    Ok(grounds_of(cx, structure, element, &measures)?.of(kind))
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, stages) = find(cx, &structure)?;
    let kind = kind_of(&cx.req.query);
    let grounds = read(cx, &structure, element, kind)?;
    let newest = store::of_element(cx.tx, element.id)?;
    let periods = periods(cx);
    let last = newest.iter().max_by_key(|one| one.at).map(|one| one.period);
    let typed = Typed {
        stage: stages.first().copied(),
        period: usual(&periods, last),
        answers: grounds.answers,
        ..Typed::default()
    };
    let form = Form {
        structure: &structure,
        element,
        stages,
        periods,
        grounds,
        typed,
        problems: Vec::new(),
        theirs: None,
        account: None,
    };
    Ok(cx.page(&form.title(cx), Nav::Thread, &form.body(cx)))
}

/// Keeps the judgement beside those of other stages.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, stages) = find(cx, &structure)?;
    let kind = kind_of(&cx.req.form);
    let mut grounds = read(cx, &structure, element, kind)?;
    let levels = offered_on(cx.texts(), grounds.scale);
    let typed = Typed::sent(&cx.req.form, &levels);
    let asks = asks_two_questions(&grounds);
    if asks {
        grounds = grounds.answered(typed.answers);
    }
    let periods = periods(cx);
    let account = account_of(cx, element, kind, (typed.stage, typed.period))?;
    let mut form = Form {
        structure: &structure,
        element,
        stages,
        periods,
        grounds,
        typed,
        problems: Vec::new(),
        theirs: None,
        account,
    };
    form.problems = form.problems_of(cx, asks);
    let (Some(stage), Some(period), Some(level), true) =
        (form.typed.stage, form.typed.period, form.typed.level.clone(), form.problems.is_empty())
    else {
        return Ok(cx.refused(&form.title(cx), Nav::Thread, &form.body(cx)));
    };
    let person = cx.person()?;
    if let Some(theirs) = others_judgement(cx, element, (stage, kind, period))? {
        form.theirs = Some(theirs);
        return Ok(cx.conflicting(&form.title(cx), Nav::Thread, &form.body(cx)));
    }
    if asks {
        let at = (element.id, element.owner);
        keep_answers(cx.tx, at, (period, stage), form.typed.answers, cx.visit.now)?;
    }
    let assessment = Assessment {
        id: cx.new_id::<AssessmentId>(),
        element: element.id,
        org_unit: element.owner,
        period,
        kind,
        stage,
        level: level.means,
        scale_level: level.scale_level,
        proposed: form.proposed(cx),
        reason: form.typed.reason.clone(),
        person: Some(person.id),
        person_name: person.name.clone(),
        at: cx.visit.now,
        version: 1,
    };
    keep_assessment(cx.tx, &assessment)?;
    Ok(Response::see_other(&format!("/mal/{}#bedomning", element.id)))
}

/// Whether the rule asks how much is covered and how well that is fulfilled.
pub(super) fn asks_two_questions(grounds: &Grounds<'_>) -> bool {
    grounds.rule.is_some_and(|rule| rule.method == RuleMethod::CoverageXFulfilment)
}

impl Form<'_> {
    /// What the rule proposes for the period that is judged; nothing for one so long ago that the
    /// latest values say nothing of it.
    fn proposed(&self, cx: &Cx<'_, '_>) -> Option<Fulfilment> {
        let is_told = asks_two_questions(&self.grounds);
        let speaks = self.typed.period.is_none_or(|period| values_speak_of(period, cx.today()));
        let proposed = self.grounds.proposed.as_ref().ok().map(|one| one.level);
        proposed.filter(|_| is_told || speaks)
    }

    /// What stops it from being kept.
    fn problems_of(&self, cx: &Cx<'_, '_>, asks: bool) -> Vec<Problem> {
        let texts = cx.texts();
        let typed = &self.typed;
        let mut problems = Vec::new();
        if typed.stage.is_none_or(|stage| !self.stages.contains(&stage)) {
            problems.push(Problem::at("steg", texts.web_unknown_choice()));
        }
        if typed.period.is_none_or(|period| !self.periods.contains(&period)) {
            problems.push(Problem::at("period", texts.web_unknown_choice()));
        } else if self.account.is_some() {
            problems.push(Problem::at("period", texts.assessment_in_account()));
        }
        if asks && typed.answers.coverage.is_none() {
            problems.push(Problem::at("tackning", texts.web_required()));
        }
        if asks && typed.answers.fulfilment.is_none() {
            problems.push(Problem::at("uppfyllelse", texts.web_required()));
        }
        let Some(level) = typed.level.as_ref().map(|one| one.means) else {
            problems.push(Problem::at("bedomning", texts.web_required()));
            return problems;
        };
        let proposed = self.proposed(cx);
        let written = typed.reason.chars().count();
        if written == 0 && proposed.is_some_and(|proposed| proposed != level) {
            problems.push(Problem::at("skal", texts.assessment_reason_differs()));
        } else if written == 0 && is_reason_needed(self.grounds.rule, proposed, level) {
            problems.push(Problem::at("skal", texts.assessment_reason_required()));
        } else if written > LONGEST_TEXT {
            problems.push(Problem::at("skal", texts.web_too_long(LONGEST_TEXT, written)));
        }
        problems
    }
}
