//! Min sida of whoever leads several units: what waits to be read and approved.

use domain::followup::{AccountState, AtHand};
use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{Collection, collections, waiting};
use super::due::owed;
use super::goals::{Standing, goals_of};
use super::hero::{hero, own_thread};
use super::signals::{measures_of, seen, seen_of, stands_out};
use super::{account_url, counted, many, nothing_waits, nth_id, year};
use crate::cx::Cx;
use crate::followup::store::Account;
use crate::followup::{about, at_hand};
use crate::i18n::Language;
use crate::steering::genitive;
use crate::thread::weekday_and_day;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, Task, TaskState, button_link, section, task_list};

/// Accounts shown in each list; the rest are on the page of the round.
const MOST: usize = 8;

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let collected = collections(cx, &rounds.open, home)?;
    let collected: Vec<Collection> =
        collected.into_iter().map(|all| all.led(cx)).collect::<Result<_, _>>()?;
    let mut owed = owed(cx, &rounds.open, home)?;
    let standing = standing(cx, home)?;
    let mut seen = seen(cx, home)?;
    for one in &mut owed {
        one.follow(&cx.structure, &seen);
    }
    // An administration seldom measures itself: then what its units report is put together.
    if seen.is_empty() {
        let ids = measures_of(cx, &standing.goals);
        seen = seen_of(cx, home, &ids)?;
    }
    let side = year::section(cx)?;
    let goals = if standing.goals.is_empty() {
        html! {}
    } else {
        let owner = standing.goals.first().map_or(home, |goal| goal.owner);
        let title = texts.home_goals_of(owners_words(cx, owner));
        standing.section(cx, &title)
    };
    let waits = collected.iter().map(|all| all.to_approve().count()).sum();
    let sentence = if waits > 0 {
        texts.home_to_approve(many(waits), counted(cx, waits))
    } else {
        texts.home_none_to_approve().to_owned()
    };
    let effects = crate::actions::late_under(cx, &[home])?;
    let hero = hero(cx, sentence, own_thread(cx, home));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @for collected in &collected { (card(cx, collected, &rounds)) }
                @if collected.is_empty() { (nothing_waits(cx, &rounds)) }
                (super::oversight_way(texts))
                (effects)
                @for owed in &owed { div.section { (owed.came_back(cx)) (owed.card(cx, &seen)) } }
                @for collected in &collected { (not_yet(cx, collected, &rounds)) }
                (stands_out(texts, texts.home_stands_out(), home, &seen))
                (goals)
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// The goals to lead by: the org unit's own, else those of the nearest body above that has any.
fn standing(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Standing, AppError> {
    let mut goals = goals_of(cx, home);
    for above in cx.structure.organisation.ancestors(home) {
        if goals.is_empty() {
            goals = goals_of(cx, above);
        }
    }
    Standing::of(cx, goals)
}

/// Whose goals, as it stands before the word.
pub(super) fn owners_words(cx: &Cx<'_, '_>, owner: OrgUnitId) -> String {
    let name = cx.structure.organisation.name(owner);
    match cx.language() {
        Language::Swedish => genitive(name),
        Language::English => name.to_owned(),
    }
}

pub(super) fn card(cx: &Cx<'_, '_>, collected: &Collection, rounds: &AtHand) -> Markup {
    let texts = cx.texts();
    let (done, all) = collected.handed_in();
    let tasks = collected.to_approve().take(MOST).map(|account| to_read(cx, account)).collect();
    Due {
        id: nth_id("att-godkanna", collected.nth),
        title: super::round_title(&collected.round).to_owned(),
        deadline: texts.home_hand_in(weekday_and_day(texts.language, collected.round.due_on)),
        lead: format!("{}. {}", texts.home_accounts_done(all, done), waiting(texts, collected)),
        knots: Some(collected.knots(texts)),
        tasks,
        end: html! { (button_link(Button::Onward, &about("/folja-upp", &collected.round, rounds), texts.home_all_accounts())) },
    }
    .render()
}

fn to_read(cx: &Cx<'_, '_>, account: &Account) -> Task {
    let texts = cx.texts();
    let written = !account.person_name.is_empty();
    Task {
        url: Some(format!("{}/las", account_url(account.id))),
        title: texts.home_read_and_approve(cx.structure.organisation.name(account.org_unit)),
        note: if written { texts.home_handed_in_by(&account.person_name) } else { String::new() },
        ..Task::default()
    }
}

fn to_wait_for(cx: &Cx<'_, '_>, collected: &Collection, account: &Account) -> Task {
    let texts = cx.texts();
    let visitor = cx.visit.person.as_ref().map(|person| person.id);
    let note = match (account.state, collected.returned(account.id)) {
        (AccountState::NotStarted, _) => texts.home_state_not_begun().to_owned(),
        (_, Some(back)) if Some(back.person) == visitor => texts.home_you_sent_back().to_owned(),
        (_, Some(back)) => texts.followup_note_returned(&back.person_name),
        _ => texts.home_state_writing().to_owned(),
    };
    Task {
        url: Some(format!("{}/las", account_url(account.id))),
        title: cx.structure.organisation.name(account.org_unit).to_owned(),
        note,
        state: TaskState::Waiting,
        state_word: texts.home_state_waiting().to_owned(),
        ..Task::default()
    }
}

/// Who has not handed in yet.
fn not_yet(cx: &Cx<'_, '_>, collected: &Collection, rounds: &AtHand) -> Markup {
    let texts = cx.texts();
    let states = [AccountState::NotStarted, AccountState::Draft];
    let mut left: Vec<&Account> =
        states.into_iter().flat_map(|state| collected.in_state(state)).collect();
    // What the visitor has asked about stands first.
    left.sort_by_key(|account| collected.returned(account.id).is_none());
    if left.is_empty() {
        return html! {};
    }
    let tasks: Vec<Task> =
        left.iter().take(MOST).map(|account| to_wait_for(cx, collected, account)).collect();
    let body = html! {
        (task_list(&tasks))
        @if left.len() > MOST { p { a href=(about("/folja-upp", &collected.round, rounds)) { (texts.home_more_accounts(many(left.len() - MOST))) } } }
    };
    let title = if collected.nth == 0 {
        texts.home_not_yet().to_owned()
    } else {
        format!("{}: {}", texts.home_not_yet(), super::round_title(&collected.round))
    };
    section(&nth_id("inte-lamnat", collected.nth), &title, "", &body)
}
