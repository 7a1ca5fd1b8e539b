//! The list of measures: 200 to a page, filtered by words, by name or the furthest off first.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::elements::Element;
use domain::measures::Measure;
use domain::steering::Role;
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::far_off::{Off, far_off};
use super::{period_words, value_words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, decimal};
use crate::web::error::Answer;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Column, Link, PageHead, Pagination, Row, Table, button, button_link, empty_state,
    page_header, pagination, segmented,
};

/// Rows to a page.
pub(crate) const PAGE_ROWS: usize = 200;

/// The order by which the furthest off its target comes first.
const FAR: &str = "avstand";

/// The last page one may ask for: no list is as long, and its rows can be counted.
const LAST_PAGE: usize = 100_000;

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let wanted = cx.req.query.text("q").to_lowercase();
    let established = cx.req.query.text("etablerade") == "ja";
    let mut found: Vec<&Element> = structure
        .model
        .types_with_role(Role::Measure)
        .flat_map(|element_type| structure.of_type(&element_type.id))
        .filter(|element| wanted.is_empty() || element.title.to_lowercase().contains(&wanted))
        .filter(|element| {
            let measure = structure.measure(element.id);
            !established || measure.is_some_and(|one| !one.established.is_empty())
        })
        .map(AsRef::as_ref)
        .collect();
    let by_distance = cx.req.query.text("ordning") == FAR;
    let off = if by_distance { far_off(cx)? } else { BTreeMap::new() };
    if by_distance {
        // What cannot be compared stands last, as it stood.
        found.sort_by_key(|element| {
            off.get(&element.id).map_or(Decimal::ONE, |off| -off.share - Decimal::ONE)
        });
    }
    let page: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, LAST_PAGE);
    let total = found.len();
    let shown: Vec<_> = found.into_iter().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let rows = shown
        .into_iter()
        .filter_map(|element| Some((element, structure.measure(element.id)?)))
        .map(|(element, measure)| {
            let often = super::terms::frequency_word(texts, measure.frequency);
            let off = off.get(&element.id).map(|off| off_words(texts, measure, *off));
            let (latest, distance) = off.unwrap_or_default();
            let mut cells = vec![
                html! {
                    a href=(super::url(element.id)) { (element.title) }
                    span.narrow-only.fine { (measure.class) " · " (often) }
                },
                html! { (measure.class) },
                html! { (often) },
                html! { (structure.organisation.name(element.owner)) },
            ];
            if by_distance {
                cells.extend([html! { (latest) }, html! { (distance) }]);
            }
            Row::new(cells)
        })
        .collect();
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    let end = links(texts, may);
    let list = List { texts, wanted: &wanted, established, by_distance, page, total };
    let body = list.body(rows, end);
    Ok(cx.page(texts.measures_title(), Nav::Measures, &body))
}

/// The ways onward that the visitor may go.
fn links(texts: Texts, may: impl Fn(Action) -> bool) -> Option<Markup> {
    let (may_import, may_plan) = (may(Action::Import), may(Action::Plan));
    let may_record = may(Action::RecordOutcome);
    let links = html! {
        (button_link(Button::Secondary, super::areas::URL, texts.measures_areas()))
        @if may_record { (button_link(Button::Secondary, "/matvarden", texts.measures_fill_in())) }
        @if may_import { (button_link(Button::Secondary, "/matt/inlasning", texts.measures_import_link())) }
        @if may_plan { (button_link(Button::Primary, "/matt/nytt", texts.measures_new())) }
    };
    Some(links)
}

/// The latest value with its period, and how far off its target it is.
fn off_words(texts: Texts, measure: &Measure, off: Off) -> (String, String) {
    let value = value_words(texts.language, measure, off.value);
    let latest = format!("{value}, {}", period_words(texts.language, off.period));
    if off.share.is_zero() {
        return (latest, texts.measures_off_none().to_owned());
    }
    let percent = (off.share * Decimal::ONE_HUNDRED).round_dp(0).max(Decimal::ONE);
    (latest, texts.measures_off(decimal(texts.language, percent)))
}

