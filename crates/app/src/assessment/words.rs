//! What grades are called and which symbol they have. The steering model's own labels come first.

use domain::assessment::Grade;
use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Stage};
use domain::steering::{ElementType, Scale, SteeringModel};

use super::grounds::{rule_for, scale_for};
use super::store::AssessmentKind;
use crate::i18n::{Language, Texts};
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
    let scale = element_type.and_then(|one| scale_for(model, one, AssessmentKind::Outcome));
    word_on(texts, scale, fulfilment)
}

/// What a forecast is called: the label of the model's scale for forecasts, else the grade's word.
pub fn forecast_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    level: Fulfilment,
) -> String {
    match element_type.and_then(|one| scale_for(model, one, AssessmentKind::Forecast)) {
        Some(scale) => word_on(texts, Some(scale), level),
        None => fulfilment_word(texts, model, element_type, level),
    }
}

/// The word of a judgement of an element.
pub fn level_word(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    (kind, level): (AssessmentKind, Fulfilment),
) -> String {
    let model = &structure.model;
    let element_type = model.element_type(&element.element_type);
    match kind {
        AssessmentKind::Outcome => fulfilment_word(texts, model, element_type, level),
        AssessmentKind::Forecast => forecast_word(texts, model, element_type, level),
    }
}

fn word_on(texts: Texts, scale: Option<&Scale>, fulfilment: Fulfilment) -> String {
    let own = scale.zip(Grade::of(fulfilment)).and_then(|(scale, grade)| {
        // Work has levels of its own; here only what says how far a goal is reached.
        scale.judged_levels().find(|level| Grade::of_symbol(level.symbol) == Some(grade))
    });
    let own = own.map(|level| match (texts.language, &level.en) {
        (Language::English, Some(english)) => english.clone(),
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

/// Whose judgement it is, in the model's words where it has them.
pub fn stage_word(texts: Texts, structure: &Structure, element: &Element, stage: Stage) -> String {
    let of_type = structure.model.element_type(&element.element_type);
    let rule = of_type.and_then(|one| rule_for(&structure.model, one, AssessmentKind::Outcome));
    let named = domain::assessment::stages_of(rule);
    let named = named.into_iter().find(|(one, _)| *one == stage).and_then(|(_, name)| name);
    match (named, texts.language) {
        (Some(name), Language::Swedish) => name.to_owned(),
        _ => texts.assessment_stage(stage.code()),
    }
}
