//! Model files as text: from bytes to a tree with line numbers, within fixed limits, and from values back to text.

mod frames;
mod limits;
mod node;
mod parse;
mod scalar;
mod write;

pub use limits::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
pub(super) use node::{Kind, Node};
pub(super) use parse::parse;
pub(super) use write::to_yaml;
