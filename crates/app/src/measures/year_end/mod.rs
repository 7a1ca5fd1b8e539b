//! Where the year is expected to end: what is shown of it, or why nothing is said.

mod figure;
mod no_forecast;

pub(super) use figure::YearEnd;
