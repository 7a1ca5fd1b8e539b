//! Adding a person to the register.

use domain::access::Action;
use domain::ids::PersonId;
use maud::{Markup, html};

use super::form::{Typed, is_taken, summary};
use super::store;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::identity::store::{PersonRow, insert_person, person_row};
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, button, error_summary, form_end, page_header};

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.new_id();
    let body = form(cx.texts(), id, &Typed::default(), &[]);
    Ok(cx.page(cx.texts().people_new(), Nav::Settings, &body))
}

/// Keeps the person.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.client_id();
    let typed = Typed::sent(&cx.req.form);
    if person_row(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let mut problems = typed.check(cx.texts());
    if problems.is_empty() && store::has_email(cx.tx, &typed.email)? {
        problems.push(("epost", taken_words(cx)));
    }
    if problems.is_empty() {
        let Typed { name, title, email } = typed.clone();
        let person = PersonRow { id, name, title, email, version: 1, left_on: None };
        match insert_person(cx.tx, &person) {
            Ok(_) => return Ok(Response::see_other(&super::url(id))),
            Err(error) if is_taken(&error, "people") => problems.push(("epost", taken_words(cx))),
            Err(error) => return Err(error),
        }
    }
    let body = form(cx.texts(), id, &typed, &problems);
    Ok(cx.refused(cx.texts().people_new(), Nav::Settings, &body))
}

/// What to do when the address is taken: an administrator of a part may not find whose it is.
fn taken_words(cx: &Cx<'_, '_>) -> String {
    let texts = cx.texts();
    let words = if cx.can_everywhere(Action::ManagePeople) {
        texts.people_email_taken()
    } else {
        texts.people_email_taken_elsewhere()
    };
    words.to_owned()
}

fn form(texts: Texts, id: PersonId, typed: &Typed, problems: &[(&'static str, String)]) -> Markup {
    let head = PageHead {
        title: texts.people_new().to_owned(),
        lead: texts.people_new_lead().to_owned(),
        ..PageHead::default()
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary(problems)))
            (page_header(&head))
            form.form method="post" action="/personer" {
                input type="hidden" name="id" value=(id);
                (typed.fields(texts, problems))
                (form_end(&button(Button::Primary, texts.people_create(), None), None))
            }
        }
    }
}
