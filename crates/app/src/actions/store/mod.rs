//! SQL of actions.

mod effects;
mod facts;
mod origins;
mod people;

pub use effects::{
    Waiting, effects_of, effects_of_elements, insert_effect, is_answered_by, waiting_for,
    waiting_long,
};
pub use facts::{insert, keep, of_element, of_elements, of_measure, of_origin, of_origins};
pub use origins::{Deviation, deviation, of_element_or_before};
pub(super) use people::people_of;
