//! What is said about an element, a page at a time.

use domain::elements::Element;
use domain::ids::CommentId;

use super::list_page::{self, Page, Typed};
use super::{May, asked, find, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;

/// Comments to a page.
pub(super) const PAGE_ROWS: i64 = 50;

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, may) = find(cx, &structure)?;
    let body = body(cx, (element, may), Typed::empty(cx), None)?;
    Ok(cx.page(cx.texts().comments_title(), Nav::Thread, &body))
}

/// The page, with what is typed and what is wrong with it.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    (element, may): (&Element, May),
    typed: Typed,
    wrong: Option<&asked::Wrong>,
) -> Answer<maud::Markup> {
    let count = store::count(cx.tx, element.id, may.drafts)?;
    let last = (count.max(1) - 1) / PAGE_ROWS + 1;
    let nth = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last);
    let skipped = (nth - 1) * PAGE_ROWS;
    let rows = store::comments_of(cx.tx, element.id, may.drafts, (skipped, PAGE_ROWS))?;
    let ids: Vec<CommentId> = rows.iter().map(|row| row.id).collect();
    let asked = store::asked_by(cx.tx, &ids)?;
    let proposed = if may.write { asked::proposed(cx, element)? } else { Vec::new() };
    let page = Page { element, may, typed, wrong, rows, asked, proposed, count, nth, last };
    list_page::body(cx, &page)
}
