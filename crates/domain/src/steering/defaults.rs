//! Scales and rules for what a model leaves open. Each is a proposal: it is listed as an open decision until a person takes it.

use super::ids::{AssessmentId, ScaleId, ScaleLevelId};
use super::kinds::{Role, RuleMethod};
use super::model::Origin;
use super::more_kinds::{Colour, ScaleUse, Symbol};
use super::scale::{Assessment, AssessmentParams, Scale, ScaleLevel};

type Row = (&'static str, &'static str, &'static str, Symbol, Colour, &'static str, bool);

/// How it went, in three steps. "Cannot be judged" and "not measured yet" are levels of their own,
/// so that what is unknown is never counted as partly reached.
const OUTCOME: &[Row] = &[
    (
        "uppnatt",
        "Uppnått",
        "Achieved",
        Symbol::Achieved,
        Colour::Good,
        "Målet är uppnått eller målvärdet nått.",
        false,
    ),
    (
        "delvis",
        "Delvis uppnått",
        "Partly achieved",
        Symbol::Partly,
        Colour::Partly,
        "En tydlig del är uppnådd, men inte allt.",
        false,
    ),
    (
        "inte",
        "Inte uppnått",
        "Not achieved",
        Symbol::NotAchieved,
        Colour::Concern,
        "Målet är inte uppnått.",
        false,
    ),
    (
        "kan_inte_bedomas",
        "Kan inte bedömas",
        "Cannot be judged",
        Symbol::NotAssessed,
        Colour::Neutral,
        "Underlaget räcker inte för en bedömning.",
        true,
    ),
    (
        "inte_matt",
        "Inte mätt ännu",
        "Not measured yet",
        Symbol::NotMeasured,
        Colour::Neutral,
        "Perioden är inte mätt ännu.",
        true,
    ),
];

/// How it is expected to go by the end of the period; a scale of its own, since a forecast is not an outcome.
const FORECAST: &[Row] = &[
    (
        "nas",
        "Bedöms uppnås",
        "Expected to be achieved",
        Symbol::Achieved,
        Colour::Good,
        "Målet bedöms vara uppnått vid periodens slut.",
        false,
    ),
    (
        "nas_delvis",
        "Bedöms uppnås delvis",
        "Expected to be partly achieved",
        Symbol::Partly,
        Colour::Partly,
        "En del bedöms återstå vid periodens slut.",
        false,
    ),
    (
        "nas_inte",
        "Bedöms inte uppnås",
        "Not expected to be achieved",
        Symbol::NotAchieved,
        Colour::Concern,
        "Målet bedöms inte vara uppnått vid periodens slut.",
        false,
    ),
    (
        "kan_inte_bedomas",
        "Kan inte bedömas",
        "Cannot be judged",
        Symbol::NotAssessed,
        Colour::Neutral,
        "Underlaget räcker inte för en prognos.",
        true,
    ),
];

/// How far work has come.
const PROGRESS: &[Row] = &[
    ("klar", "Klar", "Done", Symbol::Done, Colour::Good, "Arbetet är genomfört.", false),
    (
        "pagar",
        "Pågår enligt plan",
        "Going on as planned",
        Symbol::Ongoing,
        Colour::Good,
        "Arbetet pågår och väntas bli klart i tid.",
        false,
    ),
    (
        "forsenad",
        "Försenad",
        "Delayed",
        Symbol::Delayed,
        Colour::Concern,
        "Arbetet blir inte klart i tid utan åtgärd.",
        false,
    ),
    (
        "inte_startad",
        "Inte startad",
        "Not started",
        Symbol::NotStarted,
        Colour::Neutral,
        "Arbetet har inte börjat.",
        false,
    ),
    (
        "pausad",
        "Pausad",
        "Paused",
        Symbol::Paused,
        Colour::Neutral,
        "Arbetet vilar efter beslut.",
        false,
    ),
    (
        "avbruten",
        "Avbruten",
        "Called off",
        Symbol::Cancelled,
        Colour::Neutral,
        "Arbetet fullföljs inte.",
        false,
    ),
    (
        "inte_rapporterad",
        "Inte rapporterad",
        "Not reported",
        Symbol::NotAssessed,
        Colour::Neutral,
        "Ingen har rapporterat läget ännu.",
        true,
    ),
];

/// The program's scale for a use, for the given roles.
pub fn scale(scale_use: ScaleUse, roles: Vec<Role>) -> Scale {
    let (id, rows) = match scale_use {
        ScaleUse::Outcome => ("uppfyllelse", OUTCOME),
        ScaleUse::Forecast => ("prognos", FORECAST),
        ScaleUse::Progress => ("framdrift", PROGRESS),
    };
    Scale {
        id: ScaleId::new(id),
        scale_use,
        roles,
        levels: rows.iter().map(level).collect(),
        origin: Origin::default(),
    }
}

/// The levels that a scale gets when it has none for what is missing.
pub fn missing_levels() -> Vec<ScaleLevel> {
    OUTCOME.iter().map(level).filter(|level| level.missing).collect()
}

/// A person judges and gives a reason.
pub fn assessment() -> Assessment {
    Assessment {
        id: AssessmentId::new("manuell"),
        method: RuleMethod::Manual,
        params: AssessmentParams { motivation_required: Some(true), ..AssessmentParams::default() },
        stages: Vec::new(),
        origin: Origin::default(),
    }
}

fn level(row: &Row) -> ScaleLevel {
    let (id, label, en, symbol, colour, meaning, missing) = *row;
    ScaleLevel {
        id: ScaleLevelId::new(id),
        label: label.to_owned(),
        en: Some(en.to_owned()),
        symbol,
        colour,
        meaning: meaning.to_owned(),
        missing,
    }
}
