//! The demo's sign-in: one chooses a person, with a line on what they do. No password.

use std::sync::OnceLock;

use domain::access::Person;
use domain::ids::PersonId;
use maud::{Markup, html};

use super::id_of;
use super::world::{Person as Invented, people_of_sign_in};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Language, Texts};
use crate::identity::{role_word, show_sign_in, store};
use crate::web::error::Answer;
use crate::web::ui::gate;

/// The people that the world offers; read once, since they are part of the program.
fn offered() -> Answer<&'static [Invented]> {
    static OFFERED: OnceLock<Vec<Invented>> = OnceLock::new();
    if let Some(known) = OFFERED.get() {
        return Ok(known);
    }
    let read = people_of_sign_in()?;
    Ok(OFFERED.get_or_init(|| read))
}

struct Row {
    id: PersonId,
    name: String,
    title: String,
    role: &'static str,
    line: String,
}

/// Shows the people to choose from; outside a demo, and on request, the ordinary sign-in.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    if !cx.app.settings.demo || cx.req.query.text("satt") == "losenord" {
        return show_sign_in(cx);
    }
    let texts = cx.texts();
    let today = cx.today();
    let mut rows = Vec::new();
    for one in offered()? {
        let id: PersonId = id_of("person", &one.id);
        let Some(person) = store::person(cx.tx, id, today)? else { continue };
        if !person.grants.is_empty() {
            rows.push(row(texts, &person, one.sign_in.as_deref().unwrap_or_default()));
        }
    }
    // A demo whose people are others than the world's has nobody to choose from.
    if rows.is_empty() {
        return show_sign_in(cx);
    }
    let next = cx.req.query.text("vidare").to_owned();
    let body = page(texts, &rows, &next);
    Ok(cx.wide_page(texts.demo_choose_title(), Nav::Nowhere, &body))
}

fn row(texts: Texts, person: &Person, sign_in: &str) -> Row {
    let role = person.main_role();
    // The world's own line is Swedish, as all its content; the English one tells what the role does.
    let line = match (texts.language, sign_in.split_once(": ")) {
        (Language::Swedish, Some((_, line))) if !line.eq_ignore_ascii_case(&person.title) => {
            format!("{}.", domain::steering::capitalised(line))
        }
        _ => texts.people_role_line(role.code()),
    };
    Row {
        id: person.id,
        name: person.name.clone(),
        title: person.title.clone(),
        role: role_word(texts, role),
        line,
    }
}

fn page(texts: Texts, rows: &[Row], next: &str) -> Markup {
    let form = html! {
        form method="post" action="/logga-in/roll" {
            input type="hidden" name="vidare" value=(next);
            ul.choose-people {
                @for row in rows {
                    li {
                        button type="submit" name="person" value=(row.id) {
                            span.eyebrow { (row.role) }
                            b { (row.name) }
                            span.post { (row.title) }
                            span.line { (row.line) }
                        }
                    }
                }
            }
        }
        p.fine { a href="/logga-in?satt=losenord" { (texts.demo_by_password()) } }
    };
    html! { div.gate-wide { (gate(None, "", texts.demo_choose_title(), texts.demo_choose_lead(), &form)) } }
}
