//! Min sida of whoever answers for one unit, its own or a provider's.

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::due::owed;
use super::hero::{hero, own_thread};
use super::signals::{seen, stands_out};
use super::{nothing_waits, year};
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::web::error::AppError;

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let owed = owed(cx, rounds.open.as_ref(), home)?;
    let seen = seen(cx, home)?;
    let side = year::section(cx)?;
    let sentence = match &owed {
        Some(owed) => owed.sentence(cx),
        None => texts.home_nothing_waits().to_owned(),
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @match &owed {
                    Some(owed) => { (owed.came_back(cx)) (owed.card(cx, &seen)) },
                    None => (nothing_waits(cx, &rounds)),
                }
                (stands_out(texts, home, &seen))
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}
