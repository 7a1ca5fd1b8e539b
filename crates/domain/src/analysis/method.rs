//! A method of analysis as its file tells: ordered steps, each of a kind that the program knows.

use serde::Deserialize;

/// What is done in a step. Closed: pages hang on it, never on what a method calls its steps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The figures beside earlier ones: computed.
    Review,
    /// The figures against target levels, and group by group: computed.
    Compare,
    /// What moves along with what: computed.
    Patterns,
    /// Words alone.
    Describe,
    /// Events, activities and decisions that may have had influence.
    Reflect,
    /// Questions to people.
    Ask,
    /// The conclusion.
    Conclude,
    /// What is done about it.
    Act,
    /// That it is carried out.
    CarryOut,
}

/// The three phases of an analysis.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AnalysisPhase {
    /// What the figures say.
    See,
    /// What it depends on.
    Understand,
    /// What is done about it.
    Improve,
}

impl StepKind {
    /// Which phase the kind belongs to.
    pub fn phase(self) -> AnalysisPhase {
        match self {
            Self::Review | Self::Compare | Self::Patterns => AnalysisPhase::See,
            Self::Describe | Self::Reflect | Self::Ask | Self::Conclude => {
                AnalysisPhase::Understand
            }
            Self::Act | Self::CarryOut => AnalysisPhase::Improve,
        }
    }

    /// Whether the step arrives filled in from the figures.
    pub fn is_computed(self) -> bool {
        self.phase() == AnalysisPhase::See
    }

    /// Whether the step is part of a quick analysis.
    pub fn is_in_quick(self) -> bool {
        matches!(self, Self::Reflect | Self::Conclude | Self::Act)
    }
}

/// A guiding question, in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

/// One step of a method.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodStep {
    /// What the method calls it.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// What is done in it.
    pub kind: StepKind,
    /// Guiding questions, as help.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// A method.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Part of addresses and of what is kept.
    pub id: String,
    /// Raised when the steps change.
    pub version: String,
    /// What it is called.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// Who made it.
    pub owner: String,
    /// Where its steps are taken from.
    pub source: String,
    /// The question it answers.
    pub question: String,
    /// The same in English.
    pub question_en: String,
    /// The steps in order.
    pub steps: Vec<MethodStep>,
}

/// Why a file is no method.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MethodProblem {
    /// It cannot be read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// It has no name, source or steps, or too many steps.
    #[error("not whole")]
    NotWhole,
    /// It has no step where a conclusion is drawn, or several: then it would lead nowhere, or to two places.
    #[error("no single conclusion")]
    NoConclusion,
}

/// Most steps of a method: more do not fit on its ring.
const MOST_STEPS: usize = 12;

/// Checks what a file holds, already read by a deserialiser.
///
/// # Errors
/// Why it is no method.
pub fn read_method(read: Result<Method, String>) -> Result<Method, MethodProblem> {
    let method = read.map_err(MethodProblem::Unreadable)?;
    let told = [&method.id, &method.version, &method.name, &method.source, &method.question];
    let whole = told.iter().all(|text| !text.trim().is_empty())
        && (1..=MOST_STEPS).contains(&method.steps.len())
        && method.steps.iter().all(|step| !step.title.trim().is_empty());
    if !whole {
        return Err(MethodProblem::NotWhole);
    }
    let conclusions = method.steps.iter().filter(|step| step.kind == StepKind::Conclude).count();
    if conclusions == 1 { Ok(method) } else { Err(MethodProblem::NoConclusion) }
}

impl Method {
    /// The numbers of the steps that an analysis goes through, from 1: all of them, or those of a quick
    /// one.
    pub fn numbers(&self, is_quick: bool) -> Vec<usize> {
        let steps = self.steps.iter().enumerate();
        let wanted = steps.filter(|(_, step)| !is_quick || step.kind.is_in_quick());
        wanted.map(|(at, _)| at + 1).collect()
    }

    /// A step by its number from 1.
    pub fn step(&self, number: usize) -> Option<&MethodStep> {
        self.steps.get(number.checked_sub(1)?)
    }

    /// The number of the first step of a kind.
    pub fn number_of(&self, kind: StepKind) -> Option<usize> {
        self.steps.iter().position(|step| step.kind == kind).map(|at| at + 1)
    }
}
