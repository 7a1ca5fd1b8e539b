//! Levels of the model's scales as people choose among them and read of them. What a level means to
//! the program, a grade or progress, is for the caller to say.

use domain::steering::{Scale, ScaleLevel, ScaleLevelId};

use super::label;
use crate::i18n::Language;

/// A level that a person can choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offered<T> {
    /// How forms carry it: the level of the scale, or our own code where the scale lacks one.
    pub value: String,
    /// What it means.
    pub means: T,
    /// The level of the scale; empty where it is our own.
    pub scale_level: String,
    /// What it is called.
    pub label: String,
}

/// The levels of a scale that mean anything here, in the model's order.
pub fn offered_levels<T>(
    language: Language,
    scale: Option<&Scale>,
    means: impl Fn(&ScaleLevel) -> Option<T>,
) -> Vec<Offered<T>> {
    let levels = scale.into_iter().flat_map(|scale| &scale.levels);
    let offered = levels.filter_map(|level| {
        Some(Offered {
            value: level.id.as_str().to_owned(),
            means: means(level)?,
            scale_level: level.id.as_str().to_owned(),
            label: label(language, level).to_owned(),
        })
    });
    offered.collect()
}

/// The labels of all levels of a scale that mean something; none when it has none.
pub fn labels_that(
    language: Language,
    scale: Option<&Scale>,
    means: impl Fn(&ScaleLevel) -> bool,
) -> Option<String> {
    let levels = scale.into_iter().flat_map(|scale| &scale.levels).filter(|level| means(level));
    let labels: Vec<&str> = levels.map(|level| label(language, level)).collect();
    (!labels.is_empty()).then(|| labels.join(" / "))
}

/// The label of the very level that was chosen, as long as it still means the same.
pub fn label_of_chosen(
    language: Language,
    scale: Option<&Scale>,
    chosen: &str,
    means: impl Fn(&ScaleLevel) -> bool,
) -> Option<String> {
    let level = scale?.level(&ScaleLevelId::new(chosen)).filter(|level| means(level))?;
    Some(label(language, level).to_owned())
}