/// What the page is made from.
struct List<'a> {
    texts: Texts,
    wanted: &'a str,
    /// Whether only measures with an established definition are shown.
    established: bool,
    by_distance: bool,
    page: usize,
    total: usize,
}

impl List<'_> {
    fn body(&self, rows: Vec<Row>, end: Option<Markup>) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            title: texts.measures_title().to_owned(),
            lead: texts.measures_lead().to_owned(),
            end,
            ..PageHead::default()
        };
        let mut columns = vec![
            Column::text(texts.measures_name()),
            Column::text(texts.measures_class()).wide_only(),
            Column::text(texts.measures_frequency()).wide_only(),
            Column::text(texts.measures_owner()),
        ];
        if self.by_distance {
            // Where it is narrow the distance is what was asked for.
            let owner = columns.pop().map(Column::wide_only);
            columns.extend(owner);
            columns.push(Column::text(texts.measures_latest_value()).wide_only());
            columns.push(Column::text(texts.measures_distance()));
        }
        let orders = [
            Link::new(self.url("", 1), texts.measures_order_name()),
            Link::new(self.url(FAR, 1), texts.measures_order_far()),
        ];
        let order = if self.by_distance { FAR } else { "" };
        let kinds = [false, true].map(|established| {
            let words =
                if established { texts.measures_only_established() } else { texts.measures_all() };
            Link::new(List { established, ..*self }.url(order, 1), words)
        });
        html! {
            div.wrap.page {
                (page_header(&head))
                form.search-line method="get" action="/matt" role="search" {
                    label for="q" { (texts.measures_filter()) }
                    input.input type="search" name="q" id="q" value=(self.wanted);
                    @if self.by_distance { input type="hidden" name="ordning" value=(FAR); }
                    @if self.established { input type="hidden" name="etablerade" value="ja"; }
                    (button(Button::SmallSecondary, texts.measures_filter_button(), None))
                }
                div.row {
                    (segmented(texts.measures_kinds(), &kinds, usize::from(self.established)))
                    @if !rows.is_empty() { (segmented(texts.measures_order(), &orders, usize::from(self.by_distance))) }
                }
                @if rows.is_empty() {
                    @if self.wanted.is_empty() && !self.established {
                        (empty_state(texts.measures_none_yet(), texts.measures_none_yet_text(), None))
                    } @else {
                        (empty_state(texts.measures_none(), texts.measures_none_text(), None))
                    }
                } @else {
                    @if self.by_distance { p.fine { (texts.measures_order_far_text()) } }
                    (Table { hide_caption: true, ..Table::new("matt", texts.measures_title(), columns, rows) })
                    (self.pages())
                }
            }
        }
    }

    fn url(&self, order: &str, page: usize) -> String {
        let order = if order.is_empty() { String::new() } else { format!("ordning={order}&") };
        let kind = if self.established { "etablerade=ja&" } else { "" };
        format!("/matt?{order}{kind}q={}&sida={page}", encode(self.wanted))
    }

    fn pages(&self) -> Markup {
        let texts = self.texts;
        let last = self.total.div_ceil(PAGE_ROWS);
        if last < 2 {
            return html! {};
        }
        let order = if self.by_distance { FAR } else { "" };
        let link = |number: usize| Link::new(self.url(order, number), number.to_string());
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.measures_shown(i64::try_from(self.total).unwrap_or(0)),
            previous: (self.page > 1)
                .then(|| Link { text: texts.web_previous().to_owned(), ..link(self.page - 1) }),
            next: (self.page < last)
                .then(|| Link { text: texts.web_next().to_owned(), ..link(self.page + 1) }),
            pages: (1..=last).map(link).collect(),
            current: self.page - 1,
        })
    }
}
