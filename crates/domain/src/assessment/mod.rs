//! Judging: what the steering model's rule proposes, who may judge at which stage, and where a
//! judgement differs from the proposal or from another stage's.
//!
//! One pure function per rule method. A person judges; the proposal is kept beside. What is missing
//! is never counted as partly or as nothing: it is left out, and the coverage says so.

mod differing;
mod grade;
mod input;
mod matrix;
mod measure;
mod methods;
mod proposal;
mod stages;
#[cfg(test)]
mod tests;
mod weighing;

pub use differing::{Differing, differing};
pub use grade::Grade;
pub use input::{Input, InputSource, Weight, counts_child, counts_measure};
pub use matrix::{Answers, Extent, Matrix};
pub use measure::propose_for_measure;
pub use methods::{
    by_hand, coverage_x_fulfilment, forecast, from_children, from_criteria, from_measures, propose,
};
pub use proposal::{Basis, Coverage, Proposal, Proposed, Silence};
pub use stages::{is_reason_needed, may_judge, stages_of};
pub use weighing::{Bar, Figure, Limit, Reached, bars, weigh};
