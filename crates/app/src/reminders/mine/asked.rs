//! What others have asked the visitor to write in an account, until it is written or handed in.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::{PartKind, PartState, Round};
use domain::reminders::Kind;

use super::Line;
use crate::cx::Cx;
use crate::followup::store::{Part, accounts_among, parts_among};
use crate::followup::{part_url, url};
use crate::together::store::invitations_to;
use crate::web::error::AppError;

/// A line for each invitation that holds. Who answers for the account has it as their own already.
pub(super) fn lines(cx: &mut Cx<'_, '_>, open: &[Round]) -> Result<Vec<Line>, AppError> {
    let invitations = if open.is_empty() {
        Vec::new()
    } else {
        invitations_to(cx.tx, cx.person_id()?, cx.today())?
    };
    if invitations.is_empty() {
        return Ok(Vec::new());
    }
    let ids = invitations.iter().map(|one| one.account).collect();
    let accounts = accounts_among(cx.tx, &ids)?;
    let ids: BTreeSet<_> = invitations.iter().filter_map(|one| one.part).collect();
    let parts = parts_among(cx.tx, &ids)?;
    let texts = cx.texts();
    let mut lines = Vec::new();
    for one in invitations {
        let Some(account) = accounts.get(&one.account) else { continue };
        let is_open = open.iter().any(|round| round.id == account.round);
        let helps =
            cx.can(Action::Report, account.org_unit) && !cx.can(Action::Submit, account.org_unit);
        let part = one.part.and_then(|id| parts.get(&id));
        let done = part.is_some_and(|part| part.state == PartState::Done);
        if account.state.is_handed_in() || !is_open || !helps || done {
            continue;
        }
        let unit = cx.structure.organisation.name(account.org_unit);
        let title = match part {
            Some(part) => texts.reminders_write_part(part_name(cx, part), unit),
            None => texts.reminders_write(unit),
        };
        let address = part.map_or_else(|| url(account.id), |part| part_url(account.id, part.id));
        let line = Line::new(Kind::Report, format!("bjuden:{}", one.id), title, address);
        let note = texts.reminders_asks(&one.invited_by);
        lines.push(Line { note, due: Some(one.due_on), ..line });
    }
    Ok(lines)
}

fn part_name(cx: &Cx<'_, '_>, part: &Part) -> String {
    match part.kind {
        PartKind::Summary => cx.texts().followup_summary().to_owned(),
        _ => part.title.clone(),
    }
}
