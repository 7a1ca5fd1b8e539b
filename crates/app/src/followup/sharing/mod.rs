//! Sharing the work with an account: inviting others to write, and letting somebody report instead.

mod holdings;
mod invite;
mod meeting;
mod missing;
mod page;
pub(super) mod standing;
mod substitute;
mod typed;
mod waiting;
mod who;

use domain::access::Action;
use domain::ids::FollowUpId;

use crate::routes::{Access, Routes};

pub use holdings::{Holdings, OpenAccount, hand_over, holdings, who_may_take_over};
pub(super) use missing::{link, notice_of, substitutes_at};
pub use waiting::taking_part;

/// The pages.
pub(super) fn routes(routes: &mut Routes) {
    let anyone = Access::May(Action::ReadThread);
    let (read, write) = (Access::May(Action::ReadDrafts), Access::May(Action::Report));
    routes
        .get("/folja-upp/{id}/medverkande", read, page::show)
        .post("/folja-upp/{id}/medverkande", write, invite::invite)
        .post("/folja-upp/{id}/medverkande/ta-bort", write, invite::remove)
        .post("/folja-upp/{id}/ersattare", read, substitute::name)
        .post("/folja-upp/{id}/ersattare/avsluta", read, substitute::end)
        .get("/folja-upp/{id}/mote", anyone, meeting::show);
}

/// Where it is seen and said who writes an account.
pub fn people_url(id: FollowUpId) -> String {
    format!("{}/medverkande", super::url(id))
}
