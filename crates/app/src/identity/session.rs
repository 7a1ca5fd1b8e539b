//! Opening a session, and giving it a new token.

use std::sync::Arc;

use domain::ids::PersonId;

use super::{no_role, store, token};
use crate::app::App;
use crate::cx::Visit;
use crate::routes::Found;
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;
use crate::web::response::Response;

/// How the person showed who they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// By a password.
    Password,
    /// By nothing, as in a demo.
    Nothing,
}

/// Opens a session and sends the person on; one without a role is told what to do.
pub(super) fn open_session(
    app: &Arc<App>,
    request: &Request,
    visit: &Visit,
    (person, email): (PersonId, String),
    shown: Shown,
) -> Answer {
    if let Some(told) = no_role::page(app, request, visit, person)? {
        return Ok(told);
    }
    let confirmed_at = (shown == Shown::Password).then_some(visit.now);
    let fresh = replace(app, visit, (person, email), confirmed_at)?;
    let mut response = Response::see_other(&next_page(app, request.form.text("vidare")));
    response.add_cookie(&token::cookie(&app.settings, &fresh));
    Ok(response)
}

/// Gives the session of somebody who has just written the password a new token; the old one opens
/// nothing more.
pub(super) fn renew(
    app: &Arc<App>,
    visit: &mut Visit,
    person: PersonId,
    email: String,
) -> Answer<()> {
    let fresh = replace(app, visit, (person, email), Some(visit.now))?;
    visit.session = Some(token::digest(&fresh));
    visit.confirmed = true;
    visit.cookie = Some(token::cookie(&app.settings, &fresh));
    Ok(())
}

fn replace(
    app: &Arc<App>,
    visit: &Visit,
    (person, email): (PersonId, String),
    confirmed_at: Option<i64>,
) -> Answer<String> {
    let fresh = token::new(&*app.entropy);
    let digest = token::digest(&fresh);
    let old = visit.session.clone();
    app.db.write_control(visit.tenant, &visit.author(), move |tx| {
        tx.leave_unaudited("sessions are not history");
        if let Some(old) = &old {
            store::end_session(tx, old)?;
        }
        store::forget_failures(tx, &email)?;
        let now = tx.author().at;
        store::note_visit(tx, person, now)?;
        Ok::<_, AppError>(store::insert_session(tx, &digest, person, confirmed_at)?)
    })?;
    Ok(fresh)
}

/// Only addresses of our own routes are gone to; anything else leads home.
pub(super) fn next_page(app: &App, wanted: &str) -> String {
    let plain = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(|letter: char| letter == '\\' || letter.is_control());
    let path = wanted.split('?').next().unwrap_or_default();
    let known = plain && matches!(app.routes.find(&http::Method::GET, path), Found::Route(..));
    if known { wanted.to_owned() } else { "/".to_owned() }
}
