//! Asking for the password again before something is administered: a session that was left open
//! must not be enough to give roles or to change the organisation.

use std::sync::Arc;

use maud::{Markup, html};

use super::attempts::{Attempt, begin_attempt};
use super::{password, session, store};
use crate::app::{App, Settings};
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, Field, Problem, button, error_summary, gate, layout};

/// How long a written password is enough.
const FRESH_MICROS: i64 = 15 * 60 * 1_000_000;
/// The field that carries the password; no form of ours has another of this name.
const SECRET: &str = "bekrafta-losenord";

/// Whether the person has shown lately enough who they are. In a demo one chooses a person and has
/// no password to write.
pub(super) fn is_fresh(settings: &Settings, confirmed_at: Option<i64>, now: i64) -> bool {
    match confirmed_at {
        None => settings.demo,
        Some(at) => now - at < FRESH_MICROS,
    }
}

/// Lets a change through when the person has written the password lately, or writes it now; else
/// answers with the page that asks for it and keeps everything that was sent.
///
/// # Errors
/// What the store answers, and 403 for a stranger.
pub fn step_up(
    app: &Arc<App>,
    request: &mut Request,
    visit: &mut Visit,
) -> Answer<Option<Response>> {
    let secret = request.form.take(SECRET);
    if visit.confirmed {
        return Ok(None);
    }
    let Some(secret) = secret else {
        return Ok(Some(ask(app, request, visit, None)));
    };
    let texts = Texts::from(visit.language);
    let person = visit.person.as_ref().ok_or(AppError::Forbidden)?.id;
    let account = app
        .db
        .read_control(visit.tenant, |tx| Ok::<_, AppError>(store::account_of(tx, person)?))?;
    let (email, kept) = account.unwrap_or_default();
    if matches!(begin_attempt(app, visit, &email)?, Attempt::Waits) {
        return Ok(Some(ask(app, request, visit, Some(texts.identity_wait()))));
    }
    let right = secret.len() <= password::LONGEST;
    match right.then(|| password::verify(&secret, kept.as_deref())) {
        Some(Some(true)) => {
            session::renew(app, visit, person, email)?;
            Ok(None)
        }
        Some(None) => Ok(Some(ask(app, request, visit, Some(texts.identity_wait())))),
        _ => Ok(Some(ask(app, request, visit, Some(texts.identity_confirm_wrong())))),
    }
}

fn ask(app: &App, request: &Request, visit: &Visit, problem: Option<&str>) -> Response {
    let texts = Texts::from(visit.language);
    let title = texts.identity_confirm_title();
    let shown = if problem.is_some() { texts.web_error_title(title) } else { title.to_owned() };
    let frame = frame(app, visit, &request.address(), &shown, Nav::Nowhere);
    let page = layout(&frame, &body(texts, request, problem));
    if problem.is_some() {
        Response::unprocessable(page)
    } else {
        Response::page_with(http::StatusCode::FORBIDDEN, page)
    }
}

fn body(texts: Texts, request: &Request, problem: Option<&str>) -> Markup {
    let secret = Field::password(SECRET, texts.identity_password())
        .autocomplete("current-password")
        .problem(problem);
    let summary: Vec<Problem> = problem.iter().map(|words| Problem::at(SECRET, *words)).collect();
    let form = html! {
        (error_summary(texts.web_problems(), &summary))
        form method="post" action=(request.address()) {
            @for (name, value) in request.form.iter() {
                input type="hidden" name=(name) value=(value);
            }
            (secret)
            @if request.form.has_files() { p.soft { (texts.identity_confirm_file()) } }
            (button(Button::Primary, texts.identity_confirm_button(), None))
        }
        p.fine { a href="/" { (texts.identity_confirm_cancel()) } }
    };
    gate(None, "", texts.identity_confirm_title(), texts.identity_confirm_lead(), &form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_enough_for_a_quarter_of_an_hour() {
        let settings = |demo| Settings { demo, ..Settings::default() };
        let minutes = |count: i64| count * 60 * 1_000_000;
        for demo in [false, true] {
            assert!(is_fresh(&settings(demo), Some(0), minutes(15) - 1));
            assert!(!is_fresh(&settings(demo), Some(0), minutes(15)));
            assert_eq!(is_fresh(&settings(demo), None, 0), demo);
        }
    }
}
