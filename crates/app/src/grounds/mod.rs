//! The grounds of goals and other elements: how and when they are followed up, from where to where
//! they lead and why, and what they are for. Written with the element's form and shown with it.
//!
//! Owns the table grounds.

mod fields;
mod shown;
pub mod store;
mod words;

pub use fields::TypedGrounds;
pub use shown::{changes, fact, in_short, section_of};
pub use words::perspective_word;
