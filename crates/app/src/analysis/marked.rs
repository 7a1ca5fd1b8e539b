//! Saying something of what was found: whether a pattern was expected, and what of all that happened may
//! have mattered.

use domain::analysis::{Mark, Pattern};
use maud::{Markup, html};

use super::around::Thing;
use super::patterns as found;
use super::step_page::StepPage;
use super::typed::{SAID_OF_PATTERNS, SAID_OF_THINGS};
use super::words;
use crate::i18n::{Texts, date};
use crate::web::ui::{Choice, Column, Field, Row, Table, empty_state, section, status};

pub(super) fn thing_word(texts: Texts, code: &str) -> &'static str {
    match code {
        "mattered" => texts.analysis_mattered(),
        "helped" => texts.analysis_helped(),
        "partly" => texts.analysis_helped_partly(),
        "not" => texts.analysis_helped_not(),
        "unknown" => texts.analysis_helped_unknown(),
        "yes" => texts.analysis_expected_yes(),
        "no" => texts.analysis_expected_no(),
        "unsure" => texts.analysis_expected_unsure(),
        _ => "",
    }
}

/// Who said something, and when.
fn by(page: &StepPage<'_, '_, '_>, mark: &Mark) -> String {
    let texts = page.texts();
    let when = words::day(texts, &*page.cx.app.clock, mark.at);
    texts.analysis_said_by(when, &mark.by)
}

/// What moves together, each with the question whether it was expected.
pub(super) fn patterns(page: &StepPage<'_, '_, '_>) -> Markup {
    patterns_with(page, &|one| {
        let texts = page.texts();
        let mark = found::answer_of(page.row, one);
        let chosen = mark.map_or("", |mark| mark.value.as_str());
        let choices = SAID_OF_PATTERNS
            .map(|code| Choice::new(code, thing_word(texts, code)).chosen(code == chosen));
        let name = format!("om-{}", one.name());
        html! {
            (Field::radios(name, texts.analysis_expected(), choices.to_vec()))
            @if let Some(mark) = mark { p.fine { (by(page, mark)) } }
        }
    })
}

/// What moves together, for those who only read.
pub(super) fn patterns_read(page: &StepPage<'_, '_, '_>) -> Markup {
    patterns_with(page, &|_| html! {})
}

fn patterns_with(page: &StepPage<'_, '_, '_>, asks: &dyn Fn(&Pattern) -> Markup) -> Markup {
    let texts = page.texts();
    let Some(all) = &page.parts.patterns else { return html! {} };
    let looked = i64::try_from(all.looked).unwrap_or(i64::MAX);
    if all.patterns.is_empty() {
        let why = match (all.looked, all.is_of_one) {
            (0, _) => texts.measures_along_too_few_text(),
            (_, true) => texts.measures_along_none(),
            (_, false) => texts.analysis_no_patterns_among(),
        };
        return empty_state(texts.analysis_no_patterns(), why, None);
    }
    let body = html! {
        div.stack { @if !all.is_of_one { p { (texts.analysis_patterns_among()) } } p.soft { (texts.measures_along_note()) }
        @for one in &all.patterns {
            div.sheet.padded {
                p { b { (one.sentence) } }
                (found::pictures(texts, page.structure, (&page.found.analysis, all), one))
                (asks(one))
            }
        } }
    };
    section("monster", texts.analysis_patterns(), &texts.analysis_pairs(looked), &body)
}

/// All that happened, latest first, each with what may be said of it.
pub(super) fn things(page: &StepPage<'_, '_, '_>) -> Markup {
    let texts = page.texts();
    let asks = |one: &Thing| {
        let mark = page.row.content.marks.get(&one.name);
        let chosen = mark.map_or("", |mark| mark.value.as_str());
        let name = format!("om-{}", one.name);
        let choices = std::iter::once(Choice::new("", texts.analysis_nothing_said())).chain(
            SAID_OF_THINGS
                .map(|code| Choice::new(code, thing_word(texts, code)).chosen(code == chosen)),
        );
        let label = texts.analysis_about(&one.label);
        html! {
            (Field::select(name, label, choices.collect()).hide_label())
            @if let Some(mark) = mark { span.fine { (by(page, mark)) } }
        }
    };
    things_with(page, Some(&asks))
}

/// All that happened, for those who only read.
pub(super) fn things_read(page: &StepPage<'_, '_, '_>) -> Markup {
    things_with(page, None)
}

fn things_with(page: &StepPage<'_, '_, '_>, asks: Option<&dyn Fn(&Thing) -> Markup>) -> Markup {
    let texts = page.texts();
    if page.parts.things.is_empty() {
        return empty_state(
            texts.analysis_nothing_happened(),
            texts.analysis_nothing_happened_text(),
            None,
        );
    }
    let rows = page.parts.things.iter().map(|one| {
        let mut cells = vec![
            html! {
                @match &one.url { Some(url) => a href=(url) { (one.label) }, None => (one.label) }
                br; (status(one.symbol, &one.note))
            },
            html! { (one.day.map(|day| date(texts.language, day)).unwrap_or_default()) },
        ];
        cells.extend(asks.map(|asks| asks(one)));
        Row::new(cells)
    });
    let mut columns =
        vec![Column::text(texts.analysis_what_happened()), Column::text(texts.analysis_when())];
    columns.extend(asks.map(|_| Column::text(texts.analysis_mattered_how())));
    let title = texts.analysis_time_line();
    let table = Table::new("handelser", title, columns, rows.collect()).hide_caption().stacked();
    section("tidslinje", title, "", &html! { (table) })
}

/// What was said, for those who only read.
pub(super) fn said(page: &StepPage<'_, '_, '_>) -> Markup {
    let texts = page.texts();
    let marks = &page.row.content.marks;
    html! {
        @if !marks.is_empty() {
            ul.plain-list {
                @for mark in marks.values() {
                    li {
                        b { (mark.label) }
                        @if !mark.day.is_empty() { " (" (words::kept_day(texts, &mark.day)) ")" }
                        ": " (thing_word(texts, &mark.value)) " "
                        span.fine { (by(page, mark)) }
                    }
                }
            }
        }
    }
}
