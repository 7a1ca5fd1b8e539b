//! Uppsikt: how the collection goes, who is silent, what deviates without anything being done, how
//! committees stand beside each other, and what is new since the last meeting.
//!
//! Owns no table: everything here is read from what others write.

mod branch;
mod choose;
mod classes;
mod collected;
mod collected_file;
mod compare;
mod deviating;
mod deviation_rows;
mod deviations;
mod forecasts;
mod foreseen;
mod improving;
mod improving_found;
mod improving_work;
mod judgeable;
mod late_accounts;
mod measured;
mod meetings;
mod moved;
mod news;
mod news_groups;
mod of_bodies;
mod overdue;
mod page;
mod picture;
mod quality;
mod scope;
mod signals;
mod silence;
mod silence_of;
mod silences;
mod sorted;
mod store;
mod tree;
mod untold;
mod watch;
mod ways;
mod work;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use improving::improving_way;
pub use meetings::{Meetings, meetings_of};
pub use news::URL as NEWS_URL;
pub use overdue::overdue_way;
pub use page::URL;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let oversees = Access::May(Action::Oversee);
    routes
        .get("/uppsikt", oversees, watch::show)
        .get("/uppsikt/insamling", oversees, tree::show)
        .get("/uppsikt/insamling.csv", oversees, collected_file::download)
        .get("/uppsikt/avvikelser", oversees, deviations::show)
        .get("/uppsikt/avvikelser.csv", oversees, deviation_rows::download)
        .get("/uppsikt/namnder", oversees, compare::show)
        .get("/uppsikt/namnder.csv", oversees, compare::download)
        .get("/uppsikt/prognoser", oversees, forecasts::show)
        .get("/uppsikt/prognoser.csv", oversees, foreseen::download)
        .get("/uppsikt/bedombart", oversees, judgeable::show)
        .get("/uppsikt/bedombart.csv", oversees, untold::download)
        .get("/uppsikt/tysta", oversees, silence::show)
        .get("/uppsikt/tysta.csv", oversees, silence::download)
        .get("/uppsikt/kvalitet", oversees, quality::show)
        .get("/uppsikt/kvalitetsarbete", oversees, improving::show)
        .get("/uppsikt/utan-beslut", oversees, overdue::show)
        .post("/uppsikt/utan-beslut", Access::May(Action::Plan), overdue::set)
        .get_free("/uppsikt/nytt", oversees, news::show);
}
