//! Turns one report tree into a tagged PDF (PDF/UA-1) and into semantic HTML.
//!
//! The tree knows nothing of goals, boards or years: the caller assembles it, with every word in
//! the reader's language, and may store it as JSON and render it again years later. Both
//! renderers are pure: the same tree always gives the same bytes. A poster of a year is a tree of
//! its own, set as a PDF only.

mod check;
mod error;
mod figure;
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
mod poster;
mod report;
mod status;
mod table;
mod text;

pub use error::DocumentError;
pub use poster::{Poster, PosterDay, PosterLine, PosterList, PosterMonth};
pub use report::{
    Block, Fact, Figure, KeyFigure, Labels, List, Note, Origin, Quote, Report, Section,
};
pub use status::{Palette, Status, Symbol, Tone};
pub use table::{Align, Cell, Column, Row, Table, Width};
pub use text::{Emphasis, Run, Text};
