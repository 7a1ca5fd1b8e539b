//! Giving a role over a part of the organisation, and ending one.

use std::sync::Arc;

use domain::access::{AccessRole, Action};
use domain::ids::{GrantId, OrgUnitId, PersonId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::reach::Reach;
use super::rules::leaves_nobody;
use super::show::{Typed, Wrong, body};
use super::store::{other_administrators, roles_of};
use crate::app::App;
use crate::choosing::is_search;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::identity::store::{
    PersonRow, close_account, end_grant, end_sessions_of, insert_grant, opened_by, person,
    person_row, use_up_codes_of,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;

/// Gives a role. What opened the person's account before it may open nothing more, when whoever
/// made it may not give the role. Codes are used up before the role is given, so that no stop
/// between the two stores leaves one; and after it, since one may have been made meanwhile.
pub(super) fn give(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    if is_search(&request.form) {
        return app.read(request, visit, searched);
    }
    let id: PersonId = request.param("id").or_not_found()?;
    let Some(org_unit) = app.read(request, visit, wanted)? else {
        return app.write(request, visit, give_here);
    };
    let before = shut(app, request, visit, (id, org_unit))?;
    let mut answer = app.write(request, visit, give_here)?;
    if answer.status.is_redirection() {
        let after = shut(app, request, visit, (id, org_unit))?;
        if before || after {
            answer = Response::see_other(&format!("{}?ny-kod=1", super::url(id)));
        }
    }
    Ok(answer)
}

/// The page with the form as typed, and the places that were searched for.
fn searched(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let held = roles_of(cx.tx, id)?;
    let typed = typed(cx, cx.client_id());
    let body = body(cx, &person, &held, &typed, &[]);
    Ok(cx.page(&person.name, Nav::Settings, &body))
}

/// Where the role is wanted, when it can be given.
fn wanted(cx: &mut Cx<'_, '_>) -> Answer<Option<OrgUnitId>> {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let typed = typed(cx, cx.client_id());
    let Some((_, org_unit, _)) = read(cx, &typed).ok().filter(|_| person.left_on.is_none()) else {
        return Ok(None);
    };
    cx.may(Action::ManagePeople, org_unit)?;
    Ok(Some(org_unit))
}

/// Uses up the codes of a person who gets a role. A password that was chosen by a code from somebody
/// who may not give the role is taken away, and the sessions with it: they may know it. Tells
/// whether it was.
fn shut(
    app: &Arc<App>,
    request: &Request,
    visit: &Visit,
    (id, org_unit): (PersonId, OrgUnitId),
) -> Answer<bool> {
    let opened_by =
        app.db.read_control(visit.tenant, |tx| Ok::<_, AppError>(opened_by(tx, id)?))?;
    let giver = visit.person.as_deref().map(|giver| giver.id);
    let known = match opened_by {
        Some(issuer) if issuer != id && Some(issuer) != giver => {
            app.read(request, visit, |cx| {
                let issuer = person(cx.tx, issuer, cx.today())?;
                let organisation = &cx.structure.organisation;
                Ok(!issuer.is_some_and(|one| one.may(Action::ManagePeople, org_unit, organisation)))
            })?
        }
        _ => false,
    };
    app.db.write_control(visit.tenant, &visit.author(), move |tx| {
        if known {
            return close_account(tx, id);
        }
        tx.leave_unaudited("the role that ends the codes is in the municipality's history");
        Ok(use_up_codes_of(tx, id)?)
    })?;
    Ok(known)
}

/// Ends a role, and the person's sessions with it.
pub(super) fn end(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let id: PersonId = request.param("id").or_not_found()?;
    let answer = app.write(request, visit, end_here)?;
    if answer.status.is_redirection() {
        app.db.write_control(visit.tenant, &visit.author(), move |tx| {
            tx.leave_unaudited("sessions are not history");
            Ok::<_, AppError>(end_sessions_of(tx, id)?)
        })?;
    }
    Ok(answer)
}

/// Gives a role from a day.
fn give_here(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let grant: GrantId = cx.client_id();
    let typed = typed(cx, grant);
    if person.left_on.is_some() {
        let wrong = [("", cx.texts().people_has_left_text().to_owned())];
        return again(cx, &person, &typed, &wrong);
    }
    match read(cx, &typed) {
        Ok((role, org_unit, from)) => {
            cx.may(Action::ManagePeople, org_unit)?;
            insert_grant(cx.tx, grant, id, (role, org_unit), from)?;
            Ok(Response::see_other(&super::url(id)))
        }
        Err(wrong) => again(cx, &person, &typed, &wrong),
    }
}

fn typed(cx: &Cx<'_, '_>, grant: GrantId) -> Typed {
    let sent = &cx.req.form;
    Typed {
        id: grant.to_string(),
        role: sent.text("roll").to_owned(),
        org_unit: sent.text("enhet").to_owned(),
        from: sent.text("fran").to_owned(),
    }
}

fn read(cx: &Cx<'_, '_>, typed: &Typed) -> Result<(AccessRole, OrgUnitId, Date), Vec<Wrong>> {
    let texts = cx.texts();
    let mut wrong = Vec::new();
    let role = typed.role.parse::<AccessRole>().ok();
    if role.is_none() {
        wrong.push(("roll", texts.people_choose_role().to_owned()));
    }
    let known = |id: &OrgUnitId| {
        cx.structure.organisation.get(*id).is_some_and(|unit| unit.is_valid_on(cx.today()))
    };
    let org_unit = typed.org_unit.parse::<OrgUnitId>().ok().filter(known);
    if org_unit.is_none() {
        wrong.push(("enhet", texts.web_unknown_choice().to_owned()));
    }
    let from = typed.from.parse::<Date>().ok();
    if from.is_none() {
        wrong.push(("fran", texts.web_bad_date().to_owned()));
    }
    match (role, org_unit, from) {
        (Some(role), Some(org_unit), Some(from)) => Ok((role, org_unit, from)),
        _ => Err(wrong),
    }
}

fn again(cx: &mut Cx<'_, '_>, person: &PersonRow, typed: &Typed, wrong: &[Wrong]) -> Answer {
    let held = roles_of(cx.tx, person.id)?;
    let body = body(cx, person, &held, typed, wrong);
    Ok(cx.refused(&person.name, Nav::Settings, &body))
}

/// Ends a role at once: yesterday becomes its last day.
fn end_here(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let grant: GrantId = cx.req.form.parsed("roll").or_not_found()?;
    let today = cx.today();
    let held = roles_of(cx.tx, id)?;
    let ended = held.iter().find(|one| one.grant.id == grant).or_not_found()?;
    cx.may(Action::ManagePeople, ended.grant.org_unit)?;
    if !ended.goes_on(today) || ended.to.is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let administers = ended.grant.role == AccessRole::Administrator && ended.from <= today;
    if administers {
        let others = other_administrators(cx.tx, grant, today)?;
        if leaves_nobody(&cx.structure.organisation, ended.grant.org_unit, &others) {
            let typed = Typed {
                id: cx.new_id::<GrantId>().to_string(),
                role: String::new(),
                org_unit: String::new(),
                from: today.to_string(),
            };
            let wrong = [("", cx.texts().people_last_administrator().to_owned())];
            return again(cx, &person, &typed, &wrong);
        }
    }
    end_grant(cx.tx, grant, today.saturating_sub(1.day()))?;
    Ok(Response::see_other(&super::url(id)))
}
