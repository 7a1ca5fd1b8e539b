//! Findings in words: deterministic sentences, the same for the same figures.

use domain::measures::Measure;
use domain::statistics::finding::{Finding, Reading};
use domain::statistics::target::Meaning;
use domain::statistics::xmr::Evidence;
use domain::statistics::{Movement, Pattern, Season};

pub(super) use signal::run_of;
use signal::{signal_fact, signal_meaning};
use status::{assurance, is_preliminary, status};

use super::Shown;
use super::words::{float_words, period_words, target_words};
use crate::i18n::Texts;
use crate::web::ui::{Symbol, Tone};

mod short;
mod signal;
mod status;

/// What stands beside a picture.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// Shape of the status.
    pub symbol: Symbol,
    /// Its colour.
    pub tone: Tone,
    /// Its word.
    pub word: String,
    /// One or two sentences.
    pub sentence: String,
    /// The same in one line without a full stop, with whatever reservation there is.
    pub short: String,
    /// Whether the last value meets the target, in words; empty without a target.
    pub assurance: String,
}

/// What the finding of a series says to those who answer for it: an improvement asks what they did.
pub fn finding_words(texts: Texts, name: &str, measure: &Measure, shown: &Shown) -> FindingWords {
    let mut words = report_words(texts, name, measure, shown);
    if let Some(Finding::Observed(Reading { signal: Some(signal), .. })) = &shown.finding
        && !signal.possible
        && signal.meaning == Meaning::Better
    {
        words.sentence = format!("{} {}", words.sentence, texts.measures_what_did_you_do());
    }
    words
}

/// What the finding of a series says to those who only read it.
pub fn report_words(texts: Texts, name: &str, measure: &Measure, shown: &Shown) -> FindingWords {
    let Some(finding) = &shown.finding else {
        return plain(
            Symbol::NotAssessed,
            texts.measures_unusable(),
            texts.measures_unusable_text(),
        );
    };
    let is_hidden = shown.series.last_period().is_some_and(|last| shown.withheld.contains(&last));
    match finding {
        Finding::Missing { .. } if is_hidden => {
            let why = texts.measures_hidden_note(i64::from(measure.least_count));
            plain(Symbol::NotAssessed, texts.measures_withheld_latest(), &why)
        }
        Finding::Missing { .. } if shown.series.latest().is_none() => {
            plain(Symbol::NotAssessed, texts.measures_no_values(), texts.measures_no_values_text())
        }
        Finding::Missing { .. } => {
            let period =
                shown.series.last_period().map(|period| period_words(texts.language, period));
            let sentence = texts.measures_missing_text(period.unwrap_or_default());
            plain(Symbol::NotAssessed, texts.measures_missing(), &sentence)
        }
        Finding::Observed(reading) => observed(texts, name, measure, shown, reading),
    }
}

fn plain(symbol: Symbol, word: &str, sentence: &str) -> FindingWords {
    FindingWords {
        symbol,
        tone: Tone::Neutral,
        word: word.to_owned(),
        sentence: sentence.to_owned(),
        short: short::bare(sentence),
        assurance: String::new(),
    }
}

