//! The landing page of the settings: what the visitor may look after, and where.

use domain::access::Action;
use maud::html;

use crate::app::may_somewhere;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{Button, PageHead, Setting, button_link, page_header, settings_list};

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let model = &cx.structure.model;
    let units = cx.structure.organisation.all().filter(|unit| unit.is_valid_on(cx.today())).count();
    let open = model.open_decisions.len();
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let mut rows = vec![
        row(
            texts.settings_model(),
            texts.settings_model_note(&model.municipality, count(open)),
            "/modell",
            texts.settings_open_model(),
        ),
        row(
            texts.reorganisation_title(),
            texts.settings_organisation_note(count(units)),
            "/organisation",
            texts.settings_open_organisation(),
        ),
        row(
            texts.frameworks_title(),
            texts.frameworks_settings_note().to_owned(),
            "/ramverk",
            texts.frameworks_open(),
        ),
    ];
    if may_somewhere(cx.visit, Action::ManagePeople) {
        rows.push(row(
            texts.people_title(),
            texts.settings_people_note().to_owned(),
            "/personer",
            texts.settings_open_people(),
        ));
    }
    if may_somewhere(cx.visit, Action::Audit) {
        rows.push(row(
            texts.settings_trail(),
            texts.settings_trail_note().to_owned(),
            "/spar",
            texts.settings_open_trail(),
        ));
    }
    rows.extend(reminders(cx));
    let administers = Action::ALL
        .into_iter()
        .any(|action| action.is_administration() && may_somewhere(cx.visit, action));
    let asks_no_password = administers && cx.visit.without_password;
    let head = PageHead {
        title: texts.web_nav_settings().to_owned(),
        lead: texts.settings_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! { div.wrap.page { (page_header(&head)) div.narrow { (settings_list(&rows)) @if asks_no_password { p.fine { (texts.settings_no_password()) } } } } };
    Ok(cx.page(texts.web_nav_settings(), Nav::Settings, &body))
}

fn row(title: &str, note: String, url: &str, word: &str) -> Setting {
    Setting { title: title.to_owned(), note, end: button_link(Button::SmallSecondary, url, word) }
}

/// How one is reminded, and for who looks after all of it, how letters leave.
fn reminders(cx: &Cx<'_, '_>) -> Vec<Setting> {
    let texts = cx.texts();
    let (note, open) = (texts.reminders_own_note().to_owned(), texts.reminders_open());
    let mut rows = vec![row(texts.reminders_title(), note, crate::reminders::URL, open)];
    if cx.can_everywhere(Action::ManagePeople) {
        rows.push(row(
            texts.reminders_server_title(),
            texts.reminders_server_note().to_owned(),
            crate::reminders::SERVER_URL,
            texts.reminders_open_server(),
        ));
    }
    rows
}
