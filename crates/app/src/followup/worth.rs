//! Whether a report was worth the time: asked once of whoever has handed in, counted for the round,
//! and tied to nobody.

use domain::followup::EventKind;
use domain::ids::RoundId;
use maud::{Markup, html};

use super::reach::{Found, find_to_write};
use super::{store, url};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Button, button, section};

/// The answers, as they are stored.
const ANSWERS: [&str; 3] = ["yes", "partly", "no"];
/// How many must have answered before anybody is told what: fewer could be guessed.
const FEWEST: i64 = 5;

/// The question, for whoever has handed in and has not answered it.
pub(super) fn question(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let texts = cx.texts();
    if store::is_asked_for_worth(cx.tx, found.account.id)? {
        return Ok(html! { p.block.soft role="status" { (texts.followup_worth_thanks()) } });
    }
    Ok(html! {
        form.field method="post" action={ (url(found.account.id)) "/vart-tiden" } {
            fieldset {
                legend { (texts.followup_worth()) }
                p.fine { (texts.followup_worth_hint()) }
                div.row {
                    @for answer in ANSWERS {
                        (button(Button::SmallSecondary, &texts.followup_worth_answer(answer), Some(("svar", answer))))
                    }
                }
            }
        }
    })
}

/// Counts an answer. Who has answered once is not counted again.
pub(super) fn answer(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if found.account.state.is_handed_in() && !handed_in_by_visitor(cx, &found)? {
        return Err(AppError::Forbidden);
    }
    let here = Response::see_other(&format!("{}/kvitto", url(found.account.id)));
    let sent = cx.req.form.text("svar");
    let known = ANSWERS.iter().find(|answer| **answer == sent);
    let Some(answer) = known.filter(|_| found.account.state.is_handed_in()) else {
        return Ok(here);
    };
    cx.tx.leave_unaudited("what somebody thinks of the report is tied to nobody");
    if store::ask_for_worth(cx.tx, found.account.id)? {
        store::count_worth(cx.tx, found.account.round, answer)?;
    }
    Ok(here)
}

/// Whether the visitor is who handed the account in.
fn handed_in_by_visitor(cx: &mut Cx<'_, '_>, found: &Found) -> Result<bool, AppError> {
    let person = cx.person_id()?;
    let events = store::events_of(cx.tx, found.account.id)?;
    let last = events.iter().find(|event| event.kind == EventKind::Submitted);
    Ok(last.is_some_and(|event| event.person == person))
}

/// What those who have handed in thought, for whoever opens rounds; nothing before anybody has said.
pub(super) fn section_of(cx: &mut Cx<'_, '_>, round: RoundId) -> Result<Markup, AppError> {
    let counted = store::worth_of(cx.tx, round)?;
    let all: i64 = counted.values().sum();
    if all == 0 {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let of = |answer: &str| counted.get(answer).copied().unwrap_or_default();
    let body = html! {
        @if all < FEWEST { p { (texts.followup_worth_few(FEWEST)) } }
        @else { p { (texts.followup_worth_counted(all, of("no"), of("partly"), of("yes"))) } }
    };
    Ok(section("vart-tiden", texts.followup_worth(), "", &body))
}
