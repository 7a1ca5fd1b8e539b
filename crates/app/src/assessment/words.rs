//! What grades are called and which symbol they have. The steering model's own labels come first.

use domain::fulfilment::Fulfilment;
use domain::steering::{ElementType, ScaleUse, SteeringModel, Symbol as ModelSymbol};

use crate::i18n::Texts;
use crate::web::ui::Symbol;

/// The symbol of a grade.
pub fn fulfilment_symbol(fulfilment: Fulfilment) -> Symbol {
    match fulfilment {
        Fulfilment::Achieved => Symbol::Met,
        Fulfilment::Partly => Symbol::Partly,
        Fulfilment::NotAchieved => Symbol::NotMet,
        Fulfilment::CannotTell | Fulfilment::NotAssessed => Symbol::NotAssessed,
    }
}

/// The word of a grade: the label of the type's scale in the steering model, else our own.
pub fn fulfilment_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    fulfilment: Fulfilment,
) -> String {
    let wanted = match fulfilment {
        Fulfilment::Achieved => Some(ModelSymbol::Achieved),
        Fulfilment::Partly => Some(ModelSymbol::Partly),
        Fulfilment::NotAchieved => Some(ModelSymbol::NotAchieved),
        Fulfilment::CannotTell | Fulfilment::NotAssessed => None,
    };
    let own = element_type
        .and_then(|element_type| model.scale_for(element_type, ScaleUse::Outcome))
        .zip(wanted)
        .and_then(|(scale, wanted)| scale.levels.iter().find(|level| level.symbol == wanted))
        .map(|level| match (texts.language, &level.en) {
            (crate::i18n::Language::English, Some(english)) => english.clone(),
            _ => level.label.clone(),
        });
    own.unwrap_or_else(|| {
        match fulfilment {
            Fulfilment::Achieved => texts.assessment_achieved(),
            Fulfilment::Partly => texts.assessment_partly(),
            Fulfilment::NotAchieved => texts.assessment_not_achieved(),
            Fulfilment::CannotTell => texts.assessment_cannot_tell(),
            Fulfilment::NotAssessed => texts.assessment_not_assessed(),
        }
        .to_owned()
    })
}
