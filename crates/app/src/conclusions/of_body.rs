//! The conclusions of a body and what lies under it in a year, for pages that gather its work.

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::reads;
use super::section::{moved_of, told};
use super::store::{self, Known};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::section;

/// Conclusions on the page; the rest are found in the list.
const MOST: usize = 12;

/// The section, with the way to all of them.
pub fn section_of_body(
    cx: &mut Cx<'_, '_>,
    body: OrgUnitId,
    year: i16,
) -> Result<Markup, AppError> {
    let all = store::concluded_under(cx.tx, body, i64::from(year))?;
    let under: Vec<Known> = all.into_iter().filter(|one| reads(cx, one)).take(MOST).collect();
    let moved = moved_of(cx, &under)?;
    let texts = cx.texts();
    let list = format!("/analyser?enhet={body}&ar={year}&lage=concluded");
    let inner = html! {
        @if under.is_empty() { p.soft { (texts.conclusions_none_of_body()) } } @else {
            ul.plain-list.stack { @for one in &under { li { p { b { (one.subject) } } (told(cx, one)) (moved.told(cx, one.id)) } } }
        }
        p { a href=(list) { (texts.conclusions_all_of_body()) } }
    };
    Ok(section("slutsatser-rubrik", texts.conclusions_of_body(), "", &inner))
}
