//! The log of structural changes that keeps every node's picture of a municipality up to date.
//!
//! Owns the tables `structure_revisions` and `structure_deltas`. Slices that write structure note what
//! they changed; the elements slice reads the log.

mod store;

pub use store::{Changed, KEPT_REVISIONS, log_length, note, revision, since};
