//! One-time codes: the first administrator, invitations and forgotten passwords.

use std::sync::Arc;

use db::{Author, Db, Entropy, Tenant};
use domain::ids::PersonId;
use maud::{Markup, html};

use super::session::{Shown, open_session};
use super::store::PersonRow;
use super::{password, store, token};
use crate::app::App;
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Fact, Field, Problem, button, button_link, error_summary, facts, gate, layout,
};

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

/// The page where a new password is chosen, or what to do when the code opens nothing more.
pub(super) fn show(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let code = request.params.get("code").cloned().unwrap_or_default();
    let Some(owner) = owner_of(app, visit, &code)? else {
        return Ok(closed(app, request, visit));
    };
    let texts = Texts::from(visit.language);
    let frame = frame(app, visit, "/", texts.identity_code_title(), Nav::Nowhere);
    Ok(Response::page(layout(&frame, &page(texts, &code, &owner, None))))
}

/// The person whom a code opens for, while it is unused and not too old.
fn owner_of(app: &Arc<App>, visit: &Visit, code: &str) -> Answer<Option<PersonRow>> {
    let digest = token::digest(code);
    let now = visit.now;
    let owner = app
        .db
        .read_control(visit.tenant, |tx| Ok::<_, AppError>(store::code_owner(tx, &digest, now)?))?;
    let Some(owner) = owner else { return Ok(None) };
    app.db.read(visit.tenant, |tx| Ok(store::person_row(tx, owner)?))
}

fn page(texts: Texts, code: &str, owner: &PersonRow, problem: Option<&str>) -> Markup {
    let secret = Field::password("losenord", texts.identity_new_password())
        .hint(texts.identity_password_hint(password::SHORTEST))
        .problem(problem)
        .autocomplete("new-password");
    let form = html! {
        @if let Some(problem) = problem {
            (error_summary(texts.web_problems(), &[Problem::at("losenord", problem)]))
        }
        (facts(&[
            Fact::new(texts.identity_code_for(), &owner.name),
            Fact::new(texts.identity_email(), &owner.email),
        ]))
        form method="post" action={"/kod/" (code)} {
            // Password managers keep the new password under this address.
            input type="hidden" name="epost" value=(owner.email) autocomplete="username";
            (secret)
            (button(Button::Primary, texts.identity_choose_password(), None))
        }
    };
    gate(None, "", texts.identity_code_title(), texts.identity_code_lead(), &form)
}

/// The page of a code that is used, too old or never was: it says the same of all three.
fn closed(app: &App, request: &Request, visit: &Visit) -> Response {
    let texts = Texts::from(visit.language);
    let title = texts.identity_code_closed();
    let next = html! {
        div.stack {
            p { (texts.identity_code_closed_used()) }
            p { (texts.identity_code_closed_new()) }
        }
        p.row { (button_link(Button::Primary, "/logga-in?satt=losenord", texts.identity_sign_in_title())) }
    };
    let frame = frame(app, visit, &request.address(), title, Nav::Nowhere);
    let body = gate(None, "", title, texts.identity_code_closed_lead(), &next);
    Response::page_with(http::StatusCode::GONE, layout(&frame, &body))
}

/// Keeps the password, uses the code up and signs the person in.
pub(super) fn use_code(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let texts = Texts::from(visit.language);
    let code = request.params.get("code").cloned().unwrap_or_default();
    let Some(owner) = owner_of(app, visit, &code)? else {
        return Ok(closed(app, request, visit));
    };
    let again = |problem: &str| again(app, visit, (&code, &owner), problem);
    let secret = request.form.text("losenord");
    let length = secret.chars().count();
    if length < password::SHORTEST || secret.len() > password::LONGEST {
        return Ok(again(&texts.identity_password_length(password::SHORTEST, length)));
    }
    let Some(hash) = password::hash(secret, &*app.entropy) else {
        return Ok(again(texts.identity_wait()));
    };
    let (person, digest) = (owner.id, token::digest(&code));
    // Whoever is signed in in this browser, it is the code's owner who chooses.
    let author = Author {
        person: Some(person.bytes()),
        name: owner.name.clone(),
        at: visit.now,
        ..Author::default()
    };
    app.db.write_control(visit.tenant, &author, move |tx| {
        let used = store::use_code(tx, &digest)?.ok_or(AppError::Stale)?;
        store::set_password(tx, person, &hash, used.issuer)
    })?;
    open_session(app, request, visit, (person, owner.email), Shown::Password)
}

fn again(app: &App, visit: &Visit, (code, owner): (&str, &PersonRow), problem: &str) -> Response {
    let texts = Texts::from(visit.language);
    let title = texts.web_error_title(texts.identity_code_title());
    let frame = frame(app, visit, "/", &title, Nav::Nowhere);
    Response::unprocessable(layout(&frame, &page(texts, code, owner, Some(problem))))
}
