//! The values that a computed one is made of, period by period, so that it can be computed again and
//! a value that is missing says what it lacked.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, SeriesPoint};
use domain::periods::Period;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{Shown, outcome_words, period_words, shown_together, value_words};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Most periods that are shown, the newest.
const MOST: usize = 60;

/// The section; nothing for what is reported.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measure: &Measure,
    (org_unit, whole): (OrgUnitId, &Shown),
) -> Result<Markup, AppError> {
    let Some(formula) = &measure.formula else { return Ok(html! {}) };
    let parts: Vec<ElementId> = formula.measures().into_iter().copied().collect();
    let is_seen = |id: &ElementId| structure.element(*id).is_some_and(|one| cx.may_see(one));
    let parts: Vec<ElementId> = parts.into_iter().filter(is_seen).collect();
    let today = cx.today();
    let shown = shown_together(cx, structure, &parts, org_unit, today)?;
    let texts = cx.texts();
    let of = |id: &ElementId| structure.measure(*id).zip(shown.get(id));
    let mut columns = vec![Column::text(texts.measures_period())];
    let titles = parts.iter().filter_map(|id| structure.element(*id));
    columns.extend(titles.map(|one| Column::number(&one.title)));
    columns.push(Column::number(texts.measures_computed_value()));
    let each: Vec<BTreeMap<Period, String>> = parts
        .iter()
        .map(|id| of(id).map(|(part, shown)| words(texts, part, shown)).unwrap_or_default())
        .collect();
    let computed = words(texts, measure, whole);
    let rows =
        whole.series.points.iter().rev().map(|point| point.period).take(MOST).map(|period| {
            let said = |all: &BTreeMap<Period, String>| {
                all.get(&period).cloned().unwrap_or_else(|| texts.measures_unreported().to_owned())
            };
            let mut cells = vec![period_words(texts.language, period)];
            cells.extend(each.iter().map(said));
            cells.push(said(&computed));
            Row::words(&cells)
        });
    let title = texts.measures_explained_parts();
    let table = Table::new("delar", title, columns, rows.collect()).hide_caption().stacked();
    let note = texts.measures_explained_parts_note();
    Ok(section("delar-av", title, note, &html! { (table) }))
}

/// What a measure says of each period, as the visitor may know it.
fn words(texts: Texts, measure: &Measure, shown: &Shown) -> BTreeMap<Period, String> {
    let of = |point: &SeriesPoint| {
        let outcome = point.outcome.as_ref();
        if shown.withheld.contains(&point.period) {
            return Some(texts.measures_hidden().to_owned());
        }
        let outcome = outcome?;
        Some(match outcome.value.number() {
            Some(value) => value_words(texts.language, measure, value),
            None => outcome_words(texts, measure, outcome.value),
        })
    };
    let points = shown.series.points.iter();
    points.filter_map(|point| Some((point.period, of(point)?))).collect()
}
