//! The demo municipality Skärvik: invented content that shows every part of the system.

pub mod world;
