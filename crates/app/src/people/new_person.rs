//! Adding a person to the register.

use domain::ids::PersonId;
use maud::{Markup, html};

use super::rules::{LONGEST_EMAIL, LONGEST_NAME, is_email};
use super::store;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::identity::store::{PersonRow, insert_person, person_row};
use crate::web::error::{Answer, AppError, broke};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, button, error_summary, form_end, page_header,
};

#[derive(Default)]
struct Typed {
    id: String,
    name: String,
    title: String,
    email: String,
}

type Problems = Vec<(&'static str, String)>;

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let typed = Typed { id: cx.new_id::<PersonId>().to_string(), ..Typed::default() };
    Ok(cx.page(cx.texts().people_new(), Nav::Settings, &form(cx.texts(), &typed, &[])))
}

/// Keeps the person.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.client_id();
    let sent = &cx.req.form;
    let typed = Typed {
        id: id.to_string(),
        name: sent.text("namn").to_owned(),
        title: sent.text("titel").to_owned(),
        email: sent.text("epost").to_lowercase(),
    };
    if person_row(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let mut problems = check(cx.texts(), &typed);
    if problems.is_empty() && store::has_email(cx.tx, &typed.email)? {
        problems.push(("epost", cx.texts().people_email_taken().to_owned()));
    }
    if problems.is_empty() {
        let (name, title, email) = (typed.name.clone(), typed.title.clone(), typed.email.clone());
        match insert_person(cx.tx, &PersonRow { id, name, title, email, version: 1 }) {
            Ok(_) => return Ok(Response::see_other(&super::url(id))),
            Err(error) if is_taken(&error, "people") => {
                problems.push(("epost", cx.texts().people_email_taken().to_owned()));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(cx.refused(cx.texts().people_new(), Nav::Settings, &form(cx.texts(), &typed, &problems)))
}

/// Whether the address is another's in the table already.
pub(super) fn is_taken(error: &AppError, table: &str) -> bool {
    match error {
        AppError::Internal(cause) => cause.downcast_ref::<db::DbError>().is_some_and(|error| {
            broke(error, &format!("{table}_email")) || broke(error, &format!("{table}.email"))
        }),
        _ => false,
    }
}

fn check(texts: Texts, typed: &Typed) -> Problems {
    let mut problems = Problems::new();
    for (field, value, most) in [
        ("namn", &typed.name, LONGEST_NAME),
        ("titel", &typed.title, LONGEST_NAME),
        ("epost", &typed.email, LONGEST_EMAIL),
    ] {
        let written = value.chars().count();
        if written > most {
            problems.push((field, texts.web_too_long(most, written)));
        } else if value.is_empty() && field != "titel" {
            problems.push((field, texts.web_required().to_owned()));
        } else if field == "epost" && !is_email(value) {
            problems.push((field, texts.people_bad_email().to_owned()));
        }
    }
    problems
}

fn form(texts: Texts, typed: &Typed, problems: &[(&'static str, String)]) -> Markup {
    let head = PageHead {
        title: texts.people_new().to_owned(),
        lead: texts.people_new_lead().to_owned(),
        ..PageHead::default()
    };
    let summary: Vec<Problem> =
        problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let problem =
        |name: &str| problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (page_header(&head))
            form.form method="post" action="/personer" {
                input type="hidden" name="id" value=(typed.id);
                (Field::text("namn", texts.people_name()).value(&typed.name).required().problem(problem("namn")).autocomplete("off"))
                (Field::text("titel", texts.people_post()).value(&typed.title).hint(texts.people_post_hint()).optional(texts.web_optional()).problem(problem("titel")))
                (Field::email("epost", texts.identity_email()).value(&typed.email).hint(texts.people_email_hint()).required().problem(problem("epost")).autocomplete("off"))
                (form_end(&button(Button::Primary, texts.people_create(), None), None))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(name: &str, email: &str) -> Vec<&'static str> {
        let typed = Typed { name: name.to_owned(), email: email.to_owned(), ..Typed::default() };
        check(Texts::default(), &typed).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn name_and_address_are_asked_for_and_bounded() {
        assert!(problems_of("Anna Berg", "anna@skarvik.se").is_empty());
        assert_eq!(problems_of("", "anna"), ["namn", "epost"]);
        assert_eq!(problems_of(&"x".repeat(121), "a@b.se"), ["namn"]);
        assert_eq!(problems_of("Anna", &format!("{}@b.se", "x".repeat(260))), ["epost"]);
    }
}
