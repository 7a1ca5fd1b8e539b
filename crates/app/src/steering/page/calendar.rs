//! The year of the model: steps by month, and those without a fixed day.

use domain::steering::{CycleStep, Phase, StepTime};
use jiff::civil::Date;
use maud::{Markup, html};

use super::Reader;
use crate::i18n::month_name;

/// The round of the work: what is planned, done, followed up and improved, and planned again.
pub(super) fn phases(reader: Reader<'_>) -> Markup {
    if reader.model.cycle.is_empty() {
        return html! {};
    }
    let texts = reader.texts;
    html! {
        p.soft { (texts.steering_phases_text()) }
        ol.phases {
            @for phase in Phase::ALL {
                @let steps: Vec<&CycleStep> = reader.model.cycle.iter().filter(|step| step.kind.phase() == *phase).collect();
                li {
                    h3 { (texts.steering_phase(phase.key())) }
                    p.fine { (texts.steering_phase_text(phase.key())) }
                    @if !steps.is_empty() { ul.plain-list { @for step in steps { li { (step.name) } } } }
                }
            }
        }
    }
}

/// The calendar of the reader's year.
pub(super) fn calendar(reader: Reader<'_>) -> Markup {
    if reader.model.cycle.is_empty() {
        return html! {};
    }
    let loose: Vec<&CycleStep> = reader
        .model
        .cycle
        .iter()
        .filter(|step| matches!(step.when, StepTime::PerYear(_)))
        .collect();
    html! {
        ol.year {
            @for month in 1..=12_i8 {
                @let due = due_in(reader, month);
                @if !due.is_empty() {
                    li {
                        h3 { (capital(month_name(reader.texts.language, month))) }
                        ul { @for (day, step) in due { (line(reader, step, &day.day().to_string())) } }
                    }
                }
            }
            @if !loose.is_empty() {
                li {
                    h3 { (reader.texts.steering_no_day()) }
                    ul { @for step in loose { (line(reader, step, &times(reader, step))) } }
                }
            }
        }
    }
}

fn capital(word: &str) -> String {
    domain::steering::capitalised(word)
}

fn due_in(reader: Reader<'_>, month: i8) -> Vec<(Date, &CycleStep)> {
    let mut found: Vec<(Date, &CycleStep)> = reader
        .model
        .cycle
        .iter()
        .flat_map(|step| step.due_days(reader.year).into_iter().map(move |day| (day, step)))
        .filter(|(day, _)| day.month() == month)
        .collect();
    found.sort_by_key(|(day, _)| *day);
    found
}

fn times(reader: Reader<'_>, step: &CycleStep) -> String {
    match step.when {
        StepTime::PerYear(times) => reader.texts.steering_times(i64::from(times)),
        _ => String::new(),
    }
}

fn line(reader: Reader<'_>, step: &CycleStep, day: &str) -> Markup {
    let texts = reader.texts;
    let about = about_words(reader, step);
    let mut details: Vec<String> = vec![texts.steering_cycle_kind(step.kind.key())];
    if let Some(level) = &step.level {
        details.push(reader.level(level));
    }
    if !about.is_empty() {
        details.push(about);
    }
    if let Some(days) = step.opens_days_before {
        details.push(texts.steering_opens(i64::from(days)));
    }
    let document = step.document.as_ref().and_then(|id| reader.model.document(id));
    html! {
        li {
            span.day { (day) }
            div {
                b { (step.name) }
                p.fine {
                    (details.join(" · "))
                    @if let Some(document) = document {
                        " · " a href={"#dokument-" (document.id)} { (crate::steering::singular(texts.language, &document.term)) }
                    }
                }
            }
        }
    }
}

/// The year that a step is about, in words; nothing for the year at hand.
fn about_words(reader: Reader<'_>, step: &CycleStep) -> String {
    let texts = reader.texts;
    match step.rel_year {
        0 => String::new(),
        -1 => texts.steering_about_last_year().to_owned(),
        1 => texts.steering_about_next_year().to_owned(),
        _ => texts.steering_about_year(step.about_year(reader.year)),
    }
}
