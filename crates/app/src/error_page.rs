//! What a visitor sees when a request cannot be answered.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::App;
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::limits;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, button_link, gate, layout};

/// Shown when not even a page can be made.
pub const PLAIN: &str = "<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Fel – Tråden</title></head><body><main><h1>Något gick fel hos oss</h1><p>Försök igen om en stund.</p></main></body></html>";

/// The answer when making the page itself failed.
pub fn plain() -> Response {
    Response::page_with(StatusCode::INTERNAL_SERVER_ERROR, maud::PreEscaped(PLAIN.to_owned()))
}

/// The page for a request that cannot be read, such as one with a broken escape in its address.
pub fn unreadable(app: &App, status: StatusCode) -> Response {
    let request = Request::empty();
    let visit = Visit::stranger(app.settings.only, app.clock.now(), &request);
    let texts = Texts::from(visit.language);
    let frame = frame(app, &visit, "/", texts.web_unreadable(), Nav::Nowhere);
    let body = body(texts, texts.web_unreadable(), texts.web_unreadable_text());
    Response::page_with(status, layout(&frame, &body))
}

/// The page for a body that is larger than what is taken at the address.
pub fn too_large(app: &App, request: &Request) -> Response {
    let visit = Visit::stranger(app.settings.only, app.clock.now(), request);
    let texts = Texts::from(visit.language);
    let title = texts.web_too_large();
    let text = texts.web_too_large_text(limits::told(&request.path));
    if request.wants_json() {
        let told = serde_json::json!({ "status": 413, "title": title, "text": text });
        return Response::json(StatusCode::PAYLOAD_TOO_LARGE, &told);
    }
    let frame = frame(app, &visit, &request.path, title, Nav::Nowhere);
    Response::page_with(StatusCode::PAYLOAD_TOO_LARGE, layout(&frame, &body(texts, title, &text)))
}

/// The page for a host name that belongs to no municipality here.
pub fn other_host(app: &App, request: &Request, visit: &Visit) -> Response {
    let texts = Texts::from(visit.language);
    let title = texts.web_other_host();
    let frame = frame(app, visit, &request.path, title, Nav::Nowhere);
    let body = gate(None, "", title, texts.web_other_host_text(), &html! {});
    Response::page_with(StatusCode::MISDIRECTED_REQUEST, layout(&frame, &body))
}

/// The page of an error. Causes go to the log with a reference; the page shows the reference.
pub fn show(app: &App, request: &Request, visit: &Visit, error: AppError) -> Response {
    let texts = Texts::from(visit.language);
    let busy = error.is_busy();
    let (status, title, text) = match error {
        AppError::NotFound => {
            (StatusCode::NOT_FOUND, texts.web_not_found(), texts.web_not_found_text().to_owned())
        }
        AppError::Forbidden => {
            (StatusCode::FORBIDDEN, texts.web_forbidden(), texts.web_forbidden_text().to_owned())
        }
        AppError::Stale => {
            (StatusCode::CONFLICT, texts.web_stale(), texts.web_stale_text().to_owned())
        }
        AppError::Internal(cause) if busy => {
            let path = logged(&request.path);
            tracing::warn!(path, cause = format!("{cause:#}"), "busy");
            let text = texts.web_busy_text().to_owned();
            (StatusCode::SERVICE_UNAVAILABLE, texts.web_busy(), text)
        }
        AppError::Internal(cause) => {
            let reference = reference(app);
            let path = logged(&request.path);
            tracing::error!(reference, path, cause = format!("{cause:#}"), "failed");
            let text = texts.web_internal_text(reference);
            (StatusCode::INTERNAL_SERVER_ERROR, texts.web_internal(), text)
        }
    };
    if request.wants_json() {
        let code = status.as_u16();
        return Response::json(
            status,
            &serde_json::json!({ "status": code, "title": title, "text": text }),
        );
    }
    let frame = frame(app, visit, &request.address(), title, Nav::Nowhere);
    let mut response = Response::page_with(status, layout(&frame, &body(texts, title, &text)));
    if busy {
        response.set(http::header::RETRY_AFTER, "10");
    }
    response
}

/// A path as the log may keep it: a one-time code opens an account.
fn logged(path: &str) -> &str {
    if path.starts_with("/kod/") { "/kod/…" } else { path }
}

fn reference(app: &App) -> String {
    let mut bytes = [0; 3];
    app.entropy.fill(&mut bytes);
    db::hex(&bytes).to_uppercase()
}

fn body(texts: Texts, title: &str, text: &str) -> Markup {
    let home = html! { p { (button_link(Button::Primary, "/", texts.web_to_start())) } };
    gate(None, "", title, text, &home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_one_time_code_never_reaches_the_log() {
        assert_eq!(logged("/kod/abc123"), "/kod/…");
        assert_eq!(logged("/matt/nytt"), "/matt/nytt");
    }
}
