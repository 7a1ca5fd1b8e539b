//! Accounts to write and hand in, and what of them came back: told to who answers for the account, or
//! to whoever stands in for them today.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{AccessRole, Action};
use domain::followup::{AccountState, PartKind, PartState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::reminders::Kind;

use super::{Line, due_of, key_of_account};
use crate::cx::Cx;
use crate::followup::store::{
    Account, Part, Returned, accounts_among, accounts_of_org_unit, parts_of, returned_of,
};
use crate::followup::{Group, LeftStop, headway, left_stops, part_url, url};
use crate::i18n::Texts;
use crate::together::store::{Substitute, substitutions_of};
use crate::web::error::AppError;

/// Pieces of an account in the mail; the rest are on its own page.
const MOST_PIECES: usize = 5;
/// Letters of a comment in the mail.
const SHORT: usize = 160;

/// What waits of the accounts of the org units that the visitor answers for themselves: what lies
/// below them is others' to write.
pub(super) fn lines(cx: &mut Cx<'_, '_>, open: &[Round]) -> Result<Vec<Line>, AppError> {
    let mut lines = Vec::new();
    if open.is_empty() {
        return Ok(lines);
    }
    let (me, today) = (cx.person_id()?, cx.today());
    let mut now = substitutions_of(cx.tx, me, today)?;
    now.retain(|one| one.is_now(today));
    let others: BTreeSet<FollowUpId> =
        now.iter().filter(|one| one.person != me).map(|one| one.account).collect();
    for org_unit in own_units(cx)? {
        for account in accounts_of_org_unit(cx.tx, org_unit)? {
            let Some(round) = open.iter().find(|round| round.id == account.round) else { continue };
            // Somebody else reports it these days, and is told.
            if !others.contains(&account.id) {
                lines.extend(of_account(cx, round, &account)?);
            }
        }
    }
    lines.extend(instead(cx, open, now.iter().filter(|one| one.person == me))?);
    Ok(lines)
}

/// What waits of the accounts that the visitor reports for another today.
fn instead<'s>(
    cx: &mut Cx<'_, '_>,
    open: &[Round],
    substitutes: impl Iterator<Item = &'s Substitute>,
) -> Result<Vec<Line>, AppError> {
    let by_account: BTreeMap<FollowUpId, &Substitute> =
        substitutes.map(|one| (one.account, one)).collect();
    if by_account.is_empty() || !cx.person()?.may_somewhere(Action::Report) {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for (id, account) in accounts_among(cx.tx, &by_account.keys().copied().collect())? {
        let Some(round) = open.iter().find(|round| round.id == account.round) else { continue };
        let whose = by_account.get(&id).map_or("", |one| one.instead_of_name.as_str());
        let said = match whose {
            "" => cx.texts().reminders_instead_of_nobody().to_owned(),
            whose => cx.texts().reminders_instead(whose),
        };
        for line in of_account(cx, round, &account)? {
            let note = [said.as_str(), line.note.as_str()].join(". ");
            lines.push(Line { note: note.trim_end_matches(". ").to_owned(), ..line });
        }
    }
    Ok(lines)
}

/// Where the visitor answers for the account: the roles that hand in, held there and not above.
fn own_units(cx: &Cx<'_, '_>) -> Result<Vec<OrgUnitId>, AppError> {
    let answers = |role| matches!(role, AccessRole::Manager | AccessRole::Provider);
    let grants = cx.person()?.grants.iter().filter(|grant| answers(grant.role));
    let mut units: Vec<OrgUnitId> = grants.map(|grant| grant.org_unit).collect();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| cx.can(Action::Submit, *unit));
    Ok(units)
}

fn of_account(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    account: &Account,
) -> Result<Vec<Line>, AppError> {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(account.org_unit).to_owned();
    let due = Some(due_of(cx, round, account.org_unit));
    let title = texts.reminders_report(&name, &round.title);
    let line =
        Line { due, ..Line::new(Kind::Report, key_of_account(account.id), title, url(account.id)) };
    match account.state {
        AccountState::Submitted | AccountState::Approved => Ok(Vec::new()),
        AccountState::NotStarted => {
            Ok(vec![Line { note: texts.reminders_not_begun().to_owned(), ..line }])
        }
        AccountState::Draft => {
            let parts = parts_of(cx.tx, account.id)?;
            let returned = returned_of(cx.tx, account.id)?;
            let back: Vec<Line> = returned
                .iter()
                .filter(|one| one.state == PartState::Left)
                .map(|one| came_back(texts, one, &line))
                .collect();
            // What came back is all that is open until it is answered.
            Ok(if back.is_empty() { vec![draft(texts, line, account, &parts)] } else { back })
        }
    }
}

fn came_back(texts: Texts, one: &Returned, account: &Line) -> Line {
    Line {
        note: texts.reminders_says(in_short(&one.comment), &one.person_name),
        due: account.due,
        ..Line::new(
            Kind::Returned,
            format!("ater:{}:{}", one.part, one.at),
            texts.reminders_returned(&one.title),
            part_url(one.account, one.part),
        )
    }
}

fn draft(texts: Texts, line: Line, account: &Account, parts: &[Part]) -> Line {
    let left = left_stops(account.id, parts);
    if left.is_empty() {
        let url = format!("{}/granska", line.url);
        let done = headway(parts).all > 0;
        let note = if done { texts.reminders_ready() } else { texts.reminders_not_begun() };
        return Line { note: note.to_owned(), url, ..line };
    }
    let minutes: i64 = left.iter().map(|stop| stop.minutes).sum();
    let count = i64::try_from(left.len()).unwrap_or(i64::MAX);
    let pieces = left.iter().take(MOST_PIECES).map(|stop| piece(texts, stop)).collect();
    Line { note: texts.reminders_left(count, minutes), minutes, pieces, ..line }
}

fn piece(texts: Texts, stop: &LeftStop<'_>) -> (String, String) {
    let count = i64::try_from(stop.parts.len()).unwrap_or(0);
    let title = match (stop.group, stop.parts.first()) {
        (Some(Group::Money), _) => texts.home_confirm_money(count),
        (Some(Group::Usual), _) | (None, None) => texts.home_confirm_usual(count),
        (None, Some(part)) => match part.kind {
            PartKind::Summary => texts.home_write_summary().to_owned(),
            PartKind::Goal => texts.home_judge(&part.title),
            _ => texts.reminders_tell(&part.title),
        },
    };
    (texts.reminders_piece(stop.minutes, title), stop.url.clone())
}

/// The beginning, on one line.
fn in_short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut start: String = line.chars().take(SHORT).collect();
    if start.len() < line.len() {
        start.push('…');
    }
    start
}
