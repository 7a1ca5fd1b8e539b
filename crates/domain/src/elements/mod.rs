//! The one graph: elements of every role, joined by typed links into threads.
//!
//! [`Structure`] is an immutable picture of a municipality that pages read; what changes while
//! people report (values, texts, judgements) is not in it.

mod count;
mod delta;
mod drafts;
mod element;
mod health;
mod level;
mod limits;
mod link;
mod mark;
mod ordered;
mod reach;
mod recent;
mod shards;
mod structure;
#[cfg(test)]
mod tests;
mod ways;

pub use delta::Delta;
pub use element::{Element, ElementState};
pub use health::{Health, Unwell};
pub use limits::{Beyond, Planned};
pub use link::{Link, LinkProblem};
pub use mark::Mark;
pub use structure::Structure;
pub use ways::Siblings;
