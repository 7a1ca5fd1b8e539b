//! Concluding an analysis, opening it again with a reason, throwing it away and taking it back.

use domain::analysis::{AnalysisState, StepKind, check_conclusion};
use maud::html;

use super::fields::INHABITANT;
use super::problems::conclusion_problem;
use super::reach::{Found, find_to_lead};
use super::step::page;
use super::store::{self, Analysis, StepRow};
use super::unsaved::unsaved;
use super::url;
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem};

/// Longest reason, in letters.
const LONGEST_REASON: usize = 500;

/// Keeps that something happened to an analysis.
fn become_now(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    state: AnalysisState,
    (event, reason): (&'static str, &str),
) -> Answer {
    let name = cx.person()?.name.clone();
    let concludes = event == "conclude";
    let before = &found.analysis;
    let next = Analysis {
        state,
        concluded_at: if concludes { Some(cx.visit.now) } else { before.concluded_at },
        concluded_by: if concludes { name.clone() } else { before.concluded_by.clone() },
        changed_at: cx.visit.now,
        version: before.version + 1,
        ..before.clone()
    };
    store::raise(cx.tx, &next, event)?;
    store::insert_event(cx.tx, &next, (event, reason, &name))?;
    Ok(Response::see_other(&url(next.id)))
}

/// Whether it stands as the visitor saw it.
fn is_as_seen(cx: &Cx<'_, '_>, found: &Found) -> Answer<()> {
    let seen: Option<i64> = cx.req.form.parsed("version");
    if seen == Some(found.analysis.version) { Ok(()) } else { Err(AppError::Stale) }
}

/// Concludes it, when the conclusion can be carried further as it stands.
pub(super) fn conclude(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    if found.analysis.state == AnalysisState::Concluded {
        return Ok(Response::see_other(&url(found.analysis.id)));
    }
    found.is_open().then_some(()).ok_or(AppError::Stale)?;
    is_as_seen(cx, &found)?;
    let number = found.method.number_of(StepKind::Conclude).or_not_found()?;
    let rows = store::steps_of(cx.tx, found.analysis.id)?;
    let row = rows.get(&number).cloned().unwrap_or(StepRow { number, ..StepRow::default() });
    let of = &found.analysis;
    let missing = check_conclusion(&of.conclusion, of.certainty, row.content.text(INHABITANT));
    if !missing.is_empty() {
        let problems: Vec<Problem> =
            missing.into_iter().map(|one| conclusion_problem(cx, one)).collect();
        let typed = row.content.clone();
        let (title, body) = page(cx, &found, (&row, typed), &problems, None)?;
        return Ok(cx.refused(&title, Nav::FollowUp, &body));
    }
    become_now(cx, &found, AnalysisState::Concluded, ("conclude", ""))
}

/// Shows the form that asks why it is opened again.
pub(super) fn reopen_form(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    if found.analysis.state != AnalysisState::Concluded {
        return Ok(Response::see_other(&url(found.analysis.id)));
    }
    Ok(cx.page(cx.texts().analysis_reopen(), Nav::FollowUp, &reason_form(cx, &found, "", &[])))
}

fn reason_form(cx: &Cx<'_, '_>, found: &Found, typed: &str, problems: &[Problem]) -> maud::Markup {
    let texts = cx.texts();
    let page = FormPage {
        head: PageHead {
            eyebrow: found.analysis.subject_words.clone(),
            title: texts.analysis_reopen().to_owned(),
            lead: texts.analysis_reopen_lead().to_owned(),
            end: None,
        },
        problems,
        action: &format!("{}/oppna", url(found.analysis.id)),
        save: texts.analysis_reopen(),
        cancel: &url(found.analysis.id),
    };
    let fields = html! {
        input type="hidden" name="version" value=(found.analysis.version);
        (Field::textarea("skal", texts.analysis_reason()).rows(3).value(typed).problem(Problem::of(problems, "skal")))
    };
    page.body(texts, &html! {}, &fields)
}

/// Opens it again.
pub(super) fn reopen(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    let texts = cx.texts();
    let typed = cx.req.form.text("skal");
    let written = typed.chars().count();
    if found.analysis.state != AnalysisState::Concluded {
        let written = [(texts.analysis_reason().to_owned(), typed.to_owned())];
        return Ok(unsaved(cx, &found.analysis, &written));
    }
    if is_as_seen(cx, &found).is_err() {
        let problem = Problem::at("skal", texts.analysis_changed_meanwhile());
        let body = reason_form(cx, &found, typed, &[problem]);
        return Ok(cx.conflicting(texts.analysis_reopen(), Nav::FollowUp, &body));
    }
    let problem = match written {
        0 => Some(texts.web_required().to_owned()),
        _ if written > LONGEST_REASON => Some(texts.web_too_long(LONGEST_REASON, written)),
        _ => None,
    };
    if let Some(words) = problem {
        let body = reason_form(cx, &found, typed, &[Problem::at("skal", words)]);
        return Ok(cx.refused(texts.analysis_reopen(), Nav::FollowUp, &body));
    }
    become_now(cx, &found, AnalysisState::Open, ("reopen", typed))
}

/// Throws it away; it can be taken back.
pub(super) fn throw(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    if found.analysis.state == AnalysisState::Thrown {
        return Ok(Response::see_other(&url(found.analysis.id)));
    }
    is_as_seen(cx, &found)?;
    become_now(cx, &found, AnalysisState::Thrown, ("throw", ""))
}

/// Takes it back as it was before it was thrown away.
pub(super) fn take_back(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    if found.analysis.state != AnalysisState::Thrown {
        return Ok(Response::see_other(&url(found.analysis.id)));
    }
    let events = store::events_of(cx.tx, found.analysis.id)?;
    let before = events.iter().find(|one| matches!(one.event.as_str(), "conclude" | "reopen"));
    let was_concluded = before.is_some_and(|one| one.event == "conclude");
    let state = if was_concluded { AnalysisState::Concluded } else { AnalysisState::Open };
    become_now(cx, &found, state, ("take_back", ""))
}
