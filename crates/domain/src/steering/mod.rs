//! The steering model (styrmodell) as data: which kinds of goal, measure and activity a municipality has, what it calls them,
//! how they are linked, judged and timed. Reads and writes model files, and says in plain words what is wrong with one.

mod borrow;
mod cycle;
pub mod defaults;
mod difference;
mod element;
mod explain;
mod explain_en;
mod explain_open;
mod field;
mod graph;
mod ids;
mod kinds;
mod links;
mod model;
mod more_kinds;
mod open;
mod problem;
mod problem_codes;
mod problems;
mod read;
mod rules;
mod scale;
mod settle;
pub(crate) mod suggest;
mod term;
#[cfg(test)]
mod tests;
mod type_cycles;
mod value;
mod verdict;
mod write;
mod yaml;

pub(crate) use kinds::closed;

pub use borrow::{EndsBeforeStart, InForce};
pub use cycle::{CycleStep, DayOfYear, Document, DueDay, Phase, StepTime};
pub use difference::{Change, Difference, FieldChange, ModelPart, differences};
pub use element::{ElementType, Horizon, MeasureClass, ParentLink, Quantity, TypeRule};
pub use explain::{Explanation, Language};
pub use field::{Field, FieldKind, FieldTwin, LONGEST_FIELD_NAME, MOST_FIELDS};
pub use ids::{
    AssessmentId, DocumentId, ModelId, OrgLevelId, ScaleId, ScaleLevelId, SourceId, StepId, TypeId,
};
pub use kinds::{
    Closed, CycleKind, DocumentKind, HorizonKind, LinkKind, NotInList, OrgLevelKind, Role,
    RuleMethod, TargetKind,
};
pub use model::{BasedOn, GlossaryEntry, ModelVersion, OrgLevel, Origin, Source, SteeringModel};
pub use more_kinds::{
    Aggregate, Colour, Concept, Confidence, Formulation, ScaleUse, Symbol, TypeRuleKind,
};
pub use open::{Matter, OpenDecision};
pub use problem::{Fault, Problem, Register, Shape};
pub use problems::MAX_PROBLEMS;
pub use scale::{Assessment, AssessmentParams, Scale, ScaleLevel};
pub use term::{Term, capitalised};
pub use value::Value;
pub use verdict::{Verdict, check};
pub use yaml::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
