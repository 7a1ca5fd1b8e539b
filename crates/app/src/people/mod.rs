//! People of the municipality: who they are, which roles they hold where, and their invitations.
//!
//! Owns no table; accounts, people and grants are written through `identity`.

mod change;
mod form;
pub mod founding;
mod give_role;
mod hand_over;
mod invite;
mod leave;
mod list;
mod new_person;
mod reach;
mod rules;
mod show;
pub mod store;

use domain::access::Action;
use domain::ids::PersonId;

use crate::routes::{Access, Routes};

pub use reach::Reach;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let manage = Access::May(Action::ManagePeople);
    routes
        .get("/personer", manage, list::list)
        .get("/personer/ny", manage, new_person::show)
        .post("/personer", manage, new_person::create)
        .get("/personer/{id}", manage, show::show)
        .get("/personer/{id}/andra", manage, change::show)
        .post_free("/personer/{id}/andra", manage, change::change)
        .get("/personer/{id}/lamna", manage, leave::show)
        .post_free("/personer/{id}/lamna", manage, leave::leave)
        .post("/personer/{id}/lamna/over", manage, hand_over::hand_over)
        .post("/personer/{id}/tillbaka", manage, leave::come_back)
        .post_free("/personer/{id}/roller", manage, give_role::give)
        .post_free("/personer/{id}/roller/avsluta", manage, give_role::end)
        .post_free("/personer/{id}/kod", manage, invite::invite);
}

/// The page of a person.
pub fn url(id: PersonId) -> String {
    format!("/personer/{id}")
}
