//! Steps of the year wheel where the visitor plans, when they come near. What is reported in rounds
//! is told by the rounds.

use std::collections::BTreeSet;

use domain::access::{AccessRole, Action};
use domain::ids::OrgUnitId;
use domain::reminders::{AHEAD_DAYS, Kind};
use jiff::ToSpan;

use super::Line;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::wheel;

/// The steps of the visitor's own org units in the next days.
pub(super) fn lines(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, AppError> {
    let leads = |role| matches!(role, AccessRole::Manager | AccessRole::Controller);
    let grants = cx.person()?.grants.iter().filter(|grant| leads(grant.role));
    let own: BTreeSet<OrgUnitId> =
        grants.map(|grant| grant.org_unit).filter(|unit| cx.can(Action::Plan, *unit)).collect();
    let today = cx.today();
    let last = today.checked_add(AHEAD_DAYS.days()).unwrap_or(today);
    let texts = cx.texts();
    let found = wheel::own_steps(cx, &own, (today, last))?;
    let told = found.into_iter().filter(|step| !wheel::has_rounds(step.content.kind));
    let line = |step: domain::calendar::WheelStep| {
        let note = cx.structure.organisation.name(step.org_unit).to_owned();
        let url = wheel::step_url(step.id);
        let title = texts.reminders_step(&step.content.title);
        let due = Some(step.content.due_on);
        Line { note, due, ..Line::new(Kind::Step, format!("steg:{}", step.id), title, url) }
    };
    Ok(told.map(line).collect())
}
