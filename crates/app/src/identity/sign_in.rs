//! The sign-in page: by e-mail and password. A demo shows its own page first.

use std::sync::Arc;

use domain::access::AccessRole;
use maud::{Markup, html};

use super::attempts::{Attempt, begin_attempt};
use super::password;
use super::session::{Shown, next_page, open_session};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::{Nav, frame};
use crate::i18n::{Language, Texts};
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, Field, button, error_summary, gate, layout};

/// Longest address that mail carries; nothing longer is looked up or noted.
const LONGEST_EMAIL: usize = 254;

/// The page where one signs in with address and password.
pub fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let next = cx.req.query.text("vidare").to_owned();
    let texts = cx.texts();
    let body = password_page(texts, "", &next, None);
    Ok(cx.page(texts.identity_sign_in_title(), Nav::Nowhere, &body))
}

/// What a role is called. Access roles are the program's, not the steering model's.
pub fn role_word(texts: Texts, role: AccessRole) -> &'static str {
    match role {
        AccessRole::Administrator => texts.identity_role_administrator(),
        AccessRole::Controller => texts.identity_role_controller(),
        AccessRole::Manager => texts.identity_role_manager(),
        AccessRole::Staff => texts.identity_role_staff(),
        AccessRole::Elected => texts.identity_role_elected(),
        AccessRole::Provider => texts.identity_role_provider(),
        AccessRole::Auditor => texts.identity_role_auditor(),
        AccessRole::Reader => texts.identity_role_reader(),
    }
}

fn password_page(texts: Texts, email: &str, next: &str, problem: Option<&str>) -> Markup {
    let email_field =
        Field::text("epost", texts.identity_email()).value(email).autocomplete("username");
    let secret =
        Field::password("losenord", texts.identity_password()).autocomplete("current-password");
    let form = html! {
        @if let Some(problem) = problem {
            (error_summary(texts.web_problems(), &[crate::web::ui::Problem::at("epost", problem)]))
        }
        form method="post" action="/logga-in" {
            input type="hidden" name="vidare" value=(next);
            (email_field) (secret)
            (button(Button::Primary, texts.identity_sign_in_button(), None))
        }
    };
    gate(None, "", texts.identity_sign_in_title(), texts.identity_sign_in_lead(), &form)
}

/// Checks address and password outside any write: hashing takes a tenth of a second.
pub(super) fn sign_in(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let texts = Texts::from(visit.language);
    let typed = request.form.text("epost");
    let email = typed.to_lowercase();
    let secret = request.form.text("losenord");
    if email.len() > LONGEST_EMAIL {
        return Ok(again(app, request, visit, "", texts.identity_wrong()));
    }
    let account = match begin_attempt(app, visit, &email)? {
        Attempt::Waits => return Ok(again(app, request, visit, typed, texts.identity_wait())),
        Attempt::Unknown => None,
        Attempt::At(account) => Some(account),
    };
    let kept = account.as_ref().and_then(|account| account.password_hash.as_deref());
    if secret.len() > password::LONGEST {
        return Ok(again(app, request, visit, typed, texts.identity_wrong()));
    }
    match (password::verify(secret, kept), account) {
        (None, _) => Ok(again(app, request, visit, typed, texts.identity_wait())),
        (Some(true), Some(account)) => {
            open_session(app, request, visit, (account.person, email), Shown::Password)
        }
        _ => Ok(again(app, request, visit, typed, texts.identity_wrong())),
    }
}

fn again(app: &App, request: &Request, visit: &Visit, email: &str, problem: &str) -> Response {
    let texts = Texts::from(visit.language);
    let body = password_page(texts, email, request.form.text("vidare"), Some(problem));
    let title = texts.web_error_title(texts.identity_sign_in_title());
    let frame = frame(app, visit, &request.path, &title, Nav::Nowhere);
    Response::unprocessable(layout(&frame, &body))
}

/// Changes the language of the interface. Nothing is kept but a cookie.
pub(super) fn choose_language(app: &Arc<App>, request: &Request, _: &Visit) -> Answer {
    let language = Language::from_code(request.form.text("sprak"));
    let mut response = Response::see_other(&next_page(app, request.form.text("tillbaka")));
    let secure = if app.settings.plain_http { "" } else { "; Secure" };
    let code = language.code();
    response.add_cookie(&format!(
        "sprak={code}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}"
    ));
    Ok(response)
}
