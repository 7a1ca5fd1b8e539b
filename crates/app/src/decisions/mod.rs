//! Decisions: what a body decided, when and under which paragraph. Adoption of elements points here.
//!
//! Owns the table decisions.

pub mod store;
mod words;

pub use store::Decision;
pub use words::{decision_words, reference_words};
