//! How long reports take: the time between changes of an account where it is short, added to the round
//! when the account is handed in, and told only of many together.

use domain::ids::{FollowUpId, RoundId};
use maud::{Markup, html};

use super::reach::Found;
use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::section;

/// A minute in microseconds.
const MINUTE: i64 = 60_000_000;
/// A longer time between two changes is a pause.
const LONGEST_PAUSE: i64 = 5 * MINUTE;
/// How many must be counted before anybody is told: fewer could be guessed.
const FEWEST: i64 = 5;

/// Notes that the account is written in just now, by whoever it is.
pub(super) fn note(cx: &mut Cx<'_, '_>, account: FollowUpId) -> Result<(), AppError> {
    Ok(store::note_active(cx.tx, account, (cx.visit.now, LONGEST_PAUSE))?)
}

/// Adds the time of an account to those of its round, once, before it is handed in.
pub(super) fn count(cx: &mut Cx<'_, '_>, found: &Found) -> Result<(), AppError> {
    note(cx, found.account.id)?;
    if let Some(micros) = store::take_active(cx.tx, found.account.id)? {
        let minutes = micros.div_euclid(MINUTE) + i64::from(micros.rem_euclid(MINUTE) > 0);
        store::count_minutes(cx.tx, found.round.id, minutes)?;
    }
    Ok(())
}

/// The minutes that half of them took at most.
fn median(counted: &[(i64, i64)]) -> Option<i64> {
    let all: i64 = counted.iter().map(|(_, accounts)| accounts).sum();
    let mut passed = 0;
    counted.iter().find_map(|(minutes, accounts)| {
        passed += accounts;
        (passed * 2 >= all && all > 0).then_some(*minutes)
    })
}

/// What it took, for whoever opens rounds; nothing before many have handed in.
pub(super) fn section_of(cx: &mut Cx<'_, '_>, round: RoundId) -> Result<Markup, AppError> {
    let counted = store::minutes_of(cx.tx, round)?;
    let all: i64 = counted.iter().map(|(_, accounts)| accounts).sum();
    let Some(half) = median(&counted).filter(|_| all >= FEWEST) else { return Ok(html! {}) };
    let texts = cx.texts();
    let body = html! {
        p { (texts.followup_active(all, half)) }
        p.fine { (texts.followup_active_how()) }
    };
    Ok(section("tidsatgang", texts.followup_active_title(), "", &body))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_what_half_of_them_took_at_most() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(12, 1)]), Some(12));
        assert_eq!(median(&[(5, 2), (10, 2), (90, 1)]), Some(10));
        assert_eq!(median(&[(5, 3), (90, 3)]), Some(5));
    }
}
