//! Turning letters off, and on again, by the key that stands in each letter: without signing in, and
//! with one press in mail programs that know how (RFC 8058).

use std::sync::Arc;

use db::{Author, Entropy};
use domain::ids::PersonId;
use domain::reminders::Pace;
use http::StatusCode;
use maud::{Markup, html};
use sha2::{Digest, Sha256};

use super::store::{self, Choice};
use super::{STOP_URL, URL};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::identity::store::person_row;
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, button, button_link, page_header};

/// Longest key that is looked up.
const LONGEST_KEY: usize = 100;
/// What a mail program sends for the one who reads.
const ONE_CLICK: &str = "List-Unsubscribe";

/// A new key for a letter: 256 random bits.
pub(super) fn new_key(entropy: &dyn Entropy) -> String {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    db::hex(&bytes)
}

/// What the store keeps of a key.
pub(super) fn digest(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

/// Where a key leads.
pub(super) fn url(key: &str) -> String {
    format!("{STOP_URL}/{key}")
}

fn key(request: &Request) -> &str {
    request.params.get("nyckel").map_or("", String::as_str)
}

/// Who got the letter with the key, and what they have chosen.
fn holder(cx: &mut Cx<'_, '_>) -> Answer<Option<(PersonId, Choice)>> {
    let key = key(cx.req);
    if key.is_empty() || key.len() > LONGEST_KEY {
        return Ok(None);
    }
    let Some(person) = store::person_by_stop(cx.tx, digest(key))? else { return Ok(None) };
    Ok(Some((person, store::choice_of(cx.tx, person)?)))
}

/// Shows whether letters come, with one button to change it. Nothing is changed by looking, which
/// programs that examine mail do as well.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = holder(cx)?;
    Ok(page(cx, found.map(|(_, choice)| choice)))
}

fn is_off(choice: &Choice) -> bool {
    choice.pace == Pace::Never && !choice.immediate
}

fn page(cx: &Cx<'_, '_>, choice: Option<Choice>) -> Response {
    let texts = cx.texts();
    let (title, lead) = match &choice {
        None => (texts.reminders_stop_gone(), texts.reminders_stop_gone_text()),
        Some(choice) if is_off(choice) => (texts.reminders_off(), texts.reminders_off_text()),
        Some(_) => (texts.reminders_stop_title(), texts.reminders_stop_text()),
    };
    let head = PageHead { title: title.to_owned(), lead: lead.to_owned(), ..PageHead::default() };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if let Some(choice) = &choice { (form(cx, choice)) }
            @else { p { (button_link(Button::Primary, URL, texts.reminders_stop_choose())) } }
        }
    };
    let mut response = cx.page(title, Nav::Nowhere, &body);
    if choice.is_none() {
        response.status = StatusCode::GONE;
    }
    response
}

fn form(cx: &Cx<'_, '_>, choice: &Choice) -> Markup {
    let texts = cx.texts();
    let (words, value) = if is_off(choice) {
        (texts.reminders_on_again(), "pa")
    } else {
        (texts.reminders_stop_press(), "av")
    };
    html! {
        form.row method="post" action=(url(key(cx.req))) {
            (button(Button::Primary, words, Some(("brev", value))))
        }
        p { a href=(URL) { (texts.reminders_stop_choose()) } }
    }
}

/// Turns letters off, or on again. The key is all that is asked for, also from another's page.
pub(super) fn change(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let found = app.read(request, visit, |cx| {
        let Some((person, before)) = holder(cx)? else { return Ok(None) };
        let name = person_row(cx.tx, person)?.map(|row| row.name).unwrap_or_default();
        Ok(Some((person, before, name)))
    })?;
    if let Some((person, before, name)) = found {
        let wanted = if request.form.text("brev") == "pa" && is_off(&before) {
            Some((Pace::default(), true))
        } else if request.form.text("brev") == "pa" || is_off(&before) {
            None
        } else {
            Some((Pace::Never, false))
        };
        if let Some((pace, immediate)) = wanted {
            let choice = Choice { pace, immediate, version: before.version + 1, ..before };
            let author =
                Author { person: Some(person.bytes()), name, at: visit.now, ..Author::default() };
            let now = visit.now;
            app.db.write(visit.tenant, &author, move |tx| {
                store::keep_choice(tx, person, &choice, now)
            })?;
        }
        // A mail program is not to be sent elsewhere (RFC 8058, 3.1).
        if !request.form.has(ONE_CLICK) {
            return Ok(Response::see_other(&request.path));
        }
    }
    app.read(request, visit, show)
}
