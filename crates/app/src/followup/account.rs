//! An account for who writes it: opening it, and what is left. Others are shown what is written.

use domain::followup::{
    AccountState, EventKind, PartKind, ReportTemplate, TemplateStop, begin as begin_account, write,
};
use domain::ids::PartId;
use maud::html;

use super::headway::tasks;
use super::making::Maker;
use super::reach::{Found, find, find_to_write};
use super::sharing::standing;
use super::store::{self, Account, Event};
use super::words::due_words;
use super::{
    active, came_back, headway, meanwhile, minutes_to_write, now, refusal, sharing, stops, url,
};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, button, button_link, page_header, section, task_list};

/// Shows what is left to who writes the account; what is written to others.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let writes = found.reach.write && (found.reach.own || !found.reach.approve);
    match found.account.state {
        AccountState::Draft if writes => left(cx, &found),
        AccountState::NotStarted if found.reach.write => not_started(cx, &found),
        _ => Ok(Response::see_other(&format!("{}/las", url(found.account.id)))),
    }
}

fn not_started(cx: &mut Cx<'_, '_>, found: &Found) -> Answer {
    let told = meanwhile::told(cx, found)?;
    let minutes = minutes_to_write(cx, found.round.id, found.account.org_unit)?;
    let texts = cx.texts();
    let name = cx.structure.organisation.name(found.account.org_unit).to_owned();
    let head = PageHead {
        eyebrow: found.round.title.clone(),
        title: name.clone(),
        lead: texts.followup_begin_lead(due_words(texts, &found.round, cx.today())),
        end: None,
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (told)
            p { (texts.followup_begin_text(minutes)) }
            form.row method="post" action=(url(found.account.id)) {
                (button(Button::Onward, texts.followup_begin(), None))
            }
        }
    };
    Ok(cx.page(&name, Nav::FollowUp, &body))
}

fn left(cx: &mut Cx<'_, '_>, found: &Found) -> Answer {
    let line = standing::line(cx, found)?;
    let missing = sharing::notice_of(cx, found)?;
    let told = meanwhile::told(cx, found)?;
    let texts = cx.texts();
    let parts = now::parts_of(cx, found)?;
    let counted = headway(&parts);
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let tasks = tasks(texts, found.account.id, &parts, &found.returned);
    let lead = texts.followup_progress(count(counted.all), count(counted.done));
    let head = PageHead {
        eyebrow: cx.structure.organisation.name(found.account.org_unit).to_owned(),
        title: found.round.title.clone(),
        lead: format!("{lead} {}", due_words(texts, &found.round, cx.today())),
        end: None,
    };
    let next = stops::stops(&parts)
        .last()
        .copied()
        .map(|last| stops::next_url(&found.account, &parts, last));
    let review = format!("{}/granska", url(found.account.id));
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (line)
            (missing)
            (came_back(cx.app, texts, &found.returned))
            (told)
            (section("delar", texts.followup_parts(), "", &task_list(&tasks)))
            div.row {
                @if let Some(next) = next.filter(|next| *next != review) {
                    (button_link(Button::Onward, &next, texts.followup_continue()))
                    (button_link(Button::Secondary, &review, texts.followup_review()))
                } @else {
                    (button_link(Button::Onward, &review, texts.followup_review()))
                }
                (sharing::link(cx, found))
            }
        }
    };
    Ok(cx.page(&found.round.title.clone(), Nav::FollowUp, &body))
}

/// Opens the account: its parts are made, once.
pub(super) fn begin(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let (account, round) = (&found.account, &found.round);
    let state = match begin_account(account.state, round, cx.today()) {
        Ok(state) => state,
        // Pressing twice opens it once.
        Err(_) if write(account.state, round, cx.today()).is_ok() => {
            return Ok(Response::see_other(&url(account.id)));
        }
        Err(problem) => return Ok(refusal::refuse(cx, (account, round), &problem)),
    };
    let structure = cx.structure.clone();
    let maker = Maker::opened(cx, &structure, (account.id, account.org_unit), round)?;
    let template = store::template_of(cx.tx, round.id)?;
    let mut template =
        template.unwrap_or_else(|| ReportTemplate::before_templates(round.plan.kind));
    // Money that is fetched is confirmed, not asked for once more.
    if store::parts_of(cx.tx, account.id)?.iter().any(|part| part.kind == PartKind::Economy) {
        template.stops.retain(|stop| *stop != TemplateStop::Economy);
    }
    let parts = maker.all(&template, || cx.app.new_id::<PartId>());
    for part in &parts {
        store::insert_part(cx.tx, part)?;
    }
    step(cx, account, state, EventKind::Begun, "")?;
    active::note(cx, account.id)?;
    let all = store::parts_of(cx.tx, account.id)?;
    let first = stops::stops(&all).first().map(|stop| stops::stop_url(account, *stop));
    Ok(Response::see_other(&first.unwrap_or_else(|| url(account.id))))
}

/// Moves an account on and keeps the event.
pub(super) fn step(
    cx: &mut Cx<'_, '_>,
    account: &Account,
    state: AccountState,
    kind: EventKind,
    comment: &str,
) -> Answer<Account> {
    let person = cx.person()?;
    let signed = standing::signed(cx, account, kind)?;
    let moved = Account {
        state,
        person_name: signed.clone(),
        at: cx.visit.now,
        version: account.version + 1,
        ..account.clone()
    };
    store::move_account(cx.tx, kind.code(), &moved)?;
    let event = Event {
        id: cx.new_id(),
        account: account.id,
        part: cx.req.param("part"),
        kind,
        comment: comment.to_owned(),
        person: person.id,
        person_name: signed,
        at: cx.visit.now,
        version: moved.version,
    };
    store::insert_event(cx.tx, &event)?;
    Ok(moved)
}
