//! Who is visiting: people, accounts, sessions, sign-in and one-time codes.
//!
//! Owns tenants, accounts, sessions, `one_time_codes` and `sign_in_failures` in the installation's
//! store, and people and grants in the municipality's.

mod choose_role;
mod code;
mod password;
mod sign_in;
mod sign_out;
pub mod store;
mod token;

use std::sync::Arc;

use db::{Db, Tenant};

use crate::app::App;
use crate::cx::Visit;
use crate::routes::{Access, Routes};
use crate::web::error::AppError;
use crate::web::request::Request;
use crate::web::response::Response;

pub use code::{CODE_VALID_MICROS, issue_code};
pub use password::hash as hash_password;
pub use sign_in::{role_word, show as show_sign_in};

/// Idle time after which a session ends.
const IDLE_MICROS: i64 = 8 * 3600 * 1_000_000;
/// How often a session's last use is noted; more often would make every page a write.
const NOTE_EVERY_MICROS: i64 = 10 * 60 * 1_000_000;

/// The slice's pages. `/logga-in` itself is registered by the demo, which decides which page it is.
pub fn routes(routes: &mut Routes) {
    routes
        .post_free("/logga-in", Access::Public, sign_in::sign_in)
        .post_free("/logga-in/roll", Access::Public, choose_role::choose)
        .post_free("/logga-ut", Access::SignedIn, sign_out::sign_out)
        .get("/kod/{code}", Access::Public, code::show)
        .post_free("/kod/{code}", Access::Public, code::use_code)
        .post("/sprak", Access::Public, sign_in::choose_language);
}

/// The municipality that a host name belongs to.
pub fn tenant_by_host(db: &Db, host: &str) -> Result<Option<Tenant>, AppError> {
    db.read_control(db::INSTALLATION, |tx| Ok(store::tenant_by_host(tx, host)?))
}

/// Where a stranger is sent; remembers the way.
pub fn to_sign_in(path: &str) -> Response {
    if path == "/" {
        return Response::see_other("/logga-in");
    }
    Response::see_other(&format!("/logga-in?vidare={}", crate::web::fields::encode(path)))
}

/// Finds out who is visiting from the session's cookie.
pub fn recognise(app: &Arc<App>, request: &Request, visit: &mut Visit) -> Result<(), AppError> {
    let Some(token) = request.cookie(token::cookie_name(&app.settings)) else { return Ok(()) };
    let digest = token::digest(token);
    let tenant = visit.tenant;
    let session =
        app.db.read_control(tenant, |tx| Ok::<_, AppError>(store::session(tx, &digest)?))?;
    let Some(session) = session.filter(|session| visit.now - session.seen_at < IDLE_MICROS) else {
        return Ok(());
    };
    let today = app.clock.local(visit.now).date();
    let person =
        app.db.read(tenant, |tx| Ok::<_, AppError>(store::person(tx, session.person, today)?))?;
    // Without a role a person is a stranger: to end the last one is to close the door.
    let Some(person) = person.filter(|person| !person.grants.is_empty()) else { return Ok(()) };
    visit.person = Some(Arc::new(person));
    visit.session = Some(digest.clone());
    if visit.now - session.seen_at > NOTE_EVERY_MICROS {
        let now = visit.now;
        app.db.write_control(tenant, &visit.author(), move |tx| {
            tx.leave_unaudited("when a session was last used");
            Ok::<_, AppError>(store::note_use(tx, &digest, now)?)
        })?;
    }
    Ok(())
}
