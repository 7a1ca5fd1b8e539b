//! What states, links, stages, forecasts and refused links are called.

use domain::elements::{Element, ElementState, LinkProblem, Structure};
use domain::fulfilment::Stage;
use domain::steering::{ElementType, LinkKind, Role, Term};

use crate::cx::Cx;
use crate::i18n::{Language, Texts};
use crate::steering::singular;
use crate::web::ui::Tone;

/// What a state is called.
pub(super) fn state_word(texts: Texts, state: ElementState) -> &'static str {
    match state {
        ElementState::Draft => texts.goals_state_draft(),
        ElementState::Proposed => texts.goals_state_proposed(),
        ElementState::Adopted => texts.goals_state_adopted(),
        ElementState::Superseded => texts.goals_state_superseded(),
        ElementState::Ended => texts.goals_state_ended(),
        ElementState::Discarded => texts.goals_state_discarded(),
    }
}

/// The tone of a state's tag.
pub(super) fn state_tone(state: ElementState) -> Tone {
    match state {
        ElementState::Draft | ElementState::Proposed => Tone::Partly,
        ElementState::Adopted => Tone::Good,
        ElementState::Superseded | ElementState::Ended | ElementState::Discarded => Tone::Neutral,
    }
}

/// What the element is called in the municipality, capitalised.
pub(super) fn type_word(language: Language, structure: &Structure, element: &Element) -> String {
    structure
        .model
        .element_type(&element.element_type)
        .map(|one| singular(language, &one.term))
        .unwrap_or_default()
}

/// What a link says, read from the child: *bidrar till*.
pub(super) fn link_word(texts: Texts, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Groups => texts.goals_link_groups(),
        LinkKind::Contributes => texts.goals_link_contributes(),
        LinkKind::Decomposes => texts.goals_link_decomposes(),
        LinkKind::Specifies => texts.goals_link_specifies(),
        LinkKind::Measures => texts.goals_link_measures(),
        LinkKind::Executes => texts.goals_link_executes(),
        LinkKind::Threatens => texts.goals_link_threatens(),
        LinkKind::Mitigates => texts.goals_link_mitigates(),
    }
}

/// Why a link is refused, and what to do.
pub(super) fn link_problem(texts: Texts, problem: LinkProblem) -> &'static str {
    match problem {
        LinkProblem::Unknown => texts.web_unknown_choice(),
        LinkProblem::NotInModel => texts.goals_problem_link_model(),
        LinkProblem::Circle => texts.goals_problem_link_circle(),
        LinkProblem::Twice => texts.goals_problem_link_twice(),
    }
}

/// Whose judgement it is.
pub(super) fn stage_word(texts: Texts, stage: Stage) -> &'static str {
    match stage {
        Stage::Own => texts.goals_stage_own(),
        Stage::Central => texts.goals_stage_central(),
        Stage::Political => texts.goals_stage_political(),
    }
}

/// Whether the visitor may write elements of the type at all: what gives direction, comes from
/// outside or is a permanent task is kept by those who record decisions.
pub(super) fn may_write_type(cx: &Cx<'_, '_>, element_type: &ElementType) -> bool {
    match element_type.role {
        Role::Measure => false,
        Role::Direction | Role::External | Role::Mission => {
            crate::app::may_somewhere(cx.visit, domain::access::Action::Adopt)
        }
        _ => true,
    }
}

/// The types that the model lets hang under an element; those kept by whoever records decisions
/// only when the visitor does.
pub(super) fn may_be_written_under<'s>(
    structure: &'s Structure,
    element: &Element,
    records_decisions: bool,
) -> Vec<&'s ElementType> {
    structure
        .model
        .element_types
        .iter()
        .filter(|one| {
            records_decisions
                || !matches!(one.role, Role::Direction | Role::External | Role::Mission)
        })
        .filter(|one| {
            crate::steering::link_between(&structure.model, &one.id, &element.element_type)
                .is_some()
        })
        .collect()
}

/// The term of one thing as it is written inside a sentence.
pub(super) fn term_inside(language: Language, term: &Term) -> &str {
    match (language, &term.en) {
        (Language::English, Some(english)) => english,
        _ => &term.singular,
    }
}
