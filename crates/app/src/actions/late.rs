//! Questions about effect that nobody has answered, told to those who lead above.

use domain::elements::Element;
use domain::ids::OrgUnitId;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::known::waiting_under;
use super::{LIST_URL, effect_url};
use crate::cx::Cx;
use crate::i18n::date_short;
use crate::web::error::AppError;
use crate::web::ui::section;

/// For how many days a question waits before those above are told.
const GRACE_DAYS: i32 = 14;
/// Questions in the list; the rest are among all actions.
const SHOWN: usize = 6;

/// The questions at or under some org units that have waited too long, of what others than the visitor
/// answer for; nothing when none has.
pub fn late_under(cx: &mut Cx<'_, '_>, tops: &[OrgUnitId]) -> Result<Markup, AppError> {
    let structure = cx.structure.clone();
    let me = cx.person_id()?;
    let until = cx.today().saturating_sub(GRACE_DAYS.days());
    let mut all = waiting_under(cx, &structure, tops, until)?;
    all.retain(|(element, _)| element.responsible != Some(me));
    if all.is_empty() {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let more = i64::try_from(all.len().saturating_sub(SHOWN)).unwrap_or(0);
    let body = html! {
        ul.plain-list { @for (element, since) in all.iter().take(SHOWN) { li { (line(cx, element, *since)) } } }
        @if more > 0 { p.fine { (texts.actions_more_wait(more)) } }
        p.block { a href=(LIST_URL) { (texts.actions_to_list()) } }
    };
    let note = texts.actions_late_count(i64::try_from(all.len()).unwrap_or(0));
    Ok(section("obesvarade-effekter", texts.actions_late(), &note, &body))
}

fn line(cx: &Cx<'_, '_>, element: &Element, since: Date) -> Markup {
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(element.owner);
    html! {
        a href=(effect_url(element)) { (element.title) } " "
        span.fine { (unit) ". " (texts.actions_asked_since(date_short(texts.language, since))) }
    }
}
