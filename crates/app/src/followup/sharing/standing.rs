//! Where an account stands, seen from whoever looks: what they can do, or why not, by whom and until
//! when, in one line.

use domain::access::{AccessRole, Action};
use domain::followup::{AccountState, EventKind, Share};
use maud::{Markup, html};

use super::super::reach::Found;
use super::super::store::{self, Account, Part};
use super::super::words::moment_words;
use crate::cx::Cx;
use crate::i18n::{Language, Texts, date_short};
use crate::together;
use crate::together::store::{Substitute, holders};
use crate::web::error::{Answer, AppError};
use crate::web::ui::{Symbol, symbol};

/// As whom a step with an account is signed: one's own name, and whom one stands in for. Kept words
/// are in Swedish, whoever writes them.
pub(in crate::followup) fn signed(
    cx: &mut Cx<'_, '_>,
    account: &Account,
    step: EventKind,
) -> Answer<String> {
    let name = cx.person()?.name.clone();
    // Nobody stands in for another when deciding from above.
    if matches!(step, EventKind::Returned | EventKind::Approved) {
        return Ok(name);
    }
    let standing = together::standing(cx, account.id, account.org_unit)?;
    let instead_of = standing.stands_in.map(|one| one.instead_of_name).unwrap_or_default();
    if instead_of.is_empty() {
        return Ok(name);
    }
    Ok(Texts::from(Language::Swedish).together_signed(&name, &instead_of))
}

/// Who reports for whom and when, in a sentence.
pub(super) fn stands_in(texts: Texts, one: &Substitute) -> String {
    let (from, to) = (date_short(texts.language, one.from), date_short(texts.language, one.to));
    if one.instead_of_name.is_empty() {
        texts.together_stands_in_nobody(from, to, &one.person_name)
    } else {
        texts.together_stands_in(from, to, &one.person_name, &one.instead_of_name)
    }
}

/// Who wrote last in a part, for everybody else.
pub(in crate::followup) fn last_by(cx: &Cx<'_, '_>, part: &Part) -> Option<String> {
    let own = cx.visit.person.as_ref().is_some_and(|person| person.name == part.person_name);
    (part.at > 0 && !part.person_name.is_empty() && !own).then(|| {
        let when = moment_words(cx.app, cx.texts(), part.at);
        cx.texts().together_last_by(when, &part.person_name)
    })
}

/// What the visitor can do with an account that is not handed in, and what follows, with whether it
/// is open to them.
pub(in crate::followup) fn of_draft(cx: &Cx<'_, '_>, found: &Found) -> (String, bool) {
    let texts = cx.texts();
    let (round, today) = (&found.round, cx.today());
    let day = |day| date_short(texts.language, day);
    if today > round.closes_on {
        return (texts.together_locked_closed().to_owned(), false);
    }
    if today < round.opens_on {
        return (texts.together_opens(day(round.opens_on)), false);
    }
    let until = day(round.closes_on);
    match &found.standing.share {
        Share::All => (texts.together_can_write(until), true),
        Share::Parts(parts) => {
            let parts = i64::try_from(parts.len()).unwrap_or(i64::MAX);
            (texts.together_can_write_some(until, parts), true)
        }
        Share::Nothing => (texts.together_writes_until(until), false),
    }
}

/// What stands after it.
fn more_of_draft(cx: &Cx<'_, '_>, found: &Found) -> String {
    let texts = cx.texts();
    let (round, today) = (&found.round, cx.today());
    let day = |day| date_short(texts.language, day);
    if today > round.closes_on {
        return texts.together_locked_closed_text(day(round.closed_from()));
    }
    let due = if today > round.due_on {
        texts.together_overdue_words(day(round.due_on))
    } else {
        texts.together_due_words(day(round.due_on))
    };
    match &found.standing.share {
        Share::Nothing => format!("{due} {}", texts.together_reads_drafts()),
        _ if !found.reach.submit => format!("{due} {}", texts.together_others_hand_in()),
        _ => due,
    }
}

/// The whole of it, as a sentence or two.
pub(in crate::followup) fn sentence(
    cx: &mut Cx<'_, '_>,
    found: &Found,
) -> Result<String, AppError> {
    let account = &found.account;
    let when = moment_words(cx.app, cx.texts(), account.at);
    Ok(match account.state {
        AccountState::NotStarted | AccountState::Draft => {
            format!("{}. {}", of_draft(cx, found).0, more_of_draft(cx, found))
        }
        AccountState::Submitted => {
            let waits = waits(cx, found)?;
            format!("{} {waits}", cx.texts().followup_submitted_by(when, &account.person_name))
        }
        AccountState::Approved => {
            let texts = cx.texts();
            let day = date_short(texts.language, found.round.closes_on);
            let round = if cx.today() > found.round.closes_on {
                texts.together_round_closed(date_short(texts.language, found.round.closed_from()))
            } else {
                texts.together_round_closes(day)
            };
            let approved = texts.followup_approved_by(when, &account.person_name);
            format!("{approved} {} {round}", texts.together_is_locked())
        }
    })
}

/// The line on a page of the account.
pub(in crate::followup) fn line(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let open = !found.account.state.is_handed_in() && of_draft(cx, found).1;
    let sentence = sentence(cx, found)?;
    let shape = if open { Symbol::Clock } else { Symbol::Locked };
    Ok(html! { p.fine.standing { (symbol(shape, 16)) span { (sentence) } } })
}

/// Whom an account that is handed in waits for, and until when it can be taken back.
fn waits(cx: &mut Cx<'_, '_>, found: &Found) -> Result<String, AppError> {
    let events = store::events_of(cx.tx, found.account.id)?;
    let handed_in = events.iter().find(|event| event.kind == EventKind::Submitted);
    let own = handed_in.is_some_and(|event| cx.person_id().is_ok_and(|id| id == event.person));
    let texts = cx.texts();
    if found.reach.approve {
        return Ok(if own { texts.together_own_waits() } else { texts.together_waits_for_you() }
            .to_owned());
    }
    let name = approver(cx, found)?;
    let waits = match name {
        Some(name) => texts.together_waits_for(&name),
        None => texts.together_waits_nobody().to_owned(),
    };
    let closes_on = found.round.closes_on;
    if own && found.reach.submit && cx.today() <= closes_on {
        let until = texts.together_can_withdraw(date_short(texts.language, closes_on));
        return Ok(format!("{waits} {until}"));
    }
    Ok(waits)
}

/// Who is nearest above to approve: a manager, else a controller.
fn approver(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Option<String>, AppError> {
    let structure = cx.structure.clone();
    let above = structure.organisation.ancestors(found.account.org_unit);
    let today = cx.today();
    let all = holders(cx.tx, &above.iter().copied().collect(), Action::Approve, today)?;
    let nearest = |role: AccessRole| {
        above.iter().find_map(|unit| {
            let mut there = all.iter().filter(|one| one.org_unit == *unit && one.role == role);
            there.next().map(|one| one.name.clone())
        })
    };
    Ok(nearest(AccessRole::Manager).or_else(|| nearest(AccessRole::Controller)))
}
