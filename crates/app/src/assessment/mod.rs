//! Judgements of how far goals are reached, in layers: proposal, own, central and political.
//!
//! Owns the tables assessments and `element_status`.

mod below;
pub mod store;
mod words;

pub use below::{GradesBelow, LevelCounts, grades_below};
pub use words::{Offered, forecast_word, fulfilment_symbol, fulfilment_word, level_word, offered};
