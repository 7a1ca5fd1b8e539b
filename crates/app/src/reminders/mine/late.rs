//! Accounts that have not come by their day: told to controllers, who ask for them, and not to those
//! who lead above.

use std::sync::Arc;

use domain::access::AccessRole;
use domain::elements::Mark;
use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::reminders::Kind;
use jiff::civil::Date;

use super::{Line, due_of};
use crate::cx::Cx;
use crate::followup::store::accounts_of_round;
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// Names in the mail; the rest are on the page it leads to.
const MOST_NAMES: usize = 3;

/// The org units of a round that have not handed in by their day.
struct Late {
    mark: Mark,
    on: Date,
    round: Round,
    all: Vec<(OrgUnitId, Date)>,
}

/// One line for each open round in which something is late where the visitor is a controller.
pub(super) fn lines(cx: &mut Cx<'_, '_>, open: &[Round]) -> Result<Vec<Line>, AppError> {
    let grants = cx.person()?.grants.iter();
    let tops: Vec<OrgUnitId> = grants
        .filter(|grant| grant.role == AccessRole::Controller)
        .map(|grant| grant.org_unit)
        .collect();
    let mut lines = Vec::new();
    if tops.is_empty() {
        return Ok(lines);
    }
    for round in open {
        let late = late(cx, round)?;
        lines.extend(of_round(cx, round, &late, &tops));
    }
    Ok(lines)
}

fn of_round(cx: &Cx<'_, '_>, round: &Round, late: &Late, tops: &[OrgUnitId]) -> Option<Line> {
    let organisation = &cx.structure.organisation;
    let asks = |unit: OrgUnitId| tops.iter().any(|top| organisation.is_within(unit, *top));
    let mine: Vec<&(OrgUnitId, Date)> = late.all.iter().filter(|(unit, _)| asks(*unit)).collect();
    let first = mine.iter().map(|(_, due)| *due).min()?;
    let mut names: Vec<&str> = mine.iter().map(|(unit, _)| organisation.name(*unit)).collect();
    names.sort_by_cached_key(|name| sort_key(name));
    let (texts, count) = (cx.texts(), i64::try_from(names.len()).unwrap_or(i64::MAX));
    let rest = names.len().saturating_sub(MOST_NAMES);
    let some = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    let some = match i64::try_from(rest).unwrap_or(i64::MAX) {
        0 => some,
        rest => texts.reminders_late_more(some, rest),
    };
    let title = texts.reminders_late(count, &round.title);
    let url = format!("/uppsikt/insamling?runda={}", round.id);
    let line = Line::new(Kind::Late, format!("sena:{}", round.id), title, url);
    Some(Line { note: some, due: Some(first), ..line })
}

/// What is late in a round, for all controllers until something is handed in.
fn late(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Arc<Late>, AppError> {
    let (mark, on) = (cx.structure.mark_of_organisation(), cx.today());
    let holds = |kept: &Late| kept.mark == mark && kept.on == on && kept.round == *round;
    cx.kept(&round.id.bytes(), holds, |cx| {
        let accounts = accounts_of_round(cx.tx, round.id)?;
        let all = accounts
            .into_iter()
            .filter(|account| !account.state.is_handed_in())
            .map(|account| (account.org_unit, due_of(cx, round, account.org_unit)))
            .filter(|(_, due)| *due < on)
            .collect();
        Ok(Late { mark: mark.clone(), on, round: round.clone(), all })
    })
}
