//! How measurements behave: results that get worse, and latest values that few have answered.

use std::collections::BTreeSet;

use domain::ids::ElementId;
use domain::statistics::finding::Finding;
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::page::many;
use super::store;
use crate::cx::Cx;
use crate::measures::{finding_words, period_words, shown_together, url_for};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section, signal_status};

/// Measures that are looked through, and those told of.
const MOST_MEASURES: usize = 40;
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
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let Some(top) = structure.organisation.roots().first().copied() else { return Ok(html! {}) };
    let mut taken = BTreeSet::new();
    let bodies = super::scope::bodies(&structure.organisation, cx.today());
    let ids: Vec<ElementId> = bodies
        .iter()
        .flat_map(|body| structure.owned_by(*body))
        .filter(|goal| goal.is_current())
        .flat_map(|goal| structure.measures_of(goal.id))
        .filter(|(element, measure)| element.is_current() && measure.counts_in_assessment)
        .map(|(element, _)| element.id)
        .filter(|id| taken.insert(*id))
        .take(MOST_MEASURES)
        .collect();
    let today = cx.today();
    let shown = shown_together(cx, &structure, &ids, top, today)?;
    let mut found = Vec::new();
    for id in &ids {
        let (Some(element), Some(measure), Some(shown)) =
            (structure.element(*id), structure.measure(*id), shown.get(id))
        else {
            continue;
        };
        let Some(Finding::Observed(reading)) = &shown.finding else { continue };
        if reading.signal.is_some_and(|signal| signal.meaning == Meaning::Worse) {
            found.push((element, finding_words(texts, &element.title, measure, shown)));
        }
    }
    Ok(html! {
        @if found.is_empty() { p { (texts.oversight_none_falling()) } }
        @else {
            ul.plain-list.stack.tight {
                @for (element, words) in found.iter().take(MOST) {
                    li {
                        (signal_status(words.symbol, words.tone, &words.word)) " "
                        a href=(url_for(element.id, top)) { (element.title) } ". "
                        span.soft { (words.sentence) }
                    }
                }
            }
        }
    })
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
