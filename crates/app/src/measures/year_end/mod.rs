//! Where the year is expected to end: what is shown of it, or why nothing is said.

mod figure;
mod no_forecast;
mod table;

pub(super) use figure::YearEnd;
