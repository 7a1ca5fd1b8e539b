//! What requirements are called, and how one stands against them.

use domain::minimum::{Requirement, Standing};

use crate::i18n::Texts;
use crate::web::ui::{Symbol, Tone};

/// A requirement as a short heading and as a sentence.
pub(super) fn requirement(texts: Texts, of: Requirement) -> (&'static str, &'static str) {
    match of {
        Requirement::Answers => (texts.minimum_answers(), texts.minimum_answers_text()),
        Requirement::Measured => (texts.minimum_measured(), texts.minimum_measured_text()),
        Requirement::FollowedUp => (texts.minimum_followed(), texts.minimum_followed_text()),
        Requirement::Evaluated => (texts.minimum_evaluated(), texts.minimum_evaluated_text()),
        Requirement::Responsible => (texts.minimum_responsible(), texts.minimum_responsible_text()),
        Requirement::WithPerspective => {
            (texts.minimum_perspective(), texts.minimum_perspective_text())
        }
        Requirement::Worked => (texts.minimum_worked(), texts.minimum_worked_text()),
        Requirement::Quality => (texts.minimum_quality(), texts.minimum_quality_text()),
    }
}

/// A standing as its symbol, tone and words.
pub(super) fn standing(texts: Texts, of: &Standing) -> (Symbol, Tone, String) {
    match of {
        Standing::Met => (Symbol::Met, Tone::Good, texts.minimum_met().to_owned()),
        Standing::Lacking(lacking, all) => {
            let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let words = texts.minimum_lacking(count(*all), count(lacking.len()));
            (Symbol::NotMet, Tone::Concern, words)
        }
        Standing::Absent => (Symbol::NotMet, Tone::Concern, texts.minimum_absent().to_owned()),
        Standing::Nothing => {
            (Symbol::NotAssessed, Tone::Neutral, texts.minimum_nothing().to_owned())
        }
    }
}
