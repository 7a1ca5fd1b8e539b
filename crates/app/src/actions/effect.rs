//! Asking whether an action had effect, and keeping the answers.

use domain::access::Action;
use domain::actions::{
    ActionFacts, Answer, AnswerProblem, Effect, LONGEST_LEARNED, LONGEST_WHY, Showing, WhyProblem,
    check_answer,
};
use domain::elements::{Element, Structure};
use domain::ids::{EffectId, ElementId};
use domain::steering::Role;
use jiff::civil::Date;
use maud::html;

use super::chain::Chain;
use super::compared::Compared;
use super::effect_page::{Page, Typed};
use super::known::has_been;
use super::{effect_url, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::web::error::{Answer as Handled, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Whether the visitor may answer: who is responsible, and those who report or plan where it belongs.
pub(super) fn may_answer(cx: &Cx<'_, '_>, element: &Element) -> bool {
    let own = cx.visit.person.as_ref().is_some_and(|person| element.responsible == Some(person.id));
    let reports = cx.can(Action::RecordOutcome, element.owner);
    let is_today = cx.visit.then.is_none();
    has_been(element) && is_today && (own || reports || cx.can(Action::Plan, element.owner))
}

fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Handled<(&'s Element, ActionFacts)> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    (element.role == Role::Activity).then_some(()).or_not_found()?;
    let facts = store::of_element_or_before(cx.tx, id)?.or_not_found()?;
    Ok((element.as_ref(), facts))
}

/// Shows what is known, the question, and the answers until now.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Handled {
    let structure = cx.structure.clone();
    let (element, facts) = find(cx, &structure)?;
    let effects = store::effects_of(cx.tx, facts.element)?;
    let typed = Typed::blank(cx, &effects);
    let page = page(cx, &structure, (element, facts), effects, typed)?;
    Ok(cx.page(page.title(), Nav::FollowUp, &page.body(cx, &[], None)))
}

fn page<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    (element, facts): (&'s Element, ActionFacts),
    effects: Vec<Effect>,
    typed: Typed,
) -> Result<Page<'s>, AppError> {
    let of = facts.element;
    let compared = Compared::read(cx, structure, element, &facts)?;
    let (showing, wanted) = (showing(cx, element, &facts)?, facts.wanted);
    let costs = super::cost_shown::section_of_action(cx, element)?;
    let chain = Chain::read(cx, element, facts)?.body(cx, false);
    let answers = may_answer(cx, element);
    let earlier = store::wordings(cx.tx, element.id)?;
    let earlier = earlier.into_iter().skip_while(|one| *one != of).filter(|one| *one != of);
    let earlier = store::effects_of_wordings(cx.tx, earlier)?;
    Ok(Page {
        texts: cx.texts(),
        element,
        compared,
        showing,
        wanted,
        chain,
        effects,
        earlier,
        typed,
        answers,
        costs,
    })
}

/// What the figures say as everybody may see them: what is kept with an answer is told to all, and so it
/// tells nothing of values that are hidden from some.
fn showing(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    facts: &ActionFacts,
) -> Result<Showing, AppError> {
    cx.as_everybody(|cx| {
        let structure = cx.structure.clone();
        let compared = Compared::read(cx, &structure, element, facts)?;
        Ok(compared.map_or(Showing::Silent, |compared| compared.showing(facts.wanted)))
    })
}

/// Keeps an answer beside those before it.
pub(super) fn answer(cx: &mut Cx<'_, '_>) -> Handled {
    let structure = cx.structure.clone();
    let (element, facts) = find(cx, &structure)?;
    if !may_answer(cx, element) {
        return Err(AppError::Forbidden);
    }
    let id: EffectId = cx.client_id();
    let back = Response::see_other(&format!("{}#svaren", effect_url(element)));
    // The same form sent twice answers once.
    if store::is_answered_by(cx.tx, id)? {
        return Ok(back);
    }
    let effects = store::effects_of(cx.tx, facts.element)?;
    let latest = effects.first().map_or(0, |one| one.place);
    let mut typed = Typed::sent(&cx.req.form);
    let showing = showing(cx, element, &facts)?;
    let read = read(cx, &typed, showing);
    let is_stale = typed.place.parse() != Ok(latest);
    match read {
        Ok((answer, ask_on, why)) if !is_stale => {
            let person = cx.person()?;
            let effect = Effect {
                id,
                element: facts.element,
                place: latest + 1,
                answer,
                learned: typed.learned.trim().to_owned(),
                figures: Some(showing),
                why,
                ask_on,
                person: person.id,
                person_name: person.name.clone(),
                at: cx.visit.now,
            };
            store::insert_effect(cx.tx, &effect)?;
            Ok(back)
        }
        read => {
            typed.place = latest.to_string();
            if typed.id.parse::<EffectId>().is_err() {
                typed.id = cx.new_id::<EffectId>().to_string();
            }
            let page = page(cx, &structure, (element, facts), effects, typed)?;
            if is_stale && read.is_ok() {
                let theirs = html! { p { (cx.texts().actions_answered_meanwhile()) } };
                let body = page.body(cx, &[], Some(&theirs));
                return Ok(cx.conflicting(page.title(), Nav::FollowUp, &body));
            }
            let problems = read.err().unwrap_or_default();
            let body = page.body(cx, &problems, None);
            Ok(cx.refused(page.title(), Nav::FollowUp, &body))
        }
    }
}

/// The answer, when it is asked again and why it goes against the figures.
type Read = (Answer, Option<Date>, String);

/// What was answered, or everything that is wrong.
fn read(cx: &Cx<'_, '_>, typed: &Typed, showing: Showing) -> Result<Read, Vec<Problem>> {
    let texts = cx.texts();
    let Ok(answer) = typed.answer.parse::<Answer>() else {
        return Err(vec![Problem::at("svar", texts.actions_choose_answer())]);
    };
    let day: Option<Date> = typed.ask_on.parse().ok();
    if answer == Answer::TooEarly && day.is_none() && !typed.ask_on.is_empty() {
        return Err(vec![Problem::at("nydag", texts.web_bad_date())]);
    }
    let day = day.filter(|_| answer == Answer::TooEarly);
    let found = check_answer(answer, typed.learned.trim(), day, cx.today());
    let mut problems: Vec<Problem> =
        found.err().unwrap_or_default().iter().map(|one| explain(texts, *one)).collect();
    let why = showing.reason(answer, &typed.why);
    problems.extend(why.err().map(|one| match one {
        WhyProblem::Missing => Problem::at("varfor", texts.actions_needs_why()),
        WhyProblem::Long { written } => {
            Problem::at("varfor", texts.web_too_long(LONGEST_WHY, written))
        }
    }));
    match why {
        Ok(why) if problems.is_empty() => Ok((answer, day, why.to_owned())),
        _ => Err(problems),
    }
}

fn explain(texts: Texts, problem: AnswerProblem) -> Problem {
    use AnswerProblem as P;
    match problem {
        P::LongLearned { written } => {
            Problem::at("lardom", texts.web_too_long(LONGEST_LEARNED, written))
        }
        P::NoNewDay => Problem::at("nydag", texts.actions_needs_new_day()),
        P::PastDay => Problem::at("nydag", texts.actions_past_new_day()),
        P::TooLate { latest } => {
            Problem::at("nydag", texts.actions_asked_too_late(date(texts.language, latest)))
        }
    }
}
