//! The steering model: which one is in force, and its page.
//!
//! Owns the table steering_models.

pub mod store;
