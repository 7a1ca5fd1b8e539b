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

use db::Tx;
use domain::analysis::Circle;
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

pub use analyses::{Analysis, analysis, follow, insert, raise};
pub use around::{Event, events_at, groups_of};
pub use events::{Happened, events_of, insert_event};
pub use listed::{Wanted, concluded_of_year, listed};
pub use people::{Participant, invite, people_of, remove_person, takes_part};
pub use questions::{Asked, Waiting, answer, ask, question, questions_of, waiting_for};
pub use steps::{
    Earlier, StepRow, earlier_of, keep_earlier, keep_step, said_of, step_of, steps_of,
};
pub use uses::{Use, keep_use, uses_of};

/// What the trail tells of a conversation: nothing of what is said, nor of whom.
#[derive(Serialize)]
struct Untold {}

/// States to the trail that something was done to an analysis. Of a conversation it says that much, and
/// neither what was said, where, nor who takes part; the page of the trail does not name who did it.
fn record_of<T: Serialize>(
    tx: &mut Tx<'_>,
    of: &Analysis,
    action: &'static str,
    version: i64,
    told: &T,
) -> Result<(), AppError> {
    match of.circle {
        Circle::Organisation => record(tx, action, "analysis", of.id.bytes(), version, told),
        Circle::Conversation => {
            record(tx, action, "conversation", of.id.bytes(), version, &Untold {})
        }
    }
}
