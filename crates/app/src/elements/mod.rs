//! The nodes and links of the thread: what is kept, and the picture that pages read.
//!
//! Owns the tables elements, links, measures (how a measure element measures), targets,
//! structure_revisions and structure_deltas. Slices to the right write through these functions.

mod delta;
pub mod store;
pub mod structures;

pub use delta::Changed;