fn observed(
    texts: Texts,
    name: &str,
    measure: &Measure,
    shown: &Shown,
    reading: &Reading,
) -> FindingWords {
    let latest = float_words(texts.language, measure, reading.latest.value);
    if let Some(season) = reading.season {
        return seasonal(texts, measure, shown, (reading, season));
    }
    let ((symbol, tone, word), trial) = (status(texts, measure, reading), reading.is_trial());
    let preliminary = reading.signal.is_some() && is_preliminary(shown, reading);
    let (sentence, short) = match (&reading.signal, reading.evidence) {
        (Some(signal), _) => {
            let told = run_of(reading, signal);
            let fact = signal_fact(texts, (name, measure), &told, &latest);
            let short = short::of_signal(texts, &fact, (&told, trial, preliminary));
            (format!("{fact} {}", signal_meaning(texts, &told, trial)), short)
        }
        (None, Evidence::TooFew { observed }) => {
            let few = texts.measures_few(i64::try_from(observed).unwrap_or(0), &latest);
            (few, texts.measures_short_few(&latest))
        }
        (None, _) if reading.never_varied() => {
            whole(texts.measures_alike_text(&latest, mean(texts, measure, reading)))
        }
        (None, _) if reading.recent_run.is_some() => {
            whole(recent_sentence(texts, (name, measure), reading, &latest))
        }
        (None, _) => {
            let usual = usual_sentence(texts, name, measure, shown, reading, &latest);
            (usual, short::of_usual(texts, (name, measure, shown), (reading, trial)))
        }
    };
    let sentence = if trial { format!("{sentence} {}", texts.measures_trial()) } else { sentence };
    let sentence = if preliminary {
        format!("{sentence} {}", texts.measures_latest_preliminary())
    } else {
        sentence
    };
    FindingWords {
        symbol,
        tone,
        word,
        sentence,
        short,
        assurance: assurance(texts, (measure, shown), reading),
    }
}

/// A sentence that is as careful as it can be said in one line.
fn whole(sentence: String) -> (String, String) {
    let short = short::bare(&sentence);
    (sentence, short)
}

/// A series that follows the seasons: the same time last year, and no claim from limits.
fn seasonal(
    texts: Texts,
    measure: &Measure,
    shown: &Shown,
    (reading, season): (&Reading, Season),
) -> FindingWords {
    let latest = float_words(texts.language, measure, reading.latest.value);
    let period = |index: usize| {
        let place = shown.series.points.get(index);
        place.map(|place| period_words(texts.language, place.period)).unwrap_or_default()
    };
    let now = period(reading.latest.index);
    let mut sentence = match season.last_year {
        Some(last_year) => {
            let then = float_words(texts.language, measure, last_year.value);
            texts.measures_season_compared(latest, now, then, period(last_year.index))
        }
        None => texts.measures_season_alone(latest, now),
    };
    let short = short::bare(&sentence);
    if season.unusual {
        sentence = format!("{sentence} {}", texts.measures_season_unusual());
    }
    FindingWords {
        symbol: Symbol::Usual,
        tone: Tone::Neutral,
        word: texts.measures_season().to_owned(),
        sentence,
        short,
        assurance: assurance(texts, (measure, shown), reading),
    }
}

/// The mean that the limits lie around.
fn mean(texts: Texts, measure: &Measure, reading: &Reading) -> String {
    let mean = reading.limits.map(|limits| float_words(texts.language, measure, limits.mean));
    mean.unwrap_or_default()
}

/// The latest value is ordinary, but those right before it were not: what is usual now is not known.
fn recent_sentence(
    texts: Texts,
    (name, measure): (&str, &Measure),
    reading: &Reading,
    latest: &str,
) -> String {
    let run = reading.recent_run.map(|run| (run.pattern, run.movement));
    let kind = match run {
        Some((Pattern::Trend { .. }, Movement::Up)) => "rise",
        Some((Pattern::Trend { .. }, Movement::Down)) => "fall",
        Some((_, Movement::Up)) => "above",
        _ => "below",
    };
    let mean = mean(texts, measure, reading);
    if reading.has_unsteady_baseline() {
        return texts.measures_unsteady_text(kind, latest, mean, name);
    }
    texts.measures_recent_text(kind, latest, mean, name)
}

fn usual_sentence(
    texts: Texts,
    name: &str,
    measure: &Measure,
    shown: &Shown,
    reading: &Reading,
    latest: &str,
) -> String {
    let mean = mean(texts, measure, reading);
    match &shown.target {
        Some(target) if reading.calls_for_change() => {
            texts.measures_usual_never(mean, name, target_words(texts, measure, target))
        }
        Some(target) => {
            texts.measures_usual_target(latest, mean, name, target_words(texts, measure, target))
        }
        None => texts.measures_usual(latest, mean, name),
    }
}

#[cfg(test)]
mod tests;
