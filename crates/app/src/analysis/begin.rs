//! Beginning an analysis: of a measure, a goal, a deviation, an account, the steering model, or something
//! in words.

use domain::access::Action;
use domain::analysis::{AnalysisState, Circle, LONGEST_SUBJECT, Method, SubjectKind};
use domain::comments::clean_text;
use domain::ids::{AnalysisId, ElementId, FollowUpId, OrgUnitId, PartId};
use domain::periods::Period;
use domain::steering::Role;

use super::begin_form::{Begin, Typed};
use super::store::{self, Analysis, Participant};
use super::{methods, step_url};
use crate::choosing;
use crate::cx::Cx;
use crate::followup;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Years that an analysis may be about, from today.
const YEARS_BACK: i16 = 10;

/// What is to be analysed, as the address or the form tells.
pub(super) struct Chosen {
    pub(super) kind: SubjectKind,
    pub(super) id: Option<[u8; 16]>,
    pub(super) words: String,
    pub(super) org_unit: Option<OrgUnitId>,
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    works_somewhere(cx)?;
    let typed = Typed::fresh(cx, &cx.req.query);
    let chosen = chosen(cx, &typed)?;
    let form = Begin { chosen: &chosen, typed: &typed, problems: &[] };
    Ok(cx.page(&form.title(cx.texts()), Nav::FollowUp, &form.body(cx)))
}

fn works_somewhere(cx: &Cx<'_, '_>) -> Answer<()> {
    let person = cx.person()?;
    let works = person.may_somewhere(Action::Analyse);
    if works && cx.visit.then.is_none() { Ok(()) } else { Err(AppError::Forbidden) }
}

/// The subject, when it exists and the visitor may know of it.
fn chosen(cx: &mut Cx<'_, '_>, typed: &Typed) -> Answer<Chosen> {
    let kind: SubjectKind = typed.kind.parse().ok().or_not_found()?;
    let mut chosen = Chosen {
        kind,
        id: None,
        words: typed.words.clone(),
        org_unit: typed.org_unit.parse().ok(),
    };
    match kind {
        SubjectKind::Measure | SubjectKind::Goal => {
            let id: ElementId = typed.subject.parse().ok().or_not_found()?;
            let structure = cx.structure.clone();
            let element = cx.find_visible(&structure, id)?;
            (kind == SubjectKind::Goal || element.role == Role::Measure)
                .then_some(())
                .or_not_found()?;
            chosen.id = Some(id.bytes());
            chosen.words.clone_from(&element.title);
            chosen.org_unit = chosen.org_unit.or(Some(element.owner));
        }
        SubjectKind::Deviation => {
            let id: PartId = typed.subject.parse().ok().or_not_found()?;
            let place = followup::store::place_of(cx.tx, id)?.or_not_found()?;
            works_at(cx, place.org_unit).or(Err(AppError::NotFound))?;
            chosen.id = Some(id.bytes());
            chosen.words = place.part.title;
            chosen.org_unit = Some(place.org_unit);
        }
        SubjectKind::Report => {
            let id: FollowUpId = typed.subject.parse().ok().or_not_found()?;
            let account = followup::store::account(cx.tx, id)?.or_not_found()?;
            works_at(cx, account.org_unit).or(Err(AppError::NotFound))?;
            let round = followup::store::round(cx.tx, account.round)?.or_not_found()?;
            let unit = cx.structure.organisation.name(account.org_unit).to_owned();
            chosen.id = Some(id.bytes());
            chosen.words = format!("{}, {unit}", round.title);
            chosen.org_unit = Some(account.org_unit);
        }
        SubjectKind::Model => {
            cx.texts().analysis_the_model().clone_into(&mut chosen.words);
        }
        SubjectKind::Feedback | SubjectKind::Survey | SubjectKind::Project | SubjectKind::Other => {
        }
    }
    Ok(chosen)
}

