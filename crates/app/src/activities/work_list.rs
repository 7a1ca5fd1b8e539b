//! The shape of the lists of work: a head, ways to narrow the list, and a table of two hundred rows
//! with links to the next.

use domain::steering::Role;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::steering::plural;
use crate::web::response::Response;
use crate::web::ui::{
    Column, Link, PageHead, Pagination, Row, Table, empty_state, page_header, pagination,
};

/// Rows to a page.
pub(super) const PAGE_ROWS: usize = 200;
/// The last page one may ask for: no list is as long, and its rows can be counted.
const LAST_PAGE: usize = 100_000;

/// What a list is called and says of itself.
pub(super) struct WorkList<'a> {
    pub(super) texts: Texts,
    pub(super) id: &'a str,
    pub(super) title: String,
    pub(super) lead: &'a str,
    /// Columns after the first, which is called as the list.
    pub(super) columns: Vec<Column>,
    /// What stands where there is nothing to list.
    pub(super) none: (&'a str, &'a str),
    /// The address of the list as it is narrowed, ready for one more field.
    pub(super) url: String,
}

impl WorkList<'_> {
    /// The page of the list that the visitor asks for.
    pub(super) fn page<T>(
        &self,
        cx: &Cx<'_, '_>,
        narrow: &Markup,
        found: &[T],
        row: impl FnMut(&T) -> Option<Row>,
    ) -> Response {
        let number = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, LAST_PAGE);
        let here = found.iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS);
        let rows: Vec<Row> = here.filter_map(row).collect();
        let body = self.body(narrow, rows, number, found.len());
        cx.page(&self.title, Nav::FollowUp, &body)
    }

    fn body(&self, narrow: &Markup, rows: Vec<Row>, number: usize, total: usize) -> Markup {
        let lead = self.lead.to_owned();
        let head = PageHead { title: self.title.clone(), lead, ..PageHead::default() };
        let first = std::iter::once(Column::text(self.title.as_str()));
        let columns = first.chain(self.columns.iter().cloned()).collect();
        html! {
            div.wrap.page {
                (page_header(&head))
                (narrow)
                @if rows.is_empty() {
                    (empty_state(self.none.0, self.none.1, None))
                } @else {
                    (Table::new(self.id, self.title.clone(), columns, rows).hide_caption())
                    (self.pages(number, total))
                }
            }
        }
    }

    /// Links to the pages; nothing when there is one page only.
    fn pages(&self, page: usize, total: usize) -> Markup {
        let texts = self.texts;
        let last = total.div_ceil(PAGE_ROWS);
        if last < 2 {
            return html! {};
        }
        let url = &self.url;
        let link = |number: usize| Link::new(format!("{url}sida={number}"), number.to_string());
        let step = |number: usize, words: &str| Link { text: words.to_owned(), ..link(number) };
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.activities_count(i64::try_from(total).unwrap_or(0)),
            previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
            next: (page < last).then(|| step(page + 1, texts.web_next())),
            pages: (1..=last).map(link).collect(),
            current: page - 1,
        })
    }
}

/// What the municipality calls such work, in plural.
pub(super) fn title(cx: &Cx<'_, '_>, role: Role, unnamed: &str) -> String {
    let term = cx.structure.model.types_with_role(role).next();
    term.map_or_else(|| unnamed.to_owned(), |one| plural(cx.language(), &one.term))
}
