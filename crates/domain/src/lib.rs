//! domain

pub mod statistics;
