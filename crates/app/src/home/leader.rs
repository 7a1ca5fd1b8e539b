//! Min sida of whoever leads several units: what waits to be read and approved.

use domain::followup::AccountState;
use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{Collection, MOST, collection, waiting};
use super::due::owed;
use super::hero::{hero, own_thread};
use super::signals::{seen, stands_out};
use super::{account_url, counted, many, year};
use crate::cx::Cx;
use crate::followup::store::Account;
use crate::thread::weekday_and_day;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, Task, TaskState, button_link, empty_state, section, task_list};

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let collected = collection(cx, home)?;
    let owed = owed(cx, home)?;
    let seen = seen(cx, home)?;
    let side = year::section(cx)?;
    let waits = collected.as_ref().map_or(0, |all| all.count(AccountState::Submitted));
    let sentence = if waits > 0 {
        texts.home_to_approve(many(waits), counted(cx, waits))
    } else {
        texts.home_none_to_approve().to_owned()
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @match &collected {
                    Some(collected) => (card(cx, collected)),
                    None => (empty_state(texts.home_nothing_waits(), texts.home_nothing_waits_text(), None)),
                }
                @if let Some(owed) = &owed { div.section { (owed.card(cx, &seen)) } }
                @if let Some(collected) = &collected { (not_yet(cx, collected)) }
                (stands_out(texts, home, &seen))
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

fn card(cx: &Cx<'_, '_>, collected: &Collection) -> Markup {
    let texts = cx.texts();
    let (done, all) = collected.handed_in();
    let tasks = collected
        .first(AccountState::Submitted)
        .iter()
        .map(|account| task(cx, account, TaskState::Left))
        .collect();
    Due {
        id: "att-godkanna".to_owned(),
        title: super::round_title(&collected.round).to_owned(),
        deadline: texts.home_hand_in(weekday_and_day(texts.language, collected.round.due_on)),
        lead: format!("{}. {}", texts.home_accounts_done(all, done), waiting(texts, collected)),
        knots: Some(collected.knots(texts)),
        tasks,
        end: html! { (button_link(Button::Onward, "/folja-upp", texts.home_all_accounts())) },
    }
    .render()
}

fn task(cx: &Cx<'_, '_>, account: &Account, state: TaskState) -> Task {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(account.org_unit);
    let written = !account.person_name.is_empty();
    match state {
        TaskState::Left => Task {
            url: Some(format!("{}/las", account_url(account.id))),
            title: texts.home_read_and_approve(name),
            note: if written {
                texts.home_handed_in_by(&account.person_name)
            } else {
                String::new()
            },
            ..Task::default()
        },
        _ => Task {
            title: name.to_owned(),
            note: match account.state {
                AccountState::NotStarted => texts.home_state_not_begun().to_owned(),
                _ => texts.home_state_writing().to_owned(),
            },
            state,
            state_word: texts.home_state_waiting().to_owned(),
            ..Task::default()
        },
    }
}

/// Who has not handed in yet.
fn not_yet(cx: &Cx<'_, '_>, collected: &Collection) -> Markup {
    let texts = cx.texts();
    let states = [AccountState::NotStarted, AccountState::Draft];
    let left: usize = states.into_iter().map(|state| collected.count(state)).sum();
    if left == 0 {
        return html! {};
    }
    let first = states.into_iter().flat_map(|state| collected.first(state)).take(MOST);
    let tasks: Vec<Task> = first.map(|account| task(cx, account, TaskState::Waiting)).collect();
    let body = html! {
        (task_list(&tasks))
        @if left > MOST { p { a href="/folja-upp" { (texts.home_more_accounts(many(left - MOST))) } } }
    };
    section("inte-lamnat", texts.home_not_yet(), "", &body)
}
