//! Which measures move along with one, period by period: candidates to think about, never causes; and
//! whether people had expected it.

mod candidates;
mod expected;
mod look;
mod page;

pub(crate) use candidates::{associate, candidates};
pub(super) use expected::answer;
pub(super) use page::{download, show};
