//! What the rows of a file would do, in words.

use domain::imports::{Effect, PlannedValue};
use domain::measures::{Fate, OutcomeValue, Standing};

use crate::i18n::Texts;
use crate::measures::{quality_word, whose_value};

/// What the row would do, and which value is used when several sources say one.
pub(super) fn effect_words(
    texts: Texts,
    row: &PlannedValue,
    words: &impl Fn(OutcomeValue) -> String,
) -> String {
    let stands = |standing: Standing| {
        format!("{} ({})", words(standing.value), quality_word(texts, standing.quality))
    };
    match (row.effect(), row.fate, &row.used) {
        (Effect::Unchanged, Fate::Beside, Some((_, origin))) => {
            texts.imports_effect_agrees(whose_value(texts, origin))
        }
        (Effect::Unchanged, ..) => texts.imports_effect_unchanged().to_owned(),
        (_, Fate::Beside, Some((used, origin))) => {
            texts.imports_effect_beside(stands(*used), whose_value(texts, origin))
        }
        (_, Fate::TakesOver, Some((used, origin))) => {
            texts.imports_effect_takes_over(stands(*used), whose_value(texts, origin))
        }
        (Effect::New, ..) if row.sum.is_some() => {
            texts.imports_effect_over_sum(row.sum.map(stands).unwrap_or_default())
        }
        (Effect::New, ..) => texts.imports_effect_new().to_owned(),
        (Effect::Changed, ..) => {
            let before = row.before.map(|kept| stands(kept.standing()));
            texts.imports_effect_changed(before.unwrap_or_default())
        }
    }
}
