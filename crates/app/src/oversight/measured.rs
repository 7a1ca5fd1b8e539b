//! How measurements behave: results that get worse, and latest values that few have answered.

use domain::measures::Measure;
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::page::many;
use super::signals::signals;
use super::store;
use crate::cx::Cx;
use crate::measures::{period_words, url_for};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Measures told of.
const MOST: usize = 10;
/// Fewer answers than this say little of anything but those who answered. Our own assumption.
const FEW: i64 = 20;
/// Values that few have answered, in the list.
const MOST_FEW: i64 = 30;

/// The section.
pub(super) fn section_of(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let (worse, few) = (worse(cx)?, few(cx)?);
    Ok(html! {
        (section("samre", texts.oversight_falling(), texts.oversight_falling_note(), &worse))
        (section("fa-svar", texts.oversight_few(), &texts.oversight_few_note(FEW), &few))
    })
}

/// Measures that count in judgements and get worse, more than they usually vary.
fn worse(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let bodies = super::scope::bodies(&cx.structure.organisation, cx.today());
    let counts = |measure: &Measure| measure.counts_in_assessment;
    let found = signals(cx, &bodies, counts, |meaning| meaning == Meaning::Worse)?;
    let texts = cx.texts();
    Ok(found
        .map(|found| found.list(texts, MOST, texts.oversight_none_falling()))
        .unwrap_or_default())
}

/// Latest values that rest on few answers. How many they are is for those who may see the value.
fn few(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let found = store::few_answers(cx.tx, (FEW, MOST_FEW))?;
    let structure = &cx.structure;
    let columns = vec![
        Column::text(texts.oversight_column_measure()),
        Column::text(texts.oversight_column_unit()),
        Column::text(texts.oversight_period()),
        Column::number(texts.oversight_column_answers()),
    ];
    let sees = |unit| {
        cx.can(domain::access::Action::RecordOutcome, unit)
            || cx.can(domain::access::Action::Audit, unit)
    };
    let rows: Vec<Row> = found
        .iter()
        .filter_map(|one| {
            let element = structure.element(one.measure).filter(|it| it.is_current())?;
            let count = if sees(one.org_unit) {
                one.counted.to_string()
            } else {
                texts.oversight_fewer_than(FEW)
            };
            Some(Row::new(vec![
                html! { a href=(url_for(one.measure, one.org_unit)) { (element.title) } },
                html! { (structure.organisation.name(one.org_unit)) },
                html! { (period_words(texts.language, one.period)) },
                html! { (count) },
            ]))
        })
        .collect();
    Ok(html! {
        @if rows.is_empty() { p { (texts.oversight_none_few()) } }
        @else {
            @if many(rows.len()) == MOST_FEW { p.fine { (texts.oversight_fewest_first()) } }
            (Table::new("fa-svar-tabell", texts.oversight_few(), columns, rows).hide_caption())
        }
    })
}
