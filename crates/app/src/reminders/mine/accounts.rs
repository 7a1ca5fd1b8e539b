//! Accounts to write and hand in, and what of them came back: told to who answers for the account, or
//! to whoever stands in for them today.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{AccessRole, Action};
use domain::followup::{AccountState, PartState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::reminders::Kind;

use super::{Line, due_of, key_of_account};
use crate::cx::Cx;
use crate::followup::making::{Written, follow_now};
use crate::followup::store::{
    Account, Part, Returned, accounts_among, accounts_of_org_units, parts_of_accounts,
    returned_of_accounts,
};
use crate::followup::{LeftStop, headway, left_stops, part_url, url};
use crate::home::task_title;
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
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let (me, today) = (cx.person_id()?, cx.today());
    let mut now = substitutions_of(cx.tx, me, today)?;
    now.retain(|one| one.is_now(today));
    let others: BTreeSet<FollowUpId> =
        now.iter().filter(|one| one.person != me).map(|one| one.account).collect();
    let units = own_units(cx)?.into_iter().collect();
    let mut owed = accounts_of_org_units(cx.tx, &units)?;
    // Somebody else reports these now, and is told.
    owed.retain(|one| !others.contains(&one.id));
    let mut lines = of_accounts(cx, open, &owed)?;
    lines.extend(instead(cx, open, now.iter().filter(|one| one.person == me))?);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// What waits of the accounts that the visitor reports for another today.
fn instead<'s>(
    cx: &mut Cx<'_, '_>,
    open: &[Round],
    substitutes: impl Iterator<Item = &'s Substitute>,
) -> Result<Vec<(FollowUpId, Line)>, AppError> {
    let by_account: BTreeMap<FollowUpId, &Substitute> =
        substitutes.map(|one| (one.account, one)).collect();
    if by_account.is_empty() || !cx.person()?.may_somewhere(Action::Report) {
        return Ok(Vec::new());
    }
    let texts = cx.texts();
    let accounts = accounts_among(cx.tx, &by_account.keys().copied().collect())?;
    let accounts: Vec<Account> = accounts.into_values().collect();
    let mut lines = of_accounts(cx, open, &accounts)?;
    for (id, line) in &mut lines {
        let said = match by_account.get(id).map_or("", |one| one.instead_of_name.as_str()) {
            "" => texts.reminders_instead_of_nobody().to_owned(),
            whose => texts.reminders_instead(whose),
        };
        let note = [said.as_str(), line.note.as_str()].join(". ");
        note.trim_end_matches(". ").clone_into(&mut line.note);
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

/// What waits of some accounts, each line with its account; what is written in those that are begun
/// is read for all at once.
fn of_accounts(
    cx: &mut Cx<'_, '_>,
    open: &[Round],
    accounts: &[Account],
) -> Result<Vec<(FollowUpId, Line)>, AppError> {
    let in_open = |one: &&Account| open.iter().any(|round| round.id == one.round);
    let begun: BTreeSet<FollowUpId> = accounts
        .iter()
        .filter(in_open)
        .filter(|one| one.state == AccountState::Draft)
        .map(|one| one.id)
        .collect();
    let mut parts = parts_of_accounts(cx.tx, &begun)?;
    let mut written = Vec::new();
    for (id, parts) in &mut parts {
        let Some(account) = accounts.iter().find(|one| one.id == *id) else { continue };
        let Some(round) = open.iter().find(|round| round.id == account.round) else { continue };
        written.push(Written { org_unit: account.org_unit, round, parts });
    }
    let (structure, today) = (cx.structure.clone(), cx.today());
    follow_now(cx.tx, (&structure, today), &mut written)?;
    let returned = returned_of_accounts(cx.tx, &begun)?;
    let mut lines = Vec::new();
    for account in accounts {
        let Some(round) = open.iter().find(|round| round.id == account.round) else { continue };
        let written = parts.get(&account.id).map_or(&[][..], Vec::as_slice);
        let back = returned.get(&account.id).map_or(&[][..], Vec::as_slice);
        let of = of_account(cx, (round, account), (written, back));
        lines.extend(of.into_iter().map(|line| (account.id, line)));
    }
    Ok(lines)
}

fn of_account(
    cx: &Cx<'_, '_>,
    (round, account): (&Round, &Account),
    (parts, returned): (&[Part], &[Returned]),
) -> Vec<Line> {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(account.org_unit).to_owned();
    let due = Some(due_of(cx, round, account.org_unit));
    let title = texts.reminders_report(&name, &round.title);
    let line =
        Line { due, ..Line::new(Kind::Report, key_of_account(account.id), title, url(account.id)) };
    match account.state {
        AccountState::Submitted | AccountState::Approved => Vec::new(),
        AccountState::NotStarted => {
            vec![Line { note: texts.reminders_not_begun().to_owned(), ..line }]
        }
        AccountState::Draft => {
            let back: Vec<Line> = returned
                .iter()
                .filter(|one| one.state == PartState::Left)
                .map(|one| came_back(texts, one, &line))
                .collect();
            // What came back is all that is open until it is answered.
            if back.is_empty() { vec![draft(texts, line, account, parts)] } else { back }
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
    (texts.reminders_piece(stop.minutes, task_title(texts, stop, None)), stop.url.clone())
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
