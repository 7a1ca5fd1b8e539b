//! Element types: the kinds of goal, measure, activity and so on that a municipality has, and how they may be linked.

use super::field::Field;
use super::ids::{AssessmentId, OrgLevelId, ScaleId, TypeId};
use super::kinds::{HorizonKind, LinkKind, Role, TargetKind};
use super::model::Origin;
use super::more_kinds::{Formulation, TypeRuleKind};
use super::term::Term;

/// A kind of element in one municipality's model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementType {
    /// Identity.
    pub id: TypeId,
    /// What the municipality calls it.
    pub term: Term,
    /// What it is to the program.
    pub role: Role,
    /// The level that answers for elements of this type.
    pub owner: OrgLevelId,
    /// The level that decides them.
    pub decided_by: OrgLevelId,
    /// The level that prepares them, where it is another.
    pub prepared_by: Option<OrgLevelId>,
    /// How long they hold.
    pub horizon: Horizon,
    /// Types that they may be linked to.
    pub parents: Vec<ParentLink>,
    /// How many there are, in words or figures; says nothing to the program.
    pub count: Option<Quantity>,
    /// Checklist for their texts.
    pub formulation: Formulation,
    /// Their own scale, before the model's scale for the role.
    pub scale: Option<ScaleId>,
    /// The rule that proposes their assessment.
    pub assess: Option<AssessmentId>,
    /// Soft constraints.
    pub rules: Vec<TypeRule>,
    /// Fields that are filled in beside what the role has.
    pub fields: Vec<Field>,
    /// Classes of measures in order, for the role measure.
    pub classes: Vec<MeasureClass>,
    /// Kinds of target that may be set, for the role measure.
    pub target_kinds: Vec<TargetKind>,
    /// Groups that values are split by, such as *kön*, for the role measure.
    pub breakdowns: Vec<String>,
    /// Elements that the model itself names.
    pub items: Vec<String>,
    /// Where this comes from.
    pub origin: Origin,
}

/// How long an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// Kind of time.
    pub kind: HorizonKind,
    /// Number of years, where the kind has one.
    pub years: Option<Quantity>,
    /// A remark.
    pub note: Option<String>,
}

/// A number, or words where the model has no plain number ("1+2").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// A whole number.
    Number(i64),
    /// In words.
    Words(String),
}

/// A type that elements may have as parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentLink {
    /// The parent type.
    pub parent: TypeId,
    /// Kind of link.
    pub link: LinkKind,
    /// Fewest links an element shall have. `None` leaves it open.
    pub min: Option<u32>,
    /// Most links it may have. `None` means any number.
    pub max: Option<u32>,
}

/// A class of measures, such as *resursmått*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureClass {
    /// The municipality's name; identifies the class within the model.
    pub name: String,
    /// Whether measures of the class count when a goal is assessed.
    pub counts_in_assessment: bool,
    /// Whether the municipality can affect the outcome.
    pub controllable: bool,
    /// A remark.
    pub note: Option<String>,
}

/// A soft constraint on elements of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeRule {
    /// At most so many per owner.
    MaxPerOwner(u32),
    /// At most so many in all.
    MaxTotal(u32),
    /// Each owner answers to every element of a parent type, or of all parent types.
    MustCoverAllParents(Option<TypeId>),
    /// May stand without a parent.
    ParentOptional,
    /// At least one measure each.
    MustHaveMeasure,
    /// What cannot be measured is written as this type.
    IfUnmeasurableUse(TypeId),
    /// The decision is stated.
    RequiresDecisionRef,
    /// One of these variants.
    Variants(Vec<String>),
    /// Also binds these levels.
    InheritsTo(Vec<OrgLevelId>),
    /// Proposals may be entered, by this level or by anyone.
    ProposalsAllowed(Option<OrgLevelId>),
    /// Never assessed.
    NotForAssessment,
    /// A composed view over these types.
    ViewOver(Vec<TypeId>),
}

impl TypeRule {
    /// Which rule this is.
    pub const fn kind(&self) -> TypeRuleKind {
        match self {
            Self::MaxPerOwner(_) => TypeRuleKind::MaxPerOwner,
            Self::MaxTotal(_) => TypeRuleKind::MaxTotal,
            Self::MustCoverAllParents(_) => TypeRuleKind::MustCoverAllParents,
            Self::ParentOptional => TypeRuleKind::ParentOptional,
            Self::MustHaveMeasure => TypeRuleKind::MustHaveMeasure,
            Self::IfUnmeasurableUse(_) => TypeRuleKind::IfUnmeasurableUse,
            Self::RequiresDecisionRef => TypeRuleKind::RequiresDecisionRef,
            Self::Variants(_) => TypeRuleKind::Variants,
            Self::InheritsTo(_) => TypeRuleKind::InheritsTo,
            Self::ProposalsAllowed(_) => TypeRuleKind::ProposalsAllowed,
            Self::NotForAssessment => TypeRuleKind::NotForAssessment,
            Self::ViewOver(_) => TypeRuleKind::ViewOver,
        }
    }
}

impl ElementType {
    /// The rule of a kind, if the type carries it.
    pub fn rule(&self, kind: TypeRuleKind) -> Option<&TypeRule> {
        self.rules.iter().find(|rule| rule.kind() == kind)
    }

    /// Whether an element may stand without a parent: its role allows it, or the type says so.
    pub fn may_stand_alone(&self) -> bool {
        self.role.may_stand_alone() || self.rule(TypeRuleKind::ParentOptional).is_some()
    }

    /// Whether elements of this type are judged.
    pub fn is_assessed(&self) -> bool {
        self.rule(TypeRuleKind::NotForAssessment).is_none()
            && self.rule(TypeRuleKind::ViewOver).is_none()
            && (self.role.scale_use().is_some() || self.scale.is_some())
    }

    /// The class with this name.
    pub fn measure_class(&self, name: &str) -> Option<&MeasureClass> {
        self.classes.iter().find(|class| class.name == name)
    }
}
