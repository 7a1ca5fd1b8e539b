//! Röda tråden: the whole plan as one map from vision to everyday work, the same in words.
//!
//! Owns no table. Which columns there are follows from the steering model's roles and levels.

mod beginning;
mod branch;
mod cards;
mod columns;
mod dates;
mod filters;
mod focus;
mod in_words;
mod map;
mod notes;
mod panel;
mod pick;
pub mod store;
mod upward;
mod view;
mod words;

use domain::access::Action;
use domain::ids::ElementId;

use crate::cx::Cx;
use crate::routes::{Access, Routes};
use crate::web::error::Answer;

pub use beginning::begin;
pub use columns::{Columns, Tier, tier_of};
pub use dates::{short_day, weekday_and_day};
pub use focus::{own_goal, way_to};
pub use map::root_words;
pub use notes::shape_of;
pub use words::overview;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes.get("/trad", read, show);
}

fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let view = view::View::from_query(&cx.req.query, cx.today().year());
    if view.in_words { in_words::show(cx, &view) } else { map::show(cx, &view) }
}

/// The map with an element in focus.
pub fn url(focus: ElementId) -> String {
    format!("/trad?fokus={focus}")
}
