//! The values that a computed one is made of, period by period, so that it can be computed again and
//! a value that is missing says what it lacked.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, SeriesPoint, Stretch, stretches};
use domain::periods::Period;
use domain::steering::capitalised;
use maud::{Markup, html};

use super::PartValues;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::words::silence;
use crate::measures::{Shown, outcome_words, period_words, value_words};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Most rows that are shown, the newest.
const MOST: usize = 60;

/// The section; nothing for what is reported.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measure: &Measure,
    (org_unit, whole): (OrgUnitId, &Shown),
) -> Result<Markup, AppError> {
    let Some(values) = PartValues::of(cx, structure, measure, org_unit)? else {
        return Ok(html! {});
    };
    let texts = cx.texts();
    let mut columns = vec![Column::text(texts.measures_period())];
    columns.extend(values.parts.iter().map(|(_, title, _)| Column::number(title)));
    columns.push(Column::number(texts.measures_computed_value()));
    columns.push(Column::text(texts.measures_explained_remark()));
    let parts =
        values.parts.iter().filter_map(|(id, _, shown)| Some((structure.measure(*id)?, shown)));
    let mut each: Vec<BTreeMap<Period, String>> =
        parts.map(|(part, shown)| words(texts, part, shown)).collect();
    each.push(words(texts, measure, whole));
    let places = &whole.series.points;
    let period = |at: usize| places.get(at).map(|point| point.period);
    let is_empty = |at| period(at).is_some_and(|at| each.iter().all(|all| !all.contains_key(&at)));
    let of_one = |period: Period| {
        let mut cells = vec![period_words(texts.language, period)];
        let unreported = || texts.measures_unreported().to_owned();
        cells.extend(each.iter().map(|all| all.get(&period).cloned().unwrap_or_else(unreported)));
        cells.push(capitalised(&values.remark(texts, (measure, whole), period)));
        Row::words(&cells)
    };
    let rows = stretches(places.len(), is_empty).into_iter().rev().take(MOST);
    let rows = rows.filter_map(|stretch| match stretch {
        Stretch::One(at) => Some(of_one(period(at)?)),
        Stretch::Nothing(at) => Some(silence(texts, places.get(at)?, columns.len())),
    });
    let rows = rows.collect();
    let title = texts.measures_explained_parts();
    let table = Table::new("delar", title, columns, rows).hide_caption().stacked();
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
