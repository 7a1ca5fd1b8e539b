//! The register of people: 200 to a page, searched by name.

use domain::access::Action;
use domain::ids::PersonId;
use maud::{Markup, html};

use super::reach::Reach;
use super::store::{Listed, page};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::identity::role_word;
use crate::identity::store::{PersonRow, person_row};
use crate::web::error::Answer;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Column, Link, PageHead, Row, Table, Tone, button, button_link, empty_state,
    page_header, tag,
};

const PAGE_ROWS: usize = 200;
/// How many times the register is read for one page, when the visitor sees few of those in it.
const MOST_READS: usize = 20;

struct Line {
    id: PersonId,
    name: String,
    title: String,
    email: String,
    roles: Vec<String>,
    left: bool,
}

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let wanted = cx.req.query.text("q").to_owned();
    let after = match cx.req.query.parsed::<PersonId>("efter") {
        Some(id) => person_row(cx.tx, id)?,
        None => None,
    };
    let (lines, last) = visible(cx, &wanted, after.clone())?;
    let next = last.map(|last| {
        Link::new(format!("/personer?q={}&efter={last}", encode(&wanted)), texts.web_next())
    });
    let first = after
        .is_some()
        .then(|| Link::new(format!("/personer?q={}", encode(&wanted)), texts.people_to_first()));
    Ok(cx.page(texts.people_title(), Nav::Settings, &body(texts, &wanted, &lines, (first, next))))
}

/// The people after one already shown whom the visitor may know of, and after whom the next page
/// begins. Whoever sees few of those in the register gets what a bounded search finds, and can go on.
fn visible(
    cx: &mut Cx<'_, '_>,
    wanted: &str,
    mut after: Option<PersonRow>,
) -> Answer<(Vec<Line>, Option<PersonId>)> {
    let reach = Reach::of(cx, Action::ManagePeople)?;
    let today = cx.today();
    let mut lines = Vec::new();
    for _ in 0..MOST_READS {
        let found = page(cx.tx, wanted, after.as_ref(), (today, 201))?;
        let last = found.last().map(|listed| listed.person.clone());
        let read = together(cx, found);
        let is_last = read.len() <= PAGE_ROWS;
        lines.extend(read.into_iter().filter(|line| reach.sees(line.id)));
        // One more than is shown tells that there is a next page.
        if lines.len() > PAGE_ROWS {
            lines.truncate(PAGE_ROWS);
            let next = lines.last().map(|line| line.id);
            return Ok((lines, next));
        }
        if is_last {
            return Ok((lines, None));
        }
        after = last;
    }
    Ok((lines, after.map(|person| person.id)))
}

fn together(cx: &Cx<'_, '_>, found: Vec<Listed>) -> Vec<Line> {
    let texts = cx.texts();
    let mut lines: Vec<Line> = Vec::new();
    for Listed { person, role } in found {
        if lines.last().is_none_or(|line| line.id != person.id) {
            let left = person.left_on.is_some();
            let PersonRow { id, name, title, email, .. } = person;
            lines.push(Line { id, name, title, email, roles: Vec::new(), left });
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
                html! { @for role in &line.roles { div { (role) } } @if line.left { (tag(Tone::Neutral, texts.people_left())) } @else if line.roles.is_empty() { span.soft { (texts.people_no_role()) } } },
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
