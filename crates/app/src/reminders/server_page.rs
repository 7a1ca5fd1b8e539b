//! How letters leave, for who looks after it: the server, what was sent and what was not, and a
//! letter to try it with.

use domain::access::Action;
use domain::reminders::Pace;
use jiff::ToSpan;
use maud::{Markup, html};

use super::store::{self, Day, Failure};
use super::{SERVER_URL, time_of_day};
use crate::app::App;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date, datetime, time_of_day as clock_words};
use crate::web::error::{Answer, AppError};
use crate::web::ui::{
    Button, Column, Fact, PageHead, Row, Stop, Symbol, Table, Tone, breadcrumb_thread, button,
    empty_state, facts, notice, page_header, section, status_row,
};

/// How far back the page looks.
const DAYS: i32 = 14;

/// That the visitor looks after the letters: what is sent is the whole municipality's, and so is what
/// goes wrong.
pub(super) fn may_tend(cx: &Cx<'_, '_>) -> Answer<()> {
    if cx.can_everywhere(Action::ManagePeople) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may_tend(cx)?;
    let today = cx.today();
    let since = today.checked_sub(DAYS.days()).unwrap_or(today);
    let days = store::days(cx.tx, since)?;
    let failure = store::last_failure(cx.tx, since)?;
    let paces = store::paces(cx.tx)?;
    let texts = cx.texts();
    let at = clock_words(texts.language, today.to_datetime(time_of_day(cx.app)));
    let body = html! {
        div.wrap.page {
            (top(texts))
            (server(texts, cx.app, &at))
            @if let Some(failure) = &failure { (went_wrong(cx, failure)) }
            (section("skickat", texts.reminders_sent_title(), "", &sent(texts, &days)))
            (section("valt", texts.reminders_chosen_title(), "", &facts(&chosen(texts, &paces))))
        }
    };
    Ok(cx.page(texts.reminders_server_title(), Nav::Settings, &body))
}

/// The way here and what the page is.
pub(super) fn top(texts: Texts) -> Markup {
    let title = texts.reminders_server_title();
    let stops = [Stop::to("/installningar", texts.web_nav_settings()), Stop::here(title)];
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.reminders_server_lead().to_owned(),
        ..PageHead::default()
    };
    html! { (breadcrumb_thread(texts.web_thread_label(), &stops)) (page_header(&head)) }
}

fn server(texts: Texts, app: &App, at: &str) -> Markup {
    let Some(way) = app.settings.mail.way() else {
        return notice(
            Tone::Neutral,
            texts.reminders_no_server(),
            &html! { p { (texts.reminders_no_server_admin()) } },
        );
    };
    html! {
        (status_row(Symbol::Met, Tone::Good, texts.reminders_server_named(), &texts.reminders_server_text(at)))
        (facts(&[
            Fact::new(texts.reminders_server(), &way.server()),
            Fact::new(texts.reminders_sender(), &way.sender()),
        ]))
        form.row method="post" action={ (SERVER_URL) "/prov" } {
            (button(Button::Secondary, texts.reminders_test(), None))
        }
    }
}

fn went_wrong(cx: &Cx<'_, '_>, failure: &Failure) -> Markup {
    let texts = cx.texts();
    let at = datetime(texts.language, cx.app.clock.local(failure.at));
    let words = if failure.waits {
        texts.reminders_failure_waits(at)
    } else if failure.error.is_empty() {
        texts.reminders_failure_unsure(at)
    } else {
        texts.reminders_failure_ended(at)
    };
    notice(
        Tone::Event,
        texts.reminders_failure(),
        &html! {
            p { (words) }
            @if !failure.error.is_empty() { (said(texts, &failure.error)) }
        },
    )
}

/// What the server said, in its own words.
pub(super) fn said(texts: Texts, error: &str) -> Markup {
    html! { p { (texts.reminders_failure_said()) " " code lang="en" { (error) } } }
}

fn sent(texts: Texts, days: &[Day]) -> Markup {
    if days.is_empty() {
        return empty_state(texts.reminders_none_sent(), texts.reminders_none_sent_text(), None);
    }
    let row = |one: &Day| {
        Row::words(&[
            date(texts.language, one.on),
            one.sent.to_string(),
            one.waiting.to_string(),
            one.failed.to_string(),
        ])
    };
    let columns = vec![
        Column::text(texts.reminders_column_day()),
        Column::number(texts.reminders_column_sent()),
        Column::number(texts.reminders_column_waiting()),
        Column::number(texts.reminders_column_failed()),
    ];
    let title = texts.reminders_sent_title();
    let table = Table::new("brev", title, columns, days.iter().map(row).collect());
    html! { (table.hide_caption()) }
}

fn chosen(texts: Texts, paces: &[(Pace, i64)]) -> Vec<Fact> {
    let count = |pace| paces.iter().find(|(one, _)| *one == pace).map_or(0, |(_, count)| *count);
    [(Pace::Near, texts.reminders_pace_near()), (Pace::Never, texts.reminders_pace_never())]
        .map(|(pace, words)| Fact::new(words, &texts.reminders_people(count(pace))))
        .to_vec()
}
