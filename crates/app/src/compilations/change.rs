//! Writing what a body says of its own and beside its quotes, settling it, and opening it again.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::CompilationState;

use super::find::{Found, find_to_write};
use super::shown::{conflicting, refused};
use super::store::{self, Compilation, update_compilation};
use super::typed::{self, Typed};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Whether the page showed the compilation as it is now.
fn is_fresh(cx: &Cx<'_, '_>, found: &Found) -> bool {
    cx.req.form.parsed::<i64>("version") == Some(found.compilation.version)
}

/// Keeps what is written; what somebody else wrote meanwhile is shown beside it.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if !cx.req.form.has("text") {
        let problem = Problem::at("text", cx.texts().followup_unreadable());
        return refused(cx, &found, &Typed::kept(&found), &[problem]);
    }
    Ok(match typed::keep(cx, &found)? {
        Ok(_) => Response::see_other(&address(cx, &found)),
        Err(shown) => shown,
    })
}

/// Where the page of the round is.
pub(super) fn address(cx: &Cx<'_, '_>, found: &Found) -> String {
    let url = super::url(found.org_unit);
    if cx.req.query.has("runda") { format!("{url}?runda={}", found.round.id) } else { url }
}

/// The compilation after a step by the visitor.
pub(super) fn stepped(
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

/// Settles what is written, with what was typed but not saved: it is read by all and changed no more.
pub(super) fn settle(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if !found.is_open() || !is_fresh(cx, &found) {
        return conflicting_with_typed(cx, &found);
    }
    let kept = match typed::keep(cx, &found)? {
        Ok(kept) => kept.compilation,
        Err(shown) => return Ok(shown),
    };
    if kept.text.is_empty() {
        let problem = Problem::at("text", cx.texts().compilations_needs_text());
        return refused(cx, &found, &Typed::kept(&found), &[problem]);
    }
    let next = stepped(cx, &kept, CompilationState::Settled, kept.text.clone())?;
    update_compilation(cx.tx, "settle", &next)?;
    crate::revisions::note_report(cx.tx)?;
    Ok(Response::see_other(&address(cx, &found)))
}

/// The page as it is now, with what the form brought.
pub(super) fn conflicting_with_typed(cx: &mut Cx<'_, '_>, found: &Found) -> Answer {
    let quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    let typed = Typed::sent(cx, found, &quotes);
    conflicting(cx, found, &typed)
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
