//! What a finding says where there is room for one line: made by the same rules as the sentences, so that
//! no line is surer than they are.

use domain::measures::Measure;
use domain::statistics::finding::{Reading, Signal};

use super::super::words::target_words;
use super::{Shown, mean};
use crate::i18n::Texts;

/// A sentence without its full stop.
pub(super) fn bare(sentence: &str) -> String {
    sentence.trim_end_matches('.').to_owned()
}

/// A signal with the gravest reservation there is against it.
pub(super) fn of_signal(
    texts: Texts,
    fact: &str,
    (signal, is_trial, is_preliminary): (&Signal, bool, bool),
) -> String {
    let fact = bare(fact);
    match (signal.possible, is_trial, is_preliminary) {
        (true, true, _) => texts.measures_short_possible(fact),
        (true, false, _) => texts.measures_short_chance(fact),
        (false, _, true) => texts.measures_short_preliminary(fact),
        (false, true, false) => texts.measures_short_trial(fact),
        (false, false, false) => fact,
    }
}

/// What varies as usual.
pub(super) fn of_usual(
    texts: Texts,
    (name, measure, shown): (&str, &Measure, &Shown),
    (reading, is_trial): (&Reading, bool),
) -> String {
    let mean = mean(texts, measure, reading);
    let fact = match &shown.target {
        Some(target) if reading.calls_for_change() => {
            texts.measures_short_never(mean, name, target_words(texts, measure, target))
        }
        _ => texts.measures_short_usual(mean, name),
    };
    if is_trial { texts.measures_short_trial(fact) } else { fact }
}
