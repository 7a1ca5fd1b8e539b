//! When a person leaves: every role ends, nobody signs in as them, and history keeps the name. The last
//! day can be set beforehand, so that there is time to hand over what the person holds.

use std::sync::Arc;

use domain::access::AccessRole;
use domain::ids::PersonId;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::change::person_to_change;
use super::hand_over::{self, Left};
use super::rules::leaves_nobody;
use super::show::Wrong;
use super::store::{Held, other_administrators, roles_of};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::i18n::date;
use crate::identity::role_word;
use crate::identity::store::{PersonRow, change_person, close_account, end_grant};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link,
    error_summary, form_end, notice, page_header, section,
};

/// What the address says when a last day has been kept.
const SAVED: &str = "sparad=ja";
/// What the button that ends the account at once sends.
const NOW: &str = "nu";
/// How many days ahead a last day may be.
const FURTHEST: i32 = 366;

/// Shows what will happen, and what somebody else has to take over.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let left = Left::of(cx, &person)?;
    let body = body(cx, &person, &left, &[])?;
    Ok(cx.page(&cx.texts().people_leave_title(&person.name), Nav::Settings, &body))
}

/// Ends every role, and the account with its sessions.
pub(super) fn leave(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let id: PersonId = request.param("id").or_not_found()?;
    let answer = app.write(request, visit, leave_here)?;
    // With a day to come the roles end by themselves, and the account when somebody says so.
    if is_now(request) && answer.status.is_redirection() {
        app.db.write_control(visit.tenant, &visit.author(), move |tx| close_account(tx, id))?;
    }
    Ok(answer)
}

/// Whether the account ends now; anything else sent is about a day to come.
fn is_now(request: &Request) -> bool {
    request.form.text("nar") == NOW
}

/// Ends what goes on, now or on a day to come.
fn leave_here(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    if person.left_on.is_some() {
        return Ok(Response::see_other(&super::url(person.id)));
    }
    if cx.req.form.parsed::<i64>("version") != Some(person.version) {
        return Err(AppError::Stale);
    }
    let today = cx.today();
    let later = match last_day(cx, today) {
        Ok(later) => later,
        Err(words) => return refused(cx, &person, &[("sista", words)]),
    };
    let last = later.unwrap_or_else(|| today.saturating_sub(1.day()));
    let held = roles_of(cx.tx, person.id)?;
    if let (Some(later), Some(set)) = (later, set_day(&held, today))
        && later > set
    {
        let words = cx.texts().people_last_day_later(date(cx.language(), set));
        return refused(cx, &person, &[("sista", words)]);
    }
    for one in held.iter().filter(|one| one.to.is_none_or(|to| to > last)) {
        let administers = one.grant.role == AccessRole::Administrator && one.from <= today;
        if administers {
            let others = other_administrators(cx.tx, one.grant.id, last.max(today))?;
            if leaves_nobody(&cx.structure.organisation, one.grant.org_unit, &others) {
                let words = cx.texts().people_last_administrator().to_owned();
                return refused(cx, &person, &[("", words)]);
            }
        }
        end_grant(cx.tx, one.grant.id, last)?;
    }
    if later.is_none() {
        let left = PersonRow { left_on: Some(today), version: person.version + 1, ..person };
        change_person(cx.tx, "leave", &left)?;
        return Ok(Response::see_other(&super::url(left.id)));
    }
    Ok(Response::see_other(&format!("{}/lamna?{SAVED}", super::url(person.id))))
}

/// The last day that was typed, if it is to come; what is wrong with it otherwise.
fn last_day(cx: &Cx<'_, '_>, today: Date) -> Result<Option<Date>, String> {
    let texts = cx.texts();
    if is_now(cx.req) {
        return Ok(None);
    }
    let typed = cx.req.form.text("sista");
    let day: Date = typed.parse().map_err(|_| texts.web_bad_date().to_owned())?;
    if day < today || day > today.saturating_add(FURTHEST.days()) {
        return Err(texts.people_last_day_wrong().to_owned());
    }
    Ok(Some(day))
}

