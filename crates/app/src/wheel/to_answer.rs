//! On the page of a follow-up's step: the assignments that shall be answered in its report.

use std::sync::Arc;

use domain::calendar::WheelStep;
use domain::elements::Element;
use domain::followup::RoundKind;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::{above::count, store};
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Most that are listed.
const MOST: usize = 100;

/// The assignments of those that the step concerns: of all where the whole municipality is led, else of
/// the org unit and those below.
pub(super) fn of_step(
    cx: &mut Cx<'_, '_>,
    step: &WheelStep,
) -> Result<Vec<Arc<Element>>, AppError> {
    let Some(kind) = RoundKind::of_step(step.content.kind) else { return Ok(Vec::new()) };
    let ids = store::to_answer(cx.tx, kind, step.content.about_year)?;
    let organisation = &cx.structure.organisation;
    let leads_all = organisation.get(step.org_unit).is_some_and(|unit| {
        matches!(unit.kind, OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard)
    });
    let concerns = |one: &Arc<Element>| {
        (leads_all || organisation.is_within(one.owner, step.org_unit))
            && one.is_current()
            && cx.may_see(one)
    };
    let mut found: Vec<Arc<Element>> = ids
        .into_iter()
        .filter_map(|id| cx.structure.element(id).cloned())
        .filter(concerns)
        .collect();
    found.sort_by_cached_key(|one| (sort_key(organisation.name(one.owner)), sort_key(&one.title)));
    Ok(found)
}

/// The section; nothing where nothing is to be answered.
pub(super) fn part(cx: &Cx<'_, '_>, assignments: &[Arc<Element>]) -> Markup {
    if assignments.is_empty() {
        return html! {};
    }
    let texts = cx.texts();
    let row = |one: &Arc<Element>| {
        Row::new(vec![
            html! { a href=(crate::elements::url(one)) { (one.title) } },
            html! { (cx.structure.organisation.name(one.owner)) },
        ])
    };
    let columns = [texts.wheel_to_answer(), texts.wheel_column_whose()].map(Column::text).to_vec();
    let title = texts.wheel_to_answer_title();
    let rows = assignments.iter().take(MOST).map(row).collect();
    let table = Table::new("redovisas", title, columns, rows).hide_caption();
    let note = texts.wheel_to_answer_count(count(assignments));
    section("redovisas-har", title, &note, &html! { (table) })
}
