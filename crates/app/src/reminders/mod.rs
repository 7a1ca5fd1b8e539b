//! Reminders by mail: one digest a person and day of what waits for them and nobody else, and a second
//! letter only for what is due the same day and came after it. Nothing of what is done.
//!
//! Owns the tables `reminder_choices`, `reminders_sent`, `reminder_runs`, `reminder_stops`.

mod choose;
mod choose_page;
mod letter;
mod look;
mod mine;
mod post;
mod prepare;
mod run;
mod server_page;
mod stop;
mod store;
mod test_letter;
mod today;

use domain::access::Action;
use jiff::civil::Time;

use crate::app::App;
use crate::routes::{Access, Routes};

pub use look::{Looked, look};
pub use prepare::Place;
pub use run::{LAST_TIME, Tally, tick};

/// Where a person says how often they are reminded.
pub const URL: &str = "/konto/paminnelser";
/// Where letters are turned off by the key that stands in them.
const STOP_URL: &str = "/paminnelser";
/// Where an administrator sees how letters leave.
pub const SERVER_URL: &str = "/installningar/epost";

/// When letters leave where nothing else is said.
const USUAL_TIME: Time = Time::constant(7, 0, 0, 0);

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let tends = Access::May(Action::ManagePeople);
    routes
        .get("/konto/paminnelser", Access::SignedIn, choose::show)
        .post("/konto/paminnelser", Access::SignedIn, choose::keep)
        .get("/paminnelser/{nyckel}", Access::Public, stop::show)
        .post_free("/paminnelser/{nyckel}", Access::ByKey, stop::change)
        .get("/installningar/epost", tends, server_page::show)
        .post_free("/installningar/epost/prov", tends, test_letter::send);
}

/// When on working days letters leave.
fn time_of_day(app: &App) -> Time {
    app.settings.remind_at.unwrap_or(USUAL_TIME)
}
