//! Actions: activities that answer to something, what is expected of them, and what came of it.
//!
//! An action is an element of the role activity; what stands here is what an ordinary activity need
//! not have.

mod cost;
mod effect;
mod facts;
mod showing;

pub use cost::{Cost, CostProblem, CostSubject, LARGEST_ORE, read_ore};
pub use effect::{
    Answer, AnswerProblem, Asked, Effect, LONGEST_LEARNED, Moved, change_between, check_answer,
};
pub use facts::{
    ActionFacts, FactsProblem, ImprovementKind, LONGEST_TOLD, MONTHS_TO_EFFECT, Origin, Wanted,
    is_safe_link, usual_day,
};
pub use showing::{Beyond, LONGEST_WHY, Showing, WhyProblem};
