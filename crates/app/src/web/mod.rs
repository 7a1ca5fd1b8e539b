//! Plumbing between HTTP and the slices. Knows no concept of the domain.

pub mod assets;
pub mod drafts;
pub mod error;
pub mod fields;
pub mod limits;
pub mod request;
pub mod response;
pub mod security;
pub mod serve;
pub mod typesetting;
pub mod ui;
