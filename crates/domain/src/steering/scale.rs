//! Scales that judgements are made on, and rules that propose a judgement.

use super::ids::{AssessmentId, ScaleId, ScaleLevelId, TypeId};
use super::kinds::{Role, RuleMethod};
use super::model::Origin;
use super::more_kinds::{Aggregate, Colour, ScaleUse, Symbol};
use super::value::Value;

/// Levels that a judgement is chosen from, best first; the levels for what is missing come last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Identity.
    pub id: ScaleId,
    /// What the scale says: how it went, is expected to go, or how far work has come.
    pub scale_use: ScaleUse,
    /// Roles that it is for.
    pub roles: Vec<Role>,
    /// Its levels.
    pub levels: Vec<ScaleLevel>,
    /// Where this comes from.
    pub origin: Origin,
}

/// A level of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleLevel {
    /// Identity within the scale.
    pub id: ScaleLevelId,
    /// The word beside the symbol.
    pub label: String,
    /// The word in English.
    pub en: Option<String>,
    /// Symbol with its own silhouette.
    pub symbol: Symbol,
    /// Meaning of the colour.
    pub colour: Colour,
    /// When the level is chosen, in a sentence.
    pub meaning: String,
    /// Whether the level says that a judgement is missing. Such levels are never counted as partly.
    pub missing: bool,
}

/// A rule that proposes assessments. A person decides and gives a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Identity.
    pub id: AssessmentId,
    /// How the proposal is computed.
    pub method: RuleMethod,
    /// What the method needs.
    pub params: AssessmentParams,
    /// Stages that each keep their own value, in order.
    pub stages: Vec<String>,
    /// Where this comes from.
    pub origin: Origin,
}

/// Parameters of assessment rules. Which ones a method reads stands in `docs/styrmodell.md`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssessmentParams {
    /// A reason must be given.
    pub motivation_required: Option<bool>,
    /// How many become one.
    pub aggregate: Option<Aggregate>,
    /// Classes of measures that count; empty means those that count by their class.
    pub include_classes: Vec<String>,
    /// Smallest share of the measures that must have an outcome, in per cent 0–100.
    pub min_measured_share: Option<u8>,
    /// Smallest share that gives each level, in per cent 0–100.
    pub thresholds: Vec<(ScaleLevelId, u8)>,
    /// Child types whose assessments are used; empty means all.
    pub child_types: Vec<TypeId>,
    /// Scale of the forecast.
    pub scale: Option<ScaleId>,
    /// What is asked about coverage.
    pub coverage_question: Option<String>,
    /// What is asked about fulfilment.
    pub fulfilment_question: Option<String>,
    /// Parameters that are kept and not interpreted, such as `matrix` and `compare`.
    pub other: Vec<(String, Value)>,
}

impl Scale {
    /// The level with this identity.
    pub fn level(&self, id: &ScaleLevelId) -> Option<&ScaleLevel> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Levels that are judgements, best first.
    pub fn judged_levels(&self) -> impl Iterator<Item = &ScaleLevel> {
        self.levels.iter().filter(|level| !level.missing)
    }

    /// Levels that say that a judgement is missing.
    pub fn missing_levels(&self) -> impl Iterator<Item = &ScaleLevel> {
        self.levels.iter().filter(|level| level.missing)
    }
}
