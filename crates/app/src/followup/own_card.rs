//! The visitor's own account on the overview: what is left of what is theirs to write.

use domain::followup::{AccountState, Round};
use maud::{Markup, html};

use super::headway::{headway, minutes_to_write, minutes_words, tasks};
use super::store::{Account, Returned};
use super::words::due_words;
use super::{came_back, now, seen_at, url};
use crate::cx::Cx;
use crate::together::shown_share;
use crate::web::error::Answer;
use crate::web::ui::{Button, Due, TaskState, button, button_link};

/// The card; none for what the visitor may not write in and nobody has handed in.
pub(super) fn card(
    cx: &mut Cx<'_, '_>,
    title: String,
    (account, round): (&Account, &Round),
    returned: &[Returned],
    read: &mut now::Read,
) -> Answer<Option<Markup>> {
    let share = shown_share(cx, account.id, account.org_unit)?;
    if !share.is_any() && !account.state.is_handed_in() {
        return Ok(None);
    }
    let texts = cx.texts();
    let round = &seen_at(cx, round, account.org_unit);
    let mut parts = now::parts_with(cx, account, round, read)?;
    parts.retain(|part| share.holds(part.id));
    let returned: Vec<Returned> =
        returned.iter().filter(|one| share.holds(one.part)).cloned().collect();
    let minutes = match account.state {
        AccountState::NotStarted => minutes_to_write(cx, round.id, account.org_unit)?,
        _ => 0,
    };
    let counted = headway(&parts);
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let address = url(account.id);
    let (lead, end) = match account.state {
        AccountState::NotStarted => (
            texts.followup_begin_card(minutes),
            html! { form method="post" action=(address) { (button(Button::Onward, texts.followup_begin(), None)) } },
        ),
        AccountState::Draft => (
            texts.followup_progress(count(counted.all), count(counted.done)),
            html! {
                (button_link(Button::Onward, &address, texts.followup_continue()))
                span.soft { (minutes_words(texts, account.id, &parts)) }
            },
        ),
        AccountState::Submitted | AccountState::Approved => (
            if account.state == AccountState::Approved {
                texts.followup_card_approved().to_owned()
            } else {
                texts.followup_card_submitted().to_owned()
            },
            button_link(
                Button::Secondary,
                &format!("{address}/las"),
                texts.followup_read_account(),
            ),
        ),
    };
    let tasks = match account.state {
        AccountState::Draft => tasks(texts, account.id, &parts, &returned),
        _ => Vec::new(),
    };
    let tasks = tasks.into_iter().filter(|task| task.state == TaskState::Left).collect();
    Ok(Some(html! {
        (came_back(cx.app, texts, &returned))
        (Due {
            id: format!("konto-{}", account.id),
            title,
            deadline: due_words(texts, round, cx.today()),
            lead,
            knots: None,
            tasks,
            end,
        })
    }))
}
