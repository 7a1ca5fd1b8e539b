//! What kinds of improvement, directions and answers are called.

use domain::actions::{ImprovementKind, Wanted};

use crate::i18n::Texts;

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
