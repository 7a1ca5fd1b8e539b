//! What is new in an account that was handed in again: whoever read it before reads that first.

use domain::followup::{AccountState, EventKind};
use maud::{Markup, html};

use super::reach::Found;
use super::store::{Event, Part};
use super::words::part_title;
use crate::cx::Cx;
use crate::web::ui::{Tone, notice};

/// When the account was handed in before the last time; none when it was handed in once or never.
pub(super) fn since_before(events: &[Event]) -> Option<i64> {
    events.iter().filter(|event| event.kind == EventKind::Submitted).nth(1).map(|event| event.at)
}

/// The parts that were written in since then, each with a link; nothing before a second time.
pub(super) fn told(cx: &Cx<'_, '_>, found: &Found, parts: &[Part], events: &[Event]) -> Markup {
    let waits = found.account.state == AccountState::Submitted;
    let Some(before) = since_before(events).filter(|_| waits && found.reach.drafts) else {
        return html! {};
    };
    let texts = cx.texts();
    let changed: Vec<&Part> = parts.iter().filter(|part| part.at > before).collect();
    let title = texts.followup_changed_parts(i64::try_from(changed.len()).unwrap_or(i64::MAX));
    let list = html! {
        @if changed.is_empty() { p { (texts.followup_changed_none()) } }
        @else { ul { @for part in changed { li { a href={ "#del-" (part.id) } { (part_title(texts, part)) } } } } }
    };
    notice(Tone::Event, &title, &list)
}
