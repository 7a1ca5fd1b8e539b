//! Measures that are computed from others: for an org unit, from rows at hand, and as a series with who
//! stand behind it.

mod of_org_unit;
mod rows;
mod series;

pub(super) use of_org_unit::{Computed, Recipe, Telling, cell, computed, telling_of};
pub(super) use rows::computed_of_goals;
pub use rows::{own_and_computed, with_computed};
