//! What the closed words of measures are called in the visitor's language.

use domain::elements::Structure;
use domain::measures::{Aggregation, Direction, OutcomeQuality};
use domain::periods::Frequency;

use crate::i18n::Texts;

/// What a direction is called.
pub(super) fn direction_word(texts: Texts, direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => texts.measures_higher(),
        Direction::Lower => texts.measures_lower_better(),
        Direction::Neutral => texts.measures_neutral(),
    }
}

/// What a frequency is called.
pub(super) fn frequency_word(texts: Texts, frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Month => texts.measures_month(),
        Frequency::Tertial => texts.measures_each_tertial(),
        Frequency::HalfYear => texts.measures_each_half_year(),
        Frequency::Year => texts.measures_year(),
    }
}

/// How values are put together.
pub(super) fn aggregation_word(texts: Texts, aggregation: Aggregation) -> &'static str {
    match aggregation {
        Aggregation::Sum => texts.measures_sum(),
        Aggregation::Mean => texts.measures_mean_of(),
        Aggregation::Latest => texts.measures_latest(),
        Aggregation::None => texts.measures_not_added(),
    }
}

/// What quality is called.
pub(crate) fn quality_word(texts: Texts, quality: OutcomeQuality) -> &'static str {
    match quality {
        OutcomeQuality::Preliminary => texts.measures_preliminary(),
        OutcomeQuality::Corrected => texts.measures_corrected(),
        OutcomeQuality::Verified => texts.measures_verified(),
    }
}

/// What the municipality calls a target level.
pub(super) fn target_term(structure: &Structure, texts: Texts) -> String {
    crate::steering::target_term(texts.language, &structure.model)
        .unwrap_or_else(|| texts.measures_target_word().to_owned())
}
