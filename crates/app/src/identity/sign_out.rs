//! Signing out: the session ends on every node at once.

use std::sync::Arc;

use super::{store, token};
use crate::app::App;
use crate::cx::Visit;
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;
use crate::web::response::Response;

/// Ends the session and takes the cookie away.
pub(super) fn sign_out(app: &Arc<App>, _: &Request, visit: &Visit) -> Answer {
    if let Some(digest) = visit.session.clone() {
        app.db.write_control(visit.tenant, &visit.author(), move |tx| {
            tx.leave_unaudited("sessions are not history");
            Ok::<_, AppError>(store::end_session(tx, &digest)?)
        })?;
    }
    let mut response = Response::see_other("/logga-in");
    response.add_cookie(&token::cookie(&app.settings, ""));
    Ok(response)
}
