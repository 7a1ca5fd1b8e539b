//! The steering model: which one is in force, its words, and its page.
//!
//! Owns the table steering_models.

pub mod store;
mod words;

pub use words::{definite_plural, link_between, plural, singular, target_term};
