//! The organisation: its tree, moves, merges and splits.
//!
//! Owns the table org_units.

pub mod store;
