//! The ring of an analysis, and the list of its steps, which is the real control.

use std::collections::BTreeMap;

use chart::{Caption, RingKnot, RingState, StepRing, Theme};
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

/// The ring. It repeats what the list says, as a picture.
pub(super) fn ring(
    cx: &Cx<'_, '_>,
    found: &Found,
    rows: &BTreeMap<usize, StepRow>,
    now: Option<usize>,
) -> Markup {
    let texts = cx.texts();
    let (done, all) = (done(found, rows), found.numbers.len());
    let knots = found.numbers.iter().filter_map(|number| {
        let step = found.method.step(*number)?;
        let is_done = rows.get(number).is_some_and(|row| row.done_at.is_some());
        let state = match (now == Some(*number), is_done) {
            (_, true) => RingState::Done,
            (true, false) => RingState::Now,
            (false, false) => RingState::Left,
        };
        Some(RingKnot { label: number.to_string(), state, phase: step.kind.phase() as usize })
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
    let parts: Vec<Step> = found
        .numbers
        .iter()
        .filter_map(|number| {
            let step = found.method.step(*number)?;
            let row = rows.get(number);
            let is_done = row.is_some_and(|row| row.done_at.is_some());
            let state = match (now == Some(*number), is_done) {
                (true, _) => StepState::Now,
                (false, true) => StepState::Done,
                (false, false) => StepState::Left,
            };
            let phase = words::phase_word(texts, step.kind.phase());
            let note = if is_done {
                texts.analysis_step_done(phase)
            } else if row.is_some_and(|row| !row.content.is_empty()) {
                texts.analysis_step_begun(phase)
            } else {
                phase.to_owned()
            };
            Some(Step {
                url: step_url(found.analysis.id, *number),
                title: format!("{number} {}", methods::title(texts, step)),
                note,
                state,
            })
        })
        .collect();
    let back = Link::new(url(found.analysis.id), texts.analysis_back());
    let note = texts.analysis_steps_done(count(found.numbers.len()), count(done(found, rows)));
    steps(texts.analysis_steps(), &back, &found.analysis.subject_words, &note, &parts)
}
