//! That the visitor's roles end on a day to come, and what somebody else must take over before it.

use domain::access::Action;
use domain::elements::Element;
use jiff::ToSpan;
use maud::{Markup, html};

use super::many;
use crate::bulk;
use crate::cx::Cx;
use crate::followup::{OpenAccount, holdings, people_url};
use crate::i18n::date;
use crate::identity::role_word;
use crate::identity::store::ending;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// How many days before its end it is told.
const AHEAD: i32 = 92;

/// The notice; nothing where no role ends soon.
pub(super) fn part(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let (today, person) = (cx.today(), cx.person()?.id);
    let ends = ending(cx.tx, person, today)?;
    let soon = today.saturating_add(AHEAD.days());
    let Some((role, org_unit, last)) = ends.into_iter().find(|(_, _, last)| *last <= soon) else {
        return Ok(html! {});
    };
    let mut open = holdings(cx, person, today)?;
    // What is handed in before the last day needs nobody else.
    open.accounts.retain(|one| one.is_left() && one.closes_on > last);
    let texts = cx.texts();
    let mine = |element: &&std::sync::Arc<Element>| {
        element.responsible == Some(person) && element.is_current()
    };
    let elements = cx.structure.elements().filter(mine).count();
    let unit = |one: &OpenAccount| {
        let unit = cx.structure.organisation.name(one.org_unit);
        texts.home_leaving_account(&one.round, unit)
    };
    let plans = crate::app::may_somewhere(cx.visit, Action::Plan);
    let place = cx.structure.organisation.name(org_unit);
    let title = texts.home_leaving(date(texts.language, last), place, role_word(texts, role));
    let nothing = elements == 0 && open.accounts.is_empty() && open.invitations.is_empty();
    let body = html! {
        @if nothing { p { (texts.home_leaving_done()) } } @else {
            p { (texts.home_leaving_text()) }
            ul {
                @if elements > 0 {
                    li {
                        @if plans { a href=(bulk::hand_over_url(person)) { (texts.home_leaving_elements(many(elements))) } }
                        @else { (texts.home_leaving_elements(many(elements))) }
                    }
                }
                @for one in &open.accounts { li { a href=(people_url(one.id)) { (unit(one)) } } }
                @if !open.invitations.is_empty() { li { (texts.home_leaving_invitations(many(open.invitations.len()))) } }
            }
        }
    };
    Ok(html! { div.wrap { (notice(Tone::Partly, &title, &body)) } })
}
