//! What is true about goals, measures, follow-up and the organisation that does it.
//!
//! Pure: no input or output, no clock, no randomness. Today, now, ids and the person come in as
//! arguments; what a rule refuses comes out as a value.
#![warn(missing_docs)]
// A test that indexes wrongly fails, and that is what it is for.
#![cfg_attr(not(test), warn(clippy::float_arithmetic, clippy::indexing_slicing))]

pub mod acceptance;
pub mod access;
pub mod actions;
pub mod analysis;
pub mod assessment;
pub mod attachments;
pub mod calendar;
pub mod challenges;
pub mod changes;
pub mod comments;
pub mod decision_day;
pub mod effectiveness;
pub mod elements;
pub mod entry;
pub mod followup;
pub mod fulfilment;
pub mod grounds;
pub mod health;
pub mod ids;
pub mod impact;
pub mod imports;
pub mod measures;
pub mod methods;
pub mod minimum;
pub mod model_change;
pub mod organisation;
pub mod oversight;
pub mod own_fields;
pub mod periods;
pub mod quality_sides;
pub mod reminders;
pub mod renewal;
pub mod search;
pub mod statistics;
pub mod steering;
pub mod swedish_order;
pub mod wording;
