//! What has really changed since the follow-up before: goals that are judged otherwise, and measures
//! that moved more than they usually do.

use std::sync::Arc;

use domain::elements::Element;
use domain::fulfilment::Fulfilment;
use domain::oversight::is_told;
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::of_bodies::OfBodies;
use super::page::many;
use super::signals::signals;
use crate::assessment::{fulfilment_symbol, fulfilment_word};
use crate::cx::Cx;
use crate::elements;
use crate::measures::period_words;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section, status};

/// Goals judged otherwise, in the list.
const MOST: usize = 12;
/// Measures told of.
const MOST_SIGNALS: usize = 6;

/// A goal that is judged otherwise than the period before.
struct Moved {
    goal: Arc<Element>,
    now: Fulfilment,
    before: Fulfilment,
}

impl Moved {
    /// For the worse first, then what can no longer be told, then for the better.
    fn rank(&self) -> u8 {
        match (is_told(self.now), is_told(self.before)) {
            (true, true) if self.now > self.before => 0,
            (false, true) => 1,
            (true, true) => 2,
            _ => 3,
        }
    }
}

/// The section.
pub(super) fn section_of(cx: &mut Cx<'_, '_>, all: &OfBodies) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let title = texts.oversight_moved();
    let latest = all.periods.first().copied();
    let Some((period, before)) = latest.and_then(|one| Some((one, all.before(one)?))) else {
        let body = html! { p { (texts.oversight_nothing_before()) } };
        return Ok(section("andrat", title, "", &body));
    };
    let mut moved: Vec<Moved> = all
        .bodies
        .iter()
        .flat_map(|body| all.goals_of(cx, *body, period))
        .filter_map(|goal| {
            let of = all.goals.get(&goal.id)?;
            let (now, before) = (of.outcomes.get(&period)?.level, of.outcomes.get(&before)?.level);
            (now != before).then_some(Moved { goal, now, before })
        })
        .collect();
    moved.sort_by_key(|one| (one.rank(), one.goal.id));
    let measures = measures(cx, all)?;
    let columns = vec![
        Column::text(texts.oversight_column_goal()),
        Column::text(texts.oversight_column_body()).wide_only(),
        Column::text(texts.oversight_column_now()),
        Column::text(texts.oversight_column_before()),
    ];
    let rows = moved.iter().take(MOST).map(|one| row(cx, one)).collect();
    let caption = texts.oversight_judged_otherwise();
    let table = Table::new("andrade-mal", caption, columns, rows);
    let note = texts.oversight_compared_with(period_words(texts.language, before));
    let body = html! {
        div.stack {
            @if moved.is_empty() { p { (texts.oversight_none_moved()) } }
            @else { (table.hide_caption()) }
            @if moved.len() > MOST { p.fine { (texts.oversight_more_moved(many(moved.len() - MOST))) } }
            (measures)
        }
    };
    Ok(section("andrat", title, &note, &body))
}

fn row(cx: &Cx<'_, '_>, one: &Moved) -> Row {
    let texts = cx.texts();
    let structure = &cx.structure;
    let of_type = structure.model.element_type(&one.goal.element_type);
    let word = |level| fulfilment_word(texts, &structure.model, of_type, level);
    Row::new(vec![
        html! {
            a href=(elements::url(&one.goal)) { (one.goal.title) }
            small.narrow-only { (structure.organisation.name(one.goal.owner)) }
        },
        html! { (structure.organisation.name(one.goal.owner)) },
        html! { (status(fulfilment_symbol(one.now), &word(one.now))) },
        html! { (word(one.before)) },
    ])
}

/// Measures of the bodies' goals that moved for the worse or the better, more than they usually do.
fn measures(cx: &mut Cx<'_, '_>, all: &OfBodies) -> Result<Markup, AppError> {
    let found = signals(cx, &all.bodies, |_| true, |meaning| meaning != Meaning::Neutral)?;
    let texts = cx.texts();
    let list = found.map(|found| found.list(texts, MOST_SIGNALS, texts.oversight_no_signals()));
    Ok(html! { h3 { (texts.oversight_signals()) } (list.unwrap_or_default()) })
}
