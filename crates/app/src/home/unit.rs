//! Min sida of whoever answers for one unit, its own or a provider's.

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::due::owed;
use super::hero::{hero, own_thread};
use super::signals::{seen, stands_out};
use super::{nothing_waits, year};
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::web::error::AppError;
use crate::web::ui::{Button, button_link, empty_state};

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let owed = owed(cx, &rounds.open, home)?;
    let seen = seen(cx, home)?;
    let side = year::section(cx)?;
    let sentence = match owed.first() {
        Some(owed) => owed.sentence(cx),
        None => texts.home_nothing_waits().to_owned(),
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @for owed in &owed { (owed.came_back(cx)) (owed.card(cx, &seen)) }
                @if owed.is_empty() { (nothing_waits(cx, &rounds)) }
                (no_goals(cx, home))
                (stands_out(texts, home, &seen))
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// What to begin with where the org unit has no goals yet; nothing where it has.
fn no_goals(cx: &Cx<'_, '_>, home: OrgUnitId) -> Markup {
    let texts = cx.texts();
    if cx.structure.owned_by(home).any(|element| element.role == Role::Goal) {
        return html! {};
    }
    let write = cx.can(Action::Plan, home).then(|| {
        button_link(Button::Secondary, &format!("/mal/nytt?enhet={home}"), texts.home_write_goal())
    });
    let why =
        if write.is_some() { texts.home_no_goals_write() } else { texts.home_no_goals_wait() };
    html! { div.section { (empty_state(texts.home_no_goals_here(), why, write.as_ref())) } }
}
