//! What a series of outcomes says, and what it does not: process behaviour charts (`XmR`), findings about the latest
//! outcome, and roll-up over organisation and time. Pure, and without language: texts are made from these values elsewhere.
//!
//! Measured values are decimals everywhere else in this crate. Here, and only here, the charts are computed in `f64`,
//! because means and limits are estimates; roll-up stays in exact decimals.

pub mod aggregate;
mod alone;
pub mod among;
pub mod association;
pub mod assurance;
pub mod chance;
pub mod comparison;
pub mod crossing;
pub mod deviation;
pub mod finding;
pub mod forecast;
pub mod funnel;
pub mod interval;
mod limits;
mod overdispersion;
mod quantiles;
mod rules;
mod season;
pub mod strength;
pub mod target;
pub mod xmr;

pub use limits::{Limits, Position, Screening, from_decimals};
pub use overdispersion::Overdispersion;
pub use rules::{Mark, Movement, Pattern};
pub use season::Season;
