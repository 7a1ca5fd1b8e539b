//! The municipality as it was another day: pages are read from rows made as they were then.
//!
//! Owns no table. A day's rows are made once of today's and the audit trail, outside the writer, and
//! a few days are kept (decision 0022). Pages need know nothing of it: they get the day's rows, its
//! picture, and the day as today.

mod banner;
mod columns;
mod days;
mod facets;
mod links;
mod parts;
mod rebuild;
mod rows;
mod store;
mod tables;
mod told;
mod values;

use std::sync::Arc;

use db::Tenant;
use domain::organisation::Organisation;
use jiff::civil::Date;

pub use banner::{banner, day_form, no_such_day, not_begun, ways};
pub use days::{Days, PastDay, end_of};
pub use links::{keep_day, without_day};
pub use rebuild::Cut;
pub use store::begun_at;

/// What every address that shows another day says the day in.
pub const DAY: &str = "den";

/// The pages that can be shown as they were, and the files they lead to.
const SHOWN: &[&str] = &[
    "/trad",
    "/trad/lista.csv",
    "/mal/{id}",
    "/mal/{id}/underlag.csv",
    "/aktivitet/{id}",
    "/matt",
    "/matt/{id}",
    "/matt/{id}/enheter",
    "/matt/{id}/enheter.csv",
    "/matt/{id}/grupper.csv",
    "/matt/{id}/kostnad",
    "/matt/{id}/kostnad.csv",
    "/matt/{id}/raknat",
    "/matt/{id}/samband",
    "/matt/{id}/varden.csv",
    "/matt/{id}/varden.xlsx",
    "/aktiviteter",
    "/uppdrag",
    "/rapport/{org}",
    "/folja-upp/namnd/{org}",
    "/folja-upp/{id}/las",
];

/// Whether a page can be shown as it was.
pub fn shows(path: &str) -> bool {
    SHOWN.contains(&path)
}

/// That a visitor looks at another day.
#[derive(Clone, Debug)]
pub struct Then {
    /// The municipality; the rows stand under an identity of their own.
    pub tenant: Tenant,
    /// The day.
    pub day: Date,
    /// The end of it.
    pub cut: Cut,
    /// Today's organisation: who may see what is decided by today's roles and where they are held.
    pub organisation: Arc<Organisation>,
}
