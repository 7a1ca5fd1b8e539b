//! What progress is called and which symbol it has. The steering model's own labels come first.

use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::steering::{Scale, ScaleLevel, ScaleLevelId, ScaleUse, TypeId};
use maud::Markup;

use crate::i18n::Texts;
use crate::steering::label;
use crate::web::ui::{Symbol, status};

/// The symbol of progress.
pub fn progress_symbol(progress: Progress) -> Symbol {
    match progress {
        Progress::NotStarted => Symbol::NotAssessed,
        Progress::Ongoing => Symbol::Partly,
        Progress::Late => Symbol::NotMet,
        Progress::Done => Symbol::Met,
        Progress::Paused | Progress::Cancelled => Symbol::Paused,
    }
}

/// Our own word of progress, for what is of several types.
pub fn own_progress_word(texts: Texts, progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => texts.activities_not_started(),
        Progress::Ongoing => texts.activities_ongoing(),
        Progress::Late => texts.activities_late(),
        Progress::Done => texts.activities_done(),
        Progress::Paused => texts.activities_paused(),
        Progress::Cancelled => texts.activities_cancelled(),
    }
}

/// The scale of progress of a type in the steering model.
pub(super) fn scale_of<'s>(structure: &'s Structure, of: &TypeId) -> Option<&'s Scale> {
    let element_type = structure.model.element_type(of)?;
    structure.model.scale_for(element_type, ScaleUse::Progress)
}

fn means(level: &ScaleLevel) -> Option<Progress> {
    Progress::of_symbol(level.symbol).filter(|_| !level.missing)
}

/// The word of an element's progress: the labels of its scale's levels that mean it, else our own.
pub fn progress_word(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    progress: Progress,
) -> String {
    let labels: Vec<&str> = scale_of(structure, &element.element_type)
        .into_iter()
        .flat_map(|scale| &scale.levels)
        .filter(|level| means(level) == Some(progress))
        .map(|level| label(texts.language, level))
        .collect();
    if labels.is_empty() {
        own_progress_word(texts, progress).to_owned()
    } else {
        labels.join(" / ")
    }
}

/// The word of progress as it was told: the label of that very level of the scale.
pub fn told_progress_word(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    (progress, told): (Progress, &str),
) -> String {
    scale_of(structure, &element.element_type)
        .and_then(|scale| scale.level(&ScaleLevelId::new(told)))
        .filter(|level| means(level) == Some(progress))
        .map_or_else(
            || progress_word(texts, structure, element, progress),
            |level| label(texts.language, level).to_owned(),
        )
}

/// What a person can say of an element's progress: how forms carry it, what it means, the level of
/// the scale (empty when our own) and the word.
pub(super) fn offered_progress(
    texts: Texts,
    structure: &Structure,
    element: &Element,
) -> Vec<(String, Progress, String, String)> {
    let levels = scale_of(structure, &element.element_type).into_iter().flat_map(|one| &one.levels);
    let of_model: Vec<_> = levels
        .filter_map(|level| {
            let id = level.id.as_str().to_owned();
            Some((id.clone(), means(level)?, id, label(texts.language, level).to_owned()))
        })
        .collect();
    if !of_model.is_empty() {
        return of_model;
    }
    let own = |progress: &Progress| {
        let word = own_progress_word(texts, *progress).to_owned();
        (progress.code().to_owned(), *progress, String::new(), word)
    };
    Progress::ALL.iter().map(own).collect()
}

/// Symbol and word of an element's progress side by side.
pub fn progress_status(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    progress: Progress,
) -> Markup {
    status(progress_symbol(progress), &progress_word(texts, structure, element, progress))
}
