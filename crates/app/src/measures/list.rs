//! The list of measures: 200 to a page, filtered by class and by words.

use domain::access::Action;
use domain::elements::Element;
use domain::steering::Role;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Column, Link, PageHead, Pagination, Row, Table, button, button_link, empty_state,
    page_header, pagination,
};

/// Rows to a page.
pub(crate) const PAGE_ROWS: usize = 200;

/// The last page one may ask for: no list is as long, and its rows can be counted.
const LAST_PAGE: usize = 100_000;

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let wanted = cx.req.query.text("q").to_lowercase();
    let found: Vec<&Element> = structure
        .model
        .types_with_role(Role::Measure)
        .flat_map(|element_type| structure.of_type(&element_type.id))
        .filter(|element| wanted.is_empty() || element.title.to_lowercase().contains(&wanted))
        .map(AsRef::as_ref)
        .collect();
    let page: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, LAST_PAGE);
    let total = found.len();
    let shown: Vec<_> = found.into_iter().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let rows = shown
        .into_iter()
        .filter_map(|element| Some((element, structure.measure(element.id)?)))
        .map(|(element, measure)| {
            let often = super::terms::frequency_word(texts, measure.frequency);
            Row::new(vec![
                html! {
                    a href=(super::url(element.id)) { (element.title) }
                    span.narrow-only.fine { (measure.class) " · " (often) }
                },
                html! { (measure.class) },
                html! { (often) },
                html! { (structure.organisation.name(element.owner)) },
            ])
        })
        .collect();
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    let end = links(texts, may);
    let body = body(texts, &wanted, rows, (page, total), end);
    Ok(cx.page(texts.measures_title(), Nav::Measures, &body))
}

/// The ways onward that the visitor may go.
fn links(texts: Texts, may: impl Fn(Action) -> bool) -> Option<Markup> {
    let (may_import, may_plan) = (may(Action::Import), may(Action::Plan));
    let may_record = may(Action::RecordOutcome);
    let links = html! {
        @if may_record { (button_link(Button::Secondary, "/matvarden", texts.measures_fill_in())) }
        @if may_import { (button_link(Button::Secondary, "/matt/inlasning", texts.measures_import_link())) }
        @if may_plan { (button_link(Button::Primary, "/matt/nytt", texts.measures_new())) }
    };
    (may_import || may_plan || may_record).then_some(links)
}

fn body(
    texts: Texts,
    wanted: &str,
    rows: Vec<Row>,
    (page, total): (usize, usize),
    end: Option<Markup>,
) -> Markup {
    let head = PageHead {
        title: texts.measures_title().to_owned(),
        lead: texts.measures_lead().to_owned(),
        end,
        ..PageHead::default()
    };
    let columns = vec![
        Column::text(texts.measures_name()),
        Column::text(texts.measures_class()).wide_only(),
        Column::text(texts.measures_frequency()).wide_only(),
        Column::text(texts.measures_owner()),
    ];
    html! {
        div.wrap.page {
            (page_header(&head))
            form.search-line method="get" action="/matt" role="search" {
                label for="q" { (texts.measures_filter()) }
                input.input type="search" name="q" id="q" value=(wanted);
                (button(Button::SmallSecondary, texts.measures_filter_button(), None))
            }
            @if rows.is_empty() {
                @if wanted.is_empty() {
                    (empty_state(texts.measures_none_yet(), texts.measures_none_yet_text(), None))
                } @else {
                    (empty_state(texts.measures_none(), texts.measures_none_text(), None))
                }
            } @else {
                (Table { hide_caption: true, ..Table::new("matt", texts.measures_title(), columns, rows) })
                (pages(texts, wanted, page, total))
            }
        }
    }
}

fn pages(texts: Texts, wanted: &str, page: usize, total: usize) -> Markup {
    let last = total.div_ceil(PAGE_ROWS);
    if last < 2 {
        return html! {};
    }
    let link = |number: usize| {
        Link::new(format!("/matt?q={}&sida={number}", encode(wanted)), number.to_string())
    };
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: texts.measures_shown(i64::try_from(total).unwrap_or(0)),
        previous: (page > 1)
            .then(|| Link { text: texts.web_previous().to_owned(), ..link(page - 1) }),
        next: (page < last).then(|| Link { text: texts.web_next().to_owned(), ..link(page + 1) }),
        pages: (1..=last).map(link).collect(),
        current: page - 1,
    })
}
