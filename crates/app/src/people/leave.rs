//! When a person leaves: every role ends, nobody signs in as them, and history keeps the name.

use std::sync::Arc;

use domain::access::{AccessRole, Action};
use domain::elements::Element;
use domain::ids::PersonId;
use jiff::ToSpan;
use maud::{Markup, html};

use super::change::person_to_change;
use super::rules::leaves_nobody;
use super::store::{Held, other_administrators, roles_of};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::identity::role_word;
use crate::identity::store::{PersonRow, change_person, close_account, end_grant};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Link, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link,
    error_summary, form_end, notice, page_header, section,
};

/// Most of what the person answers for that is listed.
const MOST_LISTED: usize = 20;

/// Shows what will happen.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let held = roles_of(cx.tx, person.id)?;
    let body = body(cx, &person, &held, None);
    Ok(cx.page(&cx.texts().people_leave_title(&person.name), Nav::Settings, &body))
}

/// Ends every role, and the account with its sessions.
pub(super) fn leave(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let id: PersonId = request.param("id").or_not_found()?;
    let answer = app.write(request, visit, leave_here)?;
    if answer.status.is_redirection() {
        app.db.write_control(visit.tenant, &visit.author(), move |tx| close_account(tx, id))?;
    }
    Ok(answer)
}

fn leave_here(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    if person.left_on.is_some() {
        return Ok(Response::see_other(&super::url(person.id)));
    }
    if cx.req.form.parsed::<i64>("version") != Some(person.version) {
        return Err(AppError::Stale);
    }
    let today = cx.today();
    let held = roles_of(cx.tx, person.id)?;
    for one in held.iter().filter(|one| one.to.is_none()) {
        let administers = one.grant.role == AccessRole::Administrator && one.from <= today;
        if administers {
            let others = other_administrators(cx.tx, one.grant.id, today)?;
            if leaves_nobody(&cx.structure.organisation, one.grant.org_unit, &others) {
                let words = cx.texts().people_last_administrator();
                let body = body(cx, &person, &held, Some(words));
                let title = cx.texts().people_leave_title(&person.name);
                return Ok(cx.refused(&title, Nav::Settings, &body));
            }
        }
        end_grant(cx.tx, one.grant.id, today.saturating_sub(1.day()))?;
    }
    let left = PersonRow { left_on: Some(today), version: person.version + 1, ..person };
    change_person(cx.tx, "leave", &left)?;
    Ok(Response::see_other(&super::url(left.id)))
}

/// Takes a person back into the register, without roles.
pub(super) fn come_back(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    if person.left_on.is_some() {
        let back = PersonRow { left_on: None, version: person.version + 1, ..person.clone() };
        change_person(cx.tx, "come_back", &back)?;
    }
    Ok(Response::see_other(&super::url(person.id)))
}

fn body(cx: &Cx<'_, '_>, person: &PersonRow, held: &[Held], problem: Option<&str>) -> Markup {
    let texts = cx.texts();
    let own = super::url(person.id);
    let title = texts.people_leave_title(&person.name);
    let summary: Vec<Problem> = problem.iter().map(|words| Problem::at("", *words)).collect();
    let stops = [
        Stop::to("/personer", texts.people_title()),
        Stop::to(own.clone(), &person.name),
        Stop::here(texts.people_leave()),
    ];
    let head = PageHead { title, ..PageHead::default() };
    let roles: Vec<String> = held
        .iter()
        .filter(|one| one.to.is_none())
        .map(|one| {
            let place = cx.structure.organisation.name(one.grant.org_unit);
            texts.people_role_at(place, role_word(texts, one.grant.role))
        })
        .collect();
    let buttons = html! {
        (button(Button::Careful, texts.people_leave_button(), None))
        (button_link(Button::Secondary, &own, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            form.form method="post" action={(own) "/lamna"} {
                input type="hidden" name="version" value=(person.version);
                (notice(Tone::Neutral, texts.people_leave_happens(), &html! {
                    ul {
                        li { (texts.people_leave_signed_out()) }
                        @for role in &roles { li { (texts.people_leave_role(role)) } }
                        li { (texts.people_leave_history()) }
                    }
                }))
                (form_end(&buttons, None))
            }
            (answers_for(cx, person))
        }
    }
}

/// What somebody else has to answer for from now on.
fn answers_for(cx: &Cx<'_, '_>, person: &PersonRow) -> Markup {
    let texts = cx.texts();
    let answers =
        |element: &&Arc<Element>| element.responsible == Some(person.id) && cx.may_see(element);
    let mine: Vec<_> = cx.structure.elements().filter(answers).collect();
    if mine.is_empty() {
        return html! {};
    }
    let left = mine.len().saturating_sub(MOST_LISTED);
    let list = html! {
        p.soft { (texts.people_leave_answers_text()) }
        @if crate::app::may_somewhere(cx.visit, Action::Plan) {
            p.row { (button_link(Button::SmallSecondary, &crate::bulk::hand_over_url(person.id), texts.bulk_hand_over())) }
        }
        ul.owned {
            @for element in mine.iter().take(MOST_LISTED) {
                li { (Link::new(crate::elements::url(element), &element.title)) }
            }
        }
        @if left > 0 { p.fine { (texts.people_leave_more(i64::try_from(left).unwrap_or(0))) } }
    };
    section("ansvar", texts.people_leave_answers(), "", &list)
}
