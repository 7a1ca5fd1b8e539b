//! Demo sign-in: one chooses a person, no password. Does not exist outside a demo.

use std::sync::Arc;

use domain::ids::PersonId;

use super::session::{Shown, open_session};
use super::store;
use crate::app::App;
use crate::cx::Visit;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;

/// Signs in as the chosen person.
pub(super) fn choose(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    if !app.settings.demo {
        return Err(AppError::NotFound);
    }
    let id: PersonId = request.form.parsed("person").or_not_found()?;
    let today = app.clock.local(visit.now).date();
    app.db
        .read(visit.tenant, |tx| Ok::<_, AppError>(store::person(tx, id, today)?))?
        .or_not_found()?;
    open_session(app, request, visit, (id, String::new()), Shown::Nothing)
}
