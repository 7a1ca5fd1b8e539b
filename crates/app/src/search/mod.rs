//! Finding anything by a few words: on a page of its own, and in the palette that Ctrl K opens.
//!
//! Owns no table: what was opened last stands in a cookie. Searches the picture of the municipality, the
//! names of people and the list of what one can do.

mod hits;
mod page;
mod people;
mod places;
mod recent;
mod store;
mod synonyms;
mod things;

use std::sync::Arc;

use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::routes::{Access, Routes};
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes
        .get("/sok", Access::SignedIn, page::show)
        .get("/sok.json", Access::SignedIn, for_the_palette)
        .post_free("/sok/glom", Access::SignedIn, forget);
}

pub(crate) use recent::remember;

/// Hits in the palette: more than fit on a screen help nobody.
const IN_PALETTE: usize = 12;

/// The longest words worth looking for; the rest is left out of the search.
const LONGEST: usize = 200;

/// What was asked for, cut to a length that costs little.
fn asked(cx: &Cx<'_, '_>) -> String {
    cx.req.query.text("q").trim().chars().take(LONGEST).collect()
}

fn for_the_palette(cx: &mut Cx<'_, '_>) -> Answer {
    let words = asked(cx);
    let found =
        if words.is_empty() { recent::recent(cx) } else { hits::find_all(cx, &words, IN_PALETTE)? };
    let found: Vec<_> = found
        .into_iter()
        .map(|hit| {
            serde_json::json!({
                "group": hit.kind, "title": hit.title, "note": hit.note, "url": hit.url,
            })
        })
        .collect();
    Ok(Response::json(http::StatusCode::OK, &serde_json::Value::Array(found)))
}

/// Forgets what the visitor last opened and searched for.
#[expect(clippy::unnecessary_wraps, reason = "handlers have one shape")]
fn forget(app: &Arc<App>, _: &Request, _: &Visit) -> Answer {
    let mut response = Response::see_other("/sok");
    response.add_cookie(&recent::nothing(&app.settings));
    Ok(response)
}
