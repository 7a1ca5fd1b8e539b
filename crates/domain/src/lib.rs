//! What is true about goals, results and steering in a municipality, without I/O, clock or randomness.
#![warn(missing_docs)]

pub mod steering;
