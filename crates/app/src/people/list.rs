//! The register of people: 200 to a page, searched by name.

use domain::ids::PersonId;
use maud::{Markup, html};

use super::store::{Listed, page};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::identity::role_word;
use crate::identity::store::person_row;
use crate::web::error::Answer;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Column, Link, PageHead, Row, Table, button, button_link, empty_state, page_header,
};

const PAGE_ROWS: usize = 200;

struct Line {
    id: PersonId,
    name: String,
    title: String,
    email: String,
    roles: Vec<String>,
}

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let wanted = cx.req.query.text("q").to_owned();
    let after = match cx.req.query.parsed::<PersonId>("efter") {
        Some(id) => person_row(cx.tx, id)?,
        None => None,
    };
    let today = cx.today();
    // One more than is shown tells whether there is a next page.
    let found = page(cx.tx, &wanted, after.as_ref(), (today, 201))?;
    let mut lines = together(cx, found);
    let more = lines.len() > PAGE_ROWS;
    lines.truncate(PAGE_ROWS);
    let next = lines.last().filter(|_| more).map(|last| {
        Link::new(format!("/personer?q={}&efter={}", encode(&wanted), last.id), texts.web_next())
    });
    let first = after
        .is_some()
        .then(|| Link::new(format!("/personer?q={}", encode(&wanted)), texts.people_to_first()));
    Ok(cx.page(texts.people_title(), Nav::Settings, &body(texts, &wanted, &lines, (first, next))))
}

fn together(cx: &Cx<'_, '_>, found: Vec<Listed>) -> Vec<Line> {
    let texts = cx.texts();
    let mut lines: Vec<Line> = Vec::new();
    for Listed { person, role } in found {
        if lines.last().is_none_or(|line| line.id != person.id) {
            let (id, name, title, email) = (person.id, person.name, person.title, person.email);
            lines.push(Line { id, name, title, email, roles: Vec::new() });
        }
        if let (Some((role, org_unit)), Some(line)) = (role, lines.last_mut()) {
            let place = cx.structure.organisation.name(org_unit);
            line.roles.push(texts.people_role_at(place, role_word(texts, role)));
        }
    }
    lines
}

fn body(
    texts: Texts,
    wanted: &str,
    lines: &[Line],
    (first, next): (Option<Link>, Option<Link>),
) -> Markup {
    let head = PageHead {
        title: texts.people_title().to_owned(),
        lead: texts.people_lead().to_owned(),
        end: Some(button_link(Button::Primary, "/personer/ny", texts.people_new())),
        ..PageHead::default()
    };
    let rows = lines
        .iter()
        .map(|line| {
            Row::new(vec![
                html! { a href=(super::url(line.id)) { (line.name) } },
                html! { (line.title) },
                html! { @for role in &line.roles { div { (role) } } @if line.roles.is_empty() { span.soft { (texts.people_no_role()) } } },
                html! { span.soft { (line.email) } },
            ])
        })
        .collect();
    let columns =
        [texts.people_name(), texts.people_post(), texts.people_roles(), texts.identity_email()];
    html! {
        div.wrap.page {
            (page_header(&head))
            form.search-line method="get" action="/personer" role="search" {
                label for="q" { (texts.people_search()) }
                input.input #q type="search" name="q" value=(wanted);
                (button(Button::SmallSecondary, texts.people_search_button(), None))
            }
            @if lines.is_empty() {
                (empty_state(texts.people_none(), texts.people_none_text(), None))
            } @else {
                (Table::new("personer", texts.people_title(), columns.map(Column::text).to_vec(), rows).hide_caption())
                @if first.is_some() || next.is_some() {
                    nav.pages aria-label=(texts.web_pages()) { ol {
                        @if let Some(link) = &first { li { (link) } }
                        @if let Some(link) = &next { li { a href=(link.url) rel="next" { (link.text) } } }
                    } }
                }
            }
        }
    }
}
