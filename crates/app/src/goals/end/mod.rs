//! Ending what is decided, and taking an ending back.

mod below;
mod decide;
mod measure;
mod take_back;

pub(super) use decide::{end, show};
pub(super) use take_back::take_back;
