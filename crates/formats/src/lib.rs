//! Files from and to other systems, as plain rows. Knows no concept of the domain.
#![warn(missing_docs)]

pub mod csv_text;
pub mod ical;
pub mod xlsx;
