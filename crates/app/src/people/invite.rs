//! Inviting a person, or helping one who has forgotten the password: a one-time code, shown once.

use std::sync::Arc;

use domain::ids::{GrantId, PersonId};
use maud::{Markup, html};

use super::form::is_taken;
use super::reach::Reach;
use super::show::{Typed, body as person_page, may_administer};
use super::store::roles_of;
use crate::app::App;
use crate::cx::{Cx, Visit, record};
use crate::frame::{Nav, frame};
use crate::i18n::{Texts, datetime};
use crate::identity::store::{PersonRow, insert_account, person_row};
use crate::identity::{CODE_VALID_MICROS, issue_code};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, Tone, button_link, layout, notice, page_header};

/// Makes the code. Opens its own transactions, since accounts lie in the installation's store.
pub(super) fn invite(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let id: PersonId = request.param("id").or_not_found()?;
    let person = app.db.read(visit.tenant, |tx| {
        let mut cx = Cx::new(tx, app, request, visit, true)?;
        let person = person_row(cx.tx, id)?.or_not_found()?;
        Reach::check(&mut cx, id)?;
        let held = roles_of(cx.tx, id)?;
        let may = person.left_on.is_none() && may_administer(&cx, &held);
        if may { Ok(person) } else { Err(AppError::Forbidden) }
    })?;
    let email = person.email.clone();
    let opened = app
        .db
        .write_control(visit.tenant, &visit.author(), move |tx| insert_account(tx, id, &email));
    match opened {
        Err(error) if is_taken(&error, "accounts") => return taken(app, request, visit, &person),
        opened => opened?,
    }
    // In the municipality's own trail too, where its auditors read.
    let version = person.version;
    app.db.write(visit.tenant, &visit.author(), move |tx| {
        record(tx, "issue_code", "person", id.bytes(), version, &serde_json::json!({}))
    })?;
    let code = issue_code(&app.db, &*app.entropy, visit.tenant, &visit.author(), id)?;
    let scheme = if app.settings.plain_http { "http" } else { "https" };
    let link = format!("{scheme}://{}/kod/{code}", request.header("host"));
    let texts = Texts::from(visit.language);
    let until = datetime(texts.language, app.clock.local(visit.now + CODE_VALID_MICROS));
    let title = texts.people_code_title(&person.name);
    let frame = frame(app, visit, &request.path, &title, Nav::Settings);
    Ok(Response::page(layout(&frame, &body(texts, &person, &link, &until))))
}

/// The person's page again: somebody else signs in with the address.
fn taken(app: &Arc<App>, request: &Request, visit: &Visit, person: &PersonRow) -> Answer {
    app.db.read(visit.tenant, |tx| {
        let cx = Cx::new(tx, app, request, visit, true)?;
        let held = roles_of(cx.tx, person.id)?;
        let typed = Typed {
            id: cx.new_id::<GrantId>().to_string(),
            role: String::new(),
            org_unit: String::new(),
            from: cx.today().to_string(),
        };
        let wrong = [("", cx.texts().people_account_taken(&person.email))];
        let body = person_page(&cx, person, &held, &typed, &wrong);
        Ok(cx.refused(&person.name, Nav::Settings, &body))
    })
}

fn body(texts: Texts, person: &PersonRow, link: &str, until: &str) -> Markup {
    let head = PageHead {
        title: texts.people_code_title(&person.name),
        lead: texts.people_code_lead(&person.email),
        ..PageHead::default()
    };
    html! {
        div.wrap.page {
            (page_header(&head))
            div.form {
                label.sr for="lank" { (texts.people_code_link()) }
                input.input.one-time #lank type="text" readonly value=(link) autocomplete="off";
                p.soft { (texts.people_code_until(until)) }
                (notice(Tone::Neutral, texts.people_code_once(), &html! { p { (texts.people_code_once_text()) } }))
                p.row { (button_link(Button::Primary, &super::url(person.id), texts.people_code_back())) }
            }
        }
    }
}
