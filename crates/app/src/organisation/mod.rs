//! The organisation: its tree, and what org units carry on from others.
//!
//! Owns the tables `org_units` and `org_unit_moves`. The pages that show and change it are in `reorganisation`.

mod lineage;
pub mod store;

pub use lineage::lineage;
