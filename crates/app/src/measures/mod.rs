//! Measures.
use crate::routes::Routes;
/// x
pub fn routes(_: &mut Routes) {}
