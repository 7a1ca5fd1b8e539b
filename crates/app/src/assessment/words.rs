//! What grades are called and which symbol they have. The steering model's own labels come first.

use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Stage};
use domain::steering::{ElementType, Scale, ScaleLevel, ScaleUse, SteeringModel};

use super::grounds::{rule_for, scale_for};
use super::store::AssessmentKind;
use crate::i18n::{Language, Texts};
use crate::steering::{self, label_of_chosen, labels_that, offered_levels};
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

fn scale_of<'m>(model: &'m SteeringModel, of: Option<&ElementType>) -> Option<&'m Scale> {
    of.and_then(|element_type| model.scale_for(element_type, ScaleUse::Outcome))
}

/// The word of a grade: the label of the type's scale in the steering model, else our own. Where
/// several levels of the scale mean the same, all of them are named.
pub fn fulfilment_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    fulfilment: Fulfilment,
) -> String {
    word_on(texts, scale_of(model, element_type), fulfilment)
        .unwrap_or_else(|| own_word(texts, fulfilment).to_owned())
}

/// The word of a grade as it was chosen: the label of that very level of the scale.
pub fn level_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    (fulfilment, chosen): (Fulfilment, &str),
) -> String {
    let means = |level: &ScaleLevel| Fulfilment::of_symbol(level.symbol) == fulfilment;
    label_of_chosen(texts.language, scale_of(model, element_type), chosen, means)
        .unwrap_or_else(|| fulfilment_word(texts, model, element_type, fulfilment))
}

/// What a forecast is called: the label of the model's scale for forecasts, else the grade's word.
pub fn forecast_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    level: Fulfilment,
) -> String {
    let scale = element_type
        .and_then(|element_type| model.scale_for(element_type, ScaleUse::Forecast))
        .filter(|scale| scale.scale_use == ScaleUse::Forecast);
    word_on(texts, scale, level)
        .unwrap_or_else(|| fulfilment_word(texts, model, element_type, level))
}

/// The labels of a scale's levels that mean a grade; none when it has none.
fn word_on(texts: Texts, scale: Option<&Scale>, fulfilment: Fulfilment) -> Option<String> {
    // That nobody has judged yet is not a level that anybody has chosen.
    if fulfilment == Fulfilment::NotAssessed {
        return None;
    }
    let means = |level: &ScaleLevel| Fulfilment::of_symbol(level.symbol) == fulfilment;
    labels_that(texts.language, scale, means)
}

fn own_word(texts: Texts, fulfilment: Fulfilment) -> &'static str {
    match fulfilment {
        Fulfilment::Achieved => texts.assessment_achieved(),
        Fulfilment::Partly => texts.assessment_partly(),
        Fulfilment::NotAchieved => texts.assessment_not_achieved(),
        Fulfilment::CannotTell => texts.assessment_cannot_tell(),
        Fulfilment::NotAssessed => texts.assessment_not_assessed(),
    }
}

/// A level that a person can choose.
pub type Offered = steering::Offered<Fulfilment>;

impl Offered {
    /// A level of our own.
    pub fn own(means: Fulfilment, label: &str) -> Self {
        let (value, label) = (means.code().to_owned(), label.to_owned());
        Self { value, means, scale_level: String::new(), label }
    }
}

/// The levels a person chooses among when judging elements of a type: those of its scale, best
/// first, and one for what cannot be judged.
pub fn offered(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
) -> Vec<Offered> {
    offered_on(texts, scale_of(model, element_type))
}

/// As [`offered`], on a scale; our own levels where there is none.
pub(super) fn offered_on(texts: Texts, scale: Option<&Scale>) -> Vec<Offered> {
    let means = |level: &ScaleLevel| {
        let means = Fulfilment::of_symbol(level.symbol);
        let is_offered = match means {
            Fulfilment::CannotTell => true,
            Fulfilment::NotAssessed => false,
            _ => !level.missing,
        };
        is_offered.then_some(means)
    };
    let mut all = offered_levels(texts.language, scale, means);
    let own = |means| Offered::own(means, own_word(texts, means));
    if all.is_empty() {
        let judged = [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved];
        all.extend(judged.map(own));
    }
    if all.iter().all(|one| one.means != Fulfilment::CannotTell) {
        all.push(own(Fulfilment::CannotTell));
    }
    all
}

/// The word of a judgement of an element, as it was chosen.
pub fn judgement_word(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    (kind, level, chosen): (AssessmentKind, Fulfilment, &str),
) -> String {
    let model = &structure.model;
    let element_type = model.element_type(&element.element_type);
    if kind == AssessmentKind::Outcome {
        return level_word(texts, model, element_type, (level, chosen));
    }
    let scale = element_type.and_then(|one| scale_for(model, one, kind));
    let means = |one: &ScaleLevel| Fulfilment::of_symbol(one.symbol) == level;
    label_of_chosen(texts.language, scale, chosen, means)
        .unwrap_or_else(|| forecast_word(texts, model, element_type, level))
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
