//! SQL of actions.

mod costs;
mod effects;
mod everything;
mod facts;
mod limits;
mod origins;
mod people;
mod revision;

pub use costs::{cost, costs_of_subjects, costs_of_year, keep_cost};
pub use effects::{effects_of, effects_of_wordings, insert_effect, is_answered_by};
pub(super) use everything::{Reworded, everything};
pub use facts::{insert, keep, of_element, of_elements, of_measure, of_origin, of_origins};
pub use limits::{keep_limit, limit};
pub use origins::{Analysed, Deviation, analysed, deviation, of_element_or_before, wordings};
pub(super) use people::people_of;
pub(super) use revision::revision;