fn refused(cx: &mut Cx<'_, '_>, person: &PersonRow, wrong: &[Wrong]) -> Answer {
    let left = Left::of(cx, person)?;
    let body = body(cx, person, &left, wrong)?;
    Ok(cx.refused(&cx.texts().people_leave_title(&person.name), Nav::Settings, &body))
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

/// The page; `wrong` is what was refused, at which field.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    person: &PersonRow,
    left: &Left,
    wrong: &[Wrong],
) -> Result<Markup, AppError> {
    let held = roles_of(cx.tx, person.id)?;
    let texts = cx.texts();
    let own = super::url(person.id);
    let summary: Vec<Problem> = wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let stops = [
        Stop::to("/personer", texts.people_title()),
        Stop::to(own, &person.name),
        Stop::here(texts.people_leave()),
    ];
    let head = PageHead { title: texts.people_leave_title(&person.name), ..PageHead::default() };
    let problem =
        |name: &str| wrong.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (hand_over::part(cx, person, left, problem("till")))
            @if person.left_on.is_none() {
                (last_day_form(cx, person, &held, problem("sista")))
                (ends(cx, person, &held))
            }
        }
    })
}

/// The day when the last role ends; none while some role goes on without one.
fn set_day(held: &[Held], today: Date) -> Option<Date> {
    let going: Vec<&Held> = held.iter().filter(|one| one.goes_on(today)).collect();
    let days: Option<Vec<Date>> = going.iter().map(|one| one.to).collect();
    days?.into_iter().max()
}

/// The day when the roles end by themselves, as it is set.
fn last_day_form(
    cx: &Cx<'_, '_>,
    person: &PersonRow,
    held: &[Held],
    problem: Option<&str>,
) -> Markup {
    let (texts, today) = (cx.texts(), cx.today());
    let set = set_day(held, today);
    let furthest = today.saturating_add(FURTHEST.days());
    let (first, last) = (today.to_string(), furthest.to_string());
    let kept = set.map(|day| day.to_string()).unwrap_or_default();
    let value = if problem.is_some() { cx.req.form.text("sista") } else { &kept };
    let saved = set.filter(|_| cx.req.query.has("sparad"));
    let form = html! {
        @if let Some(day) = saved {
            (notice(Tone::Good, texts.people_last_day_saved(), &html! {
                p { (texts.people_last_day_saved_text(date(texts.language, day))) }
            }))
        }
        form.form method="post" action={(super::url(person.id)) "/lamna"} {
            input type="hidden" name="version" value=(person.version);
            (Field::date("sista", texts.people_last_day()).hint(texts.people_last_day_hint()).value(value).between(Some(&first), Some(&last)).problem(problem))
            (form_end(&button(Button::Primary, texts.people_last_day_button(), None), None))
        }
    };
    section("sista-dag", texts.people_last_day_title(), "", &form)
}

/// What happens when the account ends at once, with the button.
fn ends(cx: &Cx<'_, '_>, person: &PersonRow, held: &[Held]) -> Markup {
    let texts = cx.texts();
    let (own, today) = (super::url(person.id), cx.today());
    let roles = held.iter().filter(|one| one.goes_on(today)).map(|one| {
        let place = cx.structure.organisation.name(one.grant.org_unit);
        texts.people_leave_role(texts.people_role_at(place, role_word(texts, one.grant.role)))
    });
    let roles: Vec<String> = roles.collect();
    let buttons = html! {
        (button(Button::Careful, texts.people_leave_button(), None))
        (button_link(Button::Secondary, &own, texts.web_cancel()))
    };
    let form = html! {
        form.form method="post" action={(own) "/lamna"} {
            input type="hidden" name="version" value=(person.version);
            input type="hidden" name="nar" value=(NOW);
            (notice(Tone::Neutral, texts.people_leave_happens(), &html! {
                ul {
                    li { (texts.people_leave_signed_out()) }
                    @for role in &roles { li { (role) } }
                    li { (texts.people_leave_history()) }
                }
            }))
            (form_end(&buttons, None))
        }
    };
    section("avsluta", texts.people_leave_now(), "", &form)
}
