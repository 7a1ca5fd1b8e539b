//! The word of a status, and what is said of the target.

use domain::measures::{Direction, Measure, OutcomeQuality};
use domain::statistics::Movement;
use domain::statistics::assurance::Assurance;
use domain::statistics::finding::Reading;
use domain::statistics::target::Meaning;
use domain::statistics::xmr::Evidence;

use super::mean;
use crate::i18n::Texts;
use crate::measures::Shown;
use crate::measures::words::period_words;
use crate::web::ui::{Symbol, Tone};

/// Shape, colour and word of what a series says.
pub(super) fn status(texts: Texts, measure: &Measure, reading: &Reading) -> (Symbol, Tone, String) {
    let Some(signal) = &reading.signal else {
        return match reading.evidence {
            Evidence::TooFew { .. } => {
                (Symbol::TooFew, Tone::Neutral, texts.measures_too_few().to_owned())
            }
            _ if reading.never_varied() => {
                (Symbol::TooFew, Tone::Neutral, texts.measures_alike().to_owned())
            }
            _ if reading.has_unsteady_baseline() => {
                (Symbol::Usual, Tone::Neutral, texts.measures_unsteady().to_owned())
            }
            _ if reading.recent_run.is_some() => {
                (Symbol::Usual, Tone::Neutral, texts.measures_recent().to_owned())
            }
            _ => (Symbol::Usual, Tone::Neutral, texts.measures_as_usual().to_owned()),
        };
    };
    let symbol = if signal.movement == Movement::Up { Symbol::Rising } else { Symbol::Falling };
    let way = if signal.movement == Movement::Up { "up" } else { "down" };
    let (tone, meaning) = match signal.meaning {
        Meaning::Better => (Tone::Good, "better"),
        Meaning::Worse => (Tone::Concern, "worse"),
        Meaning::Neutral => (Tone::Event, "neutral"),
    };
    let meaning = if measure.direction == Direction::Neutral { "neutral" } else { meaning };
    let word = if signal.possible {
        texts.measures_status_possible(meaning, way)
    } else {
        texts.measures_status(meaning, way)
    };
    (symbol, tone, word)
}

/// Whether the present way of working reaches the target, or at least whether the latest value does.
pub(super) fn assurance(
    texts: Texts,
    (measure, shown): (&Measure, &Shown),
    reading: &Reading,
) -> String {
    let latest = match reading.target_met {
        Some(true) => texts.measures_met(),
        Some(false) => texts.measures_not_met(),
        None => "",
    };
    match reading.assurance {
        Assurance::Always => texts.measures_always().to_owned(),
        Assurance::Sometimes => texts.measures_sometimes().to_owned(),
        Assurance::Never => texts.measures_never().to_owned(),
        Assurance::NotApplicable => latest.to_owned(),
        Assurance::Moved => {
            let period = |index: usize| {
                let place = shown.series.points.get(index);
                place.map(|place| period_words(texts.language, place.period)).unwrap_or_default()
            };
            let first = period(reading.baseline.start);
            let last = period(reading.baseline.end.saturating_sub(1));
            let moved = texts.measures_left_level(first, last, mean(texts, measure, reading));
            format!("{latest} {moved}")
        }
    }
}

/// Whether the latest value may still change.
pub(super) fn is_preliminary(shown: &Shown, reading: &Reading) -> bool {
    let place = shown.series.points.get(reading.latest.index);
    let outcome = place.and_then(|place| place.outcome.as_ref());
    outcome.is_some_and(|outcome| outcome.quality == OutcomeQuality::Preliminary)
}
