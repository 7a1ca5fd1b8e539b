//! Moving a question up or down among the others.

use domain::ids::QuestionId;

use super::editor::asked;
use super::question::{asked_question, kept_first};
use super::{store, url};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Moves it one place. At the end of the list it stays.
pub(super) fn shift(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let one = asked_question(cx, &kept)?;
    let here = Response::see_other(&format!("{}#fragor", url(kept.template.id)));
    let ids: Vec<QuestionId> = kept.template.questions.iter().map(|one| one.id).collect();
    let Some(at) = ids.iter().position(|id| *id == one.question.id) else { return Ok(here) };
    let to = match cx.req.form.text("hit") {
        "upp" => at.checked_sub(1),
        "ned" => Some(at + 1).filter(|to| *to < ids.len()),
        _ => None,
    };
    let Some(to) = to else { return Ok(here) };
    if cx.req.form.parsed::<i64>("version") != Some(kept.template.version) {
        return Err(AppError::Stale);
    }
    let template = kept_first(cx, &kept)?;
    store::raise(cx.tx, &template, kept.removed_at)?;
    // Those taken away keep their places among the others.
    let mut order: Vec<QuestionId> = kept.questions.iter().map(|one| one.question.id).collect();
    let place = |id: Option<&QuestionId>| order.iter().position(|one| Some(one) == id);
    if let (Some(from), Some(onto)) = (place(ids.get(at)), place(ids.get(to))) {
        order.swap(from, onto);
    }
    store::move_questions(cx.tx, template.id, &order)?;
    Ok(here)
}
