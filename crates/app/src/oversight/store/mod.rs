//! SQL of oversight: nothing is written here, and what is read is summed once and kept.

mod collected;
mod deviating;
mod judged;
mod silent;

pub(super) use collected::first_handed_in;
pub(super) use deviating::{DeviatingGoal, DeviatingPart, deviating_goals, deviating_parts};
pub(super) use judged::{ClassCount, Judged, classes_of_round, judged_by, measured};
pub(super) use silent::{
    few_answers, heard_of, last_handed_in, last_written, never_handed_in, surveys,
};
