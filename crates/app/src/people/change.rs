//! Changing a person's name, title or address. The address for signing in follows.

use std::sync::Arc;

use domain::ids::PersonId;
use maud::{Markup, html};

use super::form::{Problems, Typed, is_taken, summary};
use super::reach::Reach;
use super::show::may_administer;
use super::store::{has_email, roles_of};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::identity::store::{
    PersonRow, account_of, change_account_email, change_person, person_row,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Fact, PageHead, Stop, Tone, breadcrumb_thread, button, button_link, error_summary,
    facts, form_end, notice, page_header,
};

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let body = body(cx, &person, &Typed::of(&person), &[], None);
    Ok(cx.page(&title(cx, &person), Nav::Settings, &body))
}

/// Keeps the change. The account in the installation's store goes first, since an address can be
/// taken there; it goes back when the change is refused after all.
pub(super) fn change(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let id: PersonId = request.param("id").or_not_found()?;
    let email = Typed::sent(&request.form).email;
    if !app.read(request, visit, is_ready)? {
        return app.write(request, visit, change_here);
    }
    let before = app
        .db
        .read_control(visit.tenant, |tx| Ok::<_, AppError>(account_of(tx, id)?))?
        .map(|(email, _)| email);
    match follow(app, visit, id, email) {
        Err(error) if is_taken(&error, "accounts") => {
            return app.write(request, visit, refuse_address);
        }
        followed => followed?,
    }
    let answer = app.write(request, visit, change_here);
    let kept = answer.as_ref().is_ok_and(|answer| answer.status.is_redirection());
    if let Some(before) = before.filter(|_| !kept) {
        follow(app, visit, id, before)?;
    }
    answer
}

/// Lets the account follow to an address.
fn follow(app: &App, visit: &Visit, id: PersonId, email: String) -> Answer<()> {
    app.db.write_control(visit.tenant, &visit.author(), move |tx| {
        change_account_email(tx, id, &email)
    })
}

/// Whether the change can be kept, as far as can be seen before anything is written.
fn is_ready(cx: &mut Cx<'_, '_>) -> Answer<bool> {
    let person = person_to_change(cx)?;
    let typed = Typed::sent(&cx.req.form);
    let free = typed.email == person.email.to_lowercase() || !has_email(cx.tx, &typed.email)?;
    let current = cx.req.form.parsed::<i64>("version") == Some(person.version);
    Ok(free && current && typed.check(cx.texts()).is_empty())
}

/// The person of the path, when the visitor may act for them.
pub(super) fn person_to_change(cx: &mut Cx<'_, '_>) -> Answer<PersonRow> {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let held = roles_of(cx.tx, id)?;
    if may_administer(cx, &held) { Ok(person) } else { Err(AppError::Forbidden) }
}

fn change_here(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let typed = Typed::sent(&cx.req.form);
    let mut problems = typed.check(cx.texts());
    if problems.is_empty()
        && typed.email != person.email.to_lowercase()
        && has_email(cx.tx, &typed.email)?
    {
        problems.push(("epost", cx.texts().people_email_other().to_owned()));
    }
    if !problems.is_empty() {
        return Ok(again(cx, &person, &typed, &problems));
    }
    if cx.req.form.parsed::<i64>("version") != Some(person.version) {
        let body = body(cx, &person, &typed, &[], Some(&person));
        return Ok(cx.conflicting(&title(cx, &person), Nav::Settings, &body));
    }
    let Typed { name, title, email } = typed.clone();
    let changed = PersonRow { name, title, email, version: person.version + 1, ..person.clone() };
    match change_person(cx.tx, "change", &changed) {
        Err(error) if is_taken(&error, "people") => {
            let problems = [("epost", cx.texts().people_email_other().to_owned())].to_vec();
            Ok(again(cx, &person, &typed, &problems))
        }
        kept => kept.map(|()| Response::see_other(&super::url(person.id))),
    }
}

/// The form again: somebody else signs in with the address.
fn refuse_address(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let typed = Typed::sent(&cx.req.form);
    let problems = [("epost", cx.texts().people_email_other().to_owned())].to_vec();
    Ok(again(cx, &person, &typed, &problems))
}

fn again(cx: &Cx<'_, '_>, person: &PersonRow, typed: &Typed, problems: &Problems) -> Response {
    let body = body(cx, person, typed, problems, None);
    cx.refused(&title(cx, person), Nav::Settings, &body)
}

fn title(cx: &Cx<'_, '_>, person: &PersonRow) -> String {
    cx.texts().people_change_title(&person.name)
}

/// The form as typed; `theirs` is what somebody else has saved meanwhile.
fn body(
    cx: &Cx<'_, '_>,
    person: &PersonRow,
    typed: &Typed,
    problems: &[(&'static str, String)],
    theirs: Option<&PersonRow>,
) -> Markup {
    let texts = cx.texts();
    let own = super::url(person.id);
    let head = PageHead { title: title(cx, person), ..PageHead::default() };
    let stops = [
        Stop::to("/personer", texts.people_title()),
        Stop::to(own.clone(), &person.name),
        Stop::here(texts.people_change()),
    ];
    let buttons = html! {
        (button(Button::Primary, texts.web_save(), None))
        (button_link(Button::Secondary, &own, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary(problems)))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if let Some(theirs) = theirs {
                (notice(Tone::Partly, texts.web_stale(), &html! {
                    p { (texts.people_change_conflict()) }
                    (facts(&[
                        Fact::new(texts.people_name(), &theirs.name),
                        Fact::new(texts.people_post(), &theirs.title),
                        Fact::new(texts.identity_email(), &theirs.email),
                    ]))
                }))
            }
            form.form method="post" action={(own) "/andra"} {
                input type="hidden" name="version" value=(person.version);
                (typed.fields(texts, problems))
                (form_end(&buttons, None))
            }
        }
    }
}
