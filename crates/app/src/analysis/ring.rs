//! The ring of an analysis, and the list of its steps, which is the real control.

use std::collections::BTreeMap;

use chart::{Caption, RingKnot, RingState, StepRing, Theme};
use domain::analysis::MethodStep;
use maud::{Markup, PreEscaped, html};

use super::reach::Found;
use super::store::StepRow;
use super::{methods, step_url, url, words};
use crate::cx::Cx;
use crate::web::ui::{Link, Step, StepState, steps};

/// How many of the steps are done.
pub(super) fn done(found: &Found, rows: &BTreeMap<usize, StepRow>) -> usize {
    let is_done = |number: &&usize| rows.get(number).is_some_and(|row| row.done_at.is_some());
    found.numbers.iter().filter(is_done).count()
}

/// The first step that is not done.
pub(super) fn next(found: &Found, rows: &BTreeMap<usize, StepRow>) -> Option<usize> {
    let is_left = |number: &&usize| rows.get(number).is_none_or(|row| row.done_at.is_none());
    found.numbers.iter().find(is_left).copied()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A step as the ring and the list show it.
struct Stop<'f> {
    number: usize,
    step: &'f MethodStep,
    row: Option<&'f StepRow>,
    is_now: bool,
    is_done: bool,
}

/// The steps that an analysis goes through.
fn stops<'f>(
    found: &'f Found,
    rows: &'f BTreeMap<usize, StepRow>,
    now: Option<usize>,
) -> impl Iterator<Item = Stop<'f>> {
    found.numbers.iter().filter_map(move |number| {
        let row = rows.get(number);
        Some(Stop {
            number: *number,
            step: found.method.step(*number)?,
            row,
            is_now: now == Some(*number),
            is_done: row.is_some_and(|row| row.done_at.is_some()),
        })
    })
}

/// The ring. It repeats what the list says, as a picture.
pub(super) fn ring(
    cx: &Cx<'_, '_>,
    found: &Found,
    rows: &BTreeMap<usize, StepRow>,
    now: Option<usize>,
) -> Markup {
    let texts = cx.texts();
    let (done, all) = (done(found, rows), found.numbers.len());
    let knots = stops(found, rows, now).map(|one| RingKnot {
        label: one.number.to_string(),
        state: match (one.is_now, one.is_done) {
            (_, true) => RingState::Done,
            (true, false) => RingState::Now,
            (false, false) => RingState::Left,
        },
        phase: one.step.kind.phase() as usize,
    });
    let picture = StepRing {
        caption: Caption {
            id: "analysring".to_owned(),
            title: texts.analysis_ring(methods::name(texts, found.method)),
            desc: texts.analysis_steps_done(count(all), count(done)),
        },
        knots: knots.collect(),
        phases: Vec::new(),
        centre_small: texts.analysis_ring_done().to_owned(),
        centre_large: texts.analysis_of(count(all), count(done)),
    };
    html! { div.wheel { (PreEscaped(picture.svg(Theme::Screen))) } }
}

/// The steps at the side of a page.
pub(super) fn side(
    cx: &Cx<'_, '_>,
    found: &Found,
    rows: &BTreeMap<usize, StepRow>,
    now: Option<usize>,
) -> Markup {
    let texts = cx.texts();
    let part = |one: Stop<'_>| {
        let phase = words::phase_word(texts, one.step.kind.phase());
        let note = if one.is_done {
            texts.analysis_step_done(phase)
        } else if one.row.is_some_and(|row| !row.content.is_empty()) {
            texts.analysis_step_begun(phase)
        } else {
            phase.to_owned()
        };
        Step {
            url: step_url(found.analysis.id, one.number),
            title: format!("{} {}", one.number, methods::title(texts, one.step)),
            note,
            state: match (one.is_now, one.is_done) {
                (true, _) => StepState::Now,
                (false, true) => StepState::Done,
                (false, false) => StepState::Left,
            },
        }
    };
    let parts: Vec<Step> = stops(found, rows, now).map(part).collect();
    let back = Link::new(url(found.analysis.id), texts.analysis_back());
    let note = texts.analysis_steps_done(count(found.numbers.len()), count(done(found, rows)));
    steps(texts.analysis_steps(), &back, &found.analysis.subject_words, &note, &parts)
}
