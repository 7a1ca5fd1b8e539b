//! SQL of analyses: what they are about, their steps, questions, people, what has happened to them and
//! where their conclusions have been taken.

mod analyses;
mod around;
mod events;
mod listed;
mod people;
mod questions;
mod steps;
mod uses;

pub use analyses::{Analysis, analysis, insert, raise};
pub use around::{Event, events_at, groups_of};
pub use events::{Happened, events_of, insert_event};
pub use listed::{Wanted, concluded_of_year, listed};
pub use people::{Participant, invite, people_of, remove_person, takes_part};
pub use questions::{Asked, Waiting, answer, ask, question, questions_of, waiting_for};
pub use steps::{Earlier, StepRow, earlier_of, keep_earlier, keep_step, said_of, steps_of};
pub use uses::{Use, keep_use, uses_of};
