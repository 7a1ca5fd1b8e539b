//! Checking that the audit trail is whole: every row follows from the one before.

use std::sync::Arc;

use db::audit::{Broken, Verified};
use maud::{Markup, html};

use crate::app::App;
use crate::cx::Visit;
use crate::frame::{Nav, frame};
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Fact, PageHead, Stop, Symbol, Tone, breadcrumb_thread, button_link, facts, layout,
    page_header, status_row,
};

/// Walks the chain in pieces, since a long one takes a while to walk.
pub(super) fn verify(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let found = app.db.verify(visit.tenant)?;
    let texts = Texts::from(visit.language);
    let title = texts.settings_verify_title();
    let frame = frame(app, visit, &request.path, title, Nav::Settings);
    Ok(Response::page(layout(&frame, &body(texts, &found))))
}

fn body(texts: Texts, found: &Result<Verified, Broken>) -> Markup {
    let head = PageHead {
        title: texts.settings_verify_title().to_owned(),
        lead: texts.settings_verify_lead().to_owned(),
        ..PageHead::default()
    };
    let stops = [
        Stop::to("/installningar", texts.web_nav_settings()),
        Stop::to("/spar", texts.settings_trail()),
        Stop::here(texts.settings_verify_title()),
    ];
    html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @match found {
                Ok(whole) => {
                    (status_row(Symbol::Met, Tone::Good, texts.settings_whole(), &texts.settings_whole_text(whole.rows)))
                    (facts(&[
                        Fact::new(texts.settings_rows(), &whole.rows.to_string()),
                        Fact::new(texts.settings_erased(), &whole.erased.to_string()),
                        Fact::rich(texts.settings_head(), html! { code.hash { (whole.head) } }),
                    ]))
                },
                Err(broken) => (status_row(Symbol::NotMet, Tone::Concern, texts.settings_broken(), &explain(texts, broken))),
            }
            p.row { (button_link(Button::Secondary, "/spar", texts.settings_to_trail())) }
        }
    }
}

fn explain(texts: Texts, broken: &Broken) -> String {
    match broken {
        Broken::Gap { expected, found } => texts.settings_broken_gap(expected, found),
        Broken::Altered(row) => texts.settings_broken_altered(row),
        Broken::Payload(row) => texts.settings_broken_payload(row),
        Broken::Missing(row) => texts.settings_broken_missing(row),
        Broken::Stray(row) => texts.settings_broken_stray(row),
        Broken::Head { last, head } => texts.settings_broken_head(head, last),
    }
}
