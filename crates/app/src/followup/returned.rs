//! Parts that were sent back: told to who writes, and confirmed to who sent them.

use domain::followup::{EventKind, PartState};
use maud::{Markup, html};

use super::reach::Found;
use super::store::{self, Event, Part, Returned};
use super::words::moment_words;
use super::{part_url, url};
use crate::app::App;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::ui::{Button, Tone, button_link, notice, quote};

fn origin(app: &App, texts: Texts, one: &Returned) -> Markup {
    html! { (one.person_name) ", " (moment_words(app, texts, one.at)) }
}

/// What came back, for who is to answer it. Nothing when nothing did.
pub fn came_back(app: &App, texts: Texts, returned: &[Returned]) -> Markup {
    html! {
        @for one in returned {
            (notice(Tone::Event, &texts.followup_returned_part(&one.title, &one.person_name), &html! {
                (quote(&one.comment, &origin(app, texts, one)))
                @if one.state == PartState::Left {
                    div.row { (button_link(Button::SmallSecondary, &part_url(one.account, one.part), texts.followup_answer_comment())) }
                } @else {
                    p { (texts.followup_answered()) }
                    div.row { (button_link(Button::SmallSecondary, &format!("{}/granska", url(one.account)), texts.followup_review())) }
                }
            }))
        }
    }
}

/// What was sent back, for everybody else who reads: who has been told, and where it stands.
pub(super) fn sent_back(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    events: &[Event],
) -> Result<Option<Markup>, AppError> {
    let returned = &found.returned;
    if returned.is_empty() {
        return Ok(None);
    }
    let today = cx.today();
    let mut told = store::writers_of(cx.tx, found.account.org_unit, today)?;
    if told.is_empty() {
        let handed_in = events.iter().find(|it| it.kind == EventKind::Submitted);
        told.extend(handed_in.map(|event| event.person_name.clone()));
    }
    let texts = cx.texts();
    let told = texts.followup_told(names(texts, &told), i64::try_from(told.len()).unwrap_or(0));
    let visitor = cx.person_id()?;
    Ok(Some(html! {
        @for one in returned {
            @let title = if one.person == visitor {
                texts.followup_you_returned(&one.title)
            } else {
                texts.followup_returned_part(&one.title, &one.person_name)
            };
            (notice(Tone::Event, &title, &html! {
                (quote(&one.comment, &origin(cx.app, texts, one)))
                p { (told) }
                p { @if one.state == PartState::Left { (texts.followup_returned_waits()) } @else { (texts.followup_returned_answered()) } }
            }))
        }
    }))
}

/// Names in a sentence: `A, B och C`.
fn names(texts: Texts, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => texts.followup_names(last, first.join(", ")),
    }
}

/// The comment a part was sent back with, by whom and when; none when it is done again.
pub(super) fn comment_of(
    cx: &mut Cx<'_, '_>,
    part: &Part,
) -> Answer<Option<(String, String, String)>> {
    if part.state == PartState::Done {
        return Ok(None);
    }
    let event = store::events_of(cx.tx, part.account)?
        .into_iter()
        .find(|event| event.part == Some(part.id) && event.kind == EventKind::Returned);
    Ok(event.map(|event| {
        let when = moment_words(cx.app, cx.texts(), event.at);
        (event.comment, event.person_name, when)
    }))
}
