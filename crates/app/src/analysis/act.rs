//! What is done about it: actions proposed from an analysis, which are activities in draft like all others,
//! and how far they have come.

use domain::actions::Origin;
use domain::analysis::{Circle, StepKind};
use domain::elements::{ElementState, Structure};
use maud::{Markup, html};

use super::reach::{Found, find_to_lead};
use super::step_page::StepPage;
use super::store::Analysis;
use super::subject::subject;
use super::unsaved::unsaved;
use super::{step_url, url};
use crate::actions::{self, Place, TypedAction};
use crate::activities::progress_status;
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column, PageHead, Problem, Row, Table, Tone, button, button_link, empty_state,
    error_summary, form_end, page_header, section, tag,
};

/// An action that came from an analysis.
pub(super) struct Proposed {
    facts: domain::actions::ActionFacts,
    progress: domain::fulfilment::Progress,
}

/// The actions that came from an analysis.
pub(super) fn proposed(cx: &mut Cx<'_, '_>, of: &Analysis) -> Result<Vec<Proposed>, AppError> {
    let all = actions::store::of_origin(cx.tx, Origin::Analysis(of.id))?;
    let ids = all.iter().map(|one| one.element);
    let progress = crate::activities::store::progress_of(cx.tx, ids)?;
    let with = |facts: domain::actions::ActionFacts| {
        let known = progress.get(&facts.element).copied();
        let progress = known.unwrap_or(domain::fulfilment::Progress::NotStarted);
        Proposed { facts, progress }
    };
    Ok(all.into_iter().map(with).collect())
}

/// The actions of an analysis, with the way to propose one more.
pub(super) fn section_of(page: &StepPage<'_, '_, '_>) -> Markup {
    let texts = page.texts();
    let of = &page.found.analysis;
    let may = page.found.writes && page.found.leads && of.circle == Circle::Organisation;
    let body = html! {
        (list(page))
        @if may && page.step.kind == StepKind::Act {
            p.row.no-print { (button_link(Button::Secondary, &format!("{}/atgard", url(of.id)), texts.analysis_propose())) }
        }
        @if of.circle == Circle::Conversation { p.soft { (texts.analysis_no_actions_here()) } }
    };
    section("atgarder", texts.analysis_actions(), "", &body)
}

fn list(page: &StepPage<'_, '_, '_>) -> Markup {
    let texts = page.texts();
    let rows: Vec<Row> =
        page.parts.proposed.iter().filter_map(|one| row(page, page.structure, one)).collect();
    if rows.is_empty() {
        return empty_state(texts.analysis_no_actions(), texts.analysis_no_actions_text(), None);
    }
    let columns = vec![
        Column::text(texts.analysis_action()),
        Column::text(texts.analysis_state()),
        Column::text(texts.analysis_asked_on()),
    ];
    html! { (Table::new("atgarder-tabell", texts.analysis_actions(), columns, rows).hide_caption()) }
}

/// One action, when the visitor may know of it.
fn row(page: &StepPage<'_, '_, '_>, structure: &Structure, one: &Proposed) -> Option<Row> {
    let texts = page.texts();
    let element = structure.element(one.facts.element).filter(|one| page.cx.may_see(one))?;
    if element.state == ElementState::Discarded {
        return None;
    }
    let state = if element.is_undecided() {
        tag(Tone::Event, texts.analysis_undecided_action())
    } else {
        progress_status(texts, structure, element, one.progress)
    };
    let asked = one.facts.ask_on.map(|day| date(texts.language, day)).unwrap_or_default();
    Some(Row::new(vec![
        html! {
            a href=(elements::url(element)) { (element.title) }
            @if !one.facts.expected.is_empty() { br; span.fine { (one.facts.expected) } }
        },
        state,
        html! { @if asked.is_empty() { (asked) } @else { a href=(actions::effect_url(element)) { (asked) } } },
    ]))
}

/// The analysis of the address, for who may propose actions from it.
fn find(cx: &mut Cx<'_, '_>) -> Answer<(Found, usize)> {
    let found = find_to_lead(cx)?;
    (found.analysis.circle == Circle::Organisation).then_some(()).ok_or(AppError::Forbidden)?;
    let number = found.method.number_of(StepKind::Act).or_not_found()?;
    Ok((found, number))
}

fn place<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    of: &Analysis,
) -> Result<Place<'s>, AppError> {
    let about = subject(cx, of)?.elements.first().copied();
    Place::of(cx, structure, (of.org_unit, Some(Origin::Analysis(of.id))), about)
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, number) = find(cx)?;
    if !found.is_open() {
        return Ok(Response::see_other(&url(found.analysis.id)));
    }
    let structure = cx.structure.clone();
    let place = place(cx, &structure, &found.analysis)?;
    let typed = TypedAction::blank(cx, &place)?;
    let body = body(cx, (&found, number), &place, &typed, &[]);
    Ok(cx.page(cx.texts().analysis_propose(), Nav::FollowUp, &body))
}

/// Keeps the action.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, number) = find(cx)?;
    let structure = cx.structure.clone();
    let place = place(cx, &structure, &found.analysis)?;
    let mut typed = TypedAction::sent(&cx.req.form);
    if !found.is_open() {
        return Ok(unsaved(cx, &found.analysis, &typed.told(cx.texts(), &place)));
    }
    match actions::propose(cx, &place, &typed)? {
        Ok(_) => {
            let back = format!("{}#atgarder", step_url(found.analysis.id, number));
            Ok(Response::see_other(&back))
        }
        Err(problems) => {
            typed.renew_id(cx);
            let body = body(cx, (&found, number), &place, &typed, &problems);
            Ok(cx.refused(cx.texts().analysis_propose(), Nav::FollowUp, &body))
        }
    }
}

fn body(
    cx: &Cx<'_, '_>,
    (found, number): (&Found, usize),
    place: &Place<'_>,
    typed: &TypedAction,
    problems: &[Problem],
) -> Markup {
    let texts = cx.texts();
    let back = step_url(found.analysis.id, number);
    let head = PageHead {
        eyebrow: found.analysis.subject_words.clone(),
        title: texts.analysis_propose().to_owned(),
        lead: texts.analysis_propose_lead().to_owned(),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.analysis_propose(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            @if place.has_goals() {
                form.form method="post" action={(url(found.analysis.id)) "/atgard"} {
                    (typed.fields(texts, place, cx.today(), problems))
                    (form_end(&buttons, None))
                }
            } @else {
                (empty_state(texts.analysis_no_goals(), texts.analysis_no_goals_text(), None))
            }
        }
    }
}
