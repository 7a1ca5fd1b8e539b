//! A letter to try the server with, to the address of whoever asks for it and nobody else.

use std::sync::Arc;

use maud::html;

use super::server_page::{may_tend, said, top};
use super::{SERVER_URL, URL};
use crate::app::App;
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::identity::store::person_row;
use crate::mail::Letter;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, Tone, button_link, layout, notice};

/// Sends it and says what became of it.
pub(super) fn send(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let person = visit.person.as_ref().ok_or(AppError::Forbidden)?.id;
    let texts = Texts::from(visit.language);
    let row = app.read(request, visit, |cx| {
        may_tend(cx)?;
        Ok(person_row(cx.tx, person)?)
    })?;
    let row = row.or_not_found()?;
    let scheme = if app.settings.plain_http { "http" } else { "https" };
    let base = format!("{scheme}://{}", request.header("host"));
    let letter = Letter {
        name: row.name.clone(),
        address: row.email.clone(),
        subject: texts.reminders_test_subject(&visit.municipality),
        text: format!("{}\n", texts.reminders_test_text(&visit.municipality)),
        html: html! { p { (texts.reminders_test_text(&visit.municipality)) } }.into_string(),
        id: format!("prov.{}.{}@{}", visit.now, person, request.host()),
        stop_url: format!("{base}{URL}"),
        at: visit.now,
    };
    let told = match app.settings.mail.way().map(|way| way.send(&letter)) {
        None => (Tone::Neutral, texts.reminders_no_server().to_owned(), String::new()),
        Some(Ok(())) => (Tone::Good, texts.reminders_test_sent(&row.email), String::new()),
        Some(Err(refusal)) => {
            (Tone::Concern, texts.reminders_test_refused().to_owned(), refusal.to_string())
        }
    };
    let (tone, title, words) = told;
    let body = html! {
        div.wrap.page {
            (top(texts))
            (notice(tone, &title, &html! { @if !words.is_empty() { (said(texts, &words)) } }))
            p.row { (button_link(Button::Secondary, SERVER_URL, texts.reminders_back())) }
        }
    };
    let frame = frame(app, visit, &request.path, texts.reminders_server_title(), Nav::Settings);
    Ok(Response::page(layout(&frame, &body)))
}
