//! What a card says below its title, its shape, and whether it hangs loose.

use domain::elements::{Element, ElementState, Structure};
use domain::fulfilment::Progress;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use super::dates::short_day;
use super::store::Said;
use crate::activities::{progress_symbol, progress_word};
use crate::assessment::{fulfilment_symbol, level_word};
use crate::i18n::Texts;
use crate::web::ui::{Symbol, Tone, tag};

/// Work has progress; everything else has a grade.
pub(super) fn is_work(element: &Element) -> bool {
    matches!(element.role, Role::Activity | Role::Assignment)
}

/// Shape and word of where an element stands.
pub fn shape_of(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    said: &Said,
) -> (Symbol, String) {
    if is_work(element) {
        let progress = said.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        return (progress_symbol(progress), progress_word(texts, structure, element, progress));
    }
    let grade = said.grade(element.id);
    let element_type = structure.model.element_type(&element.element_type);
    let word = level_word(texts, &structure.model, element_type, (grade, said.level(element.id)));
    (fulfilment_symbol(grade), word)
}

/// Progress with its day: `Pågår till 30 okt`.
pub(super) fn progress_and_day(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    progress: Progress,
    today: Date,
) -> String {
    let day = |day: Date| short_day(texts.language, day, today);
    match (progress, element.starts_on, element.ends_on) {
        (Progress::Done, _, Some(end)) => texts.thread_done(day(end)),
        (Progress::Ongoing, _, Some(end)) => texts.thread_ongoing(day(end)),
        (Progress::Late, _, Some(end)) => texts.thread_late(day(end)),
        (Progress::NotStarted, Some(start), _) if start >= today => texts.thread_starts(day(start)),
        // What is not decided has not been to begin; only when it is planned for can be said.
        (Progress::NotStarted, Some(start), _) if element.is_editable() => {
            texts.thread_planned(day(start))
        }
        (Progress::NotStarted, Some(start), _) => texts.thread_should_have_begun(day(start)),
        _ => progress_word(texts, structure, element, progress),
    }
}

/// The line below a card's title: who owns a goal, when work is done.
pub(super) fn note(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    said: &Said,
    today: Date,
) -> String {
    if structure.is_loose(element) {
        return texts.thread_loose().to_owned();
    }
    if element.role == Role::Activity {
        let progress = said.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        return progress_and_day(texts, structure, element, progress, today);
    }
    owner(texts, structure, element)
}

/// That an element is not decided yet; nothing of one that is.
pub(super) fn state_tag(texts: Texts, element: &Element) -> Markup {
    html! {
        @match element.state {
            ElementState::Draft => (tag(Tone::Neutral, texts.thread_state_draft())),
            ElementState::Proposed => (tag(Tone::Neutral, texts.thread_state_proposed())),
            _ => {},
        }
    }
}

/// Who owns an element; a provider is said to be one.
pub(super) fn owner(texts: Texts, structure: &Structure, element: &Element) -> String {
    use domain::organisation::OrgLevelKind;
    let organisation = &structure.organisation;
    let name = organisation.name(element.owner);
    let is_provider =
        organisation.get(element.owner).is_some_and(|unit| unit.kind == OrgLevelKind::Provider);
    if is_provider { texts.thread_provider(name) } else { name.to_owned() }
}
