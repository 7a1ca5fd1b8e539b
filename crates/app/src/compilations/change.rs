//! Writing what a body says of its own and beside its quotes, settling it, and opening it again.

use domain::access::Action;
use domain::followup::{CompilationState, LONGEST_COMPILATION};

use super::find::{Found, begun, find_to_write};
use super::shown::{Typed, conflicting, refused};
use super::store::{Compilation, update_compilation};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// How much of a text must go, if anything.
pub(super) fn too_long(cx: &Cx<'_, '_>, text: &str, most: usize) -> Option<String> {
    let over = text.chars().count().saturating_sub(most);
    (over > 0).then(|| cx.texts().followup_too_long(i64::try_from(over).unwrap_or(i64::MAX)))
}

/// Whether the page showed the compilation as it is now.
fn is_fresh(cx: &Cx<'_, '_>, found: &Found) -> bool {
    cx.req.form.parsed::<i64>("version") == Some(found.compilation.version)
}

/// Keeps what is written; what somebody else wrote meanwhile is shown beside it.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let typed = Typed { text: cx.req.form.text("text").to_owned(), beside: None };
    let changed = typed.text != found.compilation.text;
    if !found.is_open() || (changed && !is_fresh(cx, &found) && cx.req.form.has("text")) {
        return conflicting(cx, &found, &typed);
    }
    let problem = if cx.req.form.has("text") {
        too_long(cx, &typed.text, LONGEST_COMPILATION)
    } else {
        Some(cx.texts().followup_unreadable().to_owned())
    };
    if let Some(words) = problem {
        return refused(cx, &found, &typed, &[Problem::at("text", words)]);
    }
    let kept = begun(cx, &found)?;
    let next = stepped(cx, &kept, kept.state, typed.text)?;
    update_compilation(cx.tx, "write", &next)?;
    Ok(Response::see_other(&address(cx, &found)))
}

/// Where the page of the round is.
pub(super) fn address(cx: &Cx<'_, '_>, found: &Found) -> String {
    let url = super::url(found.org_unit);
    if cx.req.query.has("runda") { format!("{url}?runda={}", found.round.id) } else { url }
}

fn stepped(
    cx: &Cx<'_, '_>,
    kept: &Compilation,
    state: CompilationState,
    text: String,
) -> Answer<Compilation> {
    Ok(Compilation {
        state,
        text,
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
        version: kept.version + 1,
        ..kept.clone()
    })
}

/// Settles what is written: it is read by all and changed no more.
pub(super) fn settle(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let typed = Typed::kept(&found);
    if !found.is_open() || !is_fresh(cx, &found) {
        return conflicting(cx, &found, &typed);
    }
    if found.compilation.text.is_empty() {
        let problem = Problem::at("text", cx.texts().compilations_needs_text());
        return refused(cx, &found, &typed, &[problem]);
    }
    let text = found.compilation.text.clone();
    let next = stepped(cx, &found.compilation, CompilationState::Settled, text)?;
    update_compilation(cx.tx, "settle", &next)?;
    crate::revisions::note_report(cx.tx)?;
    Ok(Response::see_other(&address(cx, &found)))
}

/// Opens it again, by who adopts there, while the round is open.
pub(super) fn reopen(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if !reopens(cx, &found) {
        return Err(AppError::Forbidden);
    }
    if found.is_open() || !is_fresh(cx, &found) {
        let typed = Typed::kept(&found);
        return conflicting(cx, &found, &typed);
    }
    let text = found.compilation.text.clone();
    let next = stepped(cx, &found.compilation, CompilationState::Draft, text)?;
    update_compilation(cx.tx, "reopen", &next)?;
    crate::revisions::note_report(cx.tx)?;
    Ok(Response::see_other(&address(cx, &found)))
}

/// Whether the visitor may open what is settled.
pub(super) fn reopens(cx: &Cx<'_, '_>, found: &Found) -> bool {
    cx.can(Action::Adopt, found.org_unit) && cx.today() <= found.round.closes_on
}
