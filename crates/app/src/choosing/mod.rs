//! Choosing among possibly thousands of people, elements or org units in a form: a plain list as long
//! as it is short; else those that are nearest, and a search that narrows the list and keeps
//! everything typed.
//!
//! Owns no table.

mod elements;
mod field;
mod org_units;
mod people;
mod searched;
pub mod store;

pub use elements::{Pool, parent_types};
pub use field::Offered;
pub use org_units::{org_units, org_units_that};
pub use people::people;
pub use searched::{is_search, is_searching, on_enter};

/// Most choices that are shown at once. More is a list that nobody reads to its end.
const MOST: usize = 120;
