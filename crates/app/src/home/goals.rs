//! A body's goals as rows: where each stands, why, and what has changed.

use std::sync::Arc;

use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use crate::assessment::store::{Assessment, AssessmentKind, of_element};
use crate::assessment::{fulfilment_symbol, fulfilment_word};
use crate::cx::Cx;
use crate::elements;
use crate::measures::period_words;
use crate::thread::Columns;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, empty_state, section, status};

/// Goals in the list.
const MOST: usize = 12;

/// The goals an org unit owns, in the order of the thread.
pub(super) fn goals_of(cx: &Cx<'_, '_>, owner: OrgUnitId) -> Vec<Arc<Element>> {
    let structure = &cx.structure;
    let columns = Columns::of(&structure.model);
    let mains = columns.columns.iter().flat_map(|column| &column.main);
    mains
        .flat_map(|found| structure.owned_by(owner).filter(move |one| one.element_type == *found))
        .filter(|element| element.role == Role::Goal)
        .filter(|element| cx.may_see(element))
        .take(MOST)
        .cloned()
        .collect()
}

/// The goals as a section, or that there are none yet.
pub(super) fn goals(
    cx: &mut Cx<'_, '_>,
    title: &str,
    all: &[Arc<Element>],
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let mut rows = Vec::new();
    for element in all {
        let judged = of_element(cx.tx, element.id)?;
        let outcomes: Vec<&Assessment> =
            judged.iter().filter(|one| one.kind == AssessmentKind::Outcome).collect();
        rows.push(row(cx, element, &outcomes));
    }
    if rows.is_empty() {
        let none = empty_state(texts.home_no_goals(), texts.home_no_goals_text(), None);
        return Ok(html! { div.section { (none) } });
    }
    let columns =
        [texts.home_goal(), texts.home_state(), texts.home_why()].map(Column::text).to_vec();
    let table =
        html! { (Table { hide_caption: true, ..Table::new("malen", title, columns, rows) }) };
    Ok(section("malen-rubrik", title, "", &table))
}

fn row(cx: &Cx<'_, '_>, element: &Element, outcomes: &[&Assessment]) -> Row {
    use domain::fulfilment::Fulfilment;
    let texts = cx.texts();
    let model = &cx.structure.model;
    let element_type = model.element_type(&element.element_type);
    let word = |grade| fulfilment_word(texts, model, element_type, grade);
    let latest = outcomes.first();
    let grade = latest.map_or(Fulfilment::NotAssessed, |one| one.level);
    let before = latest.and_then(|latest| outcomes.iter().find(|one| one.period < latest.period));
    let changed = before.filter(|before| before.level != grade).map(|before| {
        texts.home_changed(word(before.level), period_words(texts.language, before.period))
    });
    Row::new(vec![
        html! { a href=(elements::url(element)) { (element.title) } },
        html! { (status(fulfilment_symbol(grade), &word(grade))) },
        html! {
            @if let Some(latest) = latest { (latest.reason) }
            @if let Some(changed) = changed { " " b { (changed) } }
        },
    ])
}
