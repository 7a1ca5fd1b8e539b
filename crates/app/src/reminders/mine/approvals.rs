//! Accounts that wait for the visitor to read and approve: whoever leads nearest above does it, and
//! nobody is told what another shall approve.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::{AccessRole, Action};
use domain::elements::Mark;
use domain::followup::{AtHand, Round};
use domain::ids::{OrgUnitId, PersonId};
use domain::organisation::Organisation;
use domain::reminders::Kind;

use super::{Line, MOST};
use crate::cx::Cx;
use crate::followup::url;
use crate::i18n::sort_key;
use crate::reminders::store::{self, Submitted};
use crate::web::error::AppError;

/// The accounts of a round that wait, by the org units under which they stand.
struct Waiting {
    mark: Mark,
    all: Vec<Submitted>,
}

/// What waits to be approved in the open rounds, and in the latest one if it has closed.
pub(super) fn lines(cx: &mut Cx<'_, '_>, rounds: &AtHand) -> Result<Vec<Line>, AppError> {
    let tops = tops(cx)?;
    if tops.is_empty() {
        return Ok(Vec::new());
    }
    let closed = rounds.opened.iter().filter(|one| rounds.open.iter().all(|it| it.id != one.id));
    let mut lines = Vec::new();
    for round in rounds.open.iter().chain(closed) {
        lines.extend(of_round(cx, round, &tops)?);
    }
    Ok(lines)
}

/// Where the visitor approves what others hand in: roles that approve, with others below.
fn tops(cx: &Cx<'_, '_>) -> Result<Vec<(OrgUnitId, AccessRole)>, AppError> {
    let approves = |role| domain::access::allows(role, Action::Approve);
    let organisation = &cx.structure.organisation;
    let grants = cx.person()?.grants.iter().filter(|grant| approves(grant.role));
    Ok(grants
        .map(|grant| (grant.org_unit, grant.role))
        .filter(|(unit, role)| {
            *role == AccessRole::Controller || !organisation.children(*unit).is_empty()
        })
        .collect())
}

fn of_round(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    tops: &[(OrgUnitId, AccessRole)],
) -> Result<Vec<Line>, AppError> {
    let waiting = waiting(cx, round)?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let me = cx.person_id()?;
    let below: Vec<&Submitted> = waiting
        .all
        .iter()
        .filter(|one| one.by != me && cx.can(Action::Approve, one.org_unit))
        .filter(|one| tops.iter().any(|(top, _)| organisation.is_within(one.org_unit, *top)))
        .collect();
    let above: BTreeSet<OrgUnitId> =
        below.iter().flat_map(|one| organisation.ancestors(one.org_unit)).collect();
    let leaders = store::leaders_at(cx.tx, above, cx.today())?;
    let is_mine = |one: &&Submitted| match approver(organisation, &leaders, one) {
        Some(people) => people.contains(&me),
        None => tops.iter().any(|(_, role)| *role == AccessRole::Controller),
    };
    let mut mine: Vec<&Submitted> = below.into_iter().filter(is_mine).collect();
    mine.sort_by_cached_key(|one| sort_key(organisation.name(one.org_unit)));
    let texts = cx.texts();
    let rest = mine.len().saturating_sub(MOST);
    let line = |one: &&Submitted| {
        let title = texts.home_read_and_approve(organisation.name(one.org_unit));
        let note = round.title.clone();
        let key = format!("godkann:{}", one.id);
        Line { note, ..Line::new(Kind::Approve, key, title, format!("{}/las", url(one.id))) }
    };
    let mut lines: Vec<Line> = mine.iter().take(MOST).map(line).collect();
    if let Some(last) = lines.last_mut().filter(|_| rest > 0) {
        last.more = rest;
    }
    Ok(lines)
}

/// Who approves an account: those who lead the nearest org unit above that somebody leads who has
/// not handed it in. None where nobody does.
fn approver<'l>(
    organisation: &Organisation,
    leaders: &'l BTreeMap<OrgUnitId, Vec<PersonId>>,
    one: &Submitted,
) -> Option<&'l Vec<PersonId>> {
    organisation
        .ancestors(one.org_unit)
        .into_iter()
        .filter(|above| *above != one.org_unit)
        .filter_map(|above| leaders.get(&above))
        .find(|people| people.iter().any(|person| *person != one.by))
}

/// The accounts that wait in a round, for everybody who asks before the next is handed in.
fn waiting(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Arc<Waiting>, AppError> {
    let mark = cx.structure.mark_of_organisation();
    let holds = |kept: &Waiting| kept.mark == mark;
    cx.kept(&round.id.bytes(), holds, |cx| {
        Ok(Waiting { mark: mark.clone(), all: store::submitted_in(cx.tx, round.id)? })
    })
}
