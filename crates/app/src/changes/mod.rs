//! What has changed between two days, told in sentences: for elected members and auditors as much
//! as for those who plan.
//!
//! Owns no table: both days are pictures, and `domain::changes` tells them apart.

mod accepted;
mod asked;
mod corrections;
mod gather;
mod list;
mod sentences;
mod show;
mod store;
mod told;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use asked::{Days, days};
pub use gather::{Day, Heading};
pub use told::{Told, told};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes.get_free("/trad/andrat", Access::May(Action::ReadThread), show::show);
}
