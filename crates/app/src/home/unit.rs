//! Min sida of whoever answers for one unit, its own or a provider's, and of those who work there.

use domain::access::{AccessRole, Action};
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::due::owed;
use super::goals::{Standing, goals_of};
use super::hero::{hero, own_thread};
use super::signals::{seen, stands_out};
use super::{answers, beside, leader, nothing_waits, year};
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::web::error::AppError;
use crate::web::ui::{Button, button_link, empty_state};

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let mut owed = owed(cx, &rounds.open, home)?;
    let seen = seen(cx, home)?;
    for one in &mut owed {
        one.follow(&cx.structure, &seen);
    }
    let side = year::section(cx)?;
    let role = cx.person()?.main_role();
    let own_work = answers::section_of(cx)?;
    let of_role = match role {
        AccessRole::Provider => beside::section_of(cx, home, &seen)?,
        AccessRole::Staff => own_goals(cx, home)?,
        _ => html! {},
    };
    let stands_out_title = match role {
        AccessRole::Provider => texts.home_your_results(),
        _ => texts.home_stands_out(),
    };
    let name = cx.structure.organisation.name(home).to_owned();
    let sentence = match owed.first() {
        Some(owed) => owed.sentence(cx),
        None => texts.home_so_it_goes(&name),
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @for owed in &owed { (owed.came_back(cx)) (owed.card(cx, &seen)) }
                @if owed.is_empty() { (nothing_waits(cx, &rounds)) }
                (no_goals(cx, home))
                (own_work)
                (stands_out(texts, stands_out_title, home, &seen))
                (of_role)
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// The unit's goals and what they mean, for who works there; nothing where there are none.
fn own_goals(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let goals = goals_of(cx, home);
    if goals.is_empty() {
        return Ok(html! {});
    }
    let standing = Standing::of(cx, goals)?;
    let title = cx.texts().home_goals_of(leader::owners_words(cx, home));
    Ok(standing.section(cx, &title))
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
