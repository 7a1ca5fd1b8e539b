//! On Min sida: what others have asked the visitor to write, whose report they hand in, and who hands
//! in theirs.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::{PartState, Round};
use domain::ids::FollowUpId;
use maud::{Markup, html};

use super::super::store::{self, Account, Part};
use super::super::words::part_title;
use super::super::{part_url, url};
use super::people_url;
use crate::cx::Cx;
use crate::i18n::date_short;
use crate::together::store::{Invitation, Substitute, invitations_to, substitutions_of};
use crate::web::error::AppError;
use crate::web::ui::{Task, TaskState, section, task_list};

/// Most lines; a person is seldom asked for more at once.
const MOST: usize = 6;

/// The section; nothing where nobody has asked anything.
pub fn taking_part(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let Some(person) = cx.visit.person.clone().filter(|_| cx.visit.then.is_none()) else {
        return Ok(html! {});
    };
    let today = cx.today();
    let invitations = invitations_to(cx.tx, person.id, today)?;
    let substitutions = substitutions_of(cx.tx, person.id, today)?;
    if invitations.is_empty() && substitutions.is_empty() {
        return Ok(html! {});
    }
    let ids = invitations.iter().map(|one| one.account);
    let ids: BTreeSet<FollowUpId> =
        ids.chain(substitutions.iter().map(|one| one.account)).collect();
    let rounds = store::rounds(cx.tx)?;
    let is_open = |round: &Round| round.closes_on >= today;
    let mut accounts = store::accounts_among(cx.tx, &ids)?;
    accounts.retain(|_, account| {
        let mut of = rounds.iter().filter(|round| round.id == account.round);
        !account.state.is_handed_in() && of.any(is_open)
    });
    let parts = invitations.iter().filter_map(|one| one.part).collect();
    let parts = store::parts_among(cx.tx, &parts)?;
    let mut tasks = Vec::new();
    for one in &substitutions {
        let Some(account) = accounts.get(&one.account) else { continue };
        let round = rounds.iter().find(|round| round.id == account.round);
        let title = round.map_or("", |round| round.title.as_str());
        tasks.push(reports(cx, one, (account, title), one.person == person.id));
    }
    for one in &invitations {
        let Some(account) = accounts.get(&one.account) else { continue };
        // Who has lost the role that the invitation rests on finds nothing there.
        if cx.can(Action::Report, account.org_unit) {
            let part = one.part.and_then(|id| parts.get(&id));
            tasks.push(asked(cx, one, account, part));
        }
    }
    tasks.truncate(MOST);
    if tasks.is_empty() {
        return Ok(html! {});
    }
    let list = task_list(&tasks);
    Ok(html! { div.wrap { (section("tillsammans", cx.texts().together_for_you(), "", &list)) } })
}

fn reports(
    cx: &Cx<'_, '_>,
    one: &Substitute,
    (account, round): (&Account, &str),
    own: bool,
) -> Task {
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(account.org_unit);
    let day = |day| date_short(texts.language, day);
    if !own {
        return Task {
            url: Some(people_url(account.id)),
            title: texts.together_stands_in_for_you(&one.person_name),
            note: texts.together_stands_in_for_you_note(day(one.from), round, day(one.to), unit),
            state: TaskState::Done,
            ..Task::default()
        };
    }
    Task {
        url: one.is_now(cx.today()).then(|| url(account.id)),
        title: if one.instead_of_name.is_empty() {
            texts.together_you_stand_in_unit(unit)
        } else {
            texts.together_you_stand_in(&one.instead_of_name)
        },
        note: texts.together_stands_in_for_you_note(day(one.from), round, day(one.to), unit),
        ..Task::default()
    }
}

fn asked(cx: &Cx<'_, '_>, one: &Invitation, account: &Account, part: Option<&Part>) -> Task {
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(account.org_unit);
    let day = date_short(texts.language, one.due_on);
    let done = part.is_some_and(|part| part.state == PartState::Done);
    let note = if one.due_on < cx.today() && !done {
        texts.together_ask_late(day, unit, &one.invited_by)
    } else {
        texts.together_ask_note(day, unit, &one.invited_by)
    };
    Task {
        url: Some(part.map_or_else(|| url(account.id), |part| part_url(account.id, part.id))),
        title: part.map_or_else(
            || texts.together_ask_whole().to_owned(),
            |part| texts.together_ask(part_title(texts, part)),
        ),
        note,
        state: if done { TaskState::Done } else { TaskState::Left },
        ..Task::default()
    }
}
