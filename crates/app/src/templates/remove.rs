//! Taking a template or a question away, and putting it back. What was asked and answered stays.

use domain::followup::MOST_QUESTIONS;

use super::editor::{self, Typed, asked};
use super::question::{asked_question, kept_first, too_many};
use super::store::{self, KeptQuestion};
use super::{LIST, url};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Takes a template away: no more rounds are opened with it.
pub(super) fn template(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    if kept.removed_at.is_some() {
        return Ok(Response::see_other(LIST));
    }
    if cx.req.form.parsed::<i64>("version") != Some(kept.template.version) {
        return Err(AppError::Stale);
    }
    let mut template = kept_first(cx, &kept)?;
    template.version += 1;
    let now = cx.visit.now;
    store::update_template(cx.tx, "discard", &template, Some(now))?;
    Ok(Response::see_other(LIST))
}

/// Puts it back.
pub(super) fn restore_template(cx: &mut Cx<'_, '_>) -> Answer {
    let mut kept = asked(cx)?;
    if kept.removed_at.is_some() {
        kept.template.version += 1;
        store::update_template(cx.tx, "restore", &kept.template, None)?;
    }
    Ok(Response::see_other(&url(kept.template.id)))
}

/// Takes a question away: it is asked in no more rounds.
pub(super) fn question(cx: &mut Cx<'_, '_>) -> Answer {
    set_removed(cx, true)
}

/// Puts it back, at the place it had.
pub(super) fn restore_question(cx: &mut Cx<'_, '_>) -> Answer {
    set_removed(cx, false)
}

fn set_removed(cx: &mut Cx<'_, '_>, removes: bool) -> Answer {
    let kept = asked(cx)?;
    let one = asked_question(cx, &kept)?;
    let here = Response::see_other(&format!("{}#fragor", url(kept.template.id)));
    if one.removed_at.is_some() == removes {
        return Ok(here);
    }
    if removes && cx.req.form.parsed::<i64>("version") != Some(one.question.version) {
        return Err(AppError::Stale);
    }
    if !removes && kept.template.questions.len() >= MOST_QUESTIONS {
        let full = Problem::at("fragor", too_many(cx.texts()));
        return editor::refused(cx, &kept, &Typed::of(&kept), &[full]);
    }
    let template = kept_first(cx, &kept)?;
    store::raise(cx.tx, &template, kept.removed_at)?;
    let (action, removed_at) =
        if removes { ("discard", Some(cx.visit.now)) } else { ("restore", None) };
    let mut changed = KeptQuestion { removed_at, ..one };
    changed.question.version += 1;
    store::change_question(cx.tx, action, &changed)?;
    Ok(here)
}
