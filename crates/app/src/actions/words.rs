//! What kinds of improvement, directions and answers are called.

use domain::actions::{Answer, ImprovementKind, Showing, Wanted};
use maud::{Markup, html};

use crate::i18n::Texts;
use crate::web::ui::{Symbol, status};

/// What a kind of improvement is called.
pub fn kind_word(texts: Texts, kind: ImprovementKind) -> &'static str {
    use ImprovementKind as K;
    match kind {
        K::WorkingMethods => texts.actions_kind_working_methods(),
        K::Organisation => texts.actions_kind_organisation(),
        K::Routine => texts.actions_kind_routine(),
        K::Mapping => texts.actions_kind_mapping(),
        K::Cooperation => texts.actions_kind_cooperation(),
        K::Digital => texts.actions_kind_digital(),
        K::Competence => texts.actions_kind_competence(),
        K::Other => texts.actions_kind_other(),
    }
}

/// Which way a measure is expected to go.
pub(super) fn wanted_word(texts: Texts, wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Up => texts.actions_wanted_up(),
        Wanted::Down => texts.actions_wanted_down(),
        Wanted::Still => texts.actions_wanted_still(),
    }
}

/// An answer to whether an action had effect.
pub fn answer_word(texts: Texts, answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => texts.actions_effect_yes(),
        Answer::Partly => texts.actions_effect_partly(),
        Answer::No => texts.actions_effect_no(),
        Answer::TooEarly => texts.actions_effect_too_early(),
    }
}

/// Its symbol.
pub fn answer_symbol(answer: Answer) -> Symbol {
    match answer {
        Answer::Yes => Symbol::Met,
        Answer::Partly => Symbol::Partly,
        Answer::No => Symbol::NotMet,
        Answer::TooEarly => Symbol::NotAssessed,
    }
}

/// An answer as it is told, with why where it goes against the figures.
pub(super) fn answer_told(texts: Texts, answer: Answer, why: &str) -> Markup {
    html! {
        (status(answer_symbol(answer), answer_word(texts, answer)))
        @if !why.is_empty() { " " span.fine { (texts.actions_against_figures(why)) } }
    }
}

/// What the figures say, beside the question, of what was expected, or of what is better where nobody said
/// what they expected; nothing where they can tell nothing.
pub(super) fn showing_words(
    texts: Texts,
    showing: Showing,
    wanted: Option<Wanted>,
) -> Option<&'static str> {
    use Wanted as W;
    Some(match (showing, wanted) {
        (Showing::ForIt, Some(W::Up | W::Down)) => texts.actions_figures_for(),
        (Showing::ForIt, Some(W::Still)) => texts.actions_figures_stayed(),
        (Showing::ForIt, None) => texts.actions_figures_better(),
        (Showing::AgainstIt, Some(W::Up | W::Down)) => texts.actions_figures_against(),
        (Showing::AgainstIt, Some(W::Still)) => texts.actions_figures_moved(),
        (Showing::AgainstIt, None) => texts.actions_figures_not_better(),
        (Showing::AsUsual, _) => texts.actions_figures_usual(),
        (Showing::Silent, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn nothing_is_said_to_have_been_expected_where_nobody_said_what_they_expected() {
        let texts = Texts::from(Language::Swedish);
        for showing in Showing::ALL.iter().copied() {
            let words = showing_words(texts, showing, None).unwrap_or_default();
            assert!(!words.contains("väntade"), "{showing:?}: {words}");
            let still = showing_words(texts, showing, Some(Wanted::Still)).unwrap_or_default();
            assert!(!still.contains("åt det håll"), "{showing:?}: {still}");
        }
    }
}
