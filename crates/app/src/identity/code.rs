//! One-time codes: the first administrator, invitations and forgotten passwords.

use std::sync::Arc;

use db::{Author, Db, Entropy, Tenant};
use domain::ids::PersonId;
use maud::{Markup, html};

use super::sign_in::open_session;
use super::{password, store, token};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, Field, Problem, button, error_summary, gate, layout};

/// How long a code opens, in microseconds.
pub const CODE_VALID_MICROS: i64 = 7 * 24 * 3600 * 1_000_000;

/// Makes a code for a person and answers it; only its digest is kept.
pub fn issue_code(
    db: &Db,
    entropy: &dyn Entropy,
    tenant: Tenant,
    author: &Author,
    person: PersonId,
) -> Result<String, AppError> {
    let code = token::new(entropy);
    let digest = token::digest(&code);
    let expires_at = author.at + CODE_VALID_MICROS;
    db.write_control(tenant, author, move |tx| {
        store::insert_code(tx, &digest, person, expires_at)
    })?;
    Ok(code)
}

/// The page where a new password is chosen.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let code = cx.req.params.get("code").cloned().unwrap_or_default();
    let texts = cx.texts();
    let body = page(texts, &code, None);
    Ok(cx.page(texts.identity_code_title(), Nav::Nowhere, &body))
}

fn page(texts: Texts, code: &str, problem: Option<&str>) -> Markup {
    let secret = Field::password("losenord", texts.identity_new_password())
        .hint(texts.identity_password_hint(password::SHORTEST))
        .autocomplete("new-password");
    let form = html! {
        @if let Some(problem) = problem {
            (error_summary(texts.web_problems(), &[Problem::at("losenord", problem)]))
        }
        form method="post" action={"/kod/" (code)} {
            (secret)
            (button(Button::Primary, texts.identity_choose_password(), None))
        }
    };
    gate(None, "", texts.identity_code_title(), texts.identity_code_lead(), &form)
}

/// Keeps the password, uses the code up and signs the person in.
pub(super) fn use_code(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let texts = Texts::from(visit.language);
    let code = request.params.get("code").cloned().unwrap_or_default();
    let digest = token::digest(&code);
    let now = visit.now;
    let known = digest.clone();
    let person = app
        .db
        .read_control(visit.tenant, |tx| Ok::<_, AppError>(store::code_owner(tx, &known, now)?))?;
    let Some(person) = person else {
        return Ok(again(app, request, visit, &code, texts.identity_code_used()));
    };
    let secret = request.form.text("losenord");
    let length = secret.chars().count();
    if length < password::SHORTEST || secret.len() > password::LONGEST {
        let problem = texts.identity_password_length(password::SHORTEST, length);
        return Ok(again(app, request, visit, &code, &problem));
    }
    let Some(hash) = password::hash(secret, &*app.entropy) else {
        return Ok(again(app, request, visit, &code, texts.identity_wait()));
    };
    app.db.write_control(visit.tenant, &visit.author(), move |tx| {
        if !store::use_code(tx, &digest)? {
            return Err(AppError::Stale);
        }
        store::set_password(tx, person, &hash)
    })?;
    let row = app
        .db
        .read(visit.tenant, |tx| Ok::<_, AppError>(store::person_row(tx, person)?))?
        .or_not_found()?;
    open_session(app, request, visit, person, row.email)
}

fn again(app: &App, request: &Request, visit: &Visit, code: &str, problem: &str) -> Response {
    let texts = Texts::from(visit.language);
    let title = texts.web_error_title(texts.identity_code_title());
    let frame = frame(app, visit, &request.path, &title, Nav::Nowhere);
    Response::unprocessable(layout(&frame, &page(texts, code, Some(problem))))
}
