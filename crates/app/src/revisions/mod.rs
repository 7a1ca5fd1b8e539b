//! The log of structural changes that keeps every node's picture of a municipality up to date, and
//! the sums that pages show of what is reported.
//!
//! Owns the tables `structure_revisions` and `structure_deltas`. Slices that write structure note what
//! they changed; the elements slice reads the log.

mod history;
mod kept;
mod store;

pub use history::PastChanges;
pub use kept::Kept;
pub use store::{
    Changed, KEPT_REVISIONS, log_length, marks, note, note_report, reported, revision, since,
};
