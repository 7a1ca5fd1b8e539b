//! Whether a goal from above has got an answer at every level: goals of their own, a reason why it
//! does not concern them, or nothing.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::impact::{Answer, Answered, answering_type, answers, further_down, tally};
use maud::{Markup, html};

use super::plan_page::count;
use super::store;
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::steering::{plural, singular};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Symbol, Table, Tone, section, signal_status, status_symbol};

/// The section of a page; nothing where the steering model demands no answer.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let today = cx.today();
    let Some(of) = answering_type(structure, &element.element_type) else { return Ok(html! {}) };
    let exemptions = store::exemptions_of_element(cx.tx, element.id)?;
    let answers = answers(structure, element, &exemptions, today).unwrap_or_default();
    let level = structure.model.org_level(&of.owner);
    let name = level.map(|level| singular(texts.language, &level.name)).unwrap_or_default();
    let names = level.map(|level| plural(texts.language, &level.name)).unwrap_or_default();
    let columns = [name.as_str(), texts.goals_impact_answer()].map(Column::text).to_vec();
    let rows = answers
        .iter()
        .map(|(unit, answer)| {
            Row::new(vec![
                html! { (structure.organisation.name(*unit)) },
                answer_words(texts, answer),
            ])
        })
        .collect();
    let title = texts.goals_impact();
    let table = Table::new("genomslag-tabell", title, columns, rows).hide_caption().dense();
    let body = html! {
        ul.plain-list {
            li { (first_level(texts, &names, tally(&answers))) }
            @for (at, level) in further_down(structure, element.id).into_iter().enumerate() {
                li { (next_level(texts, at, level)) }
            }
        }
        (table)
    };
    Ok(section("genomslag", title, texts.goals_impact_note(), &body))
}

/// A tick when all have answered, a warning when nobody has.
fn shape(level: Answered) -> Symbol {
    if level.count() == level.all {
        Symbol::Met
    } else if level.count() == 0 {
        Symbol::NotMet
    } else {
        Symbol::Partly
    }
}

fn first_level(texts: Texts, names: &str, level: Answered) -> Markup {
    let words = texts.goals_impact_first(
        count(level.all),
        count(level.count()),
        count(level.exempt),
        names,
        count(level.with_own),
    );
    line(texts, level, &words)
}

fn next_level(texts: Texts, at: usize, level: Answered) -> Markup {
    let step = count(at + 2);
    let words = texts.goals_impact_next(count(level.all), count(level.with_own), step);
    line(texts, level, &words)
}

/// A sentence with its symbol; it wraps where there is little room.
fn line(texts: Texts, level: Answered, words: &str) -> Markup {
    html! { (status_symbol(shape(level), texts.goals_impact_answer())) " " (words) }
}

fn answer_words(texts: Texts, answer: &Answer<'_>) -> Markup {
    match answer {
        Answer::Goals(goals) => html! {
            (status_symbol(Symbol::Met, texts.goals_impact_with_goal())) " "
            (linked(goals))
        },
        Answer::Exempt(exempt) => html! {
            b { (texts.goals_exempt()) } ". " (exempt.reason)
        },
        Answer::Nothing => signal_status(Symbol::NotMet, Tone::Concern, texts.goals_impact_none()),
    }
}

fn linked(goals: &[&Arc<Element>]) -> Markup {
    html! {
        @for (at, goal) in goals.iter().enumerate() {
            @if at > 0 { ", " }
            a href=(elements::url(goal)) { (goal.title) }
        }
    }
}
