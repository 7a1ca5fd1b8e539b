//! Showing the table.

use super::cells::{KeptCells, lines};
use super::page::{Page, Place};
use super::rows::{PAGE_ROWS, View};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;

/// The last page one may ask for.
const LAST_PAGE: usize = 10_000;
/// Years before this one are not filled in here.
const FIRST_YEAR: i16 = 1950;

/// Shows a page of the table.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let place = place(cx)?;
    let structure = cx.structure.clone();
    let all = place.view.rows(cx)?;
    let total = all.len();
    let rows: Vec<_> = all.into_iter().skip((place.page - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let kept = KeptCells::read(cx, &rows, place.year)?;
    let lines = lines(&structure, &rows, &kept, (place.year, cx.today()));
    let saved = cx.req.query.parsed("sparade");
    let page = Page { saved, total: Some(total), ..Page::new(cx, place, lines) };
    Ok(cx.page(cx.texts().grid_title(), Nav::Measures, &page.body()))
}

/// The table asked for, its year and its page.
pub(super) fn place(cx: &Cx<'_, '_>) -> Answer<Place> {
    let query = if cx.req.form.has("ar") { &cx.req.form } else { &cx.req.query };
    let now = cx.today().year();
    let year = query.parsed("ar").unwrap_or(now).clamp(FIRST_YEAR, now);
    let page = query.parsed("sida").unwrap_or(1).clamp(1, LAST_PAGE);
    Ok(Place { view: View::asked(cx)?, year, page })
}
