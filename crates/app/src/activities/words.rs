//! What progress is called and which symbol it has. The steering model's own labels come first.

use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::steering::{Scale, ScaleLevel, ScaleUse, TypeId};
use maud::Markup;

use crate::i18n::Texts;
use crate::steering::{Offered, label_of_chosen, labels_that, offered_levels};
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
    let scale = scale_of(structure, &element.element_type);
    labels_that(texts.language, scale, |level| means(level) == Some(progress))
        .unwrap_or_else(|| own_progress_word(texts, progress).to_owned())
}

/// The word of progress as it was told: the label of that very level of the scale.
pub fn told_progress_word(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    (progress, told): (Progress, &str),
) -> String {
    let scale = scale_of(structure, &element.element_type);
    label_of_chosen(texts.language, scale, told, |level| means(level) == Some(progress))
        .unwrap_or_else(|| progress_word(texts, structure, element, progress))
}

/// What a person can say of an element's progress: the levels of its scale, else our own.
pub(super) fn offered_progress(
    texts: Texts,
    structure: &Structure,
    element: &Element,
) -> Vec<Offered<Progress>> {
    let scale = scale_of(structure, &element.element_type);
    let of_model = offered_levels(texts.language, scale, means);
    if !of_model.is_empty() {
        return of_model;
    }
    let own = |progress: &Progress| Offered {
        value: progress.code().to_owned(),
        means: *progress,
        scale_level: String::new(),
        label: own_progress_word(texts, *progress).to_owned(),
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
