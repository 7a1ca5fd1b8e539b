//! What grades are called and which symbol they have. The steering model's own labels come first.

use domain::fulfilment::Fulfilment;
use domain::steering::{ElementType, Scale, ScaleLevelId, ScaleUse, SteeringModel};

use crate::i18n::Texts;
use crate::steering::label;
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
    scale_of(model, element_type)
        .and_then(|scale| word_on(texts, scale, fulfilment))
        .unwrap_or_else(|| own_word(texts, fulfilment).to_owned())
}

/// The word of a grade as it was chosen: the label of that very level of the scale.
pub fn level_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    (fulfilment, chosen): (Fulfilment, &str),
) -> String {
    scale_of(model, element_type)
        .and_then(|scale| scale.level(&ScaleLevelId::new(chosen)))
        .filter(|level| Fulfilment::of_symbol(level.symbol) == fulfilment)
        .map_or_else(
            || fulfilment_word(texts, model, element_type, fulfilment),
            |level| label(texts.language, level).to_owned(),
        )
}

/// What a forecast is called: the label of the model's scale for forecasts, else the grade's word.
pub fn forecast_word(
    texts: Texts,
    model: &SteeringModel,
    element_type: Option<&ElementType>,
    level: Fulfilment,
) -> String {
    element_type
        .and_then(|element_type| model.scale_for(element_type, ScaleUse::Forecast))
        .filter(|scale| scale.scale_use == ScaleUse::Forecast)
        .and_then(|scale| word_on(texts, scale, level))
        .unwrap_or_else(|| fulfilment_word(texts, model, element_type, level))
}

/// The labels of a scale's levels that mean a grade; none when it has none.
fn word_on(texts: Texts, scale: &Scale, fulfilment: Fulfilment) -> Option<String> {
    // That nobody has judged yet is not a level that anybody has chosen.
    if fulfilment == Fulfilment::NotAssessed {
        return None;
    }
    let labels: Vec<&str> = scale
        .levels
        .iter()
        .filter(|level| Fulfilment::of_symbol(level.symbol) == fulfilment)
        .map(|level| label(texts.language, level))
        .collect();
    (!labels.is_empty()).then(|| labels.join(" / "))
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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offered {
    /// How forms carry it: the level of the scale, or our own code where the scale lacks one.
    pub value: String,
    /// What it means.
    pub means: Fulfilment,
    /// The level of the scale; empty where it is our own.
    pub scale_level: String,
    /// What it is called.
    pub label: String,
}

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
    let levels = scale_of(model, element_type).map_or(&[][..], |scale| &scale.levels);
    let mut all: Vec<Offered> = levels
        .iter()
        .map(|level| (level, Fulfilment::of_symbol(level.symbol)))
        .filter(|(level, means)| match means {
            Fulfilment::CannotTell => true,
            Fulfilment::NotAssessed => false,
            _ => !level.missing,
        })
        .map(|(level, means)| Offered {
            value: level.id.as_str().to_owned(),
            means,
            scale_level: level.id.as_str().to_owned(),
            label: label(texts.language, level).to_owned(),
        })
        .collect();
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
