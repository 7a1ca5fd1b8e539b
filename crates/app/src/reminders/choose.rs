//! Saying how often one is reminded, and seeing what the next letter would tell.

use domain::reminders::{Pace, Sending};

use super::choose_page::{Next, page};
use super::prepare::is_worth;
use super::store::{self, Choice};
use super::{URL, mine};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Language;
use crate::identity::store::person_row;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Shows the choice, and the next letter by the same code that writes it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let person = cx.person_id()?;
    let choice = store::choice_of(cx.tx, person)?;
    let address = person_row(cx.tx, person)?.or_not_found()?.email;
    let lines = mine::of_mail(mine::all(cx)?, Sending::Digest, &[], cx.today());
    let worth = is_worth(cx, &choice, &lines)?;
    let last = store::last_sent(cx.tx, person)?;
    let next = Next { lines: &lines, worth, last, address: &address };
    let body = page(cx, &choice, &next);
    Ok(cx.page(cx.texts().reminders_title(), Nav::Nowhere, &body))
}

/// Keeps the choice. Which version it was made from is not asked: it is the person's own, and what
/// was pressed last holds.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let person = cx.person_id()?;
    let before = store::choice_of(cx.tx, person)?;
    let form = &cx.req.form;
    let pace: Pace = form.parsed("takt").unwrap_or(before.pace);
    let choice = Choice {
        pace,
        immediate: form.text("genast") == "ja",
        language: Language::from_code(form.text("sprak")),
        version: before.version + 1,
    };
    let same = Choice { version: before.version, ..choice } == before;
    if !same || before.version == 0 {
        store::keep_choice(cx.tx, person, &choice, cx.visit.now)?;
    }
    Ok(Response::see_other(URL))
}
