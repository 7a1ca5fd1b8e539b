//! Making a template, and changing what it asks of all.

use domain::followup::{ReportTemplate, RoundKind, TemplateStop};
use domain::ids::TemplateId;

use super::editor::{self, Typed, asked};
use super::list::{self, New, may_change};
use super::question::kept_first;
use super::words::template_problems;
use super::{store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Makes a template with what is usual for its kind. Sending twice makes one.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    may_change(cx)?;
    let form = &cx.req.form;
    let text = |name: &str| form.text(name).chars().take(500).collect::<String>();
    let new = New { id: text("id"), title: text("titel"), kind: text("slag") };
    let kind: Option<RoundKind> = new.kind.parse().ok();
    let id = cx.client_id::<TemplateId>();
    if store::template(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&url(id)));
    }
    let usual = kind.unwrap_or_default();
    let template = ReportTemplate {
        id,
        title: new.title.clone(),
        questions: Vec::new(),
        version: 1,
        ..super::usual::usual(&cx.structure.model, usual)
    };
    let mut problems = template_problems(cx.texts(), &template.problems());
    if kind.is_none() {
        problems.push(Problem::at("slag", cx.texts().web_unknown_choice()));
    }
    if !problems.is_empty() {
        let body = list::body(cx, &new, &problems)?;
        return Ok(cx.refused(cx.texts().templates_title(), Nav::FollowUp, &body));
    }
    store::insert_template(cx.tx, &template)?;
    Ok(Response::see_other(&url(id)))
}

/// Keeps a template's name, limit and stops.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let here = Response::see_other(&url(kept.template.id));
    let form = &cx.req.form;
    let typed = Typed {
        title: form.text("titel").chars().take(500).collect(),
        limit: form.text("grans").to_owned(),
        stops: form.all("stopp").map(str::to_owned).collect(),
    };
    let read = |code: &String| code.parse::<TemplateStop>().ok();
    let stops: Option<Vec<TemplateStop>> = typed.stops.iter().map(read).collect();
    let changed = ReportTemplate {
        title: typed.title.clone(),
        limit_minutes: typed.limit.trim().parse().unwrap_or_default(),
        stops: stops.clone().unwrap_or_default(),
        ..kept.template.clone()
    };
    let mut problems = template_problems(cx.texts(), &changed.problems());
    if stops.is_none() {
        problems.retain(|problem| problem.field != "stopp");
        problems.push(Problem::at("stopp", cx.texts().web_unknown_choice()));
    }
    if !problems.is_empty() {
        return editor::refused(cx, &kept, &typed, &problems);
    }
    if changed == kept.template {
        return Ok(here);
    }
    if form.parsed::<i64>("version") != Some(kept.template.version) {
        return editor::conflicting(cx, &kept, &typed);
    }
    let first = kept_first(cx, &kept)?;
    let changed = ReportTemplate { version: first.version + 1, ..changed };
    store::update_template(cx.tx, "change", &changed, kept.removed_at)?;
    Ok(here)
}
