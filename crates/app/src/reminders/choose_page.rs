//! The page where a person says how often they are reminded.

use domain::access::Action;
use domain::reminders::{Pace, Sending};
use maud::{Markup, html};

use super::letter::About;
use super::mine::Line;
use super::store::Choice;
use super::{SERVER_URL, URL, time_of_day};
use crate::app::may_somewhere;
use crate::cx::Cx;
use crate::i18n::{Language, Texts, datetime, time_of_day as clock_words};
use crate::web::ui::{
    Button, Choice as Offered, Field, PageHead, Tone, button, empty_state, form_end, notice,
    page_header, section,
};

/// What the next letter would be.
pub(super) struct Next<'a> {
    pub(super) lines: &'a [Line],
    /// Whether it would be sent today.
    pub(super) worth: bool,
    /// When one was sent last, and how many things it told.
    pub(super) last: Option<(i64, i64)>,
    pub(super) address: &'a str,
}

/// The body.
pub(super) fn page(cx: &Cx<'_, '_>, choice: &Choice, next: &Next<'_>) -> Markup {
    let texts = cx.texts();
    let at = clock_words(texts.language, cx.today().to_datetime(time_of_day(cx.app)));
    let head = PageHead {
        title: texts.reminders_title().to_owned(),
        lead: texts.reminders_page_lead(at),
        ..PageHead::default()
    };
    html! {
        div.wrap.page {
            (page_header(&head))
            @if cx.app.settings.mail.way().is_none() { (no_server(cx)) }
            div.narrow {
                form.form method="post" action=(URL) {
                    (Field::radios("takt", texts.reminders_pace(), paces(texts, choice)))
                    (Field::checkboxes("genast", texts.reminders_same_day(), vec![
                        Offered::new("ja", texts.reminders_same_day_yes()).chosen(choice.immediate),
                    ]))
                    (Field::select("sprak", texts.reminders_language(), languages(texts, choice)))
                    (form_end(&button(Button::Primary, texts.reminders_save(), None), None))
                }
            }
            (section("nasta", texts.reminders_next(), "", &preview(cx, choice, next)))
        }
    }
}

fn no_server(cx: &Cx<'_, '_>) -> Markup {
    let texts = cx.texts();
    let tends = may_somewhere(cx.visit, Action::ManagePeople);
    notice(
        Tone::Neutral,
        texts.reminders_no_server(),
        &html! {
            p { (texts.reminders_no_server_text()) }
            @if tends { p { a href=(SERVER_URL) { (texts.reminders_server_title()) } } }
        },
    )
}

fn paces(texts: Texts, choice: &Choice) -> Vec<Offered> {
    let words = |pace| match pace {
        Pace::Rhythm => (texts.reminders_pace_rhythm(), texts.reminders_pace_rhythm_note()),
        Pace::Weekdays => (texts.reminders_pace_weekdays(), texts.reminders_pace_weekdays_note()),
        Pace::Near => (texts.reminders_pace_near(), texts.reminders_pace_near_note()),
        Pace::Never => (texts.reminders_pace_never(), texts.reminders_pace_never_note()),
    };
    let offer = |pace: &Pace| {
        let (label, note) = words(*pace);
        Offered::new(pace.code(), label).note(note).chosen(*pace == choice.pace)
    };
    Pace::ALL.iter().map(offer).collect()
}

/// Who has not chosen is offered the language of the page.
fn languages(texts: Texts, choice: &Choice) -> Vec<Offered> {
    let chosen = if choice.version == 0 { texts.language } else { choice.language };
    [Language::Swedish, Language::English]
        .into_iter()
        .map(|one| {
            let word = match one {
                Language::Swedish => texts.reminders_swedish(),
                Language::English => texts.reminders_english(),
            };
            Offered::new(one.code(), word).chosen(one == chosen)
        })
        .collect()
}

/// Why what waits is not sent today.
fn not_sent(texts: Texts, pace: Pace) -> &'static str {
    match pace {
        Pace::Never => texts.reminders_not_sent_never(),
        Pace::Near => texts.reminders_not_sent_near(),
        Pace::Rhythm | Pace::Weekdays => texts.reminders_not_sent_told(),
    }
}

fn preview(cx: &Cx<'_, '_>, choice: &Choice, next: &Next<'_>) -> Markup {
    let texts = cx.texts();
    let about = About { texts, today: cx.today(), kind: Sending::Digest };
    let last = next.last.map(|(at, things)| {
        let at = datetime(texts.language, cx.app.clock.local(at));
        texts.reminders_last(at, things)
    });
    html! {
        @if next.lines.is_empty() {
            (empty_state(texts.reminders_nothing(), texts.reminders_nothing_text(), None))
        } @else {
            p.soft { (texts.reminders_next_to(next.address)) }
            @if !next.worth {
                p { (not_sent(texts, choice.pace)) }
            }
            div.panel {
                p { b { (about.subject(next.lines)) } }
                (about.list("", next.lines))
            }
        }
        p.fine { (last.as_deref().unwrap_or(texts.reminders_never_sent())) }
    }
}
