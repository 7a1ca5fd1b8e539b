//! A municipality's steering model: its levels, element types, scales, calendar and words, all as data.

use super::cycle::{CycleStep, Document};
use super::element::ElementType;
use super::ids::{
    AssessmentId, DocumentId, ModelId, OrgLevelId, ScaleId, SourceId, StepId, TypeId,
};
use super::kinds::{OrgLevelKind, Role};
use super::more_kinds::{Concept, Confidence, ScaleUse};
use super::open::OpenDecision;
use super::scale::{Assessment, Scale};
use super::term::Term;
use super::value::Value;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One version of a steering model. A model that has been read obeys the rules in [`super::rules`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SteeringModel {
    /// Identity of this version.
    pub id: ModelId,
    /// The municipality's name.
    pub municipality: String,
    /// Validity and decision.
    pub version: ModelVersion,
    /// Levels of the organisation, from the council down.
    pub org_levels: Vec<OrgLevel>,
    /// The municipality's own words for the program's concepts, such as *styrtal* for target.
    pub terms: BTreeMap<Concept, Term>,
    /// The kinds of element that the model has.
    pub element_types: Vec<ElementType>,
    /// Scales for outcome, forecast and progress.
    pub scales: Vec<Scale>,
    /// How proposals for assessments are computed.
    pub assessments: Vec<Assessment>,
    /// Steps of the year.
    pub cycle: Vec<CycleStep>,
    /// Document types.
    pub documents: Vec<Document>,
    /// Words explained.
    pub glossary: Vec<GlossaryEntry>,
    /// What the model was read from.
    pub sources: Vec<Source>,
    /// Parts that are kept and shown but not interpreted, by their key in the file, such as `dialogues`.
    pub notes: Vec<(String, Value)>,
    /// What a person has to decide (att besluta); each has a default until then.
    pub open_decisions: Vec<OpenDecision>,
}

/// When the model holds and who decided it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelVersion {
    /// First day. `None` only while it is an open decision.
    pub valid_from: Option<Date>,
    /// Last day, or none while no end is decided.
    pub valid_to: Option<Date>,
    /// The level that decided.
    pub decided_by: Option<OrgLevelId>,
    /// Body, date, paragraph and record number of the decision.
    pub decision_ref: Option<String>,
    /// The model or document that this one replaces.
    pub replaces: Option<String>,
    /// Another municipality's model that this one was made from.
    pub based_on: Option<BasedOn>,
    /// A remark.
    pub note: Option<String>,
}

/// Where a borrowed model comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasedOn {
    /// The municipality that the model was written for.
    pub municipality: String,
    /// The model's identity there.
    pub model: ModelId,
    /// The year it began to hold there, where that is known.
    pub year: Option<i16>,
}

/// A level of the organisation, such as committee or unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgLevel {
    /// Identity.
    pub id: OrgLevelId,
    /// What the municipality calls it.
    pub name: Term,
    /// What it is.
    pub kind: OrgLevelKind,
    /// A remark.
    pub note: Option<String>,
}

/// A word and what it means in this municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The word.
    pub word: String,
    /// What it means. `None` only while it is an open decision.
    pub definition: Option<String>,
    /// Where the definition comes from.
    pub source: Option<String>,
}

/// A text that the model was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// The text's name or address.
    pub reference: String,
    /// A remark.
    pub note: Option<String>,
}

/// Where a part of the model comes from and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// A remark.
    pub note: Option<String>,
    /// The source.
    pub src: Option<SourceId>,
    /// How sure.
    pub conf: Option<Confidence>,
}

impl SteeringModel {
    /// The element type with this identity.
    pub fn element_type(&self, id: &TypeId) -> Option<&ElementType> {
        self.element_types.iter().find(|element_type| element_type.id == *id)
    }

    /// Element types with a role, in the model's order.
    pub fn types_with_role(&self, role: Role) -> impl Iterator<Item = &ElementType> {
        self.element_types.iter().filter(move |element_type| element_type.role == role)
    }

    /// The organisational level with this identity.
    pub fn org_level(&self, id: &OrgLevelId) -> Option<&OrgLevel> {
        self.org_levels.iter().find(|level| level.id == *id)
    }

    /// The scale with this identity.
    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == *id)
    }

    /// The assessment rule with this identity.
    pub fn assessment(&self, id: &AssessmentId) -> Option<&Assessment> {
        self.assessments.iter().find(|assessment| assessment.id == *id)
    }

    /// The document type with this identity.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == *id)
    }

    /// The step with this identity.
    pub fn step(&self, id: &StepId) -> Option<&CycleStep> {
        self.cycle.iter().find(|step| step.id == *id)
    }

    /// The scale that elements of a type are judged on: the type's own, otherwise the first for that use and role.
    /// A type's own scale is never mixed up with a forecast.
    pub fn scale_for(&self, element_type: &ElementType, scale_use: ScaleUse) -> Option<&Scale> {
        let own = element_type.scale.as_ref().and_then(|id| self.scale(id));
        own.filter(|scale| {
            (scale.scale_use == ScaleUse::Forecast) == (scale_use == ScaleUse::Forecast)
        })
        .or_else(|| {
            self.scales.iter().find(|scale| {
                scale.scale_use == scale_use && scale.roles.contains(&element_type.role)
            })
        })
    }

    /// The rule that proposes assessments of a type, or none when a person judges without a proposal.
    pub fn assessment_for(&self, element_type: &ElementType) -> Option<&Assessment> {
        element_type.assess.as_ref().and_then(|id| self.assessment(id))
    }

    /// A part that is kept as a note, by its key in the file.
    pub fn note(&self, key: &str) -> Option<&Value> {
        self.notes.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}
