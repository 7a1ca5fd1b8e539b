//! Fields that the steering model adds to a type of element: written with the element's form, shown on
//! its page, and held beside what was said before.
//!
//! Owns the table `own_fields`.

mod fields;
mod shown;
pub mod store;

pub use fields::TypedOwnFields;
pub use shown::{changes, facts, section_of};
