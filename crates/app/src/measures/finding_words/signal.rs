//! What is said of a signal: what is seen, and what it means.

use domain::measures::Measure;
use domain::periods::Frequency;
use domain::statistics::finding::{Reading, Signal};
use domain::statistics::target::Meaning;
use domain::statistics::{Movement, Pattern};

use crate::i18n::Texts;

/// A last point outside or near its limit that ends a run is told as the run: that is the larger news.
pub(in crate::measures) fn run_of(reading: &Reading, signal: &Signal) -> Signal {
    let run = reading.recent_run.filter(|run| {
        run.index == signal.index && run.movement == signal.movement && !signal.possible
    });
    match (signal.pattern, run) {
        (Pattern::Outside | Pattern::NearLimit, Some(run)) => run,
        _ => *signal,
    }
}

/// What is seen, in a sentence.
pub(super) fn signal_fact(
    texts: Texts,
    (name, measure): (&str, &Measure),
    signal: &Signal,
    latest: &str,
) -> String {
    let way = match signal.movement {
        Movement::Up => "up",
        Movement::Down => "down",
    };
    let step = match measure.frequency {
        Frequency::Month => "month",
        Frequency::Year => "year",
        Frequency::Tertial | Frequency::HalfYear => "other",
    };
    let count = |points: usize| i64::try_from(points).unwrap_or(i64::MAX);
    let words = |points: usize| crate::i18n::number_word(texts.language, count(points));
    match signal.pattern {
        Pattern::Shift { points } => texts.measures_shift(name, words(points), step, way),
        Pattern::Trend { points } => texts.measures_trend(name, words(points), step, way),
        Pattern::Outside => texts.measures_outside(latest, way),
        Pattern::NearLimit => texts.measures_near(way),
    }
}

/// What it means, with how sure that is.
pub(super) fn signal_meaning(texts: Texts, signal: &Signal, is_trial: bool) -> &'static str {
    match (signal.possible, signal.meaning) {
        (true, _) if is_trial => texts.measures_possible(),
        (true, _) => texts.measures_possible_still(),
        (false, Meaning::Better) => texts.measures_real_better(),
        (false, Meaning::Worse) => texts.measures_real_worse(),
        (false, Meaning::Neutral) => texts.measures_real(),
    }
}
