//! domain
pub mod statistics;
