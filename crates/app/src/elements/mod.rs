//! The nodes and links of the thread: what is kept, and the picture that pages read.
//!
//! Owns the tables elements, links, measures (how a measure element measures) and targets.
//! Slices to the right write through these functions.

pub mod store;
pub mod structures;
