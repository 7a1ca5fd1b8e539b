//! Activities: planned work with a responsible and an end, and how far it has come.
//!
//! Owns the table progress.

pub mod store;
mod words;

pub use words::{progress_symbol, progress_word};