fn works_at(cx: &Cx<'_, '_>, unit: OrgUnitId) -> Answer<()> {
    if cx.can(Action::Analyse, unit) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Keeps a new analysis and leads to its first step.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    works_somewhere(cx)?;
    let id: AnalysisId = cx.client_id();
    if let Some(made) = store::analysis(cx.tx, id)? {
        return Ok(Response::see_other(&super::url(made.id)));
    }
    let typed = Typed::fresh(cx, &cx.req.form);
    let chosen = chosen(cx, &typed)?;
    let searching = choosing::is_searching(cx);
    let read = if searching { Err(Vec::new()) } else { read(cx, &typed, &chosen, id)? };
    let one = match read {
        Ok(one) => one,
        Err(problems) => {
            let form = Begin { chosen: &chosen, typed: &typed, problems: &problems };
            let (title, body) = (form.title(cx.texts()), form.body(cx));
            return Ok(if searching {
                cx.page(&title, Nav::FollowUp, &body)
            } else {
                cx.refused(&title, Nav::FollowUp, &body)
            });
        }
    };
    store::insert(cx.tx, &one)?;
    store::invite(
        cx.tx,
        &one,
        &Participant {
            analysis: one.id,
            person: one.person,
            person_name: one.person_name.clone(),
            invited_by: one.person_name.clone(),
            at: one.created_at,
            version: 1,
        },
    )?;
    let method = methods::method(&one.method).or_not_found()?;
    let first = method.numbers(one.is_quick).first().copied().unwrap_or(1);
    Ok(Response::see_other(&step_url(one.id, first)))
}

/// Where, how and for when, as far as the form tells; what is wrong is added to the problems.
fn place_of(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    chosen: &Chosen,
    problems: &mut Vec<Problem>,
) -> (Option<OrgUnitId>, Option<&'static Method>, Option<Period>) {
    let texts = cx.texts();
    let is_link = |link: &str| {
        link.is_empty()
            || (link.starts_with('/') && !link.starts_with("//"))
            || link.starts_with("https://")
    };
    if !is_link(&typed.link) || typed.link.chars().count() > 300 {
        problems.push(Problem::at("lank", texts.analysis_problem_link()));
    }
    let unit: Option<OrgUnitId> = typed.org_unit.parse().ok().or(chosen.org_unit);
    let unit = unit.filter(|unit| {
        let lives = cx.structure.organisation.get(*unit);
        lives.is_some_and(|one| one.is_valid_on(cx.today()))
    });
    if unit.is_none() {
        problems.push(Problem::at("enhet", texts.web_unknown_choice()));
    }
    let method = methods::method(&typed.method);
    if method.is_none() {
        problems.push(Problem::at("metod", texts.web_unknown_choice()));
    }
    let this_year = cx.today().year();
    let period: Option<Period> = typed.period.parse().ok();
    let period =
        period.filter(|one| (this_year - YEARS_BACK..=this_year + 1).contains(&one.year()));
    if period.is_none() {
        problems.push(Problem::at("period", texts.analysis_problem_period()));
    }
    (unit, method, period)
}

/// The analysis that the form tells of, or what is wrong with it.
fn read(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    chosen: &Chosen,
    id: AnalysisId,
) -> Answer<Result<Analysis, Vec<Problem>>> {
    let texts = cx.texts();
    let mut problems = Vec::new();
    let words = clean_text(&chosen.words, LONGEST_SUBJECT);
    if words.is_err() && chosen.kind.is_in_words() {
        let written = chosen.words.chars().count();
        let words = if written == 0 {
            texts.web_required().to_owned()
        } else {
            texts.web_too_long(LONGEST_SUBJECT, written)
        };
        problems.push(Problem::at("amne", words));
    }
    let (unit, method, period) = place_of(cx, typed, chosen, &mut problems);
    let (Some(org_unit), Some(method), Some(period)) = (unit, method, period) else {
        return Ok(Err(problems));
    };
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    works_at(cx, org_unit)?;
    let circle = if typed.conversation { Circle::Conversation } else { Circle::Organisation };
    let longest = |text: &str| text.chars().take(LONGEST_SUBJECT).collect::<String>();
    let person = cx.person()?;
    Ok(Ok(Analysis {
        id,
        method: method.id.clone(),
        is_quick: typed.quick,
        circle,
        kind: chosen.kind,
        subject: chosen.id,
        subject_words: words.unwrap_or_else(|_| longest(&chosen.words)),
        subject_url: typed.link.clone(),
        org_unit,
        period,
        state: AnalysisState::Open,
        conclusion: String::new(),
        certainty: None,
        steps_done: 0,
        person: person.id,
        person_name: person.name.clone(),
        created_at: cx.visit.now,
        changed_at: cx.visit.now,
        concluded_at: None,
        concluded_by: String::new(),
        version: 1,
    }))
}
