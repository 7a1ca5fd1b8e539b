//! Finding out who is visiting from the session's cookie.

use std::sync::Arc;

use super::{IDLE_MICROS, step_up, store, token};
use crate::app::App;
use crate::cx::Visit;
use crate::web::error::AppError;
use crate::web::request::Request;

/// How often a session's last use is noted; more often would make every page a write.
const NOTE_EVERY_MICROS: i64 = 10 * 60 * 1_000_000;

/// Finds out who is visiting.
pub fn recognise(app: &Arc<App>, request: &Request, visit: &mut Visit) -> Result<(), AppError> {
    let Some(token) = request.cookie(token::cookie_name(&app.settings)) else { return Ok(()) };
    let digest = token::digest(token);
    let tenant = visit.tenant;
    let (session, name) = app.db.read_control(tenant, |tx| {
        Ok::<_, AppError>((store::session(tx, &digest)?, store::tenant_name(tx)?))
    })?;
    let Some(session) = session.filter(|session| visit.now - session.seen_at < IDLE_MICROS) else {
        return Ok(());
    };
    visit.municipality = name.unwrap_or_default();
    let today = app.clock.local(visit.now).date();
    let person =
        app.db.read(tenant, |tx| Ok::<_, AppError>(store::person(tx, session.person, today)?))?;
    // Without a role a person is a stranger: to end the last one is to close the door.
    let Some(person) = person.filter(|person| !person.grants.is_empty()) else { return Ok(()) };
    visit.person = Some(Arc::new(person));
    visit.session = Some(digest.clone());
    visit.confirmed = step_up::is_fresh(&app.settings, session.confirmed_at, visit.now);
    visit.without_password = session.confirmed_at.is_none();
    if visit.now - session.seen_at > NOTE_EVERY_MICROS {
        let (now, person) = (visit.now, session.person);
        // A page never waits for this: whoever is in the way, the next page notes it.
        app.db.note_control(tenant, &visit.author(), move |tx| {
            store::note_visit(tx, person, now)?;
            store::note_use(tx, &digest, now)
        })?;
    }
    Ok(())
}
