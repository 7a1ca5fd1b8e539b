//! What is to be done first in a municipality that has just begun: until it is done.

use domain::access::Action;
use domain::followup::AtHand;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Task, TaskState, section, task_list};

/// The steps, for those who may take one of them; nothing when all are taken.
pub(super) fn first_steps(cx: &mut Cx<'_, '_>, rounds: &AtHand) -> Result<Markup, AppError> {
    let Some(top) = cx.structure.organisation.roots().first().copied() else {
        return Ok(html! {});
    };
    let has_goals = cx
        .structure
        .model
        .types_with_role(Role::Goal)
        .any(|one| cx.structure.of_type(&one.id).next().is_some());
    let has_units = !cx.structure.organisation.children(top).is_empty();
    let has_rounds = rounds.shown().is_some() || rounds.planned.is_some();
    if (has_goals && has_units && has_rounds) || !cx.can(Action::Adopt, top) {
        return Ok(html! {});
    }
    let has_people = store::anybody_reports(cx.tx)?;
    let texts = cx.texts();
    let tasks = [
        step(cx, top, Action::Organise, (texts.home_step_units(), "/organisation"), has_units),
        step(cx, top, Action::ManagePeople, (texts.home_step_people(), "/personer"), has_people),
        step(cx, top, Action::Plan, (texts.home_step_goals(), "/trad"), has_goals),
        step(cx, top, Action::Adopt, (texts.home_step_round(), "/folja-upp/ny"), has_rounds),
    ];
    Ok(section("borja", texts.home_first_steps(), "", &task_list(&tasks)))
}

/// One step: a link for who may take it, and who does it for others.
fn step(
    cx: &Cx<'_, '_>,
    top: OrgUnitId,
    takes: Action,
    (title, url): (&str, &str),
    is_done: bool,
) -> Task {
    let texts = cx.texts();
    let may = cx.can(takes, top);
    let (state, word) = match (is_done, may) {
        (true, _) => (TaskState::Done, texts.home_step_done()),
        (false, true) => (TaskState::Left, ""),
        (false, false) => (TaskState::Waiting, texts.home_step_administrator()),
    };
    Task {
        url: may.then(|| url.to_owned()),
        title: title.to_owned(),
        note: word.to_owned(),
        state,
        ..Task::default()
    }
}
