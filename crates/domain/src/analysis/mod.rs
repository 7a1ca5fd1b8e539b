//! Analyses: why something became as it became, step by step after a method that is data, from what the
//! figures say to a conclusion and what is done about it.

mod content;
mod facts;
mod method;
mod moved;
mod personal;
mod reach;
#[cfg(test)]
mod tests;

pub use content::{
    Certainty, ConclusionProblem, LONGEST_CONCLUSION, LONGEST_WORDS, MOST_MARKS, Mark, StepContent,
    check_conclusion, merged,
};
pub use facts::{CountFact, Facts, GroupFact, MeasureFact, Pattern, Standing, Way, standing};
pub use method::{
    AnalysisPhase, Method, MethodProblem, MethodStep, Question, StepKind, read_method,
};
pub use moved::{Ground, Turn, Turns};
pub use personal::{Personal, personal_in};
pub use reach::{AnalysisState, Circle, Doing, Place, SubjectKind, may};

/// The most that a free subject says of what it is about.
pub const LONGEST_SUBJECT: usize = 160;
/// The longest question to a person, and answer to it.
pub const LONGEST_QUESTION: usize = 1_000;
/// The most measures that an analysis shows at a time.
pub const MOST_MEASURES: usize = 40;
/// The most people that may be invited to an analysis.
pub const MOST_PEOPLE: usize = 30;
/// The most questions to people in an analysis.
pub const MOST_QUESTIONS: usize = 40;
