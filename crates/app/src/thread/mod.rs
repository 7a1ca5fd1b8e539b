//! Röda tråden: the whole plan as one map from vision to everyday work, the same in words.
//!
//! Owns the table `saved_views`. Which columns there are follows from the steering model's roles and levels.

mod beginning;
mod branch;
mod branch_measures;
mod cards;
mod columns;
mod dates;
mod filters;
mod focus;
mod folding;
mod grid;
mod in_words;
mod list;
mod map;
mod names;
mod notes;
mod panel;
mod pick;
mod provision;
mod saved;
mod seek;
pub mod store;
mod upward;
mod view;
mod words;

use domain::access::Action;
use domain::ids::{ElementId, PersonId};
use view::Look;

use crate::cx::Cx;
use crate::routes::{Access, Routes};
use crate::web::error::Answer;

pub use beginning::begin;
pub use columns::{Columns, Tier, tier_of};
pub use dates::{short_day, weekday_and_day};
pub use focus::{own_goal, way_to};
pub use map::root_words;
pub use notes::shape_of;
pub use saved::{few, give_view};
pub use seek::is_listed;
pub use words::overview;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes
        .get("/trad", read, show)
        .get("/trad/lista.csv", read, list::download)
        .get("/trad/vyer", read, saved::list)
        .post("/trad/vyer", read, saved::save)
        .post("/trad/vyer/{id}/bort", read, saved::forget);
}

fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let view = view::View::from_query(&cx.req.query, cx.today().year());
    match view.look {
        Look::Map => map::show(cx, &view),
        Look::List => list::show(cx, &view),
        Look::Grid => grid::show(cx, &view),
        Look::Words => in_words::show(cx, &view),
    }
}

/// The map with an element in focus.
pub fn url(focus: ElementId) -> String {
    format!("/trad?fokus={focus}")
}

/// The list of what a person answers for.
pub fn answered_by(person: PersonId) -> String {
    format!("/trad?vy=lista&ansvarig={person}")
}
