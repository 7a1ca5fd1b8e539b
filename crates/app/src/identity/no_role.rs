//! What somebody is told who signs in but has no role to work in.

use std::sync::Arc;

use domain::ids::PersonId;
use maud::html;

use super::store;
use crate::app::App;
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::{Texts, date};
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, button_link, gate, layout};

/// The page that explains, for one without a role today; none for everybody else.
pub(super) fn page(
    app: &Arc<App>,
    request: &Request,
    visit: &Visit,
    person: PersonId,
) -> Answer<Option<Response>> {
    let today = app.clock.local(visit.now).date();
    let (has_role, begins) = app.db.read(visit.tenant, |tx| {
        let has_role = !store::grants_of(tx, person, today)?.is_empty();
        Ok::<_, AppError>((has_role, store::next_grant_from(tx, person, today)?))
    })?;
    if has_role {
        return Ok(None);
    }
    let texts = Texts::from(visit.language);
    let title = texts.identity_no_role_title();
    let lead = match begins {
        Some(day) => texts.identity_no_role_begins(date(texts.language, day)),
        None => texts.identity_no_role_lead().to_owned(),
    };
    let next = html! {
        div.stack { p { (texts.identity_no_role_next()) } }
        p.row { (button_link(Button::Secondary, "/logga-in", texts.identity_no_role_again())) }
    };
    let frame = frame(app, visit, &request.address(), title, Nav::Nowhere);
    let body = gate(None, "", title, &lead, &next);
    Ok(Some(Response::page_with(http::StatusCode::FORBIDDEN, layout(&frame, &body))))
}
